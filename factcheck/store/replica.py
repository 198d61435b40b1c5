"""Whose file this is: each copy of a case is a replica of its own, from its first write on."""

from __future__ import annotations

import hashlib
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

SKETCH = "sketch.1 "
"""Begins the key of a text's sketch; the SHA-256 of the text follows."""


def machine_id() -> str:
    """A digest that tells this machine from others and reveals nothing of it."""
    for path in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        try:
            named = Path(path).read_text(encoding="ascii").strip()
        except OSError:
            continue
        if named:
            return hashlib.sha256(f"factcheck {named}".encode()).hexdigest()[:16]
    return hashlib.sha256(f"factcheck {uuid.getnode():x}".encode()).hexdigest()[:16]


def body_of(path: Path) -> str:
    """What makes this file this file: the machine, the device and the file's number on it."""
    stat = path.stat()
    return f"{machine_id()}:{stat.st_dev}:{stat.st_ino}"


def get_local(db: sqlite3.Connection, key: str) -> str | None:
    """A value that belongs to this file alone and is never merged."""
    row = db.execute("SELECT value FROM local WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def set_local(db: sqlite3.Connection, key: str, value: str) -> None:
    """Sets such a value."""
    db.execute(
        "INSERT INTO local VALUES (?,?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, value)
    )


def begin_anew(db: sqlite3.Connection, origin: str) -> None:
    """Makes the next write start a new replica; `origin` says what this file is (copy, backup, restored
    copy)."""
    db.execute("DELETE FROM local WHERE key IN ('replica', 'body', 'letter')")
    set_local(db, "origin", origin)
