"""The door: every time expression of a text, in order, with its reading."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.core.edtf import When, parse_edtf
from factcheck.extract.times.days import valid
from factcheck.extract.times.grammar import mentions
from factcheck.extract.times.lead import lead_of
from factcheck.extract.times.model import Candidate, LocalAnchor, Mention, Reading, TimeExpression
from factcheck.extract.times.resolve import counted_from, resolve
from factcheck.extract.times.story import Story, is_narrative

_BETWEEN = re.compile(r"\bbetween\s(?:the\s|early\s|late\s|mid-)?$")
_FROM = re.compile(r"\bfrom\s(?:the\s|early\s|late\s|mid-|about\s)?$")
_MOVED = re.compile(
    r"\b(?:moved|postponed|delayed|changed|rescheduled|pushed|shifted|rose|fell|increased|up|down)\b"
)
_JOINED = re.compile(
    r"\s?(?P<dash>[-‐‑–—/])\s?|\s(?P<to>to|through|thru|until|till)\s(?:the\s|early\s|late\s|mid-)?"
)
_AND = re.compile(r"\s(?:and|or|&)\s(?:in\s|on\s|the\s|early\s|late\s|mid-)?")
_RANGED = ("calendar", "fixed", "numeric")
_TOUCHES = re.compile(r"\s(?:the\s)?")
_LISTED = re.compile(r",\s(?:(?:and|or)\s)?")


def find_times(
    text: str,
    published: When | None,
    *,
    anchors: Sequence[LocalAnchor] = (),
    happenings: Mapping[str, When] | None = None,
    day_first: bool | None = None,
) -> tuple[TimeExpression, ...]:
    """Every time expression, in order of the text and without overlap; offsets in code points. Never raises.

    ``published`` is what "today" and "last month" count from; without it they stay unresolved. ``anchors``
    are stretches with a time of their own (an utterance made on another day). ``happenings`` gives the days
    of named happenings ("hearing") for "three days before the hearing". ``day_first`` is the order of
    8/9/2016 in the source's locale; without it the order that other dates of the text show, else both
    readings are given. A range is one expression whose ``parts`` are its ends.
    """
    low = _lowered(text)
    found = mentions(text, low)
    _share_years(found, low)
    if day_first is None:
        day_first = _order_shown(found)
    story = Story(text, low, published, anchors, happenings or {}, day_first)
    story.narrative = is_narrative(found, published)
    expressions: list[TimeExpression] = []
    index = 0
    while index < len(found):
        taken, read = _next(found, index, story)
        expressions.extend(read)
        story.read_to = expressions[-1].end
        index += taken
    return tuple(expressions)


def _order_shown(found: list[Mention]) -> bool | None:
    """The order of day and month that the text's own dates show: beside 17.05.2022, 12.04.2022 is day first.
    None where none shows it, or some show the one and some the other.
    """
    numeric = [mention for mention in found if mention.kind == "numeric"]
    day_first = any((mention.month or 0) > 12 for mention in numeric)
    month_first = any((mention.day or 0) > 12 for mention in numeric)
    return day_first if day_first != month_first else None


def _next(found: list[Mention], index: int, story: Story) -> tuple[int, list[TimeExpression]]:
    """How many mentions the next expressions take, and those expressions."""
    mention = found[index]
    if index + 1 < len(found):
        following = found[index + 1]
        if _is_range(mention, following, story.low):
            return 2, _range(mention, following, story)
        if mention.kind == "beside" and _TOUCHES.fullmatch(story.low, mention.end, following.start):
            return 2, [_beside(mention, following, story)]
    return 1, _expressions(mention, story)


def _beside(mention: Mention, other: Mention, story: Story) -> TimeExpression:
    """Three days before Jan. 10: counted from the date that follows."""
    base = resolve(other, story)
    reading = counted_from(valid(base.edtf), mention)
    if base.edtf is not None and base.anchor != "none":
        reading = replace(reading, anchor=base.anchor)
    when = valid(reading.edtf)
    if when is not None:
        story.note(when, mention.start, other.end, names_year=other.year is not None)
    return _dress(story.text, mention.start, other.end, reading)


def _lowered(text: str) -> str:
    """The text in lower case, letter for letter; a line end reads as a space does (patterns use ``\\s``)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _share_years(found: list[Mention], low: str) -> None:
    """In "July and September 2016", "July 1 to July 3, 1863" the year belongs to both."""
    for first, second in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if (
            first.kind != "calendar"
            or second.kind != "calendar"
            or first.year
            or first.year_ref
            or first.which
        ):
            continue
        if (second.year is None and second.year_ref is None) or (first.month is None and first.part is None):
            continue
        gap = low[first.end : second.start]
        joined = _JOINED.fullmatch(gap)
        if not (joined or _AND.fullmatch(gap) or (_LISTED.fullmatch(gap) and second.month)):
            continue
        first.year, first.year_ref = second.year, second.year_ref
        if joined and first.year and first.month and second.month and first.month > second.month:
            first.year -= 1


def _is_range(first: Mention, second: Mention, low: str) -> bool:
    if first.kind not in _RANGED or second.kind not in (*_RANGED, "deictic"):
        return False
    if (
        second.start - first.end > 14
        or first.unit == "years"
        or first.last_day
        or first.choices
        or second.choices
    ):
        return False
    gap, before = low[first.end : second.start], low[max(0, first.start - 40) : first.start]
    if _AND.fullmatch(gap):
        return _BETWEEN.search(before) is not None
    joined = _JOINED.fullmatch(gap)
    if joined is None:
        return False
    if joined["dash"]:
        return _same_shape(first, second)
    return (_same_shape(first, second) and not _MOVED.search(before)) or (
        bool(_FROM.search(before)) and not _MOVED.search(before)
    )


