"""What a spreadsheet in the OpenDocument format would grow to, before a library lets it: a few bytes can
stand for a million equal rows, columns or spaces."""

from __future__ import annotations

from factcheck.read.tables.census import MAX_AREA, MAX_CHARACTERS
from factcheck.read.tables.origin import Origin
from factcheck.read.tables.package import Attributes, Package

_VALUES = frozenset({"value", "string-value", "date-value", "time-value", "boolean-value", "formula"})


def census_of_content(origin: Origin, package: Package) -> int:
    """How many cells hold an error. Raises FactcheckError where the cells of `content.xml`, all repeats
    counted, are more than can be held."""
    counter = _Counter()
    parser = package.parser(counter.start)
    parser.CharacterDataHandler = counter.take_text
    package.feed(parser, "content.xml")
    counter.end_table()
    if max(counter.cells, counter.area) > MAX_AREA or counter.characters > MAX_CHARACTERS:
        raise origin.error(
            "The workbook is too large",
            f"with all repeats it has more than {MAX_AREA:,} cells, or {MAX_CHARACTERS:,} characters",
            "Save the sheet that matters as CSV and read that.",
        )
    return counter.errors


class _Counter:
    """Of all sheets together: `cells` are those that are made one by one while reading, `area` the
    rectangles around what is filled."""

    def __init__(self) -> None:
        self.cells = self.area = self.characters = self.errors = 0
        self._rows = self._rows_filled = self._columns_filled = 0
        self._row_repeats = 0
        self._column = self._filled_to = self._waiting = 0
        self._cell_repeats = self._cell_length = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        tag = tag.rpartition(":")[2]
        if tag in ("table-cell", "covered-table-cell"):
            self._end_cell()
            self.cells += self._waiting
            repeats = self._waiting = self._cell_repeats = _repeats(attributes, "number-columns-repeated")
            self._column += repeats
            if any(
                key.rpartition(":")[2] in _VALUES or value == "string" for key, value in attributes.items()
            ):
                self.cells += repeats
                self._waiting = 0
                self._filled_to = self._column
                self._cell_length = sum(map(len, attributes.values()))
                self.errors += attributes.get("calcext:value-type") == "error"
        elif tag == "table-row":
            self._end_row()
            self._row_repeats = _repeats(attributes, "number-rows-repeated")
        elif tag == "table":
            self.end_table()
        elif tag == "s":
            self._cell_length += _repeats(attributes, "c")

    def take_text(self, text: str) -> None:
        self._cell_length += len(text)

    def _end_cell(self) -> None:
        self.characters += self._cell_length * max(1, self._cell_repeats) * max(1, self._row_repeats)
        self._cell_repeats = self._cell_length = 0

    def _end_row(self) -> None:
        self._end_cell()
        self._rows += self._row_repeats
        if self._filled_to:
            self._rows_filled = self._rows
            self._columns_filled = max(self._columns_filled, self._filled_to)
        self._row_repeats = self._column = self._filled_to = self._waiting = 0

    def end_table(self) -> None:
        """Counts the sheet whose rows have come."""
        self._end_row()
        self.area += self._rows_filled * self._columns_filled
        self._rows = self._rows_filled = self._columns_filled = 0


def _repeats(attributes: Attributes, name: str) -> int:
    for key, value in attributes.items():
        if key.rpartition(":")[2] == name:
            if not (value.isascii() and value.isdigit() and len(value) < 12):
                raise ValueError(f"something is repeated {value[:20]} times")
            return int(value)
    return 1
