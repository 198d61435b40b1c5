"""Verification: whether the file is what its ledger says. Chain, bodies, blobs, quotations, replay."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from typing import TYPE_CHECKING, Any

from factcheck.core.catalogue import check_entry
from factcheck.core.entry import canonical, examined, header_faults, sha256
from factcheck.core.views.verifying import Problem, Verified
from factcheck.errors import FactcheckError
from factcheck.store import blobs, connect, project, redaction, texts, union
from factcheck.store.case import CaseFile, open_case
from factcheck.store.ledger_tables import LEDGER
from factcheck.store.schema import ORDINARY_TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MOST = 100
"""Problems told at most of one sort; a file that is wrong throughout is told in few words."""


_DAMAGE = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)
"""What reading may stumble over in a file into which somebody wrote behind the program's back."""


def verify_file(path: Path) -> Verified:
    """The same for a file that may be too damaged to be opened."""
    try:
        case = open_case(path)
    except FactcheckError as error:
        return Verified(False, 0, (Problem("file", str(error)),))
    with case:
        return verify(case)


def verify(case: CaseFile) -> Verified:
    """Checks the whole file and changes nothing. What SQLite itself cannot read is a problem like any
    other."""
    problems: list[Problem] = []
    entries = 0
    checks = (_integrity, _triggers, _chain, _blobs, _texts, _quotations, _replay)
    with connect.snapshot(case.db):
        for check in checks:
            name = check.__name__.strip("_")
            told: Counter[str] = Counter()
            try:
                for found in check(case):
                    problems.append(found)
                    told[found.what] += 1
                    if told[found.what] > MOST:
                        break
            except sqlite3.Error as error:
                problems.append(Problem(name, f"SQLite cannot read it: {error}"))
            except FactcheckError as error:
                problems.append(Problem(name, str(error)))
            except _DAMAGE as error:
                problems.append(Problem(name, f"it holds what was never written there: {error}"))
        try:
            entries = case.db.execute("SELECT count(*) FROM entry").fetchone()[0]
        except sqlite3.Error:
            entries = 0
    return Verified(not problems, entries, tuple(problems))


def _integrity(case: CaseFile) -> Iterator[Problem]:
    for (line,) in case.db.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Problem("file", str(line))
    for table, _, parent, _ in case.db.execute("PRAGMA foreign_key_check").fetchmany(20):
        yield Problem(f"table {table}", f"a row refers to a {parent} that is not there")


def _triggers(case: CaseFile) -> Iterator[Problem]:
    """The ledger's guards, word for word, and no others."""
    found = {
        name: _words(sql)
        for name, sql in case.db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    }
    for name, sql in guards().items():
        if name not in found:
            yield Problem("file", f"the guard {name} of the ledger is missing")
        elif found[name] != _words(sql):
            yield Problem("file", f"the guard {name} of the ledger was changed")
    for name in sorted(found.keys() - guards().keys()):
        yield Problem("file", f"the trigger {name} is none of factcheck's")


def guards() -> dict[str, str]:
    """The triggers of a case file: name and definition."""
    return {
        statement.split()[2]: statement
        for statement in project.statements(LEDGER)
        if statement.lstrip().startswith("CREATE TRIGGER")
    }


def _words(sql: str) -> str:
    return " ".join(sql.split()).removesuffix(";")


_CHAIN = """SELECT hash, replica, seq, at, wall, actor, base, prev, body_hash, format, CAST(body AS BLOB)
FROM entry ORDER BY replica, seq, hash"""


def _chain(case: CaseFile) -> Iterator[Problem]:
    """Every header, every body, and that each entry follows the one it names."""
    try:
        return iter(_chain_faults(case.db.execute(_CHAIN)))
    except sqlite3.OperationalError:  # a text that is no UTF-8: read it so far as can be, to say where it is
        case.db.text_factory = _as_far_as_readable
        try:
            return iter(_chain_faults(case.db.execute(_CHAIN)))
        finally:
            case.db.text_factory = str


def _as_far_as_readable(text: bytes) -> str:
    return text.decode("utf-8", "replace")


def _chain_faults(rows: Iterable[tuple[Any, ...]]) -> list[Problem]:
    problems: list[Problem] = []
    known: dict[str, tuple[str, int]] = {}
    last: tuple[str, int] = ("", 0)
    for hash_, replica, seq, at, wall, actor, base, prev, body_hash, format_, body in rows:
        where = union.place(replica, seq, hash_)
        faults = header_faults(hash_, replica, seq, at, wall, actor, _heads(base), prev, body_hash, format_)
        if body is not None:
            if sha256(body) != body_hash:
                faults.append("the body was changed: its hash differs")
            faults += _body_faults(body)
        known[hash_] = (replica, seq)
        expected = last[1] + 1 if replica == last[0] else 1
        if seq > expected:
            faults.append(f"entries {expected} to {seq - 1} of its replica are missing")
        elif seq > 1 and known.get(prev) != (replica, seq - 1):
            faults.append("the entry it names as the one before it is another one")
        elif seq == 1 and prev:
            faults.append("it is the first of its replica and yet names one before it")
        last = (replica, seq)
        problems.extend(Problem(where, fault) for fault in faults)
    return problems


