"""Rules that begin with digits: ISO dates, days before months, years, decades, centuries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from factcheck.extract.times.model import Mention
from factcheck.extract.times.named import _DAY_MONTH, _calendar, _century, _full
from factcheck.extract.times.words import MONTH, full_year, month_number


def _iso(match: re.Match[str], text: str) -> Mention | None:
    value = f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}"
    return Mention("fixed", match.start(), match.end(), value=value)


_SPAN_BEFORE = re.compile(r"\b(?:in|the|of|during|for|from|since|between|and)\s$", re.IGNORECASE)


def _iso_month(match: re.Match[str], text: str) -> Mention | None:
    """2016-09; where the second number is the next year's (2009-10), both readings stand."""
    year, month = int(match["year"]), int(match["month"])
    value = f"{year}-{month:02d}"
    if month == (year + 1) % 100 and _SPAN_BEFORE.search(text[max(0, match.start() - 10) : match.start()]):
        return Mention("calendar", match.start(), match.end(), year=year, value=str(year + 1), unit="years")
    if month == (year + 1) % 100:
        return Mention("fixed", match.start(), match.end(), choices=(f"{year}/{year + 1}", value))
    return Mention("fixed", match.start(), match.end(), value=value)


def _numeric(match: re.Match[str], text: str) -> Mention | None:
    """Two numbers and a year: which is the day and which the month is never guessed."""
    first, second = int(match["first"]), int(match["second"])
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        return None
    year = full_year(match["year"])
    return Mention("numeric", match.start(), match.end(), year=year, month=first, day=second)


def _month_of_year(match: re.Match[str], text: str) -> Mention | None:
    value = f"{match['year']}-{int(match['month']):02d}"
    return Mention("fixed", match.start(), match.end(), value=value)


def _day_dash_month(match: re.Match[str], text: str) -> Mention | None:
    return Mention(
        "calendar", match.start(), match.end(), year=full_year(match["year"]),
        month=month_number(match["month"]), day=int(match["day"]),
    )  # fmt: skip


def _decade(match: re.Match[str], text: str) -> Mention | None:
    digits = match["decade"]
    if len(digits) == 4:
        value = (
            digits[:2] + "XX" if digits.endswith("00") and not digits.startswith("20") else digits[:3] + "X"
        )
        return Mention("fixed", match.start(), match.end(), value=value)
    if text[match.start() - 1 : match.start()] not in ("'", "’", "‘"):
        return None
    century = "20" if digits == "00" else "19"
    return Mention("fixed", match.start() - 1, match.end(), value=f"{century}{digits[0]}X")


def _years(match: re.Match[str], text: str) -> Mention | None:
    """2009-2010, 1957-58: a range of years, with its two ends."""
    first = int(match["year"])
    second = full_year(match["last"], near=first) if len(match["last"]) == 2 else int(match["last"])
    if not first < second <= first + 130 or not _could_be_year(match, text):
        return None
    return Mention("calendar", match.start(), match.end(), year=first, value=str(second), unit="years")


_NOT_A_YEAR_BEFORE = re.compile(
    r"(?:[$£€¥#№/\\_=+*]|\bno\.?\s|\bnumber\s|\bpages?\s|\bpp?\.\s|\bflight\s|\bhighway\s|\broute\s|\bmodel\s|\bwindows\s|"
    r"\boffice\s|\bboeing\s|\btype\s|\bresolution\s|\bsome\s|\bnearly\s|\bover\s|\balmost\s|\bthan\s|\bonly\s|\bus\s?\$|"
    r"\bup\sto\s|\bat\sleast\s|\bexhibit\s|\bsection\s|\barticle\s|\bpublic\slaw\s|\bregiment\s|\d[.,:-])$",
    re.IGNORECASE,
)
_NOT_A_YEAR_AFTER = re.compile(
    r"(?:%|[.,:]\d|-(?:odd|man|strong|foot|mile|kilometer|meter|pound|ton|year|day|page|member|seat)|\s(?:hours?|hrs|gmt|utc|percent|per\scent|people|troops|men|women|"
    r"children|soldiers|sailors|miles|km|kilomet|met(?:er|re)s|feet|ft|yards|votes|dollars|pounds|euros|million|billion|"
    r"tons|tonnes|times|years|days|weeks|months|minutes|seconds|points|others|prisoners|casualties|civilians|"
    r"killed|dead|wounded|deaths|horses|guns|tanks|aircraft|planes|ships|vehicles|rounds|homes|houses|workers|"
    r"employees|jobs|jets|students|members|copies|units|cars|acres|hectares|degrees|infantry|cavalry|militia|"
    r"warriors|fighters|rebels|officers|volunteers|mph|kg|cc|mb|gb|rpm|hp|horsepower|british|french|german|american|"
    r"spanish|russian|soviet|iraqi|chinese|japanese|italian|confederate|union|"
    r"(?:[a-z]+\s)?(?:men|troops|soldiers|people|civilians|prisoners|workers|casualties|fighters|deaths))(?![a-z]))",
    re.IGNORECASE,
)
_SURELY_YEAR_BEFORE = re.compile(r"\b(?:in|since|during|until)\s$", re.IGNORECASE)
_EARLY_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|from|of|year|after|before|around|circa|and|to|ad)\s$", re.IGNORECASE
)


