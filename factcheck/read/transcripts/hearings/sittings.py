"""The days of a hearing: where each sitting opens, its day and place, who presides and who is there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.read.transcripts.hearings.labels import Label
from factcheck.read.transcripts.hearings.names import STATES, folded, state_named
from factcheck.read.transcripts.hearings.people import MEMBER, STAFF, People

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_MONTH = "|".join(MONTHS)
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:\s*(?:,|and|&|-|through|"
                   rf"to)\s*(?:(?:{_MONTH})\s+)?\d{{1,2}}\b)*,?\s+(\d{{4}})\b",
                   re.IGNORECASE)  # fmt: skip
_BANNER = re.compile(
    rf"^[ \t]*(?:\[?{_WEEKDAY}(?:\s+(?:morning|afternoon|evening))?,?[ ]+)(?:{_MONTH})\.?[ ]+\d{{1,2}},?[ "
    rf"]+\d{{4}}\]?\.?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_DATE_LINE = re.compile(
    rf"^[ \t]*(?:{_MONTH})\.?[ ]+\d{{1,2}},?[ ]+\d{{4}}\.?[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_MAY_MEET = re.compile(r"^[ \t]*+(?:The|Pursuant|This)\s", re.MULTILINE)
_MEETS = re.compile(
    r"\b(?:met|convened|reconvened|assembled|came to order|called to order|was held|were held)\b"
)
_FORMAL = re.compile(r"\bpresiding\b|\bpursuant to\b")
_CLOCK = re.compile(r"\b[ap]\.?\s?m\b|\bpresiding\b|\bnoon\b", re.IGNORECASE)
_TITLED_NAME = (
    r"(?:(?:Hon|Senator|Sen|Representative|Rep|Congressman|Congresswoman|Delegate|Chairman|Chairwoman|"
    r"Chair|Mr|Mrs|Ms|"
    r"Miss|Dr|the\s+Honorable|Honorable|Ranking\s+Member|Commissioner|General|Judge)\b\.?\s+)+"
)
_PRESIDING = re.compile(
    rf"(?P<name>{_TITLED_NAME}[A-Z][^,;:()\[\]]{{1,50}}?(?:,\s(?:Jr|Sr|II|"
    rf"III)\.?)?)\s*(?P<office>[,(\[][^;:]{{0,160}}?)?\s*"
    r"presiding",
)
_ROOM = re.compile(
    r"\b(?:in|at)\s+((?:the\s+)?(?:[Rr]oom|[Ss]uite|[A-Z])[^;]{3,140}?),\s+(?="
    + _TITLED_NAME
    + r"|and\s|with\s)"
)
_TOWN = re.compile(
    r"([A-Z][\w.’' \-]{2,40},\s+(?:D\.?\s?C|[A-Z]{2}|"
    + "|".join(map(re.escape, STATES.values()))
    + r"))\.?\s*$"
)
_PRESENT = re.compile(r"^[ \t]*(?:Staff[ ]|Also[ ]|Committee[ ]|Members?[ ])?(?:members?[ ]|staff[ "
                      r"])?present(?:[ ][\w ]{0,40})?[:.]",
                      re.IGNORECASE | re.MULTILINE)  # fmt: skip
_SENTENCE_AND_LINE_END = re.compile(r"(?<=\.)[ \t]*\n|\n[ \t]*\n")
_PRESIDES = re.compile(r"\bpresiding\b[^\n]{0,30}")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n|\n(?=[ \t]{2,}\S)")
_LISTED = re.compile(
    r"(?:Senators?|Representatives?|Reps?\.?|Sens?\.?|Members?|Messrs\.?|Mmes\.?|Mesdames|Mr\.|Mrs\.|Ms\.|"
    r"Miss|Dr\.|Delegates?|"
    r"Chair(?:man|woman)?|Congress(?:man|woman|men)|Commissioners?|Hon\.|The Honorable|and|also|Ranking "
    r"Member)\s+"
)
_ARE_STAFF = re.compile(r",\s[^,;]{0,40}\b(?:counsel|clerk|staff|investigator|assistant)\b", re.IGNORECASE)
_OVER = re.compile(r"\badjourn|\bconcluded\b|\bended\b|\bclosed\b|subject to the call", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\b(?:reconvene|recess|resume|adjourn)\w*\b[^\]]{0,90}(?:\bsame day|\bthis day|\d\s*[ap]\.?m)",
    re.IGNORECASE,
)
_ANOTHER_DAY = re.compile(
    rf"\b(?:reconvene|recess|resume)\w*\b.*\b(?:{_WEEKDAY}|{_MONTH}\s+\d|tomorrow)\b", re.IGNORECASE
)


@dataclass(slots=True)
class Sitting:
    """One day's sitting. `start` is where its banner begins, `opens` where what is said may begin."""

    start: int
    opens: int
    date: str | None = None
    place: str | None = None
    chair: str | None = None
    chair_is_chairman: bool = True
    present: tuple[str, ...] = ()


