"""What a search or a suggestion offers."""

from __future__ import annotations

from factcheck.core.light import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A search hit: a record or a place in a source, with the words around it and where the match stands in
    them.

    `about` is the record to open for it: of an alias its person, of a note or a tag what it is on.
    """

    entity: str
    id: str
    label: str
    snippet: str
    spans: tuple[tuple[int, int], ...]
    """Code points of the snippet that matched, end excluded."""
    source: str | None = None
    start: int | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An event that matching offers for a claim: its rank from 1 and why, in plain words. `score` (0 to 1) is
    for machines. `link` is the link's id where the two are linked already."""

    id: str
    label: str
    title: str
    when: str | None
    when_said: str
    who: tuple[str, ...]
    rank: int
    score: float
    reasons: tuple[str, ...]
    link: str | None = None
