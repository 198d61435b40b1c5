"""Which person "he" or "she" means: who spoke in this paragraph, of whom it told last, who was named last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.extract.people import Cast, Person
from factcheck.extract.speaker import Speaker

PRONOUN_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_STOP = re.compile(r"[.!?…][”'\"]?\s")


class Pronouns:
    """Traces pronouns in one text; told of each statement as it is kept."""

    def __init__(self, text: str, plain: str, cast: Cast) -> None:
        self.text, self.plain, self.cast = text, plain, cast
        self._heard: dict[int, int] = {}

    def resolve(self, word: str, start: int, recent: list[Person], others: Sequence[Person] = ()) -> Speaker:
        """Whom the word at `start` means; none of `others`, whom the same clause names besides."""
        gender = PRONOUN_GENDERS.get(word)
        near = _without(others, self.cast.before(start, 700))
        recent = _without(others, recent)
        if word in ("they", "it", "we", "you", "i"):
            return Speaker(
                None, "pronoun", 0.3, tuple(p.name for p in near[:2]), flags=("ambiguous-speaker",)
            )
        order = _merge(recent[:2], near)
        told: list[Person] = []
        likely = next((p for p in recent[:2] if gender is None or p.gender in (None, gender)), None)
        if likely is not None and not self._spoke_here(likely, start):
            told = _without(others, self._told_of(start))
            order = _merge(told, order)
        fits = [p for p in order if gender is None or p.gender in (None, gender)]
        certain = [p for p in fits if p.gender == gender]
        if not fits:
            return Speaker(None, "pronoun without a person before it", 0.3, flags=("ambiguous-speaker",))
        leading = fits[0] in certain or fits[0] in recent[:1] or fits[0] in told[:1]
        best = fits[0] if leading or not certain else certain[0]
        rest = tuple(p.name for p in fits if p is not best)[:3]
        flags = ("ambiguous-speaker",) if len(certain or fits) > 1 and best not in recent[:1] else ()
        return Speaker(
            best.name,
            f"pronoun “{word}”",
            0.75 if not flags else 0.6,
            (best.name, *rest) if flags else (),
            best,
            None,
            flags,
        )

    def heard(self, person: Person, offset: int) -> None:
        """Remember that a person's words stand there: "she" after them is likely to be that person."""
        self._heard[id(person)] = offset

    def _spoke_here(self, person: Person, start: int) -> bool:
        """Whether the person's words, or nobody's name, stand earlier in this paragraph."""
        offset = self._heard.get(id(person), start)
        return offset < start and "\n" not in self.text[offset:start]

    def _told_of(self, start: int) -> list[Person]:
        """Of whom this paragraph told last: the persons of the last sentence that names any, in order. Of the
        running sentence only the one with whom it begins.
        """
        lowest = max(self.text.rfind("\n", 0, start) + 1, start - 600)
        stops = [lowest, *(m.end() for m in _STOP.finditer(self.plain, lowest, start)), start]
        for at in range(len(stops) - 1, 0, -1):
            named = self.cast.at(stops[at - 1], stops[at], for_themselves=True)
            if named and at == len(stops) - 1:
                begins = self.cast.first_in(named[0], stops[at - 1], stops[at]) - stops[at - 1]
                return named if len(named) == 1 and begins < 30 else []
            if named:
                return named
        return []


def _without(others: Sequence[Person], persons: list[Person]) -> list[Person]:
    return [person for person in persons if all(person is not other for other in others)]


def _merge(first: list[Person], then: list[Person]) -> list[Person]:
    merged = list(first)
    merged += [person for person in then if all(person is not other for other in merged)]
    return merged
