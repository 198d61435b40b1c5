"""Ranking: what a claim looks for, what the record offers, and how well each offer fits, with reasons in
words.

People see ranks and reasons; scores are for machines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from math import log
from typing import Protocol

from factcheck.core.light import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A person as records know them, and as they are called."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Period:
    """A time that a claim or its question speaks of: the words that name it, its first and last day (None:
    open). `taken_as` says how words without a date were understood."""

    words: str
    earliest: date | None
    latest: date | None
    taken_as: str = ""


@dataclass(frozen=True, slots=True)
class Sought:
    """A claim as matching sees it. `context` (restatement, question) counts for less than its own `words`;
    `said_on` is EDTF; `speaker` and `people` (those it names) as the record knows them."""

    id: str
    words: str
    context: str = ""
    speaker: Named | None = None
    people: tuple[Named, ...] = ()
    said_on: str | None = None
    periods: tuple[Period, ...] = ()
    form: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event, or a register's row, as matching sees it. `when` is EDTF; `words` are title and description;
    `scheduled` says that all its evidence only announces it; `standing` says of what is no event what it
    is."""

    id: str
    label: str
    words: str
    when: str | None = None
    people: tuple[Named, ...] = ()
    place: str | None = None
    scheduled: bool = False
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How common words are: of `documents` in all, how many hold a term. What is rare says more."""

    documents: int
    counts: Mapping[str, int] = field(default_factory=dict)
    length: float = 16.0
    """How many different terms a document holds on average."""

    def weight(self, term: str) -> float:
        """The inverse document frequency of a term (Robertson and Zaragoza 2009, never below 0)."""
        count = min(self.counts.get(term, 0), self.documents)
        return log(1 + (self.documents - count + 0.5) / (count + 0.5))

    def and_(self, other: Rarity) -> Rarity:
        """How common words are in both together."""
        counts = dict(self.counts)
        for term, count in other.counts.items():
            counts[term] = counts.get(term, 0) + count
        return Rarity(self.documents + other.documents, counts, self.length)

    @property
    def rarest(self) -> float:
        """The weight of a term that no document holds."""
        return log(2 * (self.documents + 1))


@dataclass(frozen=True, slots=True)
class Ranked:
    """An event or a row offered for a claim: its rank from 1, its score from 0 to 1, and why, in plain
    words."""

    event: str
    rank: int
    score: float
    reasons: tuple[str, ...]


class Retriever(Protocol):
    """Finds, among all events or all rows, those worth scoring for a claim."""

    def candidates(self, sought: Sought, most: int) -> tuple[Sequence[Candidate], Rarity]:
        """At most so many candidates, in no order that matters, and how common the claim's terms are."""
        ...
