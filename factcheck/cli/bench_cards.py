"""The two sides and what joins them, as cards: a claim, an event, a link. The words always come first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.cli.cards import field
from factcheck.cli.tables import table, wrapped
from factcheck.cli.wording import distance, listed
from factcheck.core.codes import MODE_PHRASE, in_marks
from factcheck.core.rubric import AWARENESS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.core.views.citations import Citation
    from factcheck.core.views.claims import ClaimView, StatementView
    from factcheck.core.views.events import EventView, RowView
    from factcheck.core.views.judgements import ExplanationView, GradeView, NoteView
    from factcheck.core.views.pairs import Pair
    from factcheck.core.views.rows import RecordRow


def claim_card(claim: ClaimView, linked: Sequence[RecordRow]) -> Iterator[str]:
    """A claim with the question that drew it, where it stands, and all that is linked to it."""
    yield listed(f"{claim.head.label}  claim", _withdrawn(claim.head.withdrawn))
    yield from _said_in_full(claim)
    yield from _fields_of_claim(claim)
    yield ""
    if linked:
        yield "The record beside it:"
        yield from ("  " + line for line in _record_table(linked))
    else:
        yield f"Nothing of the record is linked. Next: factcheck link {claim.head.label} E1"
    if claim.finding is not None:
        yield ""
        yield from field("finding", listed(claim.finding.text, claim.finding.state))
    yield from _notes(claim.notes, claim.tags)


def event_card(event: EventView) -> Iterator[str]:
    """An event with its evidence; where sources differ, all they say."""
    yield listed(f"{event.head.label}  event", _withdrawn(event.head.withdrawn))
    yield from _event_in_full(event)
    yield from _notes(event.notes, event.tags)


def link_card(pair: Pair) -> Iterator[str]:
    """Claim and record in full, then every grade that the viewer may see."""
    link = pair.link
    if link is None:
        return
    yield listed(f"{link.head.label}  link", _withdrawn(link.head.withdrawn), distance(pair.days))
    yield ""
    yield f"{link.claim_label}  the claim"
    yield from _said_in_full(pair.claim)
    yield ""
    yield f"{link.target_label}  the record"
    if pair.event is not None:
        yield from _event_in_full(pair.event)
    if pair.statement is not None:
        yield from _statement_in_full(pair.statement)
    if pair.row is not None:
        yield from _row_in_full(pair.row)
    for explanation in pair.explanations:
        yield ""
        yield from _explanation(explanation)
    for grade in link.grades:
        yield from _grade(grade)
    if link.adjudications or link.dissents or link.hidden or not link.grades:
        yield ""
    for settled in link.adjudications:
        yield from field(f"settled, {settled.reviewer}", f"{settled.said}: {settled.reason}")
    for dissent in link.dissents:
        yield from field(f"dissent, {dissent.reviewer}", dissent.text)
    if link.hidden:
        yield "What others graded is not shown before you have graded."
    if not link.grades and not link.hidden:
        yield f"Not graded. Next: factcheck grade {link.head.label} c342"
    yield from _notes(link.notes, link.tags)


def _said_in_full(claim: ClaimView) -> Iterator[str]:
    yield ""
    if claim.question:
        yield from wrapped(f"Q. {_by(claim.question_by)}{claim.question}", indent="  ")
        yield ""
    speaker = claim.speaker or claim.speaker_label
    yield from wrapped(f"A. {_by(speaker)}{claim.before}[{claim.words}]{claim.after}", indent="  ")
    yield ""
    yield from wrapped(listed(claim.said_on_said, claim.forum, claim.status), indent="  ")
    yield from _citations(claim.citations)


def _fields_of_claim(claim: ClaimView) -> Iterator[str]:
    yield ""
    yield from field("restated", claim.restatement)
    for name in (
        "context",
        "addressee",
        "on_behalf_of",
        "reporter",
        "form",
        "elicited",
        "clarity",
        "responsive",
    ):
        yield from field(name.replace("_", " "), getattr(claim, name))
    yield from field("quotation", claim.quotation)
    yield from field("sworn", claim.sworn)
    yield from field("materiality", listed(claim.materiality, claim.materiality_to))
    yield from field("scope", dict(claim.scope or {}))
    for variant in claim.variants:
        yield from field(
            f"also as {variant.label}", listed(in_marks(variant.words, variant.quotation), variant.citation)
        )
    for later in claim.later:
        how = ", ".join(later.afterwards)
        days = f"{later.days_after} days later" if later.days_after is not None else None
        yield from field(
            f"later {later.label}", listed(later.said_on, days, how, in_marks(later.words, later.quotation))
        )


def _event_in_full(event: EventView) -> Iterator[str]:
    yield ""
    yield from wrapped(event.title, indent="  ")
    yield from wrapped(listed(event.when_said, event.place), indent="  ")
    if event.description:
        yield from wrapped(event.description, indent="  ")
    yield ""
    yield from field("established", event.established)
    if event.scheduled_only:
        yield from field("only", "scheduled for; nothing shows that it took place")
    who = [
        f"{name}{'?' if doubtful else ''}{f' ({capacity})' if capacity else ''}"
        for name, capacity, doubtful in event.who
    ]
    yield from field("who", ", ".join(who))
    yield from field("how many", event.count)
    for what, values in event.disagreements.items():
        differing = "; ".join(f"{value} ({cite})" for value, cite in values)
        yield from field(f"sources differ: {what}", differing)
    for line in event.searched:
        yield from wrapped(line, indent="  ")
    if not event.evidence and event.search is None:
        example = f"factcheck evidence {event.head.label} --source D1 --at WORDS --mode MODE"
        yield f"No evidence yet. Next: {example}"
    for evidence in event.evidence:
        yield ""
        yield listed(f"- {MODE_PHRASE[evidence.mode]}", f"tier {evidence.tier}" if evidence.tier else None)
        if evidence.words:
            yield from wrapped(f"“{evidence.words}”", indent="  ")
        yield from _citations(evidence.citations)
        for what, value in evidence.says.items():
            yield from field(f"  says {what}", value)


def _row_in_full(row: RowView) -> Iterator[str]:
    yield ""
    planned = f"{MODE_PHRASE[row.mode]}: " if row.mode == "scheduled" else ""
    yield from wrapped(f"{planned}{row.title}", indent="  ")
    where = f"row {row.number:,} of {row.source_label}"
    yield from wrapped(listed(row.when_said, where, row.mode), indent="  ")
    if row.gone:
        yield from field("gone", "a later import of the register no longer has it")
    for column, before, after in row.changed:
        yield from field("changed", f"{column}: {before or '(empty)'} -> {after or '(empty)'}")
    yield ""
    for column, value in row.cells:
        yield from field(column, value or None)


def _statement_in_full(statement: StatementView) -> Iterator[str]:
    yield ""
    if statement.question:
        yield from wrapped(f"Q. {statement.question}", indent="  ")
    yield from wrapped(f"{_by(statement.speaker)}{statement.words}", indent="  ")
    yield from wrapped(listed(statement.said_on_said, statement.forum, statement.status), indent="  ")
    yield from _citations(statement.citations)


def _explanation(explanation: ExplanationView) -> Iterator[str]:
    yield listed(f"{explanation.head.label}  explanation", explanation.offered, explanation.type)
    yield from wrapped(f"{_by(explanation.person)}“{explanation.words}”", indent="  ")
    yield from field("  fit", listed(explanation.fit, explanation.fit_why))
    yield from _citations(explanation.citations)


def _grade(grade: GradeView) -> Iterator[str]:
    stale = "STALE: the record has changed since" if grade.stale else None
    yield ""
    yield from wrapped(listed(f"{grade.reviewer}: {grade.said}", f"as of {grade.as_of}", stale), hang="  ")
    if grade.rationale:
        yield from wrapped(grade.rationale, indent="  ")
    if grade.reason:
        yield from wrapped(grade.reason, indent="  ")
    for reading in grade.readings:
        yield from field(f"  reading {reading['name']}", f"{reading.get('text', '')} = {reading['degree']}")
    yield from field("  scope", dict(grade.scope or {}))
    yield from field("  awareness", AWARENESS.get(grade.awareness or ""))
    for _, remark in grade.remarks:
        yield from wrapped(remark, indent="  ! ")


def _record_table(linked: Sequence[RecordRow]) -> list[str]:
    return table(
        ("LINK", "RECORD", "WHEN", "VERDICT", "WHAT"),
        [
            (
                row.link_label or "",
                row.label,
                row.when or "",
                row.verdict,
                listed(
                    f"scheduled for: {row.title}" if row.scheduled_only else row.title, distance(row.days)
                ),
            )
            for row in linked
        ],
    )


def _notes(notes: Sequence[NoteView], tags: Sequence[str]) -> Iterator[str]:
    if notes or tags:
        yield ""
    yield from field("tags", ", ".join(tags))
    for note in notes:
        yield from field(f"note, {note.reviewer}", f"{note.text} ({note.scope})")


def _citations(citations: Sequence[Citation]) -> Iterator[str]:
    for citation in citations:
        yield from wrapped(listed(citation.source_label, citation.cite), indent="  ")


def _by(speaker: str | None) -> str:
    return f"{speaker}: " if speaker else ""


def _withdrawn(withdrawn: bool) -> str | None:
    return "withdrawn" if withdrawn else None
