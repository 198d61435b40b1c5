"""Variants: which text of an utterance its statement quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.core import records as r
from factcheck.core.rules import rules_of
from factcheck.core.views.records import Made
from factcheck.errors import FactcheckError
from factcheck.store import carrying as kin
from factcheck.store import rows
from factcheck.workbench.acts.named import in_use
from factcheck.workbench.acts.statements import add_claim
from factcheck.workbench.acts.versions import put_carried
from factcheck.workbench.carrying import QUESTION, WORDS, Sought, moved, sought
from factcheck.workbench.readings.comparing import primary_of, recorded_variants

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile
    from factcheck.store.rows import Stored

_OWN = frozenset({"label", "variant_of", "regarding", "afterwards", "prompted", "foreign_id", "same_as"})
"""What another text of the same utterance does not share with the first."""


def make_primary(case: CaseFile, viewer: Viewer, statement: str, source: str) -> Made:
    """Lets a statement quote another text of its words: its claims, links and grades stay with it, and grades
    are stale where the words differ. The text that it quoted stays as a variant of it."""
    with case.act(viewer) as act:
        primary = primary_of(act.db, viewer, in_use(act, viewer, statement, "statement"))
        target = in_use(act, viewer, source, "source")
        old = rows.get(act.db, viewer, primary.get("source") or primary.id)
        _refuse(act, primary, old, target)
        passages = _passages(act, viewer, primary, old, target)
        _withdraw_recorded(act, viewer, primary, target)
        _keep_old(act, viewer, primary)
        mine: dict[str, list[Sought]] = {}
        for passage in passages:
            mine.setdefault(passage.record, []).append(passage)
        for record, own in mine.items():
            stored = rows.get(act.db, viewer, record)
            put_carried(act, stored, moved(stored, own), target.id)
        return Made(primary.id, primary.label, act.batch)


def _refuse(act: Act, primary: Stored, old: Stored, target: Stored) -> None:
    if target.id == old.id:
        raise FactcheckError(f"{primary.label} quotes {target.label} already", exit_code=2)
    if target.id not in kin.variants(act.db, old.id):
        raise FactcheckError(
            f"{target.label} is no variant of {old.label}",
            "Only another text of the same words can take its place.",
            f"Say so first: factcheck edit {target.label} variant_of={old.label}.",
            2,
        )
    if target.get("kind") == "captions" and old.get("kind") != "captions":
        raise FactcheckError(
            "Captions locate words; they do not carry a quotation",
            f"{target.label} is captions, {old.label} is not.",
        )


def _passages(act: Act, viewer: Viewer, primary: Stored, old: Stored, target: Stored) -> list[Sought]:
    """The statement's passages and its claims' in the other text; refused where that lacks their words. A
    question that it lacks stays where it is."""
    claims = {claim.id for claim in rows.where(act.db, viewer, "claim", "statement", primary.id)}
    mine = [
        one
        for one in sought(act.db, viewer, old, target)
        if one.record in claims or (one.record == primary.id and one.part in {WORDS, QUESTION})
    ]
    if missing := [one for one in mine if one.now is None and one.part == WORDS]:
        raise FactcheckError(
            f"{target.label} does not have the words of {missing[0].label}",
            f"“{missing[0].anchor.exact}”: {missing[0].why}.",
            "Anchor them by hand where they stand, or keep the text that is quoted.",
        )
    lacking = {one.part for one in mine if one.now is None}
    return [one for one in mine if one.part not in lacking]


def _withdraw_recorded(act: Act, viewer: Viewer, primary: Stored, target: Stored) -> None:
    """A statement that recorded the other text gives way: its words are now the primary's."""
    for other in recorded_variants(act.db, viewer, primary):
        if other.get("source") != target.id:
            continue
        claims = rows.where(act.db, viewer, "claim", "statement", other.id)
        links = [link for one in (*claims, other) for link in _links(act, viewer, one)]
        if links:
            raise FactcheckError(
                f"{other.label} has links of its own",
                f"{', '.join(link.label for link in links)} would be lost from sight.",
                f"Withdraw them, or link the claims of {primary.label} instead.",
            )
        reason = f"{primary.label} quotes this text now"
        act.put("statement.withdrawn", other.id, {"withdrawn": True, "withdrawn_reason": reason})


def _links(act: Act, viewer: Viewer, record: Stored) -> list[Stored]:
    name = "claim" if record.head.entity == "claim" else "target"
    return rows.where(act.db, viewer, "link", name, record.id)


def _keep_old(act: Act, viewer: Viewer, primary: Stored) -> None:
    """The text that was quoted until now, as a variant."""
    names = rules_of(r.Statement).keys() - _OWN
    given: dict[str, Any] = {
        name: value
        for name in names
        if not name.startswith("withdrawn") and (value := primary.get(name)) is not None
    }
    for part, anchors in primary.anchors.items():
        given[part] = [anchor.as_fields() for anchor in anchors] or None
    id_ = act.fresh()
    record = r.Statement(label=act.label("statement", id_), variant_of=primary.id, **given)
    act.make("statement", record, id_)
    words = primary.get("words")
    add_claim(act, viewer, id_, words, primary.anchors[WORDS], 0, len(words))
