"""A long text in the rows of a width: only the lines that are asked for are read and wrapped.

A place is a pair: the number of a line of the text, and of a row within that line, both from 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from factcheck.tui.pages import Pages
from factcheck.tui.safe import shown
from factcheck.tui.text_rows import wrap

if TYPE_CHECKING:
    from factcheck.core.views.sources import TextLine

At = tuple[int, int]
_KEPT = 2_000


class Wrapped:
    """The lines of one source and the rows that each takes."""

    def __init__(self, lines: Pages[TextLine], width: int) -> None:
        self.lines = lines
        self._width = width
        self._rows: dict[int, list[tuple[int, int]]] = {}

    def set_width(self, width: int) -> None:
        if width != self._width:
            self._width = width
            self._rows.clear()

    def rows_of(self, number: int) -> list[tuple[int, int]]:
        """Start and end, within its line, of each row of a line."""
        rows = self._rows.get(number)
        if rows is None:
            line = self.lines.row(number)
            rows = wrap(shown(line.text), self._width, cell_len) if line else [(0, 0)]
            if len(self._rows) > _KEPT:
                self._rows.clear()
            self._rows[number] = rows
        return rows

    def row_holding(self, number: int, inside: int) -> int:
        """The row of a line that holds an offset within that line."""
        rows = self.rows_of(number)
        return next((n for n, (_, end) in enumerate(rows) if inside < end), len(rows) - 1)

    def below(self, at: At, rows: int) -> At | None:
        """So many rows further down; None beyond the end."""
        line, row = at
        rows += row
        while line < len(self.lines):
            here = len(self.rows_of(line))
            if rows < here:
                return line, rows
            rows -= here
            line += 1
        return None

    def above(self, at: At, rows: int) -> At:
        """So many rows further up, or the beginning."""
        line, row = at
        while rows and (line, row) != (0, 0):
            if row:
                row -= 1
            else:
                line -= 1
                row = len(self.rows_of(line)) - 1
            rows -= 1
        return line, row

    @property
    def last(self) -> At:
        """The last row."""
        line = len(self.lines) - 1
        return line, len(self.rows_of(line)) - 1
