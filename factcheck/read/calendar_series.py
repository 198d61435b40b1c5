"""The occurrences of events that recur, within a window: what a rule can cost is known before it is followed.

recurring-ical-events applies exceptions, additions and changed occurrences; dateutil, below it, follows a
rule to the year 9999 where the rule never comes true, so each is tried first where that is near.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from factcheck.core.light import dataclass

YEARS = 20
"""How long after its first occurrence a series is followed."""

MOST = 2_000
"""Occurrences of one series."""

_NUMBERS = r"[+-]?\d{1,3}(?:,[+-]?\d{1,3})*"
_DAY = "(?:MO|TU|WE|TH|FR|SA|SU)"
_FOLLOWED = {
    "FREQ": re.compile("DAILY|WEEKLY|MONTHLY|YEARLY"),
    "INTERVAL": re.compile(r"[1-9]\d{0,4}"),  # dateutil never ends on 0
    "COUNT": re.compile(r"\d{1,9}"),
    "UNTIL": re.compile(r"\d{8}(?:T\d{6}Z?)?"),
    "WKST": re.compile(_DAY),
    "BYDAY": re.compile(rf"[+-]?\d{{0,2}}{_DAY}(?:,[+-]?\d{{0,2}}{_DAY})*"),
    **{
        part: re.compile(_NUMBERS)
        for part in (
            "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", "BYHOUR", "BYMINUTE", "BYSECOND",
        )
    },
}  # fmt: skip
"""The parts of a rule (RFC 5545, 3.3.10) and what they must look like for the rule to be followed."""

_TIMES = ("BYHOUR", "BYMINUTE", "BYSECOND")
_MOST_TIMES = 24
_LONGEST_RULE = 1_000
_FIRST_YEAR, _LAST_YEAR = 1901, 2099
_TRIED_FROM = 9943
"""From here on there are two cycles of 28 years, in which weekdays and leap years come round, to 9999."""

_CYCLE = 28
_PART = re.compile(r"([A-Z]+)=([^;]*)")
TROUBLE = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
)
"""What the libraries raise on properties that nobody should write."""


@dataclass(frozen=True, slots=True)
class Series:
    """The occurrences found, in order, and in words what is left out; None where nothing is."""

    occurrences: tuple[Any, ...]
    left_out: str | None = None


def occurrences_of(events: Sequence[Any], *, years: int = YEARS, most: int = MOST) -> Series:
    """The occurrences of one series, given as its icalendar events: the event itself and those that change
    one occurrence. Raises one of TROUBLE where the events make no series."""
    import recurring_ical_events
    from icalendar import Calendar

    first = min(_day(event["DTSTART"].dt) for event in events)
    if not _FIRST_YEAR <= first.year <= _LAST_YEAR - years:
        return Series((), f"its first day, {first.isoformat()}, is out of reach")
    end = date(first.year + years, first.month, min(first.day, 28))
    rules = [(rule, event["DTSTART"].dt) for event in events for rule in rules_of(event)]
    for rule, start in rules:
        if why := _not_followed(rule):
            return Series((), why)
        if not _comes_true(rule, start):
            return Series((), f"its rule {rule[:60]} does not come true for decades")
    calendar = Calendar()
    for event in events:
        calendar.add_component(event)
    found = _found(recurring_ical_events.of(calendar), first - timedelta(days=2), end, most)
    if len(found) > most:
        return Series(tuple(found[:most]), f"only its first {most:,} occurrences are rows")
    goes_on = any(_goes_on(rule, start, end) for rule, start in rules) or _has_later(events, end)
    left_out = f"it goes on after {end.isoformat()}, where its rows end" if goes_on else None
    return Series(tuple(found), left_out)


def _found(query: Any, first: date, end: date, most: int) -> list[Any]:
    """The occurrences in order, year by year until there are more than `most`; one that lasts from one year
    into the next comes in both."""
    found: dict[tuple[str, str], Any] = {}
    for year in range(first.year, end.year + 1):
        begins, ends = max(first, date(year, 1, 1)), min(end, date(year + 1, 1, 1))
        for event in query.between(begins, ends):
            key = (event["DTSTART"].dt.isoformat(), event["RECURRENCE-ID"].dt.isoformat())
            found.setdefault(key, event)
        if len(found) > most:
            break
    return [found[key] for key in sorted(found)]


def _has_later(events: Sequence[Any], end: date) -> bool:
    """Whether a date is added, or an occurrence moved, to after the end."""
    for event in events:
        added = event.get("RDATE", [])
        lists = added if isinstance(added, list) else [added]
        moments = [one.dt[0] if isinstance(one.dt, tuple) else one.dt for dates in lists for one in dates.dts]
        if any(_day(moment) >= end for moment in (event["DTSTART"].dt, *moments)):
            return True
    return False


def rules_of(event: Any) -> list[str]:
    """Its recurrence rules as they are written."""
    written = event.get("RRULE", [])
    return [
        rule.to_ical().decode("utf-8", "replace").upper().replace("\\;", ";")
        for rule in (written if isinstance(written, list) else [written])
    ]


def _not_followed(rule: str) -> str | None:
    parts = dict(_PART.findall(rule))
    understood = "FREQ" in parts and all(
        part in _FOLLOWED and _FOLLOWED[part].fullmatch(value) for part, value in parts.items()
    )
    if not understood or len(rule) > _LONGEST_RULE:
        return f"it repeats by a rule that is not followed ({rule[:60]})"
    times = 1
    for part in _TIMES:
        times *= parts.get(part, "").count(",") + 1
    return f"it repeats {times:,} times a day" if times > _MOST_TIMES else None


def _comes_true(rule: str, start: date) -> bool:
    from dateutil.rrule import rrulestr

    year = _TRIED_FROM + (start.year - _TRIED_FROM) % _CYCLE
    tried = datetime(year, start.month, start.day)
    return next(iter(rrulestr(_endless(rule), dtstart=tried)), None) is not None


def _goes_on(rule: str, start: date, end: date) -> bool:
    from dateutil.rrule import rrulestr

    parts = dict(_PART.findall(rule))
    if (until := parts.get("UNTIL")) and until[:8].isdigit():
        return str(until)[:8] > end.strftime("%Y%m%d")
    begins = datetime(start.year, start.month, start.day)
    rule = ";".join(part for part in rule.split(";") if not part.startswith("UNTIL="))
    later: datetime | None = rrulestr(rule, dtstart=begins).after(datetime(end.year, end.month, end.day))
    return later is not None


def _endless(rule: str) -> str:
    return ";".join(part for part in rule.split(";") if not part.startswith(("UNTIL=", "COUNT=")))


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
