"""Whatever somebody changes behind the program's back, or a disk loses: `verify` says what and where, and
never fails."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from factcheck.core import records as r
from factcheck.core.catalogue import fields_of
from factcheck.core.entry import entry_of
from factcheck.core.views.verifying import Verified
from factcheck.store import connect, ledger, union, verify
from factcheck.store.case import CaseFile, open_case
from tests.store.histories import Hand
from tests.store.replicas import ANN, PEOPLE, new_case
from tests.store.test_redaction import add_source, quoted


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed case with a source, a quotation, and a little of everything else."""
    with new_case(tmp_path) as case:
        with case.act(ANN) as act:
            add_source(act, "d")
            quoted(act, "s", "d")
            act.make("event", r.Event(label=act.label("event", "e"), title="Meeting"), "e")
        for seed in range(6):
            chance = Random(seed)
            Hand(case, chance).does(chance.choice(PEOPLE))
        case.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return tmp_path / "a.db"


def unguarded(path: Path, *statements: str) -> None:
    """Runs SQL with the ledger's guards out of the way, and puts them back."""
    db = sqlite3.connect(path, isolation_level=None)
    connect.settle(db, write=True)
    db.execute("PRAGMA foreign_keys = OFF")
    guards = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        db.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        db.execute(statement)
    for _, sql in guards:
        db.execute(sql)
    db.close()


def checked(path: Path) -> Verified:
    found = verify.verify_file(path)
    assert not found.ok
    assert found.problems
    return found


def place_of(path: Path, seq: int) -> str:
    """Where an entry of the founding replica is told to be: replica, number, first eight digits of the
    hash."""
    with open_case(path) as case:
        replica, hash_ = case.db.execute("SELECT replica, hash FROM entry WHERE seq = ?", (seq,)).fetchone()
    return f"{replica}, entry {seq}, {hash_[:8]}"


def test_an_untouched_case_is_sound(path: Path) -> None:
    assert verify.verify_file(path).problems == ()


HEADERS = {
    "hash": "hash = upper(hash)",
    "seq": "seq = seq + 1000",
    "at": "at = at + 1",
    "wall": "wall = '2017-03-01T00:00:00.000Z'",
    "actor": "actor = 'reviewer:mallory'",
    "base": "base = '[\"0\"]'",
    "base that is no list": "base = 'nonsense'",
    "base that is an object": "base = '{}'",
    "prev": "prev = hash",
    "body_hash": "body_hash = hash",
    "format": "format = 0",
    "newer format": "format = 99",
    "actor that is no text": "actor = CAST(x'ff41' AS TEXT)",
}


@pytest.mark.parametrize("change", HEADERS.values(), ids=HEADERS.keys())
def test_a_changed_header_is_told_with_its_place(path: Path, change: str) -> None:
    seq = 5
    where = place_of(path, seq)
    unguarded(path, f"UPDATE entry SET {change} WHERE seq = {seq}")
    told = {problem.where.casefold() for problem in checked(path).problems}
    if change.startswith("seq"):
        where = where.replace("entry 5", "entry 1005")
    assert where.casefold() in told


BODIES = {
    "a word": "body = replace(body, 'nobody', 'everybody')",
    "one byte": "body = body || ' '",
    "no JSON": "body = 'nonsense'",
    "no UTF-8": "body = CAST(x'7bff7d' AS TEXT)",
    "another's": "body = (SELECT body FROM entry WHERE seq = 1)",
}


@pytest.mark.parametrize("change", BODIES.values(), ids=BODIES.keys())
def test_a_changed_body_is_told_with_its_place(path: Path, change: str) -> None:
    with open_case(path) as case:
        query = "SELECT e.seq FROM entry e JOIN act a ON a.hash = e.hash WHERE a.subject = 's'"
        (seq,) = case.db.execute(query).fetchone()
    where = place_of(path, seq)
    unguarded(path, f"UPDATE entry SET {change} WHERE seq = {seq}")
    assert (where, "the body was changed: its hash differs") in {
        (problem.where, problem.what) for problem in checked(path).problems
    }


