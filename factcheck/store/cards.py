"""What every start asks of a case: its title, and who a reviewer is.

Read as they stand: a whole record would first need the rules of all records."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from factcheck.core.codes import Role


def case_card(db: sqlite3.Connection) -> tuple[str, str | None, bool]:
    """Title, scope question, and whether it is the sample."""
    title, question, sample = db.execute("SELECT title, question, sample FROM case_card").fetchone()
    return title, question, bool(sample)


def reviewer_card(db: sqlite3.Connection, reviewer: str) -> tuple[str, Role] | None:
    """Name and role; None where nobody of that id has joined."""
    row = db.execute("SELECT name, role FROM reviewer WHERE id = ?", (reviewer,)).fetchone()
    return (row[0], row[1]) if row else None
