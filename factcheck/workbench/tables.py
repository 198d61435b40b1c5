"""Tables of statements or events to be imported: rows of a CSV, TSV or JSONL file, one at a time.

A row that cannot be read whole is told and left out; nothing in it is guessed or mended. However large the
file, one row is held at a time.
"""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from factcheck.core.rules import MAX_DEPTH
from factcheck.errors import FactcheckError

FIELDS: dict[str, dict[str, tuple[str, ...]]] = {
    "statements": {
        "id": ("id",),
        "text": ("text", "words", "statement", "quote"),
        "speaker": ("speaker", "who", "person"),
        "date": ("date", "said_on", "when"),
        "question": ("question",),
        "forum": ("forum", "where", "place"),
        "status": ("status",),
    },
    "events": {
        "id": ("id",),
        "title": ("title", "event", "name"),
        "when": ("when", "date"),
        "who": ("who", "people", "participants"),
        "where": ("where", "place", "location"),
        "text": ("text", "description"),
    },
}
"""What an import reads, and the column names by which it knows each without being told."""

NEEDED = {"statements": ("text",), "events": ("title", "text")}
"""A table has a column for one of these, or nothing in it can be imported."""

MAX_LINE = 4_000_000
"""Characters a line, or a cell, may have."""

LINES = frozenset({".jsonl", ".ndjson", ".json"})
TABBED = frozenset({".tsv", ".tab"})

Row = tuple[int, dict[str, Any]]
"""The line of the file at which a row begins, from 1, and the row's values by field."""


def read_table(path: Path, sort: str, mapping: Mapping[str, str]) -> Iterator[Row | FactcheckError]:
    """The rows of a file, in order, however many; one that cannot be read comes as the error that says why.

    `mapping` names columns for fields (FIELD=COLUMN); the rest are known by their usual names.
    """
    fields = FIELDS[sort]
    if unknown := set(mapping) - set(fields):
        raise FactcheckError(
            f"{sort.capitalize()} have no field “{min(unknown)}”",
            f"Their fields are: {', '.join(fields)}.",
            exit_code=2,
        )
    read = _json_rows if path.suffix.lower() in LINES else _table_rows
    with _opened(path) as file:
        for row in read(path, file, sort, mapping):
            if not isinstance(row, FactcheckError) and (fault := _unkept(row[1])):
                row = _unread(path, row[0], row[0], fault)
            yield row


def _unkept(values: Any, depth: int = 0) -> str | None:
    """Why a case cannot keep a value; None where it can."""
    if depth > MAX_DEPTH:
        return "its values lie too deep in one another"
    if isinstance(values, str):
        if "\0" in values:
            return "it holds a NUL character, which no text has"
        if not values.isascii() and any("\ud800" <= c <= "\udfff" for c in values):
            return "it holds half of a surrogate pair, which no text file can keep"
        return None
    if isinstance(values, dict):
        values = [*values, *values.values()]
    if isinstance(values, list):
        return next((fault for value in values if (fault := _unkept(value, depth + 1))), None)
    return None


def _json_rows(
    path: Path, file: TextIO, sort: str, mapping: Mapping[str, str]
) -> Iterator[Row | FactcheckError]:
    lines = _Lines(path, file)
    wanted = dict(mapping)
    for line in _each(lines):
        if isinstance(line, FactcheckError):
            yield line
            continue
        if not line.strip():
            continue
        if lines.number == 1 and line.lstrip().startswith("["):
            raise FactcheckError(
                "This is one JSON list",
                f"{path.name} is imported as JSON lines: one object a line.",
                "Write each object on a line of its own, without the brackets around all.",
            )
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield _unread(path, lines.number, lines.number, f"it is no JSON ({error})")
            continue
        if not isinstance(value, dict):
            yield _unread(path, lines.number, lines.number, "it is no JSON object")
            continue
        columns = _columns(FIELDS[sort], mapping, list(value))
        for field in columns:
            wanted.pop(field, None)
        yield lines.number, {field: value[column] for field, column in columns.items()}
    if wanted:
        raise _no_such_column(path, min(wanted.values()), "No line names it.")


def _table_rows(
    path: Path, file: TextIO, sort: str, mapping: Mapping[str, str]
) -> Iterator[Row | FactcheckError]:
    csv.field_size_limit(MAX_LINE)
    lines = _Lines(path, file)
    head = next(lines, "").rstrip("\r\n")
    lines.again(head + "\n")
    reader = csv.reader(lines, delimiter=_delimiter(path, head), strict=True)
    header: list[str] | None = None
    columns: dict[str, int] = {}
    while True:
        first = lines.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            break
        except FactcheckError as error:
            yield error
            continue
        except csv.Error as error:
            yield _unread(path, first, lines.number, _said(error))
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if header is None:
            header = cells
            columns = _known_columns(path, sort, mapping, header)
        elif any(cell.strip() for cell in cells[len(header) :]):
            yield _unread(path, first, lines.number, "it has more cells than there are columns")
        else:
            yield first, {field: cells[n] if n < len(cells) else None for field, n in columns.items()}
    if header is None:
        raise FactcheckError("There is nothing to import", f"{path} has no line that names its columns.")


