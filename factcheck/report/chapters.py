"""The chapters of an annex: each statement once, under it its claims, under each what is linked to it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from factcheck.report import wording
from factcheck.report.apparatus import compare
from factcheck.report.judgement import finding_rests_on, grades, headline, settled
from factcheck.report.outline import (
    Block,
    Box,
    Bullets,
    Heading,
    Line,
    Notes,
    Pair,
    Para,
    Part,
    Run,
    Slots,
    Words,
    line,
    muted,
    strong,
)
from factcheck.report.record import (
    dated,
    event_head,
    event_in_full,
    explanation,
    facts,
    notes,
    oath,
    row_head,
    statement_head,
    statement_in_full,
)
from factcheck.report.speech import speech
from factcheck.report.statements import SpokenOnce, is_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.core.report import ClaimChapter, Exhibit
    from factcheck.core.views.claims import ClaimView, LaterView, VariantView
    from factcheck.report.bearings import Bearings

LONG = 600
"""Code points of a claim beyond which its words are not repeated beside each thing it is linked to."""


def chapters(b: Bearings) -> Iterator[Part]:
    """Every statement, then the events that are linked to no claim."""
    claims, links = count(1), count(1)
    for number, spoken in enumerate(b.spoken, 1):
        blocks: list[Block] = [*_statement(spoken, b)]
        for chapter in spoken.chapters:
            label = chapter.claim.head.label
            blocks.append(
                Part("claim", tuple(_claim(chapter, spoken, b, links)), f"claim-{next(claims)}", label)
            )
        yield Part("statement", tuple(blocks), f"statement-{number}", spoken.claim.statement.label)
    if b.report.other_events:
        told: list[Block] = [Heading(2, line("Events that are linked to no claim here"))]
        for number, event in enumerate(b.report.other_events, 1):
            inner = (*event_head(event, None, b, linked=False), *event_in_full(event, b))
            told.append(Part("event", inner, f"event-{number}"))
        yield Part("statement", tuple(told), "other-events", "Other events")


def speaker_of(claim: ClaimView) -> str:
    """Who speaks, as far as is known."""
    return claim.speaker or claim.speaker_label or "Speaker not known"


def _statement(spoken: SpokenOnce, b: Bearings) -> Iterator[Block]:
    claim = spoken.claim
    yield Heading(2, line(f"{speaker_of(claim)}, {claim.said_on_said}"), claim.statement.label)
    yield from b.flags(claim.statement)
    basis = wording.oath_basis(claim.status_basis, claim.oath_citations)
    aside = wording.date_aside(claim.said_on)
    printed_as = claim.speaker_label if claim.speaker_label != claim.speaker else None
    yield from facts(
        ("When", dated(claim.said_on_said, claim.said_on) if aside else None),
        ("Printed as", printed_as if claim.speaker else None),
        ("Where", claim.forum),
        ("To whom", claim.addressee),
        ("On behalf of", claim.on_behalf_of),
        ("Reported by", claim.reporter),
        ("Status", wording.status_words(claim.status, basis)),
        ("Sworn", wording.sworn_words(claim.sworn, basis)),
        ("Question was", claim.clarity),
        ("Answer was", claim.responsive),
        ("Setting", claim.setting),
    )
    yield from _question(claim, b)
    yield Heading(3, line("The words"))
    yield _whole_words(spoken, b)
    yield from oath(claim.oath_citations, b)
    yield from b.entered(claim.statement)
    if claim.variants:
        yield Heading(3, line("Other texts of the same words"))
        for variant in claim.variants:
            yield Box("variant", tuple(_variant(variant, spoken.words, b)))
    if claim.later:
        yield Heading(3, line("Later statements that take it up"))
        for later in claim.later:
            yield Box("later", tuple(_later(later, b)))


def _question(claim: ClaimView, b: Bearings) -> Iterator[Block]:
    if claim.question:
        yield Heading(3, line("The question, in full"))
        yield speech(
            claim.question, claim.question_quotation, claim.question_citations, b, by=claim.question_by
        )
    elif claim.question_by or claim.question_citations:
        by = f", asked by {claim.question_by}," if claim.question_by else ""
        yield Para(line(f"The question{by} is not recorded."))
        yield Notes(b.footnotes.of(claim.question_citations))
    elif claim.elicited != "no question":
        yield Para(line("No question is recorded."), "fine")
    if claim.context:
        yield Words("Context, as the reviewers give it", claim.context)


def _whole_words(spoken: SpokenOnce, b: Bearings) -> Block:
    claim = spoken.claim
    marked = any(marks for _, marks in spoken.stretches)
    words = tuple(Run(text, "mark" if marks else "plain") for text, marks in spoken.stretches)
    aside = ""
    if marked:
        one = len(spoken.chapters) == 1
        aside = "the claim’s own words are marked" if one else "the words of the claims are marked"
    wholes = [chapter.claim for chapter in spoken.chapters if is_whole(chapter.claim)]
    of_claims = tuple(citation for each in wholes for citation in each.citations)
    own = (*claim.statement_citations, *of_claims) or claim.citations
    return speech(words, claim.quotation, own, b, by=speaker_of(claim), size="whole", aside=aside)


def _variant(variant: VariantView, words: str, b: Bearings) -> Iterator[Block]:
    apparatus = compare(words, variant.words)
    as_printed = f", as {variant.source} has it" if variant.source else ""
    runs = tuple(Run(piece.text, "added" if piece.differs else "plain") for piece in apparatus.pieces)
    said = speech(runs, variant.quotation, variant.citations, b, by=f"{variant.label}{as_printed}")
    yield said
    if variant.citation and variant.citation not in {citation.cite for citation in variant.citations}:
        yield Para(line(variant.citation), "fine")
    if not apparatus.compared:
        yield Para(line("Too long to be compared word by word."), "fine")
    elif not apparatus.readings:
        yield Para(line("No word differs from the text above."), "fine")
    else:
        yield Bullets(tuple(_reading(r.after, r.theirs, r.ours) for r in apparatus.readings))


def _reading(after: str, theirs: str, ours: str) -> Line:
    where = line("after ", Run(after, "quoted"), ": ") if after else ()
    if theirs and ours:
        return line(where, "for ", Run(theirs, "quoted"), " this text has ", Run(ours, "quoted"))
    return line(where, "this text ", "adds " if ours else "lacks ", Run(ours or theirs, "quoted"))


def _later(later: LaterView, b: Bearings) -> Iterator[Block]:
    days = f", {wording.number(later.days_after, 'day')} after" if later.days_after is not None else ""
    how = ", ".join(later.afterwards) or "how it takes the words up is not recorded"
    prompted = "" if later.prompted is None else "; prompted" if later.prompted else "; unprompted"
    yield Para(
        line(b.point(later.label), f", {wording.date_words(later.said_on)}{days}: ", strong(how), prompted)
    )
    place = b.addresses.to(later.label)
    if place.startswith("statement"):
        yield Para(line("Its words are printed under ", b.point(later.label), "."), "fine")
        return
    yield speech(later.words, later.quotation, later.citations, b)


def _claim(chapter: ClaimChapter, spoken: SpokenOnce, b: Bearings, links: Iterator[int]) -> Iterator[Block]:
    claim, label = chapter.claim, chapter.claim.head.label
    yield Heading(3, headline(claim.finding), label)
    yield from b.flags(claim.head)
    if is_whole(claim):
        yield Para(line("The claim is the statement as a whole."), "fine")
    else:
        yield speech(claim.words, claim.quotation, claim.citations, b, printed=spoken.words)
    if claim.restatement:
        yield Words("Reviewers’ restatement, not the speaker’s words", claim.restatement, "restatement")
    yield from finding_rests_on(claim.finding, b)
    material = wording.coded(claim.materiality, wording.MATERIALITY_WORDS)
    to = muted(f" (to {claim.materiality_to})") if claim.materiality_to else None
    yield from facts(("Form", claim.form), ("Elicited", claim.elicited), ("Material", line(material, to)))
    if claim.scope:
        yield Slots("Scope of the claim", tuple(wording.pairs(claim.scope)))
    yield from b.entered(claim.head)
    for item in chapter.explanations:
        yield from explanation(item, label, b)
    yield from settled(claim.adjudications, claim.dissents, label, b)
    yield from notes(claim.notes, b)
    for exhibit in chapter.exhibits:
        yield Part("exhibit", tuple(_exhibit(exhibit, claim, b)), f"link-{next(links)}")
    if not chapter.exhibits and (claim.finding is None or claim.finding.links):
        yield Para(line("Nothing of the record is linked to this claim."), "fine")


def _exhibit(exhibit: Exhibit, claim: ClaimView, b: Bearings) -> Iterator[Block]:
    link = exhibit.link
    yield Heading(4, line(f"{link.claim_label} beside {link.target_label}"), link.head.label)
    yield from b.flags(link.head)
    yield from b.entered(link.head)
    said: tuple[Block, ...] = (
        Para(line("The words of ", b.point(claim.head.label), " are printed above."), "fine"),
    )
    if len(claim.words) <= LONG:
        who = f"{speaker_of(claim)}, {claim.said_on_said}"
        said = (speech(claim.words, claim.quotation, claim.citations, b, by=who, size="small"),)
    rest: list[Block] = []
    if exhibit.event:
        shown = [*event_head(exhibit.event, exhibit.days, b, linked=True)]
        if told_at := b.told_at(exhibit.event, link.head.label):
            rest.append(Para(line("Its evidence is printed in full under ", b.point(told_at), "."), "fine"))
        else:
            rest += event_in_full(exhibit.event, b)
    elif exhibit.statement:
        shown = [*statement_head(exhibit.statement, exhibit.days, b)]
        rest += statement_in_full(exhibit.statement, b)
    elif exhibit.row:
        shown = [*row_head(exhibit.row, exhibit.days, b)]
    else:
        shown = [
            Para(
                line(f"{link.target_label} is not printed. {wording.days_words(exhibit.days)}.".capitalize())
            )
        ]
    yield Pair(said, tuple(shown))
    yield from rest
    for item in exhibit.explanations:
        yield from explanation(item, link.head.label, b)
    yield from grades(link, b)
    yield from settled(link.adjudications, link.dissents, link.head.label, b)
    yield from notes(link.notes, b)
