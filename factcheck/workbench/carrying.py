"""What the passages of earlier versions become in a later one: sought, judged, and gathered into units that
are carried over as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from factcheck.core.anchors import CONTEXT, Anchor
from factcheck.core.changes import Outcome
from factcheck.core.entry import sha256
from factcheck.match.reanchoring import Found, reanchored
from factcheck.store import carrying, rows, texts
from factcheck.workbench.readings.source_texts import stands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.document import Place
    from factcheck.core.viewer import Viewer
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
"""From the best to the worst."""

WORDS, QUESTION, OATH = "segments", "question_at", "oath"
PARTS = {WORDS: "words", QUESTION: "question", OATH: "oath"}
"""What a field of anchors is called by people."""

_WHOLE = {"claim": "statement"}
"""Records whose passages lie within those of another, and go with them."""


@dataclass(frozen=True, slots=True)
class Sought:
    """One passage of an earlier version, and what became of it. `anchor` is as it stands, `now` where it
    would be in the later one, `instead` the words that an orphan's place holds there."""

    record: str
    entity: str
    label: str
    part: str
    anchor: Anchor
    outcome: Outcome
    found: Found
    why: str
    now: Anchor | None
    instead: str | None


@dataclass(slots=True)
class Unit:
    """Passages that go together or stay together: a field of a record, a statement's words with its claims'.

    `kept` says that a person has left it where it is.
    """

    record: str
    entity: str
    label: str
    part: str
    source: str
    passages: list[Sought] = field(default_factory=list)
    kept: bool = False

    @property
    def outcome(self) -> Outcome:
        """That of its worst passage; an orphan's where they would no longer follow one another."""
        if not _follow(self.passages):
            return "orphaned"
        return max((passage.outcome for passage in self.passages), key=OUTCOMES.index)

    @property
    def name(self) -> str:
        """How a person names it: `S4`, `S4.question`, `E2.evidence`."""
        part = "" if self.part == WORDS else PARTS.get(self.part, self.part)
        kind = self.entity if self.entity == "evidence" else ""
        return ".".join(filter(None, (self.label, kind, part)))


def kept_id(record: str, part: str, target: str) -> str:
    """The id of the decision to leave a unit where it is, beside a later version."""
    return "kept:" + sha256(f"{record} {part} {target}")[:24]


def units(db: Db, viewer: Viewer, target: Stored) -> list[Unit]:
    """The units that still stand in earlier versions of a source, in the order of their texts."""
    found: dict[tuple[str, str], Unit] = {}
    new = _text(db, target)
    for earlier in carrying.earlier_versions(db, target.id):
        old = rows.find(db, viewer, earlier)
        if old is None:
            continue
        for passage in sought(db, viewer, old, target, new):
            whole, entity, label = _whole(db, viewer, passage)
            unit = found.setdefault((whole, passage.part), Unit(whole, entity, label, passage.part, earlier))
            unit.passages.append(passage)
    for unit in found.values():
        unit.kept = rows.find(db, viewer, kept_id(unit.record, unit.part, target.id)) is not None
    return list(found.values())


def sought(db: Db, viewer: Viewer, old: Stored, target: Stored, new: str = "") -> list[Sought]:
    """Every passage that stands in a source, sought in another."""
    known: dict[str, bool] = {}
    standing = []
    for record, entity, label, part, anchor in rows.passages(db, old.id):
        if record not in known:
            known[record] = stands(db, viewer, record)
        if known[record]:
            standing.append((record, entity, label, part, anchor))
    anchors = [item[-1] for item in standing]
    return [
        Sought(record, entity, label, part, anchor, *judged)
        for (record, entity, label, part, anchor), judged in zip(
            standing, judged_all(db, old, target, anchors, new), strict=True
        )
    ]


Judged = tuple[Outcome, Found, str, Anchor | None, str | None]


