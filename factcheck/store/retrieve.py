"""Retrieval: the events worth scoring for a claim, out of any number, in a constant number of queries.

The index holds one document an event: the stems of its words, the kins of these, its people and days, all as
terms. The claim's commonest terms are left out, the postings of the others are added up by rarity, and the
best are read in full for scoring.
"""

from __future__ import annotations

import heapq
import json
from typing import TYPE_CHECKING

from factcheck.core.light import dataclass
from factcheck.core.ranking import Candidate, Named, Rarity, Sought
from factcheck.core.terms import kins_of, person_term, terms_of
from factcheck.store import naming, pages
from factcheck.store.standing import standing_for

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

POSTINGS = 25_000
"""Postings that are added up for one claim at most, the rarest terms first."""

TERMS = 200
"""Terms that are looked up for one claim at most; those beyond count for nothing."""

CONTEXT = 0.4
"""What a term of the context counts, beside the claim's own."""


@dataclass(frozen=True, slots=True)
class EventRetriever:
    """Finds a case's events for a claim; withdrawn and merged ones are not among them."""

    db: sqlite3.Connection

    def candidates(self, sought: Sought, most: int = 200) -> tuple[Sequence[Candidate], Rarity]:
        """At most so many candidates that share a term with the claim, and how common its terms are."""
        wanted = wanted_terms(self.db, sought)
        rarity = rarity_of(self.db, wanted)
        lines = best_lines(self.db, wanted, rarity, most)
        return read_candidates(self.db, lines), rarity


def wanted_terms(db: sqlite3.Connection, sought: Sought) -> dict[str, float]:
    """What a claim is looked up by, and what each counts: words, kins, people under each of their records."""
    own, context = terms_of(sought.words), terms_of(sought.context)
    people = [person_term(one) for one in naming.same_people(db, [person.id for person in sought.people])]
    said_by = [sought.speaker.id] if sought.speaker else []
    speaker = [person_term(one) for one in naming.same_people(db, said_by)]
    wanted: dict[str, float] = {}
    for terms, weight in (
        (own, 1.0),
        (people, 1.0),
        (speaker, 0.6),
        (context, CONTEXT),
        (kins_of(own), 0.35),
        (kins_of(context), 0.35 * CONTEXT),
    ):
        for term in terms:
            wanted.setdefault(term, weight)
    return wanted


def rarity_of(db: sqlite3.Connection, terms: Iterable[str]) -> Rarity:
    """In how many events each of these terms occurs."""
    (documents,) = db.execute("SELECT count(*) FROM event_line").fetchone()
    known = list(terms)
    chosen = json.dumps(known[:TERMS])
    counts = db.execute(
        "SELECT v.term, v.doc FROM json_each(?) j CROSS JOIN event_vocabulary v WHERE v.term = j.value",
        (chosen,),
    )
    return Rarity(documents, {**dict(counts.fetchall()), **dict.fromkeys(known[TERMS:], documents)})


def best_lines(
    db: sqlite3.Connection,
    wanted: dict[str, float],
    rarity: Rarity,
    most: int,
    *,
    index: str = "event_search",
) -> list[int]:
    """The lines of the events (or what the index numbers) whose terms weigh most. Ties go to the line with
    the lower number."""
    chosen: list[str] = []
    room = POSTINGS
    for term in sorted(list(wanted)[:TERMS], key=lambda term: (rarity.counts.get(term, 0), term)):
        if term not in rarity.counts:
            continue
        room -= rarity.counts[term]
        if room < 0 and chosen:
            break
        chosen.append(term)
    if not chosen:
        return []
    query = " UNION ALL ".join(
        f"SELECT {n}, rowid FROM {index} WHERE {index} MATCH ?{n + 1}" for n in range(len(chosen))
    )
    weights = [wanted[term] * rarity.weight(term) for term in chosen]
    totals: dict[int, float] = {}
    for n, line in db.execute(query, [f'"{term}"' for term in chosen]):
        totals[line] = totals.get(line, 0.0) + weights[n]
    if len(totals) > most:
        least = heapq.nlargest(most, totals.values())[-1]
        totals = {line: total for line, total in totals.items() if total >= least}
    return sorted(totals, key=lambda line: (-totals[line], line))[:most]


def read_candidates(db: sqlite3.Connection, lines: Sequence[int]) -> list[Candidate]:
    """The events of these lines as matching sees them."""
    places = pages.event_places(db, lines)
    details = pages.event_details(db, [place.id for place in places])
    names = naming.names_of(db, [who for line in details.values() for who, _ in line.who])
    standing = naming.standing_people(db, list(names))
    texts = {
        id_: (text, place)
        for id_, text, place in db.execute(
            """SELECT e.id, e.title || coalesce(char(10) || e.description, ''), e.place
            FROM json_each(?) j JOIN event e ON e.id = j.value""",
            (json.dumps([place.id for place in places]),),
        )
    }
    return [
        Candidate(
            id=line.id,
            label=line.label,
            words=texts[line.id][0],
            when=line.when,
            people=tuple(Named(standing.get(who, who), names.get(who, "")) for who, _ in line.who),
            place=texts[line.id][1],
            scheduled=bool(line.modes) and set(line.modes) <= {"scheduled"},
        )
        for line in (details[place.id] for place in places)
    ]


def rejected(db: sqlite3.Connection, claim: str) -> set[str]:
    """What was set aside for a claim, and what stands for it."""
    query = "SELECT target FROM rejection WHERE claim = ? AND withdrawn = 0"
    aside = db.execute(query, (claim,)).fetchall()
    return {id_ for (target,) in aside for id_ in (target, standing_for(db, target))}