def day_in(text: str) -> str | None:
    """The first day in a text as EDTF; of "January 10 and 11, 2017" the first. None where there is none."""
    found = _DATE.search(text)
    if not found:
        return None
    day = int(found[2])
    if not 1 <= day <= 31:
        return None
    return f"{found[3]}-{MONTHS.index(found[1].lower()) + 1:02}-{day:02}"


def banners_in(text: str) -> list[tuple[int, str]]:
    """Lines that are a weekday and a date: where each begins, and the day."""
    return [(found.start(), day) for found in _BANNER.finditer(text) if (day := day_in(found[0]))]


def openings_in(text: str, *, flush: bool = False) -> list[tuple[int, int]]:
    """Paragraphs "The Committee met, pursuant to notice, at 9:35 a.m., ...": where each begins and ends.
    `flush` says that paragraphs do not begin with an indent."""
    found = []
    for opening in _MAY_MEET.finditer(text):
        first = "\n".join(text[opening.end() : opening.end() + 200].split("\n", 2)[:2]).partition(". ")[0]
        if _MEETS.search(first):
            presides = _PRESIDES.search(text, opening.end(), opening.end() + 1_200) if flush else None
            end = presides.end() if presides else _end_of_paragraph(text, opening.end(), flush)
            if end - opening.start() < 1_500 and _CLOCK.search(text, opening.end(), end):
                found.append((opening.start(), end))
    return found


def ends_sitting(note: str) -> bool:
    """Whether a bracketed note says that the sitting is over, and not only until the afternoon."""
    return bool(_ANOTHER_DAY.search(note) or (_OVER.search(note) and not _GOES_ON.search(note)))


def sittings_of(text: str, labels: Sequence[Label], endings: Sequence[int], people: People) -> list[Sitting]:
    """The sittings of a hearing, in order. `endings` are where notes say that one is over.

    A sitting opens with "The Committee met ...", after a banner with its day; or with a banner alone, where
    somebody speaks soon after it, outside the contents.
    """
    flush = bool(labels) and not any(label.start > label.line for label in labels[:20])
    banners = banners_in(text)
    found: dict[int, Sitting] = {}
    for opening in openings_in(text, flush=flush):
        index = bisect_left(banners, (opening[0], "")) - 1
        near = banners[index] if index >= 0 and banners[index][0] >= opening[0] - 2_500 else None
        dated = near or date_before(text, opening[0])
        if dated is None and (found or not _FORMAL.search(text, *opening)):
            continue
        start = dated[0] if dated else opening[0]
        found.setdefault(start, sitting_at(text, start, opening, dated[1] if dated else None, people, flush))
    opened = sorted(found)
    for number, (at, day) in enumerate(banners):
        following = banners[number + 1][0] if number + 1 < len(banners) else len(text)
        if at in found or not _is_spoken_under(text, at, following, labels):
            continue
        index = bisect_left(opened, at) - 1
        before = found[opened[index]] if index >= 0 else None
        if (
            before is None
            or _ended(endings, before.start, at)
            or (before.date != day and _stands_apart(text, at))
        ):
            found[at] = sitting_at(text, at, None, day, people, flush)
            insort(opened, at)
    return [found[start] for start in opened]


