"""The ledger in SQLite: appending one's own entries, receiving others', and reading them in order."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcheck.core.catalogue import KINDS
from factcheck.core.entities import ENTITIES
from factcheck.core.entry import MAX_AT, Body, Entry

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

COLUMNS = "hash, replica, seq, at, wall, actor, base, prev, body_hash, format, body"

RANK = {entity: rank for rank, entity in enumerate(ENTITIES)}
"""Records of a lower rank are folded first: what a record needs mostly stands before it in the catalogue."""


def insert(db: sqlite3.Connection, entries: Iterable[tuple[Entry, Body | None]]) -> None:
    """Appends entries and indexes those whose bodies are here."""
    acts: list[ActRow] = []
    rows: list[tuple[object, ...]] = []
    for entry, body in entries:
        rows.append(row_of(entry))
        if body is not None:
            if KINDS[body.kind].effect == "reverses":
                _index_reversal(db, entry, body)
            else:
                acts.append(_act_row(entry, body))
    db.executemany(f"INSERT INTO entry ({COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?)", rows)
    acts.sort()  # neighbours in the index are written together
    db.executemany(_ACT, acts)


def fill(db: sqlite3.Connection, entry: Entry, body: Body) -> None:
    """Gives an entry the body that was withheld from this copy, and indexes it."""
    db.execute("UPDATE entry SET body = ? WHERE hash = ?", (entry.body, entry.hash))
    if KINDS[body.kind].effect == "reverses":
        _index_reversal(db, entry, body)
    else:
        db.execute(_ACT, _act_row(entry, body))


_ACT = "INSERT INTO act VALUES (?,?,?,?,?,?,?,?)"
"""Notes whom an entry speaks of, so that its subject can be folded."""


ActRow = tuple[str, int, str, int, str, str, str, int]


def _act_row(entry: Entry, body: Body) -> ActRow:
    rank = RANK[KINDS[body.kind].entity]
    return (body.subject, entry.at, entry.replica, entry.seq, entry.hash, body.batch, body.kind, rank)


def _index_reversal(db: sqlite3.Connection, entry: Entry, body: Body) -> None:
    db.execute(
        "INSERT INTO reversal VALUES (?,?,?,?,?,?,?)",
        (entry.hash, entry.at, entry.replica, entry.seq, body.batch, body.fields["batch"], body.kind),
    )


def row_of(entry: Entry) -> tuple[object, ...]:
    """An entry as a row of the table `entry`, in the order of COLUMNS."""
    return (
        entry.hash,
        entry.replica,
        entry.seq,
        entry.at,
        entry.wall,
        entry.actor,
        json.dumps(entry.base, separators=(",", ":")) if entry.base else "[]",
        entry.prev,
        entry.body_hash,
        entry.format,
        entry.body,
    )


def entry_from(row: Iterable[Any]) -> Entry:
    """The inverse of `row_of`; the STRICT columns hold what the schema says."""
    hash_, replica, seq, at, wall, actor, base, prev, body_hash, format_, body = row
    return Entry(
        hash_,
        replica,
        seq,
        at,
        wall,
        actor,
        tuple(json.loads(base)) if base != "[]" else (),
        prev,
        body_hash,
        format_,
        body,
    )


def entries(db: sqlite3.Connection) -> Iterator[Entry]:
    """All entries, each replica's in the order of its own numbers."""
    query = f"SELECT {COLUMNS} FROM entry ORDER BY replica, seq, hash"
    for row in db.execute(query):
        yield entry_from(row)


def reindex(db: sqlite3.Connection) -> None:
    """Fills the index tables from the ledger; they must be empty. Entries of kinds unknown are left out."""
    kinds = [(kind.name, kind.effect, RANK.get(kind.entity)) for kind in KINDS.values()]
    db.execute("CREATE TEMP TABLE known (name TEXT PRIMARY KEY, effect TEXT, rank INTEGER) WITHOUT ROWID")
    db.executemany("INSERT INTO known VALUES (?,?,?)", kinds)
    db.execute(
        """INSERT INTO act SELECT json_extract(e.body, '$.subject'), e.at, e.replica, e.seq, e.hash,
          json_extract(e.body, '$.batch'), k.name, k.rank
        FROM entry e CROSS JOIN known k ON k.name = json_extract(e.body, '$.kind')
        WHERE k.effect <> 'reverses' ORDER BY 1, 2, 3, 4, 5"""
    )
    db.execute(
        """INSERT INTO reversal SELECT e.hash, e.at, e.replica, e.seq, json_extract(e.body, '$.batch'),
          json_extract(e.body, '$.fields.batch'), k.name
        FROM entry e CROSS JOIN known k ON k.name = json_extract(e.body, '$.kind')
        WHERE k.effect = 'reverses'"""
    )
    db.execute("DROP TABLE known")


def next_at(now: int, last: int) -> int:
    """The hybrid clock's next tick: the time, or one more than the greatest ever seen; it stops at its
    end."""
    return min(max(now, last + 1), MAX_AT)
