"""`add` with Bates numbers, archives and messages; `page`, `type`, `check`; numbers instead of labels."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from factcheck.cli import trouble
from factcheck.workbench import many
from tests.cli.conftest import Run

PAGE = "He met the envoy on May 3, 2016."


def tiff(path: Path, pages: int) -> None:
    frames = [Image.new("L", (20, 30), 255 - n) for n in range(pages)]
    frames[0].save(path, save_all=True, append_images=frames[1:])


@pytest.fixture
def empty(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "inquiry.db"
    assert run("new", path, "--title", "The hearing").code == 0
    return path


@pytest.fixture
def production(tmp_path: Path) -> Path:
    folder = tmp_path / "exhibits"
    folder.mkdir()
    tiff(folder / "ABC0001234.tif", 3)
    (folder / "ABC0001240.txt").write_text("He met her.\nHe met her.\n", "utf-8")
    with zipfile.ZipFile(folder / "more.zip", "w") as made:
        made.writestr("ABC0001237.txt", "She went.\n")
        made.writestr("../photo.heic", b"\0\0\0\x18ftypheic")
    return folder


def test_a_dry_run_lists_and_adds_nothing(empty: Path, run: Run, production: Path) -> None:
    done = run("add", empty, production, "--recursive", "--bates", "from-name", "--dry-run")
    assert done.code == 0, done.err
    assert done.out.splitlines() == [
        "FILE                     BATES          PAGES  REMARK",
        "ABC0001234.tif           ABC0001234-36  3",
        "ABC0001240.txt           ABC0001240",
        "more.zip/ABC0001237.txt  ABC0001237",
        "more.zip/photo.heic                            " + done.out.splitlines()[4][47:],
        "3 to add, 1 not read, 3 pages.",
        "Bates: ABC0001234-37, ABC0001240",
        "ABC0001234.tif is named by the first number; the numbers of the other pages follow it",
        "gaps: ABC0001238-39",
    ]
    assert json.loads(run("list", empty, "sources", "--json").out) == []
    told = json.loads(
        run("add", empty, production, "--recursive", "--bates", "from-name", "--dry-run", "--json").out
    )
    assert (told["bates"], told["gaps"], told["wrong"]) == (
        ["ABC0001234-37", "ABC0001240"],
        ["ABC0001238-39"],
        False,
    )
    assert {one["file"]: one["bates"] for one in told["files"]}["ABC0001240.txt"] == "ABC0001240"


def test_exhibits_come_in_with_their_numbers(empty: Path, run: Run, production: Path) -> None:
    done = run("add", empty, production, "--recursive", "--bates", "from-name", "--json")
    assert done.code == 0, done.err
    assert [item["label"] for item in json.loads(done.out)] == ["D1", "D2", "D3"]
    assert json.loads(done.out)[2]["file"].endswith("more.zip/ABC0001237.txt")
    assert "gaps: ABC0001238-39" in done.err
    assert "3 added, 0 already there, 1 skipped, 0 failed." in done.err
    sources = json.loads(run("list", empty, "sources", "--json").out)
    assert [one["bates"] for one in sources] == ["ABC0001234-36", "ABC0001240", "ABC0001237"]


def test_what_is_wrong_stops_it_without_a_terminal(empty: Path, run: Run, production: Path) -> None:
    (production / "ABC0001236.txt").write_text("Twice.", "utf-8")
    words = ("add", empty, production, "--recursive", "--bates", "from-name")
    done = run(*words)
    assert (done.code, done.out) == (1, "")
    assert "wrong: ABC0001234.tif (ABC0001234-36) and ABC0001236.txt (ABC0001236) overlap" in done.err
    assert "go on with --yes" in done.err
    assert run(*words, "--dry-run").code == 1
    assert run(*words, "--yes").out.split() == ["D1", "D2", "D3", "D4"]
    refused = run("show", empty, "ABC0001236")
    assert (refused.code, "2 sources bear “ABC0001236”" in refused.err) == (2, True)


@pytest.mark.parametrize(("answer", "code", "added"), [("y", 0, 3), ("n", 1, 0)])
def test_a_person_is_asked_once(
    empty: Path,
    run: Run,
    production: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    code: int,
    added: int,
) -> None:
    asked: list[str] = []

    def ask(question: str) -> bool:
        asked.append(question)
        return answer == "y"

    monkeypatch.setattr(trouble, "can_ask", lambda: True)
    monkeypatch.setattr(trouble, "ask", ask)
    done = run("add", empty, production, "--recursive")
    assert (done.code, len(done.out.split()), asked) == (code, added, ["Add them?"])
    assert "more.zip/ABC0001237.txt" in done.err


def test_a_load_file(empty: Path, run: Run, production: Path) -> None:
    listing = production / "prod.opt"
    listing.write_text("ABC0001234,V,IMG\\ABC0001234.tif,Y,,,3\r\nDEF0001,V,T\\ABC0001240.txt,Y,,,1\r\n")
    done = run("add", empty, production, "--recursive", "--bates", listing)
    assert (done.code, done.out.split()) == (0, ["D1", "D2", "D3"])
    assert "exhibits/prod.opt was skipped: it is the load file" in done.err
    assert json.loads(run("show", empty, "DEF0001", "--json").out)["label"] == "D2"


def test_an_archive(empty: Path, run: Run, production: Path) -> None:
    done = run("add", empty, production / "more.zip")
    assert (done.code, done.out.split()) == (0, ["D1"])
    assert "more.zip/photo.heic was skipped" in done.err
    assert run("add", empty, production / "more.zip", "--title", "T").code == 2
    (production / "bad.zip").write_bytes(b"PK\x03\x04 no archive")
    assert run("add", empty, production / "bad.zip").code == 1


def test_a_message_and_what_is_attached(empty: Path, run: Run, tmp_path: Path) -> None:
    message = tmp_path / "m.eml"
    message.write_bytes(
        b"From: a@harbour.example\r\nTo: b@harbour.example\r\nSubject: The list\r\nMIME-Version: 1.0\r\n"
        b"Date: Mon, 2 May 2016 10:00:00 +0000\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
        b"Content-Type: text/plain\r\n\r\nHere it is.\r\n--b\r\nContent-Type: text/plain\r\n"
        b"Content-Disposition: attachment; filename=list.txt\r\n\r\nHe did not go.\r\n--b--\r\n"
    )
    done = run("add", empty, message, "--title", "The message", "--json")
    assert done.code == 0, done.err
    told = json.loads(done.out)
    assert (told["label"], [one["label"] for one in told["attached"]]) == ("D1", ["D2"])
    sources = json.loads(run("list", empty, "sources", "--json").out)
    assert [(one["name"], one["title"]) for one in sources][1] == ("m.eml/list.txt", None)


def test_a_number_does_for_a_label(empty: Path, run: Run, production: Path) -> None:
    run("add", empty, production, "--recursive", "--bates", "from-name", "--no-extract")
    assert "ABC0001234-36, page 2" in run("search", empty, "ABC0001235").out
    shown = run("show", empty, "abc 1235")
    assert (shown.code, "D1" in shown.out.splitlines()[0]) == (0, True)
    assert "abc 1235 is in D1: ABC0001234-36, page 2" in shown.err
    captured = run("capture", empty, "ABC0001237", "She went.", "--speaker", "Ann Lee")
    assert (captured.code, captured.out) == (0, "S1\n")


def test_words_are_looked_for_on_the_page_of_the_number(empty: Path, run: Run, tmp_path: Path) -> None:
    tiff(tmp_path / "AB001.tif", 2)
    run("add", empty, tmp_path / "AB001.tif", "--bates", "from-name")
    assert run("capture", empty, "AB002", "He met", "--speaker", "A").code == 2


def test_pages_are_typed_and_checked(empty: Path, run: Run, production: Path) -> None:
    run("add", empty, production, "--recursive", "--bates", "from-name", "--no-extract")
    listed = run("page", empty, "D1")
    assert listed.out.splitlines()[:2] == ["PAGE  BATES       HOLDS", "1     ABC0001234  image"]
    assert run("type", empty, "D1", "--words", PAGE).code == 2
    typed = run("type", empty, "ABC0001235", "--by", "Ann", stdin=f"{PAGE}\n")
    assert (typed.code, typed.out) == (0, "D4\n")
    assert run("check", empty, "D4", "--by", "Ann").code == 1
    assert run("check", empty, "D4", "--by", "Ben").out == "D4\n"
    assert "D4 by Ann, checked by Ben" in run("page", empty, "D1").out
    assert run("capture", empty, "D4", PAGE, "--speaker", "Ann Lee").code == 0
    report = production / "r.txt"
    assert run("report", empty, "--as", "annex", "--format", "txt", "-o", report).code == 0
    text = " ".join(report.read_text("utf-8").split())
    assert "read from an image by one person, checked by another" in text
    assert "(ABC0001235)" in text


def test_a_page_is_named_where_it_cannot_be_opened(
    empty: Path, run: Run, production: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "x")
    run("add", empty, production, "--recursive", "--bates", "from-name")
    done = run("page", empty, "ABC0001235")
    assert done.code == 0
    assert done.out.rstrip().endswith(".tif  page 2 of the file, ABC0001235")
    assert "Not opened: this terminal is on another machine (ssh)." in done.err
    told = json.loads(run("page", empty, "D1", "3", "--json").out)
    assert (told["page"]["number"], told["command"]) == (3, [])


def test_several_files_are_read_in_order_whatever_the_processes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = []
    for n in range(6):
        files.append(tmp_path / f"{n}.txt")
        files[-1].write_text(f"“I did not go,” Ann Lee said on May {n + 1}.\n" * 3, "utf-8")
    files.insert(2, tmp_path / "none.txt")
    one = run("read", *files, "--json")
    monkeypatch.setattr(many, "PAYS_FROM", 1)
    monkeypatch.setattr(many, "_workers", lambda: 2)
    two = run("read", *files, "--json")
    assert (one.code, one.out) == (two.code, two.out)
    assert one.code == 1
    assert len(one.out.splitlines()) == 7


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_interrupted_it_says_what_is_in(empty: Path, tmp_path: Path, nobodys_machine: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    line = "“I did not go to the harbour,” Ann Lee said on May 3, 2016, and she left for home.\n\n"
    for n in range(300):
        (folder / f"{n}.txt").write_text(f"{n}\n\n{line * 200}", "utf-8")
    adding = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "add", str(empty), str(folder), "--recursive"],
        env={**os.environ, "FACTCHECK_REVIEWER": "Ann", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert adding.stdout is not None
    assert adding.stdout.readline() == b"D1\n"
    adding.send_signal(signal.SIGINT)
    _, err = adding.communicate(timeout=60)
    assert adding.returncode == trouble.INTERRUPTED
    told = err.decode()
    assert "Stopped: " in told
    assert "What was added stays." in told