def _delimiter(path: Path, head: str) -> str:
    """Tabs in a TSV; else the sign that divides the names of the columns: some programs write semicolons."""
    if path.suffix.lower() in TABBED:
        return "\t"
    return max((",", ";", "\t"), key=head.count)


def _said(error: csv.Error) -> str:
    """The reader's own words for what a person looks for in the file."""
    words = str(error)
    if "end of data" in words or "field limit" in words:
        return "a quotation mark opens a cell and nothing closes it, or the cell is too long"
    return f"its cells cannot be told apart ({words})"


def _known_columns(
    path: Path, sort: str, mapping: Mapping[str, str], header: Sequence[str]
) -> dict[str, int]:
    """The place of each field's column; refuses a table that names none it needs, or one of them twice."""
    names = [_plain(name) for name in header]
    columns = _columns(FIELDS[sort], mapping, header)
    listed = f"Its columns are: {', '.join(name.strip() for name in header)}."
    for field in mapping:
        if field not in columns:
            raise _no_such_column(path, mapping[field], listed)
    for column in columns.values():
        if names.count(_plain(column)) > 1:
            raise FactcheckError(
                f"{path.name} has two columns “{column.strip()}”", listed, "Rename one of them.", 2
            )
    if not any(field in columns for field in NEEDED[sort]):
        needed = NEEDED[sort][0]
        raise FactcheckError(
            f"{path.name} has no column for the {needed} of {sort}",
            listed,
            f"Name the one that holds it: --map {needed}=COLUMN.",
            2,
        )
    return {field: names.index(_plain(column)) for field, column in columns.items()}


def _columns(
    fields: Mapping[str, tuple[str, ...]], mapping: Mapping[str, str], names: Sequence[str]
) -> dict[str, str]:
    """The column of each field: the one named for it, else the first that bears one of its usual names."""
    named = {_plain(name): name for name in reversed(names)}
    found = {}
    for field, usual in fields.items():
        looked_for = (_plain(mapping[field]),) if field in mapping else usual
        if column := next((named[name] for name in looked_for if name in named), None):
            found[field] = column
    return found


def _plain(name: str) -> str:
    return "_".join(name.lower().replace("-", " ").replace("_", " ").split())


def _no_such_column(path: Path, column: str, detail: str) -> FactcheckError:
    return FactcheckError(f"{path.name} has no column “{column}”", detail, exit_code=2)


def _unread(path: Path, first: int, last: int, why: str) -> FactcheckError:
    lines = f"line {first}" if last <= first else f"lines {first} to {last}"
    return FactcheckError("A row was not read", f"{path.name}, {lines}: {why}.")


class _Lines:
    """The lines of a file, none longer than `MAX_LINE`; after one that is, reading goes on behind it."""

    def __init__(self, path: Path, file: TextIO) -> None:
        self.number = 0
        self._path = path
        self._file = file
        self._again: str | None = None

    def again(self, line: str) -> None:
        """Gives this line once more, as the next one."""
        self._again = line
        self.number -= 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line, self._again = self._again or self._file.readline(MAX_LINE + 1), None
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > MAX_LINE:
            while line and not line.endswith(("\n", "\r")):
                line = self._file.readline(MAX_LINE)
            raise _unread(self._path, self.number, self.number, f"it has more than {MAX_LINE:,} characters")
        return line


def _each(lines: _Lines) -> Iterator[str | FactcheckError]:
    while True:
        try:
            yield next(lines)
        except StopIteration:
            return
        except FactcheckError as error:
            yield error


class _opened:
    """A text file, UTF-8 with or without a byte-order mark; what is no text comes out in words."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: TextIO | None = None

    def __enter__(self) -> TextIO:
        try:
            self._file = self._path.open(encoding="utf-8-sig", newline="")
        except OSError as error:
            raise FactcheckError(
                "The file cannot be read", f"{self._path}: {error.strerror or error}", "Check its path."
            ) from error
        return self._file

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if self._file is not None:
            self._file.close()
        if isinstance(error, UnicodeDecodeError):
            raise FactcheckError(
                "The file is not UTF-8",
                f"{self._path}, line {_line_that_is_no_text(self._path)}.",
                "Save it as UTF-8 and import it again.",
            ) from error


def _line_that_is_no_text(path: Path) -> int:
    decoder = codecs.getincrementaldecoder("utf-8")()
    before = 0
    with path.open("rb") as file:
        while block := file.read(65_536):
            try:
                before += decoder.decode(block).count("\n")
            except UnicodeDecodeError as error:
                return before + error.object[: error.start].count(b"\n") + 1
    return before + 1
