"""Undo and redo: entries that take a person's own last act out of the fold, and put it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.light import dataclass
from factcheck.store import subjects

if TYPE_CHECKING:
    import sqlite3

_QUIET = "('case.opened', 'replica.started', 'reviewer.joined')"


@dataclass(frozen=True, slots=True)
class Batch:
    """One act: its id, when it was made by the writer's clock, and its entries (subject, kind, hash) in
    order."""

    id: str
    wall: str
    entries: tuple[tuple[str, str, str], ...]


def last_act(db: sqlite3.Connection, actor: str) -> Batch | None:
    """The reviewer's last act that still counts."""
    dead = subjects.dead(db)
    for batch, _, reverses in _recent(db, actor):
        if not reverses and batch not in dead:
            return load(db, batch)
    return None


def last_undo(db: sqlite3.Connection, actor: str) -> tuple[str, Batch] | None:
    """The undo to be done again, and what it took back: only while nothing was done since."""
    dead = subjects.dead(db)
    for batch, kind, reverses in _recent(db, actor):
        if batch in dead or kind == "batch.redone":
            continue
        if not reverses:
            return None
        named = db.execute("SELECT names FROM reversal WHERE batch = ?", (batch,)).fetchone()[0]
        undone = load(db, named)
        return (batch, undone) if undone else None
    return None


def _recent(db: sqlite3.Connection, actor: str) -> sqlite3.Cursor:
    """The reviewer's batches, latest first: (batch, kind of one of its entries, whether it reverses)."""
    return db.execute(
        f"""SELECT coalesce(a.batch, v.batch), coalesce(a.kind, v.kind), v.batch IS NOT NULL
        FROM entry e LEFT JOIN act a ON a.hash = e.hash LEFT JOIN reversal v ON v.hash = e.hash
        WHERE e.actor = ? AND coalesce(a.kind, v.kind) NOT IN {_QUIET}
        ORDER BY e.at DESC, e.replica DESC, e.seq DESC, e.hash DESC""",
        (actor,),
    )


def load(db: sqlite3.Connection, batch: str) -> Batch | None:
    """An act by its id; None when no body of it is here."""
    rows = db.execute(
        """SELECT a.subject, a.kind, a.hash, e.wall FROM act a JOIN entry e ON e.hash = a.hash
        WHERE a.batch = ? ORDER BY a.at, a.replica, a.seq, a.hash""",
        (batch,),
    ).fetchall()
    if not rows:
        return None
    return Batch(batch, rows[0][3], tuple((subject, kind, hash_) for subject, kind, hash_, _ in rows))


def named_by(db: sqlite3.Connection, batch: str) -> str | None:
    """The batch that an undo of this id names; None where it is no undo."""
    row = db.execute("SELECT names FROM reversal WHERE batch = ?", (batch,)).fetchone()
    return row[0] if row else None


def subjects_of(db: sqlite3.Connection, batch: str) -> list[str]:
    """The records that an act touched; of an undo, those that the act it names touched, and so on."""
    rows = db.execute(
        """WITH RECURSIVE named (batch) AS (
          SELECT ? UNION SELECT v.names FROM named n JOIN reversal v ON v.batch = n.batch)
        SELECT DISTINCT a.subject FROM named n JOIN act a ON a.batch = n.batch""",
        (batch,),
    )
    return [subject for (subject,) in rows]


def subjects_of_entry(db: sqlite3.Connection, hash_: str) -> list[str]:
    """The records to fold again when one entry comes or goes: its own, or those that its reversal reaches."""
    row = db.execute("SELECT batch FROM reversal WHERE hash = ?", (hash_,)).fetchone()
    if row:
        return subjects_of(db, row[0])
    return [subject for (subject,) in db.execute("SELECT subject FROM act WHERE hash = ?", (hash_,))]


def rests_on(db: sqlite3.Connection, batch: str, limit: int = 10) -> list[tuple[str, str]]:
    """What stands on an act and would hang in the air without it: (subject, kind) of live entries of other
    acts.

    These are entries about the same records made with the act's in sight, and records that refer to those it
    made.
    """
    dead = subjects.dead(db)
    later = db.execute(
        """SELECT DISTINCT later.subject, later.kind, later.batch FROM act mine
        JOIN act later ON later.subject = mine.subject AND later.batch <> mine.batch
          AND (later.at, later.replica, later.seq) > (mine.at, mine.replica, mine.seq)
        WHERE mine.batch = ?
        UNION
        SELECT DISTINCT other.subject, other.kind, other.batch FROM act mine
        JOIN reference f ON f.referent = mine.subject
        JOIN act other ON other.subject = f.subject AND other.batch <> mine.batch
          AND (other.at, other.replica, other.seq) > (mine.at, mine.replica, mine.seq)
        WHERE mine.batch = ? AND NOT EXISTS (
          SELECT 1 FROM act first WHERE first.subject = mine.subject
          AND (first.at, first.replica, first.seq) < (mine.at, mine.replica, mine.seq))
        ORDER BY 1, 2""",
        (batch, batch),
    )
    found: list[tuple[str, str]] = []
    for subject, kind, other in later:
        if other not in dead:
            found.append((subject, kind))
            if len(found) == limit:
                break
    return found
