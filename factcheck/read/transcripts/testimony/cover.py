"""The cover of a deposition or a trial day: whose testimony, when and where taken, and for whom."""

from __future__ import annotations

import re
from datetime import date

from factcheck.core.light import dataclass
from factcheck.read.transcripts.testimony.spelt_names import joined_letters, written

MAX_COVER = 60_000
"""Code points of front matter that are looked at: cover, appearances, stipulations, index of exhibits."""

_MONTHS_IN_ORDER = "january february march april may june july august september october november december"
MONTHS = _MONTHS_IN_ORDER.split()
_MONTH = r"(?P<month>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + r")"
_DATE = re.compile(
    rf"\b(?:{_MONTH}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?{_MONTH.replace('month', 'month2')}\.?,?\s+"
    rf"(?:A\.D\.\s*)?"
    r"(?P<year2>(?:19|20)\d\d)|(?P<iso>(?:19|20)\d\d-\d\d-\d\d))\b",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\b(?:taken|held|date|dated|day|commenc\w+|conducted|reported|on|convened|sitting|heard"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_NOT_TAKEN = re.compile(
    r"\b(?:filed|subpoena|notice|complaint|dated|signed|expires?|born|indict\w*)\b", re.IGNORECASE
)

_DEPOSED = re.compile(
    r"^(?P<before>[^\n]{0,100}?)\b(?P<what>DEPOSITION|EXAMINATION\s+BEFORE\s+TRIAL|EXAMINATION\s+UNDER\s+OATH"
    r"|EXAMINATION\s+FOR\s+DISCOVERY|SWORN\s+STATEMENT|INTERVIEW)\b(?P<how>[^\n]{0,40}?)\bOF\b[ \t]*:?"
    r"(?P<rest>[^\n]{0,160})$",
    re.IGNORECASE | re.MULTILINE,
)
_NAMED = re.compile(
    r"^[ \t]*(?:NAME OF )?(?:WITNESS|DEPONENT|EXAMINEE)[ \t]*:[ \t]*(?P<rest>[^\n]{2,80})$",
    re.MULTILINE | re.IGNORECASE,
)
_NAME_ENDS = re.compile(
    r"[;()\t—–|]|\s-+\s|--|\s{3,}|,(?!\s*(?:Jr|Sr|II|III|IV)\b)|\b(?:taken|on|volume|vol|by|through|held|before|in|at|pursuant"
    r"|conducted|called|having|was|is|as|produced|a witness|page|job|pages|case|no|designee|via|who|upon"
    r"|date)\b(?!\.)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:AMBASSADOR|SENATOR|REPRESENTATIVE|CONGRESS(?:MAN|WOMAN)|SECRETARY|GOVERNOR|ADMIRAL"
    r"|(?:LIEUTENANT )?COLONEL|(?:LIEUTENANT|MAJOR|BRIGADIER) GENERAL)[ ]+(?!OF\b)",
    re.IGNORECASE,
)
_ENTITY = re.compile(
    r"\b30\s?\(\s?b\s?\)\s?\(\s?6\s?\)|\b(?:person|individual)s? most (?:knowledgeable|qualified)|\bPM[KQ]\b"
    r"|\bcorporate (?:representative|designee)|\bits? (?:designee|designated representative|representative)\b"
    r"|\borganizational (?:witness|deponent)|\brule 57\.03\b|\b199\.2\(b\)\(1\)",
    re.IGNORECASE,
)
_THROUGH = re.compile(
    r"\b(?:by and through|through|by)\s+(?:its\s+)?(?:(?:corporate|designated|authorized|rule"
    r"|30\(b\)\(6\))\s+)*"
    r"(?:representative|designee|witness|agent)?\s*[,:—–-]*\s*(?P<name>"
    r"(?:[^\W\d_][\w.'’-]*[ ]+){1,3}[^\W\d_][\w'’-]+(?:,?[ ](?:(?:Jr|Sr)\b\.?|(?:II|III|IV)\b))?)",
    re.IGNORECASE,
)
_VOLUME = re.compile(r"\b(?:VOLUME|VOL\.?)[ \t]+(?P<number>[IVX]{1,5}|\d{1,3})\b", re.IGNORECASE)
_PLACE = re.compile(
    r"^[ \t]*(?:PLACE|LOCATION|LOCATION OF \w+|HELD AT|TAKEN AT)[ \t]*:?[ \t]+(?P<place>\S[^\n]{3,120})$",
    re.MULTILINE,
)
_PLACE_AT = re.compile(
    r"\b(?i:taken|held|conducted|deposition)\b[^.;]{0,160}?\bat\s+(?!\d{1,2}:\d|\d{1,2}\s+[ap]\.?m)(?P<place>(?:the|[A-Z0-9])[^;]{4,200}?)"
    r"(?=,?\s+(?:on|commencing|beginning|before|pursuant|at\s+(?:\d|approx)|starting|reported|and\b)\b"
    r"|\.\s|;|\n[ \t]*\n|\Z)",
)
_TOWN = re.compile(
    r"^[ \t]*(?P<place>[A-Z][\w.' ]{2,30},[ ]+(?:[A-Z]\.[ ]?[A-Z]\.|[A-Z][a-z]+(?: [A-Z][a-z]+)?"
    r"|[A-Z]{2}))[ \t]*$",
    re.MULTILINE,
)
_VERSUS = re.compile(
    r"^[ \t]*-?(?:v\.?|vs\.?|versus|against)-?\b[^\n]{0,120}$|(?<=\S)[ \t](?:v|vs)\.[ \t](?=\S)",
    re.MULTILINE | re.IGNORECASE,
)
_PARTY = re.compile(r"[^\W\d_][^\n:)(|]{1,80}")


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover says. `entity`: the witness speaks for an organisation. `dated` is the date as printed,
    `day` the same as EDTF; what is not said is None."""

    witness: str | None = None
    entity: bool = False
    day: str | None = None
    dated: str | None = None
    place: str | None = None
    volume: str | None = None
    parties: str | None = None


def cover_of(text: str, start: int, end: int) -> Cover:
    """What the front matter `text[start:end]` says."""
    front = text[start : min(end, start + MAX_COVER)]
    deposed = _deposed(front)
    day, dated, at = _day(front)
    volume = _VOLUME.search(front)
    return Cover(
        witness=deposed,
        entity=_ENTITY.search(front) is not None,
        day=day,
        dated=dated,
        place=_place(front, at),
        volume=volume["number"].upper() if volume else None,
        parties=_parties(front),
    )


def _deposed(front: str) -> str | None:
    for found in _DEPOSED.finditer(front):
        name = _name_at_start(found["rest"]) or _name_below(front, found.end())
        if name and _ENTITY.search(front):
            through = _THROUGH.search(" ".join(front[found.start("rest") : found.end() + 300].split()))
            if through and (deputy := _name_at_start(through["name"])):
                return deputy
        if name:
            return name
    named = _NAMED.search(front)
    return _name_at_start(named["rest"]) if named else None


def _name_below(front: str, at: int) -> str | None:
    rows = [row.strip() for row in front[at : at + 400].split("\n") if row.strip(" \t-_=*)|:x")][:2]
    for row in rows:
        tail = re.split(r"[)|:]\s{2,}", row)[-1]
        if name := _name_at_start(tail):
            return name
    return None


def _name_at_start(printed: str) -> str | None:
    """The person's name with which a stretch of a cover begins."""
    row = joined_letters(printed.lstrip(" \t:.-–—)|").rstrip(" \t:-–—)|"))
    row = _OFFICE.sub("", row, count=1) if _OFFICE.match(row) else row
    ends = _NAME_ENDS.search(row)
    name = written(row[: ends.start()] if ends else row)
    if name.endswith(".") and not name.endswith(("Jr.", "Sr.")):
        name = name.rstrip(".")
    words = name.split()
    if not 1 < len(words) <= 6 or not all(word[0].isalpha() for word in words):
        return None
    return name if words[0][0].isupper() and words[-1][0].isupper() else None


def _day(front: str) -> tuple[str | None, str | None, int]:
    """The day on which testimony was taken: a date that stands with such a word, else the only one."""
    dates = [(found, day) for found in _DATE.finditer(front) if (day := _edtf(found))]
    for found, day in dates:
        before = front[max(0, found.start() - 60) : found.start()]
        line = before.rsplit("\n", 1)[-1]
        alone = not line.strip() and not front[found.end() : found.end() + 60].split("\n")[0].strip(" .,")
        if (alone or _TAKEN.search(before)) and not _NOT_TAKEN.search(line):
            return day, " ".join(found.group().split()), found.start()
    if len({day for _, day in dates}) == 1:
        found, day = dates[0]
        return day, " ".join(found.group().split()), found.start()
    return None, None, -1


def _edtf(found: re.Match[str]) -> str | None:
    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
    else:
        name = (found["month"] or found["month2"])[:3].lower()
        month = next(place for place, full in enumerate(MONTHS, start=1) if full.startswith(name))
        day, year = int(found["day"] or found["day2"]), int(found["year"] or found["year2"])
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _place(front: str, dated_at: int) -> str | None:
    if found := _PLACE.search(front) or _PLACE_AT.search(front):
        return " ".join(found["place"].split()).strip(" ,.")
    if dated_at >= 0:
        near = front[max(0, dated_at - 120) : dated_at + 120]
        if found := _TOWN.search(near):
            return found["place"].strip()
    return None


def _parties(front: str) -> str | None:
    """The two sides of a caption, as people cite it: "United States of America v. Miles Guo"."""
    found = _VERSUS.search(front)
    if not found:
        return None
    row_start = front.rfind("\n", 0, found.start()) + 1
    if front[row_start : found.start()].strip():
        row_end = front.find("\n", found.end())
        row = front[row_start : row_end if row_end >= 0 else len(front)].strip()
        if len(row) <= 120 and row[:1].isalpha():
            return " ".join(row.split())
        return None
    above = [row for row in front[: found.start()].split("\n") if row.strip(" -_=x:)|")]
    below = [row for row in front[front.find("\n", found.start() + 1) :].split("\n") if row.strip(" -_=x:)|")]
    first = next((name for row in reversed(above) if (name := _party(row))), None)
    second = next((name for row in below[:4] if (name := _party(row))), None)
    return f"{first} v. {second}" if first and second else None


def _party(row: str) -> str | None:
    found = _PARTY.search(row)
    if not found:
        return None
    name = found.group().split(",")[0].strip()
    if name.rstrip("s.,").lower() in (
        "plaintiff",
        "defendant",
        "petitioner",
        "respondent",
        "claimant",
        "et al",
    ):
        return None
    small = {"of", "and", "the", "in", "for"}
    words = [(w.lower() if k and w.lower() in small else w) for k, w in enumerate(written(name).split())]
    return " ".join(words) or None
