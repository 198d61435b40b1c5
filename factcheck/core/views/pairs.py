"""A claim and what is set beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.light import dataclass

if TYPE_CHECKING:
    from factcheck.core.findings import FindingState
    from factcheck.core.views.claims import ClaimView, StatementView
    from factcheck.core.views.events import EventView, RowView
    from factcheck.core.views.judgements import (
        AdjudicationView,
        DissentView,
        ExplanationView,
        GradeView,
        NoteView,
    )
    from factcheck.core.views.records import Head


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link with all that was judged of it, as far as the viewer may see it."""

    head: Head
    claim: str
    claim_label: str
    target: str
    target_label: str
    grades: tuple[GradeView, ...]
    adjudications: tuple[AdjudicationView, ...]
    dissents: tuple[DissentView, ...]
    notes: tuple[NoteView, ...]
    tags: tuple[str, ...]
    hidden: bool
    """Whether the grades of others, if there are any, are kept from this viewer, who has not graded yet.
    Whether there are any is not told."""
    state: FindingState = "none"
    """How the grades that the viewer may see stand: settled, agreed, one reviewer's, or apart (range)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What the Bench shows in full: a claim beside one thing of the record. Without a link, `link` is
    None."""

    claim: ClaimView
    event: EventView | None
    statement: StatementView | None
    link: LinkView | None
    explanations: tuple[ExplanationView, ...]
    days: int | None
    row: RowView | None = None
