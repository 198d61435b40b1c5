"""JSON and JSON lines as rows: each object is one, its names are the columns, those of an object within it
with a dot before them (`visitor.last`)."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from typing import Any

from factcheck.core.light import dataclass
from factcheck.core.table import Table, TableRow, UnreadRow
from factcheck.errors import FactcheckError
from factcheck.read.tables.characters import Encoding, Lines, TooLong, encoding_of
from factcheck.read.tables.header import MAX_COLUMNS, distinct
from factcheck.read.tables.json_values import (
    Broken,
    Values,
    as_cell,
    flat,
    is_plain,
    items,
    no_json,
    unkept,
)
from factcheck.read.tables.origin import Origin

Object = tuple[int, dict[str, Any]]
"""Which one it is (the line in JSON lines, the place in a list, both from 1), and its values by name."""

MAX_LISTS = 1_000
"""Lists of objects that one file may hold."""

_NAMED = 10

Objects = Generator[Object | UnreadRow, None, None]


def objects_in_lines(origin: Origin, encoding: Encoding) -> Objects:
    """The objects of JSON lines, each on a line of its own; another line comes as the error that says so."""
    lines = Lines(origin, encoding)
    values = Values()
    try:
        while True:
            try:
                for line in lines:
                    if line.strip():
                        yield _object(origin, lines, values, line)
                    lines.held, lines.fault = 0, None
                return
            except TooLong as error:
                yield origin.unread(lines.number, lines.number, str(error))
                lines.held, lines.fault = 0, None
    finally:
        lines.close()


def _object(origin: Origin, lines: Lines, values: Values, line: str) -> Object | UnreadRow:
    number = lines.number
    if lines.fault:
        return origin.unread(number, number, lines.fault)
    try:
        value = values.of(line)
    except (ValueError, RecursionError) as error:
        return origin.unread(number, number, no_json(error))
    return _sound(origin, number, value, values.repeated, "line", is_plain(line, 0, len(line)))


def _sound(
    origin: Origin,
    number: int,
    value: Any,
    repeated: list[str] | tuple[str, ...],
    unit: str,
    plain: bool,
) -> Object | UnreadRow:
    if not isinstance(value, dict):
        return origin.unread(number, number, "it is no JSON object", unit)
    if repeated:
        return origin.unread(number, number, f"it gives “{repeated[0][:60]}” twice", unit)
    if not plain and (fault := unkept(value)):
        return origin.unread(number, number, fault, unit)
    return number, value


def names_by_list(origin: Origin, encoding: Encoding) -> dict[str, dict[str, None]]:
    """The names that the objects of each list have, by the list's path, in the order in which they come;
    only of lists that hold objects with names."""
    found: dict[str, dict[str, None]] = {}
    try:
        for item in items(origin, encoding):
            if isinstance(item.value, dict) and item.value:
                _gather(origin, found.setdefault(item.path, {}), flat(item.value))
                if len(found) > MAX_LISTS:
                    raise origin.error(
                        "There are too many lists in this JSON",
                        f"it holds more than {MAX_LISTS:,} lists of objects",
                        "Save the one that matters as a file of its own.",
                    )
    except Broken:
        pass
    return found


def _gather(origin: Origin, names: dict[str, None], value: dict[str, Any]) -> None:
    for name in value:
        if name not in names and not unkept(name):
            names[name] = None
    if len(names) > MAX_COLUMNS:
        raise origin.error(
            "These objects make no table",
            f"they have more than {MAX_COLUMNS:,} different names",
            "Rows are objects with the same names.",
        )


def objects_in_list(origin: Origin, encoding: Encoding, path: str) -> Objects:
    """The objects of one list; the last is the error that says from where on it is no JSON, if it breaks."""
    number = 0
    try:
        for item in items(origin, encoding):
            if item.path == path:
                number = item.number
                yield _sound(origin, number, item.value, item.repeated, "item", item.plain)
    except Broken as error:
        why = f"{error}; the rest was not read"
        yield UnreadRow(origin.name, f"behind item {number}", why, "Mend it and read it again.")


@dataclass(frozen=True, slots=True)
class Source:
    """Which objects are the rows: those of JSON lines, or of the list at `path`."""

    origin: Origin
    encoding: Encoding
    path: str | None
    lists: Mapping[str, dict[str, None]] = field(default_factory=dict)

    @property
    def unit(self) -> str:
        """What the numbers of the objects count."""
        return "line" if self.path is None else "item"

    def objects(self) -> Objects:
        """The rows, or why one cannot be read; to be closed by who does not read them all."""
        if self.path is None:
            return objects_in_lines(self.origin, self.encoding)
        return objects_in_list(self.origin, self.encoding, self.path)

    def names(self) -> dict[str, None]:
        """All names that the objects have, in the order in which they come."""
        if self.path is not None:
            return self.lists[self.path]
        names: dict[str, None] = {}
        for row in self.objects():
            if not isinstance(row, FactcheckError):
                _gather(self.origin, names, flat(row[1]))
        return names

    def notes(self) -> Iterator[str]:
        yield from (f"{doubt[0].upper()}{doubt[1:]}." for doubt in self.encoding.doubts)
        if others := [path for path in self.lists if path != self.path]:
            more = f" and {len(others) - _NAMED:,} more" if len(others) > _NAMED else ""
            yield f"The rows are those of “{self.path}”; there are also: {', '.join(others[:_NAMED])}{more}."


def source_of(origin: Origin, in_lines: bool, path: str | None = None) -> Source:
    """Where the rows are; raises FactcheckError where there is no list of objects, or none at `path`."""
    encoding = encoding_of(origin)
    if in_lines:
        return Source(origin, encoding, None)
    lists = names_by_list(origin, encoding)
    if not lists:
        raise origin.error(
            "There are no rows in this JSON",
            "it holds no list of objects that can be read",
            "Rows are objects with the same names, in a list or one a line.",
        )
    if path is not None and path not in lists:
        raise origin.error(
            f"There is no list “{path}”", f"its lists of objects are {', '.join(lists)}", exit_code=2
        )
    return Source(origin, encoding, next(iter(lists)) if path is None else path, lists)


@contextmanager
def open_json(origin: Origin, in_lines: bool, sheet: str | None = None) -> Iterator[Table]:
    """The table of JSON lines, or of a list of objects. A name that an object lacks is an empty cell."""
    source = source_of(origin, in_lines, sheet)
    names = source.names()
    if not names:
        raise origin.error("There is no row in this table", "it has no object with a name and a value")
    rows = _rows(source, tuple(names))
    try:
        yield Table(
            name=origin.name,
            columns=distinct([name.strip() for name in names]),
            has_header=True,
            rows=rows,
            sheet=source.path or None,
            sheets=tuple(path for path in source.lists if path),
            unit=source.unit,
            header=tuple(names),
            encoding=source.encoding.name,
            notes=tuple(source.notes()),
        )
    finally:
        rows.close()


def _rows(source: Source, names: tuple[str, ...]) -> Generator[TableRow | UnreadRow, None, None]:
    for row in source.objects():
        if isinstance(row, FactcheckError):
            yield row
        else:
            number, values = row[0], flat(row[1])
            cells = tuple(as_cell(values.get(name)) for name in names)
            if any(cells):
                yield TableRow(number, cells, 0)
