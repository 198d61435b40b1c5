"""The pair for a small screen: question, answer and record, a few lines each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from factcheck.tui.cards import SCHEDULED, Block, answered, placed, quoted, who_explains
from factcheck.tui.matches import NO_MATCHES, Matches, Spans, underlined
from factcheck.tui.safe import said
from factcheck.tui.words import counted, dated, day, distance, listed, status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.core.views.events import EventView
    from factcheck.core.views.pairs import Pair


def brief_pair(pair: Pair, reasons: str | None = None, matches: Matches = NO_MATCHES) -> Iterator[Block]:
    """The pair for a small screen: Q, A and E, a few lines each."""
    claim = pair.claim
    if claim.question:
        asker = f"{claim.question_by}: " if claim.question_by else ""
        yield Block(_tail(asker, claim.question), Content.styled("Q ", "$record bold"), 2)
    yield Block(answered(claim, matches, around=40), Content.styled("A ", "$statement bold"), 3)
    cite = claim.citations[0].cite if claim.citations else "without a source"
    variants = counted(len(claim.variants), "variant") if claim.variants else None
    waiting = f"proposed: {claim.proposed}" if claim.proposed is not None else None
    yield Block(
        said(listed(waiting, cite, status(claim.status), claim.form, variants), "$dim"), Content("  "), 1
    )
    lead = Content.styled("E ", "$record bold")
    if pair.event is not None:
        event = pair.event
        title = f"{SCHEDULED}{event.title}" if event.scheduled_only else event.title
        when = listed(dated(event.when, event.when_said), distance(pair.days), between=", ")
        marked = underlined(title.rstrip("."), _shifted(matches, event))
        yield Block(Content.assemble(marked, ". ", said(when)), lead, 2)
        first = event.evidence[0] if event.evidence else None
        if first is not None:
            words = quoted(first.words, matches, "$dim") if first.words else Content("")
            yield Block(Content.assemble(words, said(placed(first), "$dim")), Content("  "), 2)
        for line in event.searched[1:]:
            yield Block(said(line, "$dim"), Content("  "), 2)
        if first is None and event.search is None:
            yield Block(said("no evidence yet", "$dim"), Content("  "), 1)
        tier = f"best tier {event.best_tier}" if event.best_tier else None
        passages = counted(len(event.evidence), "passage") if len(event.evidence) > 1 else None
        differ = f"sources differ on {', '.join(event.disagreements)}" if event.disagreements else None
        why = f"why: {reasons}" if reasons else f"proposed: {event.proposed}" if event.proposed else None
        if rest := listed(why if event.proposed else None, event.established, passages, tier, differ,
                          None if event.proposed else why):  # fmt: skip
            yield Block(said(rest, "$dim"), Content("  "), 1)
    elif pair.statement is not None:
        other = pair.statement
        yield Block(quoted(other.words, matches), lead, 3)
        yield Block(
            said(listed(other.speaker, day(other.said_on), status(other.status)), "$dim"), Content("  "), 1
        )
    elif pair.row is not None:
        planned = said(SCHEDULED) if pair.row.mode == "scheduled" else said("")
        what = Content.assemble(planned, matches.mark(pair.row.title), said(f" {day(pair.row.when)}"))
        yield Block(what, lead, 2)
        cells = listed(*(f"{name}: {value}" for name, value in pair.row.cells if value))
        yield Block(said(cells, "$dim"), Content("  "), 2)
    else:
        yield Block(said("nothing of the record is chosen", "$dim"), lead, 1)
    for explanation in pair.explanations[:1]:
        yield Block(said(f"{who_explains(explanation)}: “{explanation.words}”", "$dim"), Content("X "), 1)


def _tail(asker: str, question: str, keep: int = 120) -> Content:
    """The end of a long question: that is where what is asked stands."""
    cut = question if len(question) <= keep else "… " + question[-keep:].partition(" ")[2]
    return Content.assemble(said(asker), said(cut, "italic"))


def _shifted(matches: Matches, event: EventView) -> Spans:
    """The matches of an event's title where its lead stands before it."""
    shift = len(SCHEDULED) if event.scheduled_only else 0
    return tuple((start + shift, end + shift) for start, end in matches.beside.get(event.title, ()))
