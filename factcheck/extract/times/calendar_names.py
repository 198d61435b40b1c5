"""Reading months, days, weekdays, seasons and quarters, with their year or without it."""

from __future__ import annotations

from datetime import date

from factcheck.core.edtf import When
from factcheck.extract.times.days import month_length, nth_week, shift_days, valid
from factcheck.extract.times.direction import direction
from factcheck.extract.times.model import Candidate, Mention, Reading
from factcheck.extract.times.story import Story

# A story rarely goes back: a month so far behind the one last told is the next year's, so far ahead the
# year before's.
_NEXT_YEAR_FROM, _LAST_YEAR_FROM = 8, 9
_UNRESOLVED = Reading(None, "none", (), ("unresolved",))


def read(mention: Mention, story: Story) -> Reading:
    """The reading in the mention's own year, the year it refers to, or the one its tense points to."""
    if mention.year is not None:
        return _checked(mention, mention.year, "none")
    if mention.year_ref is not None:
        return _in_year_referred(mention, mention.year_ref, story)
    if mention.weekday is not None and mention.month is None:
        return _weekday(mention, story)
    if mention.which in ("that", "after", "before"):
        return _beside_told(mention, story)
    if mention.which:
        return _determined(mention, story)
    return _bare(mention, story)


def written(mention: Mention, year: int) -> str | None:
    """The mention as EDTF in a given year; None if the calendar has no such day (29 February)."""
    if not 1 <= year <= 9999:
        return None
    if mention.part is not None:
        return f"{year:04d}-{mention.part}"
    if mention.month is None:
        return f"{year:04d}/{mention.value}" if mention.unit == "years" else f"{year:04d}"
    if mention.nth_week is not None:
        return nth_week(year, mention.month, mention.nth_week)
    if mention.day is None:
        return f"{year:04d}-{mention.month:02d}"
    day = month_length(year, mention.month) if mention.day == 32 else mention.day
    value = f"{year:04d}-{mention.month:02d}-{day:02d}"
    if mention.last_day is not None and mention.unit != "and":
        value += f"/{year:04d}-{mention.month:02d}-{mention.last_day:02d}"
    return value if valid(value) else None


def _checked(mention: Mention, year: int, anchor: str) -> Reading:
    """The value in that year, with what is wrong about it: a day that does not exist, a weekday that
    disagrees.
    """
    value = written(mention, year)
    when = valid(value)
    if when is None or value is None:
        return Reading(None, anchor, (), ("impossible-date",))
    first = when.earliest
    if mention.weekday is None or mention.day is None or first is None or first.weekday() == mention.weekday:
        return Reading(value, anchor)
    gap = (mention.weekday - first.weekday() + 3) % 7 - 3
    other = shift_days(first, gap)
    if other is None:
        return Reading(None, anchor, (), ("weekday-conflict",))
    candidates = (Candidate(value, 0.6), Candidate(other.isoformat(), 0.4))
    return Reading(None, anchor, candidates, ("weekday-conflict", "ambiguous"))


def _in_year_referred(mention: Mention, year_ref: tuple[str, int], story: Story) -> Reading:
    source, offset = year_ref
    if source == "now":
        now, kind = story.now_day(mention)
        return _checked(mention, now.year + offset, kind) if now else _UNRESOLVED
    year = story.told_year(mention.start, near=False)
    told = story.last_told()
    if told is not None and told.latest is not None:
        year = told.latest.year
    if year is None:
        return Reading(None, "event", (), ("unresolved",))
    return _checked(mention, year + offset, "event")


def _weekday(mention: Mention, story: Story) -> Reading:
    weekday = mention.weekday or 0
    if mention.which in ("that", "after", "before"):
        told = story.told("day")
        if told is None or told.earliest is None:
            return Reading(None, "event", (), ("unresolved",))
        step = -1 if mention.which == "before" else 1
        gap = step * (((weekday - told.earliest.weekday()) * step - 1) % 7 + 1)
        day = shift_days(told.earliest, gap)
        return Reading(day.isoformat(), "event") if day else _UNRESOLVED
    now, kind = story.now_day(mention)
    told = story.told("day") if story.narrative else None
    if told is not None and told.earliest is not None and not mention.which:
        day = shift_days(told.earliest, (weekday - told.earliest.weekday() + 3) % 7 - 3)
        return Reading(day.isoformat(), "event") if day else _UNRESOLVED
    if now is None:
        return _UNRESOLVED
    back, ahead = (now.weekday() - weekday) % 7, (weekday - now.weekday()) % 7
    if mention.which in ("last", "past"):
        return _one_or_both(now, -(back or 7), -now.weekday() - 7 + weekday, mention.which == "past", kind)
    if mention.which == "next":
        return _one_or_both(now, ahead or 7, -now.weekday() + 7 + weekday, False, kind)
    if mention.which == "this":
        forward = direction(story.text, story.low, mention.start, mention.end) >= 0
    else:
        forward = direction(story.text, story.low, mention.start, mention.end) > 0
    day = shift_days(now, ahead if forward else -back)
    return Reading(day.isoformat(), kind) if day else _UNRESOLVED


