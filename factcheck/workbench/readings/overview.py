"""The case at a glance, a record's head, a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.store import cards
from factcheck.store.shelf import kept

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.core.views.records import Head, Summary
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db

_COUNTED = {
    "sources": "source",
    "statements": "statement",
    "claims": "claim",
    "events": "event",
    "links": "link",
    "people": "person",
    "reviewers": "reviewer",
    "explanations": "explanation",
}


def summary(case: CaseFile, viewer: Viewer) -> Summary:
    """Title, scope question and counts. Counting reads every record: once for each state of the case."""

    from factcheck.core.views.records import Summary

    with case.reading() as db:
        title, question, sample = cards.case_card(db)
        return Summary(
            title=title,
            question=question,
            sample=sample,
            path=str(case.path),
            counts=dict(kept(case, ("counts", viewer), lambda: _counts(db, viewer))),
        )


def _counts(db: Db, viewer: Viewer) -> dict[str, int]:
    from factcheck.store import pages, rows

    stored = rows.counts(db)
    counts = {plural: stored[entity] for plural, entity in _COUNTED.items()}
    counts["grades"] = rows.count_seen(db, viewer, "grade")
    counts["proposals"] = pages.proposal_count(db, "statement") + pages.proposal_count(db, "event")
    return counts


def title(case: CaseFile, viewer: Viewer) -> tuple[str, bool]:
    """What the case is called, and whether it is the sample: what a screen shows at once."""
    with case.reading() as db:
        title, _, sample = cards.case_card(db)
        return title, sample


def head(case: CaseFile, viewer: Viewer, ref: str) -> Head:
    """What a record says of itself."""

    from factcheck.store import rows

    with case.reading() as db:
        return rows.get(db, viewer, ref).head


def draft(case: CaseFile, viewer: Viewer, key: str) -> str | None:
    """Unsaved text of this viewer under a key."""

    from factcheck.store import drafts

    with case.reading() as db:
        return drafts.load(db, viewer.reviewer or "", key)
