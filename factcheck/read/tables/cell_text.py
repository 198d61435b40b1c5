"""The values of a workbook's cells as text.

A date becomes ISO 8601, a number the digits that a sheet shows at most (fifteen), a truth value TRUE or
FALSE. How a program would dress a value (per cent, currency, a date's order) is not read.
"""

from __future__ import annotations

import datetime
from typing import Any


def as_text(value: Any) -> str:
    """A cell's value as text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")
    if isinstance(value, datetime.timedelta):
        return _hours(value)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)


def _number(value: float) -> str:
    """Whole numbers without a point; others with the fifteen digits that a sheet keeps, no more."""
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(float(f"{value:.15g}")).replace("e+", "E+").replace("e-", "E-")


def _hours(value: datetime.timedelta) -> str:
    """Hours beyond 24 stay hours, as a sheet shows them."""
    seconds = value.total_seconds()
    sign, seconds = "-" if seconds < 0 else "", abs(round(seconds))
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
