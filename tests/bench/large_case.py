"""A large case made by chance, the same for the same size: statements with one claim each, events, people.

There is no bulk import behind it: everything is appended by the store in one act.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

from factcheck.core import records as r
from factcheck.core.viewer import Viewer, reviewer_id
from factcheck.store.act import Act
from factcheck.store.case import CaseFile, open_case
from factcheck.store.creating import create

READER = Viewer(reviewer_id("Ann"), "Ann", "lead")
FIRST = date(2012, 1, 1)
DAYS = 2_000
PEOPLE = 400

_PLAIN = re.findall(
    r"\w+",
    """the of to and in that was with on at by for from not had did have any were about he she they it his her
    their this which before after during said as be or no""",
)
_SYLLABLES = re.findall(
    r"\w+", "ka lo mi ren tas vor bel dan fi gur hest jol nar pex quin rud sal tem ul wex yar zin"
)
_ENDINGS = ("", "", "", "s", "ed", "ing", "ation", "ations", "al", "ment", "er")


class Language:
    """A made-up language with words as unevenly common as those of English."""

    def __init__(self, chance: Random, words: int = 20_000) -> None:
        self.chance = chance
        roots = sorted({"".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(words)})
        chance.shuffle(roots)
        self._words = [*_PLAIN, *(root + chance.choice(_ENDINGS) for root in roots)]
        self._weights = list(accumulate(1 / (place + 2.7) for place in range(len(self._words))))

    def sentence(self, least: int, most: int) -> str:
        """A sentence of so many words."""
        count = self.chance.randint(least, most)
        words = self.chance.choices(self._words, cum_weights=self._weights, k=count)
        return " ".join([words[0].capitalize(), *words[1:]]) + "."


def large_case(path: Path, statements: int, events: int) -> CaseFile:
    """The case, made where it is not there yet."""
    if path.exists():
        return open_case(path)
    case = create(path, "A large case", READER)
    chance = Random(2016)
    language = Language(chance)
    with case.act(READER) as act:
        people = [act.fresh() for _ in range(PEOPLE)]
        for person in people:
            name = f"{language.sentence(1, 1)[:-1].title()} {language.sentence(1, 1)[:-1].title()}"
            act.make("person", r.Person(label=act.label("person", person), name=name), person)
        for _ in range(statements):
            _statement(act, language, people)
        for _ in range(events):
            _event(act, language, people)
    return case


def _day(chance: Random) -> str:
    day = (FIRST + timedelta(days=chance.randrange(DAYS))).isoformat()
    return day if chance.random() < 0.9 else day[:7]


def _statement(act: Act, language: Language, people: list[str]) -> None:
    chance, statement, claim = language.chance, act.fresh(), act.fresh()
    words = language.sentence(8, 30)
    record = r.Statement(
        label=act.label("statement", statement),
        words=words,
        speaker=chance.choice(people),
        said_on=_day(chance),
        question=language.sentence(8, 30) if chance.random() < 0.5 else None,
    )
    act.make("statement", record, statement)
    act.make("claim", r.Claim(label="C1", statement=statement, words=words), claim)


def _event(act: Act, language: Language, people: list[str]) -> None:
    chance, event = language.chance, act.fresh()
    record = r.Event(
        label=act.label("event", event),
        title=language.sentence(5, 15),
        when=_day(chance),
        place=language.sentence(1, 2) if chance.random() < 0.3 else None,
        description=language.sentence(5, 25) if chance.random() < 0.5 else None,
        established="documented",
    )
    act.make("event", record, event)
    for person in chance.sample(people, chance.randint(1, 3)):
        act.make("participant", r.Participant(event=event, person=person))
