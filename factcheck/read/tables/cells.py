"""Where each cell of a delimited text begins, by the same rules by which its rows are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.core.light import dataclass
from factcheck.read.tables.dialect import SAID_SO, Dialect
from factcheck.read.tables.header import MAX_COLUMNS

_TOO_WIDE = f"it has more than {MAX_COLUMNS:,} cells"
_NOT_APART = "its cells cannot be told apart"
_NOT_CLOSED = "a quotation mark opens a cell and nothing closes it"
_QUOTED = re.compile(r'"[^"]*+(?:""[^"]*+)*+"')


@dataclass(frozen=True, slots=True)
class Stretch:
    """A record in a text: where it begins and ends (code points, its line end excluded), the row of a sheet
    that it would stand in, and where each of its cells begins (if they were asked for). `width` is the number
    of its cells, `filled` that of the cells up to the last that holds more than white space; `fault` says why
    they cannot be told apart.
    """

    start: int
    end: int
    sheet_row: int
    width: int
    filled: int
    cells: Sequence[int] = ()
    fault: str | None = None


def stretches(text: str, dialect: Dialect, each_cell: bool = True) -> Iterator[Stretch]:
    """The records of a text with LF at its line ends, in order; blank ones are counted and left out."""
    said = SAID_SO.match(text) if dialect.said_so else None
    at, row = said.end() if said else 0, 0
    length = len(text)
    sign = re.escape(dialect.delimiter)
    cell = re.compile(rf'(?:"[^"]*+(?:""[^"]*+)*+"|(?!")[^{sign}\n]*+)(?=[{sign}\n]|\Z)')
    blank_rows = re.compile(rf"(?:[{sign} ]*+\n)++")
    next_quote = -1
    while at < length:
        if blank := blank_rows.match(text, at):
            row += text.count("\n", at, blank.end())
            at = blank.end()
            continue
        row += 1
        end = _next(text, "\n", at)
        if dialect.quoted and next_quote < at:
            next_quote = _next(text, '"', at)
        if dialect.quoted and next_quote < end:
            found = _with_quotes(text, at, row, dialect.delimiter, cell)
        else:
            found = _without_quotes(text, at, end, row, dialect.delimiter, each_cell)
        if found.fault or found.filled:
            yield found
        at = found.end + 1


def _without_quotes(text: str, start: int, end: int, row: int, delimiter: str, each_cell: bool) -> Stretch:
    line = text[start:end]
    width = line.count(delimiter) + 1
    if width > MAX_COLUMNS:
        return Stretch(start, end, row, width, width, fault=_TOO_WIDE)
    cells = [start]
    if each_cell:
        at = start
        for cell in line.split(delimiter)[:-1]:
            at += len(cell) + 1
            cells.append(at)
    return Stretch(start, end, row, width, _filled(line, delimiter), cells)


def _filled(line: str, delimiter: str) -> int:
    kept = line
    while (shorter := kept.rstrip().rstrip(delimiter)) != kept:
        kept = shorter
    return kept.count(delimiter) + 1 if kept else 0


def _with_quotes(text: str, start: int, row: int, delimiter: str, cell: re.Pattern[str]) -> Stretch:
    at, length = start, len(text)
    cells: list[int] = []
    while found := cell.match(text, at):
        cells.append(at)
        end = found.end()
        if end == length or text[end] == "\n":
            return Stretch(start, end, row, len(cells), _filled_of(text, cells, end), cells)
        if len(cells) > MAX_COLUMNS:
            return Stretch(start, _next(text, "\n", end), row, len(cells), len(cells), fault=_TOO_WIDE)
        at = end + 1
    cells.append(at)
    if closed := _QUOTED.match(text, at):
        end, why = _next(text, "\n", closed.end()), f"('{delimiter}' expected after '\"')"
        return Stretch(start, end, row, len(cells), len(cells), cells, f"{_NOT_APART} {why}")
    return Stretch(start, length, row, len(cells), len(cells), cells, _NOT_CLOSED)


def _filled_of(text: str, cells: Sequence[int], end: int) -> int:
    """The same of cells that may stand in quotation marks; the last ends at `end`."""
    for number in range(len(cells), 0, -1):
        words = text[cells[number - 1] : end]
        if (words[1:-1] if words.startswith('"') else words).strip():
            return number
        end = cells[number - 1] - 1
    return 0


def _next(text: str, sign: str, start: int) -> int:
    """Where the sign comes next; the end of the text where it does not."""
    found = text.find(sign, start)
    return found if found >= 0 else len(text)
