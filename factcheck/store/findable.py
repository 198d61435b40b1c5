"""What can be found: the words of every record and the paragraphs of every source, kept in the indexes.

The words themselves are stored once, in chunks and records; the indexes refer to them. Runs of CJK letters,
which have no spaces between words, are also indexed as pairs of letters.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from factcheck.core.words import CJK, cjk_pairs, cjk_runs

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

LONG = 2_000
"""Code points: a longer paragraph (a table's rows, lines without a blank one) is found by parts."""

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


def forget(db: sqlite3.Connection, records: Iterable[str]) -> None:
    """Makes records unfindable, in the order of their rows: an index that is written in another order is put
    away and taken up again for each of them."""
    query = "SELECT id, entity, words FROM record_text WHERE record = ?"
    found = (db.execute(query, (record,)).fetchone() for record in records)
    for old in sorted(row for row in found if row):
        db.execute(
            "INSERT INTO record_search (record_search, rowid, entity, words) VALUES ('delete', ?, ?, ?)", old
        )
        if pairs := pairs_of(old[2]):
            _drop_pairs(db, "record_cjk_search", old[0], pairs)
        db.execute("DELETE FROM record_text WHERE id = ?", (old[0],))


def remember_source(db: sqlite3.Connection, source: str) -> None:
    """Indexes the text of a source whose chunks, turns and sections are stored, a paragraph or a turn a row.

    Those of a transcript's word index are left out: every word would be found there once more."""
    skipped = _word_indexes(db, source)
    borders = _borders(db, source)
    for n, start, text in db.execute(
        "SELECT n, start, text FROM chunk WHERE source = ?", (source,)
    ).fetchall():
        db.executemany(
            "INSERT INTO paragraph (source, chunk, start, length) VALUES (?,?,?,?)",
            (
                (source, n, start + first, last - first)
                for first, last in _rows_of(text, start, borders)
                if not any(begin <= start + first < end for begin, end in skipped)
            ),
        )
    db.execute(
        """INSERT INTO source_search (rowid, words)
        SELECT t.id, t.words FROM paragraph p JOIN paragraph_text t ON t.id = p.id WHERE p.source = ?""",
        (source,),
    )
    for paragraph, pairs in list(_paired(db, source)):
        db.execute("INSERT INTO source_cjk_search (rowid, words) VALUES (?,?)", (paragraph, pairs))


def _rows_of(text: str, start: int, borders: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches of a chunk that begins at `start` to be found on their own: its paragraphs, cut before
    the lines on which a turn or a section begins, and after LONG code points at a line end."""
    for found in _PARAGRAPH.finditer(text):
        at = found.start()
        first = bisect_right(borders, start + at)
        cuts = []
        for border in borders[first : bisect_left(borders, start + found.end())]:
            line = text.rfind("\n", 0, border - start) + 1
            if line > at:
                cuts.append(line)
        for end in [*dict.fromkeys(cuts), found.end()]:
            while end - at > LONG and (line := text.find("\n", at + LONG, end) + 1):
                yield at, line - 1
                at = line
            if at < end:
                yield at, end
            at = end


def _borders(db: sqlite3.Connection, source: str) -> list[int]:
    """Where turns and sections begin, in order."""
    query = (
        "SELECT start FROM turn WHERE source = :source UNION SELECT start FROM section WHERE source = :source"
    )
    return sorted(start for (start,) in db.execute(query, {"source": source}))


def _word_indexes(db: sqlite3.Connection, source: str) -> list[tuple[int, int]]:
    """The stretches of a source that are a word index."""
    query = "SELECT start, sort FROM section WHERE source = ? ORDER BY start"
    sections = [*db.execute(query, (source,)), (sys.maxsize, "end")]
    return [(start, end) for (start, sort), (end, _) in pairwise(sections) if sort == "index"]


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
