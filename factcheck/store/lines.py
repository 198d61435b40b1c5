"""The order of the long lists, and the terms by which events are retrieved: tables that follow from the
others.

`bench_line` has a row for every statement and claim that the Bench lists, `event_line` one for every event.
Their order stands in a covering index, so that any page is a short walk. `n` is this file's own number of a
row and means nothing elsewhere. Like the search tables they are no part of what replicas agree on; tests
compare them with what they follow from.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from factcheck.core.edtf import parse_edtf
from factcheck.core.terms import day_terms, folded_terms, kins_of, person_term
from factcheck.store.standing import stands, ways

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence

    from factcheck.core.fold import Act

_BEHIND = 1_000_000
"""A statement's own claims come first, then those of each statement merged into it."""

LISTED = f"""
SELECT s.id AS id, s.id AS statement, 0 AS part, coalesce(s.said_on_earliest, '9999') AS day,
  r.number AS number
FROM statement s JOIN record r ON r.id = s.id
WHERE s.withdrawn = 0 AND {stands("statement", "s")} {{statements}}
UNION ALL
SELECT c.id, c.statement, r.number, coalesce(s.said_on_earliest, '9999'), sr.number
FROM claim c JOIN record r ON r.id = c.id JOIN statement s ON s.id = c.statement
  JOIN record sr ON sr.id = s.id
WHERE c.withdrawn = 0 AND s.withdrawn = 0 AND {stands("statement", "s")} {{claims}}
UNION ALL
SELECT c.id, top.id, mr.number * {_BEHIND} + r.number, coalesce(top.said_on_earliest, '9999'), tr.number
FROM {ways("statement")} w CROSS JOIN claim c ON c.statement = w.first JOIN record r ON r.id = c.id
  JOIN record mr ON mr.id = w.first JOIN statement top ON top.id = w.id JOIN record tr ON tr.id = top.id
WHERE w.first <> w.id AND c.withdrawn = 0 AND top.withdrawn = 0 AND {stands("statement", "top")}
  AND EXISTS (SELECT 1 FROM link l WHERE l.claim = c.id AND l.withdrawn = 0) {{claims}}
"""
"""What `bench_line` follows from. Of a statement that was merged into another, the claims that somebody has
linked stay in the list, below the one that stands."""

_EVENT = """e.id, coalesce(e.when_earliest, '9999'), r.number, e.title, e.description, e.place, e."when",
  p.person"""

_EVENTS = f"""
SELECT {_EVENT} FROM event e JOIN record r ON r.id = e.id
  LEFT JOIN participant p ON p.event = e.id AND p.withdrawn = 0
WHERE e.withdrawn = 0 AND {stands("event", "e")} {{chosen}}
UNION ALL
SELECT {_EVENT} FROM {ways("event")} w CROSS JOIN event e ON e.id = w.id JOIN record r ON r.id = e.id
  JOIN participant p ON p.event = w.first AND p.withdrawn = 0
WHERE w.first <> w.id AND e.withdrawn = 0 AND {stands("event", "e")} {{chosen}}
ORDER BY 1, 8
"""
"""What `event_line` follows from: an event with the people who took part in it, or in one merged into it."""

_BATCH = 2_000


def begin(db: sqlite3.Connection) -> None:
    """Prepares to gather what was touched."""
    db.execute("CREATE TEMP TABLE IF NOT EXISTS lined (id TEXT PRIMARY KEY) WITHOUT ROWID")
    db.execute("DELETE FROM lined")


def note(write: Callable[..., None], entity: str, subject: str, acts: Sequence[Act]) -> None:
    """Gathers a touched record whose line, or whose event's line, may change."""
    if entity in {"statement", "claim", "event"}:
        write("INSERT OR IGNORE INTO lined VALUES (?)", subject)
    elif entity == "participant":
        for act in acts:
            if act.fields.get("event"):
                write("INSERT OR IGNORE INTO lined VALUES (?)", act.fields["event"])
    elif entity == "link":
        for act in acts:
            if act.fields.get("claim"):
                write("INSERT OR IGNORE INTO lined VALUES (?)", act.fields["claim"])