def _could_be_year(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - 12) : match.start()]
    if _NOT_A_YEAR_BEFORE.search(before):
        return False
    if _SURELY_YEAR_BEFORE.search(before) and text[match.end() : match.end() + 1].isspace():
        return True
    return _NOT_A_YEAR_AFTER.match(text[match.end() : match.end() + 32]) is None


def _year(match: re.Match[str], text: str) -> Mention | None:
    before = text[max(0, match.start() - 12) : match.start()]
    if not _could_be_year(match, text):
        return None
    if int(match["year"]) < 1500 and not _EARLY_YEAR_BEFORE.search(before):
        return None
    return _calendar(match)


def _short_year(match: re.Match[str], text: str) -> Mention | None:
    if text[match.start() - 1 : match.start()] not in ("'", "’"):
        return None
    if not re.search(
        r"\b(?:in|of|since|by|summer|fall|spring|winter|and|to)\s['’]$",
        text[max(0, match.start() - 10) : match.start()].lower(),
    ):
        return None
    return Mention("calendar", match.start(), match.end(), year=full_year(match["year"]))


def _outside(match: re.Match[str], text: str) -> Mention | None:
    return Mention("outside", match.start(), match.end())


_CLOCK = r"(?:[t\s]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z(?![a-z])|\s?[+-]\d\d:?\d\d)?)?"
_SOLAR = r"(?:1\d{3}|20\d\d)"

RULES: tuple[tuple[Iterable[str], str, Callable[[re.Match[str], str], Mention | None]], ...] = (
    (("0",), r"\d{1,4}(?:(?:\s?[-–]\s?|\sto\s)\d{1,4})?\s(?:b\.\s?c\.?(?:\s?e\.?)?|bce?)(?![a-z])", _outside),
    (
        ("0",),
        rf"(?P<year>{_SOLAR})(?P<sep>[-/.‐‑])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)(?!\d){_CLOCK}",
        _iso,
    ),
    (
        ("0",),
        r"(?P<first>\d\d?)(?P<sep>[-/.])(?P<second>\d\d?)(?P=sep)(?P<year>\d{4}|\d\d)(?![\d/.-]\d|\d)",
        _numeric,
    ),
    (("0",), rf"(?P<day>\d\d?)[-/](?P<month>{MONTH})[-/](?P<year>\d{{4}}|\d\d)(?!\d)", _day_dash_month),
    (("0",), _DAY_MONTH, _full),
    (("0",), r"(?P<decade>\d{3}0|\d0)['’]?s(?![a-z])", _decade),
    (("0",), rf"(?P<year>{_SOLAR})(?:\s?[-‐‑–—/]\s?|\sto\s)(?P<last>{_SOLAR})(?!\d|[-,.]\d)", _years),
    (("0",), rf"(?P<year>{_SOLAR})-(?P<month>0[1-9]|1[0-2])(?!\d|[-,.]\d)", _iso_month),
    (("0",), rf"(?P<year>{_SOLAR})[-‐‑–—/](?P<last>\d\d)(?!\d|[-,.]\d)", _years),
    (("0",), rf"(?P<month>0[1-9]|1[0-2])/(?P<year>{_SOLAR})(?!\d|/)", _month_of_year),
    (("0",), r"(?P<nth>\d\d?(?:st|nd|rd|th))(?:\s(?:and|to)\s\S{1,20})?[\s-]centur(?:y|ies)", _century),
    (("0",), rf"(?P<year>{_SOLAR})(?![a-z\d]|['’]s?\d)", _year),
    (("0",), r"(?P<year>\d\d)(?![a-z\d%.,]|\s(?:percent|million|billion)|['’])", _short_year),
)
