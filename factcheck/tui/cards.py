"""A pair in words: the claim with its question on one side, the record with its evidence on the other.

Every function gives paragraphs (`Block`) for a text pane; a block knows its indent, so that it wraps cleanly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from factcheck.core.codes import MODE_PHRASE, TIER_WORDS, in_marks
from factcheck.core.light import dataclass
from factcheck.tui.matches import NO_MATCHES, Matches, underlined
from factcheck.tui.safe import printed, said, shown, unwrapped
from factcheck.tui.words import counted, dated, day, distance, listed, moment, status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.core.views.citations import Citation
    from factcheck.core.views.claims import ClaimView, StatementView
    from factcheck.core.views.events import EventView, EvidenceView, RowView
    from factcheck.core.views.judgements import ExplanationView, NoteView
    from factcheck.core.views.pairs import LinkView, Pair
    from factcheck.core.views.records import Head

NOTHING = Content("")
SCHEDULED = "scheduled for: "


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. `lead` stands before its first line, the rest hangs under it; `at_most` cuts."""

    words: Content
    lead: Content = NOTHING
    at_most: int | None = None
    keep: bool = False
    """Whether this must be seen at first, whatever long text stands before it."""

    def lines(self, width: int) -> list[Content]:
        """The block in lines of a width."""
        indent = self.lead.cell_length
        wrapped = self.words.wrap(max(width - indent, 8)) or [Content("")]
        if self.at_most is not None and len(wrapped) > self.at_most:
            wrapped = wrapped[: self.at_most]
            wrapped[-1] = wrapped[-1].rstrip().append(" …").truncate(max(width - indent, 8), ellipsis=True)
        hanging = Content(" " * indent)
        return [(hanging if number else self.lead).append(line) for number, line in enumerate(wrapped)]


BLANK = Block(Content(""))


def claim_card(claim: ClaimView, matches: Matches = NO_MATCHES) -> Iterator[Block]:
    """Question, answer with the claim's words bold within it, where it stands, what came later."""
    if claim.proposed is not None:
        yield Block(said(f"Proposed, not accepted yet: {claim.proposed}", "$dim italic"))
    yield from _in_conflict(claim.head)
    yield from _in_conflict(claim.statement)
    if claim.question:
        asked = listed(claim.question_by, claim.elicited, claim.clarity)
        yield _head("QUESTION", asked, "$record")
        yield Block(printed(claim.question, "italic"))
        if claim.context:
            yield Block(said(claim.context, "$dim italic"))
        yield BLANK
    said_on = day(claim.said_on) if claim.said_on else claim.said_on_said
    yield _head("ANSWER" if claim.question else "STATEMENT", listed(claim.speaker, said_on), "$statement")
    yield Block(answered(claim, matches), keep=True)
    if claim.restatement:
        yield Block(said(claim.restatement), Content.styled("read as  ", "$dim"))
    yield BLANK
    for citation in claim.citations:
        yield Block(said(citation.cite, "$dim"))
    if not claim.citations:
        yield Block(said("a reviewer's entry, without a source", "$dim"))
    yield Block(
        said(listed(claim.form, status(claim.status), claim.setting, claim.responsive, claim.forum), "$dim")
    )
    if claim.materiality:
        yield Block(said(listed(f"materiality {claim.materiality}", claim.materiality_to), "$dim"))
    if claim.variants:
        yield Block(Content.styled(counted(len(claim.variants), "variant") + ":", "$dim"))
        for variant in claim.variants:
            words = in_marks(variant.words, variant.quotation)
            where = listed(variant.source, variant.citation)
            yield Block(said(f"{words} {where}", "$dim"), Content("  "))
    if claim.finding is not None:
        yield BLANK
        yield _head("FINDING", claim.finding.state, "$record")
        yield Block(said(claim.finding.text))
    if claim.later:
        yield BLANK
        yield _head("LATER", counted(len(claim.later), "statement"), "$statement")
        for later in claim.later:
            after = f"{counted(later.days_after, 'day')} after" if later.days_after is not None else None
            said_how = listed(later.label, later.said_on, ", ".join(later.afterwards), after)
            yield Block(
                Content.assemble(said(said_how + "  ", "$dim"), said(in_marks(later.words, later.quotation)))
            )
    yield from _notes(claim.notes, claim.tags)
    for dissent in claim.dissents:
        yield _head("DISSENT", dissent.reviewer, "$contradiction")
        yield Block(said(dissent.text))


