"""Line-number columns: numbers that ascend by one down a margin, beside the words and not part of them.

A column is believed where several pages have one (each from 1, or each going on where the one before
ended), or where the only page has a long one; a list that happens to be numbered has no such column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from factcheck.core.light import dataclass
from factcheck.read.pages.sheet import Run, Sheet, rows_of

LONG = 8
"""A column of so many numbers is one wherever it is found; a shorter one only where others stand."""

_LEAST = 2

WHOLE_PAGE = 20
"""Numbers that the column of a single page must have."""

CELLS = 4
"""Runs in a row from which on it is a row of a table."""

_NUMBER = re.compile(r"\d{1,4}")
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:[.:]\d{1,3})?(?: ?[AaPp][Mm])?")
_ALIGNED = 4.0
_SPACING = 0.3


class Numeral(NamedTuple):
    """A number at an end of a run: `left` tells at which. `edge` is where it is aligned: the right edge of
    numbers to the left of the words, which may be of one or two digits; of those to the right, either."""

    value: int
    text: str
    y: float
    edge: float
    left: bool
    run: Run


@dataclass(frozen=True, slots=True)
class Column:
    """Numbers of one column of one page, from top to bottom."""

    numerals: tuple[Numeral, ...]

    @property
    def left(self) -> bool:
        return self.numerals[0].left

    @property
    def edge(self) -> float:
        return self.numerals[0].edge

    @property
    def pitch(self) -> float:
        """From one number to the next, in points."""
        steps = [upper.y - lower.y for upper, lower in pairwise(self.numerals)]
        return median(steps) if steps else 24.0


class Lined(NamedTuple):
    """A sheet, and every column of two numbers or more that it holds, from left to right."""

    sheet: Sheet
    columns: Sequence[Column]


def lined(sheet: Sheet) -> Lined:
    """The sheet with its columns of numbers."""
    found: list[Column] = []
    for left in (True, False):
        ends = [(run, word) for run, word in _ends(sheet.runs, left) if _NUMBER.fullmatch(word)]
        for right_edge in (True, False) if len(ends) >= _LEAST else ():
            for aligned in _aligned(_numerals(ends, left, right_edge)):
                found += (Column(tuple(ascent)) for ascent in _ascents(aligned) if len(ascent) >= _LEAST)
    distinct = (_turned_to(column, sheet.runs) for column in _distinct(found))
    return Lined(sheet, sorted(distinct, key=attrgetter("edge")))


def columns_by_page(pages: Sequence[Lined]) -> list[Column | None]:
    """The line-number column of each page; None where it has none, or where none can be believed."""
    strong = [_outermost(page) for page in pages]
    if not _is_believed(strong):
        return [None] * len(pages)
    edges = {(column.left, round(column.edge)) for column in strong if column}
    return [column or _short(page.columns, edges) for column, page in zip(strong, pages, strict=True)]


def _ends(runs: Sequence[Run], left: bool) -> Iterable[tuple[Run, str]]:
    """The runs that begin or end with a digit, and their first or last word."""
    if left:
        return ((run, run.first) for run in runs if run.text[0].isdecimal())
    return ((run, run.last) for run in runs if run.text[-1].isdecimal())


def _numerals(ends: Iterable[tuple[Run, str]], left: bool, right_edge: bool) -> list[Numeral]:
    numerals = []
    for run, word in ends:
        edges = (run.x0, run.first_end) if left else (run.last_start, run.x1)
        numerals.append(Numeral(int(word), word, run.y, edges[right_edge], left, run))
    return numerals


def _aligned(numerals: list[Numeral]) -> Iterable[list[Numeral]]:
    """Numerals whose edges lie within a few points, each such group from top to bottom."""
    group: list[Numeral] = []
    for numeral in sorted(numerals, key=lambda one: one.edge):
        if group and numeral.edge - group[0].edge > _ALIGNED:
            yield sorted(group, key=lambda one: -one.y)
            group = []
        group.append(numeral)
    if group:
        yield sorted(group, key=lambda one: -one.y)


def _ascents(numerals: Sequence[Numeral]) -> Iterable[list[Numeral]]:
    """The stretches in which each number is one more than the one above it, at an even distance."""
    ascent: list[Numeral] = []
    for numeral in numerals:
        if ascent and not _goes_on(ascent, numeral):
            yield ascent
            ascent = []
        ascent.append(numeral)
    if ascent:
        yield ascent


def _goes_on(ascent: Sequence[Numeral], numeral: Numeral) -> bool:
    last = ascent[-1]
    if numeral.value != last.value + 1:
        return False
    if len(ascent) < 2:
        return True
    pitch, step = ascent[-2].y - last.y, last.y - numeral.y
    return step <= pitch * (1 + _SPACING) + 1 or len(ascent) < 4


def _distinct(columns: Sequence[Column]) -> list[Column]:
    """The same numerals are found by their left and by their right edge, and a run of one word by both ends:
    the longest reading of each stays."""
    kept: list[Column] = []
    taken: set[int] = set()
    for column in sorted(columns, key=lambda column: (-len(column.numerals), not column.left)):
        orders = {numeral.run.order for numeral in column.numerals}
        if not orders & taken:
            kept.append(column)
            taken |= orders
    return kept


def _turned_to(column: Column, runs: Sequence[Run]) -> Column:
    """Numbers that stand in runs of their own may be to the left or to the right of the words: the words
    tell."""
    if any(numeral.run.words > 1 for numeral in column.numerals):
        return column
    low, high = column.numerals[-1].y - 1, column.numerals[0].y + 1
    edge = max(numeral.run.x1 for numeral in column.numerals)
    after = sum(run.x0 > edge and low <= run.y <= high for run in runs)
    is_left = 4 * after >= len(column.numerals)
    if is_left == column.left:
        return column
    return Column(tuple(numeral._replace(left=is_left) for numeral in column.numerals))


def _outermost(page: Lined) -> Column | None:
    """The long column with nothing but it in its margin, and no table beside it."""
    for column in page.columns:
        if len(column.numerals) < LONG:
            continue
        low, high = column.numerals[-1].y, column.numerals[0].y
        beside = [run for run in page.sheet.runs if low - 1 <= run.y <= high + 1]
        numbers = {numeral.run.order for numeral in column.numerals}
        others = [run for run in beside if run.order not in numbers or run.words > 1]
        beyond = [run for run in others if _is_beyond(run, column) and not _TIME.fullmatch(run.text)]
        rows = rows_of(beside)
        tabular = sum(len(row.runs) > CELLS for row in rows)
        if others and not beyond and 3 * tabular <= len(rows):
            return column
    return None


def _is_beyond(run: Run, column: Column) -> bool:
    """Whether a run stands between the column and the edge of the paper."""
    return run.x1 < column.edge if column.left else run.x0 > column.edge


def _is_believed(strong: Sequence[Column | None]) -> bool:
    found = [column for column in strong if column]
    if len(strong) == 1 or len(found) == 1:
        return any(len(column.numerals) >= WHOLE_PAGE and column.numerals[0].value == 1 for column in found)
    from_one = sum(column.numerals[0].value == 1 for column in found)
    going_on = sum(
        before.numerals[-1].value + 1 == after.numerals[0].value
        for before, after in pairwise(strong)
        if before and after
    )
    return from_one >= 2 or going_on >= 2


def _short(columns: Sequence[Column], edges: set[tuple[bool, int]]) -> Column | None:
    """A column too short to be believed by itself, at the place where other pages have theirs."""
    for column in columns:
        if any(left == column.left and abs(edge - column.edge) <= 2 * _ALIGNED for left, edge in edges):
            return column
    return None


def in_margin(page: Lined, column: Column) -> list[Run]:
    """What else is printed beside the lines: times beyond the numbers, and the numbers once more on the other
    side."""
    times = [run for run in page.sheet.runs if _is_beyond(run, column) and _TIME.fullmatch(run.text)]
    twins = [
        numeral.run
        for other in page.columns
        if len(other.numerals) >= LONG
        and other.left != column.left
        and other.numerals[0].value == column.numerals[0].value
        for numeral in other.numerals
        if numeral.run.words == 1
    ]
    return [*times, *twins]


def without_numbers(
    runs: Sequence[Run], column: Column
) -> tuple[list[Run], dict[int, Numeral], list[Numeral]]:
    """The runs without the column's numbers; by a run's order, the number of its row; and the numbers beside
    which nothing stands.

    A number belongs to the row on its own baseline, else to the nearest within half a line.
    """
    numbers = {numeral.run.order for numeral in column.numerals}
    rest: list[Run] = []
    for run in runs:
        kept: Run | None = run
        if run.order in numbers:
            kept = run.without_first() if column.left else run.without_last()
        if kept is not None:
            rest.append(kept)
    rows = rows_of(rest)
    reach = column.pitch / 2
    claims: dict[int, tuple[float, Numeral]] = {}
    blank: list[Numeral] = []
    at = 0
    for numeral in column.numerals:
        while at + 1 < len(rows) and abs(rows[at + 1].y - numeral.y) <= abs(rows[at].y - numeral.y):
            at += 1
        distance = abs(rows[at].y - numeral.y) if rows else reach
        if distance < reach * 0.9 and (at not in claims or distance < claims[at][0]):
            if at in claims:
                blank.append(claims[at][1])
            claims[at] = distance, numeral
        else:
            blank.append(numeral)
    by_order = {run.order: numeral for at, (_, numeral) in claims.items() for run in rows[at].runs}
    return rest, by_order, blank
