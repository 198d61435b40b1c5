"""The ledger only grows: whatever SQL somebody tries on it, through whatever connection, is refused."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.core import records as r
from factcheck.core.catalogue import fields_of
from factcheck.store import connect, verify
from factcheck.store.case import CaseFile
from tests.store.histories import map_of
from tests.store.replicas import ANN, blank_case, send

COLUMNS = (
    "n",
    "hash",
    "replica",
    "seq",
    "at",
    "wall",
    "actor",
    "base",
    "prev",
    "body_hash",
    "format",
    "body",
)
INTEGERS = {"n", "seq", "at", "format"}


@pytest.fixture(params=["ours", "plain", "plain, recursive triggers off"])
def db(case: CaseFile, request: pytest.FixtureRequest) -> Iterator[sqlite3.Connection]:
    """A connection of ours, and ones as any other program opens them: without our functions and settings."""
    with case.act(ANN) as act:
        act.make("person", r.Person(label=act.label("person", "p"), name="Smith"), "p")
    if request.param == "ours":
        yield case.db
        return
    db = sqlite3.connect(case.path, isolation_level=None)
    db.execute(f"PRAGMA recursive_triggers = {'OFF' if 'off' in request.param else 'ON'}")
    yield db
    db.close()


def ledger(case: CaseFile) -> list[tuple[object, ...]]:
    return case.db.execute("SELECT * FROM entry ORDER BY n").fetchall()


def refused(case: CaseFile, db: sqlite3.Connection, sql: str) -> None:
    before = ledger(case)
    with pytest.raises(
        (sqlite3.IntegrityError, sqlite3.OperationalError), match=r"only grows|no such function"
    ):
        db.execute(sql)
    assert ledger(case) == before


def test_no_column_is_updated(case: CaseFile, db: sqlite3.Connection) -> None:
    for verb in ("UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE", "UPDATE OR FAIL"):
        for column in COLUMNS:
            value = "7" if column in INTEGERS else "'x'"
            refused(case, db, f"{verb} entry SET {column} = {value} WHERE seq = 2")


def test_no_entry_moves_onto_another(case: CaseFile, db: sqlite3.Connection) -> None:
    for name in ("rowid", "oid", "_rowid_"):
        refused(case, db, f"UPDATE OR REPLACE entry SET {name} = 1 WHERE n = 2")


def test_no_body_is_changed_or_taken_away(case: CaseFile, db: sqlite3.Connection) -> None:
    for value in ("NULL", "'{}'", "body || ' '"):
        refused(case, db, f"UPDATE entry SET body = {value} WHERE seq = 2")


def test_nothing_is_deleted(case: CaseFile, db: sqlite3.Connection) -> None:
    for where in ("", " WHERE seq = 2", " WHERE body IS NOT NULL"):
        refused(case, db, f"DELETE FROM entry{where}")


OTHERS = ", ".join(COLUMNS[2:])
COPIES = {
    "the same hash": f"hash, {OTHERS}) SELECT hash, {OTHERS}",
    "the same hash, another body": f"hash, {OTHERS}) SELECT hash, {OTHERS.replace('body_hash', 'hash')}",
    "the same number of arrival": f"n, hash, {OTHERS}) SELECT n, 'x', {OTHERS}",
    "the same rowid": f"rowid, hash, {OTHERS}) SELECT n, 'x', {OTHERS}",
}


@pytest.mark.parametrize("columns", COPIES.values(), ids=COPIES.keys())
def test_nothing_is_put_in_its_place(case: CaseFile, db: sqlite3.Connection, columns: str) -> None:
    for verb in ("INSERT", "INSERT OR REPLACE", "REPLACE", "INSERT OR IGNORE"):
        refused(case, db, f"{verb} INTO entry ({columns} FROM entry WHERE seq = 2")


def test_no_upsert(case: CaseFile, db: sqlite3.Connection) -> None:
    copy = f"INSERT INTO entry (n, hash, {OTHERS}) SELECT n, hash, {OTHERS} FROM entry WHERE seq = 2"
    for target in ("(hash)", "(n)", ""):
        refused(case, db, f"{copy} ON CONFLICT {target} DO UPDATE SET body = 'x', actor = 'x'")


def test_the_triggers_are_exactly_these(case: CaseFile) -> None:
    found = {name for (name,) in case.db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    assert found == {"entry_is_new", "entry_stays", "entry_header_stays", "entry_body_stays"}
    assert found == set(verify.guards())


def test_a_body_that_was_withheld_arrives_and_no_other(case: CaseFile, tmp_path: Path) -> None:
    with case.act(ANN) as act:
        fields = fields_of(r.Dissent(target="case", reviewer=ANN.reviewer or "", text="I see it otherwise."))
        entry = act.put("dissent.made", "d", fields)
    with blank_case(tmp_path, "b") as other:
        send(case, other, keep=lambda *_: False)
        arrives = "UPDATE entry SET body = ? WHERE hash = ?"
        with pytest.raises(sqlite3.IntegrityError, match="no body is changed"):
            other.db.execute(arrives, ((entry.body or "") + " ", entry.hash))
        with pytest.raises(sqlite3.IntegrityError, match="no body is changed"):
            other.db.execute(arrives, ("{}", entry.hash))
        assert other.db.execute(arrives, (entry.body, entry.hash)).rowcount == 1
        with pytest.raises(sqlite3.IntegrityError, match="no body is changed"):
            other.db.execute(arrives, (entry.body, entry.hash))


def test_a_body_goes_only_after_a_redaction_that_names_it(case: CaseFile) -> None:
    text = "I met nobody."
    with case.act(ANN) as act:
        source = r.Source(
            label=act.label("source", "d"),
            name="letter.txt",
            kind="letter",
            bytes_sha=act.keep(text.encode()),
            text_sha=act.keep(text.encode()),
            map_sha=act.keep(map_of(text).encode()),
            size=len(text),
            length=len(text),
            reader="text 1",
        )
        act.put("source.added", "d", fields_of(source))
        named, other = (
            act.put(
                "note.made", subject, fields_of(r.Note(target="d", reviewer=ANN.reviewer or "", text=text))
            )
            for subject in ("n1", "n2")
        )
    goes = "UPDATE entry SET body = NULL WHERE hash = ?"
    with pytest.raises(sqlite3.IntegrityError, match="no body is changed"):
        case.db.execute(goes, (named.hash,))
    with case.act(ANN) as act:
        fields = {"redacted": True, "redacted_reason": "a court order", "redacted_entries": [named.hash]}
        redaction = act.put("source.redacted", "d", fields)
    for entry in (other, redaction):
        with pytest.raises(sqlite3.IntegrityError, match="no body is changed"):
            case.db.execute(goes, (entry.hash,))
    assert case.db.execute(goes, (named.hash,)).rowcount == 1


def test_a_reader_cannot_write_at_all(case: CaseFile) -> None:
    db = connect.connect(case.path, write=False)
    with pytest.raises(sqlite3.OperationalError, match=re.escape("readonly")):
        db.execute("INSERT INTO local VALUES ('a', 'b')")
    db.close()
