"""Cells that hold dates and times, read as they stand: what can be read in two ways is never guessed.

ISO dates and written months need no telling. Of dates in numbers (03/04/2016) the order is that which was
said, or the one that a value of the same column proves (13/04/2016) while none contradicts it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from factcheck.core.edtf import MONTH_NAMES, WEEKDAY_NAMES, is_edtf, parse_edtf
from factcheck.core.words import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Order = Literal["dmy", "mdy", "ymd"]
ORDERS: tuple[Order, ...] = ("dmy", "mdy", "ymd")
ORDER_WORDS = {"dmy": "day, month, year", "mdy": "month, day, year", "ymd": "year, month, day"}

TURN = 69
"""Years of two digits are 2000 to 2068, and 1969 to 1999, as POSIX has them."""

_ZONE = (
    r"(?:\s*(?:Z|UTC|GMT(?:[+-]\d{1,2})?|[A-Z]{2,4}T|BST|CET|CEST|\+\d{2}:?\d{2}"
    r"|(?<=:\d\d:\d\d)-\d{2}:?\d{2}))?"  # 10:00-11:00 are two times, 10:00:00-05:00 is one
)
_TRIPLE = re.compile(r"(\d{1,4})\s?([/.\-])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?(?:[\sT,]+(.*))?", re.DOTALL)
_PLAIN_ISO = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(?:\d{2})?(Z)?)?")
_TIME = re.compile(
    r"(\d{1,2})(?:[:.h]\s?(\d{2})?(?:[:.](\d{2})(?:[.,]\d+)?)?)?\s*(?:(a|p)\.?\s?m\.?)?"
    rf"(?:\s*(?:h|hrs?|hours?|Uhr|uur))?({_ZONE})",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"([01]\d|2[0-3])([0-5]\d)(?:\s*(?:h|hrs?|hours))?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:–|—|-|\bto\b|\buntil\b|\bbis\b)\s*", re.IGNORECASE)
_TO = re.compile(r"\s+(?:-|–|—|to|until|bis|au)\s+|\s*[–—]\s*", re.IGNORECASE)
_OFFSET = re.compile(r"Z|[+-]\d{2}:?\d{2}")

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
    text = _without_weekday(cell)
    if not (match := _TRIPLE.fullmatch(text)):
        read = read_date(cell, None)
        return (None, False, read.edtf.partition("T")[2][:5] or None, False) if read.edtf else None
    a, _, b, c, rest = match.groups()
    time = (read_time(rest.strip()) or [None])[0] if rest and rest.strip() else None
    if len(a) == 4:
        return None, False, time, False
    days = {order: day for order in ORDERS if (day := _day(a, b, c, order)) is not None}
    two = len(c) < 3
    return frozenset(days), len(set(days.values())) > 1, time, two


def read_date(cell: str, order: Order | None, *, days_only: bool = False) -> Read:
    """The date, or date and time, in a cell; `days_only` leaves out a time of day."""
    read = _read(cell, order)
    if days_only and read.edtf and "T" in read.edtf:
        return Read(read.edtf.partition("T")[0])
    return read


@lru_cache(maxsize=65_536)
def _read(cell: str, order: Order | None) -> Read:
    text = _without_weekday(cell)
    if not text:
        return NOTHING
    read = _one(text, order)
    if read.edtf is None and len(ends := _TO.split(text)) == 2:
        first, last = (_one(_without_weekday(end), order).edtf for end in ends)
        if first and last and is_edtf(f"{first}/{last}"):
            return Read(f"{first}/{last}")
    return read


def _one(text: str, order: Order | None) -> Read:
    """A cell that holds one date."""
    if match := _TRIPLE.fullmatch(text):
        a, _, b, c, rest = match.groups()
        if len(a) == 4 or order is not None:
            day = _day(a, b, c, "ymd" if len(a) == 4 else order or "ymd")
            if day is None:
                return Read(None, "there is no such day" if order is None else f"no date as {order}")
            return _with_time(day, rest)
        days = {day for one in ORDERS if (day := _day(a, b, c, one)) is not None}
        if len(days) == 1:
            return _with_time(days.pop(), rest)
        return Read(None, "day and month can be read in two ways" if days else "there is no such day")
    if (match := _PLAIN_ISO.fullmatch(text)) and _exists(match[1], match[2], match[3]):
        time = f"T{match[4]}:{match[5]}{match[6] or ''}" if match[4] else ""
        return _known(f"{match[1]}-{match[2]}-{match[3]}{time}")
    if is_edtf(text) and "," not in text:
        return Read(parse_edtf(text).edtf)
    return _written(text)


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
    if len(text) > 60 or not re.search(r"\d{4}", text):
        return Read(None, "it is no date")
    from factcheck.extract import times

    found = times.understand(text, None)
    if found is None:
        return Read(None, "it is no date")
    if found.edtf is None:
        return Read(None, "it can be read in two ways")
    return Read(found.edtf)


def _without_weekday(cell: str) -> str:
    text = " ".join(cell.split()).strip(" ,;")
    match = _WEEKDAY.match(fold(text)) if text[:1].isalpha() and text.isascii() else None
    return text[match.end() :] if match else text


def _day(a: str, b: str, c: str, order: str) -> str | None:
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


def read_time(cell: str) -> tuple[str | None, str | None] | None:
    """A time of day, or two with a dash between, as EDTF writes them (`14:30`); None where the cell is no
    time. (None, None) where it says that the time is open ("all day").

    `10.00` is a time where a time is expected; a bare number is one only with am, pm or an hour's sign.
    """
    return _times(" ".join(cell.split()))


_OPEN = frozenset({"all day", "all-day", "tbc", "tba", "tbd", "n/a", "various", "-", "–", "ganztagig"})
_WORDS = {"noon": "12:00", "midday": "12:00", "12 noon": "12:00", "midnight": "00:00"}


@lru_cache(maxsize=16_384)
def _times(text: str) -> tuple[str | None, str | None] | None:
    if fold(text) in _OPEN:
        return None, None
    if one := _time(text):
        return one, None
    parts = _BETWEEN.split(text)
    if len(parts) != 2 or not all(parts):
        return None
    half = re.search(r"([ap])\.?\s?m\.?\s*$", parts[1], re.IGNORECASE)
    end = _time(parts[1])
    start = _time(parts[0]) if not half else None
    if half and end:
        start = _time(parts[0]) if re.search(r"[ap]\.?\s?m", parts[0], re.IGNORECASE) else None
        start = start or _time(f"{parts[0]} {half[1]}m") or _time(parts[0])
        if start and end < start and (morning := _time(f"{parts[0]} am")):
            start = morning  # 11:30-1:30 pm
    return (start, end) if start and end else None


def _time(text: str) -> str | None:
    if (word := _WORDS.get(fold(text))) is not None:
        return word
    if match := _COMPACT.fullmatch(text):
        return f"{match[1]}:{match[2]}"
    match = _TIME.fullmatch(text)
    if not match:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[4] or "").lower()
    if not match[2] and not half and not re.search(r"\d\s*(?:h|uhr|uur|hrs?|hours?)", text, re.IGNORECASE):
        return None
    if half and not 1 <= hour <= 12:
        return None if hour > 12 and half == "a" else _clock(hour, minute, match[5])
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return _clock(hour, minute, match[5])


def _clock(hour: int, minute: int, zone: str) -> str | None:
    if hour > 23 or minute > 59:
        return None
    offset = _OFFSET.fullmatch(zone.strip())
    return f"{hour:02d}:{minute:02d}{_colon(offset[0]) if offset else ''}"


def _colon(offset: str) -> str:
    return offset if offset == "Z" or ":" in offset else f"{offset[:3]}:{offset[3:]}"


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


def is_date(cell: str) -> bool:
    """Whether a cell can be a date, in whatever order."""
    seen = _seen(cell)
    return seen is not None and (seen[0] is None or bool(seen[0]))


def share(cells: Iterable[str], test: Callable[[str], object]) -> float:
    """How many of the filled cells pass a test, from 0 to 1; 0 where none is filled."""
    filled = [cell for cell in cells if cell.strip()]
    passing = sum(1 for cell in filled if test(cell))
    return passing / len(filled) if filled else 0.0
