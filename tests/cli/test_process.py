"""As a real process: pure output, closed pipes, full disks, ctrl-c, poor terminals."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def begin(*words: str | Path, **more: object) -> "subprocess.Popen[bytes]":
    """A running factcheck that hears Ctrl-C, also where the tests themselves run in the background."""
    given: dict[str, object] = {
        "stdin": subprocess.DEVNULL,
        "stderr": subprocess.PIPE,
        "preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        **more,
    }
    return subprocess.Popen([sys.executable, "-m", "factcheck", *map(str, words)], **given)  # type: ignore[call-overload,no-any-return]  # words passed on as they are


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--help",), 0),
        (("--version",), 0),
        (("verify",), 2),
        (("list", "claims"), 2),
        (("list", "missing.db", "claims"), 1),
        (("nonsense",), 2),
        (("read", "missing.txt"), 1),
        (("--by", "", "--json", "list", "missing.db", "claims"), 1),
    ],
    ids=str,
)
def test_exit_codes(words: tuple[str, ...], code: int, process: Run) -> None:
    done = process(*words)
    assert done.code == code, done.err
    assert bool(done.out) == (code == 0)
    assert bool(done.err) == (code != 0)
    assert "Traceback" not in done.err


def test_json_is_alone_on_standard_output(case: Path, process: Run) -> None:
    for kind in ("claims", "events", "links"):
        done = process("list", case, kind, "--json")
        assert done.code == 0
        assert done.err == ""
        assert isinstance(json.loads(done.out), list)


def test_the_last_case_is_named_beside_the_answer(case: Path, process: Run) -> None:
    done = process("list", "claims", "--json")
    assert done.code == 0
    assert str(case) in done.err
    assert json.loads(done.out)


def test_a_reader_that_leaves_is_no_trouble_to_hear_of(case: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with begin("list", case, "claims", stdout=writing) as running:
        os.close(writing)
        _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to offer")
def test_a_full_disk_is_said(case: Path) -> None:
    with Path("/dev/full").open("wb") as full, begin("list", case, "claims", stdout=full) as running:
        _, err = running.communicate(timeout=60)
    assert running.returncode == 1
    assert err.decode().startswith("factcheck: The system refused\n")
    assert b"Traceback" not in err


@pytest.mark.skipif(sys.platform == "win32", reason="another way to interrupt")
def test_ctrl_c(tmp_path: Path) -> None:
    with begin(
        "read", "--lines", "-", "--json", stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(b'{"id": "a", "text": "He said so."}\n')
        assert json.loads(running.stdout.readline())["source"]["name"] == "a"  # it is up, and waits for more
        running.send_signal(signal.SIGINT)
        running.wait(timeout=60)
        assert running.stderr is not None
        assert (running.returncode, running.stderr.read().strip()) == (130, b"factcheck: interrupted")


@pytest.mark.parametrize("encoding", ["ascii", "iso8859-1", "cp1252"])
def test_a_poor_terminal(encoding: str, case: Path, run: Run, process: Run) -> None:
    assert run("statement", case, "--words", "“Нет”, he said – 🙂", "--speaker", "Ъ").code == 0
    done = process("show", case, "S2", PYTHONIOENCODING=encoding)
    assert done.code == 0, done.err
    assert "\\u041d\\u0435\\u0442" in done.out
    assert encoding in done.err
    listed = process("list", case, "statements", "--json", PYTHONIOENCODING=encoding)
    assert json.loads(listed.out)[-1]["words"] == "“Нет”, he said – 🙂"


def test_without_a_terminal_the_summary_is_printed(case: Path, process: Run) -> None:
    for words in ((), (case,), ("open", case), ("open",)):
        done = process(*words)
        assert done.code == 0
        assert done.out.startswith("The hearing\n")
        assert "terminal" in done.err


def test_the_very_first_run_shows_the_sample(process: Run) -> None:
    done = process()
    assert done.code == 0, done.err
    assert done.out.startswith("SAMPLE")
