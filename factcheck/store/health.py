"""How a case file fares as a file, asked without opening it as a case: it may be too damaged for that."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from factcheck.core.light import dataclass
from factcheck.errors import FactcheckError
from factcheck.store import connect, migrations
from factcheck.store.case import connect_read_only, refuse_what_is_no_case

if TYPE_CHECKING:
    from pathlib import Path

_TOLD = 3


@dataclass(frozen=True, slots=True)
class Health:
    """`format` is the file's, `newest` what this program writes; `faults` are SQLite's findings, in its
    words."""

    format: int
    newest: int
    faults: tuple[str, ...]


def look(path: Path) -> Health:
    """Reads the whole file once and changes nothing; a FactcheckError where that is no case or cannot be
    opened."""
    refuse_what_is_no_case(path)
    with connect.told_in_words(path):
        db = connect_read_only(path)
        try:
            version = migrations.version_of(db)
            return Health(version, migrations.VERSION, tuple(_faults(db)))
        finally:
            db.close()


def _faults(db: sqlite3.Connection) -> list[str]:
    try:
        found = [str(line) for (line,) in db.execute(f"PRAGMA quick_check({_TOLD})")]
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [] if found == ["ok"] else found


def waiting_writes(path: Path) -> int:
    """Bytes in the file beside a case that holds its latest writes; 0 where all is in the case itself."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size
    except OSError:
        return 0


def sqlite_version() -> str:
    """Which SQLite this Python has."""
    return sqlite3.sqlite_version


def sqlite_trouble() -> FactcheckError | None:
    """Why this Python's SQLite cannot be used; None where it can."""
    try:
        connect.check_sqlite()
    except FactcheckError as error:
        return error
    return None


def on_network(path: Path) -> bool:
    """Whether a path lies on a network file system."""
    return connect.on_network(path)
