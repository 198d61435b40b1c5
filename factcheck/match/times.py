"""When an event was, seen from a claim: in the time the claim speaks of, before the statement or after it."""

from __future__ import annotations

from typing import Literal

from factcheck.core.edtf import When, parse_edtf
from factcheck.core.light import dataclass
from factcheck.core.ranking import Candidate, Period, Sought

AHEAD = frozenset({"prediction", "promise"})
"""Forms of claims that speak of what comes after them."""

_HALF = 400
"""Days after which nearness to the statement counts half."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How an event lies to a claim in time. `period` names a time of the claim's that holds the event;
    `distance` says how far from the statement; `nearness` goes from 1 (the same day) towards 0."""

    period: str = ""
    order: Literal["", "before", "same", "after"] = ""
    distance: str = ""
    nearness: float = 0.0
    looks_ahead: bool = False
    scheduled: bool = False


def timing(claim: Sought, candidate: Candidate) -> Timing:
    """The timing of a candidate; empty where either side has no date."""
    looks_ahead = claim.form in AHEAD
    if candidate.when is None:
        return Timing(looks_ahead=looks_ahead, scheduled=candidate.scheduled)
    when = parse_edtf(candidate.when)
    held = next((_named(period) for period in claim.periods if _holds(period, when)), "")
    if claim.said_on is None:
        return Timing(held, looks_ahead=looks_ahead, scheduled=candidate.scheduled)
    order, distance, days = _order(when, parse_edtf(claim.said_on))
    nearness = _HALF / (_HALF + abs(days)) if days is not None else 0.5
    return Timing(held, order, distance, nearness, looks_ahead, candidate.scheduled)


def _named(period: Period) -> str:
    return f"“{period.words}”" + (f", taken as {period.taken_as}" if period.taken_as else "")


def _holds(period: Period, when: When) -> bool:
    """Whether an event lies in a period with all its time: one known by its year lies in no month."""
    if when.earliest is None or when.latest is None:
        return False
    begins = period.earliest is None or period.earliest <= when.earliest
    return begins and (period.latest is None or when.latest <= period.latest)


def _order(when: When, said: When) -> tuple[Literal["", "before", "same", "after"], str, int | None]:
    days = when.days_to(said)
    if days is not None:
        if days == 0:
            return "same", "on the day of the statement", 0
        count = f"{abs(days):,} {'day' if abs(days) == 1 else 'days'}"
        return ("before", f"{count} before", days) if days > 0 else ("after", f"{count} after", days)
    if when.before(said):
        gap = (said.earliest - when.latest).days if said.earliest and when.latest else None
        return "before", "before the statement", gap
    if said.before(when):
        return "after", "after the statement", None
    return "", "", None
