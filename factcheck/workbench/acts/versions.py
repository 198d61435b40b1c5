"""Versions of a source: to say that one is a later version of another, and to carry its passages over.

An old version keeps its text and its history. What is carried over is re-anchored in the new one; what is
not stays where it was and is listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.core import records as r
from factcheck.core.anchors import Anchor, joined
from factcheck.core.catalogue import CARRIED, PRINTED, fields_of
from factcheck.core.light import dataclass
from factcheck.core.plain import same_words
from factcheck.core.views.records import Made
from factcheck.errors import FactcheckError
from factcheck.store import carrying as kept
from factcheck.store import pages, rows
from factcheck.workbench.acts.named import in_use
from factcheck.workbench.carrying import PARTS, WORDS, Sought, Unit, kept_id, moved, places_in, units
from factcheck.workbench.readings.source_texts import anchors_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile
    from factcheck.store.rows import Stored


@dataclass(frozen=True, slots=True)
class Carried:
    """What a carry-over did: the source, how many passages it has of each outcome among those that were
    sought, how many were carried in this act, and how many proposals were decided as in an earlier
    version."""

    made: Made
    same: int
    moved: int
    changed: int
    orphaned: int
    carried: int
    decided: int = 0


def set_version(case: CaseFile, viewer: Viewer, source: str, of: str | None) -> Made:
    """Says that a source is a later version of another, or (None) of none."""
    return _set_kin(case, viewer, source, "version_of", of)


def set_variant(case: CaseFile, viewer: Viewer, source: str, of: str | None) -> Made:
    """Says that a source is another text of the same words as another, or (None) of none."""
    return _set_kin(case, viewer, source, "variant_of", of)


def _set_kin(case: CaseFile, viewer: Viewer, source: str, name: str, of: str | None) -> Made:
    with case.act(viewer) as act:
        own = in_use(act, viewer, source, "source")
        other = in_use(act, viewer, of, "source") if of else None
        if other is not None:
            _refuse_ring(act, own, other)
        known = other.id if other else None
        if own.get(name) != known:
            act.put("source.edited", own.id, {name: known})
        return Made(own.id, own.label, act.batch)


def _refuse_ring(act: Act, own: Stored, other: Stored) -> None:
    ancestors = kept.earlier_versions(act.db, other.id)
    if own.id == other.id or own.id in ancestors or own.id == other.get("variant_of"):
        raise FactcheckError(
            f"{own.label} cannot come after {other.label}",
            "A source is no version or variant of itself, nor of one that comes after it.",
            exit_code=2,
        )


def carry(case: CaseFile, viewer: Viewer, source: str, refs: Sequence[str] = ()) -> Carried:
    """Carries over to a source what its earlier versions hold: all passages with the same words, in one act;
    with `refs` (labels of records, or units as the list of versions names them) those that a person accepts
    although their words changed."""
    with case.act(viewer) as act:
        target = _later(act, viewer, source)
        found = units(act.db, viewer, target)
        chosen = (
            _named(found, refs)
            if refs
            else [u for u in found if u.outcome in {"same", "moved"} and not u.kept]
        )
        if orphan := next((unit for unit in chosen if unit.outcome == "orphaned"), None):
            raise FactcheckError(
                f"{orphan.name} has no place in {target.label}",
                f"{_why(orphan)}.",
                "Anchor it by hand where its words stand, or leave it where it is.",
                2,
            )
        _move(act, viewer, target, [passage for unit in chosen for passage in unit.passages])
        decided = 0 if refs else _carry_decisions(act, viewer, target)
        counts = dict.fromkeys(("same", "moved", "changed", "orphaned"), 0)
        for unit in found:
            for passage in unit.passages:
                counts[passage.outcome] += 1
        made = Made(target.id, target.label, act.batch)
        carried = sum(len(unit.passages) for unit in chosen)
        return Carried(made, **counts, carried=carried, decided=decided)


def keep(case: CaseFile, viewer: Viewer, source: str, refs: Sequence[str]) -> list[Made]:
    """Leaves passages in the earlier version, and takes them out of what waits; all in one act."""
    with case.act(viewer) as act:
        target = _later(act, viewer, source)
        made = []
        for unit in _named(units(act.db, viewer, target), refs):
            if not unit.kept:
                decision = r.Decision(source=target.id, verdict="kept", record=unit.record)
                act.put("passage.kept", kept_id(unit.record, unit.part, target.id), fields_of(decision))
            made.append(Made(unit.record, unit.name, act.batch))
        return made


def anchor_by_hand(
    case: CaseFile, viewer: Viewer, source: str, ref: str, spans: Sequence[tuple[int, int]], part: str = WORDS
) -> Made:
    """Re-anchors one field of a record (words, question, oath) in a source that is a later version or a
    variant of the one it stands in. The words become those of the new place."""
    part = next((name for name, said in PARTS.items() if part in {name, said}), part)
    with case.act(viewer) as act:
        target = in_use(act, viewer, source, "source")
        record = rows.get(act.db, viewer, ref)
        old = record.anchors.get(part, ())
        if not old:
            raise FactcheckError(f"{record.label or ref} has no passage there to anchor anew", exit_code=2)
        kin = {*kept.earlier_versions(act.db, target.id), *kept.variants(act.db, target.id), target.id}
        if not {anchor.source for anchor in old} <= kin:
            raise FactcheckError(
                f"{target.label} is no text of the source of {record.label or ref}",
                "A passage moves between versions and variants of one document.",
                "Say so first: factcheck edit D version_of=D.",
                2,
            )
        if not spans:
            raise FactcheckError("No place was given", exit_code=2)
        new = anchors_for(act.db, target, list(spans))
        _refuse_torn(act, viewer, record, part, new)
        put_carried(act, record, {part: new}, target.id)
        return Made(record.id, record.label, act.batch)


def _refuse_torn(act: Act, viewer: Viewer, record: Stored, part: str, new: Sequence[Anchor]) -> None:
    """Claims stand within the words of their statement: where these move by hand, they go along only if they
    are the whole of it."""
    if record.head.entity != "statement" or part != WORDS:
        return
    claims = rows.where(act.db, viewer, "claim", "statement", record.id)
    for claim in claims:
        if claim.anchors[WORDS] != record.anchors[WORDS]:
            raise FactcheckError(
                f"{claim.label} is a part of {record.label}",
                "Where its words go cannot be told from the place of the whole.",
                f"Withdraw {claim.label}, or split {record.label} anew after it was moved.",
            )
    for claim in claims:
        put_carried(act, claim, {WORDS: list(new)}, None)


def _later(act: Act, viewer: Viewer, source: str) -> Stored:
    target = in_use(act, viewer, source, "source")
    if not target.get("version_of"):
        raise FactcheckError(
            f"{target.label} is not said to be a version of another source",
            "Passages are carried from an earlier version to a later one.",
            f"Say so: factcheck edit {target.label} version_of=D.",
            2,
        )
    return target


def _named(found: Sequence[Unit], refs: Iterable[str]) -> list[Unit]:
    """The units that labels, ids or the names of units mean."""
    chosen: dict[int, Unit] = {}
    for ref in refs:
        mine = [
            unit
            for unit in found
            if ref.casefold() in {unit.name.casefold(), unit.label.casefold(), unit.record.casefold()}
            or any(ref.casefold() in {p.label.casefold(), p.record.casefold()} for p in unit.passages)
        ]
        if not mine:
            raise FactcheckError(
                f"“{ref}” names nothing that waits here",
                ", ".join(dict.fromkeys(unit.name for unit in found[:10])),
                "`factcheck versions` lists what stands in the earlier version.",
                2,
            )
        chosen.update((id(unit), unit) for unit in mine)
    return list(chosen.values())


def _why(unit: Unit) -> str:
    return next(
        (p.why for p in unit.passages if p.outcome == "orphaned"), "its parts no longer follow one another"
    )


def _move(act: Act, viewer: Viewer, target: Stored, passages: Sequence[Sought]) -> None:
    by_record: dict[str, list[Sought]] = {}
    for passage in passages:
        by_record.setdefault(passage.record, []).append(passage)
    for record_id, mine in by_record.items():
        record = rows.get(act.db, viewer, record_id)
        put_carried(act, record, moved(record, mine), target.id)


def _carry_decisions(act: Act, viewer: Viewer, target: Stored) -> int:
    """What was decided of a proposal holds for the same words of the later version, too: one that is rejected
    stays rejected. How many are decided so."""
    decisions = 0
    waiting = pages.proposals(act.db, source=target.id)
    for earlier in kept.earlier_versions(act.db, target.id) if waiting else ():
        decided = [
            (proposal, decision)
            for proposal in pages.proposals(act.db, source=earlier, decided=True)
            if (decision := rows.find(act.db, viewer, f"proposal:{proposal.id}")) is not None
        ]
        places = [(proposal.start, proposal.end) for proposal, _ in decided]
        for (old, decision), found in zip(
            decided, places_in(act.db, earlier, target.id, places), strict=True
        ):
            if found is None:
                continue
            start, end = found
            same = [
                new
                for new in waiting
                if new.entity == old.entity
                and start < new.end
                and new.start < end
                and same_words(new.words, old.words)
            ]
            for new in same:
                waiting.remove(new)
                again = r.Decision(
                    source=target.id, verdict=decision.get("verdict"), record=decision.get("record")
                )
                act.put(f"proposal.{again.verdict}", f"proposal:{new.id}", fields_of(again))
                decisions += 1
    return decisions


def put_carried(act: Act, record: Stored, parts: dict[str, list[Anchor]], source: str | None) -> None:
    """The entry that re-anchors a record: its anchors, the words that are printed for them, its source."""
    given: dict[str, Any] = {}
    for part, anchors in parts.items():
        given[part] = [anchor.as_fields() for anchor in anchors]
        if (printed := PRINTED.get(part)) and record.get(printed) is not None:
            given[printed] = joined(tuple(anchors))
    if WORDS in parts and source and record.get("source"):
        given["source"] = source
    act.put(f"{record.head.entity}{CARRIED}", record.id, given)
