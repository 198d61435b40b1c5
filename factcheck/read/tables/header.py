"""Which row names the columns, by what its cells are beside those below; and the columns' names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.core.light import dataclass

MAX_COLUMNS = 16_384
"""As many as a sheet of a spreadsheet has."""

_MOST_TITLES = 12
_MOSTLY = 0.8
_SHORT = 40

_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_SORTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (sort, re.compile(pattern, re.IGNORECASE))
    for sort, pattern in (
        ("year", r"(?:1[89]|20)\d\d"),
        ("number", r"[-+(]?[$€£]?\s?\d[\d.,' \u00a0]*\s?%?\)?"),
        (
            "date",
            r"\d{1,4}([-/.])\d{1,2}(?:\1\d{1,4})?(?:[ T].*)?"
            rf"|\d{{1,2}}\.?[ -]{_MONTHS}[ -,]*\d{{2,4}}|{_MONTHS} \d{{1,2}}(?:,? \d{{4}})?",
        ),
        ("time", r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?"),
        ("address", r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+\.\w+"),
    )
)


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a table begins: `titles` rows above it that are none of its rows, then its header's cells, None
    where it has none; `width` is the number of its columns."""

    titles: int
    header: tuple[str, ...] | None
    width: int


def beginning_of(rows: Sequence[Sequence[str]], header: bool | None) -> Beginning:
    """How a table begins whose first rows, none of them blank, are `rows`. `header` is what a person says:
    with False the first row is data, whatever stands in it; None leaves it to be guessed.
    """
    if not rows:
        return Beginning(0, None, 0)
    titles = _titles(rows) if header is not False else 0
    first, below = rows[titles], rows[titles + 1 :]
    if header is None:
        header = _names_columns(first, below)
    if header:
        named = tuple(cell.strip() for cell in first)
        used = max((len(_trimmed(row)) for row in below), default=0)
        width = max(len(_trimmed(first)), min(used, len(first)))
        return Beginning(titles, named[:width], width)
    return Beginning(titles, None, _usual_width(rows[titles:]))


def letters(column: int) -> str:
    """What a sheet calls its column, the first being 0: A, B ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def distinct(names: Sequence[str], first: int = 0) -> tuple[str, ...]:
    """The names of columns, each once: an empty one is called by its letter, a repeated one is numbered.

    `first` is where in its sheet the first of them stands, from 0.
    """
    taken = {name for name in names if name}
    given: set[str] = set()
    columns: list[str] = []
    for column, name in enumerate(names):
        wanted = name or f"column {letters(first + column)}"
        unique, number = wanted, 2
        while unique in given or (unique in taken and unique != name):
            unique, number = f"{wanted} ({number})", number + 1
        given.add(unique)
        columns.append(unique)
    return tuple(columns)


def notes_on(
    start: Beginning, first: Sequence[tuple[int, Sequence[str]]], guessed: bool, unit: str = "line"
) -> Iterator[str]:
    """What a person should know of how a table begins: what stands above it, and a header that was guessed.

    `first` are its first rows with their numbers, `unit` what these count.
    """
    for number, cells in first[: start.titles]:
        words = " ".join(" ".join(cells).split())
        yield f"{unit.capitalize()} {number} is above the table: “{words[:200]}{'…' * (len(words) > 200)}”."
    if guessed:
        number, _ = first[start.titles]
        if start.header is None:
            yield f"No row of names was found above {unit} {number}; the columns are called by their letters."
        else:
            yield f"{unit.capitalize()} {number} is taken for the names of the columns."


def _trimmed(row: Sequence[str]) -> Sequence[str]:
    """The row without its empty last cells."""
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return row[:end]


def _usual_width(rows: Sequence[Sequence[str]]) -> int:
    widths = Counter(len(row) for row in rows)
    return max(widths, key=lambda width: (widths[width], width))


def _titles(rows: Sequence[Sequence[str]]) -> int:
    """How many rows at the top are titles: with no more than one cell filled, or with less than half of the
    cells that most rows have, above one that has them all."""
    width = _usual_width(rows)
    if width < 2:
        return 0
    for number, row in enumerate(rows[: _MOST_TITLES + 1]):
        filled = sum(1 for cell in row if cell.strip())
        if len(row) >= width and (filled > 1 or width == 2):
            return number
        if filled > 1 and 2 * len(row) >= width:
            return 0
    return 0


def _names_columns(first: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns: names are words, each once, and of another sort than what
    stands in their columns."""
    names = [cell.strip() for cell in first]
    filled = [name for name in names if name]
    sorts = {name: _sort(name) for name in filled}
    values = [[row[n].strip() for row in below if n < len(row) and row[n].strip()] for n in range(len(names))]
    if not filled or any(sort not in ("text", "year") for sort in sorts.values()):
        return False
    if any(name and sorts[name] == "year" and _mostly(values[n], "year") for n, name in enumerate(names)):
        return False
    if any(_mostly(values[n]) for n, name in enumerate(names) if name):
        return True
    if len(set(filled)) < len(filled) or len(filled) < len(_trimmed(first)) - 1:
        return False
    if any(name in values[n] for n, name in enumerate(names) if name):
        return False
    return all(len(name) <= _SHORT for name in filled)


def _mostly(values: Sequence[str], sort: str | None = None) -> bool:
    """Whether most values are of one sort that words are not (or of this one)."""
    if not values:
        return False
    sorts = Counter(_sort(value) for value in values)
    commonest = sort or max((one for one in sorts if one != "text"), key=lambda one: sorts[one], default="")
    return sorts[commonest] >= _MOSTLY * len(values)


def _sort(value: str) -> str:
    if len(value) > 10 * _SHORT:
        return "text"
    return next((sort for sort, pattern in _SORTS if pattern.fullmatch(value)), "text")
