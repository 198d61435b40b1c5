"""What the doctor finds: in order, worth knowing, or wrong with what to do."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.store import health
from factcheck.workbench import cases, doctoring
from factcheck.workbench.cases import OpenCase
from factcheck.workbench.doctoring import Check, Terminal
from tests.workbench.inquiry import ANN

GOOD = Terminal("xterm-256color", "256", 120, 40, "utf-8")

ALL = {
    *("factcheck", "Python", "SQLite", "terminal", "characters", "your files", "your settings"),
    *("case", "format", "integrity", "place", "room", "latest writes", "contents", "backup"),
}


def states(checks: Iterable[Check]) -> dict[str, str]:
    return {check.name: check.state for check in checks}


def named(checks: Iterable[Check], name: str) -> Check:
    return next(check for check in checks if check.name == name)


@pytest.fixture
def closed(case: OpenCase) -> Path:
    """The small case, in no program."""
    case.close()
    return case.path


def test_all_is_well(closed: Path) -> None:
    with cases.open_case(closed) as case:
        cases.backup_case(case, ANN)
    before = closed.read_bytes()
    checks = doctoring.examine(closed, GOOD)
    assert set(states(checks).values()) == {"ok"}, checks
    assert set(states(checks)) == ALL
    assert closed.read_bytes() == before
    assert [check.advice for check in checks] == [""] * len(checks)


def test_without_a_case_only_the_program_is_looked_at() -> None:
    assert "case" not in states(doctoring.examine(None, GOOD))


@pytest.mark.parametrize(
    ("terminal", "name", "found"),
    [
        (Terminal("", "16", 0, 0, "utf-8"), "terminal", "none"),
        (Terminal("dumb", "16", 80, 24, "utf-8"), "terminal", "TERM is dumb"),
        (Terminal("", "16", 80, 24, "utf-8"), "terminal", "TERM is not set"),
        (Terminal("xterm", "16", 79, 24, "utf-8"), "terminal", "xterm, 79x24, colours: 16"),
        (Terminal("xterm", "16", 80, 24, "ISO-8859-1"), "characters", "ISO-8859-1"),
    ],
)
def test_a_poor_terminal_is_worth_knowing(terminal: Terminal, name: str, found: str) -> None:
    check = named(doctoring.of_terminal(terminal), name)
    assert (check.state, check.found) == ("note", found)
    assert check.advice


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "utf_8", "cp65001"])
def test_utf8_by_any_name(encoding: str) -> None:
    assert states(doctoring.of_terminal(Terminal("xterm", "16", 80, 24, encoding))) == {
        "terminal": "ok",
        "characters": "ok",
    }


@pytest.mark.parametrize(
    ("environment", "colour"),
    [
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "xterm"}, "16"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "16 million"),
        ({"TERM": "xterm", "COLORTERM": "truecolor", "NO_COLOR": "1"}, "none (NO_COLOR is set)"),
    ],
)
def test_colours(environment: dict[str, str], colour: str) -> None:
    assert doctoring.this_terminal(environment).colour == colour


def test_an_sqlite_that_cannot_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    trouble = FactcheckError(
        "This Python's SQLite cannot search", "It was built without FTS5.", "Use another."
    )
    monkeypatch.setattr(health, "sqlite_trouble", lambda: trouble)
    check = named(doctoring.of_program(), "SQLite")
    assert (check.state, check.advice) == ("wrong", "Use another.")
    assert "FTS5" in check.found


def test_folders_that_cannot_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("FACTCHECK_HOME", str(tmp_path / "file" / "home"))
    check = named(doctoring.of_folders(), "your files")
    assert check.state == "wrong"
    assert "file is no folder" in check.found
    monkeypatch.setenv("FACTCHECK_HOME", str(tmp_path / "new" / "home"))
    assert set(states(doctoring.of_folders()).values()) == {"ok"}
    assert not (tmp_path / "new").exists(), "looking makes nothing"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="here every folder can be written to")
def test_a_folder_of_somebody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.chmod(0o500)
    monkeypatch.setenv("FACTCHECK_HOME", str(tmp_path / "home"))
    assert named(doctoring.of_folders(), "your files").state == "wrong"


def test_settings_that_cannot_be_used(nobodys_machine: Path) -> None:
    (nobodys_machine / "config.toml").write_text("theme = 'pink'", "utf-8")
    check = named(doctoring.of_folders(), "settings")
    assert (check.state, "pink" in check.found) == ("wrong", True)


@pytest.mark.parametrize("content", [None, b"", b"hello"], ids=["missing", "empty", "text"])
def test_what_is_no_case(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    if content is not None:
        path.write_bytes(content)
    (check,) = doctoring.of_case(path)
    assert (check.name, check.state) == ("case", "wrong")
    assert check.advice


def test_a_damaged_file(closed: Path) -> None:
    data = bytearray(closed.read_bytes())
    data[8_192:20_480] = b"\xa5" * 12_288
    closed.write_bytes(bytes(data))
    checks = list(doctoring.of_case(closed))
    wrong = [check for check in checks if check.state == "wrong"]
    assert wrong
    assert any("restore" in check.advice for check in wrong)


def test_a_torn_file(closed: Path) -> None:
    closed.write_bytes(closed.read_bytes()[:5_000])
    assert "wrong" in states(doctoring.of_case(closed)).values()


def test_a_newer_format(closed: Path) -> None:
    db = sqlite3.connect(closed)
    db.execute("PRAGMA user_version = 99")
    db.close()
    checks = list(doctoring.of_case(closed))
    assert states(checks)["format"] == "wrong"
    assert "contents" not in states(checks)
    assert "upgrade" in named(checks, "format").advice


def test_contents_that_are_not_as_they_were_written(closed: Path) -> None:
    db = sqlite3.connect(closed)
    db.execute("UPDATE event SET title = 'Another meeting' WHERE title = 'Meeting in the office'")
    db.commit()
    db.close()
    check = named(doctoring.of_case(closed), "contents")
    assert check.state == "wrong"
    assert "factcheck verify" in check.advice


def test_a_network_file_system(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "on_network", lambda path: True)
    check = named(doctoring.of_case(closed), "place")
    assert check.state == "wrong"
    assert "copy" in check.advice


def test_a_full_disk(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctoring, "room_beside", lambda path: 10)
    assert named(doctoring.of_case(closed), "room").state == "wrong"


def test_another_program_has_it_open(closed: Path) -> None:
    with cases.open_case(closed) as other:
        cases.enrol(other, ANN, "Eve", "reviewer")
        check = named(doctoring.of_case(closed), "latest writes")
        assert check.state == "note"
        assert "factcheck copy" in check.advice
    assert named(doctoring.of_case(closed), "latest writes").state == "ok"


def test_what_a_crash_left_is_taken_in(closed: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed.db"
    with cases.open_case(closed) as other:
        cases.enrol(other, ANN, "Eve", "reviewer")
        for end in ("", "-wal"):
            crashed.with_name(crashed.name + end).write_bytes(
                closed.with_name(closed.name + end).read_bytes()
            )
    check = named(doctoring.of_case(crashed), "latest writes")
    assert (check.state, "taken in" in check.found) == ("ok", True)
    assert health.waiting_writes(crashed) == 0
    with cases.open_case(crashed) as case:
        assert cases.has_joined(case, cases.viewer_for(case, "Eve"))


def test_the_last_backup_is_found(closed: Path) -> None:
    assert named(doctoring.of_case(closed), "backup").state == "note"
    for name in (
        "inquiry-20260101T000000Z.db",
        "inquiry-20260302T140500Z.db",
        "inquiry-notes.db",
        "b-20270101T000000Z.db",
    ):
        closed.with_name(name).write_bytes(closed.read_bytes())
    check = named(doctoring.of_case(closed), "backup")
    assert (check.state, check.found) == ("ok", "2 beside the case, the last of 2026-03-02 14:05 UTC")