def test_a_body_with_its_hashes_made_anew_breaks_the_chain(path: Path) -> None:
    """Whoever recomputes one entry's hashes must recompute all that follow; one that was not shows it."""
    where = place_of(path, 6)
    with open_case(path) as case:
        entry = next(entry for entry in ledger.entries(case.db) if entry.seq == 5)
    forged = entry_of(
        replica=entry.replica,
        seq=entry.seq,
        at=entry.at,
        wall=entry.wall,
        actor=entry.actor,
        base=(),
        prev=entry.prev,
        body=(entry.body or "").replace('"salt":"', '"salt":"0'),
    )
    body = (forged.body or "").replace("'", "''")
    unguarded(
        path,
        f"""UPDATE entry SET hash = '{forged.hash}', body_hash = '{forged.body_hash}', base = '[]',
        body = '{body}' WHERE seq = 5""",
    )
    told = {(problem.where, problem.what) for problem in checked(path).problems}
    assert (where, "the entry it names as the one before it is another one") in told


def test_a_missing_entry_is_told(path: Path) -> None:
    where = place_of(path, 6)
    unguarded(path, "DELETE FROM entry WHERE seq = 5")
    told = {problem.where: problem.what for problem in checked(path).problems}
    assert told[where] == "entries 5 to 5 of its replica are missing"


def test_missing_first_and_last_entries(path: Path) -> None:
    """A lost beginning shows. A lost end shows only in the tables, and, when these were lost too, only
    against heads kept elsewhere."""
    unguarded(path, "DELETE FROM entry WHERE seq = 1")
    assert any("entries 1 to 1" in problem.what for problem in checked(path).problems)


def test_a_lost_end_shows_in_the_tables(path: Path) -> None:
    unguarded(path, "DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)")
    assert any(problem.where.startswith("table ") for problem in checked(path).problems)


def spoil_guard(path: Path) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("DROP TRIGGER entry_stays")
    db.close()


def weaken_guard(path: Path) -> None:
    spoil_guard(path)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("CREATE TRIGGER entry_stays BEFORE DELETE ON entry WHEN 0 BEGIN SELECT RAISE(ABORT, 'x'); END")
    db.close()


def add_trigger(path: Path) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("CREATE TRIGGER creeping AFTER INSERT ON entry BEGIN DELETE FROM draft; END")
    db.close()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (spoil_guard, "the guard entry_stays of the ledger is missing"),
        (weaken_guard, "the guard entry_stays of the ledger was changed"),
        (add_trigger, "the trigger creeping is none of factcheck's"),
    ],
    ids=["missing", "weakened", "added"],
)
def test_the_guards_are_looked_at(path: Path, spoil: Callable[[Path], None], told: str) -> None:
    spoil(path)
    assert told in {problem.what for problem in checked(path).problems}


TABLES = {
    "a record row lost": ("DELETE FROM event WHERE id = 'e'", "table"),
    "a record row changed": ("UPDATE event SET title = 'Dinner' WHERE id = 'e'", "table event"),
    "a row added": ("INSERT INTO stale VALUES ('e')", "table stale"),
    "a label changed": ("UPDATE record SET label = 'E99' WHERE id = 'e'", "table record"),
    "the text changed": ("UPDATE chunk SET text = replace(text, 'nobody', 'anyone!')", "D1"),
    "a quotation changed": ("UPDATE passage SET exact = 'I met you all'", "S1 (statement)"),
    "a blob lost": ("DELETE FROM blob", "D1"),
    "a blob's bytes changed": ("UPDATE blob SET stored = x'00'", "document"),
    "a blob's coding changed": ("UPDATE blob SET coding = 'odd'", "document"),
    "a blob's size changed": ("UPDATE blob SET size = 3", "document"),
    "JSON in a row that is none": ("UPDATE statement SET afterwards = 'nonsense'", "table statement"),
    "the index of the ledger lost": ("DELETE FROM act", "table act"),
}


