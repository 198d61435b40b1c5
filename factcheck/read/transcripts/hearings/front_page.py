"""The front page of a hearing: its title and the days printed on it; never the year of the imprint."""

from __future__ import annotations

import re

from factcheck.read.transcripts.hearings.sittings import day_in

_LOOKED_AT = 12_000
_RULE = re.compile(r"^[ \t]*={20,}[ \t]*$", re.MULTILINE)
_BRACKETED = re.compile(r"^[ \t]*\[[^\n]*\][ \t]*$")
_NUMBER = re.compile(
    r"S\.\s?(?:Hrg|Prt)\.|Serial|J-\d|\[?H\.A\.S\.C|Report No|\d{2,3}(?:th|st|nd|rd) Congress|VOLUME\b|"
    r"HEARINGS?$|"
    r"BEFORE THE|\W*$",
    re.IGNORECASE,
)
_NOT_TITLES = re.compile(
    r"COMMITTEE|HOUSE OF|UNITED STATES SENATE|CONGRESS\b|HEARING|SESSION|STATEMENT|TESTIMONY|\w+ \d+, \d{4}",
    re.IGNORECASE,
)
_DATES = re.compile(
    r"^[ \t]*+(?:(?:HEARING|MEETING) HELD[ \t]++)?(?P<days>(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|"
    r"AUGUST|SEPTEMBER|OCTOBER|"
    r"NOVEMBER|DECEMBER)\s+\d{1,2}\b[^\n]{0,100}?\d{4})\.?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


def title_in(text: str) -> str | None:
    """The hearing's title: the lines above the rule of equals signs, or the first that are no committee's
    name nor a number of a series."""
    top = text[:_LOOKED_AT]
    if "COMMITTEE" not in top.upper():
        return None
    rule = _RULE.search(top)
    above = top[: rule.start()] if rule else top[:3_000]
    paragraphs = [
        [line.strip() for line in block.split("\n") if line.strip()]
        for block in re.split(r"\n[ \t]*\n", above)
    ]
    kept = []
    for block in paragraphs:
        lines = [line for line in block if not _BRACKETED.match(line) and not _NUMBER.match(line)]
        if lines and (rule or not _NOT_TITLES.match(lines[0])):
            kept.append(" ".join(lines))
    if not kept:
        return None
    title = kept[-1] if rule else kept[0]
    is_title = 3 < len(title) < 600 and (rule is not None or title.isupper())
    return " ".join(title.split()) if is_title else None


def day_on_front(text: str) -> tuple[str, str] | None:
    """The first day on the front page as EDTF, and the line that says it."""
    found = _DATES.search(text[:_LOOKED_AT])
    if found and (day := day_in(found["days"])):
        return day, found["days"].strip()
    return None
