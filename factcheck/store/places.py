"""Where the printed pages, lines and paragraphs of a source stand in its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.store import texts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

_BY = {"page": "page", "line": "line", "paragraph": "paragraph", "cell": "cell", "time": "time"}
_UNPADDED = {name: f"ifnull(:{name} IN ({name}, ltrim({name}, '0')), 0)" for name in ("page", "line")}
"""How labels are compared that may be printed with zeros before them."""


def starts(db: sqlite3.Connection, source: str, **parts: str | int) -> list[int]:
    """The offsets, in order, at which places with just these parts begin: `page="45", line="12"`. A place
    that goes on over several marks begins once. Where none is printed so, one that the source pads with zeros
    is meant: line 2 is its "02"."""
    printed = _starts(db, source, parts, {})
    return printed if printed or not _UNPADDED.keys() & parts else _starts(db, source, parts, _UNPADDED)


def _starts(
    db: sqlite3.Connection, source: str, parts: Mapping[str, str | int], compared: Mapping[str, str]
) -> list[int]:
    wanted = " AND ".join(compared.get(name, f"{_BY[name]} = :{name}") for name in parts)
    query = f"SELECT start, {wanted} FROM place WHERE source = :source ORDER BY start"
    found: list[int] = []
    within = False
    for start, here in db.execute(query, {**parts, "source": source}):
        if here and not within:
            found.append(start)
        within = bool(here)
    return found


def cells(db: sqlite3.Connection, source: str) -> Iterator[tuple[int, str | None]]:
    """Where each mark of a source stands and which cell it names, in order."""
    yield from db.execute("SELECT start, cell FROM place WHERE source = ? ORDER BY start", (source,))


def times(db: sqlite3.Connection, source: str) -> Iterator[tuple[int, str]]:
    """Where each mark of a source with a time stands, and the time, in order."""
    yield from db.execute(
        "SELECT start, time FROM place WHERE source = ? AND time IS NOT NULL ORDER BY start", (source,)
    )


def end(db: sqlite3.Connection, source: str, start: int, **parts: str | int) -> int:
    """Where the place with these parts that begins at `start` ends: at the next mark of another place, or
    with the text."""
    wanted = " AND ".join(_UNPADDED.get(name, f"{_BY[name]} IS :{name}") for name in parts)
    query = f"SELECT min(start) FROM place WHERE source = :source AND start > :start AND NOT ({wanted})"
    following = db.execute(query, {**parts, "source": source, "start": start}).fetchone()[0]
    return int(following) if following is not None else texts.length(db, source)
