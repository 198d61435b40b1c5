"""A table looked through before anything is made of it: what its columns mean, how its dates are written,
what stands in the way. The preview of an import, and what the import itself goes by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.core.light import dataclass
from factcheck.core.registers import (
    DATED,
    DATES,
    Mapped,
    checked_mapping,
    column_called,
    shape_of,
    with_changes,
)
from factcheck.core.table import Table, TableRow, UnreadRow
from factcheck.errors import FactcheckError
from factcheck.workbench.registering import date_columns
from factcheck.workbench.registering.columns import SAMPLE, guess
from factcheck.workbench.registering.date_cells import ORDER_WORDS, ORDERS, Order
from factcheck.workbench.registering.names import writes_last_first
from factcheck.workbench.registering.understanding import Above, Understanding

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.core.register_rows import RegisterRow

SHOWN = 5
"""Rows shown as they are understood, and cells of each column."""

TELL = 5_000
"""Rows between two words about how far it is."""

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """How a person wants a table read: the columns of fields (FIELD, COLUMN), the order of dates in numbers,
    the columns of which an empty cell means the one above, and, where the guess about the file was wrong, its
    sheet, whether it has a header, what divides cells."""

    mapping: tuple[tuple[str, str], ...] = ()
    date_order: Order | None = None
    sheet: str | None = None
    header: bool | None = None
    delimiter: str | None = None
    fill: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateColumn:
    """How the dates of one column are written. `order` is known (`proof` says by which value), or must be
    said (`open` is a value that can be read in two ways), or none reads them all (`against` are two values
    that contradict each other)."""

    column: str
    order: Order | None
    proof: str = ""
    open: str = ""
    against: tuple[str, ...] = ()
    two_digits: bool = False


@dataclass(frozen=True, slots=True)
class Survey:
    """A table as it would be imported. `remembered` is the label of the register whose mapping it takes over;
    `whole` says that every row was looked at, not only the first ones."""

    name: str
    columns: tuple[str, ...]
    has_header: bool
    sheet: str | None
    sheets: tuple[str, ...]
    delimiter: str | None
    notes: tuple[str, ...]
    fields: Mapped
    remembered: str | None
    dates: tuple[DateColumn, ...]
    samples: Mapping[str, tuple[str, ...]]
    first: tuple[RegisterRow, ...]
    rows: int
    whole: bool
    understanding: Understanding

    @property
    def shape(self) -> str:
        """By what the same sort of table is known again."""
        return shape_of(self.columns, has_header=self.has_header)


@contextmanager
def opened(content: Path | bytes, name: str, asked: Asked) -> Iterator[Table]:
    """The table in a file, its rows unread."""
    from factcheck.read.tables import door

    with door.open_table(
        content, name, header=asked.header, sheet=asked.sheet, delimiter=asked.delimiter
    ) as table:
        yield table


def surveyed(
    content: Path | bytes,
    name: str,
    asked: Asked,
    *,
    remembered: tuple[str, Mapped] | None = None,
    recall: Callable[[str], tuple[str, Mapped] | None] | None = None,
    most: int | None = None,
    progress: Progress | None = None,
) -> Survey:
    """Looks a table through, all of it or its first `most` rows. `recall` is asked, with the table's shape,
    for the mapping of an earlier register (its label, and the columns of its fields)."""
    with opened(content, name, asked) as table:
        first = list(islice((row for row in table.rows if isinstance(row, TableRow)), SAMPLE))
        shape = shape_of(table.columns, has_header=table.has_header)
        known = remembered or (recall(shape) if recall else None)
        fields = _fields(table, first, asked, known)
        seen = _date_columns(table, fields, asked)
        count = 0
        for row in _rows(first, table.rows):
            count += 1
            for place, column in seen:
                if cell := row.cells[place].strip():
                    column.see(row.number, cell)
            if progress and count % TELL == 0:
                progress(count)
            if most is not None and count >= most:
                break
        whole = most is None or count < most
    understanding = _understanding(table, fields, seen, first, asked.fill)
    above = Above(table.columns, understanding.fill)
    return Survey(
        name=table.name,
        columns=table.columns,
        has_header=table.has_header,
        sheet=table.sheet,
        sheets=table.sheets,
        delimiter=table.delimiter,
        notes=table.notes,
        fields=fields,
        remembered=known[0] if known else None,
        dates=tuple(_dates(column) for _, column in seen),
        samples=_samples(table.columns, first),
        first=tuple(understanding.row(row, above.filled(row)) for row in first[:SHOWN]),
        rows=count,
        whole=whole,
        understanding=understanding,
    )


def _rows(first: Sequence[TableRow], rest: Iterator[TableRow | UnreadRow]) -> Iterator[TableRow]:
    yield from first
    yield from (row for row in rest if isinstance(row, TableRow))


def _fields(
    table: Table, first: Sequence[TableRow], asked: Asked, known: tuple[str, Mapped] | None
) -> dict[str, tuple[str, ...]]:
    if known:
        there = {
            field: tuple(c for c in columns if c in table.columns) for field, columns in known[1].items()
        }
        guessed: Mapped = {field: columns for field, columns in there.items() if columns}
    else:
        guessed = guess(table.columns, [row.cells for row in first], has_header=table.has_header)
    return with_changes(guessed, checked_mapping(asked.mapping, table.columns))


def _date_columns(table: Table, fields: Mapped, asked: Asked) -> list[tuple[int, date_columns.Column]]:
    named = dict.fromkeys(column for field in DATES for column in fields.get(field, ()))
    return [(table.columns.index(name), date_columns.Column(name, asked.date_order)) for name in named]


def _understanding(
    table: Table,
    fields: Mapped,
    seen: Sequence[tuple[int, date_columns.Column]],
    first: Sequence[TableRow],
    fill: Sequence[str],
) -> Understanding:
    names = [column for field in ("who", "with") for column in fields.get(field, ())]
    places = {name: table.columns.index(name) for name in names}
    return Understanding(
        columns=table.columns,
        fields=fields,
        orders={column.name: order for _, column in seen if (order := column.order)},
        days_only=frozenset(column.name for _, column in seen if column.days_only),
        last_first=frozenset(
            name for name, place in places.items() if writes_last_first([row.cells[place] for row in first])
        ),
        fill=frozenset(column_called(name, table.columns) for name in fill),
    )


def _dates(column: date_columns.Column) -> DateColumn:
    others = [order for order in ORDERS if order != column.order]
    shown = [f"{cell} in row {number:,}" for number, cell in column.ruling_out(*others)]
    if column.contradicts:
        return DateColumn(column.name, None, against=tuple(shown))
    if column.must_be_said and column.open:
        return DateColumn(column.name, None, open=f"{column.open[1]} in row {column.open[0]:,}")
    proof = "" if column.told or not column.open else " and ".join(shown)
    return DateColumn(
        column.name,
        column.order if column.told or column.open or column.proof else None,
        proof=proof,
        two_digits=column.two_digits,
    )


def _samples(columns: Sequence[str], rows: Sequence[TableRow]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for place, column in enumerate(columns):
        cells = dict.fromkeys(" ".join(row.cells[place].split()) for row in rows)
        found[column] = tuple(cell for cell in cells if cell)[:SHOWN]
    return found


def hindrance(survey: Survey) -> FactcheckError | None:
    """What must be said before the table can be imported; None where nothing is missing."""
    listed = f"Its columns are: {', '.join(survey.columns)}."
    if not any(field in survey.fields for field in ("title", "who", "who-last", "with", "organisation")):
        return FactcheckError(
            f"Nothing in {survey.name} says what its rows are",
            listed,
            "Name a column: --map title=COLUMN, or --map who=COLUMN.",
            2,
        )
    for date in survey.dates:
        if date.against:
            return FactcheckError(
                f"The dates in “{date.column}” contradict each other",
                f"No order of day and month reads all of them: {'; '.join(date.against)}.",
                "Correct the file, or say the order with --date-order dmy|mdy|ymd: then rows whose dates it "
                "does not read stay without one.",
                2,
            )
        if date.open:
            return FactcheckError(
                f"The dates in “{date.column}” can be read in two ways",
                f"{date.open}: nothing in the column says which is the day and which the month.",
                "Say it: --date-order dmy (day first), mdy (month first) or ymd (year first).",
                2,
            )
    return None


def dates_said(date: DateColumn) -> str:
    """How a column's dates are read, in words; empty where there is nothing to say."""
    if date.order is None:
        return ""
    years = "; years of two digits are 1969 to 2068" if date.two_digits else ""
    if date.proof:
        return f"“{date.column}” is {ORDER_WORDS[date.order]}, which {date.proof} proves{years}."
    return f"“{date.column}” is read as {ORDER_WORDS[date.order]}{years}."


def is_dated(fields: Mapped) -> bool:
    """Whether a column dates the rows."""
    return any(field in fields for field in DATED)
