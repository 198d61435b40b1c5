"""Tables as they are read: a header and rows of cells, one at a time, however many."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.core.light import dataclass
from factcheck.errors import FactcheckError


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row. `number` is the file's own: a sheet's row number, the line at which a row of a text file
    begins, the place in a JSON list, all from 1; it never counts rows that were read. `cells` are as they
    stand, empty ones as ""; there are as many as the table has columns. `sheet_row` is the row in which a
    spreadsheet program shows it, as in the cell names of the Document of the same file; 0 where none would.
    """

    number: int
    cells: tuple[str, ...]
    sheet_row: int = 0


class UnreadRow(FactcheckError):
    """A row that could not be read, or several: `where` in the file of this `name`, and `why`, in words."""

    def __init__(self, name: str, where: str, why: str, hint: str = "") -> None:
        super().__init__("A row was not read", f"{name}, {where}: {why}.", hint)
        self.name, self.where, self.why = name, where, why

    def __reduce__(self) -> tuple[type[UnreadRow], tuple[str, str, str, str]]:
        return UnreadRow, (self.name, self.where, self.why, self.hint)


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows have not been read yet. `columns` are the header's words as they stand, made
    distinct where two are the same or one is empty; without a header they are the letters of a sheet (A, B
    ... AA).

    `rows` can be read through once and holds one row at a time in memory; a row that could not be read comes
    as the error that says which and why, in its place.

    `header` holds the header's cells before they were made distinct. `notes` are sentences for a person:
    what was guessed about the file, and what in it is no part of the rows. `unit` says what the numbers of
    its rows count: line, row (of a sheet), item (of a list), event (of a calendar).
    """

    name: str
    columns: tuple[str, ...]
    has_header: bool
    rows: Iterator[TableRow | UnreadRow]
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None
    notes: tuple[str, ...] = ()
    unit: str = "line"
