"""The grid of a table in a Word document: its rows, its cells, and the names of their columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.read.office_parts import attribute, local_name

INSERTED = frozenset({"ins", "moveTo"})
"""Elements of tracked changes whose content is read."""

WRAPPERS = frozenset({
    "sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "bdo", "dir", "ruby", "rubyBase",
})  # fmt: skip
"""Elements that stand around others and say nothing themselves."""


def rows(table: Any) -> Iterator[Any]:
    """The rows of a table in order."""
    yield from children(table, "tr")


def children(parent: Any, wanted: str) -> Iterator[Any]:
    """Children of this name, also within content controls and tracked changes."""
    for child in parent:
        name = local_name(child)
        if name == wanted:
            yield child
        elif name in WRAPPERS or name in INSERTED:
            yield from children(child, wanted)


def _property(element: Any, group: str, name: str) -> Any:
    for child in element:
        if local_name(child) == group:
            return next((one for one in child if local_name(one) == name), None)
    return None


def is_deleted_row(row: Any) -> bool:
    """Whether a tracked change takes the row out."""
    return _property(row, "trPr", "del") is not None


def grid_before(row: Any) -> int:
    """How many columns the row leaves free before its first cell."""
    return _small(_property(row, "trPr", "gridBefore"), 0)


def span(cell: Any) -> int:
    """How many columns the cell takes."""
    return max(1, _small(_property(cell, "tcPr", "gridSpan"), 1))


def _small(element: Any, otherwise: int) -> int:
    value = "" if element is None else attribute(element, "val")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else otherwise


def letters(column: int) -> str:
    """The name of a column: A, B ... Z, AA for the columns from 0."""
    name = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(ord("A") + digit) + name
    return name
