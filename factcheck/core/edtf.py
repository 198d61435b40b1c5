"""Dates as they are known: EDTF values of ISO 8601-2 (levels 0 and 1, and of level 2 what people need).

Read here: days, months, years, dates with a time of day, seasons and other parts of a year (21 to 41), ``~ ?
%`` on a value or on one of its parts, unspecified digits (``201X``, ``2016-XX``, ``2016-1X``), intervals with
open (``..``) and unknown (empty) ends, sets (``[a,b]``, ``{a..b}``), and ``Y`` years. Days are proleptic
Gregorian, from year 1 to 9999.

A value is never padded: ``2016`` is a year, not its first day. The boundary that an open interval names lies
inside it (``../2017-01-20`` holds 20 January), so nothing is called "certainly before" on the strength of a
boundary day. Source of the grammar: https://www.loc.gov/standards/datetime/ (2019-02-04). It leaves open
which months a season covers; here they are the meteorological ones, and a winter begins in December of the
year it is named after.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

from factcheck.core.light import dataclass
from factcheck.errors import FactcheckError

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Code of a part of a year -> (its name, first month, number of months).
PARTS_OF_YEAR: dict[int, tuple[str, int, int]] = {
    21: ("spring", 3, 3), 22: ("summer", 6, 3), 23: ("autumn", 9, 3), 24: ("winter", 12, 3),
    25: ("northern spring", 3, 3), 26: ("northern summer", 6, 3),
    27: ("northern autumn", 9, 3), 28: ("northern winter", 12, 3),
    29: ("southern spring", 9, 3), 30: ("southern summer", 12, 3),
    31: ("southern autumn", 3, 3), 32: ("southern winter", 6, 3),
    33: ("first quarter of", 1, 3), 34: ("second quarter of", 4, 3),
    35: ("third quarter of", 7, 3), 36: ("fourth quarter of", 10, 3),
    37: ("first four months of", 1, 4), 38: ("middle four months of", 5, 4),
    39: ("last four months of", 9, 4),
    40: ("first half of", 1, 6), 41: ("second half of", 7, 6),
}  # fmt: skip

_Q = r"[?~%]?"
SINGLE = re.compile(
    rf"({_Q})(Y-?\d{{1,12}}|-?[\dX]{{4}})({_Q})"
    rf"(?:-({_Q})([\dX]{{2}})({_Q})(?:-({_Q})([\dX]{{2}})({_Q})"
    r"(?:T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?",
    re.ASCII,
)
_MARGIN = {"day": 7, "month": 31, "season": 92, "year": 366, "decade": 3653, "century": 36525}


@dataclass(frozen=True, slots=True)
class When:
    """One EDTF value with the days it spans.

    ``earliest`` and ``latest`` are the first and last day it can mean; None is an open or unknown end.
    ``precision`` is day, month, season (also quarters and halves), year, decade, century, range, before,
    after, set or unknown.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    precision: str
    approximate: bool = False
    uncertain: bool = False

    def __str__(self) -> str:
        return self.edtf

    def overlaps(self, other: When) -> bool:
        """Whether some day lies in both; an open or unknown end reaches without limit."""
        starts_in_time = self.earliest is None or other.latest is None or self.earliest <= other.latest
        ends_in_time = other.earliest is None or self.latest is None or other.earliest <= self.latest
        return starts_in_time and ends_in_time

    def before(self, other: When) -> bool:
        """Whether this is certainly over before the other begins.

        Never of an uncertain value; an approximate one may be off by one of its own unit (a day by a week).
        """
        if self.latest is None or other.earliest is None or self.uncertain or other.uncertain:
            return False
        return (other.earliest - self.latest).days > self._margin() + other._margin()

    def days_to(self, other: When) -> int | None:
        """Days from this day to the other, negative when the other is earlier; None unless both are days."""
        if self.precision != "day" or other.precision != "day":
            return None
        if self.earliest is None or other.earliest is None:
            return None
        return (other.earliest - self.earliest).days

    def _margin(self) -> int:
        return _MARGIN.get(self.precision, 31) if self.approximate else 0


