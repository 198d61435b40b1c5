"""Happenings told by a noun: "a talk between A and B took place", "at his May 3 hearing, A …"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.core.light import dataclass
from factcheck.extract.clauses import UNREAL, clause_of
from factcheck.extract.event_circumstances import times_of
from factcheck.extract.happenings import EVENT_NOUNS, TAKES_PLACE
from factcheck.extract.people import Cast, Person
from factcheck.extract.prose import Prose
from factcheck.extract.times import TimeExpression
from factcheck.extract.tokens import Token
from factcheck.extract.wordlists import words

_PLANNED = words(
    "will next upcoming would scheduled planned expected cancelled canceled postponed scrapped until"
)
_UNREAL = (UNREAL - {"to"}) | _PLANNED
_STOPS = words("a an the his her their at in during one its this that")


@dataclass(frozen=True, slots=True)
class Named:
    """A happening that a noun tells, with its title, persons, date and token range."""

    title: str
    first: int
    last: int
    noun: int
    sort: str
    persons: tuple[Person, ...]
    time: TimeExpression


def find_named(prose: Prose, cast: Cast, tokens: list[Token]) -> Iterator[Named]:
    for at, token in enumerate(tokens):
        sort = EVENT_NOUNS.get(token.lower)
        if (
            sort is None
            or not at
            or token.text == "Party"
            or any(t.lower in _UNREAL for t in tokens[max(0, at - 8) : at + 9])
        ):
            continue
        held = _takes_place(tokens, at)
        between = token.lower == "conversation" and at + 1 < len(tokens) and tokens[at + 1].lower == "between"
        last = -1
        if held is not None or between:
            last = clause_of(tokens, held or at, -1, len(tokens))[1]
        elif sort == "gathering" and _date_beside(prose, tokens, at):
            comma = next(
                (i for i in range(at, len(tokens)) if tokens[i].text in (",", ";", "—")), len(tokens)
            )
            last = min(len(tokens), comma + 14 if comma < at + 4 else comma)
        found = _named(prose, cast, tokens, at, last, sort) if last > 0 else None
        if found is not None:
            yield found


def _stands_in(tokens: list[Token], head: int) -> bool:
    """Whether the phrase says where people were, "at his May 3 hearing", or is itself what took place."""
    lead = [token.lower for token in tokens[max(0, head - 6) : head]]
    return not lead or any(word in ("at", "during", "in", "attended") for word in lead) or head < 3


def _takes_place(tokens: list[Token], at: int) -> int | None:
    for i in range(at + 1, min(at + 22, len(tokens) - 1)):
        if tokens[i].lower in TAKES_PLACE and tokens[i + 1].lower in (
            "place",
            "held",
            "on",
            "in",
            "at",
            "last",
        ):
            return i
    return None


def _date_beside(prose: Prose, tokens: list[Token], at: int) -> bool:
    start, end = tokens[max(0, at - 7)].start, tokens[min(len(tokens) - 1, at + 6)].end
    return bool(times_of(prose, start, end))


def _named(prose: Prose, cast: Cast, tokens: list[Token], at: int, last: int, sort: str) -> Named | None:
    start, end = tokens[0].start, tokens[min(last, len(tokens)) - 1].end
    times = times_of(prose, start, end)
    persons = cast.at(start, end, for_themselves=True)
    if not persons or not times:
        return None
    head = at
    while head > 0 and tokens[head - 1].word and tokens[head - 1].lower not in _STOPS and at - head < 5:
        head -= 1
    while (head < at and prose.times_in(tokens[head].start, tokens[head].end + 1)) or tokens[head].text[
        0
    ].isdigit():
        head += 1
    name = prose.text[tokens[head].start : tokens[at].end]
    if (sort == "contact" and len(persons) < 2) or (sort == "gathering" and not _stands_in(tokens, head)):
        return None
    near = min(times, key=lambda time: abs(time.start - tokens[at].start))
    if sort == "contact" and len(persons) > 1:
        article = "an" if name[:1].lower() in "aeio" else "a"
        title = f"{persons[0].name} and {persons[1].name} had {article} {name}"
    else:
        title = f"{persons[0].name} took part in the {name}"
        persons = persons[:1]
    return Named(title, 0, last, at, sort, tuple(persons), near)
