"""Unsaved text, written as it is typed. Drafts belong to one file and one reviewer and are never merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def save(db: sqlite3.Connection, reviewer: str, key: str, text: str, at: str) -> None:
    """Keeps the text under the key, in place of what was there."""
    db.execute(
        """INSERT INTO draft VALUES (?,?,?,?) ON CONFLICT (reviewer, key)
        DO UPDATE SET text = excluded.text, at = excluded.at""",
        (reviewer, key, text, at),
    )


def load(db: sqlite3.Connection, reviewer: str, key: str) -> str | None:
    """The text under the key."""
    row = db.execute("SELECT text FROM draft WHERE reviewer = ? AND key = ?", (reviewer, key)).fetchone()
    return row[0] if row else None


def drop(db: sqlite3.Connection, reviewer: str, key: str) -> None:
    """Forgets the text under the key."""
    db.execute("DELETE FROM draft WHERE reviewer = ? AND key = ?", (reviewer, key))
