"""What blobs hold, written as rows: a source's text in chunks with its places, proposals, a register's rows.

Chunks have at most 65,536 code points and are cut at line ends, so that any stretch is read without the
whole.
"""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

from factcheck.core.document import Document
from factcheck.core.entry import canonical
from factcheck.core.mapping import document_from_map
from factcheck.errors import FactcheckError
from factcheck.store import blobs, findable, registers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CHUNK = 65_536
"""Code points a chunk holds at most."""

HOLDERS = frozenset({"source", "extraction", "register"})
"""The entities whose content is in blobs."""


def write(
    db: sqlite3.Connection, entity: str, subject: str, fields: Mapping[str, Any], *, searchable: bool = True
) -> None:
    """Fills the rows that a blob stands for, unless they are there.

    A blob that is absent leaves them empty; so does one that is not what its record says (it came in a
    merge), and all that was made of a redacted source."""
    source = subject if entity == "source" else fields["source"]
    if db.execute(_REDACTED, (source,)).fetchone():
        remove(db, entity, subject)
        return
    db.execute("SAVEPOINT rows_of_a_blob")
    try:
        if entity == "register":
            registers.write(db, subject, fields, searchable=searchable)
        else:
            _WRITERS[entity](db, subject, fields)
    except _NOT_AS_SAID:
        db.execute("ROLLBACK TO rows_of_a_blob")
    finally:
        db.execute("RELEASE rows_of_a_blob")


_NOT_AS_SAID = (
    FactcheckError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    sqlite3.IntegrityError,
    sqlite3.InterfaceError,
    sqlite3.ProgrammingError,
)
"""What reading a blob, or writing what is in it, may stumble over when it is not what its record says."""

_REDACTED = "SELECT 1 FROM act WHERE subject = ? AND kind = 'source.redacted'"


def outdate(db: sqlite3.Connection, entity: str, subject: str, fields: Mapping[str, Any]) -> None:
    """Takes the rows away that were made of other blobs than those the record names now."""
    names = _NAMES[entity]
    made_of = db.execute(f"SELECT {', '.join(names)} FROM {entity} WHERE id = ?", (subject,)).fetchone()
    if made_of is not None and made_of != tuple(map(_as_kept, map(fields.get, names))):
        remove(db, entity, subject)


def _as_kept(value: Any) -> Any:
    return canonical(value) if isinstance(value, list) else value


_NAMES = {
    "source": ("text_sha", "map_sha"),
    "extraction": ("proposals_sha", "source"),
    "register": ("rows_sha", "rows_more", "source"),
}


def remove(db: sqlite3.Connection, entity: str, subject: str) -> None:
    """Takes these rows away."""
    if entity == "source":
        findable.forget_source(db, subject)
        for table in ("chunk", "place", "turn", "section", "hole"):
            db.execute(f"DELETE FROM {table} WHERE source = ?", (subject,))
    elif entity == "extraction":
        db.execute("DELETE FROM proposal WHERE extraction = ?", (subject,))
    else:
        registers.remove(db, subject)


def _write_source(db: sqlite3.Connection, source: str, fields: Mapping[str, Any]) -> None:
    if db.execute("SELECT 1 FROM chunk WHERE source = ?", (source,)).fetchone():
        return
    if not (blobs.has(db, fields["text_sha"]) and blobs.has(db, fields["map_sha"])):
        return
    text = blobs.get(db, fields["text_sha"]).decode()
    document = document_from_map(
        fields["name"],
        fields["kind"],
        sha256=fields["bytes_sha"],
        size=fields["size"],
        text=text,
        map_text=blobs.get(db, fields["map_sha"]).decode(),
    )
    _write_chunks(db, source, text)
    _write_map(db, source, document)
    findable.remember_source(db, source)


def _write_chunks(db: sqlite3.Connection, source: str, text: str) -> None:
    first_line = 0
    for n, (start, end) in enumerate(cuts(text)):
        piece = text[start:end]
        db.execute("INSERT INTO chunk VALUES (?,?,?,?,?)", (source, n, start, first_line, piece))
        first_line += piece.count("\n")


def cuts(text: str) -> Iterator[tuple[int, int]]:
    """Where to cut a text into chunks: after a line end where there is one, else at the chunk's full
    length."""
    start = 0
    while True:
        end = min(start + CHUNK, len(text))
        if end < len(text):
            line_end = text.rfind("\n", start, end)
            end = line_end + 1 if line_end >= start else end
        yield start, end
        if end >= len(text):
            return
        start = end


def _write_map(db: sqlite3.Connection, source: str, document: Document) -> None:
    db.executemany(
        "INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?)",
        (
            (source, start, place.page, place.line, place.paragraph, place.cell, place.time)
            for start, place in ((mark.start, mark.place) for mark in document.marks)
        ),
    )
    db.executemany(
        "INSERT OR IGNORE INTO turn VALUES (?,?,?,?,?,?,?,?)",
        (
            (
                source,
                turn.start,
                turn.end,
                turn.speaker,
                turn.role,
                turn.label,
                canonical(list(turn.speaker_candidates)),
                canonical(list(turn.flags)),
            )
            for turn in document.turns
        ),
    )
    db.executemany(
        "INSERT OR IGNORE INTO section VALUES (?,?,?,?,?,?,?)",
        (
            (source, one.start, one.sort, one.date, one.place, one.heading, canonical(list(one.present)))
            for one in document.sections
        ),
    )
    db.executemany(
        "INSERT INTO hole VALUES (?,?,?,?,?,?)",
        ((source, n, hole.what, hole.where, hole.count, hole.page) for n, hole in enumerate(document.holes)),
    )


def _write_proposals(db: sqlite3.Connection, extraction: str, fields: Mapping[str, Any]) -> None:
    if db.execute("SELECT 1 FROM proposal WHERE extraction = ?", (extraction,)).fetchone():
        return
    if not blobs.has(db, fields["proposals_sha"]):
        return
    proposals = json.loads(blobs.get(db, fields["proposals_sha"]))
    db.executemany(
        "INSERT OR IGNORE INTO proposal VALUES (?,?,?,?,?,?,?,?,?)",
        (
            (
                extraction,
                item["id"],
                fields["source"],
                item["entity"],
                item["start"],
                item["end"],
                item["words"],
                item["confidence"],
                canonical(item["content"]),
            )
            for item in proposals
        ),
    )


_WRITERS = {"source": _write_source, "extraction": _write_proposals}
