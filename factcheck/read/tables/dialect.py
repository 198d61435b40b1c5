"""How a text is divided into rows and cells: by which sign, with quotation marks or without."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from factcheck.core.light import dataclass
from factcheck.read.tables.characters import MAX_LINE, Lines, TooLong

DELIMITERS = (",", ";", "\t", "|")
CALLED = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}
TABBED = (".tsv", ".tab")

_LOOKED_AT = 200
SAID_SO = re.compile(r"sep=([^\s\w\"])\r?\n|\"sep=([^\s\w\"])\"\r?\n|sep=(\t)\r?\n", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Dialect:
    """`said_so`: the first line is `sep=;`, which spreadsheet programs write for themselves and do not
    show. `quoted`: a cell may stand in quotation marks, doubled within it."""

    delimiter: str
    quoted: bool = True
    said_so: bool = False


class Record(NamedTuple):
    """The cells between two line ends that are no part of a cell; `first` and `last` are its lines from 1,
    `sheet_row` the row that a spreadsheet program would show it in. `fault` says why it cannot be used."""

    first: int
    last: int
    sheet_row: int
    cells: list[str]
    fault: str | None = None


def dialect_of(beginning: str, name: str, delimiter: str | None = None) -> Dialect:
    """The dialect in which the first rows are most alike, `beginning` being whole lines."""
    said = SAID_SO.match(beginning)
    if said:
        beginning = beginning[said.end() :]
        found = Dialect(delimiter or next(sign for sign in said.groups() if sign), said_so=True)
    else:
        found = Dialect(delimiter or _delimiter(beginning, name))
    if found.delimiter == "\t" and _is_unquoted(beginning):
        found = replace(found, quoted=False)
    return found


def without_last_line(text: str, most: int) -> str:
    """The beginning of a text, of at most so many characters: whole lines, where it is longer."""
    if len(text) <= most:
        return text
    end = max(text.rfind("\n", 0, most), text.rfind("\r", 0, most))
    return text[: end + 1] if end >= 0 else text[:most]


def records(lines: Lines, dialect: Dialect) -> Iterator[Record]:
    """All records in order, blank ones too (without cells)."""
    csv.field_size_limit(MAX_LINE)
    given = iter(lines)
    if dialect.said_so:
        next(given, None)
    sheet_row = 0
    reader = _reader(given, dialect)
    while True:
        first = lines.number + 1
        lines.held, lines.fault = 0, None
        sheet_row += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Record(first, lines.number, sheet_row, [], _said(error))
            reader = _reader(iter(lines), dialect)
        except TooLong as error:
            yield Record(first, lines.number, sheet_row, [], str(error))
            reader = _reader(iter(lines), dialect)
        else:
            yield Record(first, lines.number, sheet_row, cells, lines.fault)


def _reader(lines: Iterable[str], dialect: Dialect) -> Iterator[list[str]]:
    return csv.reader(
        lines,
        delimiter=dialect.delimiter,
        strict=True,
        quoting=csv.QUOTE_MINIMAL if dialect.quoted else csv.QUOTE_NONE,
    )


def _said(error: csv.Error) -> str:
    """The reader's own words for what a person looks for in the file."""
    words = str(error)
    if "end of data" in words or "field limit" in words:
        return "a quotation mark opens a cell and nothing closes it, or the cell is too long"
    return f"its cells cannot be told apart ({words})"


def _delimiter(beginning: str, name: str) -> str:
    """Tabs in a TSV; else the sign that divides most rows into the same number of cells, of several the one
    that makes more of them."""
    if name.lower().endswith(TABBED) and "\t" in beginning:
        return "\t"
    best, best_score = ",", (0.0, 0)
    for sign in DELIMITERS:
        widths = Counter(
            len(cells)
            for cells in islice(cells_of(beginning, Dialect(sign)), _LOOKED_AT)
            if any(map(str.strip, cells))
        )
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda entry: (entry[0] > 1, entry[1], entry[0]))
        score = (count / widths.total(), width)
        if width > 1 and (score > best_score or (score[0] == best_score[0] and _in_numbers(beginning, best))):
            best, best_score = sign, score
    return best


def _in_numbers(beginning: str, sign: str) -> bool:
    """Whether the sign stands between digits only, as the decimal comma does."""
    return re.search(rf"(?<!\d){re.escape(sign)}|{re.escape(sign)}(?!\d)", beginning) is None


def _is_unquoted(beginning: str) -> bool:
    """Whether quotation marks are only characters in a text divided by tabs: read as quotes they break rows
    that are all of one width without them."""
    if '"' not in beginning:
        return False
    plain = [len(cells) for cells in cells_of(beginning, Dialect("\t", quoted=False)) if cells]
    if len(set(plain)) != 1:
        return False
    return [len(cells) for cells in cells_of(beginning, Dialect("\t")) if cells] != plain


def cells_of(beginning: str, dialect: Dialect) -> Iterator[list[str]]:
    """The cells of each row, as they come out in a dialect; none of a row that breaks in it."""
    csv.field_size_limit(MAX_LINE)
    reader = _reader((line.group() for line in _LINE.finditer(beginning) if line.group()), dialect)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield [""]
