"""A date as a person types it in a form: the whole input must be one date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from factcheck.core.edtf import When, is_edtf, parse_edtf
from factcheck.extract.times.find import find_times
from factcheck.extract.times.model import TimeExpression

_LEAD = re.compile(
    r"^(?:in|on|at|during|the|sometime|some time|of|about|around|early|late|mid|from|between)?[\s-]*$", re.I
)
_MONTH_FIRST = re.compile(r"^\s*(?P<month>\d\d?)[/.](?P<year>\d{4})\s*$")


def understand(typed: str, today: date | None) -> TimeExpression | None:
    """The date typed, or None if the input is not wholly one date. ``today`` is what "last month" counts
    from.

    Reads EDTF itself first, then what ``find_times`` reads. Where day and month could be either (8/9/2016) it
    has two candidates and no value; an impossible day has the flag "impossible-date".
    """
    text = " ".join(typed.split())
    if not text or len(text) > 200:
        return None
    if is_edtf(text):
        return _known(text)
    month = _MONTH_FIRST.match(text)
    if month and is_edtf(f"{month['year']}-{int(month['month']):02d}"):
        return _known(f"{month['year']}-{int(month['month']):02d}", text)
    now = When(today.isoformat(), today, today, "day") if today else None
    capital = re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), text)
    for form in (text, capital, f"in {capital}", f"in the {capital}"):
        shift = len(form) - len(text)
        found = find_times(form, now)
        if len(found) == 1 and _covers(form, found[0], shift):
            return replace(found[0], text=text, start=0, end=len(text))
    return None


def _known(edtf: str, text: str = "") -> TimeExpression:
    when = parse_edtf(edtf)
    earliest, latest = (None if day is None else day.isoformat() for day in (when.earliest, when.latest))
    return TimeExpression(text or edtf, 0, len(text or edtf), when.edtf, earliest, latest, when.precision)


def _covers(form: str, found: TimeExpression, shift: int) -> bool:
    if "vague" in found.flags or not _LEAD.match(form[shift : max(shift, found.start)]):
        return False
    return not form[found.end :].strip(" .,")
