"""Small wordings that several screens share: days, moments, counts."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.workbench.acts import Carried

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?![\d/])")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day(when: str | None) -> str:
    """A date as it is known, with the weekday where it is one whole day: `2016-09-08 Thu`."""
    if not when:
        return "no date"
    found = _DAY.fullmatch(when.rstrip("?~%"))
    if not found:
        return when
    try:
        weekday = date(int(found[1]), int(found[2]), int(found[3])).weekday()
    except ValueError:
        return when
    return f"{when} {_WEEKDAYS[weekday]}"


def dated(when: str | None, said: str) -> str:
    """A date as known where it is made of year, month and day; a season, an interval ... in words."""
    if when and re.fullmatch(r"\d{4}(-(0\d|1[0-2])(-\d{2})?)?", when):
        return day(when)
    return said if when else "no date"


def distance(days: int | None) -> str:
    """How far the event lies from the statement: `124 days before`; empty where it is not known."""
    if days is None:
        return ""
    if days == 0:
        return "the same day"
    plural = "" if abs(days) == 1 else "s"
    return f"{abs(days)} day{plural} {'before' if days > 0 else 'after'}"


def moment(at: str) -> str:
    """A time of the ledger as a clock shows it here: `14:02` today, else with the day."""
    try:
        then = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    today = datetime.now().astimezone().date()
    return f"{then:%H:%M}" if then.date() == today else f"{then:%Y-%m-%d %H:%M}"


def counted(number: int, one: str, many: str = "") -> str:
    """`1 passage`, `2 passages`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(*parts: str | None, between: str = " · ") -> str:
    """The parts that there are, with a dot between."""
    return between.join(part for part in parts if part)


def status(status: str | None) -> str:
    """How far a statement binds its speaker; an oath that nobody has looked up yet says so."""
    return "oath to confirm" if status == "to confirm" else status or ""


def carried_words(done: Carried) -> str:
    """What became of the passages of an earlier version."""
    found = {
        "the same": done.same, "moved": done.moved, "changed": done.changed, "without a place": done.orphaned
    }  # fmt: skip
    told = ", ".join(f"{count} {what}" for what, count in found.items() if count)
    return f"{told}; {done.carried} carried over" if told else "no passage to carry over"
