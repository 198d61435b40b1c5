"""Whether a phrase that holds a name is about the person, or about something of the person's."""

from __future__ import annotations

import re

from factcheck.extract.people import Cast, Person

_OFFICE_OF = re.compile(
    r"(?:[Mm]inister|[Ss]ecretary|[Cc]ommissioner|[Uu]ndersecretary)(?: of [Ss]tate)? (?:for|of) "
    r"(?:[\w&.'-]+ )+$"
)
"""Before a name these are its holder's office: "Minister of State for Ports Harish Talwar"."""


def is_owner(plain: str, cast: Cast, person: Person, start: int, end: int) -> bool:
    """Whether the stretch only names the person as owner: "Harmon's brother", not "Gov. Lyle Harmon"."""
    at = plain.find(person.last, cast.first_in(person, start, end), end)
    return at >= 0 and plain.startswith("'s ", at + len(person.last)) and at + len(person.last) < end


def is_of_someone(plain: str, start: int, end: int, person: Person) -> bool:
    """Whether the phrase only mentions the person: "Mr. Pell's office", "a spokesman for Pell", "aides to
    Pell".
    """
    phrase = plain[start:end]
    last = person.last.replace("’", "'")
    at = phrase.rfind(last)
    if at < 0:
        return False
    rest = phrase[at + len(last) :]
    before = phrase[:at]
    if rest.startswith(("'s", "'")) or (
        rest.strip()
        and re.match(
            r" (?:campaign|administration|aides?|officials?|team|spokes\w+|supporters?|adviser|"
            r"campaign's|camp|allies)\b",
            rest,
        )
    ):
        return True
    if _OFFICE_OF.search(before):
        return False
    return re.search(
        r"\b(?:for|to|of|with|from|at|by|near) (?:[\w.'-]+ ){0,3}$", before
    ) is not None and not phrase.startswith(person.name)
