"""The projection: what the ledger says, as ordinary tables.

A record stands when a live entry makes it and every record it cannot do without stands; until then it
waits in `pending`. Optional references to absent records stay empty. Whatever order entries came in, the
tables are the same.
"""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING

from factcheck.store import connect, derive, ledger, lines
from factcheck.store.folding import fold_touched
from factcheck.store.schema import ORDINARY_TABLES, SEARCH_OBJECTS, projection_ddl
from factcheck.store.subjects import dead
from factcheck.store.wave import Wave

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_EARLY = re.compile(r" ON (paragraph|bench_line|event_line|proposal)\b")
"""The tables that are looked into while they are filled."""


def refold(db: sqlite3.Connection, subjects: Iterable[str]) -> None:
    """Brings the tables up to date after entries of these subjects came, or their batches were undone."""
    _begin(db)
    db.executemany("INSERT OR IGNORE INTO touched VALUES (?)", ((subject,) for subject in subjects))
    _settle(db)


def replay(db: sqlite3.Connection) -> None:
    """Drops everything but ledger, blobs and local tables, and makes it anew from them."""
    names = (*ORDINARY_TABLES, *SEARCH_OBJECTS)
    found = db.execute(
        "SELECT name, type FROM main.sqlite_schema WHERE type = 'view' OR (type = 'table' AND name IN ("
        + ",".join("?" * len(names))
        + ")) ORDER BY name NOT LIKE '%search', type = 'table', rowid DESC",
        names,
    ).fetchall()
    for name, kind in found:
        db.execute(f'DROP {kind} IF EXISTS "{name}"')
    build(db)


def build(db: sqlite3.Connection, *, searchable: bool = True) -> None:
    """Makes the projection's tables in a file that has none of them, and fills them from the ledger; the
    indexes and the lists' lines only when `searchable`."""
    with connect.roomy(db):
        _build(db, searchable=searchable)


def _build(db: sqlite3.Connection, *, searchable: bool) -> None:
    late: list[str] = []
    for statement in statements(projection_ddl()):
        if statement.lstrip().startswith("CREATE INDEX") and not _EARLY.search(statement):
            late.append(statement)  # made at one go when the tables are full: much faster than row by row
        else:
            db.execute(statement)
    ledger.reindex(db)
    _begin(db)
    db.execute("INSERT INTO touched SELECT DISTINCT subject FROM act")
    _settle(db, searchable=searchable, late=late)


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL script, one by one (`executescript` would commit the transaction it is in)."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def _begin(db: sqlite3.Connection) -> None:
    db.execute("CREATE TEMP TABLE IF NOT EXISTS touched (subject TEXT PRIMARY KEY) WITHOUT ROWID")
    db.execute("DELETE FROM touched")
    derive.begin(db)
    lines.begin(db)


def _settle(db: sqlite3.Connection, *, searchable: bool = True, late: Sequence[str] | None = None) -> None:
    """Folds the touched, then whatever waited for them or leaned on what is gone, until nothing moves.

    `late` are the indexes still to be made where the tables are empty.
    """
    gone = dead(db)
    fallen: set[str] = set()
    fresh = late is not None
    while True:
        moved = fold_touched(Wave(db, gone, fallen, searchable=searchable, fresh=fresh))
        fallen.update(moved.left)
        if fresh:
            fresh = False
            for statement in late or ():
                db.execute(statement)
            derive.note_all(db)
            lines.note_all(db)
        db.execute("DELETE FROM touched")
        db.executemany(
            "INSERT OR IGNORE INTO touched SELECT subject FROM reference WHERE referent = ?",
            ((subject,) for subject in moved.left),
        )
        if db.execute("SELECT EXISTS (SELECT 1 FROM pending)").fetchone()[0]:
            db.executemany(
                "INSERT OR IGNORE INTO touched SELECT subject FROM pending WHERE waits_for = ?",
                ((subject,) for subject in moved.rose),
            )
        if not db.execute("SELECT EXISTS (SELECT 1 FROM touched)").fetchone()[0]:
            break
    derive.refresh(db)
    if searchable:
        lines.refresh(db)
