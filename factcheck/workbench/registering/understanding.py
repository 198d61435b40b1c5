"""A row of a table as a row of a register: what its cells say, by the columns' meanings.

Nothing in a cell is mended. What cannot be read stays in its cell, and is told with the row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.core.edtf import is_edtf
from factcheck.core.register_rows import RegisterRow
from factcheck.core.registers import PARTS
from factcheck.core.words import fold
from factcheck.workbench.registering.date_cells import Order, Read, day_of_parts, read_date, read_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.core.table import TableRow

TITLE = 1_000
"""Characters of a title; the cells hold the rest."""

UNDATED = "it has no date"
BARE = "nothing in it says what it was"
"""What is told of a row that holds nothing in the columns that say so: it is kept all the same."""

MOST_NAMES = 200
"""Names taken from one row; further ones are in its cells."""

_NAMES = re.compile(r"\s*(?:;|\||\n)\s*")
_NOBODY = frozenset(
    """- -- – — . ? n/a na none nil no nobody unknown various tbc tba tbd redacted (redacted) [redacted]
    illegible
    (illegible) [illegible] withheld (withheld) (b)(6) b6 anonymous private see above same""".split()  # noqa: SIM905 - a list would hide the words
) | {"nil return", "not applicable", "name withheld", "(b) (6)", "see note", "not disclosed"}
"""What stands in place of a name and names nobody."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """How a table's cells are read: the columns of each field, the order of dates in numbers by column, the
    columns whose times of day are none, and those that write names last name first."""

    columns: tuple[str, ...]
    fields: Mapping[str, tuple[str, ...]]
    orders: Mapping[str, Order] = field(default_factory=dict)
    days_only: frozenset[str] = frozenset()
    last_first: frozenset[str] = frozenset()

    def row(self, row: TableRow) -> RegisterRow:
        """The row as it is understood."""
        cells = dict(zip(self.columns, row.cells, strict=True))
        open_: list[str] = []
        when, end = self._when(cells, open_)
        who, with_ = self._names("who", cells), self._names("with", cells)
        organisation, place, note = (self._text(name, cells) for name in ("organisation", "where", "note"))
        title = self._text("title", cells) or _composed(who, with_, organisation, note, place)
        if not title:
            title = " · ".join(cell.strip() for cell in row.cells if cell.strip())
            open_.append(BARE)
        return RegisterRow(
            number=row.number,
            title=_short(title),
            cells=tuple(row.cells),
            when=when,
            end=end,
            who=who,
            with_=with_,
            organisation=organisation,
            place=place,
            id=self._text("id", cells),
            cite=self._text("cite", cells),
            note=note,
            sheet_row=row.sheet_row,
            open=tuple(open_),
        )

    def _text(self, name: str, cells: Mapping[str, str]) -> str | None:
        columns = self.fields.get(name, ())
        if len(columns) == 1:
            return cells[columns[0]].strip() or None
        return " · ".join(text for column in columns if (text := cells[column].strip())) or None

    def _when(self, cells: Mapping[str, str], open_: list[str]) -> tuple[str | None, str | None]:
        """The date, with its time where there is one, and the end where it is said."""
        day = self._date("when", cells, open_)
        if day is None and "year" in self.fields:
            parts = (
                "".join(cells[c] for c in self.fields.get(part, ())) for part in ("year", "month", "day")
            )
            day = _told("date", day_of_parts(*parts), open_)
        if day is None and not open_ and ({"when", "year"} & self.fields.keys()):
            open_.append(UNDATED)
        start, until = self._clock("time", cells, open_)
        stop, _ = self._clock("end-time", cells, open_)
        end = self._date("end", cells, open_)
        if day and start and len(day) == 10:
            day = f"{day}T{start}"
        if end is None and (stop or until) and day and day[:10].count("-") == 2:
            end = f"{day[:10]}T{stop or until}"
        elif end and stop and len(end) == 10:
            end = f"{end}T{stop}"
        if day and end and "/" not in day and "/" not in end and end[:10] > day[:10]:
            period = f"{day[:10]}/{end[:10]}"
            return (period if is_edtf(period) else day), end
        return day, end

    def _date(self, name: str, cells: Mapping[str, str], open_: list[str]) -> str | None:
        columns = [column for column in self.fields.get(name, ()) if cells[column].strip()]
        if not columns:
            return None
        cell = " ".join(cells[column].strip() for column in columns)
        order, days = self.orders.get(columns[0]), columns[0] in self.days_only
        return _told(f"date “{_short(cell, 60)}”", read_date(cell, order, days_only=days), open_)

    def _clock(self, name: str, cells: Mapping[str, str], open_: list[str]) -> tuple[str | None, str | None]:
        cell = " ".join(cells[column].strip() for column in self.fields.get(name, ())).strip()
        if not cell:
            return None, None
        read = read_time(cell)
        if read is None and (timed := read_date(cell, None).edtf) and "T" in timed:
            return timed.partition("T")[2], None
        if read is None:
            open_.append(f"the time “{_short(cell, 40)}” cannot be read")
            return None, None
        return read

    def _names(self, base: str, cells: Mapping[str, str]) -> tuple[str, ...]:
        found: list[str] = []
        for column in self.fields.get(base, ()):
            found.extend(names_in(cells[column], last_first=column in self.last_first))
        parts = [
            " ".join(cells[column].split())
            for part in PARTS
            for column in self.fields.get(f"{base}-{part}", ())
        ]
        if whole := " ".join(part for part in parts if fold(part) not in _NOBODY and part):
            found.append(whole)
        return tuple(dict.fromkeys(found))[:MOST_NAMES]


def _told(what: str, read: Read, open_: list[str]) -> str | None:
    if read.edtf is None and read.why:
        open_.append(f"the {what} cannot be read: {read.why}")
    return read.edtf


@lru_cache(maxsize=16_384)
def names_in(cell: str, *, last_first: bool) -> tuple[str, ...]:
    """The names in a cell, divided by semicolons, bars or line ends; what names nobody is left out."""
    names = (" ".join(part.split()).strip(" ,") for part in _NAMES.split(cell))
    return tuple(turned(name) if last_first else name for name in names if is_somebody(name))


def is_somebody(name: str) -> bool:
    """Whether a cell's words may be a name at all."""
    return bool(name) and fold(name) not in _NOBODY and any(map(str.isalpha, name))


