"""CSV and its relatives as a Document: the text as it is, each cell named as a sheet would name it (B3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from factcheck.core.document import Document, Hole
from factcheck.read import text
from factcheck.read.given import Given
from factcheck.read.tables.cells import Stretch, stretches
from factcheck.read.tables.dialect import dialect_of, without_last_line
from factcheck.read.tables.header import beginning_of
from factcheck.read.tables.naming import MAX_CELL_NAMES, Names, Unread

READER = "delimited/1"
"""Stored with the text; a new number whenever the same bytes would give another text or other marks."""

_SAMPLE = 262_144
_ROWS = 200


def read(given: Given) -> Document:
    """The Document of a table; raises FactcheckError where it is no text or holds nothing."""
    document = text.read(given)
    dialect = dialect_of(without_last_line(document.text, _SAMPLE), given.name)
    first = list(islice((one for one in stretches(document.text, dialect) if not one.fault), _ROWS))
    start = beginning_of([_shape(document.text, one) for one in first], None)
    titles = {one.start for one in first[: start.titles]}
    few = document.text.count(dialect.delimiter) + document.text.count("\n") < MAX_CELL_NAMES
    names, unread = Names(each_cell=few), Unread()
    lines = _Lines(document.text)
    for one in stretches(document.text, dialect, each_cell=few):
        width = one.width
        fault = one.fault
        if fault is None and one.start not in titles and not one.filled <= start.width <= width:
            more = "more" if width > start.width else "fewer"
            fault = f"it has {more} cells than there are columns ({width}, not {start.width})"
        if fault is not None:
            unread.tell(f"{lines.of(one)}: {fault}")
        if one.fault is not None or not few:
            names.put_row(one.start, start.width, one.sheet_row)
        else:
            for column, cell in enumerate(one.cells):
                names.put_cell(cell, column, one.sheet_row)
    return replace(
        document,
        kind=given.kind or "table",
        reader=READER,
        marks=tuple(names.marks),
        holes=(*_of_any_text(document), *unread.holes(), *names.holes()),
    )


def _of_any_text(document: Document) -> Iterator[Hole]:
    return (hole for hole in document.holes if hole.what != "paragraph-numbers")


def _shape(text: str, one: Stretch) -> list[str]:
    """The record's cells, near enough to tell a header by."""
    ends = [*(start - 1 for start in one.cells[1:]), one.end]
    cells = (text[start:end] for start, end in zip(one.cells, ends, strict=True))
    return [cell[1:-1].replace('""', '"') if cell[:1] == '"' and len(cell) > 1 else cell for cell in cells]


class _Lines:
    """The numbers of lines, counted on from one question to the next."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at, self._line = 0, 1

    def of(self, one: Stretch) -> str:
        self._line += self._text.count("\n", self._at, one.start)
        self._at = one.start
        last = self._line + self._text.count("\n", one.start, one.end)
        return f"line {self._line}" if last == self._line else f"lines {self._line} to {last}"
