"""What stands where in a sheet, counted before it is read: the library that reads the cells fills the whole
rectangle around them, and shows neither errors nor hidden rows nor formulas without a value."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.read.tables.package import Attributes, Package

MAX_AREA = 12_000_000
"""Cells in the rectangle around all that a sheet holds; eleven columns of a million rows."""

MAX_CHARACTERS = 200_000_000
"""Characters of a sheet's cells together: cells that share a string hold a copy each."""

MAX_SCATTER = 200
"""How many cells of the rectangle there may be for each that holds something, in a large one."""

_SMALL_AREA = 1_000_000
_PLACE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384


@dataclass(slots=True)
class Census:
    """Of one sheet. `errors` are cells that hold an error, by row and column from 0, with its name (#REF!);
    `unvalued` counts formulas whose value was not kept, `links` cells with an address behind them. `fault`
    says in words why the sheet cannot be read.
    """

    filled: int = 0
    characters: int = 0
    hidden_rows: int = 0
    hidden_columns: int = 0
    links: int = 0
    unvalued: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    fault: str | None = None
    _top: int = MOST_ROWS
    _bottom: int = -1
    _left: int = MOST_COLUMNS
    _right: int = -1

    def fill(self, row: int, column: int, characters: int) -> None:
        """Counts a cell that holds something."""
        self.filled += 1
        self.characters += characters
        if row > self._bottom:
            self._bottom = row
        if row < self._top:
            self._top = row
        if column > self._right:
            self._right = column
        if column < self._left:
            self._left = column

    def judge(self) -> None:
        """Finds fault with a sheet that would take more memory than there may be."""
        rows, columns = max(0, self._bottom - self._top + 1), max(0, self._right - self._left + 1)
        area = rows * columns
        if self.characters > MAX_CHARACTERS:
            self.fault = f"its cells have more than {MAX_CHARACTERS:,} characters together"
        elif area > MAX_AREA or (area > _SMALL_AREA and area > MAX_SCATTER * self.filled):
            self.fault = (
                f"its {self.filled:,} cells are scattered over {rows:,} rows and {columns:,} columns, "
                "more than can be held"
            )


def census_of(package: Package, part: str, strings: Sequence[int]) -> Census:
    """The census of one sheet of an XLSX; `strings` are the lengths of those that its cells share."""
    counter = _Counter(package, strings)
    package.feed(counter.parser, part)
    counter.end_cell()
    counter.census.judge()
    return counter.census


def shared_strings(package: Package) -> Sequence[int]:
    """How many characters each of the strings has that the cells of an XLSX share."""
    lengths = array("Q")

    def start(tag: str, attributes: Attributes) -> None:
        if tag.rpartition(":")[2] == "si":
            lengths.append(0)

    def characters(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    for name in package.names:
        if name.lower() == "xl/sharedstrings.xml":
            parser = package.parser(start)
            parser.CharacterDataHandler = characters
            package.feed(parser, name)
    return lengths


class _Counter:
    """Takes the elements of a sheet as they come; a cell without a place of its own stands behind the one
    before."""

    def __init__(self, package: Package, strings: Sequence[int]) -> None:
        self.census = Census()
        self.parser = package.parser(self._start)
        self.parser.CharacterDataHandler = self._characters
        self._strings = strings
        self._row, self._column = -1, 0
        self._cell_row = -1
        self._row_name = "0"
        self._columns: dict[str, int] = {}
        self._sort: str | None = None
        self._in_cell = self._in_value = self._is_formula = False
        self._text = ""

    def _start(self, tag: str, attributes: Attributes) -> None:
        if tag == "v":
            self._in_value = True
        elif tag == "c":
            if self._in_cell:
                self.end_cell()
            self._cell_row = self._row
            if "r" in attributes:
                self._go_to(attributes["r"])
            self._sort = attributes.get("t")
            self._in_cell = True
        elif ":" in tag:
            self._start(tag.rpartition(":")[2], attributes)
        else:
            self._start_other(tag, attributes)

    def _start_other(self, tag: str, attributes: Attributes) -> None:
        if tag == "is":
            self._in_value = True
        elif tag == "f":
            self._is_formula = True
        elif tag == "row":
            if self._in_cell:
                self.end_cell()
            self._row = _number(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._row_name, self._column = str(self._row + 1), 0
            if attributes.get("hidden") in ("1", "true"):
                self.census.hidden_rows += 1
        elif tag == "hyperlink":
            self.census.links += 1
        elif tag == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = (_number(attributes.get(end, "1")) for end in ("min", "max"))
            self.census.hidden_columns += max(1, last - first + 1)

    def _go_to(self, place: str) -> None:
        """Most cells stand in the row that is open, in a column seen before."""
        name = place.removesuffix(self._row_name)
        column = self._columns.get(name)
        if column is not None and len(name) < len(place):
            self._column = column
            return
        self._cell_row, self._column = _place(place)
        if self._cell_row == self._row:
            self._columns[name] = self._column

    def _characters(self, text: str) -> None:
        if self._in_value:
            self._text = self._text + text if self._text else text

    def end_cell(self) -> None:
        """Counts the cell whose elements have come."""
        if not self._in_cell:
            return
        text, length = self._text, len(self._text)
        if self._sort == "s":
            length = self._length_of(text)
        elif self._sort == "e" and text.strip():
            self.census.errors[self._cell_row, self._column] = text.strip()[:32]
        if self._in_value and (text or not self._is_formula):
            self.census.fill(self._cell_row, self._column, length)
        elif self._is_formula:
            self.census.unvalued += 1
        self._column += 1
        self._text = ""
        self._in_cell = self._in_value = self._is_formula = False

    def _length_of(self, index: str) -> int:
        try:
            return self._strings[int(index)]
        except (ValueError, IndexError):
            return len(index)


def _place(place: str) -> tuple[int, int]:
    found = _PLACE.fullmatch(place)
    if not found:
        raise ValueError(f"a cell is called {place[:20]}")
    column = 0
    for letter in found.group(1).upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return _number(found.group(2)) - 1, _number(str(column), MOST_COLUMNS) - 1


def _number(text: str, most: int = MOST_ROWS) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:8]) <= most):
        raise ValueError(f"a row or column is called {text[:20]}")
    return int(text[:8])
