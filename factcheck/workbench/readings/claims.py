"""A claim with everything that must travel with it: its statement, the question, the context, the other
texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.anchors import JOINT, Anchor
from factcheck.core.codes import sworn
from factcheck.core.views.claims import ClaimView, LaterView, StatementView, VariantView
from factcheck.store import rows, visibility
from factcheck.workbench import dates
from factcheck.workbench.readings import judgements, remarks
from factcheck.workbench.readings.cited import citations, cite, name, source_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored


def claim_view(db: Db, viewer: Viewer, claim: Stored) -> ClaimView:
    """A claim in full."""
    statement = rows.get(db, viewer, claim.get("statement"))
    before, after = around(statement, claim)
    whole = citations(db, viewer, statement)
    return ClaimView(
        head=claim.head,
        statement=statement.head,
        words=claim.get("words"),
        before=before,
        after=after,
        restatement=claim.get("restatement"),
        speaker=name(db, viewer, statement.get("speaker")),
        speaker_label=statement.get("speaker_label"),
        said_on=statement.get("said_on"),
        said_on_said=dates.said(statement.get("said_on")),
        forum=statement.get("forum"),
        addressee=name(db, viewer, statement.get("addressee")),
        on_behalf_of=name(db, viewer, statement.get("on_behalf_of")),
        reporter=statement.get("reporter"),
        question=statement.get("question"),
        question_by=name(db, viewer, statement.get("question_by")),
        question_quotation=statement.get("question_quotation"),
        context=statement.get("context"),
        elicited=claim.get("elicited") or statement.get("elicited"),
        clarity=statement.get("clarity"),
        responsive=statement.get("responsive"),
        form=claim.get("form") or statement.get("form"),
        status=statement.get("status"),
        status_basis=statement.get("status_basis"),
        sworn=sworn_of(statement),
        setting=statement.get("setting"),
        quotation=statement.get("quotation"),
        materiality=claim.get("materiality"),
        materiality_to=claim.get("materiality_to"),
        scope=claim.get("scope"),
        citations=citations(db, viewer, claim) or whole,
        question_citations=citations(db, viewer, statement, "question_at"),
        variants=variants(db, viewer, statement),
        later=later(db, viewer, statement),
        finding=visibility.finding_for(db, viewer, claim.id),
        notes=remarks.notes(db, viewer, claim.id),
        tags=remarks.tags(db, viewer, claim.id),
        dissents=judgements.dissents(db, viewer, claim.id),
        adjudications=judgements.adjudications(db, viewer, claim.id),
        statement_citations=whole,
        oath_citations=citations(db, viewer, statement, "oath"),
    )


def sworn_of(statement: Stored) -> str:
    """Whether the words were sworn: yes only where the swearing-in passage is cited."""
    return (
        "to-confirm"
        if (told := sworn(statement.get("status"))) == "yes" and not statement.anchors["oath"]
        else told
    )


def around(statement: Stored, claim: Stored) -> tuple[str, str]:
    """The statement's words before and after those of the claim; ("", "") where these are not found in
    them."""
    start, end = within(statement, claim)
    words = statement.get("words")
    return (words[:start], words[end:]) if end else ("", "")


def within(statement: Stored, claim: Stored) -> tuple[int, int]:
    """Where a claim's words stand in its statement's, in code points; (0, 0) where they are not found."""
    words, own = statement.get("words"), claim.get("words")
    anchors = claim.anchors["segments"]
    if anchors and statement.anchors["segments"]:
        start = offset_in(statement.anchors["segments"], anchors[0].start)
        if start is not None and words[start : start + len(own)] == own:
            return start, start + len(own)
    start = words.find(own)
    return (start, start + len(own)) if start >= 0 else (0, 0)


def offset_in(segments: Sequence[Anchor], offset: int) -> int | None:
    """The place in the joined words of an offset in the source."""
    position = 0
    for segment in segments:
        if segment.start <= offset <= segment.end:
            return position + offset - segment.start
        position += len(segment.exact) + len(JOINT)
    return None


def variants(db: Db, viewer: Viewer, statement: Stored) -> tuple[VariantView, ...]:
    """The other texts of the same utterance."""
    first = statement.get("variant_of") or statement.id
    family = [*rows.where(db, viewer, "statement", "variant_of", first)]
    if statement.get("variant_of") and (original := rows.find(db, viewer, first)):
        family.insert(0, original)
    found = []
    for other in family:
        if other.id != statement.id:
            source = rows.find(db, viewer, other.get("source")) if other.get("source") else None
            anchors = other.anchors["segments"]
            found.append(
                VariantView(
                    id=other.id,
                    label=other.label,
                    words=other.get("words"),
                    citation=cite(source, anchors[0] if anchors else None) if source else "",
                    source=source_name(source) if source else None,
                    quotation=other.get("quotation"),
                    citations=citations(db, viewer, other),
                )
            )
    return tuple(found)


def later(db: Db, viewer: Viewer, statement: Stored) -> tuple[LaterView, ...]:
    """Later statements that take this one up, by date."""
    taken_up = rows.where(db, viewer, "statement", "regarding", statement.id)
    return tuple(
        LaterView(
            id=other.id,
            label=other.label,
            said_on=other.get("said_on"),
            words=other.get("words"),
            afterwards=tuple(other.get("afterwards") or ()),
            days_after=dates.days_between(statement.get("said_on"), other.get("said_on")),
            prompted=other.get("prompted"),
            quotation=other.get("quotation"),
            citations=citations(db, viewer, other),
        )
        for other in sorted(taken_up, key=lambda other: dates.in_time(other.get("said_on")))
    )


def statement_view(db: Db, viewer: Viewer, statement: Stored) -> StatementView:
    """A statement shown alone, or as the other side of a link."""
    return StatementView(
        head=statement.head,
        words=statement.get("words"),
        speaker=name(db, viewer, statement.get("speaker")),
        said_on=statement.get("said_on"),
        said_on_said=dates.said(statement.get("said_on")),
        forum=statement.get("forum"),
        status=statement.get("status"),
        quotation=statement.get("quotation"),
        question=statement.get("question"),
        citations=citations(db, viewer, statement),
        status_basis=statement.get("status_basis"),
        question_by=name(db, viewer, statement.get("question_by")),
        question_quotation=statement.get("question_quotation"),
        question_citations=citations(db, viewer, statement, "question_at"),
        oath_citations=citations(db, viewer, statement, "oath"),
    )
