"""Importing from the command line: what is said, exit codes, progress, Ctrl-C."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli import trouble
from tests.cli.conftest import Run
from tests.cli.test_process import begin

TABLE = "id,title,when,who\n1,Call,2016-09-08,John Stone\n2,Tea,8/9/2016,\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "chronology.csv"
    path.write_text(TABLE, "utf-8")
    return path


def test_rows_that_were_not_read_are_said_and_make_the_exit_code(case: Path, table: Path, run: Run) -> None:
    done = run("import", case, table, "--as", "events")
    assert (done.code, done.out) == (1, "1 event made\n")
    assert (
        "chronology.csv, line 3: “8/9/2016” is not one date: It may mean 2016-09-08 or 2016-08-09."
        in done.err
    )
    assert "1 row was not read" in done.err
    table.write_text(TABLE.replace("8/9/2016", "2016-09-08"), "utf-8")
    done = run("import", case, table, "--as", "events")
    assert (done.code, done.out) == (0, "1 event made\n")
    assert "1 was here already" in done.err
    assert "undone" in run("undo", case).out
    assert [item["title"] for item in json.loads(run("list", case, "events", "--json").out)][2:] == ["Call"]


def test_as_json(case: Path, table: Path, run: Run) -> None:
    done = run("import", case, table, "--as", "events", "--json")
    assert done.code == 1
    answer = json.loads(done.out)
    assert (answer["made"], answer["known"], answer["unread"], len(answer["problems"])) == (1, 0, 1, 1)


def test_rows_without_an_id_are_not_made_twice_unsaid(case: Path, table: Path, run: Run) -> None:
    table.write_text("text,speaker,date\nNo.,John Stone,2017-01-10\nYes.,John Stone,2017-01-10\n", "utf-8")
    assert run("import", case, table, "--as", "statements").out == "2 statements made\n"
    done = run("import", case, table, "--as", "statements")
    assert (done.code, done.out) == (0, "0 statements made\n")
    assert "2 rows are in the case already, word for word; --again makes them once more." in done.err
    answer = json.loads(run("import", case, table, "--as", "statements", "--again", "--json").out)
    assert (answer["made"], answer["same"]) == (2, 0)
    assert run("import", case, table, "--as", "rows", "--again").code == 2


def test_columns_are_mapped(case: Path, table: Path, run: Run) -> None:
    table.write_text("Answer;Day\nNo, never.;2017-01-10\n", "utf-8")
    done = run("import", case, table, "--as", "statements", "--map", "text=Answer", "--map", "date=day")
    assert (done.code, done.out) == (0, "1 statement made\n")
    assert "No, never." in run("list", case, "statements").out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("chronology.csv",), 2, "--as"),
        (("chronology.csv", "--as", "letters"), 2, "is none of"),
        (("chronology.csv", "--as", "statements"), 2, "--map text=COLUMN"),
        (("chronology.csv", "--as", "events", "--map", "when"), 2, "NAME=VALUE"),
        (("chronology.csv", "--as", "events", "--map", "when=x", "--map", "when=y"), 2, "mapped twice"),
        (("chronology.csv", "--as", "events", "--map", "mood=title"), 2, "no field “mood”"),
        (("missing.csv", "--as", "events"), 1, "cannot be read"),
    ],
)
def test_what_cannot_be_imported(
    words: tuple[str, ...],
    code: int,
    said: str,
    case: Path,
    table: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(table.parent)
    done = run("import", case, *words)
    assert (done.code, done.out) == (code, ""), done.err
    assert said in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="another way to interrupt")
def test_ctrl_c_leaves_the_case_as_it_was(case: Path, table: Path, run: Run) -> None:
    table.write_text("title\n" + "Meeting\n" * 200_000, "utf-8")
    before = run("list", case, "events", "--json").out
    ours, theirs = pty.openpty()
    with begin("import", case, table, "--as", "events", stdout=subprocess.PIPE, stderr=theirs) as running:
        os.close(theirs)
        said = b""
        while b"2,000 rows read" not in said:
            said += os.read(ours, 1_000)
        running.send_signal(signal.SIGINT)
        running.wait(timeout=60)
        assert running.stdout is not None
        assert (running.returncode, running.stdout.read()) == (130, b"")
        try:
            while more := os.read(ours, 1_000):
                said += more
        except OSError:  # the other side has gone: that is how a terminal ends
            pass
        os.close(ours)
    assert b"Nothing was imported; the case is as it was." in said
    assert run("list", case, "events", "--json").out == before
    assert run("verify", case).code == 0


def test_progress_is_for_terminals_only(capsys: pytest.CaptureFixture[str]) -> None:
    with trouble.counting("rows read") as tell:
        tell(2_000)
    assert capsys.readouterr().err == ""


def test_progress_is_one_line_that_goes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with trouble.counting("rows read") as tell:
        tell(2_000)
        tell(14_000)
    assert capsys.readouterr().err == "\r2,000 rows read\r14,000 rows read\r                \r"
