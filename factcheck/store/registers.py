"""The rows of registers: written from their blobs, found by words, by number and by the register's own id.

A row's number in the indexes is its register's number in this file, times 2**32, plus its place among the
register's rows. The indexes hold no text; what is to be taken out of them is told from the row itself.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.core.edtf import plain_day
from factcheck.core.entry import canonical
from factcheck.core.light import dataclass
from factcheck.core.register_rows import ID, RegisterRow, row_from, rows_in
from factcheck.store import blobs, search
from factcheck.store.fields import days_of
from factcheck.store.findable import pairs_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.core.query import Query

PLACES = 2**32
"""Rows that one register may have in the indexes."""

_ROW = "INSERT INTO register_row VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
_SEARCH = "INSERT INTO row_search (rowid, words) VALUES (?,?)"
_CJK = "INSERT INTO row_cjk_search (rowid, words) VALUES (?,?)"
_TERMS = "INSERT INTO row_term_search (rowid, terms) VALUES (?,?)"
_INDEXES = ("row_search", "row_cjk_search", "row_term_search")


def blobs_named(fields: Mapping[str, Any]) -> list[str]:
    """The SHA-256 of the blobs that hold a register's rows, in order."""
    return [fields["rows_sha"], *(fields.get("rows_more") or ())]


def write(
    db: sqlite3.Connection, register: str, fields: Mapping[str, Any], *, searchable: bool = True
) -> None:
    """Fills in a register's rows, unless they are there or a blob of them is not; `searchable` also puts them
    into the indexes."""
    if db.execute("SELECT 1 FROM register_row WHERE register = ?", (register,)).fetchone():
        return
    names = blobs_named(fields)
    if not all(blobs.has(db, name) for name in names):
        return
    writer = Writer(db, register, searchable=searchable)
    for name in names:
        writer.add(list(rows_in(blobs.get(db, name))))


class Writer:
    """Writes the rows of a register, some at a time, in the order of their places."""

    def __init__(self, db: sqlite3.Connection, register: str, *, searchable: bool = True) -> None:
        self._db = db
        self._register = register
        self._first = _numbered(db, register) * PLACES if searchable else None
        self._count = 0

    def add(self, rows: Sequence[RegisterRow]) -> None:
        """Writes the next rows, and puts them into the indexes."""
        placed = enumerate(rows, self._count)
        self._db.executemany(_ROW, (_columns(self._register, place, row) for place, row in placed))
        if self._first is not None:
            _index(self._db, self._first + self._count, rows)
        self._count += len(rows)


def _numbered(db: sqlite3.Connection, register: str) -> int:
    db.execute("INSERT OR IGNORE INTO register_number (register) VALUES (?)", (register,))
    return int(db.execute("SELECT n FROM register_number WHERE register = ?", (register,)).fetchone()[0])


def _columns(register: str, place: int, row: RegisterRow) -> tuple[Any, ...]:
    return (
        register,
        place,
        row.number,
        row.gone,
        row.id,
        row.when,
        *_days(row.when),
        row.title,
        canonical(row.said()),
        canonical(list(row.cells)),
        int(row.cite is not None),
    )


def _days(when: str | None) -> tuple[str | None, str | None]:
    if when is None:
        return None, None
    day = plain_day(when)
    return (day.isoformat(), day.isoformat()) if day else days_of(when)


def _index(db: sqlite3.Connection, first: int, rows: Sequence[RegisterRow]) -> None:
    words = [row.words() for row in rows]
    db.executemany(_SEARCH, enumerate(words, first))
    db.executemany(_TERMS, ((at, " ".join(row.terms())) for at, row in enumerate(rows, first)))
    db.executemany(_CJK, ((at, pairs) for at, text in enumerate(words, first) if (pairs := pairs_of(text))))


def remove(db: sqlite3.Connection, register: str) -> None:
    """Takes a register's rows away, out of the indexes too."""
    known = db.execute("SELECT n FROM register_number WHERE register = ?", (register,)).fetchone()
    if known:
        if db.execute("SELECT count(*) FROM register_number").fetchone()[0] == 1:
            for index in _INDEXES:
                db.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
        else:
            _unindex(db, register, known[0] * PLACES)
        db.execute("DELETE FROM register_number WHERE register = ?", (register,))
    db.execute("DELETE FROM register_row WHERE register = ?", (register,))


