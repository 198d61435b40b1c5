"""A sheet of a workbook as a stream of rows."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import chain, islice

from factcheck.core.table import Table, TableRow, UnreadRow
from factcheck.read.tables.book import Book, Row, Sheet, open_book
from factcheck.read.tables.header import Beginning, beginning_of, distinct, letters, notes_on
from factcheck.read.tables.origin import Origin

_ROWS = 200


@contextmanager
def open_workbook(origin: Origin, header: bool | None = None, sheet: str | None = None) -> Iterator[Table]:
    """The table of one sheet: of `sheet`, else of the first that a person sees and that holds anything."""
    with open_book(origin) as book:
        chosen = _chosen(origin, book, sheet)
        rows = ((number, cells) for number, cells in chosen.rows if any(map(str.strip, cells)))
        first = list(islice(rows, _ROWS))
        start = beginning_of([cells for _, cells in first], header)
        stream = _rows(origin, chain(first, rows), start)
        yield Table(
            name=origin.name,
            columns=_columns(chosen, start),
            has_header=start.header is not None,
            rows=stream,
            sheet=chosen.name,
            sheets=book.names,
            unit="row",
            header=start.header or (),
            notes=(
                *_beside(book, chosen, sheet),
                *chosen.notes,
                *notes_on(start, first, header is None, "row"),
            ),
        )
        stream.close()


def _chosen(origin: Origin, book: Book, name: str | None) -> Sheet:
    if name is None:
        chosen = next(book.filled(), None)
        if chosen is None:
            raise origin.error(
                "There is no row in this workbook", "all its sheets are empty", "Check that it was saved."
            )
        return chosen
    if name not in book.names:
        raise origin.error(f"There is no sheet “{name}”", f"its sheets are {', '.join(book.names)}", "", 2)
    chosen = book.sheet(name)
    if not chosen.width:
        raise origin.error("The sheet is empty", name, f"Its sheets are {', '.join(book.names)}.")
    return chosen


def _beside(book: Book, chosen: Sheet, asked: str | None) -> Iterator[str]:
    """Which sheet the rows are of, where nobody said so and there are others."""
    if asked is None and len(book.names) > 1:
        others = ", ".join(f"“{name}”" for name in book.names if name != chosen.name)
        yield f"The rows are those of sheet “{chosen.name}”; there are also: {others}."


def _columns(sheet: Sheet, start: Beginning) -> tuple[str, ...]:
    names = start.header if start.header is not None else ("",) * start.width
    if start.header is None:
        return tuple(letters(sheet.first_column + column) for column in range(start.width))
    return distinct(names, sheet.first_column)


def _rows(
    origin: Origin, rows: Iterator[Row], start: Beginning
) -> Generator[TableRow | UnreadRow, None, None]:
    above = start.titles + (start.header is not None)
    for number, cells in islice(rows, above, None):
        if any("\0" in cell for cell in cells):
            yield origin.unread(number, number, "it holds a NUL character, which no text has", "row")
        elif any(map(str.strip, cells[start.width :])):
            why = f"it has cells beyond the columns that the header names ({start.width})"
            yield origin.unread(number, number, why, "row")
        else:
            yield TableRow(number, tuple(cells[: start.width]), number)