def note_all(db: sqlite3.Connection) -> None:
    """Gathers every record that has a line, where all of them are new."""
    db.execute(
        "INSERT OR IGNORE INTO lined SELECT id FROM record WHERE entity IN ('statement', 'claim', 'event')"
    )


def refresh(db: sqlite3.Connection) -> None:
    """Renews the lines of everything gathered since `begin`, and of what was merged into that."""
    for table in ("statement", "event"):
        db.execute(
            f"""INSERT OR IGNORE INTO lined WITH RECURSIVE family(id) AS (
            SELECT m.same_as FROM {table} m JOIN lined l ON l.id = m.id WHERE m.same_as IS NOT NULL UNION
            SELECT m.id FROM lined l CROSS JOIN {table} m ON m.same_as = l.id UNION
            SELECT m.same_as FROM family f JOIN {table} m ON m.id = f.id WHERE m.same_as IS NOT NULL UNION
            SELECT m.id FROM family f CROSS JOIN {table} m ON m.same_as = f.id) SELECT id FROM family"""
        )
    _refresh_bench(db)
    _refresh_events(db)


def _refresh_bench(db: sqlite3.Connection) -> None:
    db.execute(
        """INSERT OR IGNORE INTO lined SELECT c.id FROM lined l CROSS JOIN claim c ON c.statement = l.id"""
    )
    db.execute("DELETE FROM bench_line WHERE id IN lined")
    listed = LISTED.format(statements="AND s.id IN lined", claims="AND c.id IN lined")
    db.execute(f"INSERT INTO bench_line (id, statement, part, day, number) {listed}")


def _refresh_events(db: sqlite3.Connection) -> None:
    old = db.execute("SELECT e.n, e.event, e.day, e.number, e.terms FROM event_line e WHERE e.event IN lined")
    known = {event: (n, day, number, terms) for n, event, day, number, terms in old.fetchall()}
    batch: list[tuple[str, str, int, str]] = []
    for line in _lines(db):
        batch.append(line)
        if len(batch) >= _BATCH:
            _write(db, batch, known)
            batch.clear()
    _write(db, batch, known)
    for n, _, _, terms in known.values():  # what is no longer listed
        _unindex(db, [(n, terms)])
        db.execute("DELETE FROM event_line WHERE n = ?", (n,))


def _lines(db: sqlite3.Connection) -> Iterable[tuple[str, str, int, str]]:
    reader = db.cursor()
    rows = reader.execute(_EVENTS.format(chosen="AND e.id IN lined"))
    for event, group in groupby(rows, key=itemgetter(0)):
        members = list(group)
        people = [row[7] for row in members]
        _, day, number, title, description, place, when, _ = members[0]
        text = "\n".join(part for part in (title, description, place) if part)
        terms = folded_terms(text)
        found = [*terms, *kins_of(terms), *(person_term(person) for person in people if person)]
        if when:
            found.extend(day_terms(parse_edtf(when)))
        yield event, day, number, " ".join(dict.fromkeys(found))


def _write(
    db: sqlite3.Connection,
    batch: list[tuple[str, str, int, str]],
    known: dict[str, tuple[int, str, int, str]],
) -> None:
    """Writes lines; what is as it was is left alone. Takes what it saw out of `known`."""
    for event, day, number, terms in batch:
        before = known.pop(event, None)
        if before and before[1:] == (day, number, terms):
            continue
        if before and before[3] == terms:
            db.execute("UPDATE event_line SET day = ?, number = ? WHERE n = ?", (day, number, before[0]))
            continue
        if before:
            _unindex(db, [(before[0], before[3])])
            db.execute("DELETE FROM event_line WHERE n = ?", (before[0],))
        query = "INSERT INTO event_line (event, day, number, terms) VALUES (?,?,?,?)"
        n = db.execute(query, (event, day, number, terms)).lastrowid
        db.execute("INSERT INTO event_search (rowid, terms) VALUES (?,?)", (n, terms))


def _unindex(db: sqlite3.Connection, rows: list[tuple[int, str]]) -> None:
    db.executemany("INSERT INTO event_search (event_search, rowid, terms) VALUES ('delete', ?, ?)", rows)