def _unindex(db: sqlite3.Connection, register: str, first: int) -> None:
    for n, row in every(db, register):
        words = row.words()
        for index, column, text in (
            ("row_search", "words", words),
            ("row_cjk_search", "words", pairs_of(words)),
            ("row_term_search", "terms", " ".join(row.terms())),
        ):
            if text or index != "row_cjk_search":
                query = f"INSERT INTO {index} ({index}, rowid, {column}) VALUES ('delete', ?, ?)"
                db.execute(query, (first + n, text))


_CONTENT = 'w.number, w.gone, w.foreign_id, w."when", w.title, w.said, w.cells'


def _row(number: int, gone: str | None, id_: str | None, when: str | None, title: str, said: str,
         cells: str) -> RegisterRow:  # fmt: skip
    value = {**json.loads(said), "number": number, "title": title, "cells": json.loads(cells)}
    return row_from({**value, "when": when, "gone": gone, "id": id_})


def every(db: sqlite3.Connection, register: str) -> Iterator[tuple[int, RegisterRow]]:
    """All rows of a register with their places, those that are gone too."""
    query = f"SELECT w.n, {_CONTENT} FROM register_row w WHERE w.register = ? ORDER BY w.n"
    for n, *content in db.cursor().execute(query, (register,)):
        yield n, _row(*content)


@dataclass(frozen=True, slots=True)
class RowAt:
    """A row with what it is of: its register's source, its own mode or its register's, and the record that
    names it, if any, with the event it became."""

    register: str
    n: int
    row: RegisterRow
    source: str
    source_label: str
    mode: str
    sheet: str | None
    several: bool
    record: str | None
    record_label: str | None
    event: str | None

    @property
    def id(self) -> str:
        """The record that names it, else the id by which an act takes it up."""
        return self.record or f"{ID}{self.register}:{self.row.number}:{self.n}"

    @property
    def label(self) -> str:
        """As people name it: `R3`, or `D7:4512` where nothing names it yet."""
        return self.record_label or self.ref

    @property
    def ref(self) -> str:
        """Its place: `D7:4512`, with the sheet where its source has several registers."""
        sheet = f"{self.sheet}:" if self.sheet and self.several else ""
        return f"{self.source_label}:{sheet}{self.row.number}"


_AT = f"""SELECT w.register, w.n, {_CONTENT}, g.source, sr.label, g.mode, json_extract(g.mapping, '$.sheet'),
  (SELECT count(*) > 1 FROM register o WHERE o.source = g.source AND o.withdrawn = 0),
  (SELECT x.id FROM row x JOIN record xr ON xr.id = x.id WHERE x.register = w.register
   AND x.number = w.number AND x.gone = (w.gone IS NOT NULL) AND x.foreign_id IS w.foreign_id
   AND x.withdrawn = 0
   ORDER BY xr.number, x.id LIMIT 1)
FROM {{source}} CROSS JOIN register g ON g.id = w.register CROSS JOIN record sr ON sr.id = g.source
WHERE {{condition}}"""


def _at(db: sqlite3.Connection, source: str, condition: str, values: Mapping[str, Any]) -> list[RowAt]:
    found = db.execute(_AT.format(source=source, condition=condition), values).fetchall()
    named = [row[-1] for row in found if row[-1]]
    known = {
        id_: (label, event)
        for id_, label, event in db.execute(
            """SELECT x.id, r.label, x.event FROM json_each(?) j JOIN row x ON x.id = j.value
            JOIN record r ON r.id = x.id""",
            (json.dumps(named),),
        )
    }
    rows = []
    for register, n, *rest in found:
        content, (source_, label, mode, sheet, several, record) = rest[:7], rest[7:]
        record_label, event = known.get(record, (None, None))
        row = _row(*content)
        rows.append(
            RowAt(
                register,
                n,
                row,
                source_,
                label,
                row.mode or mode,
                sheet,
                bool(several),
                record,
                record_label,
                event,
            )
        )
    return rows


