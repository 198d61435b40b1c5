"""What the Bench shows beside its lists: the pair in full, the proposals, what is graded next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.core.views.pairs import Pair
from factcheck.core.views.proposals import ProposalView
from factcheck.store import pages, rows
from factcheck.store.pages import WaitingProposal
from factcheck.workbench import dates
from factcheck.workbench.readings import claims, events, judgements, proposed, registers, waiting

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.core.views.events import EventView, RowView
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db


def proposals(case: CaseFile, viewer: Viewer, source: str | None = None) -> list[ProposalView]:
    """The proposals that wait for a decision, by source and place."""
    with case.reading() as db:
        wanted = rows.of_sort(db, viewer, source, "source").id if source else None
        return [
            ProposalView(
                id=proposal.id,
                entity="statement" if proposal.entity == "statement" else "event",
                words=proposal.words,
                source=proposal.source,
                source_label=proposal.source_label,
                start=proposal.start,
                end=proposal.end,
                speaker=proposal.content.get("speaker"),
                when=waiting.when_of(proposal),
                confidence=proposal.confidence / 100,
                basis=waiting.basis_of(proposal),
            )
            for proposal in pages.proposals(db, source=wanted)
        ]


def pair(case: CaseFile, viewer: Viewer, claim: str, target: str | None) -> Pair:
    """A claim beside one thing of the record, both in full, with their link, if any, and what explains it.
    Either may still be a proposal; it is shown as the record it would become."""
    with case.reading() as db:
        said_proposal = proposed.waiting_for(db, viewer, claim)
        other_proposal = proposed.waiting_for(db, viewer, target) if target else None
        if said_proposal or other_proposal:
            return _proposed_pair(db, viewer, said_proposal or claim, other_proposal or target)
        said = rows.of_sort(db, viewer, claim, "claim")
        if open_row := registers.open_row(db, viewer, target):
            row = registers.open_row_view(db, viewer, open_row)
            return _with_row(pair_of(db, viewer, said, None, None), row)
        target = registers.recorded(db, viewer, target)
        other = rows.of_sort(db, viewer, target, "event", "statement", "claim", "row") if target else None
        link = judgements.link_between(db, viewer, said.id, other.id) if other else None
        return pair_of(db, viewer, said, other, link)


def _proposed_pair(
    db: Db, viewer: Viewer, claim: WaitingProposal | str, target: WaitingProposal | str | None
) -> Pair:
    """A pair of which one side at least waits for a decision: nothing links them yet."""
    if isinstance(claim, str):
        beside = pair_of(db, viewer, rows.of_sort(db, viewer, claim, "claim"), None, None)
    else:
        beside = Pair(proposed.claim_of(db, viewer, claim), None, None, None, (), None)
    if isinstance(target, WaitingProposal):
        event: EventView | None = proposed.event_of(db, viewer, target)
    elif target and (at := registers.row_at(db, viewer, target)):
        return _with_row(beside, registers.open_row_view(db, viewer, at))
    else:
        found = rows.of_sort(db, viewer, target, "event") if target else None
        event = events.event_view(db, viewer, found) if found else None
    days = dates.days_between(event.when, beside.claim.said_on) if event else None
    return replace(beside, event=event, days=days)


def _with_row(beside: Pair, row: RowView) -> Pair:
    """A claim beside a register's row that nothing links to it."""
    return replace(beside, row=row, days=dates.days_between(row.when, beside.claim.said_on))


def pair_of(db: Db, viewer: Viewer, claim: rows.Stored, other: rows.Stored | None,
            link: rows.Stored | None) -> Pair:  # fmt: skip
    """The same from records at hand; of what was merged into another, that one is shown."""
    view = claims.claim_view(db, viewer, claim)
    other = rows.standing(db, viewer, other) if other else None
    is_event = other is not None and other.head.entity == "event"
    event = events.event_view(db, viewer, other) if other is not None and is_event else None
    statement = None
    if other is not None and other.head.entity in {"statement", "claim"}:
        whole = rows.get(db, viewer, other.get("statement")) if other.head.entity == "claim" else other
        statement = claims.statement_view(db, viewer, whole)
    row = registers.row_view(db, viewer, other) if other is not None and other.head.entity == "row" else None
    beside = event or row
    when = beside.when if beside else statement.said_on if statement else None
    targets = [claim.id, claim.get("statement"), *([link.id] if link else [])]
    return Pair(
        claim=view,
        event=event,
        statement=statement,
        link=judgements.link_view(db, viewer, link) if link else None,
        explanations=events.explanations(db, viewer, *targets),
        days=dates.days_between(when, view.said_on),
        row=row,
    )


def next_ungraded(
    case: CaseFile, viewer: Viewer, after: str | None = None, *, back: bool = False
) -> tuple[str, str] | None:
    """The next pair (claim, target) that is linked and that the viewer has not graded in this round, or the
    one before, going round once.

    `after` is the link or the claim one stands on, by label or id; behind a claim its own links come last.
    """
    with case.reading() as db:
        waiting = pages.ungraded(db, viewer.reviewer or "")
        if not waiting:
            return None
        beyond = _links_beyond(db, viewer, after, back=back) if after else frozenset()
        if back:
            waiting.reverse()
        claim, _, link = next((pair for pair in waiting if pair[2] in beyond), waiting[0])
        return claim, judgements.target_of(db, viewer, rows.get(db, viewer, link))


def _links_beyond(db: Db, viewer: Viewer, here: str, *, back: bool) -> frozenset[str]:
    """The links behind a link, or before it, whether that is graded by now or not; of a claim, those behind
    all of its own, or before them."""
    order = pages.links_in_order(db)
    if back:
        order.reverse()
    found = rows.of_sort(db, viewer, here, "link", "claim")
    links = [found] if found.head.entity == "link" else rows.where(db, viewer, "link", "claim", found.id)
    own = [link.id for link in links]
    last = max((order.index(link) for link in own if link in order), default=-1)
    return frozenset(order[last + 1 :])


def merged(case: CaseFile, viewer: Viewer, ref: str) -> list[tuple[str, str, str]]:
    """The events or statements that were found to be the same as this one: (id, label, words)."""
    with case.reading() as db:
        found = rows.of_sort(db, viewer, ref, "event", "statement", "person")
        entity = found.head.entity
        words = {"event": "title", "statement": "words", "person": "name"}[entity]
        others = rows.where(db, viewer, entity, "same_as", found.id)
        return [(other.id, other.label, other.get(words)) for other in others if other.id != found.id]
