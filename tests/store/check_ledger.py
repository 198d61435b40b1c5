"""Checks the ledger of a case file without a line of factcheck: `python check_ledger.py CASE.db`.

It follows FORMAT.md: header hashes, body hashes, canonical JSON, the chain of every replica, the clock, the
documents."""

import hashlib
import json
import sqlite3
import sys
import zlib
from collections.abc import Iterator

HEADER = ("actor", "at", "base", "body_hash", "format", "prev", "replica", "seq", "wall")


def canonical(value: object) -> bytes:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode()


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def body_is_sound(body: bytes) -> bool:
    try:
        value = json.loads(body)
        return set(value) == {"salt", "batch", "kind", "subject", "fields"} and canonical(value) == body
    except (ValueError, TypeError, RecursionError):
        return False


def problems(path: str) -> Iterator[tuple[str, str]]:
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    db.text_factory = lambda text: str(text, errors="replace")
    db.row_factory = sqlite3.Row
    entries: dict[str, tuple[str, int]] = {}
    for row in db.execute("SELECT *, CAST(body AS BLOB) AS bytes FROM entry ORDER BY replica, seq, hash"):
        where = f"{row['replica']}, entry {row['seq']}, {row['hash'][:8]}"
        try:
            header = {name: json.loads(row[name]) if name == "base" else row[name] for name in HEADER}
            header["base"].sort()
            header_hash = sha256(canonical(header))
        except (ValueError, AttributeError, TypeError):
            header_hash = None
        if header_hash != row["hash"]:
            yield where, "header"
        if row["bytes"] is not None and sha256(row["bytes"]) != row["body_hash"]:
            yield where, "body"
        if row["bytes"] is not None and not body_is_sound(row["bytes"]):
            yield where, "form"
        if not (row["seq"] >= 1 and 0 <= row["at"] <= 4_102_444_800_000_000 and row["format"] == 1):
            yield where, "limits"
        before = (row["replica"], row["seq"] - 1)
        if row["prev"] != "" if row["seq"] == 1 else entries.get(row["prev"]) != before:
            yield where, "chain"
        entries[row["hash"]] = (row["replica"], row["seq"])
    for name, size, coding, stored in db.execute("SELECT sha256, size, coding, stored FROM blob"):
        try:
            data = zlib.decompress(stored) if coding == "zlib" else stored
        except zlib.error:
            data = b""
        if sha256(data) != name or len(data) != size:
            yield name[:12], "document"
    db.close()


if __name__ == "__main__":
    found = list(problems(sys.argv[1]))
    for where, what in found:
        print(f"{where}: {what}")
    sys.exit(1 if found else 0)
