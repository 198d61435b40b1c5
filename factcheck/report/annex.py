"""The fact-check annex as an outline: the one place that says what it holds and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.back_matter import back
from factcheck.report.bearings import bearings_of
from factcheck.report.chapters import chapters
from factcheck.report.discretion import printable
from factcheck.report.front_matter import front

if TYPE_CHECKING:
    from factcheck.core.report import Report
    from factcheck.report.outline import Part


def annex(report: Report) -> tuple[Part, ...]:
    """The parts of the annex. What may not be printed is not in them."""
    bearings = bearings_of(printable(report))
    return (*front(bearings), *chapters(bearings), *back(bearings))
