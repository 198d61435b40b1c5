"""The way in: a file, or bytes, to a stream of rows, whatever form the table has."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from factcheck.core.light import dataclass
from factcheck.core.table import Table, TableRow, UnreadRow
from factcheck.errors import FactcheckError
from factcheck.read.detect import HTML, MARKDOWN, TEXT, form_of
from factcheck.read.tables.origin import Origin
from factcheck.read.tables.recognise import DELIMITED, JSON, JSON_LINES, text_form

_HEAD = 262_144
_BOOKS = ("xlsx", "xls", "ods", "zip", "ole", "odf")
_CALENDAR = "ics"
_TEXTS = (TEXT, MARKDOWN, HTML, DELIMITED, JSON, JSON_LINES)


@dataclass(frozen=True, slots=True)
class Objects:
    """The objects of a JSON file with their numbers, each of which counts `unit` (line, or item of a list);
    in the place of one that cannot be read is the error that says why. `notes` are as in Table."""

    rows: Iterator[tuple[int, dict[str, Any]] | FactcheckError]
    unit: str
    notes: tuple[str, ...]


def open_table(
    path_or_bytes: Path | bytes,
    name: str,
    *,
    header: bool | None = None,
    sheet: str | None = None,
    delimiter: str | None = None,
) -> AbstractContextManager[Table]:
    """The table in a file or in bytes, open while the context lasts; `name` is what a person knows it by.

    `header` says whether the first row names the columns (None: guessed, and said in `notes`), `sheet` which
    one of `Table.sheets` (None: the first that holds anything), `delimiter` what divides the cells of a text
    (None: found out). Raises FactcheckError on entering where it is no table or cannot be read.
    """
    return _opened(Origin(path_or_bytes, name), header, sheet, delimiter)


def holds_objects(path_or_bytes: Path | bytes, name: str) -> bool:
    """Whether it is JSON, whose values have a shape of their own; `open_objects` keeps it."""
    return _json_form(Origin(path_or_bytes, name)) is not None


@contextmanager
def open_objects(path_or_bytes: Path | bytes, name: str, sheet: str | None = None) -> Iterator[Objects]:
    """The objects of JSON or JSON lines as they are, open while the context lasts. Raises FactcheckError as
    `open_table` does."""
    from factcheck.read.tables.json_rows import source_of

    origin = Origin(path_or_bytes, name)
    source = source_of(origin, _json_form(origin) == JSON_LINES, sheet)
    rows = source.objects()
    try:
        yield Objects(rows, source.unit, tuple(source.notes()))
    finally:
        rows.close()


def _json_form(origin: Origin) -> str | None:
    """Which of the two it is; None where it is no JSON."""
    head = origin.head(_HEAD)
    form = form_of(head, origin.name).name
    text = text_form(head, origin.name) if form in _TEXTS else None
    return text if text in (JSON, JSON_LINES) else None


@contextmanager
def _opened(origin: Origin, header: bool | None, sheet: str | None, delimiter: str | None) -> Iterator[Table]:
    head = origin.head(_HEAD)
    form = form_of(head, origin.name)
    if form.name in _BOOKS:
        from factcheck.read.tables.workbook import open_workbook

        opened = open_workbook(origin, header, sheet)
    elif form.name not in (*_TEXTS, _CALENDAR):
        title = f"This is {form.called}, which is no table"
        raise origin.error(title, "it cannot be divided into rows", form.step or _AS_DOCUMENT)
    elif form.name == _CALENDAR:
        opened = _calendar(origin)
    elif (text := text_form(head, origin.name)) == DELIMITED:
        if form.name == HTML:
            raise origin.error("This is a web page, not a table", "it begins with the tags of one")
        from factcheck.read.tables.delimited import open_delimited

        opened = open_delimited(origin, header, delimiter)
    else:
        from factcheck.read.tables.json_rows import open_json

        opened = open_json(origin, text == JSON_LINES, sheet)
    with ExitStack() as stack:
        try:
            table = stack.enter_context(opened)
        except OSError as error:
            raise _lost(origin, error) from error
        if sheet is not None and sheet not in table.sheets:
            raise origin.error(f"There is no sheet “{sheet}”", "it is a table without sheets", exit_code=2)
        yield replace(table, rows=_while_it_lasts(origin, table.rows))


_AS_DOCUMENT = "Add it as a document (factcheck add); for rows, save its table as CSV or XLSX."


def _while_it_lasts(origin: Origin, rows: Iterator[TableRow | UnreadRow]) -> Iterator[TableRow | UnreadRow]:
    try:
        yield from rows
    except OSError as error:
        raise _lost(origin, error) from error


def _lost(origin: Origin, error: OSError) -> FactcheckError:
    return origin.error(
        "The file can no longer be read",
        error.strerror or str(error),
        "Copy it to a disk of this machine and try again.",
    )


@contextmanager
def _calendar(origin: Origin) -> Iterator[Table]:
    reader: Any = import_module("factcheck.read.calendar_table")
    with origin.opened() as file:
        data = file.read()
    table: Table = reader.read_calendar_table(data, origin.name)
    yield table
