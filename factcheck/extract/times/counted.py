"""Rules that count: three days ago, two weeks later, the day before, the past three years."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from factcheck.extract.times.model import Mention
from factcheck.extract.times.words import COUNT, MONTH, NUMBER, UNIT, WEEKDAY, count_of, unit_of

_COUNT = rf"(?P<count>(?:a\s)?few|several|some|many|{COUNT})"
_TURN = (
    r"(?P<turn>ago|earlier|later|from\snow|from(?=\s(?:today|tomorrow|yesterday|[a-z]+day(?![a-z])|\d))|hence|"
    r"before(?:\sthat)?|previously|prior(?:\sto)?|after(?:ward(?:s)?)?|following|back(?!\s(?:to|in|and|from)))(?![a-z])"
)
_NOUN = (
    r"(?P<noun>\s(?:(?:the|his|her|their|its|this|that|a|an|mr\.|ms\.)\s)?"
    r"(?:[a-z][\w’'.-]*\s){0,2}?[a-z][\w-]+)"
)
_COUNT_TRIGGERS = ("0", *(n for n in NUMBER if " " not in n), "several", "few", "some", "many")
_NOUN_AFTER = r"(?:(?<=before)|(?<=after)|(?<=prior\sto)|(?<=following))"
_BACK = frozenset({"ago", "earlier", "before", "previously", "prior", "back", "before that"})
_STARTS_A_DATE = re.compile(
    rf"\s(?:the\s)?(?:\d|{MONTH}(?:\s|$)|{WEEKDAY}(?:\W|$)|christmas|new\syear['’]s|election\sday|independence|thanksgiving|"
    r"today|tomorrow|yesterday|(?:last|next|this)\s)"
)


def _uncounted(match: re.Match[str], text: str) -> Mention | None:
    back = match["turn"] in _BACK
    return Mention("vague", match.start(), match.end(), value="past" if back else "future")


def _counted(match: re.Match[str], text: str) -> Mention | None:
    """Three days ago, two weeks later; "before" and "after" with a noun are counted from that happening."""
    words = " ".join(match["turn"].split())
    count = match["count"]
    vague = count in ("several", "few", "a few", "some", "many")
    number = 0 if vague else count_of(count)
    if match["half"]:
        return None
    unit = unit_of(match["unit"])
    first = words.split()[0]
    back = first in _BACK
    start = match.start()
    if vague:
        return Mention("vague", start, match.end(), value="past" if back else "future")
    kind = "deictic" if first in ("ago", "from", "hence", "back") else "anaphoric"
    if first in ("before", "after", "prior", "following") and match["noun"]:
        kind = "landmark"
    mention = Mention(
        kind, start, match.end(), unit=unit, offset=-number if back else number, which="counted"
    )
    if (kind == "landmark" and _STARTS_A_DATE.match(match["noun"])) or (first == "from" and words == "from"):
        mention.kind, mention.end = "beside", match.end("turn")
    elif kind == "landmark":
        noun = match["noun"].split()
        mention.noun = noun[-1]
        if noun[-1] in ("yesterday", "today", "tomorrow"):
            mention.kind = "deictic"
            mention.offset += {"yesterday": -1, "today": 0, "tomorrow": 1}[noun[-1]]
    return mention


def _day_beside(match: re.Match[str], text: str) -> Mention | None:
    """The day before, the year after; "the day before the hearing" is counted from that happening."""
    offset = 1 if match["turn"] in ("after", "following", "later") else -1
    unit = unit_of(match["unit"])
    if match["noun"]:
        noun = match["noun"].split()[-1]
        if noun == "last" and match["turn"] == "before":
            return Mention("deictic", match.start(), match.end(), unit=unit, offset=-2)
        if noun in ("yesterday", "tomorrow"):
            return Mention("deictic", match.start(), match.end(), unit="day", offset=2 if offset > 0 else -2)
        return Mention("landmark", match.start(), match.end(), unit=unit, offset=offset, noun=noun)
    return Mention("anaphoric", match.start(), match.end(), unit=unit, offset=offset)


def _in_count(match: re.Match[str], text: str) -> Mention | None:
    """In two weeks, within ten days: counted forward."""
    return Mention(
        "deictic",
        match.start(),
        match.end(),
        unit=unit_of(match["unit"]),
        offset=count_of(match["count"]),
        which="ahead",
    )


def _stretch(match: re.Match[str], text: str) -> Mention | None:
    """The past three years, the next ten days: from or to now."""
    number = count_of(match["count"])
    back = match["which"] in ("last", "past", "previous")
    return Mention(
        "stretch", match.start(), match.end(), unit=unit_of(match["unit"]), offset=-number if back else number
    )


RULES: tuple[tuple[Iterable[str], str, Callable[[re.Match[str], str], Mention | None]], ...] = (
    (
        ("last", "past", "this", "next", "previous", "following", "coming"),
        rf"(?P<which>last|past|next|previous|following|coming)\s(?P<count>{COUNT})\s(?P<unit>{UNIT})(?!\s(?:ago|later|earlier))",
        _stretch,
    ),
    (
        _COUNT_TRIGGERS,
        rf"{_COUNT}[\s-](?:and\sa\s)?(?P<half>half\s)?(?:full\s|calendar\s|short\s|more\s)?(?P<unit>{UNIT})\s{_TURN}(?:{_NOUN_AFTER}{_NOUN})?",
        _counted,
    ),
    (
        ("the",),
        r"the\s(?P<unit>day|night|morning|week|month|year)\s(?P<turn>before|after|following|previous|earlier|later|prior)(?![a-z])(?P<noun>\s(?:last|yesterday|tomorrow|(?:(?:the|his|her|their|its|mr\.)\s)(?:[a-z][\w’'.-]*\s){0,2}?[a-z][\w-]+))?",
        _day_beside,
    ),
    (
        ("in", "within"),
        rf"(?:in|within)\s(?:the\s)?(?:next\s)?(?P<count>{COUNT})\s"
        r"(?P<unit>days?|weeks?|months?)(?:['’]\stime)?(?=\s*(?:[.,;!?]|$))",
        _in_count,
    ),
    (
        ("days", "weeks", "months", "years", "decades", "centuries"),
        r"(?:days|weeks|months|years|decades|centuries)\s(?P<turn>ago|earlier|later|before|after)(?![a-z])",
        _uncounted,
    ),
)
