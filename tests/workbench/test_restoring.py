"""A case from a backup: verified, whole, a replica of its own; never over a file or from what is damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.store import union
from factcheck.store.case import open_case
from factcheck.store.verify import dump
from factcheck.workbench import acts, cases, readings, verifying
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN


@pytest.fixture
def kept(case: OpenCase) -> Path:
    return cases.backup_case(case, ANN)


def test_a_restored_case_is_the_case_that_was_kept(case: OpenCase, kept: Path, tmp_path: Path) -> None:
    bytes_before = kept.read_bytes()
    was = dump(case.db)
    acts.event(case, ANN, title="Later than the backup")
    assert cases.restore_case(kept, tmp_path / "again.db") == tmp_path / "again.db"
    assert kept.read_bytes() == bytes_before
    with open_case(tmp_path / "again.db") as again:
        assert dump(again.db) == was
        assert verifying.verify(again, ANN).ok
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_it_is_a_replica_of_its_own(case: OpenCase, kept: Path, tmp_path: Path) -> None:
    cases.restore_case(kept, tmp_path / "again.db")
    acts.event(case, ANN, title="In the case")
    with open_case(tmp_path / "again.db") as again:
        made = acts.event(again, ANN, title="In the restored one")
        assert made.label == "E1b"
        assert "began writing in a restored copy" in [line.sentence for line in readings.log(again, ANN)]
        report = union.unite(case, *union.everything(again))
        assert (report.forks, report.refused) == ([], [])
        assert readings.event_view(case, ANN, "E4").title == "In the case"
        assert readings.event_view(case, ANN, "E1b").title == "In the restored one"


def test_a_copy_can_be_restored_while_it_is_open(case: OpenCase, tmp_path: Path) -> None:
    acts.event(case, ANN, title="Still in the file beside it")
    cases.restore_case(case.path, tmp_path / "again.db")
    with open_case(tmp_path / "again.db") as again:
        assert readings.event_view(again, ANN, "E4").title == "Still in the file beside it"


def torn(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9_000])


def scrambled(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[8_192:40_960] = b"\xa5" * 32_768
    path.write_bytes(bytes(data))


def with_changed_words(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("UPDATE event SET title = 'Another meeting' WHERE title = 'Meeting in the office'")
    db.commit()
    db.close()


def with_a_broken_chain(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("DROP TRIGGER entry_header_stays")
    db.execute("UPDATE entry SET actor = 'reviewer:mallory' WHERE n = 5")
    db.commit()
    db.close()


@pytest.mark.parametrize("damage", [torn, scrambled, with_changed_words, with_a_broken_chain])
def test_what_is_damaged_is_not_restored(
    damage: Callable[[Path], None], case: OpenCase, kept: Path, tmp_path: Path
) -> None:
    damage(kept)
    before = kept.read_bytes()
    files = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(FactcheckError) as refused:
        cases.restore_case(kept, tmp_path / "again.db")
    assert refused.value.title == "This backup is damaged"
    assert str(kept) in refused.value.detail
    assert "another backup" in refused.value.hint
    assert kept.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == files


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "There is no such case"),
        (b"", "is empty"),
        (b"hello" * 100, "another sort of file"),
        ("folder", "folder"),
    ],
    ids=["missing", "empty", "text", "folder"],
)
def test_what_is_no_case_is_not_restored(content: bytes | str | None, said: str, tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    if content == "folder":
        path.mkdir()
    elif isinstance(content, bytes):
        path.write_bytes(content)
    with pytest.raises(FactcheckError) as refused:
        cases.restore_case(path, tmp_path / "again.db")
    assert said in str(refused.value)
    assert not (tmp_path / "again.db").exists()


def test_a_database_of_another_program_is_not_restored(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "kept.db")
    db.execute("CREATE TABLE t (x)")
    db.close()
    with pytest.raises(FactcheckError, match="another program"):
        cases.restore_case(tmp_path / "kept.db", tmp_path / "again.db")


def test_a_newer_case_is_not_restored(kept: Path, tmp_path: Path) -> None:
    db = sqlite3.connect(kept)
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(FactcheckError, match="newer factcheck"):
        cases.restore_case(kept, tmp_path / "again.db")


def test_nothing_is_written_over(kept: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.txt"
    there.write_text("mine", "utf-8")
    with pytest.raises(FactcheckError, match="of that name already"):
        cases.restore_case(kept, there)
    with pytest.raises(FactcheckError, match="of that name already"):
        cases.restore_case(kept, kept)
    assert there.read_text("utf-8") == "mine"
    with pytest.raises(FactcheckError, match="no such folder"):
        cases.restore_case(kept, tmp_path / "missing" / "again.db")
