"""Opening a page outside: only pages, at the page, and not where nobody would see it."""

from __future__ import annotations

import shutil
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from factcheck.errors import FactcheckError
from factcheck.workbench import acts
from factcheck.workbench.cases import OpenCase
from factcheck.workbench.opening import open_page
from tests.workbench.inquiry import ANN, written

SEEN = {"DISPLAY": ":0"}


def never(command: Sequence[str]) -> None:
    pytest.fail(f"{command} was started")


@pytest.fixture
def scanned(empty: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenCase:
    frames = [Image.new("L", (20, 30), 255 - n) for n in range(3)]
    frames[0].save(tmp_path / "odd name;.exe", "TIFF", save_all=True, append_images=frames[1:])
    acts.add_source(empty, ANN, tmp_path / "odd name;.exe", bates="ABC0001234-36")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    return empty


def test_the_original_is_shown_as_a_copy_under_a_safe_name(scanned: OpenCase, tmp_path: Path) -> None:
    started: list[Sequence[str]] = []
    opened = open_page(scanned, ANN, "D1", start=started.append, environment=SEEN)
    assert started == [("xdg-open", str(opened.path))]
    assert opened.path.suffix == ".tif"
    assert opened.path.read_bytes() == (tmp_path / "odd name;.exe").read_bytes()
    assert stat.S_IMODE(opened.path.stat().st_mode) == 0o400
    assert opened.page is not None
    assert opened.page.page == "1"


def test_a_later_page_is_a_picture_where_no_program_takes_a_page(scanned: OpenCase) -> None:
    started: list[Sequence[str]] = []
    opened = open_page(scanned, ANN, "ABC0001236", start=started.append, environment=SEEN)
    assert opened.page is not None
    assert (opened.page.page, opened.page.bates) == ("3", "ABC0001236")
    picture = Path(started[0][1])
    assert picture.name.endswith("-page-3.png")
    with Image.open(picture) as image:
        assert (image.size, image.getpixel((0, 0))) == ((20, 30), 253)


@pytest.mark.parametrize(
    ("environment", "why"),
    [
        ({}, "there is no display"),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "1.2.3.4 5"}, "this terminal is on another machine (ssh)"),
    ],
)
def test_where_nobody_would_see_it_the_place_is_given(
    scanned: OpenCase, environment: dict[str, str], why: str
) -> None:
    opened = open_page(scanned, ANN, "D1", "2", start=never, environment=environment)
    assert (opened.command, opened.why) == ((), why)
    assert opened.path.is_file()
    assert opened.page is not None
    assert opened.page.number == 2


def test_of_a_typed_page_the_image_is_opened(scanned: OpenCase) -> None:
    acts.type_page(scanned, ANN, "D1", "2", "He met her.")
    opened = open_page(scanned, ANN, "D2", environment={})
    assert opened.path.name.startswith("D1-")
    assert opened.page is not None
    assert opened.page.page == "2"


def test_what_is_no_page_is_not_started(scanned: OpenCase, tmp_path: Path) -> None:
    acts.add_source(
        scanned, ANN, written(tmp_path, "x.html", "<html><body><p>Hello there.</p></body></html>")
    )
    with pytest.raises(FactcheckError, match="D2 is not opened outside"):
        open_page(scanned, ANN, "D2", start=never, environment=SEEN)


def test_there_is_no_such_page(scanned: OpenCase) -> None:
    with pytest.raises(FactcheckError, match="D1 has no page 7"):
        open_page(scanned, ANN, "D1", "7", environment=SEEN)


def test_a_program_that_does_not_start_is_told(scanned: OpenCase) -> None:
    def refuse(command: Sequence[str]) -> None:
        raise OSError(2, "No such file")

    opened = open_page(scanned, ANN, "D1", start=refuse, environment=SEEN)
    assert (opened.command, opened.why) == ((), "xdg-open: No such file")
