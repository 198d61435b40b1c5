"""Which record stands where several were said to be one (`same_as`).

Where two people merged two records into each other on two copies of the case, neither entry is wrong and both
point to the other: the one with the lower label stands for both. In a ring nothing is lost, nothing hangs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


MERGED = ("person", "event", "statement")
"""The sorts of records that can be the same as another; each has a table of its name."""


def standing_id(db: sqlite3.Connection, table: str, id_: str) -> str:
    """The id of the person, event or statement that stands for this one: itself, or the one it was merged
    into, however many steps away."""
    way = [id_]
    while (row := db.execute(f"SELECT same_as FROM {table} WHERE id = ?", (way[-1],)).fetchone()) and row[0]:
        if row[0] in way:
            ring = way[way.index(row[0]) :]
            marks = ",".join("?" * len(ring))
            query = f"SELECT id FROM record WHERE id IN ({marks}) ORDER BY number, at, id LIMIT 1"
            return str(db.execute(query, ring).fetchone()[0])
        way.append(row[0])
    return way[-1]


def standing_for(db: sqlite3.Connection, id_: str) -> str:
    """The same of a record of whatever sort, which may be one that is never merged."""
    row = db.execute("SELECT entity FROM record WHERE id = ?", (id_,)).fetchone()
    return standing_id(db, row[0], id_) if row and row[0] in MERGED else id_


def ways(table: str) -> str:
    """An SQL table of every merged record (`first`) with each record on the way to the one that stands
    (`id`); of a ring, each with all of them, itself included."""
    return f"""(WITH RECURSIVE up(first, id) AS (
        SELECT id, same_as FROM {table} WHERE same_as IS NOT NULL
        UNION SELECT u.first, m.same_as FROM up u JOIN {table} m ON m.id = u.id WHERE m.same_as IS NOT NULL)
        SELECT first, id FROM up)"""


def families(table: str, tops: str) -> str:
    """An SQL table of each record that a query gives (`top`) with itself and all that was merged into it
    (`id`)."""
    return f"""(WITH RECURSIVE down(top, id) AS (
        SELECT value, value FROM ({tops}) UNION
        SELECT d.top, m.id FROM down d CROSS JOIN {table} m ON m.same_as = d.id) SELECT top, id FROM down)"""


def stands(table: str, alias: str) -> str:
    """The same as an SQL condition: whether the row of that alias stands for itself."""
    return f"""({alias}.same_as IS NULL OR {alias}.id IN (WITH up AS {ways(table)}
        SELECT u.first FROM up u CROSS JOIN record f ON f.id = u.first WHERE u.first = u.id AND NOT EXISTS (
          SELECT 1 FROM up o CROSS JOIN record r ON r.id = o.id
          WHERE o.first = u.first AND (r.number, r.at, r.id) < (f.number, f.at, f.id))))"""
