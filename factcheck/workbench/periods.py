"""The times that a claim or its question speaks of: those it dates, and a campaign that it only names."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factcheck.core.edtf import parse_edtf
from factcheck.core.ranking import Period

_CAMPAIGN = re.compile(
    r"\b(?:in|during|over|throughout|within)\s+((?:the\s+course\s+of\s+)?(?:this|that|the|my|his|her|our|their)"
    r"\s+(?:[\w-]+\s+){0,2}campaign)\b",
    re.IGNORECASE,
)
_CAMPAIGN_LASTS = timedelta(days=730)
"""How far a campaign is taken to reach back from the statement where no date is given."""


def periods_in(text: str, said_on: str | None) -> tuple[Period, ...]:
    """The times that a text speaks of, in its order. Relative ones count from the day of the statement."""
    from factcheck.extract import times

    said = parse_edtf(said_on) if said_on else None
    found = [
        (expression.start, Period(expression.text, _day(expression.earliest), _day(expression.latest)))
        for expression in times.find_times(text, said)
        if expression.edtf and (expression.earliest or expression.latest)
    ]
    if said and said.latest:
        for campaign in _CAMPAIGN.finditer(text):
            if not re.search(r"\d", campaign[1]):
                begins = _earlier(said.latest)
                taken_as = "the two years before"
                found.append((campaign.start(), Period(campaign[1], begins, said.latest, taken_as)))
    return tuple(period for _, period in sorted(found, key=lambda item: item[0]))


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _earlier(day: date) -> date:
    return day - _CAMPAIGN_LASTS if day - date.min > _CAMPAIGN_LASTS else date.min
