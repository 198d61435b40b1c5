"""Who is who in a hearing, as the document itself says it: names in full, States, members and witnesses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from factcheck.read.transcripts.hearings.labels import Label
from factcheck.read.transcripts.hearings.names import MEMBERS, plain_name, without_titles, words_of

MEMBER, WITNESS, STAFF = "member", "witness", "staff"

_MOST = 100
"""Persons of one surname that are told apart."""

TESTIFIES = "testifies"
"""Of a person who is a witness whatever else he is: a senator who is the nominee, or who takes the oath."""


@dataclass(slots=True)
class Person:
    """One person. `name` is as the document gives it, `words` the same folded; `parts` says where it places
    him: MEMBER, WITNESS, STAFF, TESTIFIES, several of them, or none. `seated` are those of the committee."""

    name: str
    words: tuple[str, ...]
    state: str | None = None
    parts: set[str] = field(default_factory=set)
    chairs: bool = False
    seated: bool = False


class People:
    """All persons that a document names, and whom a label means."""

    def __init__(self) -> None:
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        self._surnames: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._said_of: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._here: dict[str, set[str | None]] = defaultdict(set)

    def add(self, printed: str, part: str | None = None, *, state: str | None = None) -> Person | None:
        """A person named somewhere; the same one where given names agree. Only a surname ("Senator Levin")
        says something of those who bear it, and is no new person."""
        words = without_titles(words_of(printed))
        if not words or len(words) > 8 or not all(word[:1].isalpha() or word[:1] in "'`(" for word in words):
            return None
        if len(words) == 1:
            if part:
                self._said_of[words].add(part)
            return None
        if len(self._by_surname.get(words[-1], ())) > _MOST:
            return None
        person = self._known(words, state, part) or self._new(printed, words)
        if state and person.state is None:
            person.state = state
        if part:
            person.parts.add(part)
        return person

    def says(self, surname: Iterable[str], part: str) -> None:
        """The document places the bearer of this surname (folded words), who may have no full name."""
        self._said_of[tuple(surname)].add(part)

    def is_here(self, printed: str, state: str | None) -> None:
        """A list of those present names somebody, by surname or by given name and surname."""
        surname = words_of(printed)
        if not surname:
            return
        same = self._by_surname.get(surname[-1], ())
        if len(surname) > 1 and not any(person.words[-len(surname) :] == surname for person in same):
            self.add(printed, MEMBER, state=state)
            same = self._by_surname[surname[-1]]
        if any(person.words[0] == surname[0] for person in same):
            surname = surname[-1:]
        self._surnames[surname[-1]].add(surname)
        self._here[" ".join(surname)].add(state)
        self._said_of[surname].add(MEMBER)

    def spoken_under(self, label: Label) -> None:
        """Somebody speaks under this label: its name is a whole surname, or given name and surname."""
        if label.names:
            self._surnames[label.names[-1]].add(label.names)

    def is_named(self, surname: str) -> bool:
        return surname in self._by_surname or surname in self._surnames or (surname,) in self._said_of

    def bearers(self, label: Label) -> list[Person]:
        """The persons whom a label may mean, by surname, given name, State, title and who is present."""
        if not label.names:
            return []
        same = self._by_surname.get(label.names[-1], [])
        size = len(label.names)
        found = [person for person in same if person.words[-size:] == label.names]
        if not found and size > 1:
            found = [person for person in same if _given_agree(label.names[:-1], person.words[:-1])]
        longer = [name for name in self._surnames[label.names[-1]] if len(name) > size]
        found = [
            p for p in found if not any(p.words[-len(n) :] == n and len(p.words) > len(n) for n in longer)
        ]
        if label.state:
            found = [person for person in found if person.state in (None, label.state)]
            return [person for person in found if person.state] or found
        for narrowed in (self._titled_so(found, label), self._present(found, label)):
            if narrowed:
                found = [person for person in found if person in narrowed]
        return found

    def part_of(self, label: Label) -> str | None:
        """MEMBER, WITNESS or STAFF, as the document places the one who speaks under a label; else None."""
        bearers = self.bearers(label)
        parts = set().union(*(person.parts for person in bearers)) | self._said_of.get(label.names, set())
        if TESTIFIES in parts:
            return WITNESS
        titled = _is_members(label.titles)
        if WITNESS in parts and MEMBER in parts:
            return MEMBER if titled or any(person.seated for person in bearers) else WITNESS
        if parts:
            return next(part for part in (MEMBER, WITNESS, STAFF) if part in parts)
        return MEMBER if titled else None

    def chairman(self) -> Person | None:
        """The only one whom a roster calls chairman."""
        chairs = [person for same in self._by_surname.values() for person in same if person.chairs]
        return chairs[0] if len(chairs) == 1 else None

    def witnesses(self) -> list[Person]:
        found = [person for same in self._by_surname.values() for person in same]
        return [p for p in found if TESTIFIES in p.parts or (WITNESS in p.parts and not p.seated)]

    def _titled_so(self, found: list[Person], label: Label) -> list[Person]:
        member = _is_members(label.titles)
        wanted = {MEMBER} if member else {WITNESS, STAFF}
        if not member and set(label.titles) <= {"mr", "mrs", "ms", "miss", "hon", "honorable"}:
            return found
        return [person for person in found if person.parts & wanted]

    def _present(self, found: list[Person], label: Label) -> list[Person]:
        states = self._here.get(" ".join(label.names))
        if not states or (None in states and len(states) > 1):
            return found
        if None not in states:
            return [person for person in found if person.state in states or WITNESS in person.parts]
        return found

    def _known(self, words: tuple[str, ...], state: str | None, part: str | None) -> Person | None:
        """The person who bears this name already. Who is no witness is the committee's only member of that
        surname, whatever his given name is short for."""
        bearers = [
            person
            for person in self._by_surname.get(words[-1], ())
            if not (state and person.state and state != person.state)
        ]
        same = [person for person in bearers if _given_agree(words[:-1], person.words[:-1])]
        if exact := [person for person in same if person.words == words]:
            return exact[0]
        seated = [person for person in bearers if person.seated]
        if not same and len(seated) == 1 and part in (None, MEMBER):
            return seated[0]
        return same[0] if len(same) == 1 else None

    def _new(self, printed: str, words: tuple[str, ...]) -> Person:
        name = " ".join(without_titles(printed.replace("\u00a0", " ").split()))
        person = Person(name, words)
        self._by_surname[words[-1]].append(person)
        return person


def name_for(person: Person, label: Label) -> str:
    """The person's name, its surname spelt as the label prints it."""
    return plain_name(
        person.name, " ".join(label.key.split()[-len(label.names) :]) if not label.state else None
    )


def _is_members(titles: Iterable[str]) -> bool:
    """Whether titles are those of a member of the committee: a senator, the ranking member."""
    return not MEMBERS.isdisjoint(titles) or {"ranking", "member"}.issubset(titles)


def _given_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether given names can be one person's: one is the same, or the first is short for the other."""
    if not one or not other or any(len(name) > 1 and name in other for name in one):
        return True
    a, b = (_NICKNAMES.get(name, name) for name in (one[0].strip("'`("), other[0].strip("'`(")))
    return (len(a) < 5 or len(b) < 5) and (a.startswith(b) or b.startswith(a))


_SHORT_FORMS = """
bob robert, rob robert, bill william, will william, billy william, mike michael, jim james, jimmy
james, dick richard, rick richard, tom thomas, chuck charles, charlie charles, jack john, ted
edward, hank henry, larry lawrence, tony anthony, joe joseph, liz elizabeth, betty elizabeth, kathy
katherine, peggy margaret, bernie bernard, jerry gerald, andy andrew, ben benjamin, chris
christopher
"""
_NICKNAMES = dict(pair.split() for pair in _SHORT_FORMS.split(","))
