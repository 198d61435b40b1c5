"""Entries with their bodies, as the log shows them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcheck.core.light import dataclass

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as the log shows it, newest first; `fields` None where the body is absent."""

    hash: str
    wall: str
    actor: str
    batch: str
    kind: str
    subject: str
    fields: dict[str, Any] | None


def log(
    db: sqlite3.Connection, subjects: list[str] | None, limit: int, *, oldest_first: bool = False
) -> list[Written]:
    """Entries with their bodies, newest first; with `subjects` only those about them."""
    chosen = "1" if subjects is None else f"a.subject IN ({','.join('?' * len(subjects))})"
    order = "ASC" if oldest_first else "DESC"
    rows = db.execute(
        f"""SELECT e.hash, e.wall, e.actor, a.batch, a.kind, a.subject, e.body, e.at, e.replica, e.seq
        FROM entry e JOIN act a ON a.hash = e.hash WHERE {chosen}
        UNION ALL
        SELECT e.hash, e.wall, e.actor, v.batch, v.kind, v.names, e.body, e.at, e.replica, e.seq
        FROM entry e JOIN reversal v ON v.hash = e.hash WHERE {"1" if subjects is None else "0"}
        ORDER BY 8 {order}, 9 {order}, 10 {order}, 1 {order} LIMIT ?""",
        (*(subjects or ()), limit),
    )
    return [
        Written(hash_, wall, actor, batch, kind, subject, json.loads(body)["fields"] if body else None)
        for hash_, wall, actor, batch, kind, subject, body, _, _, _ in rows
    ]


def fields_of_entry(db: sqlite3.Connection, hash_: str) -> dict[str, Any]:
    """The fields of one entry; empty where its body is absent."""
    row = db.execute("SELECT body FROM entry WHERE hash = ?", (hash_,)).fetchone()
    return dict(json.loads(row[0])["fields"]) if row and row[0] else {}