def judged_all(db: Db, old: Stored, target: Stored, anchors: Sequence[Anchor], new: str = "") -> list[Judged]:
    """What became of each of these passages: outcome, where it was found, why, its new anchor, and what
    stands instead of it."""
    if not anchors:
        return []
    was, new = _text(db, old), new or _text(db, target)
    found = reanchored(was, new, [(anchor.start, anchor.end) for anchor in anchors])
    before = carrying.speakers(db, old.id, [anchor.start for anchor in anchors])
    after = carrying.speakers(db, target.id, [one.start or 0 for one in found])
    return [
        _judged(db, target, new, was, anchor, one, speaker, speaker_now)
        for anchor, one, speaker, speaker_now in zip(anchors, found, before, after, strict=True)
    ]


def places_in(db: Db, old: str, new: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int] | None]:
    """Where stretches of a source's text stand, with the same words, in another's; None where they do not."""
    if not spans:
        return []
    was, now = (texts.slice_of(db, source, 0, texts.length(db, source)) for source in (old, new))
    return [
        (found.start, found.end)
        if found.outcome in {"same", "moved"} and found.start is not None and found.end is not None
        else None
        for found in reanchored(was, now, spans)
    ]


def _judged(db: Db, target: Stored, new: str, was: str, anchor: Anchor, found: Found,
            speaker: str | None, speaker_now: str | None) -> Judged:  # fmt: skip
    if was[anchor.start : anchor.end] != anchor.exact:
        return "orphaned", found, "the earlier text is not here", None, None
    if found.start is None or found.end is None:
        instead = new[found.instead[0] : found.instead[1]] if found.instead else None
        return "orphaned", found, found.why, None, instead
    now = anchor_at(db, target, new, found.start, found.end)
    if speaker and speaker_now and _surname(speaker) != _surname(speaker_now):
        return "changed", found, f"{speaker_now} says it there, not {speaker}", now, None
    if found.outcome == "same" and (told := elsewhere(anchor.place, now.place)):
        return "moved", found, told, now, None
    return found.outcome, found, found.why, now, None


def _surname(speaker: str) -> str:
    return speaker.rstrip(".:").split()[-1].casefold() if speaker.split() else ""


def elsewhere(before: Place, after: Place) -> str:
    """In words, that a passage is printed on another page or line, in another cell, at another time."""
    for name in ("page", "line", "cell", "time"):
        was, now = getattr(before, name), getattr(after, name)
        if was is not None and now is not None and was != now:
            return f"now {name} {now}, was {was}"
    return ""


def anchor_at(db: Db, source: Stored, text: str, start: int, end: int) -> Anchor:
    """The anchor of a stretch of a stored source whose text is at hand."""
    return Anchor(
        source=source.id,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        place=texts.place_at(db, source.id, start),
        place_end=texts.place_at(db, source.id, end - 1),
    )


def _text(db: Db, source: Stored) -> str:
    return texts.slice_of(db, source.id, 0, source.get("length"))


def _whole(db: Db, viewer: Viewer, passage: Sought) -> tuple[str, str, str]:
    """The record with which a passage goes: id, sort and label."""
    field_name = _WHOLE.get(passage.entity)
    record = rows.find(db, viewer, passage.record)
    if record is not None and field_name and (whole := rows.find(db, viewer, record.get(field_name))):
        return whole.id, whole.head.entity, whole.label
    label = passage.label
    if not label and record is not None and record.get("event"):
        event = rows.find(db, viewer, record.get("event"))
        label = event.label if event else ""
    return passage.record, passage.entity, label


def _follow(passages: Sequence[Sought]) -> bool:
    """Whether the new places of a unit's passages follow one another in each record, as those before did."""
    ends: dict[tuple[str, str], int] = {}
    for passage in passages:
        if passage.now is not None:
            where = (passage.record, passage.part)
            if passage.now.start < ends.get(where, 0):
                return False
            ends[where] = passage.now.end
    return True


def moved(record: Stored, passages: Sequence[Sought]) -> dict[str, list[Anchor]]:
    """The anchors of a record, field by field, with those of these passages in their new places."""
    places = {
        (passage.part, passage.anchor): passage.now
        for passage in passages
        if passage.record == record.id and passage.now is not None
    }
    parts = {part for part, _ in places}
    return {
        part: [places.get((part, anchor)) or anchor for anchor in record.anchors[part]]
        for part in record.anchors
        if part in parts
    }
