"""The way in: each thing that can be wrong with a file has its own words."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.read import door
from factcheck.read.door import read_bytes, read_path


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"Dear Chairman,\n\nI did not.\n")
    return path


def refusal(path: Path) -> FactcheckError:
    with pytest.raises(FactcheckError) as refused:
        read_path(path)
    assert refused.value.hint
    assert "Traceback" not in str(refused.value)
    return refused.value


def test_bytes_and_document_come_from_one_reading(letter: Path) -> None:
    data, document = read_path(letter, kind="letter", published="2017-03-02", title="To the Chairman")
    assert data == letter.read_bytes()
    assert document == read_bytes(
        data, "letter.txt", kind="letter", published="2017-03-02", title="To the Chairman"
    )


def test_missing(tmp_path: Path, letter: Path) -> None:
    for path in (tmp_path / "none.txt", letter / "none.txt", tmp_path / "a\0b"):
        assert refusal(path).title == "There is no such file"


def test_empty(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    refused = refusal(tmp_path / "empty.txt")
    assert (refused.title, refused.detail) == ("The file is empty", "empty.txt has no bytes.")


def test_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path).title == "This is a folder, not a file"


def test_pipe_does_not_make_us_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is a pipe." in refusal(tmp_path / "pipe").detail


def test_device() -> None:
    assert "is a device." in refusal(Path(os.devnull)).detail


def test_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s")
        assert "is a socket." in refusal(Path("s")).detail


def test_no_permission(letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, flags: int) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", refused)
    error = refusal(letter)
    assert (error.title, error.detail) == ("No permission to read this file", str(letter))


def test_a_disk_that_fails(letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(path: Path, flags: int) -> int:
        raise OSError(5, "Input/output error", str(path))

    monkeypatch.setattr(os, "open", fails)
    assert "Input/output error" in refusal(letter).detail


def test_a_link_that_leads_round(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert refusal(tmp_path / "loop").title == "The file could not be read"


def grows(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


def shrinks(path: Path) -> None:
    os.truncate(path, 3)


def is_touched(path: Path) -> None:
    os.utime(path, ns=(1, 1))


def is_replaced(path: Path) -> None:
    other = path.with_suffix(".new")
    other.write_bytes(path.read_bytes())
    was = path.stat()
    os.utime(other, ns=(was.st_atime_ns, was.st_mtime_ns))
    other.replace(path)


@pytest.mark.parametrize("change", [grows, shrinks, is_touched, is_replaced])
def test_a_file_that_changes_while_it_is_read(
    letter: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    fstat = os.fstat

    def changed_after(descriptor: int) -> os.stat_result:
        status = fstat(descriptor)
        monkeypatch.setattr(os, "fstat", fstat)
        change(letter)
        return status

    monkeypatch.setattr(os, "fstat", changed_after)
    assert refusal(letter).title == "The file changed while it was read"


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(door.MAX_BYTES + 1)
    assert "at most 100,000,000 are read" in refusal(tmp_path / "large.txt").detail
    monkeypatch.setattr(door, "MAX_BYTES", 3)
    with pytest.raises(FactcheckError, match="too large"):
        read_bytes(b"four", "x")


def test_an_unknown_kind_is_an_error_of_usage() -> None:
    with pytest.raises(FactcheckError) as refused:
        read_bytes(b"text", "x", kind="novel")
    assert refused.value.exit_code == 2
    assert "deposition" in refused.value.hint


def test_a_name_that_is_no_utf8_can_still_be_written(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        path.write_bytes(b"text")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert read_path(path)[1].name == "caf\ufffd.txt"
    path.write_bytes(b"")
    refusal(path).detail.encode()
    path.unlink()
    refusal(path).detail.encode()
