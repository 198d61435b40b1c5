"""Condensed transcripts: several logical pages on one sheet, each with its own line numbers.

Their order is never guessed: every logical page must have its number printed above or below its lines, and
the numbers must follow one another. A sheet of which this cannot be shown is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.errors import FactcheckError
from factcheck.read.pages.numbered import Column, Lined, lined
from factcheck.read.pages.sheet import Run, Sheet

LONG = 12
"""Numbers that each of two columns must have, on some sheet, for a document to be condensed."""

_ALIGNED = 10.0
_PAGE = re.compile(r"[-\s]*(?:[Pp]age|PAGE|[Pp]g\.?|[Pp]\.)?\s*(\d{1,5})[-\s]*")
_TOP = 700.0


@dataclass(slots=True)
class _Cell:
    """A logical page: its numbers, and the runs that were given to it."""

    column: Column
    left: float
    lower: float
    upper: float
    runs: list[Run]


def apart(sheets: Sequence[Sheet], name: str) -> list[Lined]:
    """The logical pages of condensed sheets, in order of their printed numbers; other sheets as they are.

    Raises FactcheckError where sheets are condensed and the order of their pages cannot be proved.
    """
    whole = [lined(sheet) for sheet in sheets]
    columns = [_from_the_first(one) for one in whole]
    long = [column for found in columns if _is_condensed(found) for column in found if _is_long(column)]
    for sheet, found in zip(sheets, columns, strict=True):
        if any(map(_is_interleaved, found)):
            raise _not_proved(sheet, name, "the words of two transcript pages run into one another")
    if not long:
        return whole
    edges = {(column.left, round(column.edge / _ALIGNED)) for column in long}
    columns = [[column for column in found if _stands_at(column, edges)] for found in columns]
    pages: list[Lined] = []
    for one, found in zip(whole, columns, strict=True):
        if found:
            pages += map(lined, _logical_pages(one.sheet, found, name))
        else:
            pages.append(one)
    return pages


def _from_the_first(one: Lined) -> list[Column]:
    return [column for column in one.columns if column.numerals[0].value == 1]


def _is_condensed(columns: Sequence[Column]) -> bool:
    """Numbers to the left and to the right of the same lines make no two pages."""
    sides = [column.left for column in columns if _is_long(column)]
    return sides.count(True) >= 2 or sides.count(False) >= 2


def _is_interleaved(column: Column) -> bool:
    """Whether most numbered lines hold their own number once more: the words of two logical pages stand so
    close that they cannot be told apart."""
    twice = sum(f" {numeral.text} " in numeral.run.text for numeral in column.numerals)
    return _is_long(column) and 2 * twice > len(column.numerals)


def _is_long(column: Column) -> bool:
    return len(column.numerals) >= LONG


def _stands_at(column: Column, edges: set[tuple[bool, int]]) -> bool:
    place = round(column.edge / _ALIGNED)
    return any((column.left, place + step) in edges for step in (-1, 0, 1))


def _logical_pages(sheet: Sheet, columns: Sequence[Column], name: str) -> list[Sheet]:
    """Tried with the numbers above the lines, then below them; one of the two must be free of doubt."""
    for above in (True, False):
        cells = _cells(columns)
        for run in sheet.runs:
            _cell_of(run, cells, above).runs.append(run)
        numbers = [_number(cell, above) for cell in cells]
        known = [number for number in numbers if number is not None]
        if len(known) == len(cells) == len(set(known)) == max(known) - min(known) + 1:
            order = sorted(range(len(cells)), key=lambda index: known[index])
            return [_as_sheet(sheet, cells[index]) for index in order]
    raise _not_proved(
        sheet,
        name,
        f"{len(columns)} transcript pages stand on it, and their printed numbers were not all found, or do "
        "not follow one another",
    )


def _not_proved(sheet: Sheet, name: str, why: str) -> FactcheckError:
    return FactcheckError(
        title="The order of the pages on a condensed sheet cannot be proved",
        detail=f"{name}, sheet {sheet.number}: {why}.",
        hint="Ask the reporting firm for the full-size transcript (PDF or ASCII text) and read that.",
    )


def _cells(columns: Sequence[Column]) -> list[_Cell]:
    """Where each logical page lies: from its own numbers to those of the next, sideways and down."""
    cells = []
    for column in columns:
        left = min(numeral.run.x0 for numeral in column.numerals) if column.left else column.edge
        upper, lower = column.numerals[0].y, column.numerals[-1].y
        cells.append(_Cell(column, left, lower, upper, []))
    return cells


def _cell_of(run: Run, cells: Sequence[_Cell], above: bool) -> _Cell:
    """The logical page that a run is part of: of those in its strip, the one whose lines are nearest."""
    sides = sorted({round(cell.left / 20) for cell in cells})
    numbered_left = cells[0].column.left
    if numbered_left:
        strip = max((side for side in sides if side * 20 - 12 <= run.x0), default=sides[0])
    else:
        strip = min((side for side in sides if run.x1 <= side * 20 + 12), default=sides[-1])
    within = [cell for cell in cells if round(cell.left / 20) == strip]
    return min(within, key=lambda cell: _distance(run, cell, above))


def _distance(run: Run, cell: _Cell, above: bool) -> float:
    """Zero amid its lines. A run between two logical pages is the head of the lower or the foot of the
    upper."""
    slack = cell.column.pitch * 0.6
    if cell.lower - slack <= run.y <= cell.upper + slack:
        return 0.0
    far = run.y - cell.upper if run.y > cell.upper else cell.lower - run.y
    return far if (run.y > cell.upper) == above else far + 10_000


def _number(cell: _Cell, above: bool) -> int | None:
    """The one page number on the given side of the lines; None where there is none, or more than one."""
    slack = cell.column.pitch * 0.6
    found = {
        int(match[1])
        for run in cell.runs
        if (run.y > cell.upper + slack if above else run.y < cell.lower - slack)
        and (match := _PAGE.fullmatch(run.text))
    }
    return found.pop() if len(found) == 1 else None


def _as_sheet(sheet: Sheet, cell: _Cell) -> Sheet:
    """A sheet of its own, moved so that the same things stand at the same height on each."""
    right, down = -cell.left + 72, _TOP - cell.upper
    return replace(
        sheet,
        runs=[_moved(run, right, down) for run in cell.runs],
        turned=[],
        hidden=[],
        beyond=0,
        pictures=0,
        notes=[],
        unfilled=0,
    )


def _moved(run: Run, right: float, up: float) -> Run:
    return run._replace(
        x0=run.x0 + right,
        x1=run.x1 + right,
        y=run.y + up,
        first_end=run.first_end + right,
        second_start=run.second_start + right,
        last_start=run.last_start + right,
        before_end=run.before_end + right,
    )