def _is_spoken_under(text: str, at: int, following: int, labels: Sequence[Label]) -> bool:
    index = bisect_right(labels, at, key=lambda label: label.line)
    near = index < len(labels) and labels[index].line < min(following, at + 4_000)
    return near and "....." not in text[at : labels[index].line]


def _ended(endings: Sequence[int], start: int, end: int) -> bool:
    index = bisect_right(endings, start)
    return index < len(endings) and endings[index] < end


def _stands_apart(text: str, at: int) -> bool:
    """Whether a banner is one of the appropriations committees: at the right, with a period."""
    return text[at : at + 200].partition("\n")[0].rstrip().endswith(".")


def sitting_at(
    text: str, banner: int, opening: tuple[int, int] | None, date: str | None, people: People, flush: bool
) -> Sitting:
    """The sitting whose banner begins at `banner` and whose opening paragraph, if any, is `opening`."""
    if opening is None:
        end = text.find("\n", banner)
        return Sitting(banner, max(banner, end), date)
    start, end = opening
    sitting = Sitting(banner, end, date)
    met = " ".join(text[start:end].split())
    room, town = _ROOM.search(met), None
    for line in reversed(" ".join(text[banner:start].split("\n")[-12:]).split("  ")):
        if town := _TOWN.search(line.strip()):
            break
    parts = [found[1].strip() for found in (room, town) if found]
    sitting.place = ", ".join(parts) or None
    if presiding := _PRESIDING.search(met):
        sitting.chair = presiding["name"]
        people.add(sitting.chair, MEMBER)
        office = (presiding["office"] or "").lower()
        sitting.chair_is_chairman = not office.strip(" ,([") or "chair" in office
    sitting.opens, sitting.present = _present(text, end, people, flush)
    return sitting


def date_before(text: str, opening: int) -> tuple[int, str] | None:
    """A date on a line of its own shortly before an opening, where there is no banner with a weekday."""
    lines = list(_DATE_LINE.finditer(text, max(0, opening - 800), opening))
    if lines and (day := day_in(lines[-1][0])):
        return lines[-1].start(), day
    return None


def _end_of_paragraph(text: str, at: int, flush: bool) -> int:
    found = (_SENTENCE_AND_LINE_END if flush else _PARAGRAPH_END).search(text, at, at + 4_000)
    return found.start() if found else min(len(text), at + 4_000)


def _present(text: str, at: int, people: People, flush: bool) -> tuple[int, tuple[str, ...]]:
    """The lists "Present: Senators A, B of Ohio, and C." that follow an opening: their end, and the names."""
    names: list[str] = []
    for _ in range(4):
        found = _PRESENT.match(text, at + 1) or _PRESENT.match(text, at + 2)
        if not found:
            break
        end = _end_of_paragraph(text, found.end(), flush)
        listed = " ".join(text[found.end() : end].split()).rstrip(".")
        if "staff" in found[0].lower() or _ARE_STAFF.search(listed):
            names += _staff(listed, people)
        else:
            names += _members(listed, people)
        at = end
    return at, tuple(names)


def _staff(listed: str, people: People) -> list[str]:
    names = []
    for entry in listed.split(";"):
        name = entry.partition(",")[0].strip().removeprefix("and ")
        if 1 < len(name.split()) < 6 and "(" not in name and people.add(name, STAFF):
            names.append(name)
    return names


def _members(listed: str, people: People) -> list[str]:
    names = []
    for entry in re.split(r"[,;]\s*(?:and\s+)?|\s+and\s+", re.sub(r"[\[(][^\])]*[\])]", "", listed)):
        while found := _LISTED.match(entry):
            entry = entry[found.end() :]
        name, _, state = entry.strip().partition(" of ")
        words = name.split()
        if (
            not words
            or len(words) > 4
            or not words[0][:1].isupper()
            or folded(name) in ("jr", "sr", "ii", "iii")
        ):
            continue
        home = state_named(state.removeprefix("the ")) if state else None
        people.is_here(name, home)
        names.append(name if not home else f"{name} of {home}")
    return names
