"""Cells that hold a time of day, or two."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.core.words import fold

_ZONE = (
    r"(?:\s*(?:Z|UTC|GMT(?:[+-]\d{1,2})?|[A-Z]{2,4}T|BST|CET|CEST|\+\d{2}:?\d{2}"
    r"|(?<=:\d\d:\d\d)-\d{2}:?\d{2}))?"  # 10:00-11:00 are two times, 10:00:00-05:00 is one
)
_TIME = re.compile(
    r"(\d{1,2})(?:[:.h]\s?(\d{2})?(?:[:.](\d{2})(?:[.,]\d+)?)?)?\s*(?:(a|p)\.?\s?m\.?)?"
    rf"(?:\s*(?:h|hrs?|hours?|Uhr|uur))?({_ZONE})",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"([01]\d|2[0-3])([0-5]\d)(?:\s*(?:h|hrs?|hours))?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:–|—|-|\bto\b|\buntil\b|\bbis\b)\s*", re.IGNORECASE)
_OFFSET = re.compile(r"Z|[+-]\d{2}:?\d{2}")


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
