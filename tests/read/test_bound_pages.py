"""A document of an image a page, bound as one source."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from factcheck.errors import FactcheckError
from factcheck.read import bound_pages
from factcheck.read.bound_pages import bound, files_of
from factcheck.read.door import read_bytes
from factcheck.read.page_images import page_image


def tiff(*shades: int) -> bytes:
    made = io.BytesIO()
    frames = [Image.new("L", (20, 30), shade) for shade in shades]
    frames[0].save(made, "TIFF", save_all=True, append_images=frames[1:])
    return made.getvalue()


def shade_of(picture: bytes) -> int:
    with Image.open(io.BytesIO(picture)) as image:
        return image.convert("L").tobytes()[0]


def test_every_page_has_its_place_and_its_picture() -> None:
    data = bound([("A1.tif", tiff(10)), ("A2.tif", None), ("A3.tif", tiff(30, 40)), ("A5.tif", b"II*\0no")])
    document = read_bytes(data, "A1-5")
    assert [mark.place.page for mark in document.marks] == ["1", "2", "3", "4", "5"]
    assert [(hole.what, hole.page) for hole in document.holes] == [
        ("image", "1"), ("page", "2"), ("image", "3"), ("image", "4"), ("page", "5"),
    ]  # fmt: skip
    assert "A2.tif, is missing" in document.holes[1].where
    assert [shade_of(page_image(data, "A1-5", page)) for page in (1, 3, 4)] == [10, 30, 40]
    for page, told in ((2, "is missing"), (5, "broken"), (6, "has 5 pages"), (0, "no page 0")):
        with pytest.raises(FactcheckError, match=told):
            page_image(data, "A1-5", page)


@given(st.lists(st.tuples(st.text(max_size=20), st.binary(max_size=40) | st.none()), max_size=5))
def test_every_file_comes_out_as_it_went_in(pages: list[tuple[str, bytes | None]]) -> None:
    data = bound(pages)
    assert data == bound(pages)
    assert [file for file, _ in files_of(data, "x")] == [file or b"" for _, file in pages]


@given(st.integers(0, 400), st.binary(min_size=1, max_size=3))
def test_a_broken_bundle_is_refused_or_read(at: int, change: bytes) -> None:
    data = bytearray(bound([("A1.tif", tiff(10)), ("A2.tif", tiff(20))]))
    at = min(at, len(data) - 1) if at < 200 else len(data) - (at - 199)
    data[at : at + len(change)] = change
    with suppress(FactcheckError):
        read_bytes(bytes(data), "A1-2")


def test_more_than_a_source_may_have_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bound_pages, "MAX_BYTES", 100)
    with pytest.raises(FactcheckError, match="too large together"):
        bound([("A1.tif", b"x" * 60), ("A2.tif", b"x" * 60)])


def test_an_archive_that_only_has_such_files_is_an_archive() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("00001 A1.tif", tiff(10))
    with pytest.raises(FactcheckError, match="ZIP archive"):
        read_bytes(made.getvalue(), "A1.zip")
