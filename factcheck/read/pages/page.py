"""A page while it is being read: its words, its line numbers, and what is printed around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.read.pages.numbered import (
    Column,
    Lined,
    Numeral,
    columns_by_page,
    in_margin,
    without_numbers,
)
from factcheck.read.pages.order import pitch_of
from factcheck.read.pages.sheet import Row, Run, Sheet, rows_of

EDGE_ROWS = 5
"""Rows at the top and at the bottom of a page that may be heads and feet."""


@dataclass(slots=True)
class Page:
    """`runs` are without line numbers; `numbers` gives by a run's order the number of its row, `blank` are
    those beside which nothing stands, `margin` is what else stands beside the lines. `printed` is the page
    number that was read on it, `furniture` says by a run's order why it is no part of the words."""

    sheet: Sheet
    runs: list[Run]
    column: Column | None = None
    numbers: dict[int, Numeral] = field(default_factory=dict)
    blank: list[Numeral] = field(default_factory=list)
    margin: list[Run] = field(default_factory=list)
    printed: str | None = None
    furniture: dict[int, str] = field(default_factory=dict)
    pitch: float = 0.0
    """From one of its rows to the next, usually."""
    head: list[Row] = field(default_factory=list)
    """From the outside in, as `foot` is."""
    foot: list[Row] = field(default_factory=list)

    def edges(self) -> Iterator[tuple[str, list[Row]]]:
        yield "head", self.head
        yield "foot", self.foot


def pages_of(sheets: Sequence[Lined]) -> list[Page]:
    """The pages, their line numbers told apart."""
    pages = []
    for lined, column in zip(sheets, columns_by_page(sheets), strict=True):
        sheet = lined.sheet
        page = Page(sheet, sheet.runs)
        if column:
            page.column = column
            page.margin = in_margin(lined, column)
            beside = {run.order for run in page.margin}
            runs = [run for run in sheet.runs if run.order not in beside]
            page.runs, page.numbers, page.blank = without_numbers(runs, column)
        rows = rows_of(page.runs)
        page.head, page.foot = _leading(rows, page), _leading(reversed(rows), page)
        page.pitch = pitch_of(rows)
        pages.append(page)
    return pages


def _leading(rows: Iterable[Row], page: Page) -> list[Row]:
    """The first few rows, or those before the numbered ones."""
    leading: list[Row] = []
    for row in rows:
        if len(leading) == EDGE_ROWS or any(run.order in page.numbers for run in row.runs):
            break
        leading.append(row)
    return leading