def at_places(db: sqlite3.Connection, places: Sequence[int]) -> list[RowAt]:
    """The rows of these numbers in the indexes, in their order; of withdrawn registers too."""
    keys = [[n, place // PLACES, place % PLACES] for n, place in enumerate(places)]
    source = """json_each(:keys) k CROSS JOIN register_number b ON b.n = json_extract(k.value, '$[1]')
        CROSS JOIN register_row w ON w.register = b.register AND w.n = json_extract(k.value, '$[2]')"""
    return _at(db, source, "1 ORDER BY json_extract(k.value, '$[0]')", {"keys": json.dumps(keys)})


def numbered(db: sqlite3.Connection, register: str, number: int) -> list[RowAt]:
    """The rows of a register that the file numbers so: one, but for the occurrences of a calendar's event;
    those that are gone only where no others are."""
    condition = "w.register = :register AND w.number = :number ORDER BY w.n"
    source = "register_row w INDEXED BY register_row_number"
    found = _at(db, source, condition, {"register": register, "number": number})
    return [at for at in found if at.row.gone is None] or found


def placed(db: sqlite3.Connection, register: str, n: int) -> RowAt | None:
    """The row at a place of a register; None where it has no such place."""
    found = _at(db, "register_row w", "w.register = :register AND w.n = :n", {"register": register, "n": n})
    return found[0] if found else None


def of_record(db: sqlite3.Connection, record: str) -> RowAt | None:
    """The row that a record names, as its register has it now; None where the register's rows are not here,
    or no longer have it."""
    source = """row x CROSS JOIN register_row w INDEXED BY register_row_number
        ON w.register = x.register AND w.number = x.number
        AND (w.gone IS NOT NULL) = x.gone AND w.foreign_id IS x.foreign_id"""
    found = _at(db, source, "x.id = :record ORDER BY w.n LIMIT 1", {"record": record})
    if not found or found[0].record == record:
        return found[0] if found else None
    query = "SELECT r.label, x.event FROM row x JOIN record r ON r.id = x.id WHERE x.id = ?"
    label, event = db.execute(query, (record,)).fetchone()
    return replace(found[0], record=record, record_label=label, event=event)


def with_id(db: sqlite3.Connection, register: str, id_: str) -> list[tuple[int, RegisterRow]]:
    """The rows that a register itself knows by an id, with their places; those that are gone last."""
    query = f"""SELECT w.n, {_CONTENT} FROM register_row w WHERE w.register = ? AND w.foreign_id = ?
        ORDER BY w.gone IS NOT NULL, w.n"""
    return [(n, _row(*content)) for n, *content in db.execute(query, (register, id_))]


def of_source(db: sqlite3.Connection, source: str) -> list[str]:
    """The registers that a source holds, as they were imported."""
    query = """SELECT g.id FROM register g JOIN record r ON r.id = g.id
        WHERE g.source = ? AND g.withdrawn = 0 ORDER BY r.at, g.id"""
    return [register for (register,) in db.execute(query, (source,))]


def page(
    db: sqlite3.Connection,
    *,
    register: str | None = None,
    days: tuple[str, str] | None = None,
    cited: bool = False,
    places: Sequence[int] | None = None,
    offset: int = 0,
    limit: int = -1,
) -> list[RowAt]:
    """Rows in the order of their registers; `days` are the first and the last ("" is open) in which they may
    lie, `cited` asks for those with a citation, `places` narrows to these numbers in the indexes."""
    conditions, values = ["g.withdrawn = 0"], {"offset": offset, "limit": limit}
    given: dict[str, Any] = dict(values)
    source = "register_number b CROSS JOIN register_row w ON w.register = b.register"
    if register:
        conditions.append("w.register = :register")
        given["register"] = register
    if days:
        conditions.append(
            """((w.earliest <= :last AND coalesce(w.latest, '9999-12-31') >= :first)
            OR (w.earliest IS NULL AND w.latest >= :first))"""
        )
        given.update(first=days[0], last=days[1] or "9999-12-31")
    if cited:
        conditions.append("w.cited = 1")
    if places is not None:
        conditions.append(f"b.n * {PLACES} + w.n IN (SELECT value FROM json_each(:places))")
        given["places"] = json.dumps(list(places))
    order = "ORDER BY b.n, w.n LIMIT :limit OFFSET :offset"
    return _at(db, source, f"{' AND '.join(conditions)} {order}", given)


def count(db: sqlite3.Connection, register: str | None = None) -> int:
    """How many rows there are, of one register or of all that stand."""
    query = """SELECT count(*) FROM register g JOIN register_row w ON w.register = g.id
        WHERE g.withdrawn = 0 AND (:register IS NULL OR g.id = :register)"""
    return int(db.execute(query, {"register": register}).fetchone()[0])


def taken_up(db: sqlite3.Connection, register: str) -> list[tuple[str, str | None, int]]:
    """The records that name rows of a register: (id, the register's own id of the row, its number)."""
    query = """SELECT x.id, x.foreign_id, x.number FROM row x JOIN record r ON r.id = x.id
        WHERE x.register = ? AND x.withdrawn = 0 ORDER BY r.number, x.id"""
    return list(db.execute(query, (register,)))


def places_with(db: sqlite3.Connection, query: Query, limit: int | None = None) -> list[int]:
    """The numbers in the indexes of rows whose words match, whatever their register: the best first where
    there are few, else as they stand."""
    conditions, values = [], []
    source, order = "row_search", "rowid"
    words, pairs = search.plain_match(query), search.pairs_match(query)
    if words:
        conditions.append("row_search MATCH ?")
        values.append(words)
        order = "rank, rowid" if search.few(db, "row", words) else "rowid"
    if pairs:
        among = "SELECT rowid FROM row_cjk_search WHERE row_cjk_search MATCH ?"
        if not words:
            source, order = f"({among})", "rowid"
        else:
            conditions.append(f"rowid IN ({among})")
        values.append(pairs)
    if not values:
        return []
    holds = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    bound = f" LIMIT {int(limit)}" if limit is not None else ""
    query_ = f"SELECT rowid FROM {source} {holds} ORDER BY {order}{bound}"
    return [place for (place,) in db.execute(query_, values)]


def size(db: sqlite3.Connection, register: str) -> int:
    """How many places a register has, those of rows that are gone too."""
    query = "SELECT coalesce(max(n) + 1, 0) FROM register_row WHERE register = ?"
    return int(db.execute(query, (register,)).fetchone()[0])


def has_ids(db: sqlite3.Connection, register: str) -> bool:
    """Whether the register itself knows its rows by ids."""
    query = "SELECT EXISTS (SELECT 1 FROM register_row WHERE register = ? AND foreign_id IS NOT NULL)"
    return bool(db.execute(query, (register,)).fetchone()[0])


def records_by_place(db: sqlite3.Connection, register: str) -> dict[int, list[tuple[str, str]]]:
    """The records that name rows of a register, (id, label), by the rows' places."""
    found: dict[int, list[tuple[str, str]]] = {}
    query = """SELECT w.n, x.id, r.label FROM row x JOIN record r ON r.id = x.id
        JOIN register_row w ON w.register = x.register AND w.number = x.number
          AND (w.gone IS NOT NULL) = x.gone AND w.foreign_id IS x.foreign_id
        WHERE x.register = ? AND x.withdrawn = 0 ORDER BY r.number, x.id, w.n"""
    met: set[str] = set()
    for n, record, label in db.execute(query, (register,)):
        if record not in met:
            met.add(record)
            found.setdefault(n, []).append((record, label))
    return found


def digest(cells: Sequence[str]) -> int:
    """What stands for a row's cells where rows are known again by them."""
    return int.from_bytes(hashlib.sha256(canonical(list(cells)).encode()).digest()[:8], "big")


def by_cells(db: sqlite3.Connection, register: str) -> dict[int, list[int]]:
    """The places of a register's rows, by the digest of their cells."""
    found: dict[int, list[int]] = {}
    query = "SELECT n, cells FROM register_row WHERE register = ? ORDER BY gone IS NOT NULL, n"
    for n, cells in db.execute(query, (register,)):
        found.setdefault(int.from_bytes(hashlib.sha256(cells.encode()).digest()[:8], "big"), []).append(n)
    return found


def at_place(db: sqlite3.Connection, register: str, n: int) -> RegisterRow:
    """The row at a place of a register."""
    query = f"SELECT {_CONTENT} FROM register_row w WHERE w.register = ? AND w.n = ?"
    return _row(*db.execute(query, (register, n)).fetchone())


def last_of_shape(db: sqlite3.Connection, shape: str) -> tuple[str, Any] | None:
    """The label of the source of the last register whose table had this shape, and its mapping."""
    query = """SELECT sr.label, g.mapping FROM register g JOIN record r ON r.id = g.id
        JOIN record sr ON sr.id = g.source
        WHERE g.withdrawn = 0 AND json_extract(g.mapping, '$.shape') = ?
        ORDER BY r.at DESC, g.id DESC LIMIT 1"""
    found = db.execute(query, (shape,)).fetchone()
    return (found[0], json.loads(found[1])) if found else None
