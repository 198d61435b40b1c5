"""Proposals as rows of the long lists: behind all records, and filtered as far as a filter fits them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.views.rows import BenchRow, RecordRow
from factcheck.store import pages

if TYPE_CHECKING:
    from factcheck.core.filters import Condition, Filter
    from factcheck.store.connect import Db
    from factcheck.store.pages import WaitingProposal


def count(db: Db, entity: str, wanted: Filter) -> int:
    """How many wait; with a filter, how many of them it lets through."""
    return len(matching(db, entity, wanted)) if wanted else pages.proposal_count(db, entity)


def page(db: Db, entity: str, wanted: Filter, offset: int, limit: int) -> list[WaitingProposal]:
    """Some of them, in the order of their sources; with a `limit` below 0 all from the offset on."""
    if wanted:
        return matching(db, entity, wanted)[offset : offset + limit if limit >= 0 else None]
    return pages.proposals(db, entity=entity, offset=offset, limit=limit)


def matching(db: Db, entity: str, wanted: Filter) -> list[WaitingProposal]:
    """Those that a filter lets through. A proposal is no record: it has no link, grade, status or tag."""
    if any(not _may_fit(condition) for condition in wanted.conditions):
        return []
    return [proposal for proposal in pages.proposals(db, entity=entity) if _fits(proposal, wanted)]


def _may_fit(condition: Condition) -> bool:
    if condition.key == "kind":
        return ("proposal" in condition.values) != condition.negated
    return condition.key in {"who", "date", "source"} or condition.negated


def _fits(proposal: WaitingProposal, wanted: Filter) -> bool:
    from factcheck.core.query import Query, spans
    from factcheck.core.words import fold

    content = proposal.content
    people = [content.get("speaker") or "", *(name for name, *_ in content.get("who") or ())]
    for condition in wanted.conditions:
        if condition.key == "who":
            holds = any(fold(value) in fold(name) for value in condition.values for name in people)
        elif condition.key == "source":
            holds = proposal.source_label.casefold() in {value.casefold() for value in condition.values}
        elif condition.key == "date":
            holds = _in_days(when_of(proposal), *condition.values)
        else:
            continue
        if holds == condition.negated:
            return False
    text = "\n".join([proposal.words, *people])
    return all(bool(spans(text, Query((word.term,)))) != word.negated for word in wanted.words)


def _in_days(edtf: str | None, first: str, last: str) -> bool:
    from factcheck.core.edtf import is_edtf, parse_edtf

    if not edtf or not is_edtf(edtf):
        return False
    when = parse_edtf(edtf)
    if when.earliest is None and when.latest is None:
        return False
    begins = when.earliest.isoformat() if when.earliest else "0000"
    ends = when.latest.isoformat() if when.latest else "9999-12-31"
    return begins <= (last or "9999-12-31") and ends >= first


def when_of(proposal: WaitingProposal) -> str | None:
    """The date that was read for it."""
    found = (proposal.content.get("said_on") or proposal.content.get("when") or {}).get("edtf")
    return str(found) if found else None


def basis_of(proposal: WaitingProposal) -> str:
    """Why something was proposed, and how sure the extractor is."""
    reasons = [proposal.content.get("speaker_basis") or "", *proposal.content.get("flags", ())]
    return " · ".join([part for part in reasons if part] + [f"{proposal.confidence} %"])


def as_statement(proposal: WaitingProposal) -> BenchRow:
    """A proposed statement as a row of the statements list."""
    return BenchRow(
        row="proposal",
        id=proposal.id,
        label=proposal.source_label,
        words=proposal.words,
        said_on=(proposal.content.get("said_on") or {}).get("edtf"),
        speaker=proposal.content.get("speaker"),
        basis=basis_of(proposal),
        confidence=proposal.confidence,
    )


def as_event(proposal: WaitingProposal, said_on: str | None = None) -> RecordRow:
    """A proposed event as a row of the record beside what was said on a day."""

    from factcheck.workbench import dates

    when = (proposal.content.get("when") or {}).get("edtf")
    return RecordRow(
        row="proposal",
        id=proposal.id,
        label=proposal.source_label,
        title=proposal.words,
        when=when,
        when_said=dates.said(when),
        who=tuple(who[0] for who in proposal.content.get("who", ())),
        established=None,
        scheduled_only=False,
        link=None,
        link_label=None,
        verdict="proposed",
        mark="",
        basis=basis_of(proposal),
        days=dates.days_between(when, said_on),
        confidence=proposal.confidence,
    )
