"""The texts of sources, read by range: lines, places, turns, sections, holes."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

from factcheck.core.document import Place, Section, Turn

if TYPE_CHECKING:
    pass


def slice_of(db: sqlite3.Connection, source: str, start: int, end: int) -> str:
    """The text of a stretch, in code points; shorter where the text ends before."""
    rows = db.execute(
        """SELECT start, text FROM chunk WHERE source = ? AND start < ? AND n >= coalesce(
        (SELECT max(n) FROM chunk WHERE source = ? AND start <= ?), 0) ORDER BY n""",
        (source, end, source, start),
    )
    return "".join(text[max(0, start - at) : max(0, end - at)] for at, text in rows)


def line_count(db: sqlite3.Connection, source: str) -> int:
    """How many lines the text has: one more than its newlines, none without text."""
    row = db.execute(
        "SELECT first_line, text FROM chunk WHERE source = ? ORDER BY n DESC LIMIT 1", (source,)
    ).fetchone()
    return row[0] + row[1].count("\n") + 1 if row else 0


def lines(db: sqlite3.Connection, source: str, first: int, count: int) -> list[tuple[int, int, str]]:
    """Some lines, counted from 0: (number, offset of its first code point, text without its newline)."""
    rows = db.execute(
        """SELECT start, first_line, text FROM chunk WHERE source = ? AND first_line < ? AND n >= coalesce(
        (SELECT min(n) FROM chunk WHERE source = ? AND first_line =
          (SELECT max(first_line) FROM chunk WHERE source = ? AND first_line <= ?)), 0) ORDER BY n""",
        (source, first + count, source, source, first),
    )
    found: list[tuple[int, int, str]] = []
    carry: tuple[int, str] | None = None
    last = first
    for start, first_line, text in rows:
        offset = start
        pieces = text.split("\n")
        for number, piece in enumerate(pieces, first_line):
            begin, words = (carry[0], carry[1] + piece) if carry and number == first_line else (offset, piece)
            carry = None
            offset += len(piece) + 1
            if number == first_line + len(pieces) - 1:
                carry = (begin, words)
            elif first <= number < first + count:
                found.append((number, begin, words))
            last = number
    if carry is not None and first <= last < first + count:
        found.append((last, *carry))
    return found


def line_of(db: sqlite3.Connection, source: str, offset: int) -> int:
    """The number, from 0, of the line that holds a code point."""
    row = db.execute(
        "SELECT start, first_line, text FROM chunk WHERE source = ? AND start <= ? ORDER BY n DESC LIMIT 1",
        (source, offset),
    ).fetchone()
    return row[1] + row[2].count("\n", 0, offset - row[0]) if row else 0


def place_at(db: sqlite3.Connection, source: str, offset: int) -> Place:
    """Where a code point stands in the original."""
    row = db.execute(
        """SELECT page, line, paragraph, cell, time FROM place WHERE source = ? AND start <= ?
        ORDER BY start DESC LIMIT 1""",
        (source, offset),
    ).fetchone()
    return Place(*row) if row else Place()


def holes(db: sqlite3.Connection, source: str) -> list[tuple[str, str, int]]:
    """What the reader could not read: (what, where, count)."""
    query = 'SELECT what, "where", count FROM hole WHERE source = ? ORDER BY n'
    return list(db.execute(query, (source,)))


def machine_read(db: sqlite3.Connection, source: str, start: int, end: int) -> bool:
    """Whether a stretch meets a page whose text a machine read off an image."""
    query = """SELECT 1 FROM hole WHERE source = ? AND what IN ('machine-read', 'ocr-layer') AND page IN (
        SELECT page FROM place WHERE source = ? AND start < ? AND start >= coalesce(
          (SELECT max(start) FROM place WHERE source = ? AND start <= ?), 0)) LIMIT 1"""
    return db.execute(query, (source, source, end, source, start)).fetchone() is not None


def occurrences(db: sqlite3.Connection, source: str, words: str) -> list[int]:
    """The offsets at which exact words begin, chunk by chunk, also across the border of two."""
    found: list[int] = []
    tail, tail_start = "", 0
    for start, text in db.execute("SELECT start, text FROM chunk WHERE source = ? ORDER BY n", (source,)):
        stretch, begin = tail + text, tail_start if tail else start
        place = stretch.find(words)
        while place >= 0:
            found.append(begin + place)
            place = stretch.find(words, place + 1)
        keep = len(words) - 1
        tail = stretch[-keep:] if keep else ""
        tail_start = begin + len(stretch) - len(tail)
    return found


def paragraph_count(db: sqlite3.Connection, source: str) -> int:
    """How many paragraphs of a source search looks through."""
    query = "SELECT count(*) FROM paragraph WHERE source = ?"
    return int(db.execute(query, (source,)).fetchone()[0])


def length(db: sqlite3.Connection, source: str) -> int:
    """How many code points the text has."""
    query = "SELECT start + length(text) FROM chunk WHERE source = ? ORDER BY n DESC LIMIT 1"
    row = db.execute(query, (source,)).fetchone()
    return int(row[0]) if row else 0


def turns(db: sqlite3.Connection, source: str) -> tuple[Turn, ...]:
    """Who speaks where in a transcript, in order."""
    rows = db.execute("SELECT * FROM turn WHERE source = ? ORDER BY start", (source,))
    return tuple(_turn(*row[1:]) for row in rows)


def _turn(
    start: int, end: int, speaker: str | None, role: str, label: str | None, candidates: str, flags: str
) -> Turn:
    return Turn(start, end, speaker, role, label, tuple(json.loads(candidates)), tuple(json.loads(flags)))


def turn_at(db: sqlite3.Connection, source: str, offset: int) -> Turn | None:
    """The last turn that begins at or before a code point; it may have ended before it."""
    query = "SELECT * FROM turn WHERE source = ? AND start <= ? ORDER BY start DESC LIMIT 1"
    row = db.execute(query, (source, offset)).fetchone()
    return _turn(*row[1:]) if row else None


def sections(db: sqlite3.Connection, source: str) -> tuple[Section, ...]:
    """The parts of a transcript, in order."""
    query = "SELECT start, sort, date, place, heading, present FROM section WHERE source = ? ORDER BY start"
    return tuple(
        Section(start, sort, date, place, heading, tuple(json.loads(present)))
        for start, sort, date, place, heading, present in db.execute(query, (source,))
    )
