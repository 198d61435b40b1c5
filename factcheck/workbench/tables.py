"""Tables of statements or events to be imported: rows by the fields that they fill, one at a time.

A row that cannot be read whole is told and left out; nothing in it is guessed or mended. However large the
file, one row is held at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError
from factcheck.read.tables.door import holds_objects, open_objects, open_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

FIELDS: dict[str, dict[str, tuple[str, ...]]] = {
    "statements": {
        "id": ("id",),
        "text": ("text", "words", "statement", "quote", "quotation"),
        "speaker": ("speaker", "speaker_name", "said_by", "who", "person"),
        "date": ("date", "said_on", "when"),
        "question": ("question",),
        "forum": ("forum", "where", "place"),
        "status": ("status",),
    },
    "events": {
        "id": ("id",),
        "title": ("title", "event", "name"),
        "when": ("when", "date"),
        "who": ("who", "people", "persons", "participants", "attendees"),
        "where": ("where", "place", "location"),
        "text": ("text", "description"),
    },
}
"""What an import reads, and the column names by which it knows each without being told."""

NEEDED = {"statements": ("text",), "events": ("title", "text")}
"""A table has a column for one of these, or nothing in it can be imported."""

NAMED = 8
"""Columns that are left out and are named; the rest are counted, up to `COUNTED` in a file of objects."""

COUNTED = 1_000

Row = tuple[str, dict[str, Any]]
"""Where a row stands in its file (line 3, row 3 of a sheet, item 3 of a list), and its values by field."""


def read_table(
    path: Path, sort: str, mapping: Mapping[str, str], note: Callable[[str], None]
) -> Iterator[Row | FactcheckError]:
    """The rows of a file, in order, however many; one that cannot be read comes as the error that says why.

    `mapping` names columns for fields (FIELD=COLUMN); the rest are known by their usual names. `note` hears
    what was guessed about the file, in sentences.
    """
    fields = FIELDS[sort]
    if unknown := set(mapping) - set(fields):
        raise FactcheckError(
            f"{sort.capitalize()} have no field “{min(unknown)}”",
            f"Their fields are: {', '.join(fields)}.",
            exit_code=2,
        )
    if holds_objects(path, path.name):
        return _object_rows(path, sort, mapping, note)
    return _table_rows(path, sort, mapping, note)


def _object_rows(
    path: Path, sort: str, mapping: Mapping[str, str], note: Callable[[str], None]
) -> Iterator[Row | FactcheckError]:
    """Objects may lack any field: what one names is taken."""
    wanted = dict(mapping)
    unused: dict[str, None] = {}
    with open_objects(path, path.name) as objects:
        for sentence in objects.notes:
            note(sentence)
        for row in objects.rows:
            if isinstance(row, FactcheckError):
                yield row
                continue
            number, values = row
            columns = _columns(FIELDS[sort], mapping, list(values))
            for field in columns:
                wanted.pop(field, None)
            if len(unused) < COUNTED:
                unused.update(dict.fromkeys(name for name in values if name not in columns.values()))
            yield f"{objects.unit} {number}", {field: values[column] for field, column in columns.items()}
    if wanted:
        raise _no_such_column(path, min(wanted.values()), f"No {objects.unit} names it.")
    _say_unused(list(unused), note)


def _table_rows(
    path: Path, sort: str, mapping: Mapping[str, str], note: Callable[[str], None]
) -> Iterator[Row | FactcheckError]:
    with open_table(path, path.name, header=True) as table:
        columns = _known_columns(path, sort, mapping, table.header)
        for sentence in table.notes:
            note(sentence)
        _say_unused([name for n, name in enumerate(table.header) if n not in columns.values()], note)
        for row in table.rows:
            if isinstance(row, FactcheckError):
                yield row
            else:
                values = {field: row.cells[column] for field, column in columns.items()}
                yield f"{table.unit} {row.number}", values


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


def _say_unused(names: Sequence[str], note: Callable[[str], None]) -> None:
    """What is in the file and is left out."""
    named = [name.strip() for name in names if name.strip()]
    if named:
        more = f" and {len(named) - NAMED} more" if len(named) > NAMED else ""
        note(
            f"Not imported: {', '.join(named[:NAMED])}{more}. --map FIELD=COLUMN takes a column for a field."
        )


def _plain(name: str) -> str:
    return "_".join(name.lower().replace("-", " ").replace("_", " ").split())


def _no_such_column(path: Path, column: str, detail: str) -> FactcheckError:
    return FactcheckError(f"{path.name} has no column “{column}”", detail, exit_code=2)