def _one_or_both(now: date, nearest: int, by_week: int, decided: bool, kind: str) -> Reading:
    """Last and next weekday: the nearest such day, or that of the week beside; both when they differ."""
    first, second = shift_days(now, nearest), shift_days(now, by_week)
    if first is None or second is None:
        return _UNRESOLVED
    if decided or first == second:
        return Reading(first.isoformat(), kind)
    candidates = (Candidate(first.isoformat(), 0.6), Candidate(second.isoformat(), 0.4))
    return Reading(None, kind, candidates, ("ambiguous",))


def _years_around(mention: Mention, year: int) -> list[When]:
    found = (valid(written(mention, y)) for y in (year - 2, year - 1, year, year + 1, year + 2))
    return [when for when in found if when is not None and when.earliest and when.latest]


def _beside_told(mention: Mention, story: Story) -> Reading:
    """That March, the following summer: counted from the last date told."""
    told = story.last_told()
    if told is None or told.earliest is None or told.latest is None:
        return Reading(None, "event", (), ("unresolved",))
    if mention.which == "that":
        return _checked(mention, told.latest.year, "event")
    choices = _years_around(mention, told.latest.year)
    if mention.which == "after":
        later = [w for w in choices if w.earliest and w.earliest > told.latest]
        return Reading(later[0].edtf, "event") if later else _UNRESOLVED
    earlier = [w for w in choices if w.latest and w.latest < told.earliest]
    return Reading(earlier[-1].edtf, "event") if earlier else _UNRESOLVED


def _determined(mention: Mention, story: Story) -> Reading:
    """Last February, next May: both readings stand when the nearest one and the year's differ."""
    now, kind = story.now_day(mention)
    if now is None:
        return _UNRESOLVED
    if mention.which == "this":
        return _this_named(mention, now, kind, story)
    choices = _years_around(mention, now.year)
    if mention.which == "next":
        nearest = next((w for w in choices if w.earliest and w.earliest > now), None)
        by_year = written(mention, now.year + 1)
    else:
        nearest = next((w for w in reversed(choices) if w.latest and w.latest < now), None)
        by_year = written(mention, now.year - 1)
    if nearest is None:
        return _UNRESOLVED
    # A winter is named after the year it began in, so "last winter" has one reading only.
    if mention.which == "past" or by_year is None or nearest.edtf == by_year or mention.part == 24:
        return Reading(nearest.edtf, kind)
    candidates = (Candidate(nearest.edtf, 0.5), Candidate(by_year, 0.5))
    return Reading(None, kind, candidates, ("ambiguous",))


def _this_named(mention: Mention, now: date, kind: str, story: Story) -> Reading:
    if mention.part == 24 and now.month <= 6:
        ahead = direction(story.text, story.low, mention.start, mention.end) > 0
        return _checked(mention, now.year if ahead and now.month > 2 else now.year - 1, kind)
    return _checked(mention, now.year, kind)


def _bare(mention: Mention, story: Story) -> Reading:
    """A month, day or season alone: in history of the story's year, else where the tense points."""
    now, kind = story.now_day(mention)
    way = direction(story.text, story.low, mention.start, mention.end)
    year_told = story.told_year(mention.start, near=not story.narrative)
    if now is None or (year_told is not None and story.narrative):
        return _by_story(mention, story, year_told)
    if year_told is not None and abs(year_told - now.year) > 1 and mention.day is not None and way <= 0:
        return _by_story(mention, story, year_told)
    choices = _matching_weekday(mention, _years_around(mention, now.year))
    if not choices:
        value = written(mention, now.year)
        return _checked(mention, now.year, kind) if value else Reading(None, kind, (), ("impossible-date",))
    return Reading(_pick(choices, now, way).edtf, kind)


def _matching_weekday(mention: Mention, choices: list[When]) -> list[When]:
    if mention.weekday is None:
        return choices
    return [w for w in choices if w.earliest and w.earliest.weekday() == mention.weekday]


def _pick(choices: list[When], now: date, way: int) -> When:
    """The nearest such time behind or ahead; the running month or season is either.

    With no tense to go by it lies behind, unless that is long ago (200 days) and the one ahead is near (100
    days); a quarter's figures are spoken of soon, so the nearer quarter wins.
    """
    behind = [w for w in choices if w.earliest and w.earliest <= now]
    ahead = [w for w in choices if w.latest and w.latest >= now]
    if not behind or (way > 0 and ahead):
        return ahead[0]
    if ahead and ahead[0].earliest and behind[-1].latest:
        since, until = (now - behind[-1].latest).days, (ahead[0].earliest - now).days
        if _is_quarter(choices[0]) and since > 150 > until:
            return ahead[0]
        if way == 0 and since > 200 and until < 100:
            return ahead[0]
    return behind[-1]


def _is_quarter(when: When) -> bool:
    return when.precision == "season" and when.edtf[5:] in ("33", "34", "35", "36")


def _by_story(mention: Mention, story: Story, year: int | None) -> Reading:
    """In the year last told; a month well behind the last one told has passed into the next year."""
    if year is None:
        return Reading(None, "none", (), ("unresolved",))
    month_told = story.told_month()
    if month_told is not None and month_told[0] == year and mention.month is not None:
        behind = month_told[1] - mention.month
        year += 1 if behind >= _NEXT_YEAR_FROM else -1 if behind <= -_LAST_YEAR_FROM else 0
    return _checked(mention, year, "event")
