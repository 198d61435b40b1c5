"""Finding the way in the lists: where a record stands, and the last ungraded link before here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.pages import PAGE, Pages

if TYPE_CHECKING:
    from factcheck.core.views.rows import RecordRow
    from factcheck.tui.desk import Desk

SEEN = 512
"""Rows of the record that are looked through: what is linked comes first."""


def index_of(pages: Pages[RecordRow], id: str) -> int:
    """The row of a record, or the first."""
    for index in range(min(len(pages), SEEN)):
        row = pages.row(index)
        if row is not None and row.id == id:
            return index
    return 0


def previous_ungraded(desk: Desk, before: int) -> tuple[str, str] | None:
    """The nearest claim above a row of the Bench that has an ungraded link, and what that is linked to."""
    stop = before
    while stop > 0:
        start = max(stop - PAGE, 0)
        for row in reversed(desk.bench_rows(start, stop - start)):
            if row.row != "claim" or not row.links or (row.finding is not None and not row.finding.ungraded):
                continue
            for target in desk.record_rows(row.id, 0, min(row.links, SEEN)):
                if target.link is not None and target.verdict == "not graded":
                    return row.id, target.id
        stop = start
    return None
