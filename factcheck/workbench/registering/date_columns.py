"""Columns of dates: what their cells show of the order of day and month, which is never guessed.

The order is that which was said, or the one that a value of the same column proves (13/04/2016) while none
contradicts it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.workbench.registering.date_cells import (
    ORDERS,
    TRIPLE,
    Order,
    day_in,
    read_date,
    without_weekday,
)
from factcheck.workbench.registering.time_cells import read_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(slots=True)
class Column:
    """What the cells of one date column have shown so far. `orders` are those that every date in numbers
    allows; `told` the order that somebody said."""

    name: str
    told: Order | None = None
    orders: set[str] = field(default_factory=lambda: set(ORDERS))
    proof: dict[str, tuple[int, str]] = field(default_factory=dict)
    """For each order that a value ruled out: where that value stands (the row's number), and the value."""
    open: tuple[int, str] | None = None
    """A value that more than one order can read, and differently."""
    midnight: bool = True
    """Whether every time of day seen is midnight: then the cells are days, and some program added a time."""
    timed: bool = False
    two_digits: bool = False

    def see(self, number: int, cell: str) -> None:
        """Takes a cell into account."""
        seen = _seen(cell)
        if seen is None:
            return
        possible, differs, time, two_digits = seen
        if time is not None:
            self.timed = True
            self.midnight = self.midnight and time == "00:00"
        self.two_digits = self.two_digits or two_digits
        if possible is None:
            return
        if differs and self.open is None:
            self.open = (number, cell)
        if possible:
            for order in self.orders - possible:
                self.proof[order] = (number, cell)
            self.orders &= possible

    @property
    def order(self) -> Order | None:
        """The order in which the column's dates are read: the one said, else the one proven."""
        if self.told:
            return self.told
        return next((order for order in ORDERS if self.orders == {order}), None)

    @property
    def contradicts(self) -> bool:
        """Whether no order reads all of its dates."""
        return not self.told and not self.orders

    def ruling_out(self, *orders: str) -> list[tuple[int, str]]:
        """The values, by row, that rule these orders out; a year of four digits at the end needs no proof
        that it is none at the beginning."""
        found = {
            number: cell
            for order in orders
            if order in self.proof
            for number, cell in (self.proof[order],)
            if order != "ymd" or not re.search(r"[/.\-]\s?\d{4}\b", cell)
        }
        return sorted(found.items())

    @property
    def must_be_said(self) -> bool:
        """Whether some date can be read in two ways and nothing in the column tells which."""
        return self.order is None and self.open is not None and not self.contradicts

    @property
    def days_only(self) -> bool:
        """Whether the times of day are none."""
        return self.timed and self.midnight


@lru_cache(maxsize=65_536)
def _seen(cell: str) -> tuple[frozenset[str] | None, bool, str | None, bool] | None:
    """Of a date cell: the orders that can read it (None: it is not in numbers), whether they differ, its time
    of day, and whether its year has two digits."""
    text = without_weekday(cell)
    if not (match := TRIPLE.fullmatch(text)):
        read = read_date(cell, None)
        return (None, False, read.edtf.partition("T")[2][:5] or None, False) if read.edtf else None
    a, _, b, c, rest = match.groups()
    time = (read_time(rest.strip()) or [None])[0] if rest and rest.strip() else None
    if len(a) == 4:
        return None, False, time, False
    days = {order: day for order in ORDERS if (day := day_in(a, b, c, order)) is not None}
    two = len(c) < 3
    return frozenset(days), len(set(days.values())) > 1, time, two


def is_date(cell: str) -> bool:
    """Whether a cell can be a date, in whatever order."""
    seen = _seen(cell)
    return seen is not None and (seen[0] is None or bool(seen[0]))


def share(cells: Iterable[str], test: Callable[[str], object]) -> float:
    """How many of the filled cells pass a test, from 0 to 1; 0 where none is filled."""
    filled = [cell for cell in cells if cell.strip()]
    passing = sum(1 for cell in filled if test(cell))
    return passing / len(filled) if filled else 0.0
