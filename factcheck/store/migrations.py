"""Migrations of what is kept for ever. The projection is none of theirs: it is dropped and replayed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.store import connect

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = ()
"""One function a step: the first leads from version 1 to 2. `ledger_tables.LEDGER` makes version 1."""

VERSION = 1 + len(MIGRATIONS)
"""The version of ledger, blob and local tables that this program writes (`PRAGMA user_version`)."""


def stamp(db: sqlite3.Connection, version: int = VERSION) -> None:
    """Marks a file's version."""
    db.execute(f"PRAGMA user_version = {version:d}")


def version_of(db: sqlite3.Connection) -> int:
    """A file's version."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def check(db: sqlite3.Connection, path: Path) -> None:
    """Refuses a case that a newer program made."""
    version = version_of(db)
    if version > VERSION:
        raise FactcheckError(
            "This case was made by a newer factcheck",
            f"{path} has format {version}; this program knows formats up to {VERSION}.",
            "Install the newer version: pip install --upgrade factcheck-workbench",
        )


def migrate(db: sqlite3.Connection, path: Path) -> None:
    """Brings an older case up to date in one transaction, after a copy beside it was made."""
    version = version_of(db)
    if version >= VERSION:
        return
    _copy(db, path, path.with_name(f"{path.name}.v{version}.bak"))
    with connect.immediate(db):
        for step in MIGRATIONS[version_of(db) - 1 :]:  # another process may have been here first
            step(db)
        stamp(db, VERSION)


def _copy(db: sqlite3.Connection, path: Path, copy: Path) -> None:
    """Copies the case as it is, unless there is a copy; one that was cut off never bears the name."""
    if copy.exists():
        return
    making = copy.with_name(f".{copy.name}.{os.getpid()}.new")
    try:
        connect.discard(making)
        db.execute("VACUUM INTO ?", (str(making),))
        making.rename(copy)
    except OSError as error:
        raise FactcheckError(
            "The case is older and has to be copied before it is brought up to date",
            f"{copy}: {error.strerror or error}",
            f"Make room beside {path.name}, or copy it to another place and open it there.",
        ) from error
    finally:
        connect.discard(making)
