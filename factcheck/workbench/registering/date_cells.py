"""Cells that hold dates, read as they stand: what can be read in two ways is never guessed.

ISO dates and written months need no telling; of dates in numbers (03/04/2016) the order must be given.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal

from factcheck.core.edtf import MONTH_NAMES, WEEKDAY_NAMES, is_edtf, parse_edtf
from factcheck.core.light import dataclass
from factcheck.core.words import fold
from factcheck.workbench.registering.time_cells import read_time

Order = Literal["dmy", "mdy", "ymd", "serial"]
"""How dates in numbers are written. `serial` is the count of days that a spreadsheet keeps: 1 is January 1,
1900, and February 29, 1900 counts as a day, as Lotus had it."""

ORDERS: tuple[Order, ...] = ("dmy", "mdy", "ymd")
"""Those between which a value may leave the choice."""

ORDER_WORDS = {
    "dmy": "day, month, year",
    "mdy": "month, day, year",
    "ymd": "year, month, day",
    "serial": "a spreadsheet's count of days",
}

TURN = 69
"""Years of two digits are 2000 to 2068, and 1969 to 1999, as POSIX has them."""

TRIPLE = re.compile(r"(\d{1,4})\s?([/.\-])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?(?:[\sT,]+(.*))?", re.DOTALL)
_PLAIN_ISO = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(?:\d{2})?(Z)?)?")
_TO = re.compile(r"\s+(?:-|–|—|to|until|bis|au)\s+|\s*[–—]\s*", re.IGNORECASE)
_SERIAL = re.compile(r"([1-9]\d{1,6})(?:[.,]\d+)?")
_BEFORE_SERIALS = datetime(1899, 12, 30)
_MONTHS = {
    **{fold(name): n for n, name in enumerate(MONTH_NAMES, 1)},
    **{fold(name[:3]): n for n, name in enumerate(MONTH_NAMES, 1)},
    "sept": 9, "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7,
    "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12, "januar": 1, "februar": 2,
    "marz": 3, "maerz": 3, "juni": 6, "juli": 7, "oktober": 10, "dezember": 12, "enero": 1, "febrero": 2,
    "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9, "octubre": 10,
    "noviembre": 11, "diciembre": 12,
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|o|\.)?\s*(?:of\s+|de\s+)?[-\s./]?\s*({_MONTH})\.?,?"
    r"\s*(?:de\s+)?[-\s./']?\s*(\d{4}|\d{2})\b(.*)",
    re.DOTALL,
)
_MONTH_FIRST = re.compile(
    rf"({_MONTH})\.?[-\s./]\s*(\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|[-\s./]+)"
    r"(\d{4}|\d{2}(?!\d|:|\s*[ap]m))\b(.*)",
    re.DOTALL,
)
_YEAR_FIRST = re.compile(rf"(\d{{4}})[-\s./]({_MONTH})[-\s./](\d{{1,2}})\b(.*)", re.DOTALL)
_MONTH_YEAR = re.compile(rf"({_MONTH})\.?[-\s,./]+(\d{{4}})")
_YEARLESS = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s*(?:of\s+)?)?({_MONTH})\.?(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?|\d{{1,2}}[/.]\d{{1,2}}\.?"
)
_WEEKDAY = re.compile(
    "^(?:"
    + "|".join(f"{fold(name)}|{fold(name[:3])}" for name in WEEKDAY_NAMES)
    + r"|tues|wednes|thur|thurs|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch"
    r"|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so)\b\.?,?\s+"
)


@dataclass(frozen=True, slots=True)
class Read:
    """A date cell as read: `edtf`, None where it is no date that can be read, and then why."""

    edtf: str | None
    why: str = ""


NOTHING = Read(None)


def read_date(cell: str, order: Order | None, *, days_only: bool = False) -> Read:
    """The date, or date and time, in a cell; `days_only` leaves out a time of day."""
    read = _read(cell, order)
    if days_only and read.edtf and "T" in read.edtf:
        return Read(read.edtf.partition("T")[0])
    return read


@lru_cache(maxsize=65_536)
def _read(cell: str, order: Order | None) -> Read:
    text = without_weekday(cell)
    if not text:
        return NOTHING
    read = _one(text, order)
    if read.edtf is None and len(ends := _TO.split(text)) == 2:
        first, last = (_one(without_weekday(end), order).edtf for end in ends)
        if first and last and is_edtf(f"{first}/{last}"):
            return Read(f"{first}/{last}")
    return read


def _one(text: str, order: Order | None) -> Read:
    """A cell that holds one date."""
    if order == "serial":
        if _SERIAL.fullmatch(text):
            return _counted(text)
        order = None
    if match := TRIPLE.fullmatch(text):
        a, _, b, c, rest = match.groups()
        if len(a) == 4 or order is not None:
            day = day_in(a, b, c, "ymd" if len(a) == 4 else order or "ymd")
            if day is None:
                return Read(None, "there is no such day" if order is None else f"no date as {order}")
            return _with_time(day, rest)
        days = {day for one in ORDERS if (day := day_in(a, b, c, one)) is not None}
        if len(days) == 1:
            return _with_time(days.pop(), rest)
        return Read(None, "day and month can be read in two ways" if days else "there is no such day")
    if (match := _PLAIN_ISO.fullmatch(text)) and _exists(match[1], match[2], match[3]):
        time = f"T{match[4]}:{match[5]}{match[6] or ''}" if match[4] else ""
        return _known(f"{match[1]}-{match[2]}-{match[3]}{time}")
    if is_edtf(text) and "," not in text:
        return Read(parse_edtf(text).edtf)
    return _written(text)


def _counted(text: str) -> Read:
    """A day that a spreadsheet counts, with its time where there is a fraction."""
    days = float(text.replace(",", "."))
    if not 61 <= days < 2_958_465:  # before March 1, 1900 programs disagree
        return Read(None, "there is no such day")
    moment = _BEFORE_SERIALS + timedelta(days=days, seconds=30)
    return Read(moment.date().isoformat() if days.is_integer() else moment.isoformat(timespec="minutes"))


def _written(text: str) -> Read:
    folded = fold(text)
    for pattern, places in ((_DAY_FIRST, (3, 2, 1)), (_MONTH_FIRST, (3, 1, 2)), (_YEAR_FIRST, (1, 2, 3))):
        if match := pattern.fullmatch(folded):
            year, month, day = (match[place] for place in places)
            found = _iso(_year(year), _MONTHS[month], int(day))
            return _with_time(found, match[4]) if found else Read(None, "there is no such day")
    if match := _MONTH_YEAR.fullmatch(folded):
        return Read(f"{match[2]}-{_MONTHS[match[1]]:02d}")
    return _as_typed(text)


def _as_typed(text: str) -> Read:
    """What people write beside single days: `spring 2016`, `8-9 September 2016`, `between ... and ...`."""
    if _SERIAL.fullmatch(text):
        return Read(None, "it is a bare number; where a spreadsheet counted days: --date-order serial")
    if _YEARLESS.fullmatch(fold(text)):
        return Read(None, "it has no year")
    if len(text) > 60 or not re.search(r"\d{4}", text):
        return Read(None, "it is no date")
    from factcheck.extract import times

    found = times.understand(text, None)
    if found is None:
        return Read(None, "it is no date")
    if found.edtf is None:
        return Read(None, "it can be read in two ways")
    return Read(found.edtf)


def without_weekday(cell: str) -> str:
    """The cell in one line, without the day of the week before the date."""
    text = " ".join(cell.split()).strip(" ,;")
    match = _WEEKDAY.match(fold(text)) if text[:1].isalpha() and text.isascii() else None
    return text[match.end() :] if match else text


def day_in(a: str, b: str, c: str, order: str) -> str | None:
    """The day that three numbers are in one of ORDERS; None where there is none."""
    year, month, day = {"dmy": (c, b, a), "mdy": (c, a, b), "ymd": (a, b, c)}[order]
    if len(year) not in {2, 4} or len(month) > 2 or len(day) > 2:
        return None
    return _iso(_year(year), int(month), int(day))


def _year(digits: str) -> int:
    return int(digits) + (0 if len(digits) == 4 else 2000 if int(digits) < TURN else 1900)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _exists(year: str, month: str, day: str) -> bool:
    return 1000 <= int(year) <= 2999 and _iso(int(year), int(month), int(day)) is not None


def _with_time(day: str, rest: str | None) -> Read:
    rest = (rest or "").strip(" ,T\n").removeprefix("at ").removeprefix("à ").strip()
    if not rest:
        return Read(day)
    times = read_time(rest)
    if times is None:
        return Read(None, f"what follows the day is no time (“{rest[:40]}”)")
    start, end = times
    if end:
        return Read(day + (f"T{start}" if start else ""))
    return Read(f"{day}T{start}" if start else day)


def _known(edtf: str) -> Read:
    return Read(edtf) if is_edtf(edtf) else Read(None, "there is no such time")


def day_of_parts(year: str, month: str, day: str) -> Read:
    """A date whose year, month and day stand in cells of their own; a missing day or month leaves it open."""
    year, month, day = year.strip(), fold(month.strip()).rstrip("."), day.strip().rstrip(".")
    if not re.fullmatch(r"\d{4}|\d{2}", year):
        return Read(None, "it has no year") if month or day else NOTHING
    number = _MONTHS.get(month) or (int(month) if re.fullmatch(r"\d{1,2}", month) else None)
    if not month:
        return Read(f"{_year(year):04d}")
    if number is None or not 1 <= number <= 12:
        return Read(None, f"“{month}” is no month")
    if not day:
        return Read(f"{_year(year):04d}-{number:02d}")
    found = _iso(_year(year), number, int(day)) if re.fullmatch(r"\d{1,2}", day) else None
    return Read(found) if found else Read(None, "there is no such day")
