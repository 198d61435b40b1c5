"""Cells and times of a source as people type them: `B12`, `Visits!B12`, `12:34`, `1:02:03`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.store import places

if TYPE_CHECKING:
    from factcheck.store.connect import Db

_CELL = re.compile(
    r"(?:(?P<sheet>.+)!)?(?P<column>[A-Za-z]{1,3})(?P<row>\d{1,7})(?::(?P<last>[A-Za-z]{1,3})\d+)?"
)
_TIME = re.compile(r"(\d{1,3}):(\d{1,2})(?::(\d{1,2}(?:[.,]\d{1,3})?))?")


def cell_start(db: Db, source: str, typed: str) -> int | None:
    """Where a cell begins, or the row that is named as a whole and holds it; of a cell without its sheet the
    first. None where the source has no such cell."""
    wanted = _CELL.fullmatch(typed.strip())
    if wanted is None:
        return None
    for start, cell in places.cells(db, source):
        there = _CELL.fullmatch(cell or "")
        if there is None or there["row"] != wanted["row"]:
            continue
        if wanted["sheet"] and _sheet(wanted["sheet"]) != _sheet(there["sheet"] or ""):
            continue
        first, last = _column(there["column"]), _column(there["last"] or there["column"])
        if first <= _column(wanted["column"]) <= last:
            return start
    return None


def time_start(db: Db, source: str, typed: str) -> int | None:
    """What was being said at a time: the place with the latest time that is not after it, or the first.
    Minutes and seconds are meant where the source tells hours, too. None where it tells no times."""
    wanted = _TIME.fullmatch(typed.strip())
    if wanted is None:
        return None
    told = [(found, start) for start, time in places.times(db, source) if (found := _TIME.fullmatch(time))]
    if not told:
        return None
    meant = _clock(wanted)
    if wanted[3] is None and all(time[3] for time, _ in told):
        meant = (0.0, *meant[:2])
    before = [clock for time, _ in told if (clock := _clock(time)) <= meant]
    latest = max(before, default=_clock(told[0][0]))
    return next(start for time, start in told if _clock(time) == latest)


def _clock(time: re.Match[str]) -> tuple[float, float, float]:
    return float(time[1]), float(time[2]), float((time[3] or "0").replace(",", "."))


def _sheet(name: str) -> str:
    return name.strip().strip("'").replace("''", "'").casefold()


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - 64
    return number
