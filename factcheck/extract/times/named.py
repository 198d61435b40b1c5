"""Rules that begin with the name of a month, weekday, season, quarter, decade or holiday."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from factcheck.extract.times.days import election_day
from factcheck.extract.times.model import Mention
from factcheck.extract.times.words import (
    DASH,
    DAY,
    DECADE_WORD,
    MONTH,
    MONTH_NUMBER,
    ORDINAL,
    ORDINAL_WORD,
    PART_OF_DAY,
    SEASON,
    SEASON_CODE,
    WEEKDAY,
    WEEKDAY_NUMBER,
    YEAR,
    YEAR_REF,
    count_of,
    day_number,
    full_year,
    month_number,
    weekday_number,
)  # fmt: skip

_ON_DAY = rf"(?:the\s)?(?P<day>{DAY}|{ORDINAL_WORD})"
_TO_DAY = (
    rf"(?:(?:{DASH}|\sto\s|\sthrough\s|\sand\s|\suntil\s|,?\s?&\s)(?:the\s)?(?P<last>{DAY}|{ORDINAL_WORD}))?"
)
_YEAR = rf"(?P<year>{YEAR}|['’]\d\d(?!\d)|(?:3[2-9]|[4-9]\d)(?=\s*(?:$|[.;)])))"
_OF_YEAR = rf"(?:,?\s(?:of\s|in\s)?{_YEAR}|,?\s(?:of\s|in\s)?(?P<ref>{YEAR_REF}))?"
_MONTH_DAY = rf"(?P<month>{MONTH}),?\s?{_ON_DAY}{_TO_DAY}{_OF_YEAR}"
_DAY_MONTH = rf"{_ON_DAY}{_TO_DAY}\s?(?:of\s)?(?P<month>{MONTH}){_OF_YEAR}"
_ITS_YEAR = rf"(?:,?\s(?:of\s)?{_YEAR}|,?\s(?:of\s|in\s)?(?P<ref>{YEAR_REF}))?"
_WEEKDAY = rf"(?P<weekday>{WEEKDAY}){PART_OF_DAY}?,?\s(?:the\s)?"

_LEADS_TO_A_MONTH = re.compile(
    r"\b(?:in|of|by|since|until|till|last|next|this|early|late|mid|during|from|to|and|or|between|through|before|after|"
    r"for|on|past|previous|that|around|about|throughout|starting|beginning|ending|end|as|a|the)[\s-]$|[-–—(/:]\s?$"
)
_SURE_OF_A_MONTH = re.compile(
    r"\b(?:in|by|since|until|till|during|last|next|this|early|late|mid|after|before|of)[\s-]$"
)
_NAME_WORDS = frozenset(
    {"may", "march", "april", "june", "august", "jan", "mar", "dec", "sep", "sun", "sat", "mon"}
)
_IN_NAME = re.compile(
    r"(?:Black|Good|Bloody|Ash|Super|Fat|Cyber|Palm|Easter|Casual|Girl|Freaky|Ruby|Shrove|Holy|Maundy|Theresa|"
    r"Hollow|White|Red|Operation|Mr\.|Ms\.|Mrs\.|Miss|Sen\.|Rep\.|Dr\.)\s$"
)
_RECURS = re.compile(r"(?:every|each|most|alternate|per)\s$", re.IGNORECASE)
_LEADS_TO_A_SEASON = re.compile(
    r"\b(?:in|by|during|of|since|until|till|through|over|for|last|this|next|that|early|late|mid|into|from|to|and|"
    r"before|after|between|throughout)[\s-](?:the\s|late\s|early\s|following\s|coming\s|previous\s|past\s)?$"
)


def year_reference(words: str | None) -> tuple[str, int] | None:
    """What "of last year", "of that year" names: counted from now or from the last date told, and how far."""
    if not words:
        return None
    which = words.split()
    if which[0] in ("last", "next") or which == ["this", "year"]:
        return ("now", {"last": -1, "next": 1, "this": 0}[which[0]])
    return ("told", {"previous": -1, "following": 1, "next": 1}.get(which[1], 0))


def _calendar(match: re.Match[str], **fields: Any) -> Mention:
    groups = match.groupdict()
    if groups.get("year"):
        fields["year"] = full_year(groups["year"].lstrip("'’"))
    elif groups.get("ref"):
        fields["year_ref"] = year_reference(groups["ref"])
    if groups.get("month"):
        fields["month"] = month_number(groups["month"])
    if groups.get("day"):
        fields["day"] = day_number(groups["day"])
    if groups.get("last"):
        fields["last_day"] = day_number(groups["last"])
        joint = match.string[match.end("day") : match.start("last")]
        if "and" in joint or "&" in joint:
            fields["unit"] = "and"
        fields["value"] = f"{match.end('day')} {match.start('last')}"
    if groups.get("weekday"):
        fields["weekday"] = weekday_number(groups["weekday"])
    return Mention("calendar", match.start(), match.end(), **fields)


def _full(match: re.Match[str], text: str) -> Mention | None:
    return _calendar(match)


def _month_day(match: re.Match[str], text: str) -> Mention | None:
    word = match["month"].rstrip(".")
    if word in ("may", "march") and not text[match.start()].isupper():
        return None
    return _calendar(match)


def _month(match: re.Match[str], text: str) -> Mention | None:
    """A month without a day; a bare one that may be a name or a verb must follow a word that leads to a
    month.
    """
    word, start = match["month"].rstrip("."), match.start()
    dated = bool(match["year"] or match["ref"])
    if not text[start].isupper() and (
        word in ("may", "march", "mar", "sep", "dec", "jan") or (not dated and len(word) < 4)
    ):
        return None
    before = text[max(0, start - 12) : start].lower()
    if not dated and word in _NAME_WORDS:
        if not _LEADS_TO_A_MONTH.search(before):
            return None
        following = text[match.end() : match.end() + 8]
        if _SURE_OF_A_MONTH.search(before) is None and re.match(r"\s(?:[A-Z][a-z]|on\s|of\s)", following):
            return None
    if (
        not dated
        and len(word) <= 3
        and word != "may"
        and not (match["month"].endswith(".") or _LEADS_TO_A_MONTH.search(before))
    ):
        return None
    if not dated and _IN_NAME.search(text[max(0, start - 10) : start]):
        return None
    return _trim_dot(_calendar(match), match, text)


def _trim_dot(mention: Mention, match: re.Match[str], text: str) -> Mention:
    """Leave out a full stop that ends the sentence and belongs to no abbreviation."""
    word = text[mention.start : mention.end]
    if word.endswith(".") and (
        len(word) > 6 or word.lower()[:-1] in ("march", "april", "may", "june", "july")
    ):
        mention.end -= 1
    return mention


def _weekday(match: re.Match[str], text: str) -> Mention | None:
    start, word = match.start(), match["weekday"].rstrip(".")
    if _RECURS.search(text[max(0, start - 10) : start]) or _IN_NAME.search(text[max(0, start - 10) : start]):
        return Mention("nothing", start, match.end())
    uncertain = word in ("sun", "sat", "mon") and not match["rest"]
    if len(word) < 6 and (uncertain or not text[start].isupper()):
        return None
    if re.match(
        r"\s(?:Times|Telegraph|Mail|Herald|Post|Express|Mirror|Agreement|Accord|Night\sLive|School)\b",
        text[match.end() : match.end() + 12],
    ):
        return Mention("nothing", start, match.end())
    mention = _calendar(match)
    rest = " ".join((match["rest"] or "").split())
    if rest.endswith("week"):
        mention.kind, mention.unit = "deictic", "weekday"
        mention.offset = {"last": -1, "this": 0, "next": 1, "previous": -1, "following": 1}[rest.split()[-2]]
    return _trim_dot(mention, match, text)


def _season(match: re.Match[str], text: str) -> Mention | None:
    before = text[max(0, match.start() - 22) : match.start()].lower()
    code = SEASON_CODE[match["season"]]
    if not (match["year"] or match["ref"]) and not _LEADS_TO_A_SEASON.search(before):
        return None
    if match["season"] == "fall" and not (match["year"] or match["ref"]):
        if re.match(r"\sof\s", text[match.end() : match.end() + 4]):
            return None
        if not re.search(
            r"\b(?:the|last|this|next|that|in|by|late|early|since|until|following|past)\s$", before
        ):
            return None
    return _calendar(match, part=code)


def _quarter(match: re.Match[str], text: str) -> Mention | None:
    ordinal = match["nth"]
    number = (
        {"last": 4, "final": 4, "latter": 2}.get(ordinal)
        or ORDINAL.get(ordinal)
        or int(ordinal.strip("qstndrh"))
    )
    if match["piece"] == "half":
        if number > 2 and ordinal not in ("last", "final"):
            return None
        return _calendar(match, part=39 + min(number, 2))
    return _calendar(match, part=32 + number) if number <= 4 else None


def _nth_week(match: re.Match[str], text: str) -> Mention | None:
    number = {"last": -1, "final": -1}.get(match["nth"]) or ORDINAL[match["nth"]]
    return _calendar(match, nth_week=number) if number <= 4 else None


def _nth_day(match: re.Match[str], text: str) -> Mention | None:
    number = {"last": 32, "final": 32}.get(match["nth"]) or ORDINAL[match["nth"]]
    return _calendar(match, day=number) if number <= 32 else None


def _century(match: re.Match[str], text: str) -> Mention | None:
    number = ORDINAL.get(match["nth"]) or int(match["nth"].rstrip("stndrh"))
    value = f"{number - 1:02d}XX"
    return Mention("fixed", match.start(), match.end(), value=value) if 2 <= number <= 22 else None


def _decade(match: re.Match[str], text: str) -> Mention | None:
    return Mention("fixed", match.start(), match.end(), value=f"19{DECADE_WORD[match['decade']]}X")


_FEASTS: dict[str, tuple[int, int]] = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "christmas day": (12, 25),
    "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26),
    "valentine's day": (2, 14), "independence day": (7, 4),
    "fourth of july": (7, 4), "veterans day": (11, 11), "halloween": (10, 31), "inauguration day": (1, 20),
    "armistice day": (11, 11),
}  # fmt: skip
_FEAST = "|".join(
    sorted((f.replace("'", "['’]").replace(" ", r"\s") for f in _FEASTS), key=len, reverse=True)
)


def _feast(match: re.Match[str], text: str) -> Mention | None:
    if not text[match.start()].isupper() or _IN_NAME.search(text[max(0, match.start() - 10) : match.start()]):
        return None
    if re.match(r"\sIslands?\b", text[match.end() : match.end() + 9]):
        return None
    month, day = _FEASTS[" ".join(match["feast"].replace("’", "'").split())]
    return _calendar(match, month=month, day=day)


def _election(match: re.Match[str], text: str) -> Mention | None:
    if match["year"] and int(match["year"]) % 2 == 0 and int(match["year"]) > 1845:
        value = election_day(int(match["year"])).isoformat()
        return Mention("fixed", match.start(), match.end(), value=value)
    return Mention("campaign", match.start(), match.end(), unit="day", offset=0)


def _closing_weeks(match: re.Match[str], text: str) -> Mention | None:
    """The final days, weeks or months of the campaign: so many of them, two for "couple", three when not
    said.
    """
    count = count_of(match["count"]) if match["count"] else {"day": 7, "week": 3, "month": 2}[match["unit"]]
    year = int(match["year"]) if match["year"] else None
    return Mention("campaign", match.start(), match.end(), year=year, unit=match["unit"], offset=count)


_NTH = rf"(?P<nth>{ORDINAL_WORD}|[1-4](?:st|nd|rd|th)|last|final|latter)"
_ORDINAL_TRIGGERS = (*(o for o in ORDINAL if "-" not in o), "last", "final", "latter")

RULES: tuple[tuple[Iterable[str], str, Callable[[re.Match[str], str], Mention | None]], ...] = (
    (WEEKDAY_NUMBER, _WEEKDAY + _MONTH_DAY, _full),
    (WEEKDAY_NUMBER, _WEEKDAY + _DAY_MONTH, _full),
    (
        WEEKDAY_NUMBER,
        rf"(?P<weekday>{WEEKDAY})(?P<rest>(?:,?\s(?:of\s)?(?:last|this|next|the\sprevious|the\sfollowing)\sweek)|{PART_OF_DAY})?",
        _weekday,
    ),
    (MONTH_NUMBER, _MONTH_DAY, _month_day),
    (MONTH_NUMBER, rf"(?P<month>{MONTH})-(?P<day>\d\d?)-(?P<year>\d{{4}})(?!\d)", _full),
    (MONTH_NUMBER, rf"(?P<month>{MONTH})" + _ITS_YEAR, _month),
    (
        SEASON_CODE,
        rf"(?P<season>{SEASON})(?:,?\s(?:of\s)?{_YEAR}(?:[-–/]\d{{2,4}})?|,?\s(?:of\s)?(?P<ref>{YEAR_REF}))?",
        _season,
    ),
    (
        _ORDINAL_TRIGGERS,
        rf"{_NTH}[\s-](?P<piece>quarter|half)(?:\s(?:of\s|in\s)?(?:the\s)?(?:fiscal\s(?:year\s)?)?(?:{_YEAR}|(?P<ref>{YEAR_REF})))",
        _quarter,
    ),
    (
        tuple(o for o in ORDINAL if "-" not in o),
        rf"{_NTH}[\s-](?P<piece>quarter)(?![a-z])(?P<year>(?!))?(?P<ref>(?!))?(?!\s(?:mile|mark|back|century|finals?))",
        _quarter,
    ),
    (("q1", "q2", "q3", "q4"), r"(?P<nth>q[1-4])(?P<piece>)" + _ITS_YEAR, _quarter),
    (_ORDINAL_TRIGGERS, rf"{_NTH}\sweek\s(?:of|in)\s(?P<month>{MONTH}){_OF_YEAR}", _nth_week),
    (_ORDINAL_TRIGGERS, rf"{_NTH}\sday\s(?:of|in)\s(?P<month>{MONTH}){_OF_YEAR}", _nth_day),
    (ORDINAL, _DAY_MONTH, _full),
    (("twenty", "thirty"), _DAY_MONTH, _full),
    (ORDINAL, rf"(?P<nth>{ORDINAL_WORD})(?:\s(?:and|to)\s\S{1, 20})?[\s-]centur(?:y|ies)", _century),
    (DECADE_WORD, rf"(?<=the\s)(?P<decade>{'|'.join(DECADE_WORD)})", _decade),
    (DECADE_WORD, rf"(?<=early\s)(?P<decade>{'|'.join(DECADE_WORD)})", _decade),
    (
        {feast.partition(" ")[0].partition("'")[0] for feast in _FEASTS},
        rf"(?P<feast>{_FEAST})(?![a-z]){_OF_YEAR}",
        _feast,
    ),
    (("election",), rf"election\sday(?:,?\s(?:in\s|of\s)?(?P<year>{YEAR}))?", _election),
    (
        ("final", "closing", "last", "waning"),
        rf"(?:final|closing|last|waning)\s(?:(?P<count>two|three|four|five|six|couple\sof)\s)?"
        r"(?P<unit>day|week|month)s\sof\s(?:the|his|her|their|last\syear['’]s)\s"
        rf"(?:(?P<year>{YEAR})\s)?(?:presidential\s|election\s|general\s|u\.s\.\s)*(?:campaign|race)",
        _closing_weeks,
    ),
)