def _same_shape(first: Mention, second: Mention) -> bool:
    """Whether both name a day, both a month, both a year."""
    return _shape(first) == _shape(second)


def _shape(mention: Mention) -> tuple[str, tuple[bool, ...]]:
    names = (mention.month, mention.day, mention.weekday, mention.part)
    return mention.kind, tuple(name is None for name in names)


def _range(first: Mention, second: Mention, story: Story) -> list[TimeExpression]:
    """The range that two ends make; the two by themselves where no reading of them makes one."""
    left, right = (_expressions(end, story, opens=False)[0] for end in (first, second))
    start = left.start
    reach = max(story.read_to, start - 24)
    before = story.low[reach:start]
    opened = _BETWEEN.search(before) or _FROM.search(before)
    if opened:
        start = reach + opened.start()
    edtf = _span(left.edtf, right.edtf)
    if edtf is None and left.edtf and right.edtf and second.year is None:
        right = _a_year_on(right)
        edtf = _span(left.edtf, right.edtf)
    anchor = left.anchor if left.anchor != "none" else right.anchor
    flags = tuple(dict.fromkeys((*left.flags, *right.flags)))
    reading = (
        Reading(edtf, anchor)
        if edtf
        else Reading(None, anchor, _spans(left, right), flags or ("unresolved",))
    )
    if (
        edtf is None
        and not reading.candidates
        and (left.edtf or right.edtf or left.candidates or right.candidates)
    ):
        return [left, right]
    return [replace(_dress(story.text, start, right.end, reading), parts=(left, right))]


def _spans(left: TimeExpression, right: TimeExpression) -> tuple[Candidate, ...]:
    """Every range that the readings of two ends allow, when there are several."""
    starts = [left.edtf] if left.edtf else [c.edtf for c in left.candidates]
    ends = [right.edtf] if right.edtf else [c.edtf for c in right.candidates]
    spans = [span for start in starts for end in ends if (span := _span(start, end))]
    return tuple(Candidate(span, round(1 / len(spans), 3)) for span in spans) if len(spans) > 1 else ()


def _span(left: str | None, right: str | None) -> str | None:
    if not left or not right:
        return None
    value = f"{left.split('/')[0]}/{right.split('/')[-1]}"
    return value if valid(value) else None


def _a_year_on(expression: TimeExpression) -> TimeExpression:
    value = expression.edtf or ""
    if not value[:4].isdigit() or "/" in value:
        return expression
    later = valid(f"{int(value[:4]) + 1:04d}{value[4:]}")
    if later is None:
        return expression
    return replace(expression, edtf=later.edtf, earliest=_iso(later.earliest), latest=_iso(later.latest))


def _expressions(mention: Mention, story: Story, *, opens: bool = True) -> list[TimeExpression]:
    """The expression of one mention; two for "Sept. 8 and 9"."""
    reading = resolve(mention, story)
    when = valid(reading.edtf)
    if when is not None:
        story.note(
            when, mention.start, mention.end, names_year=mention.year is not None or mention.kind == "fixed"
        )
    if mention.unit == "years" and mention.kind == "calendar" and reading.edtf:
        return [_with_both_years(mention, reading, story)]
    whole = _around(mention, reading, story, opens=opens)
    if mention.last_day is None:
        return [whole]
    days = _both_days(mention, reading, story)
    return days if mention.unit == "and" else [replace(whole, parts=tuple(days))]


def _with_both_years(mention: Mention, reading: Reading, story: Story) -> TimeExpression:
    whole = _dress(story.text, mention.start, mention.end, reading)
    first = _dress(story.text, mention.start, mention.start + 4, Reading(str(mention.year)))
    width = 4 if story.text[mention.end - 4 : mention.end].isdigit() else 2
    second = _dress(story.text, mention.end - width, mention.end, Reading(mention.value))
    return replace(whole, parts=(first, second))


def _both_days(mention: Mention, reading: Reading, story: Story) -> list[TimeExpression]:
    """The two days of "Sept. 8 and 9" or "June 6-7", each with the span of its own words."""
    first_end, second_start = (int(offset) for offset in mention.value.split())
    first = replace(reading, edtf=reading.edtf.split("/")[0] if reading.edtf else None)
    value = f"{first.edtf[:8]}{mention.last_day:02d}" if first.edtf else None
    second = replace(reading, edtf=value if valid(value) else None)
    if value is not None and second.edtf is None:
        second = replace(second, flags=("impossible-date",))
    return [
        _dress(story.text, mention.start, first_end, first),
        _dress(story.text, second_start, mention.end, second),
    ]


def _around(mention: Mention, reading: Reading, story: Story, *, opens: bool) -> TimeExpression:
    """The expression with the words that lead to it, which change its value and every candidate alike."""
    lead = lead_of(mention, story, opens=opens)
    changed = replace(
        reading,
        edtf=lead.applied(reading.edtf) if reading.edtf else None,
        candidates=tuple(replace(c, edtf=lead.applied(c.edtf)) for c in reading.candidates),
    )
    return _dress(story.text, lead.start, mention.end, changed)


def _dress(text: str, start: int, end: int, reading: Reading) -> TimeExpression:
    when = parse_edtf(reading.edtf) if reading.edtf else None
    return TimeExpression(
        text[start:end], start, end, reading.edtf,
        _iso(when.earliest) if when else None, _iso(when.latest) if when else None,
        when.precision if when else None,
        reading.anchor, reading.candidates, reading.flags,
    )  # fmt: skip


def _iso(day: object) -> str | None:
    return None if day is None else str(day)
