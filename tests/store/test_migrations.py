"""Older cases are brought up to date: a copy first, one transaction, and on failure the case as it was."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.core import records as r
from factcheck.errors import FactcheckError
from factcheck.store import connect, migrations, verify
from factcheck.store.case import CaseFile, open_case
from tests.store.replicas import ANN, reopened

Step = Callable[[sqlite3.Connection], None]


def add_table(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE extra (words TEXT) STRICT")
    db.execute("INSERT INTO extra VALUES ('once')")


def add_column(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE extra ADD COLUMN more TEXT")


def fail(db: sqlite3.Connection) -> None:
    db.execute("INSERT INTO extra VALUES ('half')")
    db.execute("SELECT nonsense")


@pytest.fixture
def path(case: CaseFile) -> Path:
    with case.act(ANN) as act:
        act.make("person", r.Person(label=act.label("person", "p"), name="Smith"), "p")
    case.close()
    return case.path


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Callable[[tuple[Step, ...]], None]:
    """Lets the program know these steps, as if it were newer."""

    def know(given: tuple[Step, ...]) -> None:
        monkeypatch.setattr(migrations, "MIGRATIONS", given)
        monkeypatch.setattr(migrations, "VERSION", 1 + len(given))

    return know


def version(path: Path) -> int:
    db = connect.connect(path, write=False)
    found = migrations.version_of(db)
    db.close()
    return found


def test_a_new_case_has_the_current_version(path: Path) -> None:
    assert version(path) == migrations.VERSION == 1 + len(migrations.MIGRATIONS)


def test_an_older_case_is_migrated_after_a_copy_was_made(path: Path, steps: Callable[..., None]) -> None:
    steps((add_table, add_column))
    with open_case(path) as case:
        assert case.db.execute("SELECT words, more FROM extra").fetchall() == [("once", None)]
        assert verify.verify(case).problems == ()
    assert version(path) == 3
    copy = path.with_name("a.db.v1.bak")
    assert version(copy) == 1
    db = connect.connect(copy, write=False)
    assert db.execute("SELECT name FROM person").fetchall() == [("Smith",)]
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()


def test_it_is_migrated_once(path: Path, steps: Callable[..., None]) -> None:
    steps((add_table,))
    open_case(path).close()
    steps((add_table, add_column))
    with open_case(path) as case:
        assert case.db.execute("SELECT words FROM extra").fetchall() == [("once",)]
    assert sorted(file.name for file in path.parent.glob("*.bak")) == ["a.db.v1.bak", "a.db.v2.bak"]


def test_a_failing_step_leaves_the_case_as_it_was(path: Path, steps: Callable[..., None]) -> None:
    steps((add_table, fail))
    with pytest.raises(FactcheckError):
        open_case(path)
    assert version(path) == 1
    db = connect.connect(path, write=False)
    assert db.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'").fetchone() == (0,)
    db.close()
    steps((add_table, add_column))
    with open_case(path) as case:
        assert verify.verify(case).ok


def test_a_copy_cut_off_half_way_is_made_again(path: Path, steps: Callable[..., None]) -> None:
    """Killed while copying, an earlier attempt left only a file of another name."""
    steps((add_table,))
    with pytest.MonkeyPatch.context() as cut:
        cut.setattr(Path, "rename", lambda *_: (_ for _ in ()).throw(OSError("killed")))
        with pytest.raises(FactcheckError, match="copy"):
            open_case(path)
    assert not list(path.parent.glob("*.bak"))
    assert version(path) == 1
    open_case(path).close()
    assert version(path.with_name("a.db.v1.bak")) == 1


def test_two_that_open_at_once_migrate_once(path: Path, steps: Callable[..., None]) -> None:
    """The second waits for the first and then finds nothing to do."""
    steps((add_table,))
    first = connect.connect(path, write=True)
    begun = migrations.version_of(first)
    open_case(path).close()
    assert begun == 1
    migrations.migrate(first, path)
    assert first.execute("SELECT words FROM extra").fetchall() == [("once",)]
    first.close()


def test_a_read_only_older_case_says_so(
    path: Path, steps: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    steps((add_table,))
    with pytest.raises(FactcheckError, match="another version of factcheck"):
        open_case(path)


def test_the_copy_beside_it_opens_as_a_case(path: Path, steps: Callable[..., None]) -> None:
    steps((add_table,))
    open_case(path).close()
    steps(())
    with reopened(path.with_name("a.db.v1.bak"), "copy") as copy:
        assert verify.verify(copy).ok
