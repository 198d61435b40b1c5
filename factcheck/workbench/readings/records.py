"""Single records in full, by label or id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.store import rows
from factcheck.workbench.readings import claims, events, judgements

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.core.views.claims import ClaimView, StatementView
    from factcheck.core.views.events import EventView
    from factcheck.core.views.pairs import LinkView
    from factcheck.store.case import CaseFile


def claim_view(case: CaseFile, viewer: Viewer, ref: str) -> ClaimView:
    """A claim with its statement, question and context."""
    with case.reading() as db:
        return claims.claim_view(db, viewer, rows.of_sort(db, viewer, ref, "claim"))


def event_view(case: CaseFile, viewer: Viewer, ref: str) -> EventView:
    """An event with its evidence and what its sources disagree on."""
    with case.reading() as db:
        return events.event_view(db, viewer, rows.of_sort(db, viewer, ref, "event"))


def statement_view(case: CaseFile, viewer: Viewer, ref: str) -> StatementView:
    """A statement."""
    with case.reading() as db:
        return claims.statement_view(db, viewer, rows.of_sort(db, viewer, ref, "statement"))


def link_view(case: CaseFile, viewer: Viewer, ref: str) -> LinkView:
    """A link with its judgements."""
    with case.reading() as db:
        return judgements.link_view(db, viewer, rows.of_sort(db, viewer, ref, "link"))
