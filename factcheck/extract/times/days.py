"""Counting on the calendar: days, weeks, months and years from a day, written as EDTF of that unit."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from factcheck.core.edtf import When, parse_edtf
from factcheck.errors import FactcheckError


def valid(edtf: str | None) -> When | None:
    """The value, or None when it names no day of the calendar."""
    if edtf is None:
        return None
    try:
        return parse_edtf(edtf)
    except FactcheckError:
        return None


def shift_days(day: date, days: int) -> date | None:
    """The day so many days on; None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_months(day: date, months: int) -> tuple[int, int] | None:
    """The (year, month) so many months on; None beyond the calendar."""
    index = day.year * 12 + day.month - 1 + months
    return (index // 12, index % 12 + 1) if 12 <= index < 120_000 else None


def shifted(day: date, unit: str, offset: int) -> str | None:
    """The day, week (Monday to Sunday), month, quarter, year, decade or century so many units from a day's
    own.
    """
    if unit in ("day", "week", "weekend", "fortnight"):
        return _shifted_by_days(day, unit, offset)
    if unit in ("month", "quarter"):
        moved = shift_months(day, offset * (3 if unit == "quarter" else 1))
        if moved is None:
            return None
        year, month = moved
        return f"{year:04d}-{33 + (month - 1) // 3}" if unit == "quarter" else f"{year:04d}-{month:02d}"
    year = day.year + offset * {"year": 1, "decade": 10, "century": 100}.get(unit, 1)
    if not 1 <= year <= 9999:
        return None
    return {"decade": f"{year:04d}"[:3] + "X", "century": f"{year:04d}"[:2] + "XX"}.get(unit, f"{year:04d}")


def _shifted_by_days(day: date, unit: str, offset: int) -> str | None:
    if unit == "day":
        moved = shift_days(day, offset)
        return moved.isoformat() if moved else None
    monday = shift_days(day, -day.weekday() + offset * (14 if unit == "fortnight" else 7))
    if monday is None:
        return None
    first = shift_days(monday, 5) if unit == "weekend" else monday
    last = shift_days(monday, 6)
    return f"{first}/{last}" if first and last else None


def month_length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def election_day(year: int) -> date:
    """The United States' general election: the Tuesday after the first Monday of November (2 U.S.C. 7)."""
    first = date(year, 11, 1)
    return first + timedelta(days=(7 - first.weekday()) % 7 + 1)


def nth_week(year: int, month: int, number: int) -> str | None:
    """The first to fourth seven days of a month, or with -1 the Monday-to-Sunday week that holds its 25th or
    later.

    The last week is the last whole week of the month.
    """
    if number == -1:
        last = date(year, month, month_length(year, month))
        sunday = shift_days(last, -((last.weekday() + 1) % 7))
        monday = shift_days(sunday, -6) if sunday else None
        return f"{monday}/{sunday}" if monday else None
    first = (number - 1) * 7 + 1
    if first > 28:
        return None
    return f"{year:04d}-{month:02d}-{first:02d}/{year:04d}-{month:02d}-{first + 6:02d}"
