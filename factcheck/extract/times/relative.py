"""Rules for days and periods named by their place: today, last month, that summer, the end of the year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from factcheck.extract.times.model import Mention
from factcheck.extract.times.words import (
    MONTH,
    PART_OF_DAY,
    SEASON,
    SEASON_CODE,
    WEEKDAY,
    month_number,
    unit_of,
    weekday_number,
)  # fmt: skip


def _day_word(match: re.Match[str], text: str) -> Mention | None:
    word = " ".join(match[0].split())
    offset = 0
    if "before" in word:
        offset = -2
    elif "after" in word and word.startswith("the day"):
        offset = 2
    elif word.startswith("yesterday"):
        offset = -1
    elif word.startswith("tomorrow"):
        offset = 1
    return Mention("deictic", match.start(), match.end(), unit="day", offset=offset)


def _part_of_today(match: re.Match[str], text: str) -> Mention | None:
    offset = -1 if match["which"] == "last" else 0
    return Mention("deictic", match.start(), match.end(), unit="day", offset=offset)


def _which_unit(match: re.Match[str], text: str) -> Mention | None:
    which, unit = match["which"], unit_of(match["unit"])
    if which in (
        "last",
        "past",
        "this past",
        "next",
        "this",
        "coming",
        "current",
        "the current",
        "the past",
        "the last",
    ):
        if which in ("next", "last", "past") and unit == "day":
            told = {"next": 1}.get(which)
            return Mention("anaphoric", match.start(), match.end(), unit="day", offset=told) if told else None
        offset = {"last": -1, "past": -1, "this past": -1, "next": 1, "coming": 1}.get(which, 0)
        told_by_article = text[max(0, match.start() - 4) : match.start()].lower() == "the "
        kind = "deictic"
        if which == "next" and told_by_article and unit != "decade":
            kind = "anaphoric"
        return Mention(kind, match.start(), match.end(), unit=unit, offset=offset, which=which)
    offset = {"previous": -1, "preceding": -1, "following": 1, "next": 1, "ensuing": 1, "succeeding": 1}.get(
        which, 0
    )
    return Mention("anaphoric", match.start(), match.end(), unit=unit, offset=offset, which=which)


def _which_named(match: re.Match[str], text: str) -> Mention | None:
    """Last February, next Friday, this summer, that spring, the following June."""
    which = match["which"].split()[-1] if match["which"] != "this past" else "past"
    which = {
        "coming": "next",
        "previous": "before",
        "preceding": "before",
        "following": "after",
        "same": "that",
    }.get(which, which)
    mention = Mention("calendar", match.start(), match.end(), which=which)
    if match["month"]:
        if match["month"].rstrip(".") in ("may", "march", "mar") and not text[match.start("month")].isupper():
            return None
        mention.month = month_number(match["month"])
        if match["day"]:
            mention.day = int(match["day"].rstrip("stndrh"))
    elif match["weekday"]:
        mention.weekday = weekday_number(match["weekday"])
    else:
        mention.part = SEASON_CODE[match["season"]]
    if text[mention.end - 1] == "." and mention.end - mention.start > 10:
        mention.end -= 1
    return mention


def _earlier_this(match: re.Match[str], text: str) -> Mention | None:
    """Earlier this month, later that year, earlier in the day."""
    which, unit = match["which"], unit_of(match["unit"])
    kind = "deictic" if which.startswith("this") or which.startswith(("last", "next")) else "anaphoric"
    offset = {"last": -1, "next": 1}.get(which.split()[0], 0)
    flag = "early" if match["turn"].startswith("earl") else "late"
    if unit in ("day", "week"):
        flag = ""
    return Mention(kind, match.start(), match.end(), unit=unit, offset=offset, value=flag)


def _week_and_day(match: re.Match[str], text: str) -> Mention | None:
    """Next week Wednesday."""
    offset = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(match["which"], 0)
    return Mention(
        "deictic",
        match.start(),
        match.end(),
        unit="weekday",
        offset=offset,
        weekday=weekday_number(match["weekday"]),
    )


def _weekend(match: re.Match[str], text: str) -> Mention | None:
    return Mention("weekend", match.start(), match.end(), unit="day")


def _day_of_month(match: re.Match[str], text: str) -> Mention | None:
    day = int(match["day"].rstrip("stndrh"))
    which = (match["which"] or "that").split()[-1]
    offset = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0)
    return Mention(
        "day-of-month", match.start(), match.end(), unit="month", day=day, offset=offset, which=which
    )


def _year_end(match: re.Match[str], text: str) -> Mention | None:
    """The end of the year, the beginning of the month: of the period that holds now."""
    which = (match["which"] or "the").strip()
    unit = unit_of(match["unit"])
    edge = (
        "early"
        if match["edge"] in ("beginning", "start", "outset", "turn")
        else "mid"
        if match["edge"] == "middle"
        else "late"
    )
    if which in ("last", "next", "this", "the current"):
        offset = {"last": -1, "next": 1}.get(which, 0)
        return Mention("deictic", match.start(), match.end(), unit=unit, offset=offset, value=edge)
    kind = "period" if which == "the" else "anaphoric"
    offset = {"the previous": -1, "the following": 1, "the next": 1}.get(which, 0)
    return Mention(kind, match.start(), match.end(), unit=unit, offset=offset, value=edge)


def _vague(match: re.Match[str], text: str) -> Mention | None:
    word = " ".join(match[0].split())
    past, future = ("recent", "the past", "lately"), ("the near", "the long", "the short", "the f")
    value = "past" if word.startswith(past) else "future" if word.startswith(future) else "present"
    return Mention("vague", match.start(), match.end(), value=value)


_WHICH_NOW = r"this\spast|last|past|this|next|coming|current"
_WHICH_TOLD = r"previous|preceding|following|ensuing|succeeding|same|that\ssame|that"

RULES: tuple[tuple[Iterable[str], str, Callable[[re.Match[str], str], Mention | None]], ...] = (
    (
        ("today", "yesterday", "tomorrow", "tonight"),
        rf"(?:today|yesterday|tomorrow|tonight)(?![a-z])(?:{PART_OF_DAY})?",
        _day_word,
    ),
    (
        ("the", "day"),
        r"(?:the\s)?day\sbefore\syesterday|the\sday\safter\stomorrow|day\safter\stomorrow",
        _day_word,
    ),
    (("earlier", "later"), r"(?:earlier|later)\stoday", _day_word),
    (
        ("last", "this"),
        r"(?P<which>last|this)\s(?:early\s|late\s)?(?:morning|afternoon|evening|night)(?![a-z])",
        _part_of_today,
    ),
    (
        ("earlier", "later", "early", "late", "sometime"),
        r"(?P<turn>earlier|later|early|late|sometime)\s(?:on\s|in\s)?(?P<which>this|that(?:\ssame)?|the(?:\ssame)?|last|next)\s(?P<unit>day|week|month|year|decade|century)(?![a-z])",
        _earlier_this,
    ),
    (
        ("end", "beginning", "start", "middle", "close", "outset", "turn"),
        r"(?P<edge>end|beginning|start|middle|close|outset|turn)\sof\s(?P<which>(?:the\scurrent|the\sprevious|the\sfollowing|the\snext|the\ssame|the|this|last|next|that)\s)?(?P<unit>week|month|quarter|year|decade|century)(?![a-z])",
        _year_end,
    ),
    (
        ("last", "this", "next", "previous", "following"),
        rf"(?P<which>last|this|next|previous|following)\sweek,?\s(?:on\s)?(?P<weekday>{WEEKDAY})",
        _week_and_day,
    ),
    (("the",), r"the\sweekend(?![a-z-]|\s(?:of|before|after))", _weekend),
    (
        ("the",),
        r"(?:(?<=on\s)|(?<=by\s)|(?<=until\s)|(?<=from\s))the\s(?P<day>[1-3]?\d(?:st|nd|rd|th))"
        r"(?:\sof\s(?P<which>this|last|next|that|the\ssame|the\sprevious|the\sfollowing)\smonth|(?=\s*(?:[,.;)]|$)))",
        _day_of_month,
    ),
    (
        (
            "last",
            "past",
            "this",
            "next",
            "coming",
            "current",
            "previous",
            "preceding",
            "following",
            "same",
            "that",
            "ensuing",
            "succeeding",
        ),
        rf"(?P<which>{_WHICH_NOW}|{_WHICH_TOLD})\s(?:fiscal\s|calendar\s|financial\s)?(?P<unit>day|weekend|week|month|quarter|year|decade|century)(?![a-z-])",
        _which_unit,
    ),
    (
        ("last", "past", "this", "next", "coming", "previous", "preceding", "following", "same", "that"),
        rf"(?P<which>{_WHICH_NOW}|{_WHICH_TOLD})\s(?:(?P<month>{MONTH})(?:\s(?P<day>\d\d?(?:st|nd|rd|th)?)(?![\d:]))?|(?P<weekday>{WEEKDAY}){PART_OF_DAY}?|(?P<season>{SEASON}))",
        _which_named,
    ),
    (
        ("now", "currently", "recently", "presently", "nowadays", "lately", "recent"),
        r"(?:now(?!-)|currently|recently|presently|nowadays|lately|recent\s(?:days|weeks|months|years|times|decades)|recent(?!-))(?![a-z])",
        _vague,
    ),
    (("at",), r"at\s(?:present|the\spresent\stime|this\stime|the\smoment)(?![a-z])", _vague),
    (
        ("the",),
        r"the\s(?:(?:near|short|long)\sterm|(?:near\s|foreseeable\s)?future|past(?=\s*[.,;]))(?![a-z-])",
        _vague,
    ),
)
