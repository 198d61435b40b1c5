"""What the prose says took place: passages with when, who, where and by whose account; plans and denials are
none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.core.proposals import ProposedEvent, ProposedStatement
from factcheck.extract.clauses import clause_of, event_verbs, only_describes
from factcheck.extract.event_circumstances import account_of, leading_time, times_of, where_of
from factcheck.extract.happening import Happening, shortened
from factcheck.extract.happenings import EVENT_VERBS
from factcheck.extract.merging import merged
from factcheck.extract.nominal import find_named
from factcheck.extract.participants import Participants, Subject
from factcheck.extract.people import Cast, Person
from factcheck.extract.prose import Prose, when_read
from factcheck.extract.report import Report
from factcheck.extract.sayings import find_sayings
from factcheck.extract.speakers import Resolver
from factcheck.extract.times import TimeExpression
from factcheck.extract.tokens import BE, NUMBERS, Token, is_time
from factcheck.extract.wordlists import words

_OPENS_WITH_TIME = words("on in at during last late early by since between from after before")
_COUNT = re.compile(
    r"\b(twice|three times|four times|five times|several times|repeatedly|\d+ times|more than \w+ times|"
    r"on (?:two|three|four|five|several) occasions)\b",
    re.IGNORECASE,
)


def find_events(
    prose: Prose, cast: Cast, resolver: Resolver, statements: tuple[ProposedStatement, ...]
) -> tuple[ProposedEvent, ...]:
    """Events of the prose outside quoted words, in order of their first passage."""
    finder = _Finder(prose, cast, resolver)
    found = [event for index in range(len(prose.sentences)) for event in finder.in_sentence(index)]
    bodies = frozenset(name.text for name in prose.names if name.kind == "organisation")
    found += find_sayings(statements, frozenset(person.name for person in cast.persons), bodies)
    found.sort(key=lambda happening: (happening.start, happening.end))
    return tuple(
        ProposedEvent(
            title=event.title,
            passages=tuple(prose.span(start, end) for start, end in event.passages),
            when=event.when,
            who=tuple(event.who),
            where=event.where,
            according_to=event.according_to,
            confidence=event.confidence,
            flags=tuple(event.flags),
        )
        for event in merged(found)
    )


class _Finder:
    def __init__(self, prose: Prose, cast: Cast, resolver: Resolver) -> None:
        self.prose, self.cast, self.resolver = prose, cast, resolver
        self.participants = Participants(prose, cast, resolver)

    def in_sentence(self, index: int) -> list[Happening]:
        tokens = self.prose.tokens[index]
        if not tokens or tokens[-1].text.endswith("?") or index in self.prose.untold:
            return []
        reports, tells = self.prose.reports[index], self.prose.tells[index]
        found: list[Happening] = []
        verbs = event_verbs(tokens, reports) if tells.deed else []
        for number, at in enumerate(verbs):
            stop = verbs[number + 1] if number + 1 < len(verbs) else len(tokens)
            found += self._verbal(tokens, at, verbs[number - 1] if number else -1, stop, reports)
        if tells.happening:
            found += list(self._nominal(tokens, reports))[:3]
        return found

    def _verbal(
        self, tokens: list[Token], at: int, previous: int, stop: int, reports: list[Report]
    ) -> list[Happening]:
        first, last = clause_of(tokens, at, previous, stop)
        subject = self.participants.subject(tokens, at, reports)
        if subject is None or (not subject.persons and only_describes(tokens, at)):
            return []
        sort = "act" if _is_shooting(tokens, at) else EVENT_VERBS.get(tokens[at].lower, "post")
        start, end = tokens[first].start, tokens[last - 1].end
        times = _of_the_verb(times_of(self.prose, start, end), tokens, at)
        if not times and (leading := leading_time(self.prose, tokens)) is not None:
            times = [leading]
        persons = (*subject.persons, *self.participants.others(tokens, at, last, sort, subject.persons))
        if not _worth_telling(tokens[at].lower, sort, times, persons):
            return []
        title = self._title(subject, tokens, at, last)
        return self._dated(title, start, end, sort, times, persons, reports, tokens, at)

    def _title(self, subject: Subject, tokens: list[Token], at: int, last: int) -> str:
        verb = at
        while verb > 0 and tokens[verb - 1].lower in BE | {"had", "has", "have"}:
            verb -= 1
        if tokens[verb].lower == "had":
            verb += 1
        words = " ".join(self.prose.text[tokens[verb].start : tokens[last - 1].end].split())
        return f"{subject.words} {shortened(words)}"

    def _dated(
        self,
        title: str,
        start: int,
        end: int,
        sort: str,
        times: list[TimeExpression],
        persons: tuple[Person, ...],
        reports: list[Report],
        tokens: list[Token],
        at: int,
    ) -> list[Happening]:
        counted = _COUNT.search(self.prose.plain, start, end)
        flags = ["set"] if counted is not None else []
        account = account_of(self.prose, self.resolver, tokens, reports, at)
        where = where_of(self.prose, self.cast, start, end)
        who = self.participants.named(persons, start, end)
        confidence = 0.7 if times and who else 0.45
        when = [when_read(time, self.prose.text[time.start : time.end]) for time in times]
        when = when[: 1 if counted or sort != "contact" else 4]
        return [
            Happening(title, start, end, sort, one, list(who), where, account, confidence, list(flags))
            for one in when
        ] or [Happening(title, start, end, sort, None, who, where, account, confidence, [*flags, "undated"])]

    def _nominal(self, tokens: list[Token], reports: list[Report]) -> Iterator[Happening]:
        for named in find_named(self.prose, self.cast, tokens):
            start, end = tokens[named.first].start, tokens[min(named.last, len(tokens)) - 1].end
            yield from self._dated(
                named.title, start, end, named.sort, [named.time], named.persons, reports, tokens, named.noun
            )


def _of_the_verb(times: list[TimeExpression], tokens: list[Token], at: int) -> list[TimeExpression]:
    """Of a clause's dates those that are this verb's, where some stand behind it: "Letters found on Monday
    show she wrote on May 3". One that opens the sentence, or stands right before the verb, is its own too."""
    behind = [time for time in times if time.start > tokens[at].start]
    if not behind or tokens[0].lower in _OPENS_WITH_TIME or is_time(tokens[0]):
        return times
    beside = tokens[max(0, at - 3)].start
    return [time for time in times if time.end > beside]


def _is_shooting(tokens: list[Token], at: int) -> bool:
    """Whether "fired" tells of shots, and of nobody's post: "fired two shots", "fired at the car"."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].lower == "fired" and (after in NUMBERS or after in ("at", "into", "on", "shots", "one"))


def _worth_telling(verb: str, sort: str, times: list[TimeExpression], persons: tuple[Person, ...]) -> bool:
    """With a date anything; without one only meetings of two persons, and posts that one took or left."""
    if times:
        return True
    if sort == "contact":
        return len(persons) > 1
    return sort == "post" and bool(persons) and verb not in ("took", "left", "stepped", "named")