def _heads(base: str) -> list[str]:
    """The column `base` read; what is no list of texts hashes to something else than what was there."""
    if base == "[]":
        return []
    try:
        heads = json.loads(base)
    except ValueError:
        return [base]
    return heads if isinstance(heads, list) and all(isinstance(head, str) for head in heads) else [base]


def _body_faults(text: bytes) -> list[str]:
    body, fault = examined(text)
    if body is None or fault:
        return [str(fault)]
    try:
        check_entry(body.kind, body.fields)
    except FactcheckError as error:
        return [error.detail]
    return []


def _blobs(case: CaseFile) -> Iterator[Problem]:
    for name, size, coding, stored in case.db.execute("SELECT sha256, size, coding, stored FROM blob"):
        try:
            data = blobs.unpack(size, coding, stored)
        except FactcheckError:
            data = b""
        if sha256(data) != name or len(data) != size:
            yield Problem(f"document {name[:12]}", "the stored bytes are not those that were kept")
    gone = redaction.sources(case.db)
    for source, label, *names in case.db.execute(
        """SELECT s.id, r.label, s.bytes_sha, s.text_sha, s.map_sha FROM source s
        JOIN record r ON r.id = s.id ORDER BY r.number, s.id"""
    ).fetchall():
        for name in names:
            if source not in gone and not blobs.has(case.db, name):
                yield Problem(label, f"its stored bytes {name[:12]} are missing")


def _texts(case: CaseFile) -> Iterator[Problem]:
    gone = redaction.sources(case.db)
    for label, source, name in case.db.execute(
        "SELECT r.label, s.id, s.text_sha FROM source s JOIN record r ON r.id = s.id ORDER BY r.number, s.id"
    ).fetchall():
        chunks = case.db.execute("SELECT text FROM chunk WHERE source = ? ORDER BY n", (source,))
        if source not in gone and sha256("".join(text for (text,) in chunks)) != name:
            yield Problem(label, "its reading text is not the one that was kept")


def _quotations(case: CaseFile) -> Iterator[Problem]:
    gone = redaction.sources(case.db)
    for label, part, source, start, end, exact in case.db.execute(
        """SELECT r.label || ' (' || r.entity || ')', p.part, p.source, p.start, p."end", p.exact
        FROM passage p JOIN record r ON r.id = p.record"""
    ).fetchall():
        if source not in gone and texts.slice_of(case.db, source, start, end) != exact:
            yield Problem(label, f"a quotation ({part}) is not what its source says there")


def _replay(case: CaseFile) -> Iterator[Problem]:
    """Makes the projection anew beside the case and compares every ordinary table, row by row."""
    scratch = sqlite3.connect("", isolation_level=None, uri=True)
    try:
        connect.settle(scratch, write=True)
        scratch.execute("PRAGMA synchronous = OFF")
        scratch.execute("PRAGMA foreign_keys = OFF")
        scratch.execute("PRAGMA journal_mode = OFF")
        still = case.read_only and connect.is_still(case.path)
        address = connect.address(case.path, write=False, immutable=still)
        scratch.execute("ATTACH ? AS kept", (address,))
        with connect.immediate(scratch):  # one transaction, so that both sides are of one moment
            project.build(scratch, searchable=False)
            for table in ORDINARY_TABLES:
                yield from _differences(scratch, table)
    finally:
        scratch.close()


def _differences(scratch: sqlite3.Connection, table: str) -> Iterator[Problem]:
    """Keys are unique: where nothing is there that should not be, and the counts agree, nothing is
    missing."""
    sides = [
        ("kept", "main", "a row that the ledger does not give"),
        ("main", "kept", "a row that the ledger gives is missing"),
    ]
    counts = f"SELECT (SELECT count(*) FROM main.{table}) - (SELECT count(*) FROM kept.{table})"
    same_count = scratch.execute(counts).fetchone()[0] == 0
    for mine, other, what in sides:
        query = f"SELECT * FROM {mine}.{table} EXCEPT SELECT * FROM {other}.{table} LIMIT 3"
        for row in scratch.execute(query):
            key = json.dumps(row[:2], ensure_ascii=False)
            yield Problem(f"table {table}, {key}", what)
            same_count = False
        if same_count:
            return


def dump(db: sqlite3.Connection, tables: Iterable[str] = ORDINARY_TABLES) -> str:
    """Every ordinary table in key order, as text: equal for equal sets of entries and blobs."""
    parts = []
    for table in tables:
        rows = sorted(db.execute(f"SELECT * FROM {table}"), key=repr)
        parts.append(canonical([table, [list(row) for row in rows]]))
    return "\n".join(parts)
