"""What can be found: the words of every record and the paragraphs of every source, kept in the indexes.

The words themselves are stored once, in chunks and records; the indexes refer to them. Runs of CJK letters,
which have no spaces between words, are also indexed as pairs of letters.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from factcheck.core.words import CJK, cjk_pairs, cjk_runs

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_CJK = re.compile(f"[{CJK}]")

FINDABLE: dict[str, tuple[str, ...]] = {
    "statement": ("words", "question", "forum"),
    "claim": ("words", "restatement"),
    "event": ("title", "description", "place"),
    "person": ("name", "note"),
    "alias": ("name",),
    "role": ("title",),
    "evidence": ("cited",),
    "explanation": ("words",),
    "note": ("text",),
    "tag": ("name",),
    "source": ("title", "name", "publisher", "author"),
}
"""What of each record can be found by its words."""


def words_of(entity: str, fields: Mapping[str, Any]) -> str:
    """The searchable words of a record; empty where it has none."""
    return "\n".join(fields[name] for name in FINDABLE.get(entity, ()) if fields.get(name))


def last_row(db: sqlite3.Connection) -> int:
    """The greatest row that a record's words have."""
    return int(db.execute("SELECT coalesce(max(id), 0) FROM record_text").fetchone()[0])


def has_words(db: sqlite3.Connection, record: str, words: str) -> bool:
    """Whether a record is findable by just these words."""
    old = db.execute("SELECT words FROM record_text WHERE record = ?", (record,)).fetchone()
    return (old[0] if old else "") == words


def remember(write: Callable[..., None], row: int, entity: str, record: str, words: str) -> None:
    """Makes a record findable by these words, in a row that is free; one of earlier words must be
    forgotten."""
    write("INSERT INTO record_text (id, record, entity, words) VALUES (?,?,?,?)", row, record, entity, words)
    write("INSERT INTO record_search (rowid, entity, words) VALUES (?,?,?)", row, entity, words)
    if pairs := pairs_of(words):
        write("INSERT INTO record_cjk_search (rowid, words) VALUES (?,?)", row, pairs)


def forget(db: sqlite3.Connection, record: str) -> None:
    """Makes a record unfindable."""
    query = "SELECT id, entity, words FROM record_text WHERE record = ?"
    old = db.execute(query, (record,)).fetchone()
    if not old:
        return
    db.execute(
        "INSERT INTO record_search (record_search, rowid, entity, words) VALUES ('delete', ?, ?, ?)", old
    )
    if pairs := pairs_of(old[2]):
        _drop_pairs(db, "record_cjk_search", old[0], pairs)
    db.execute("DELETE FROM record_text WHERE id = ?", (old[0],))


def remember_source(db: sqlite3.Connection, source: str) -> None:
    """Indexes the paragraphs of a source whose chunks are stored."""
    for n, start, text in db.execute(
        "SELECT n, start, text FROM chunk WHERE source = ?", (source,)
    ).fetchall():
        db.executemany(
            "INSERT INTO paragraph (source, chunk, start, length) VALUES (?,?,?,?)",
            (
                (source, n, start + found.start(), found.end() - found.start())
                for found in _PARAGRAPH.finditer(text)
            ),
        )
    db.execute(
        """INSERT INTO source_search (rowid, words)
        SELECT t.id, t.words FROM paragraph p JOIN paragraph_text t ON t.id = p.id WHERE p.source = ?""",
        (source,),
    )
    for paragraph, pairs in list(_paired(db, source)):
        db.execute("INSERT INTO source_cjk_search (rowid, words) VALUES (?,?)", (paragraph, pairs))


def forget_source(db: sqlite3.Connection, source: str) -> None:
    """Takes a source's paragraphs out of the index; its chunks must still be there."""
    for paragraph, pairs in list(_paired(db, source)):
        _drop_pairs(db, "source_cjk_search", paragraph, pairs)
    db.execute(
        """INSERT INTO source_search (source_search, rowid, words)
        SELECT 'delete', t.id, t.words FROM paragraph p JOIN paragraph_text t ON t.id = p.id WHERE p.source =
        ?""",
        (source,),
    )
    db.execute("DELETE FROM paragraph WHERE source = ?", (source,))


def _paired(db: sqlite3.Connection, source: str) -> Iterator[tuple[int, str]]:
    """The paragraphs of a source that hold CJK letters, as pairs."""
    chunks = db.execute("SELECT n, start, text FROM chunk WHERE source = ? ORDER BY n", (source,))
    for n, start, text in chunks.fetchall():
        if not _CJK.search(text):
            continue
        query = "SELECT id, start, length FROM paragraph WHERE source = ? AND chunk = ? ORDER BY start"
        for paragraph, at, length in db.execute(query, (source, n)).fetchall():
            if pairs := pairs_of(text[at - start : at - start + length]):
                yield paragraph, pairs


def pairs_of(text: str) -> str:
    """The runs of CJK letters in a text as pairs; empty where it has none."""
    return " ".join(pair for run in cjk_runs(text) for pair in cjk_pairs(run))


def _drop_pairs(db: sqlite3.Connection, index: str, row: int, pairs: str) -> None:
    db.execute(f"INSERT INTO {index} ({index}, rowid, words) VALUES ('delete', ?, ?)", (row, pairs))
