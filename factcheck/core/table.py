"""Tables as they are read: a header and rows of cells, one at a time, however many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.errors import FactcheckError


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row. `number` is the file's own: a sheet's row number, the line at which a row of a text file
    begins, both from 1; it never counts rows that were read. `cells` are as they stand, empty ones as "";
    there are as many as the table has columns."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows have not been read yet. `columns` are the header's words as they stand, made
    distinct where two are the same or one is empty; without a header they are the letters of a sheet (A, B
    ... AA).

    `rows` can be read through once and holds one row at a time in memory; a row that could not be read comes
    as the error that says which and why, in its place.
    """

    name: str
    columns: tuple[str, ...]
    has_header: bool
    rows: Iterator[TableRow | FactcheckError]
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
