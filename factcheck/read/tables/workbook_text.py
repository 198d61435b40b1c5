"""A workbook as a Document: each sheet its name and its rows, a tab between cells, each cell named as in its
sheet (Sheet1!B3)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from factcheck.core.document import Document, Hole, Place
from factcheck.errors import FactcheckError
from factcheck.read.given import Given
from factcheck.read.holes import unseen
from factcheck.read.tables.book import Book, Sheet, open_book
from factcheck.read.tables.naming import MAX_CELL_NAMES, Names
from factcheck.read.tables.origin import Origin

READER = "workbook/1"
"""Stored with the text; a new number whenever the same bytes would give another text or other marks."""

MAX_TEXT = 100_000_000
"""Code points of the reading text."""

_NEWLINE = re.compile(r"\r\n?")
_PLAIN_NAME = re.compile(r"[^\W\d][\w.]*")
_LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*")


def read(given: Given) -> Document:
    """The Document of a workbook; raises FactcheckError where it cannot be read, or all sheets are empty."""
    origin = Origin(given.data, given.name)
    with open_book(origin) as book:
        writer = _Writer(origin)
        holes: list[Hole] = []
        for name in book.names:
            sheet = book.sheet(name)
            if sheet.width:
                writer.write(sheet)
            if sheet.unvalued:
                where = f"formulas on the sheet “{name}” whose value was not kept"
                holes.append(Hole("formula-without-value", where, sheet.unvalued))
            if sheet.links:
                where = f"addresses behind the cells of the sheet “{name}” are not read"
                holes.append(Hole("link", where, sheet.links))
        holes.extend(_unread(book))
    text = "".join(writer.pieces)
    if not text.strip():
        raise origin.error(
            "There is nothing to read", "all sheets of the workbook are empty", "Check that it was saved."
        )
    return Document(
        name=given.name,
        kind=given.kind or "table",
        sha256=hashlib.sha256(given.data).hexdigest(),
        size=len(given.data),
        reader=READER,
        encoding=None,
        text=text,
        title=given.title,
        published=given.published,
        marks=tuple(writer.names.marks),
        holes=(*holes, *unseen(text), *writer.names.holes()),
    )


class _Writer:
    """The reading text as it grows, with the names of its cells."""

    def __init__(self, origin: Origin) -> None:
        self.pieces: list[str] = []
        self.names = Names(each_cell=True)
        self._origin = origin
        self._length = 0

    def write(self, sheet: Sheet) -> None:
        called = _quoted(sheet.name)
        if self.pieces:
            self._put("\n")
        self._put(_NEWLINE.sub("\n", sheet.name) + "\n", Place(cell=called))
        for number, cells in sheet.rows:
            self._row(cells, number, f"{called}!", sheet.first_column)

    def _row(self, cells: list[str], number: int, sheet: str, first: int) -> None:
        each = self.names.each_cell = len(self.names.marks) < MAX_CELL_NAMES
        filled = [column for column, cell in enumerate(cells) if cell]
        if not filled:
            return
        if not each:
            self.names.put_row(self._length, len(cells), number, sheet, first)
        before = 0
        for column in filled:
            if column > before:
                self._put("\t" * (column - before))
                before = column
            if each:
                self.names.put_cell(self._length, first + column, number, sheet)
            self._put(_NEWLINE.sub("\n", cells[column]))
        self._put("\n")

    def _put(self, piece: str, place: Place | None = None) -> None:
        if place is not None:
            self.names.put(self._length, place)
        self.pieces.append(piece)
        self._length += len(piece)
        if self._length > MAX_TEXT:
            raise FactcheckError(
                "The workbook is too large",
                f"{self._origin.name}: its cells have more than {MAX_TEXT:,} characters.",
                "Save the sheet that matters as CSV and read that.",
            )


def _quoted(sheet: str) -> str:
    """A sheet's name as it stands before the name of a cell: in quotation marks unless it is a plain word."""
    if _PLAIN_NAME.fullmatch(sheet) and not _LIKE_A_CELL.fullmatch(sheet):
        return sheet
    return "'" + sheet.replace("'", "''") + "'"


def _unread(book: Book) -> Iterator[Hole]:
    """What a workbook holds beside its cells, and what a person who opens it would not see."""
    for name in book.names:
        if name in book.hidden:
            yield Hole("hidden-sheet", f"the sheet “{name}” is hidden in the workbook; its cells are read")
    if book.errors:
        yield Hole("cell-error", "errors in cells of the workbook, read as empty", book.errors)
    for what, where, count in book.beside_cells:
        yield Hole(what, f"{where} of the workbook are not read", count)