def record_card(pair: Pair, reasons: str | None = None, matches: Matches = NO_MATCHES) -> Iterator[Block]:
    """The record's side: an event with its evidence, or another statement; then explanations and grades."""
    if pair.event is not None:
        yield from _event(pair.event, pair.days, matches)
    elif pair.statement is not None:
        yield from _other_statement(pair.statement, pair.days, matches)
    elif pair.row is not None:
        yield from _row(pair.row, pair.days, matches)
    if reasons:
        yield BLANK
        yield _head("WHY", "", "$record")
        yield Block(said(reasons, "$dim"))
    for explanation in pair.explanations:
        yield BLANK
        yield from _explanation(explanation)
    if pair.link is not None:
        yield from _judged(pair.link)


def _event(event: EventView, days: int | None, matches: Matches) -> Iterator[Block]:
    if event.proposed is not None:
        yield Block(said(f"Proposed, not accepted yet: {event.proposed}", "$dim italic"))
    yield from _in_conflict(event.head)
    when = dated(event.when, event.when_said)
    yield _head("EVENT", listed(when, distance(days), event.established), "$record")
    lead = Content.styled(SCHEDULED, "bold") if event.scheduled_only else NOTHING
    yield Block(lead.append(matches.mark(event.title, "bold")))
    if event.description:
        yield Block(said(event.description))
    who = [
        f"{name}{'?' if doubtful else ''}{f' ({capacity})' if capacity else ''}"
        for name, capacity, doubtful in event.who
    ]
    if event.place or who:
        yield Block(said(listed(", ".join(who), event.place), "$dim"))
    if event.count is not None:
        yield Block(said(f"a set of {event.count}", "$dim"))
    for line in event.searched:
        yield Block(said(line, "$dim"))
    yield BLANK
    tier = f"best tier {event.best_tier}" if event.best_tier else ""
    yield _head("EVIDENCE", listed(counted(len(event.evidence), "passage"), tier), "$record")
    for evidence in event.evidence:
        words = quoted(evidence.words, matches) if evidence.words else NOTHING
        yield Block(Content.assemble(words, said(placed(evidence), "$dim")))
    for field, values in event.disagreements.items():
        yield _head("SOURCES DIFFER", field, "$contradiction")
        for value, cite in values:
            yield Block(Content.assemble(said(value), said(f"  {cite}", "$dim")), Content("  "))
    yield from _notes(event.notes, event.tags)


def quoted(words: str, matches: Matches, style: str = "") -> Content:
    return Content.assemble(said("“", style), matches.mark(words, style), said("” ", style))


def _in_conflict(head: Head) -> Iterator[Block]:
    """Fields that two people set to different values, neither having seen the other's."""
    if head.conflicts:
        fields = ", ".join(name.replace("_", " ") for name in head.conflicts)
        yield Block(said(f"‡ two values of {fields}: edit it and choose one", "bold $contradiction"))


def _row(row: RowView, days: int | None, matches: Matches) -> Iterator[Block]:
    yield _head("ROW", listed(row.head.label, day(row.when), distance(days)), "$record")
    lead = Content.styled(SCHEDULED, "bold") if row.mode == "scheduled" else NOTHING
    yield Block(lead.append(matches.mark(row.title, "bold")))
    if row.gone:
        yield Block(said("gone: a later import of the register no longer has it", "$contradiction"))
    for column, before, after in row.changed:
        yield Block(said(f"changed: {column} was {before or '(empty)'}, is {after or '(empty)'}", "$record"))
    for name, value in row.cells:
        if value:
            yield Block(said(value), said(f"{name}  ", "$dim"))
    mode = None if row.mode == "reported" else MODE_PHRASE.get(row.mode, row.mode)
    yield Block(said(listed(row.source, f"row {row.number}", mode), "$dim"))


def _other_statement(other: StatementView, days: int | None, matches: Matches) -> Iterator[Block]:
    yield _head(
        "STATEMENT", listed(other.head.label, other.speaker, day(other.said_on), distance(days)), "$statement"
    )
    if other.question:
        yield Block(printed(other.question, "italic"))
    yield Block(quoted(other.words, matches))
    yield Block(said(listed(status(other.status), *_cites(other.citations)), "$dim"))


