"""A row of a table as a row of a register: what its cells say, by the columns' meanings.

Nothing in a cell is mended. What cannot be read stays in its cell, and is told with the row.
"""

from __future__ import annotations

import re
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING

from factcheck.core.edtf import is_edtf
from factcheck.core.light import dataclass
from factcheck.core.register_rows import RegisterRow
from factcheck.core.registers import PARTS
from factcheck.core.words import fold
from factcheck.workbench.registering.called_off import said_of, titled_so
from factcheck.workbench.registering.date_cells import Order, Read, day_of_parts, read_date
from factcheck.workbench.registering.names import MOST_NAMES, NOBODY, names_in
from factcheck.workbench.registering.time_cells import read_time

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from factcheck.core.table import TableRow

TITLE = 1_000
"""Characters of a title; the cells hold the rest."""

UNDATED = "it has no date"
BARE = "nothing in it says what it was"
"""What is told of a row that holds nothing in the columns that say so: it is kept all the same."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """How a table's cells are read: the columns of each field, the order of dates in numbers by column, the
    columns whose times of day are none, those that write names last name first, and those in which an empty
    cell means the one above."""

    columns: tuple[str, ...]
    fields: Mapping[str, tuple[str, ...]]
    orders: Mapping[str, Order] = field(default_factory=dict)
    days_only: frozenset[str] = frozenset()
    last_first: frozenset[str] = frozenset()
    fill: frozenset[str] = frozenset()

    def row(self, row: TableRow, meant: Sequence[str] = ()) -> RegisterRow:
        """The row as it is understood; `meant` are its cells with those filled in that stand for the one
        above."""
        cells = dict(zip(self.columns, meant or row.cells, strict=True))
        open_: list[str] = []
        when, end = self._when(cells, open_)
        who, with_ = self._names("who", cells), self._names("with", cells)
        organisation, place, note = (self._text(name, cells) for name in ("organisation", "where", "note"))
        if met_nobody := bool(organisation) and fold(organisation or "") in NOBODY:
            organisation = None
        title = self._text("title", cells)
        if not title and not met_nobody:
            title = _composed(who, with_, organisation, note, place)
        if not title:
            title = " · ".join(cell.strip() for cell in cells.values() if cell.strip())
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
            mode=self._mode(cells) or titled_so(title),
            open=tuple(open_),
        )

    def _mode(self, cells: Mapping[str, str]) -> str | None:
        said = (said_of(cells[column], column) for column in self.fields.get("status", ()))
        return next(filter(None, said), None)

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
            clock = stop or until or ""
            end = f"{day[:10]}T{clock}" if clock[:5] >= day[11:16] else None  # else on a day that is not said
        elif end and stop and len(end) == 10:
            end = f"{end}T{stop}"
        if day and end and "/" not in day and "/" not in end and end[:10] > day[:10]:
            if _is_a_night(day, end):
                return day, end
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
        if whole := " ".join(part for part in parts if fold(part) not in NOBODY and part):
            found.append(whole)
        return tuple(dict.fromkeys(found))[:MOST_NAMES]


def _is_a_night(start: str, end: str) -> bool:
    """Whether a time of one day and a time of the next are less than a day apart."""
    if "T" not in start or "T" not in end:
        return False
    days = date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])
    return days.days == 1 and end[11:16] < start[11:16]


def _told(what: str, read: Read, open_: list[str]) -> str | None:
    if read.edtf is None and read.why:
        open_.append(f"the {what} cannot be read: {read.why}")
    return read.edtf


class Above:
    """What the cells of rows mean where an empty one of some columns stands for the one above."""

    def __init__(self, columns: Sequence[str], fill: Collection[str]) -> None:
        self._places = [place for place, column in enumerate(columns) if column in fill]
        self._last: dict[int, str] = {}

    def filled(self, row: TableRow) -> Sequence[str]:
        """The cells of a row with those filled in; rows are to be given in their order."""
        if not self._places:
            return row.cells
        cells = list(row.cells)
        for place in self._places:
            if cells[place].strip():
                self._last[place] = cells[place]
            else:
                cells[place] = self._last.get(place, "")
        return cells


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


def open_cells(row: RegisterRow) -> Iterator[str]:
    """What of a row could not be read, by kind: a date that none can read is one, whatever its words."""
    for why in row.open:
        yield re.sub(r" “.*?”(?= cannot)", "", why, flags=re.DOTALL)