def order_key(when: When) -> tuple[date, date, str]:
    """Chronological sort key: by first day, then last day; open starts come first, wholly unknown values
    last.
    """
    if when.earliest is None and when.latest is None:
        return (date.max, date.max, when.edtf)
    return (when.earliest or date.min, when.latest or date.max, when.edtf)


def is_edtf(text: str) -> bool:
    """Whether ``parse_edtf`` would read the text."""
    try:
        parse_edtf(text)
    except FactcheckError:
        return False
    return True


@lru_cache(maxsize=8192)
def parse_edtf(text: str) -> When:
    """The value that an EDTF string writes. Raises FactcheckError, in words, for anything else."""
    value = text.strip()
    if day := plain_day(value):
        return When(value, day, day, "day")
    if len(value) > 400:
        raise _refused(value[:40] + "…", "It is too long for a date.")
    if value[:1] in ("[", "{"):
        return _parse_set(value)
    if value in ("", "XXXX", "XXXX-XX", "XXXX-XX-XX"):
        if not value:
            raise _refused(text, "It is empty.")
        return When(value, None, None, "unknown")
    if "/" in value:
        return _parse_interval(value)
    return _parse_single(value)


def plain_day(value: str) -> date | None:
    """The day of a value that is one day, with or without a time of day to the minute; None for any other,
    to be read by the grammar. Most dates are such, and a register has a million of them."""
    if not _PLAIN_DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


_PLAIN_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T(?:[01]\d|2[0-3]):[0-5]\d(?:Z|[+-]\d\d:\d\d)?)?", re.ASCII)


def _refused(text: str, detail: str) -> FactcheckError:
    return FactcheckError(
        title=f"“{text}” is not a date that can be read",
        detail=detail,
        hint="Write 2016-09-08, 2016-09, 2016-21 (spring), 2016-09~ (about), 2016-07/2016-09, ../2017-01-20.",
        exit_code=2,
    )


def _parse_single(value: str) -> When:
    match = SINGLE.fullmatch(value)
    if match is None:
        raise _refused(value, "It does not follow the Extended Date/Time Format.")
    year, month, day = match[2], match[5], match[8]
    marks = "".join(match[i] or "" for i in (1, 3, 4, 6, 7, 9))
    first_year, last_year = _years(value, year)
    if match[10]:
        _check_clock(value, match)
    approximate, uncertain = "~" in marks or "%" in marks, "?" in marks or "%" in marks
    canonical = value.replace(year, f"{first_year:04d}", 1) if year.startswith("Y") else value
    if year == "XXXX":
        _days_of_pattern(value, 2000, 2000, month or "XX", day or "XX")
        return When(canonical, None, None, "unknown", approximate, uncertain)
    if month is not None and "X" not in month and int(month) in PARTS_OF_YEAR:
        if day is not None:
            raise _refused(value, "A season has no day.")
        first, last = _part_of_year(value, first_year, last_year, int(month))
        precision = "season"
    else:
        first, last = _days_of_pattern(value, first_year, last_year, month or "XX", day or "XX")
        precision = _precision(year, month or "XX", day or "XX")
    return When(canonical, first, last, precision, approximate, uncertain)


def _years(value: str, year: str) -> tuple[int, int]:
    digits = year.lstrip("Y")
    first, last = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    if year == "XXXX":
        return 1, 9999
    if digits.startswith("-") or last < 1 or first > 9999:
        raise _refused(value, "Years before 1 and after 9999 lie outside the calendar kept here.")
    return max(first, 1), last


def _check_clock(value: str, match: re.Match[str]) -> None:
    if "X" in value.split("T")[0] or int(match[10]) > 24 or int(match[11]) > 59 or int(match[12] or 0) > 60:
        raise _refused(value, "Its time of day does not exist.")


