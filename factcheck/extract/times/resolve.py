"""From a mention to its reading: counted from now, from what was told, or from nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from factcheck.core.edtf import When, parse_edtf
from factcheck.extract.times import calendar_names
from factcheck.extract.times.days import election_day, shift_days, shift_months, shifted, valid
from factcheck.extract.times.direction import direction
from factcheck.extract.times.model import Candidate, Mention, Reading
from factcheck.extract.times.story import Story


def resolve(mention: Mention, story: Story) -> Reading:
    """The reading of one mention at its place in the story. Never raises."""
    return _RESOLVERS[mention.kind](mention, story)


def unresolved(anchor: str = "none") -> Reading:
    return Reading(None, anchor, (), ("unresolved",))


def ambiguous(values: Iterable[str], anchor: str, shares: tuple[float, ...] = (), *flags: str) -> Reading:
    """Two readings or more, none chosen."""
    values = tuple(values)
    shares = shares or tuple(round(1 / len(values), 3) for _ in values)
    candidates = tuple(Candidate(v, s) for v, s in zip(values, shares, strict=True))
    return Reading(None, anchor, candidates, ("ambiguous", *flags))


def _fixed(mention: Mention, story: Story) -> Reading:
    if mention.choices:
        return ambiguous(mention.choices, "none")
    if valid(mention.value) is None:
        return Reading(None, "none", (), ("impossible-date",))
    return Reading(mention.value)


def _numeric(mention: Mention, story: Story) -> Reading:
    first, second = mention.month or 0, mention.day or 0
    month_first = f"{mention.year:04d}-{first:02d}-{second:02d}"
    day_first = f"{mention.year:04d}-{second:02d}-{first:02d}"
    readings = [r for r in dict.fromkeys((day_first, month_first)) if valid(r)]
    if not readings:
        return Reading(None, "none", (), ("impossible-date",))
    if len(readings) == 1:
        return Reading(readings[0])
    if story.day_first is not None:
        return Reading(day_first if story.day_first else month_first, "none", (), ("day-month-order",))
    return ambiguous(readings, "none", (), "day-month-order")


def _deictic(mention: Mention, story: Story) -> Reading:
    now, kind = story.now_day(mention)
    if story.narrative and mention.unit in ("month", "quarter", "year", "decade"):
        told = story.told(mention.unit)
        if told is not None and told.latest is not None:
            now, kind = told.latest, "event"
    if now is None:
        return unresolved()
    if mention.unit == "weekday":
        monday = shift_days(now, -now.weekday() + 7 * mention.offset)
        day = shift_days(monday, mention.weekday or 0) if monday else None
        return Reading(day.isoformat(), kind) if day else unresolved()
    if mention.which == "ahead" and mention.unit == "week":
        day = shift_days(now, 7 * mention.offset)
        return Reading(day.isoformat(), kind) if day else unresolved()
    value = shifted(now, mention.unit, mention.offset)
    return Reading(part_of(value, mention.value, now), kind) if value else unresolved()


def _period(mention: Mention, story: Story) -> Reading:
    """The end of the year: in history of the year told, else of this year or, looking back, the last."""
    now, kind = story.now_day(mention)
    year_told = story.last_told() if story.narrative or now is None else None
    if year_told is not None and year_told.latest is not None:
        value = shifted(year_told.latest, mention.unit, 0)
        return Reading(part_of(value, mention.value, None), "event") if value else unresolved("event")
    if now is None:
        return unresolved()
    back = mention.value == "late" and direction(story.text, story.low, mention.start, mention.end) < 0
    value = shifted(now, mention.unit, -1 if back else 0)
    return Reading(part_of(value, mention.value, now), kind) if value else unresolved()


def _anaphoric(mention: Mention, story: Story) -> Reading:
    return counted_from(story.told(mention.unit), mention)


def _landmark(mention: Mention, story: Story) -> Reading:
    return counted_from(story.happened(mention.noun), mention)


def counted_from(base: When | None, mention: Mention) -> Reading:
    """So many units from the date given, as finely as the unit; unresolved without it."""
    day = None if base is None else base.latest if mention.offset > 0 else base.earliest
    if day is None:
        return unresolved("event")
    value = shifted(day, mention.unit, mention.offset)
    if (
        value
        and mention.which == "counted"
        and mention.kind != "deictic"
        and base
        and base.precision == "day"
    ):
        moved = _moved(day, mention)
        value = moved.isoformat() if moved else value
    return Reading(part_of(value, mention.value, None), "event") if value else unresolved("event")


def _moved(day: date, mention: Mention) -> date | None:
    """The very day so many weeks from a day; months and years are no finer than they are counted."""
    return shift_days(day, 7 * mention.offset) if mention.unit == "week" else None


def _weekend(mention: Mention, story: Story) -> Reading:
    """The weekend: the running or last one, the coming one in a clause about the future."""
    now, kind = story.now_day(mention)
    if now is None:
        return unresolved()
    ahead = now.weekday() >= 5 or direction(story.text, story.low, mention.start, mention.end) > 0
    value = shifted(now, "weekend", 0 if ahead else -1)
    return Reading(value, kind) if value else unresolved()


def _day_of_month(mention: Mention, story: Story) -> Reading:
    """The 5th: of the month last told, or of the month referred to."""
    told = story.told("month")
    base = told.latest if told is not None else None
    kind = "event"
    if mention.which in ("this", "last", "next") or base is None:
        base, kind = story.now_day(mention)
    if base is None:
        return unresolved("event")
    moved = shift_months(base, mention.offset)
    value = f"{moved[0]:04d}-{moved[1]:02d}-{mention.day:02d}" if moved else None
    return Reading(value, kind) if valid(value) else Reading(None, kind, (), ("unresolved",))


def _stretch(mention: Mention, story: Story) -> Reading:
    now, kind = story.now_day(mention)
    if now is None:
        return unresolved()
    unit, count = mention.unit, mention.offset
    if unit in ("week", "fortnight"):
        unit, count = "day", count * (7 if unit == "week" else 14)
    if unit in ("quarter", "decade", "century"):
        unit, count = (
            ("month", count * 3) if unit == "quarter" else ("year", count * (10 if unit == "decade" else 100))
        )
    there, here = shifted(now, unit, count), shifted(now, unit, 0)
    if not there or not here:
        return unresolved()
    return Reading(f"{there}/{here}" if count < 0 else f"{here}/{there}", kind)


def _campaign(mention: Mention, story: Story) -> Reading:
    """The last weeks before the general election of the United States last held (or of the year named). Where
    that one elected no president, it may be the one before that is meant.
    """
    now, _ = story.now_day(mention)
    year = mention.year or (now.year if now else None)
    if year is None or year < 1850:  # the common election day begins in 1845
        return unresolved("event")
    if mention.year is None and now is not None:
        year -= year % 2
        if election_day(year) > now and direction(story.text, story.low, mention.start, mention.end) <= 0:
            year -= 2
    if year % 2:
        return unresolved("event")
    vote = election_day(year)
    if mention.offset == 0:
        return Reading(vote.isoformat(), "event")
    if mention.year is None and year % 4:
        return ambiguous((_weeks_to(vote, mention), _weeks_to(election_day(year - 2), mention)), "event")
    return Reading(_weeks_to(vote, mention), "event")


def _weeks_to(vote: date, mention: Mention) -> str:
    return f"{_back_from(vote, mention.unit, mention.offset)}~/{vote}"


def _back_from(day: date, unit: str, count: int) -> date:
    if unit == "month":
        year, month = shift_months(day, -count) or (day.year, day.month)
        return date(year, month, min(day.day, 28))
    return shift_days(day, -count * (7 if unit == "week" else 1)) or day


def _outside(mention: Mention, story: Story) -> Reading:
    return Reading(None, "none", (), ("outside-calendar",))


def _vague(mention: Mention, story: Story) -> Reading:
    kind = story.now_at(mention.start)
    return Reading(None, kind[1] if kind[0] else "none", (), ("vague", mention.value))


def _calendar(mention: Mention, story: Story) -> Reading:
    return calendar_names.read(mention, story)


_RESOLVERS: dict[str, Callable[[Mention, Story], Reading]] = {
    "calendar": _calendar, "fixed": _fixed, "numeric": _numeric, "deictic": _deictic, "period": _period,
    "anaphoric": _anaphoric, "landmark": _landmark, "stretch": _stretch, "campaign": _campaign,
    "beside": _anaphoric, "weekend": _weekend,
    "day-of-month": _day_of_month, "vague": _vague, "outside": _outside,
}  # fmt: skip


def part_of(value: str | None, part: str, now: date | None) -> str | None:
    """The early, mid or late part of a year, decade, month or season, as an approximate interval.

    A third of it, except that "early" of the running year or month ends before now, and "late" of it begins
    after.
    """
    when = valid(value) if part and value else None
    if when is None or when.earliest is None or when.latest is None or value is None:
        return value
    if when.precision == "year":
        return _part_of_year(when.earliest.year, part, now)
    if when.precision == "month":
        first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, when.latest.day)}[part]
        return f"{value[:7]}-{first:02d}~/{value[:7]}-{last:02d}~"
    if when.precision == "decade":
        first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
        years = f"{value[:3]}{first}~/{value[:3]}{last}~"
        return years if valid(years) else value
    return value


def _part_of_year(year: int, part: str, now: date | None) -> str:
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
    if now is not None and now.year == year:
        if part == "early" and first <= now.month - 1 < last:
            last = now.month - 1
        elif part == "early" and now.month == 1:
            last = 1
        elif part == "late" and now.month > first:
            first = now.month
    if first == last:
        return f"{year:04d}-{first:02d}~"
    return f"{year:04d}-{first:02d}~/{year:04d}-{last:02d}~"


def when_of(reading: Reading) -> When | None:
    """The value with its days, None when the reading has none."""
    return parse_edtf(reading.edtf) if reading.edtf and valid(reading.edtf) else None
