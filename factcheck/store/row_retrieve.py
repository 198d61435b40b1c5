"""Retrieval of rows: those of registers that are worth scoring for a claim, beside the events."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.core.light import dataclass
from factcheck.core.ranking import Candidate, Named, Rarity, Sought
from factcheck.core.register_rows import name_term
from factcheck.core.terms import person_term
from factcheck.store import naming, registers, retrieve

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from factcheck.store.registers import RowAt


@dataclass(frozen=True, slots=True)
class RowRetriever:
    """Finds rows of a case's registers for a claim; those that became events, or are gone, are not among
    them."""

    db: sqlite3.Connection

    def candidates(self, sought: Sought, most: int = 200) -> tuple[Sequence[Candidate], Rarity]:
        """At most so many candidates that share a term with the claim, and how common its terms are among
        the rows; of a person, how many rows name them."""
        if not self.db.execute("SELECT 1 FROM register_number LIMIT 1").fetchone():
            return (), Rarity(0)
        called = _called(self.db, sought)
        wanted = retrieve.wanted_terms(self.db, sought)
        for person, terms in called.items():
            weight = wanted.get(person_term(person.id), 1.0)
            wanted.update(dict.fromkeys(terms, weight))
        rarity = _rarity(self.db, wanted)
        places = retrieve.best_lines(self.db, wanted, rarity, most, index="row_term_search")
        for person, terms in called.items():
            count = sum(rarity.counts.get(term, 0) for term in terms)
            rarity = replace(rarity, counts={**rarity.counts, person_term(person.id): count})
        return [
            _candidate(row, called) for row in registers.at_places(self.db, places) if _is_offered(row)
        ], rarity


def _called(db: sqlite3.Connection, sought: Sought) -> dict[Named, tuple[str, ...]]:
    """The people of a claim with the terms of their names, as registers may write them."""
    people = [*sought.people, *([sought.speaker] if sought.speaker else [])]
    found = {}
    for person in people:
        names = db.execute(
            """SELECT p.name FROM json_each(:all) j JOIN person p ON p.id = j.value UNION
            SELECT a.name FROM json_each(:all) j JOIN alias a ON a.person = j.value WHERE a.withdrawn = 0""",
            {"all": json.dumps(naming.same_people(db, [person.id]))},
        )
        terms = dict.fromkeys(term for (name,) in names if (term := name_term(name)))
        if terms:
            found[person] = tuple(terms)
    return found


def _rarity(db: sqlite3.Connection, terms: Iterable[str]) -> Rarity:
    documents = registers.count(db)
    known = list(terms)[: retrieve.TERMS]
    counts = db.execute(
        "SELECT v.term, v.doc FROM json_each(?) j CROSS JOIN row_vocabulary v WHERE v.term = j.value",
        (json.dumps(known),),
    )
    return Rarity(documents, dict(counts.fetchall()))


def _is_offered(row: RowAt) -> bool:
    return row.event is None and row.row.gone is None


def _candidate(at: RowAt, called: dict[Named, tuple[str, ...]]) -> Candidate:
    row = at.row
    terms = {term for name in row.people if (term := name_term(name))}
    return Candidate(
        id=at.id,
        label=at.ref,
        words=row.matter(),
        when=row.when,
        people=tuple(person for person, own in called.items() if terms.intersection(own)),
        place=row.place,
        scheduled=at.mode == "scheduled",
        standing=f"row {row.number:,} of {at.source_label}, {at.mode}",
    )
