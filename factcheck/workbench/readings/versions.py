"""The versions and variants of a source, and what became of the passages of the earlier ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factcheck.core.anchors import Anchor, cite_place
from factcheck.core.light import dataclass
from factcheck.core.plain import same_words
from factcheck.match.differing import changes
from factcheck.match.turning import turned
from factcheck.store import carrying as kept
from factcheck.store import labels, rows
from factcheck.workbench.carrying import PARTS, Sought, Unit, elsewhere, units
from factcheck.workbench.readings.cited import source_name

if TYPE_CHECKING:
    from factcheck.core.changes import Change, Outcome
    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db

State = Literal["carried", "ready", "waits", "kept", "orphan"]
"""Of a passage: carried over; the same words, to be carried; for a person to decide; left by a person;
without a place."""


@dataclass(frozen=True, slots=True)
class Kin:
    """A source of the same family. `relation` is what it is to the one in hand; `passages` how many stand in
    it."""

    id: str
    label: str
    title: str
    published: str | None
    relation: Literal["itself", "earlier version", "later version", "variant"]
    passages: int
    captions: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of an earlier version. `unit` is the name by which it is accepted or left; `source` the
    version that it stands in, or stood in before it was carried. Words and places are before and now;
    `instead` what an orphan's place holds now."""

    unit: str
    record: str
    label: str
    entity: str
    part: str
    source: str
    outcome: Outcome
    state: State
    why: str
    turned: tuple[str, ...]
    likeness: float
    words: str
    words_now: str | None
    place: str
    place_now: str | None
    start: int | None
    end: int | None
    changes: tuple[Change, ...] = ()
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class Versions:
    """A source's family and the passages of its earlier versions, in the order of their texts; `counts` by
    outcome."""

    source: str
    label: str
    family: tuple[Kin, ...]
    passages: tuple[Passage, ...]
    counts: dict[str, int]


def versions_of(case: CaseFile, viewer: Viewer, source: str) -> Versions:
    """What is to be said of a source's versions and variants. With a long list of passages this takes as long
    as seeking them does."""
    with case.reading() as db:
        own = rows.of_sort(db, viewer, source, "source")
        carried = [passage for taken in kept.taken_into(db, own.id) for passage in _taken(db, viewer, taken)]
        if own.get("version_of"):
            carried += [_passage(db, unit, one) for unit in units(db, viewer, own) for one in unit.passages]
        counts = dict.fromkeys(("same", "moved", "changed", "orphaned"), 0)
        for one in carried:
            counts[one.outcome] += 1
        return Versions(own.id, own.label, tuple(_family(db, viewer, own.id)), tuple(carried), counts)


def _family(db: Db, viewer: Viewer, own: str) -> list[Kin]:
    members: dict[str, Literal["itself", "earlier version", "later version", "variant"]] = {}
    for other in reversed(kept.earlier_versions(db, own)):
        members[other] = "earlier version"
    members[own] = "itself"
    for other in kept.later_versions(db, own):
        members.setdefault(other, "later version")
    for other in kept.variants(db, own):
        members.setdefault(other, "variant")
    found = []
    for id_, relation in members.items():
        source = rows.find(db, viewer, id_)
        if source is not None:
            found.append(
                Kin(
                    id_,
                    source.label,
                    source_name(source),
                    source.get("published"),
                    relation,
                    len(rows.passages(db, id_)),
                    source.get("kind") == "captions",
                )
            )
    return found


_STATES: dict[Outcome, State] = {
    "same": "ready",
    "moved": "ready",
    "changed": "waits",
    "orphaned": "orphan",
}


def _state(unit: Unit) -> State:
    return "kept" if unit.kept else _STATES[unit.outcome]


def _passage(db: Db, unit: Unit, one: Sought) -> Passage:
    now = one.now
    return Passage(
        unit=unit.name,
        record=one.record,
        label=one.label or unit.label,
        entity=one.entity,
        part=PARTS.get(one.part, one.part),
        source=labels.label_of(db, one.anchor.source),
        outcome=one.outcome,
        state=_state(unit),
        why=one.why,
        turned=one.found.turned,
        likeness=round(one.found.likeness, 3),
        words=one.anchor.exact,
        words_now=now.exact if now else None,
        place=cite_place(one.anchor.place, one.anchor.place_end),
        place_now=cite_place(now.place, now.place_end) if now else None,
        start=now.start if now else None,
        end=now.end if now else None,
        changes=changes(one.anchor.exact, now.exact) if now and one.outcome == "changed" else (),
        instead=one.instead,
    )


def _taken(db: Db, viewer: Viewer, taken: kept.Taken) -> list[Passage]:
    record = rows.find(db, viewer, taken.record)
    if record is None or len(taken.before) != len(taken.after):
        return []
    label = record.label
    if not label and record.get("event"):
        event = rows.find(db, viewer, record.get("event"))
        label = event.label if event else ""
    unit = Unit(record.id, taken.entity, label, taken.part, "").name
    found = []
    for before, after in zip(taken.before, taken.after, strict=True):
        was, now = Anchor.from_fields(before), Anchor.from_fields(after)
        if was.source == now.source:
            continue
        there = cite_place(was.place, was.place_end), cite_place(now.place, now.place_end)
        same, told = same_words(was.exact, now.exact), elsewhere(was.place, now.place)
        found.append(
            Passage(
                unit=unit,
                record=record.id,
                label=label,
                entity=taken.entity,
                part=PARTS.get(taken.part, taken.part),
                source=labels.label_of(db, was.source),
                outcome=("moved" if told else "same") if same else "changed",
                state="carried",
                why=told,
                turned=() if same else turned(was.exact, now.exact),
                likeness=1.0 if same else 0.0,
                words=was.exact,
                words_now=now.exact,
                place=there[0],
                place_now=there[1],
                start=now.start,
                end=now.end,
                changes=() if same else changes(was.exact, now.exact),
            )
        )
    return found
