"""Words that take up persons named together: "the two", "both men", "the pair"."""

from __future__ import annotations

import re

from factcheck.extract.people import Cast, Person

_WOMEN = ("women", "sisters", "wives")
_MEN = ("men", "brothers")
_TWO = ("two", "pair", "duo", "couple", *_MEN, *_WOMEN)
GROUP_WORDS = frozenset(
    [
        "both", "two", "the pair", "the two", "both of them", "the duo", "the couple", "the trio", "neither",
        "each", "both men", "both women", "the three", "neither man", "neither woman", "one", "either",
        *(f"{lead} {noun}" for lead in ("the", "the two", "these two") for noun in (*_MEN, *_WOMEN)),
    ]
)  # fmt: skip
"""Phrases that are never anybody's name; what they stand for is looked up in what was said before."""

_STOP = re.compile(r"[.!?…]”?\s")
_REACH = 900


def named_together(plain: str, cast: Cast, offset: int, phrase: str) -> list[Person]:
    """The two persons named in the last sentence before `offset` that names two; none if it names more.

    "The women" are two that may be women, by what the text tells of them.
    """
    if not phrase.endswith(_TWO) and phrase not in ("both", "both of them"):
        return []
    lowest = max(0, offset - _REACH)
    stops = [lowest, *(match.end() for match in _STOP.finditer(plain, lowest, offset)), offset]
    gender = "f" if phrase.endswith(_WOMEN) else "m" if phrase.endswith(_MEN) else None
    for at in range(len(stops) - 1, 0, -1):
        named = cast.at(stops[at - 1], stops[at], for_themselves=True)
        fitting = [person for person in named if gender is None or person.gender in (None, gender)]
        if len(fitting) == 2:
            return fitting
        if len(fitting) > 2:
            return []
    return []
