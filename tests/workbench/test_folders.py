"""Adding a folder: everything in it is added or named, in order, and nothing from outside comes in."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.workbench import folders, gathering, readings
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, entry_count, written

HEIC = b"\0\0\0\x18ftypheic"


@pytest.fixture
def exhibits(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "exhibits"
    (folder / "letters" / "old").mkdir(parents=True)
    (folder / ".git").mkdir()
    written(folder, "10.txt", "The tenth.")
    written(folder, "2.txt", "The second.")
    written(folder, "Page.html", "<html><body><p>He did not.</p></body></html>")
    written(folder / "letters" / "old", "n.md", "# A note\n\nText.")
    written(folder / "letters", "again.txt", "The second.")
    written(folder / ".git", "config", "[core]")
    (folder / "photo.heic").write_bytes(HEIC)
    (folder / "empty.txt").touch()
    yield folder


def names(found: list[Path], folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in found]


def test_files_come_in_the_order_in_which_people_number_them(exhibits: Path) -> None:
    listing = gathering.files_in(exhibits)
    assert names(listing.files, exhibits) == [
        "2.txt", "10.txt", "empty.txt", "Page.html", "photo.heic", "letters/again.txt", "letters/old/n.md",
    ]  # fmt: skip
    assert [(one.path.name, one.skipped) for one in listing.others] == [(".git", "it is hidden")]


def test_everything_is_added_or_named(empty: OpenCase, exhibits: Path) -> None:
    told: list[tuple[int, int, str]] = []
    outcomes = list(
        folders.add_folder(
            empty, ANN, exhibits, kind="letter", published="March 2, 2017",
            progress=lambda done, of, path: told.append((done, of, path.name)), publisher="The office",
        )
    )  # fmt: skip
    became = {
        one.path.name: one.skipped
        or (one.failed.title if one.failed else None)
        or (one.added and one.added.same_as)
        for one in outcomes
    }
    assert became == {
        ".git": "it is hidden",
        "2.txt": None,
        "10.txt": None,
        "empty.txt": "The file is empty",
        "Page.html": None,
        "photo.heic": "This is a HEIC or AVIF image, which factcheck does not read",
        "again.txt": "D1",
        "n.md": None,
    }
    sources = readings.sources(empty, ANN)
    assert [source.name for source in sources] == ["2.txt", "10.txt", "Page.html", "letters/old/n.md"]
    assert {(s.kind, s.published, s.publisher) for s in sources} == {("letter", "2017-03-02", "The office")}
    assert told[0] == (0, 7, "2.txt")
    assert told[-1] == (6, 7, "n.md")


def test_a_second_time_adds_nothing(empty: OpenCase, exhibits: Path) -> None:
    list(folders.add_folder(empty, ANN, exhibits))
    before = entry_count(empty)
    again = [one.added for one in folders.add_folder(empty, ANN, exhibits) if one.added]
    assert all(added.made is None for added in again)
    assert entry_count(empty) == before


def test_stopping_half_way_keeps_what_was_added(empty: OpenCase, exhibits: Path) -> None:
    def stop(done: int, of: int, path: Path) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(folders.add_folder(empty, ANN, exhibits, progress=stop))
    assert [source.name for source in readings.sources(empty, ANN)] == ["2.txt", "10.txt"]


def test_what_is_within_archives_is_named_by_its_path_there(empty: OpenCase, tmp_path: Path) -> None:
    def packed(**files: bytes) -> bytes:
        kept = io.BytesIO()
        with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(f"{name}.txt", data)
        return kept.getvalue()

    mail = b"From ann@a.example Mon Oct 1 10:00:00 2018\nFrom: Ann\nSubject: Toll\n\nI did not.\n\n"
    folder = tmp_path / "within"
    folder.mkdir()
    (folder / "bomb.zip").write_bytes(packed(bomb=b"a" * 30_000_000, fine=b"Fine words."))
    (folder / "box.mbox").write_bytes(mail * 2)
    (folder / "empty.zip").write_bytes(packed())
    (folder / "winmail.dat").write_bytes(b"\x78\x9f\x3e\x22" + b"\0" * 40)
    found = list(folders.add_folder(empty, ANN, folder))
    assert [(one.name, one.added is not None) for one in found if not one.skipped] == [
        ("bomb.zip/bomb.txt", False),
        ("bomb.zip/fine.txt", True),
        ("box.mbox/0001 Toll.eml", True),
        ("box.mbox/0002 Toll.eml", True),
    ]
    assert found[0].failed is not None
    assert found[0].failed.detail.startswith("bomb.zip/bomb.txt: it grows")
    skipped = {one.name: one.skipped for one in found if one.skipped}
    assert skipped["empty.zip"] == "it holds no files"
    assert "Outlook attachment" in (skipped["winmail.dat"] or "")


def test_links_are_named_and_not_followed(exhibits: Path, tmp_path: Path) -> None:
    outside = written(tmp_path, "secret.txt", "Outside.")
    (exhibits / "a link").symlink_to(outside)
    (exhibits / "letters" / "loop").symlink_to(exhibits)
    (exhibits / "broken").symlink_to(exhibits / "nothing")
    listing = gathering.files_in(exhibits)
    assert len(listing.files) == 7
    links = [one.path.name for one in listing.others if one.skipped and "link" in one.skipped]
    assert links == ["a link", "broken", "loop"]


def test_what_is_no_file_is_named(exhibits: Path) -> None:
    os.mkfifo(exhibits / "pipe")
    assert [o.skipped for o in gathering.files_in(exhibits).others if o.path.name == "pipe"] == [
        "it is no ordinary file"
    ]


def test_the_case_itself_is_left_out(empty: OpenCase) -> None:
    outcomes = list(folders.add_folder(empty, ANN, empty.path.parent))
    assert outcomes
    assert {one.skipped for one in outcomes} == {"it is the case itself"}


def test_a_folder_that_cannot_be_opened_is_named(exhibits: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuses(path: Path) -> object:
        if path.name == "letters":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuses)
    listing = gathering.files_in(exhibits)
    assert len(listing.files) == 5
    assert [one.failed.title for one in listing.others if one.failed] == ["The folder cannot be read"]


@pytest.mark.parametrize("name", ["none", "10.txt", "a\0b"])
def test_what_is_no_folder_is_refused(exhibits: Path, name: str) -> None:
    with pytest.raises(FactcheckError, match="folder cannot be read"):
        gathering.files_in(exhibits / name)


def test_too_many_files_are_refused(exhibits: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MAX_FILES", 3)
    with pytest.raises(FactcheckError, match="too many"):
        gathering.files_in(exhibits)


def test_names_are_sorted_as_people_do() -> None:
    ordered = ["1", "2", "10", "10a", "Ä", "b2", "B10", "é", "x" + "9" * 5000]
    assert sorted(sorted(ordered), key=gathering.in_order)[:4] == ["1", "2", "10", "10a"]
    assert gathering.in_order("b2") < gathering.in_order("B10")
    assert gathering.in_order("a") != gathering.in_order("A")
