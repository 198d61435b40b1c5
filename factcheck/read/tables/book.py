"""Workbooks: their sheets and the cells of each, as text, read in a process of its own.

The rows of a sheet come in batches, one asked for when the one before is used up, so that neither process
holds more than the library does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from factcheck.core.light import dataclass
from factcheck.read.apart import Apart, Reader
from factcheck.read.tables.origin import Origin

MAX_BYTES = 200_000_000
"""The largest workbook that is read: its library holds the file and one sheet in memory."""

SECONDS = 60
"""For one answer, and one more for each 200,000 bytes of the file: a damaged one can keep the library busy
without end."""

_HINT = "Open it in a spreadsheet program and save the sheet that matters as CSV, and read that."

Row = tuple[int, list[str]]
"""A row's number in its sheet, from 1, and its cells from `Sheet.first_column` on."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `rows` can be read through once, before another sheet is asked for, blank ones too;
    `first_column` counts from 0. `notes` are sentences about what does not show in the cells; `unvalued`
    counts formulas that have no value, `links` cells with an address behind them."""

    name: str
    rows: Iterator[Row]
    first_column: int
    width: int
    notes: tuple[str, ...]
    unvalued: int
    links: int


class Book:
    """An open workbook. `names` are its sheets that have cells at all, in its own order; `hidden` those that
    a person does not see. `errors` counts cells that hold an error which cannot be told from an empty cell
    (XLS and ODS). `beside_cells` is what is no cell and is not read: a word for it, what it is, how many
    parts of the file hold it."""

    def __init__(self, reader: Reader, said: dict[str, Any]) -> None:
        self._reader = reader
        self.names = tuple(said["names"])
        self.hidden = frozenset(said["hidden"])
        self.errors: int = said["errors"]
        self.beside_cells = tuple((what, where, count) for what, where, count in said["beside_cells"])

    def sheet(self, name: str) -> Sheet:
        """A sheet by its name; raises FactcheckError where it cannot be read or held."""
        said, _ = self._reader.ask("sheet", sheet=name)
        return Sheet(
            name=name,
            rows=self._rows(),
            first_column=said["first_column"],
            width=said["width"],
            notes=tuple(said["notes"]),
            unvalued=said["unvalued"],
            links=said["links"],
        )

    def filled(self) -> Iterator[Sheet]:
        """The sheets that hold anything, those that a person sees first."""
        for name in sorted(self.names, key=lambda name: name in self.hidden):
            sheet = self.sheet(name)
            if sheet.width:
                yield sheet

    def _rows(self) -> Iterator[Row]:
        more = True
        while more:
            said, rows = self._reader.ask("rows")
            more = said["more"]
            yield from json.loads(rows)


@contextmanager
def open_book(origin: Origin) -> Iterator[Book]:
    """The workbook while the context lasts; raises FactcheckError where it is none, or too large."""
    size = origin.size()
    if size > MAX_BYTES:
        raise origin.error(
            "The workbook is too large",
            f"it has more than {MAX_BYTES:,} bytes",
            "Save the sheet that matters as CSV and read that.",
        )
    content = origin.content
    data, path = (content, None) if isinstance(content, bytes) else (b"", str(content))
    apart = Apart("factcheck.read.tables.book_child", "workbook", _HINT, SECONDS + size // 200_000)
    with Reader(apart, origin.name) as reader:
        said, _ = reader.ask("open", data, path=path)
        yield Book(reader, said)
