"""Who is who: names gathered into persons, and words such as "he" or "the senator" traced to one of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from factcheck.core.proposals import ProposedPerson, Span
from factcheck.extract.given_names import GIVEN_NAMES
from factcheck.extract.lexicon import ROLE_NOUNS
from factcheck.extract.name_kinds import gender_of
from factcheck.extract.names import Name
from factcheck.extract.roles import gender_told, is_courtesy, speaks_of

_APPOSITIVE = re.compile(
    r", (?:(?:who is|who was|\d\d,) )?((?:an?|the|his|her|their|[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}'s?|"
    r"former|then)\b(?:[^,.;:—“”\n()]|(?<=Mr)\.|(?<=Mrs)\.|(?<=Ms)\.|(?<=Dr)\.|(?<=Sen)\.|(?<=Rep)\.|"
    r"(?<=Gov)\.|(?<=[A-Z])\.){2,90}|"
    r"[a-z][a-z-]+ (?:of|at|for|to|with) [^,.;:—“”\n()]{2,80})[,.;—”]"
)
_OWNS = re.compile(
    r"'s?(?!\w)|,? (?:campaign|administration|aides?|associates?|officials?|supporters?|family|team|"
    r"allies|spokes\w+|advisers?|era)\b"
)
_POSSESSIVE_ROLE = re.compile(
    r"(?:(?:[A-Z][\w.'-]* ){1,4}?|\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Aa]n?) )"
    r"[a-z](?:(?!\b(?:whether|that|who|which|had|has|have|was|were|is|are)\b)[a-z' -]){2,60}, $"
)


@dataclass(slots=True)
class Person:
    """One person as the document knows them: fullest name, other names, titles, places of mention."""

    name: str
    aliases: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    gender: str | None = None
    speaks_for: str | None = None

    @property
    def last(self) -> str:
        return _surname(self.name)

    @property
    def first(self) -> str:
        return self.name.replace("’", "'").split()[0]


def _surname(name: str) -> str:
    words = [
        word
        for word in name.replace("’", "'").split()
        if word.rstrip(".") not in ("Jr", "Sr", "II", "III", "IV")
    ]
    return words[-1] if words else name


class Cast:
    """The persons of one document. `at` finds who is named in a stretch; order of mention breaks ties."""

    def __init__(self, text: str, plain: str, names: list[Name], speaking: frozenset[int]) -> None:
        """`speaking` holds the starts of names that stand as the subject of a reporting verb."""
        self.text, self.plain, self.names = text, plain, names
        self.persons: list[Person] = []
        self._of_name: dict[int, Person] = {}
        self._by_role: dict[str, list[Person]] = {}
        self._by_last: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}
        titled = {name.last for name in names if name.title}
        titled |= {
            name.text
            for name in names
            if len(name.words) == 1 and name.kind == "unknown" and not name.opens and name.start in speaking
        }
        self._of_bodies = {
            name.words[0] for name in names if name.kind == "organisation" and " " in name.text
        }
        self._inner = {name.text for name in names if not name.opens}
        self._full_names(names, titled, speaking)
        self._short_names(names, speaking)
        self._roles(names)
        self._mention_starts = [start for start, _ in self._mention_order()]

    def _full_names(self, names: list[Name], titled: set[str], speaking: frozenset[int]) -> None:
        for name in names:
            if len(name.words) < 2 or name.kind in ("organisation", "place"):
                continue
            person_like = name.kind == "person" or name.last in titled or name.start in speaking
            if person_like:
                self._join(name, self._same_person(name) or self._new(name))

    def _same_person(self, name: Name) -> Person | None:
        for person in self._by_last.get(name.last, ()):
            first, other = name.words[0], person.first
            if first == other or (first[0] == other[0] and (len(first) <= 2 or len(other) <= 2)):
                if len(name.text) > len(person.name):
                    person.aliases.append(person.name)
                    person.name = self.text[name.start : name.end]
                return person
        return None

    def _short_names(self, names: list[Name], speaking: frozenset[int]) -> None:
        for name in names:
            if len(name.words) != 1 or name.start in self._of_name:
                continue
            person = self._bearer(name)
            if person is None and (name.title or name.role or (name.start in speaking and self._alone(name))):
                person = self._new(name)
            if person is not None:
                self._join(name, person)

    def _alone(self, name: Name) -> bool:
        """Whether a lone capitalised word that speaks is a person's name: its capital must mean something
        somewhere, and it is no body's short name ("Halden" of Halden Motors).
        """
        alone = name.kind == "unknown" and (not name.opens or name.text in self._inner)
        return alone and name.text not in self._of_bodies

    def _bearer(self, name: Name) -> Person | None:
        """Whose surname (else first name) this is: of namesakes, the one of the title's gender named last
        before.
        """
        named = self._by_last.get(name.last, [])
        gender = gender_of("", name.title)
        fitting = [p for p in named if gender is None or p.gender in (None, gender)] or named
        if not fitting and name.title is None and name.last in GIVEN_NAMES:
            fitting = self._by_first.get(name.last, [])
            fitting = fitting if len(fitting) == 1 else []
        before = [p for p in fitting if p.mentions and p.mentions[0][0] <= name.start]
        if len(before) < 2:
            return before[0] if before else fitting[0] if fitting else None
        last = {id(p): max(at for at, _ in p.mentions if at <= name.start) for p in before}
        near = max(before, key=lambda p: last[id(p)])
        if "\n" not in self.plain[last[id(near)] : name.start]:
            return near
        return min(before, key=lambda p: p.mentions[0])

    def _new(self, name: Name) -> Person:
        text = self.text[name.start : name.end]
        person = Person(text)
        self.persons.append(person)
        self._by_last.setdefault(person.last, []).append(person)
        if " " in text:
            self._by_first.setdefault(person.first, []).append(person)
        return person

    def _join(self, name: Name, person: Person) -> None:
        self._of_name[name.start] = person
        person.mentions.append((name.start, name.end))
        courtesy = name.title is not None and len(name.words) == 1
        shown = self.text[name.whole_start : name.end] if courtesy else self.text[name.start : name.end]
        for alias in (shown, self.text[name.start : name.end]):
            if alias != person.name and alias not in person.aliases:
                person.aliases.append(alias)
        for role in (name.title, name.role):
            if role and not is_courtesy(role) and role not in person.roles:
                person.roles.append(role)
        if person.gender is None:
            person.gender = gender_of(person.name, name.title) or gender_told(name.role or name.title or "")

    def _roles(self, names: list[Name]) -> None:
        for name in names:
            person = self._of_name.get(name.start)
            if person is None:
                continue
            if self.plain.startswith(", ", name.end):
                match = _APPOSITIVE.match(self.plain, name.end)
                if match is not None:
                    self._add_role(person, match.start(1), match.end(1))
            if not self.plain.startswith(", ", name.whole_start - 2):
                continue
            before = _POSSESSIVE_ROLE.search(self.plain, max(0, name.whole_start - 90), name.whole_start)
            if before is not None:
                self._add_role(person, before.start(), before.end() - 2)

    def _add_role(self, person: Person, start: int, end: int) -> None:
        words = re.findall(r"[A-Za-z][\w-]*", self.plain[start:end])
        if not any(word.lower() in ROLE_NOUNS for word in words):
            return
        role = self.text[start:end].strip()
        if role not in person.roles:
            person.roles.append(role)
        if person.gender is None:
            person.gender = gender_told(self.plain[start:end])

    def _mention_order(self) -> list[tuple[int, Person]]:
        order = [(start, person) for person in self.persons for start, _ in person.mentions]
        order.sort(key=lambda pair: pair[0])
        self._order = order
        self._ends = {start: end for person in self.persons for start, end in person.mentions}
        return order

    def at(self, start: int, end: int, for_themselves: bool = False) -> list[Person]:
        """Persons named between two offsets, in order of mention, each once; on wish none that only own
        something.
        """
        low, high = bisect_left(self._mention_starts, start), bisect_left(self._mention_starts, end)
        return _distinct(
            p
            for at, p in self._order[low:high]
            if not (for_themselves and _OWNS.match(self.plain, self._ends[at]))
        )

    def first_in(self, person: Person, start: int, end: int) -> int:
        """Where a person's first mention in a stretch begins, with the title before it; -1 if there "
        "is none."""
        low, high = bisect_left(self._mention_starts, start), bisect_left(self._mention_starts, end)
        return next((at for at, p in self._order[low:high] if p is person), -1)

    def namesakes(self, person: Person) -> list[Person]:
        """Everyone with this person's surname."""
        return self._by_last.get(person.last, [])

    def before(self, offset: int, reach: int = 1500) -> list[Person]:
        """Persons named shortly before an offset, the latest first."""
        high = bisect_left(self._mention_starts, offset)
        low = bisect_left(self._mention_starts, offset - reach)
        return _distinct(p for _, p in reversed(self._order[low:high]))

    def named(self, name: str) -> Person | None:
        for person in self._by_last.get(_surname(name), ()):
            if name in (person.name, *person.aliases):
                return person
        return None

    def called(self, label: str) -> Person | None:
        """The one person whose surname or full name a printed label gives, in capitals or not."""
        words = [word for word in label.replace("’", "'").split() if not word.endswith(".")]
        last = words[-1].lower() if words else ""
        fitting = [person for person in self.persons if person.last.lower() == last]
        return fitting[0] if len(fitting) == 1 else None

    def with_role(self, noun: str, offset: int) -> list[Person]:
        """Persons one of whose titles has this noun, the latest mentioned before `offset` first."""
        fitting = self._by_role.get(noun)
        if fitting is None:
            fitting = [
                person for person in self.persons if any(speaks_of(role, noun) for role in person.roles)
            ]
            self._by_role[noun] = fitting
        recent = {id(person): rank for rank, person in enumerate(self.before(offset, 10_000))}
        return sorted(fitting, key=lambda person: recent.get(id(person), len(recent)))

    def proposed(self) -> tuple[ProposedPerson, ...]:
        return tuple(
            ProposedPerson(
                person.name,
                tuple(dict.fromkeys(person.aliases)),
                tuple(person.roles),
                tuple(Span(start, end, self.text[start:end]) for start, end in person.mentions),
            )
            for person in self.persons
        )


def _distinct(persons: Iterable[Person]) -> list[Person]:
    seen: dict[int, Person] = {}
    for person in persons:
        seen.setdefault(id(person), person)
    return list(seen.values())
