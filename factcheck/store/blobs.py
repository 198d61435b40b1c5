"""Blobs: originals, reading texts, maps and proposals, each under the SHA-256 of its bytes, compressed."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from factcheck.core.entry import sha256
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

MAX_BLOB = 1_000_000_000
"""SQLite's own limit for one value, in bytes."""


def put(db: sqlite3.Connection, data: bytes) -> str:
    """Keeps bytes, once; their SHA-256."""
    if len(data) > MAX_BLOB:
        raise FactcheckError(
            "The file is too large to keep", f"{len(data):,} bytes; the limit is {MAX_BLOB:,}."
        )
    name = sha256(data)
    if has(db, name):
        return name
    packed = zlib.compress(data, 6)
    coding, stored = ("zlib", packed) if len(packed) < len(data) else ("raw", data)
    db.execute("INSERT INTO blob VALUES (?,?,?,?)", (name, len(data), coding, stored))
    return name


def has(db: sqlite3.Connection, name: str) -> bool:
    """Whether the bytes are here."""
    return db.execute("SELECT 1 FROM blob WHERE sha256 = ?", (name,)).fetchone() is not None


def get(db: sqlite3.Connection, name: str) -> bytes:
    """The bytes of a blob, checked against their name."""
    row = db.execute("SELECT size, coding, stored FROM blob WHERE sha256 = ?", (name,)).fetchone()
    if row is None:
        raise FactcheckError(
            "A stored document is not here",
            f"The bytes {name[:12]}… were removed or have not arrived.",
            "Merge the copy of the case that holds them.",
        )
    data = unpack(*row)
    if sha256(data) != name:
        raise FactcheckError(
            "A stored document is damaged",
            f"The bytes {name[:12]}… are not those that were kept.",
            "Restore a backup; `factcheck verify` lists all that is damaged.",
        )
    return data


def unpack(size: int, coding: str, stored: bytes) -> bytes:
    """The bytes as they were; never more than `size` of them, whatever the stored form claims."""
    if coding == "raw":
        return stored
    try:
        data = zlib.decompressobj().decompress(stored, size + 1)
    except zlib.error as error:
        raise FactcheckError("A stored document is damaged", str(error), "Restore a backup.") from error
    return data


def names(db: sqlite3.Connection) -> Iterator[str]:
    """The SHA-256 of every blob, in order."""
    for (name,) in db.execute("SELECT sha256 FROM blob ORDER BY sha256"):
        yield name
