"""Restoring a backup, and the doctor, from the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_backup_is_restored(case: Path, run: Run, tmp_path: Path) -> None:
    kept = json.loads(run("backup", case, "--json").out)["path"]
    again = tmp_path / "again.db"
    done = run("restore", kept, again)
    assert (done.code, done.out) == (0, f"wrote {again}\n")
    assert f"factcheck open {again}" in done.err
    assert run("verify", again).code == 0
    assert run("list", again, "events", "--json").out == run("list", case, "events", "--json").out
    second = run("restore", kept, tmp_path / "second.db", "--json")
    assert json.loads(second.out) == {"path": str(tmp_path / "second.db")}


def test_what_cannot_be_restored_is_said(case: Path, run: Run, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(case.read_bytes()[:9_000])
    text = tmp_path / "text.db"
    text.write_text("hello", "utf-8")
    for kept, out, said in (
        (case, case, "of that name already"),
        (damaged, tmp_path / "a.db", "This backup is damaged"),
        (text, tmp_path / "a.db", "This is no case"),
        (tmp_path / "missing.db", tmp_path / "a.db", "There is no such case"),
    ):
        done = run("restore", kept, out)
        assert (done.code, done.out) == (1, "")
        assert said in done.err
    assert not (tmp_path / "a.db").exists()
    assert run("restore", case).code == 2


def test_the_doctor_finds_all_in_order(case: Path, run: Run) -> None:
    done = run("doctor", case)
    assert done.code == 0, done.out
    lines = done.out.splitlines()
    assert any(line.startswith("ok         Python: ") for line in lines)
    assert any(line.startswith("ok         contents: ") for line in lines)
    assert any(line.startswith("note       backup: none") for line in lines)
    found = json.loads(run("doctor", case, "--json").out)
    assert found["ok"] is True
    assert {"name", "state", "found", "advice"} == set(found["checks"][0])


def test_the_doctor_says_where_to_look(case: Path, run: Run) -> None:
    data = bytearray(case.read_bytes())
    data[8_192:20_480] = b"\xa5" * 12_288
    case.write_bytes(bytes(data))
    done = run("doctor", case)
    assert done.code == 1
    assert "look here" in done.out
    assert "inside factcheck" not in done.err
    found = run("doctor", case, "--json")
    assert (found.code, json.loads(found.out)["ok"]) == (1, False)


@pytest.mark.parametrize("has_one", [True, False])
def test_the_doctor_looks_at_the_last_case_if_there_is_one(has_one: bool, case: Path, run: Run) -> None:
    if not has_one:
        case.unlink()
    done = run("doctor")
    assert done.code == 0, done.out
    assert (str(case) in done.err) == has_one
    assert ("contents" in done.out) == has_one
