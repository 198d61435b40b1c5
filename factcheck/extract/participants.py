"""Who took part: the subject of a happening's verb, and the persons named after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.core.light import dataclass
from factcheck.extract.cues import CUE_WORDS
from factcheck.extract.people import Cast, Person
from factcheck.extract.phrases import subject_before
from factcheck.extract.prose import Prose
from factcheck.extract.report import Report
from factcheck.extract.speakers import Resolver
from factcheck.extract.tokens import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    NEGATIONS,
    PAST,
    PREPOSITIONS,
    PRONOUNS,
    Token,
    is_adverb,
)
from factcheck.extract.wordlists import words

_CAPACITY = re.compile(
    r"\bin (?:his|her|their) (?:capacity|role) as (?:an? |the )?([^,;.]+?)(?= rather than| and not|[,;.]|$)"
)
_TOGETHER = (("by", "to", "from"), ("with", "by", "to", "alongside"))
"""Prepositions before those who took part: of acts, and of meetings and calls."""


def _is_plain_verb(token: Token) -> bool:
    """Whether "to" before this word makes an infinitive."""
    return (
        token.word and not token.capital and token.lower not in DETERMINERS and not token.lower.endswith("s")
    )


@dataclass(frozen=True, slots=True)
class Subject:
    """Of whom a clause tells: `persons` if they are known, `words` as a title may begin with them."""

    words: str
    persons: tuple[Person, ...]


class Participants:
    """Finds who took part in what a clause tells."""

    def __init__(self, prose: Prose, cast: Cast, resolver: Resolver) -> None:
        self.prose, self.cast, self.resolver = prose, cast, resolver

    def subject(self, tokens: list[Token], at: int, reports: list[Report]) -> Subject | None:
        """The subject of the verb at `at`; None where it is a word like "they" that leads to nobody."""
        if tokens[at].lower == "joining":
            persons = self.cast.at(tokens[0].start, tokens[-1].end, for_themselves=True)[:1]
            return Subject(persons[0].name, tuple(persons)) if persons else None
        first_verb = at
        while first_verb > 0 and (
            tokens[first_verb - 1].lower in AUXILIARIES | BE or is_adverb(tokens[first_verb - 1])
        ):
            first_verb -= 1
        if first_verb and tokens[first_verb - 1].lower == "and" and first_verb > 1:
            return self._shared(tokens, first_verb - 1, self._teller(tokens, at, reports))
        if first_verb > 2 and tokens[first_verb - 1].lower == "who" and tokens[first_verb - 2].text == ",":
            first_verb -= 2
        place = subject_before(tokens, first_verb)
        teller = self._teller(tokens, at, reports)
        return self._of_phrase(tokens, *place, teller, self._met(tokens, at)) if place is not None else None

    def _met(self, tokens: list[Token], at: int) -> list[Person]:
        """Who is named right behind the verb: "he met Rao" does not tell of Rao's meeting himself."""
        return self.cast.at(
            tokens[at].end, tokens[min(at + _OBJECT, len(tokens) - 1)].end, for_themselves=True
        )

    def _teller(self, tokens: list[Token], at: int, reports: list[Report]) -> list[Person]:
        """Who reports this: "she" in "Frank told jurors she destroyed them" is likely to be Frank."""
        for report in reversed(reports):
            if report.subject and any(first <= at < last for first, last in report.content):
                first, last = report.subject
                found = self.resolver.resolve(
                    tokens[first].start, tokens[last - 1].end, tokens[last - 1].end, []
                )
                return [found.person] if found.person is not None else []
        return []

    def _shared(self, tokens: list[Token], joint: int, teller: list[Person]) -> Subject | None:
        """ "Pell flew to Oslo and met Rao": the subject of the verb before."""
        for at in range(joint - 1, max(0, joint - 14), -1):
            if tokens[at].text in (";", ":"):
                return None
            if tokens[at].lower.endswith("ed") or tokens[at].lower in PAST:
                place = subject_before(tokens, at)
                if place is not None:
                    return self._of_phrase(tokens, *place, teller)
        return None

    def _of_phrase(
        self,
        tokens: list[Token],
        first: int,
        last: int,
        described: int,
        teller: list[Person],
        others: Sequence[Person] = (),
    ) -> Subject | None:
        start, end = tokens[first].start, tokens[last - 1].end
        words = " ".join(self.prose.text[start:end].split())
        persons = self.resolver.group(start, end)
        if persons:
            return Subject(" and ".join(person.name for person in persons), tuple(persons))
        if self.resolver.is_group(start, end):
            return None
        joined = self._joined(tokens, first, last)
        if len(joined) > 1:
            return Subject(" and ".join(person.name for person in joined), tuple(joined))
        near = teller or [person for person in self.cast.before(start, 600) if person not in others]
        told = tokens[max(last, min(described, len(tokens))) - 1].end
        found = self.resolver.resolve(start, end, told, near[:1], others)
        if found.person is not None:
            return Subject(found.person.name, (found.person,))
        if tokens[first].lower in PRONOUNS or found.name is None:
            return None
        if tokens[first].lower in _OWNED_BY and last > first + 1:
            owner = self.resolver.resolve(start, tokens[first].end, tokens[first].end, near[:1])
            rest = words.partition(" ")[2]
            return Subject(f"{owner.name}’s {rest}", ()) if owner.person is not None else None
        if last - first > _LONGEST_PHRASE or _is_no_phrase(tokens[first]):
            return None
        head, lead = tokens[last - 1], tokens[first]
        definite = lead.lower in _DEFINITE or lead.text[0].isdigit() or head.lower.endswith("s")
        if not definite and not (head.capital and head is not tokens[0]) and not lead.text.isupper():
            return None
        if tokens[first].lower in ("its", "their", "our", "my", "your", "this", "that", "these", "those"):
            return None
        return Subject(words[:1].upper() + words[1:], ())

    def _joined(self, tokens: list[Token], first: int, last: int) -> list[Person]:
        """The persons of "Theo Marsh and Irene Falk", where each part of the phrase is one."""
        if not any(token.lower == "and" for token in tokens[first:last]):
            return []
        persons = self.cast.at(tokens[first].start, tokens[last - 1].end, for_themselves=True)
        parts = 1 + sum(token.lower == "and" or token.text == "," for token in tokens[first:last])
        return persons if len(persons) >= parts else []

    def others(
        self, tokens: list[Token], at: int, last: int, sort: str, besides: tuple[Person, ...]
    ) -> list[Person]:
        """Persons named after the verb as those it was done to, with or by; not all whom the clause names."""
        found: list[Person] = []
        relation, passed = "", 0
        for place in range(at + 1, min(last, len(tokens))):
            token = tokens[place]
            if token.lower == "to" and place + 1 < last and _is_plain_verb(tokens[place + 1]):
                break
            if token.lower in PREPOSITIONS:
                if token.lower not in ("in", "on", "at", "of"):
                    passed += 1
                relation = token.lower
            if token.quoted or passed > 1 or (passed and relation not in _TOGETHER[sort == "contact"]):
                break
            here = self.cast.at(token.start, token.end, for_themselves=True) if token.capital else []
            if here and (relation == "" or relation in _TOGETHER[sort == "contact"]):
                found += [person for person in here if person not in besides and person not in found]
        return found

    def named(self, persons: tuple[Person, ...], start: int, end: int) -> list[tuple[str, str | None]]:
        """Names with the capacity in which the first took part, where the words say it."""
        who: list[tuple[str, str | None]] = [(person.name, None) for person in persons]
        capacity = _CAPACITY.search(self.prose.plain, start, min(end + 160, len(self.prose.plain)))
        if capacity is not None and who:
            who[0] = (who[0][0], self.prose.text[capacity.start(1) : capacity.end(1)])
        return who


_OBJECT = 4
"""Words after a verb among which its object is looked for."""
_LONGEST_PHRASE = 9
_DEFINITE = DETERMINERS | words(
    "two three four five six seven eight nine ten dozens hundreds thousands people police"
)


def _is_no_phrase(token: Token) -> bool:
    """Whether a supposed subject begins like a verb or a rest of one: "Referencing a fund", "Told CNN"."""
    word = token.lower
    return (
        word in CUE_WORDS
        or word in NEGATIONS
        or word.endswith("ing")
        or word in ("seldom", "rarely", "often", "having", "one")
        or word.partition("'")[0] in PRONOUNS
    )


_OWNED_BY = ("his", "her")