def _explanation(explanation: ExplanationView) -> Iterator[Block]:
    yield _head(
        "EXPLANATION", listed(who_explains(explanation), explanation.said_on, explanation.type), "$record"
    )
    yield Block(said(f"“{explanation.words}”"))
    fit = explanation.fit
    if fit:
        fit = f"{fit} borne out" if fit == "partly" else fit
        yield Block(
            Content.assemble(
                said(fit, "bold"), said(f": {explanation.fit_why}" if explanation.fit_why else "")
            )
        )
    yield Block(said(listed(*_cites(explanation.citations)), "$dim"))


def _judged(link: LinkView) -> Iterator[Block]:
    if link.grades or link.hidden:
        yield BLANK
        hidden = "others' grades are hidden until you have graded" if link.hidden else ""
        yield _head("GRADES", listed(link.head.label, hidden), "$record")
    for grade in link.grades:
        stale = (
            Content.styled("  stale: the record has changed since", "$contradiction")
            if grade.stale
            else Content("")
        )
        yield Block(Content.assemble(said(f"{grade.reviewer}  ", "bold"), said(grade.said), stale))
        if grade.rationale:
            yield Block(said(f"“{grade.rationale}”", "$dim"), Content("  "))
    for settled in link.adjudications:
        yield Block(Content.assemble(said(f"settled by {settled.reviewer}  ", "bold"), said(settled.said)))
        yield Block(said(settled.reason, "$dim"), Content("  "))
    for dissent in link.dissents:
        yield Block(Content.assemble(said(f"dissent of {dissent.reviewer}  ", "bold"), said(dissent.text)))
    yield from _notes(link.notes, link.tags)


def _notes(notes: tuple[NoteView, ...], tags: tuple[str, ...]) -> Iterator[Block]:
    if notes or tags:
        yield BLANK
    if tags:
        yield Block(said("tags: " + ", ".join(tags), "$dim"))
    for depth, note in threaded(notes):
        head = f"{note.reviewer}, {moment(note.head.made_at)}, {note.scope}: "
        lead = Content.styled("  " * depth + ("↳ " if depth else "NOTE "), "$record bold")
        yield Block(Content.assemble(said(head, "$dim"), said(note.text)), lead)


def threaded(notes: Sequence[NoteView]) -> list[tuple[int, NoteView]]:
    """The notes in threads, each answer behind what it answers: (how deep, note)."""
    known = {note.head.id for note in notes}
    answers: dict[str | None, list[NoteView]] = {}
    for note in notes:
        answers.setdefault(note.parent if note.parent in known else None, []).append(note)
    found: list[tuple[int, NoteView]] = []
    waiting = [(0, note) for note in reversed(answers.pop(None, []))]
    while waiting:
        depth, note = waiting.pop()
        found.append((depth, note))
        waiting += [(depth + 1, answer) for answer in reversed(answers.pop(note.head.id, []))]
    return found


def _head(word: str, rest: str, style: str) -> Block:
    return Block(Content.assemble((word, f"{style} bold"), said(f"  {rest}" if rest else "", "$dim")))


def answered(claim: ClaimView, matches: Matches, around: int | None = None) -> Content:
    before, after = claim.before, claim.after
    if around is not None:
        if len(before) > around:
            before = "… " + before[-around:].partition(" ")[2]
        if len(after) > around:
            after = after[:around].rpartition(" ")[0] + " …"
    return Content.assemble(printed(before), underlined(claim.words, matches.said, "bold"), printed(after))


def placed(evidence: EvidenceView) -> str:
    mode = None if evidence.mode == "reported" else MODE_PHRASE.get(evidence.mode, evidence.mode)
    tier = f"tier {evidence.tier}, {TIER_WORDS[evidence.tier]}" if evidence.tier in TIER_WORDS else None
    return listed(*_cites(evidence.citations), tier, mode, evidence.origin)


def _cites(citations: tuple[Citation, ...]) -> list[str]:
    return [citation.cite for citation in citations]


def who_explains(explanation: ExplanationView) -> str:
    person = explanation.person or "someone"
    return f"{person} for {explanation.on_behalf_of}" if explanation.on_behalf_of else person


def quotation(words: str, citation: Citation | None) -> str:
    """What `y` copies: the quotation and its citation, as plain text without control characters."""
    words = unwrapped(words)
    return shown(f"“{words}” ({citation.cite})" if citation is not None else f"“{words}”")
