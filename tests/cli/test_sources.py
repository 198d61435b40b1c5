"""`add` and `read` of pages, folders and addresses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.core.protocols import Clock
from factcheck.workbench import fetching
from factcheck.workbench.fetching import Fetched, Limits
from tests.cli.conftest import Run
from tests.read.pages import ARTICLE, ARTICLE_TEXT, HEARING


@pytest.fixture
def exhibits(tmp_path: Path) -> Path:
    folder = tmp_path / "exhibits"
    (folder / "b").mkdir(parents=True)
    (folder / "2.html").write_text(ARTICLE, "utf-8")
    (folder / "10.txt").write_text("He did not.", "utf-8")
    (folder / "b" / "n.md").write_text("# A note\n\nText.", "utf-8")
    (folder / "photo.heic").write_bytes(b"\0\0\0\x18ftypheic")
    return folder


def test_a_page_brings_its_own_card(case: Path, run: Run, exhibits: Path) -> None:
    done = run("add", case, exhibits / "2.html", "--publisher", "The Ledger (print)", "--json")
    assert done.code == 0, done.err
    added = json.loads(done.out)
    assert set(added) == {"id", "label", "file", "same_as", "proposals", "holes", "resembles"}
    assert [hole["what"] for hole in added["holes"]] == ["left-out", "hidden"]
    (source,) = [
        item for item in json.loads(run("list", case, "sources", "--json").out) if item["label"] == "D2"
    ]
    assert (source["title"], source["published"]) == ("Senator denied meeting envoy", "2017-03-01")
    assert (source["publisher"], source["author"]) == ("The Ledger (print)", "Jane Roe, Zoë Doe")


def test_a_folder_needs_recursive(case: Path, run: Run, exhibits: Path) -> None:
    done = run("add", case, exhibits)
    assert (done.code, done.out) == (1, "")
    assert "--recursive" in done.err


def test_a_folder(case: Path, run: Run, exhibits: Path) -> None:
    done = run("add", case, exhibits, "--recursive")
    assert (done.code, done.out.split()) == (0, ["D2", "D3", "D4"])
    assert "photo.heic was skipped: This is a HEIC" in done.err
    assert "3 added, 0 already there, 1 skipped, 0 failed." in done.err
    again = run("add", case, exhibits, "--recursive", "--json")
    assert [item["same_as"] for item in json.loads(again.out)] == ["D2", "D3", "D4"]
    assert "0 added, 3 already there" in again.err


def test_one_bad_file_does_not_lose_the_others(case: Path, run: Run, exhibits: Path) -> None:
    (exhibits / "1.txt").touch()
    done = run("add", case, exhibits, "--recursive", "--json")
    assert done.code == 1
    assert [item["label"] for item in json.loads(done.out)] == ["D2", "D3", "D4"]
    assert "The file is empty" in done.err
    assert "3 added, 0 already there, 1 skipped, 1 failed." in done.err


def test_an_empty_folder_gives_an_empty_list(case: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    done = run("add", case, tmp_path / "none", "--recursive", "--json")
    assert (done.code, json.loads(done.out)) == (0, [])


def test_what_is_of_one_document_is_not_said_of_a_folder(case: Path, run: Run, exhibits: Path) -> None:
    assert run("add", case, exhibits, "--recursive", "--title", "T").code == 2


def test_an_address(case: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def fetch(address: str, *, clock: Clock, limits: Limits) -> Fetched:
        asked.append(address)
        return Fetched(ARTICLE.encode(), "https://a.example/final", "final", "text/html", "2017-03-02")

    monkeypatch.setattr(fetching, "fetch", fetch)
    done = run("add", case, "https://a.example//x", "--json")
    assert (done.code, json.loads(done.out)["file"]) == (0, "https://a.example//x")
    assert asked == ["https://a.example//x"]
    assert "fetched https://a.example/final: text/html" in done.err
    shown = json.loads(run("show", case, "D2", "--json").out)
    assert (shown["address"], shown["retrieved"]) == ("https://a.example/final", "2017-03-02")


@pytest.mark.parametrize("address", ["ftp://a.example/x", "file:///etc/passwd", "https://u:p@a.example/"])
def test_an_address_that_is_not_fetched(case: Path, run: Run, address: str) -> None:
    done = run("add", case, address)
    assert (done.code, done.out) == (2, "")
    assert "cannot be fetched" in done.err


def test_reading_pages(run: Run, exhibits: Path, tmp_path: Path) -> None:
    read = json.loads(run("read", exhibits / "2.html", "--json").out)
    source = read["source"]
    assert source["text"] == ARTICLE_TEXT
    assert source["published_basis"].startswith("JSON-LD datePublished")
    for statement in read["statements"]:
        for segment in statement["segments"]:
            assert source["text"][segment["start"] : segment["end"]] == segment["exact"]
    hearing = tmp_path / "hearing.htm"
    hearing.write_text(HEARING, "utf-8")
    done = run("read", hearing, exhibits / "b" / "n.md", exhibits / "photo.heic", "--json")
    kinds = [json.loads(line)["source"].get("kind") for line in done.out.splitlines()]
    assert (done.code, kinds) == (1, ["hearing", "news", None])
