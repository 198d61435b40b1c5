"""A claim with its statement, and statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.light import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.core.findings import Finding
    from factcheck.core.views.citations import Citation
    from factcheck.core.views.judgements import AdjudicationView, DissentView, NoteView
    from factcheck.core.views.records import Head


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its statement and the question that drew it; `before` and `after` are the statement's
    words around the claim's own. `citations` are those of the claim's own words, `statement_citations` those
    of the whole, `oath_citations` the passage of the swearing-in."""

    head: Head
    statement: Head
    words: str
    before: str
    after: str
    restatement: str | None
    speaker: str | None
    speaker_label: str | None
    said_on: str | None
    said_on_said: str
    forum: str | None
    addressee: str | None
    on_behalf_of: str | None
    reporter: str | None
    question: str | None
    question_by: str | None
    question_quotation: str | None
    context: str | None
    elicited: str | None
    clarity: str | None
    responsive: str | None
    form: str | None
    status: str
    status_basis: str | None
    sworn: str
    setting: str | None
    quotation: str
    materiality: str | None
    materiality_to: str | None
    scope: Mapping[str, str] | None
    citations: tuple[Citation, ...]
    question_citations: tuple[Citation, ...]
    variants: tuple[VariantView, ...]
    later: tuple[LaterView, ...]
    finding: Finding | None
    notes: tuple[NoteView, ...]
    tags: tuple[str, ...]
    dissents: tuple[DissentView, ...]
    adjudications: tuple[AdjudicationView, ...]
    statement_citations: tuple[Citation, ...] = ()
    oath_citations: tuple[Citation, ...] = ()
    proposed: str | None = None
    """Why it was proposed and how sure that is, where nobody has accepted it yet."""


@dataclass(frozen=True, slots=True)
class VariantView:
    """Another text of the same utterance: its label, words and where they stand. Without a citation that has
    an anchor, the words were typed by a reviewer."""

    id: str
    label: str
    words: str
    citation: str
    source: str | None = None
    """What the source that prints it is called."""
    quotation: str = "direct"
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class LaterView:
    """A later statement that takes this one up, and how (reaffirmed, supplemented ...)."""

    id: str
    label: str
    said_on: str | None
    words: str
    afterwards: tuple[str, ...]
    days_after: int | None
    prompted: bool | None
    quotation: str = "direct"
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement as the other side of a link (changed account) or shown alone."""

    head: Head
    words: str
    speaker: str | None
    said_on: str | None
    said_on_said: str
    forum: str | None
    status: str
    quotation: str
    question: str | None
    citations: tuple[Citation, ...]
    status_basis: str | None = None
    question_by: str | None = None
    question_quotation: str | None = None
    question_citations: tuple[Citation, ...] = ()
    oath_citations: tuple[Citation, ...] = ()
