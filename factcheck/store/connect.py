"""Connections: the one place that opens SQLite. Writers BEGIN IMMEDIATE; readers are `query_only`."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Iterator

Db = sqlite3.Connection
"""A connection, for those who pass one on without knowing SQLite."""

MINIMUM = (3, 37, 0)
"""STRICT tables came with SQLite 3.37."""

BUSY_MS = 30_000
"""How long a writer waits for another one's act."""

APPLICATION_ID = 0x66636B31
"""`fck1`: marks a file as a case."""

MAGIC = b"SQLite format 3\x00"


def check_sqlite() -> None:
    """Refuses an SQLite that is too old or was built without FTS5."""
    if sqlite3.sqlite_version_info < MINIMUM:
        raise FactcheckError(
            title="This Python's SQLite is too old",
            detail=f"It is {sqlite3.sqlite_version}; factcheck needs 3.37 or newer.",
            hint="Use a newer Python, or one built against a newer SQLite.",
        )
    probe = sqlite3.connect(":memory:")
    try:
        probe.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
    except sqlite3.OperationalError as error:
        raise FactcheckError(
            title="This Python's SQLite cannot search",
            detail="It was built without FTS5.",
            hint="Use a Python whose SQLite has FTS5 (the usual ones have it).",
        ) from error
    finally:
        probe.close()


def connect(path: Path, *, write: bool, immutable: bool = False) -> sqlite3.Connection:
    """A connection with every setting of a case. Transactions are begun by hand (see `immediate`).

    `immutable` is for a file in a place that nobody can write to: SQLite then makes no helper files beside
    it.
    """
    db = sqlite3.connect(
        address(path, write=write, immutable=immutable),
        uri=True,
        isolation_level=None,
        timeout=BUSY_MS / 1000,
        check_same_thread=False,
    )
    settle(db, write=write)
    return db


def address(path: Path, *, write: bool, immutable: bool = False) -> str:
    """A file as SQLite's URI names it; it is never made by being opened."""
    how = f"mode={'rw' if write else 'ro'}{'&immutable=1' if immutable else ''}"
    return f"file:{quote(os.fsencode(path))}?{how}"


def can_be_read(db: sqlite3.Connection) -> bool:
    """Whether SQLite can make the helper files that it needs to read the case."""
    try:
        db.execute("PRAGMA schema_version")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CANTOPEN:
            return False
        raise
    return True


def is_still(path: Path) -> bool:
    """Whether a case lies in its one file alone, with nothing waiting in a -wal file beside it."""
    return not path.with_name(path.name + "-wal").exists()


def discard(path: Path) -> None:
    """Removes a half-made file and SQLite's helper files beside it. What cannot be removed, as on a read-only
    mount, could not be made either."""
    for end in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + end).unlink(missing_ok=True)


def settle(db: sqlite3.Connection, *, write: bool) -> None:
    """Sets the pragmas and the SQL functions that the schema's triggers call."""
    db.create_function("factcheck_sha256", 1, _sha256, deterministic=True)
    db.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA recursive_triggers = ON")
    db.execute("PRAGMA temp_store = MEMORY")
    if write:
        db.execute("PRAGMA synchronous = FULL")
    else:
        db.execute("PRAGMA query_only = ON")


def _sha256(text: str | bytes | None) -> str | None:
    if text is None:
        return None
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


@contextmanager
def immediate(db: sqlite3.Connection) -> Iterator[None]:
    """One transaction that holds the write lock from its first moment; rolled back whole on any error."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:  # an interrupt too leaves nothing half written
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


@contextmanager
def roomy(db: sqlite3.Connection) -> Iterator[None]:
    """More memory for pages while very much is written at once; a large act would else go to disk piece by
    piece."""
    usual = db.execute("PRAGMA cache_size").fetchone()[0]
    db.execute("PRAGMA cache_size = -64000")
    try:
        yield
    finally:
        db.execute(f"PRAGMA cache_size = {usual:d}")


@contextmanager
def snapshot(db: sqlite3.Connection) -> Iterator[None]:
    """Several readings of one state of the file; nothing to do inside a transaction that is already open."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.execute("ROLLBACK")


@contextmanager
def told_in_words(path: Path) -> Iterator[None]:
    """Turns SQLite's own errors into ones that say what happened to which file and what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise explained(error, path) from error


def explained(error: sqlite3.Error, path: Path) -> FactcheckError:
    """The error in words."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_FULL:
            title, hint = "The disk is full", "Make room and do it again; the case is as it was before."
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            title, hint = "The case cannot be written to", "Copy it to a place where you may write."
        case sqlite3.SQLITE_CANTOPEN:
            title, hint = "The case cannot be opened", "Check the path and your permissions."
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            title, hint = "Another program is writing to the case", "Close it or wait, then do it again."
        case sqlite3.SQLITE_CORRUPT:
            title, hint = "The case file is damaged", "Run `factcheck verify` on it, and restore a backup."
        case sqlite3.SQLITE_NOTADB:
            title, hint = "This is no case", "A case is an SQLite file made by `factcheck new`."
        case sqlite3.SQLITE_IOERR:
            title, hint = (
                "The disk gave an error",
                "The case is as it was before; check the disk and the mount.",
            )
        case _:
            title, hint = "The case could not be read or written", "Run `factcheck verify` on it."
    return FactcheckError(title=title, detail=f"{path}: {error}", hint=hint)


NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afs", "9p", "ncpfs", "glusterfs", "ceph", "davfs"}
)


def on_network(path: Path, mounts: Path = Path("/proc/self/mounts")) -> bool:
    """Whether a path lies on a network file system, where SQLite's locks cannot be trusted. False where
    unknown."""
    try:
        table = mounts.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    target = str(path.resolve())
    best, kind = "", ""
    for line in table.splitlines():
        parts = line.split()
        if len(parts) < 3:
            continue
        point = parts[1].replace("\\040", " ")
        inside = target == point or target.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, parts[2]
    return kind in NETWORK_TYPES
