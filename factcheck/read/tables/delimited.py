"""CSV and its relatives as a stream of rows: one row in memory at a time, however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from factcheck.core.table import Table, TableRow, UnreadRow
from factcheck.errors import FactcheckError
from factcheck.read.tables.characters import Encoding, Lines, beginning, encoding_of
from factcheck.read.tables.dialect import CALLED, Dialect, Record, dialect_of, records, without_last_line
from factcheck.read.tables.header import MAX_COLUMNS, Beginning, beginning_of, distinct, letters, notes_on
from factcheck.read.tables.origin import Origin

SAMPLE = 262_144
"""Characters by which the delimiter and the header are told."""

_ROWS = 200


@contextmanager
def open_delimited(
    origin: Origin, header: bool | None = None, delimiter: str | None = None
) -> Iterator[Table]:
    """The table of a text whose cells are divided by a sign; raises FactcheckError where it holds no row."""
    if delimiter is not None and (len(delimiter) != 1 or delimiter in '"\r\n \0'):
        raise FactcheckError(
            "This sign cannot divide cells", f"“{delimiter}”", "Name one character, such as ; or |.", 2
        )
    encoding = encoding_of(origin)
    sample = without_last_line(beginning(origin, encoding, SAMPLE + 1), SAMPLE)
    dialect = dialect_of(sample, origin.name, delimiter)
    first, broken = _first_records(origin, encoding, dialect)
    if broken and header:
        unread = origin.unread(broken.first, broken.last, str(broken.fault))
        raise FactcheckError("The row that names the columns was not read", unread.detail, "Mend it.")
    guessed, header = header is None, False if broken else header
    start = beginning_of([record.cells for record in first], header)
    if not start.width:
        raise origin.error(
            "There is no row in this table", "it has no line with a word", "Check that it was saved."
        )
    if start.width > MAX_COLUMNS:
        raise origin.error(
            "The table is too wide", f"it has {start.width:,} columns; {MAX_COLUMNS:,} at most"
        )
    lines = Lines(origin, encoding)
    try:
        yield Table(
            name=origin.name,
            columns=_columns(start),
            has_header=start.header is not None,
            rows=_rows(origin, lines, dialect, start),
            header=start.header or (),
            encoding=encoding.name,
            delimiter=dialect.delimiter,
            notes=tuple(_notes(encoding, dialect, start, first, guessed=(guessed, delimiter is None))),
        )
    finally:
        lines.close()


def _first_records(
    origin: Origin, encoding: Encoding, dialect: Dialect
) -> tuple[list[Record], Record | None]:
    """The first rows that can be read and are not blank; and the very first, if it cannot be read."""
    lines = Lines(origin, encoding)
    found: list[Record] = []
    broken, held = None, 0
    try:
        for record in islice(records(lines, dialect), 10 * _ROWS):
            if record.fault and not found:
                broken = broken or record
            elif not record.fault and any(map(str.strip, record.cells)):
                found.append(record)
                held += sum(map(len, record.cells))
                if len(found) == _ROWS or held > SAMPLE:
                    break
    finally:
        lines.close()
    return found, broken


def _columns(start: Beginning) -> tuple[str, ...]:
    if start.header is None:
        return tuple(letters(column) for column in range(start.width))
    return distinct(start.header)


def _rows(origin: Origin, lines: Lines, dialect: Dialect, start: Beginning) -> Iterator[TableRow | UnreadRow]:
    width = start.width
    above = start.titles + (start.header is not None)
    for record in records(lines, dialect):
        cells = record.cells
        if record.fault is not None:
            yield origin.unread(record.first, record.last, record.fault)
        elif above:
            above -= any(map(str.strip, cells))
        elif len(cells) == width:
            if any(cells) and any(map(str.strip, cells)):
                yield TableRow(record.first, tuple(cells), record.sheet_row)
        elif not any(map(str.strip, cells)):
            continue
        elif len(cells) < width:
            why = f"it has fewer cells than there are columns ({len(cells)}, not {width})"
            yield origin.unread(record.first, record.last, why)
        elif any(map(str.strip, cells[width:])):
            why = f"it has more cells than there are columns ({len(cells)}, not {width})"
            yield origin.unread(record.first, record.last, why)
        else:
            yield TableRow(record.first, tuple(cells[:width]), record.sheet_row)


def _notes(
    encoding: Encoding,
    dialect: Dialect,
    start: Beginning,
    first: list[Record],
    guessed: tuple[bool, bool],
) -> Iterator[str]:
    yield from (f"{doubt[0].upper()}{doubt[1:]}." for doubt in encoding.doubts)
    if guessed[1] and dialect.delimiter != ",":
        sign = CALLED.get(dialect.delimiter, f"“{dialect.delimiter}”")
        yield f"Cells are divided by {sign}."
    if not dialect.quoted:
        yield "Quotation marks are taken for characters of the cells."
    yield from notes_on(start, [(record.first, record.cells) for record in first], guessed[0])