def _fits(pattern: str, number: int) -> bool:
    return all(p in ("X", d) for p, d in zip(pattern, f"{number:02d}", strict=True))


def _days_of_pattern(value: str, first_year: int, last_year: int, month: str, day: str) -> tuple[date, date]:
    months = [m for m in range(1, 13) if _fits(month, m)]
    if not months:
        raise _refused(value, f"There is no month {month}.")
    first = _edge_day(range(first_year, last_year + 1), months, day, 1)
    last = _edge_day(range(last_year, first_year - 1, -1), months[::-1], day, -1)
    if first is None or last is None:
        raise _refused(value, f"That month has no day {day}.")
    return first, last


def _edge_day(years: range, months: list[int], day: str, step: int) -> date | None:
    for year in years[:8]:  # a leap day comes round within eight years
        for month in months:
            length = calendar.monthrange(year, month)[1]
            days = range(1, length + 1) if step > 0 else range(length, 0, -1)
            for number in days:
                if _fits(day, number):
                    return date(year, month, number)
    return None


def _part_of_year(value: str, first_year: int, last_year: int, code: int) -> tuple[date, date]:
    _, month, length = PARTS_OF_YEAR[code]
    end_year, end_month = last_year + (month + length - 2) // 12, (month + length - 2) % 12 + 1
    if end_year > 9999:
        raise _refused(value, "It ends after the year 9999.")
    return date(first_year, month, 1), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])


def _precision(year: str, month: str, day: str) -> str:
    if "X" in year:
        return {3: "decade", 2: "century"}.get(len(year.rstrip("X")), "range") if trails(year) else "range"
    if "X" not in day and "X" not in month:
        return "day"
    if "X" not in month:
        return "month"
    return "year"


def trails(year: str) -> bool:
    """Whether the unknown digits are the last ones."""
    return "X" not in year.rstrip("X")


def _parse_interval(value: str) -> When:
    left, slash, right = value.partition("/")
    if "/" in right:
        raise _refused(value, "An interval has two ends.")
    start = None if left in ("", "..") else _parse_single(left)
    end = None if right in ("", "..") else _parse_single(right)
    if start is None and end is None:
        return When(value, None, None, "unknown")
    earliest, latest = start.earliest if start else None, end.latest if end else None
    if earliest and latest and earliest > latest:
        raise _refused(value, "It ends before it begins.")
    precision = "before" if start is None else "after" if end is None else "range"
    ends = [end_ for end_ in (start, end) if end_ is not None]
    canonical = (start.edtf if start else left) + slash + (end.edtf if end else right)
    approximate, uncertain = any(e.approximate for e in ends), any(e.uncertain for e in ends)
    return When(canonical, earliest, latest, precision, approximate, uncertain)


def _parse_set(value: str) -> When:
    if len(value) < 3 or value[-1] != {"[": "]", "{": "}"}[value[0]]:
        raise _refused(value, "A set is closed by the bracket that matches its first.")
    members: list[When] = []
    names: list[str] = []
    for member in (part.strip() for part in value[1:-1].split(",")):
        left, dots, right = member.partition("..")
        when = _parse_interval(f"{left or '..'}/{right or '..'}") if dots else _parse_single(member)
        names.append(
            when.edtf.replace("../", "..").replace("/..", "..").replace("/", "..") if dots else when.edtf
        )
        members.append(when)
    firsts, lasts = [m.earliest for m in members], [m.latest for m in members]
    earliest = None if None in firsts else min(d for d in firsts if d)
    latest = None if None in lasts else max(d for d in lasts if d)
    canonical = value[0] + ",".join(names) + value[-1]
    approximate, uncertain = any(m.approximate for m in members), any(m.uncertain for m in members)
    return When(canonical, earliest, latest, "set", approximate, uncertain)
