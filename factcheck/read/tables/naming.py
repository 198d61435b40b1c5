"""The names of a table's cells in a Document: each cell its own while they are not too many, then each row
one, then none."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.core.document import Hole, Mark, Place
from factcheck.read.tables.header import letters

MAX_CELL_NAMES = 500_000
"""Cells of one document that are named one by one; in a larger table a row is named as a whole (A3:J3)."""

MAX_NAMES = 1_000_000
"""Marks of one document: what begins behind them has no name, and a hole says so."""


class Names:
    """Gathers the marks of a table. `each_cell` says whether there are few enough cells to name them all."""

    def __init__(self, each_cell: bool) -> None:
        self.each_cell = each_cell
        self.marks: list[Mark] = []
        self._letters: list[str] = []
        self._unnamed = 0

    def put(self, start: int, place: Place) -> None:
        """From `start` on the place is `place`."""
        if len(self.marks) < MAX_NAMES:
            self.marks.append(Mark(start, place))
            return
        if not self._unnamed:
            self.marks.append(Mark(start, Place()))
        self._unnamed += 1

    def put_cell(self, start: int, column: int, row: int, sheet: str = "") -> None:
        """The cell that begins at `start` stands in this column (from 0) and row (from 1) of the sheet."""
        self.put(start, Place(cell=f"{sheet}{self.letters(column)}{row}"))

    def put_row(self, start: int, columns: int, row: int, sheet: str = "", first: int = 0) -> None:
        """The row that begins at `start` has this many columns."""
        last = self.letters(first + max(1, columns) - 1)
        self.put(start, Place(cell=f"{sheet}{self.letters(first)}{row}:{last}{row}"))

    def letters(self, column: int) -> str:
        while column >= len(self._letters):
            self._letters.append(letters(len(self._letters)))
        return self._letters[column]

    def holes(self) -> Iterator[Hole]:
        if self._unnamed:
            where = f"rows behind the first {MAX_NAMES:,} places have no name"
            yield Hole(what="cell-names", where=where, count=self._unnamed)


MOST_TOLD = 50
"""Rows that cannot be read and are told one by one; the rest are counted."""


class Unread:
    """Gathers the holes of rows that cannot be read."""

    def __init__(self) -> None:
        self._holes: list[Hole] = []
        self._rest = 0

    def tell(self, where: str) -> None:
        if len(self._holes) < MOST_TOLD:
            self._holes.append(Hole(what="unreadable-row", where=where))
        else:
            self._rest += 1

    def holes(self) -> Iterator[Hole]:
        yield from self._holes
        if self._rest:
            yield Hole(what="unreadable-row", where="further rows, likewise", count=self._rest)
