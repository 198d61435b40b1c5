"""The heads of the ledger: which state of the case this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.entry import sha256

if TYPE_CHECKING:
    import sqlite3


def digest(db: sqlite3.Connection) -> str:
    """One line for the whole ledger: the SHA-256 of every replica's last entry, in order.

    Kept elsewhere, it shows a later rewrite of the whole file, which the chain alone cannot.
    """
    rows = db.execute(
        """SELECT e.hash FROM entry e WHERE NOT EXISTS (
          SELECT 1 FROM entry later
          WHERE later.replica = e.replica AND later.seq = e.seq + 1 AND later.prev = e.hash)
        ORDER BY e.hash"""
    )
    return sha256(",".join(hash_ for (hash_,) in rows))


def is_locked(db: sqlite3.Connection) -> bool:
    """Whether the last lock still holds."""
    row = db.execute("SELECT reopened FROM lock WHERE withdrawn = 0 ORDER BY number DESC LIMIT 1").fetchone()
    return row is not None and not row[0]
