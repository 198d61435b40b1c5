"""The lines of a page in reading order, as they will stand in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.read.pages.numbered import Column, Numeral
from factcheck.read.pages.order import Order, pitch_of, read_in_order
from factcheck.read.pages.page import Page
from factcheck.read.pages.sheet import Row, rows_of

_INDENTED = 0.7
"""Of the height of a line: less is no indentation."""

_SPACE = 0.45
"""Of the height of a line: about the width of a space, for indentations."""

_DEEPEST = 40
_APART = 1.5
"""Of the height of a line: a gap as wide as this is written as two spaces."""

_PARAGRAPH_GAP = 1.4
_SHARED = 0.1
_PAST_NUMBERS = 0.8


@dataclass(slots=True)
class Line:
    """One printed line. `why` is None for the words of the page, else why the line is no part of them.
    `numeral` is its printed number; `unnumbered` that it stands below the last one. `broken` says that the
    file itself goes on with its last word in the next line, `apart` that white space stands above it."""

    text: str
    indent: int = 0
    why: str | None = None
    numeral: Numeral | None = None
    unnumbered: bool = False
    broken: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page's lines from first to last, whether the order of some is a guess, and how many stand turned."""

    page: Page
    lines: tuple[Line, ...]
    unsure: bool
    turned: int


def lines_of(page: Page) -> PageLines:
    """What is printed above the words, the words, what is printed below them, and what stands turned."""
    middle = (page.head[0].y + page.foot[0].y) / 2 if page.head and page.foot else 0.0
    heads = list(_furniture(page, [row for row in page.head if row.y >= middle]))
    feet = list(_furniture(page, [row for row in reversed(page.foot) if row.y < middle]))
    body = [run for run in page.runs if run.order not in page.furniture]
    order = Order([rows_of(body)]) if page.column else read_in_order(body)
    words = list(_numbered(page, page.column, order) if page.column else _plain(order))
    turned = [
        Line(run.text, why=page.furniture.get(run.order), apart=not at)
        for at, run in enumerate(page.sheet.turned)
    ]
    read = sum(line.why is None for line in turned)
    return PageLines(page, (*heads, *words, *feet, *turned), order.unsure, read)


def _furniture(page: Page, rows: Iterable[Row]) -> Iterator[Line]:
    """What of these rows is furniture: the whole row, or only the page's number beside words."""
    for row in rows:
        runs = tuple(run for run in row.runs if run.order in page.furniture)
        if runs:
            reasons = {page.furniture[run.order] for run in runs}
            line = _line(Row(row.y, runs), runs[0].x0)
            line.why = "running-head" if "running-head" in reasons else "page-mark"
            yield line


def _plain(order: Order) -> Iterator[Line]:
    above: float | None = None
    for block in order.blocks:
        pitch = pitch_of(block)
        left = _left(block)
        for row in block:
            step = above - row.y if above is not None else 0.0
            usual = pitch or row.em * 1.2
            apart = step > max(_PARAGRAPH_GAP * min(usual, row.em * 2.2), row.em * 1.2)
            yield _line(row, left, apart=apart)
            above = row.y


def _numbered(page: Page, column: Column, order: Order) -> Iterator[Line]:
    """The rows and the blank numbered lines, from top to bottom."""
    rows = [row for block in order.blocks for row in block if row.runs]
    left = _left(rows)
    end = column.numerals[-1].y - _PAST_NUMBERS * column.pitch
    entries: list[tuple[float, Line]] = [(numeral.y, Line("", numeral=numeral)) for numeral in page.blank]
    entries += ((run.y + run.em / 2, Line(run.text, why="line-number")) for run in page.margin)
    taken: set[int] = set()
    for row in rows:
        numeral = next((n for run in row.runs if (n := page.numbers.get(run.order))), None)
        if numeral is not None and id(numeral) in taken:
            numeral = None
        line = _line(row, left)
        line.numeral, line.unnumbered = numeral, row.y < end
        if numeral is not None:
            taken.add(id(numeral))
        entries.append((row.y, line))
    entries.sort(key=lambda entry: -entry[0])
    for _, line in entries:
        yield line


def _left(rows: Sequence[Row]) -> float:
    """Where lines begin: the leftmost edge that several share; a heading may reach farther."""
    edges = Counter(round(row.runs[0].x0) for row in rows)
    shared = [edge for edge in edges if edges[edge] + edges[edge + 1] >= max(2, _SHARED * len(rows))]
    return float(min(shared or edges, default=0))


def _line(row: Row, left: float, *, apart: bool = False) -> Line:
    text = row.runs[0].text
    for before, run in pairwise(row.runs):
        space = "  " if run.x0 - before.x1 > _APART * row.em else " "
        text += space + run.text
    begin = row.runs[0].x0 - left
    indent = min(_DEEPEST, round(begin / (_SPACE * row.em))) if begin >= _INDENTED * row.em else 0
    return Line(text, indent, broken=row.runs[-1].broken, apart=apart)