@pytest.mark.parametrize(("change", "where"), TABLES.values(), ids=TABLES.keys())
def test_changed_tables_and_documents_are_told(path: Path, change: str, where: str) -> None:
    unguarded(path, change)
    assert any(problem.where.startswith(where) for problem in checked(path).problems)


def test_a_missing_table_is_told(path: Path) -> None:
    unguarded(path, "DROP TABLE stale")
    checked(path)


@pytest.mark.parametrize("share", [0.0, 0.02, 0.3, 0.6, 0.97])
def test_a_torn_file_is_told(path: Path, share: float) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    checked(path)


def contents(path: Path) -> tuple[object, ...]:
    """The entries, the ordinary tables and the documents."""
    with open_case(path) as case:
        entries, parcel = union.everything(case)
        return entries, verify.dump(case.db), parcel


def flips(path: Path, count: int) -> Iterator[tuple[int, bytes]]:
    """The file with one byte turned over, at so many places by chance (seeded)."""
    data, chance = path.read_bytes(), Random(7)
    for _ in range(count):
        at = chance.randrange(100, len(data))
        yield at, data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def test_flipped_bits_never_make_verify_fail_and_never_deceive_it(path: Path) -> None:
    """Most of a small file is free space. Where a flip is not seen, all that was ever said is as it was."""
    whole, seen = contents(path), 0
    for _, data in flips(path, 80):
        path.write_bytes(data)
        if verify.verify_file(path).ok:
            assert contents(path) == whole
        else:
            seen += 1
    assert seen > 0


def test_flipped_bits_in_what_was_said_are_always_seen(path: Path) -> None:
    """In the bodies, which hold every word, each single bit counts."""
    whole = path.read_bytes()
    with open_case(path) as case:
        bodies = [body.encode() for (body,) in case.db.execute("SELECT body FROM entry ORDER BY n")]
    chance = Random(11)
    for body in chance.sample(bodies, 8):
        at = whole.index(body) if body in whole else -1
        if at < 0:
            continue  # it lies on several pages
        at += chance.randrange(len(body))
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        checked(path)


def test_another_sort_of_file_is_no_case(tmp_path: Path) -> None:
    for name, data in (("empty.db", b""), ("text.db", b"words\n" * 100)):
        (tmp_path / name).write_bytes(data)
        assert checked(tmp_path / name).problems[0].where == "file"
    assert checked(tmp_path / "nowhere.db").problems[0].where == "file"


def test_many_problems_are_told_in_few_words(path: Path) -> None:
    with open_case(path) as case, case.act(ANN) as act:
        for number in range(verify.MOST * 3):
            act.put(
                "note.made",
                f"n{number}",
                fields_of(r.Note(target="e", reviewer=ANN.reviewer or "", text="x")),
            )
    unguarded(path, "UPDATE entry SET body = body || ' '")
    whats = [problem.what for problem in checked(path).problems]
    assert 0 < whats.count("the body was changed: its hash differs") <= verify.MOST + 1


def test_verify_changes_nothing(case: CaseFile) -> None:
    before = case.db.execute("SELECT count(*) FROM entry").fetchone(), verify.dump(case.db)
    version = case.db.execute("PRAGMA data_version").fetchone()
    assert verify.verify(case).ok
    assert (case.db.execute("SELECT count(*) FROM entry").fetchone(), verify.dump(case.db)) == before
    assert case.db.execute("PRAGMA data_version").fetchone() == version


@pytest.mark.parametrize("name", ["a b.db", "50%.db", "what?.db", "c#d.db", "ünï.db"])
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str) -> None:
    with new_case(tmp_path, name.removesuffix(".db")) as case:
        assert verify.verify(case).problems == ()
