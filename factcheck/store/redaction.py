"""Redaction: what a `source.redacted` entry names goes from the file, and does not come back.

The entry names other entries by their hashes; their bodies go, their headers stay, so that the chain still
holds. With a redacted source go its original, its text and its map, and what was proposed or imported from
it, unless another source needs the same bytes. Undoing a redaction brings nothing back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.store import contents, labels, project, replica, reversal

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_NAMED = """SELECT DISTINCT j.value FROM act a JOIN entry e ON e.hash = a.hash,
json_each(e.body, '$.fields.redacted_entries') j WHERE a.kind = 'source.redacted'"""

_HELD = """SELECT s.id AS source, s.bytes_sha AS sha FROM source s
UNION ALL SELECT s.id, s.text_sha FROM source s
UNION ALL SELECT s.id, s.map_sha FROM source s
UNION ALL SELECT e.source, e.proposals_sha FROM extraction e
UNION ALL SELECT g.source, g.rows_sha FROM register g
UNION ALL SELECT g.source, j.value FROM register g, json_each(g.rows_more) j"""


def enforce(db: sqlite3.Connection, touched: Iterable[str] = ()) -> int:
    """Carries out all redactions of the ledger and brings the tables up to date, after entries of the
    `touched` came too; how many bodies went. The caller holds the transaction."""
    forgotten = _forget_bodies(db)
    if folded := dict.fromkeys((*touched, *forgotten)):
        project.refold(db, folded)
    _forget_blobs(db)
    return len(forgotten)


def named(db: sqlite3.Connection) -> set[str]:
    """The hashes of all entries whose bodies were redacted."""
    return {hash_ for (hash_,) in db.execute(_NAMED)}


def blobs_gone(db: sqlite3.Connection) -> set[str]:
    """The SHA-256 of the bytes that went with redacted sources and that no other source needs."""
    if not (redacted := sources(db)):
        return set()
    held: dict[str, bool] = {}
    for source, name in db.execute(_HELD):
        held[name] = held.get(name, True) and source in redacted
    return {name for name, only_redacted in held.items() if only_redacted}


def sources(db: sqlite3.Connection) -> set[str]:
    """The ids of all sources that were ever redacted; undoing that brings nothing back."""
    return {
        source for (source,) in db.execute("SELECT DISTINCT subject FROM act WHERE kind = 'source.redacted'")
    }


def _forget_bodies(db: sqlite3.Connection) -> list[str]:
    """Removes the bodies that redactions name; the subjects of these. A redaction itself always stays."""
    rows = db.execute(
        f"""SELECT e.hash, json_extract(e.body, '$.subject')
        FROM ({_NAMED}) n JOIN entry e ON e.hash = n.value
        WHERE e.body IS NOT NULL AND json_extract(e.body, '$.kind') <> 'source.redacted'"""
    ).fetchall()
    touched = []
    for hash_, subject in rows:
        touched += reversal.subjects_of_entry(db, hash_)
        db.execute("UPDATE entry SET body = NULL WHERE hash = ?", (hash_,))
        for table in ("act", "reversal"):
            db.execute(f"DELETE FROM {table} WHERE hash = ?", (hash_,))
        labels.remember_numbers(db, subject)
    return touched


def _forget_blobs(db: sqlite3.Connection) -> None:
    """Removes the bytes of redacted sources, and the rows made of them."""
    for name in blobs_gone(db):
        db.execute("DELETE FROM blob WHERE sha256 = ?", (name,))
        db.execute("DELETE FROM local WHERE key = ?", (f"{replica.SKETCH}{name}",))
    for source in sources(db):
        for entity in ("extraction", "register"):
            for (holder,) in db.execute(f"SELECT id FROM {entity} WHERE source = ?", (source,)).fetchall():
                contents.remove(db, entity, holder)