def turned(name: str) -> str:
    """`KISLYAK, SERGEY I` as SERGEY I KISLYAK; a name without one comma is left as it is."""
    last, comma, first = name.partition(",")
    if not comma or "," in first or not first.strip() or not last.strip():
        return name
    return f"{first.strip()} {last.strip()}"


def _composed(
    who: Sequence[str], with_: Sequence[str], organisation: str | None, note: str | None, place: str | None
) -> str | None:
    """What a row without a title is called: who met whom."""
    guests = _list(who) or organisation
    if guests and who and organisation:
        guests = f"{guests} ({organisation})"
    if guests and with_:
        return f"{guests} with {_list(with_)}"
    return guests or _list(with_) or note or place


def _list(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _short(text: str, most: int = TITLE) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"


def unkept(row: TableRow) -> str | None:
    """Why a case cannot keep a row's cells; None where it can."""
    for cell in row.cells:
        if "\0" in cell:
            return "it holds a NUL character, which no text has"
        if not cell.isascii() and any("\ud800" <= c <= "\udfff" for c in cell):
            return "it holds half of a surrogate pair, which no text file can keep"
    return None


def writes_last_first(cells: Sequence[str]) -> bool:
    """Whether the names of a column stand last name first: most have one comma, and a name of a word or
    three behind it."""
    filled = [name for cell in cells for name in _NAMES.split(cell) if is_somebody(name)]
    if not filled:
        return False
    return sum(map(_is_last_first, filled)) > 0.6 * len(filled)


def _is_last_first(name: str) -> bool:
    last, comma, first = name.partition(",")
    return (
        bool(comma)
        and 0 < len(last.split()) <= 3
        and 0 < len(first.split()) <= 3
        and not re.search(r"[\d,()/]", name.replace(",", "", 1))
        and not _ROLES.intersection(fold(first).split())
    )


_ROLES = frozenset(
    """minister secretary director president chair chairman chief officer head manager ceo ltd llc inc plc llp
    gmbh embassy ministry department office university committee council limited company mp qc kc jr sr phd md
    ambassador commissioner adviser advisor""".split()  # noqa: SIM905 - a list would hide the words
)
"""Words that make what follows a comma an office or a company, not a first name."""


def open_cells(row: RegisterRow) -> Iterator[str]:
    """What of a row could not be read, by kind: a date that none can read is one, whatever its words."""
    for why in row.open:
        yield re.sub(r" “.*?”(?= cannot)", "", why, flags=re.DOTALL)
