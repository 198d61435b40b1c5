"""Images: a page for each frame, without words, and a picture of each for a face to show."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from factcheck.core.document import Document, Hole
from factcheck.core.mapping import document_from_map, map_json, original_text
from factcheck.errors import FactcheckError
from factcheck.read import page_images
from factcheck.read.door import read_bytes
from factcheck.read.page_images import page_image
from factcheck.read.pages.sheets import image_pages
from tests.read.drawn import pdf, sheet_at, words


def image(form: str, *, frames: int = 1, size: tuple[int, int] = (60, 80), mode: str = "L") -> bytes:
    """Each frame is as grey as its number."""
    file = io.BytesIO()
    pages = [Image.new("L", size, 20 * number).convert(mode) for number in range(1, frames + 1)]
    more = {"save_all": True, "append_images": pages[1:]} if frames > 1 else {}
    pages[0].save(file, form, **more)
    return file.getvalue()


def grey_of(picture: bytes) -> int:
    shown = Image.open(io.BytesIO(picture), formats=["PNG"])
    return shown.convert("L").tobytes()[0]


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_an_image_is_a_source_of_one_page_without_words(form: str) -> None:
    document = read_bytes(image(form), "exhibit.dat", kind="letter", title="Exhibit 4", published="2017")
    assert document.text.strip() == "" and document.text
    assert (document.kind, document.title, document.published) == ("letter", "Exhibit 4", "2017")
    assert document.holes == (Hole("image", "page 1 of 1 has no text: it is an image", 1, "1"),)
    assert document.place_at(0).page == "1"
    assert (document.reader, document.encoding) == ("image/1", None)


def test_a_tiff_has_a_page_for_each_frame() -> None:
    document = read_bytes(image("TIFF", frames=7), "x.tif")
    assert [mark.place.page for mark in document.marks] == [str(n) for n in range(1, 8)]
    assert document.holes[2] == Hole("image", "page 3 of 7 has no text: it is an image", 1, "3")
    assert image_pages(document) == list(range(1, 8))
    assert [sheet_at(document, mark.start) for mark in document.marks] == list(range(1, 8))
    assert original_text(document).count("\f") == 6
    assert kept(document) == document


def kept(document: Document) -> Document:
    return document_from_map(
        document.name,
        document.kind,
        sha256=document.sha256,
        size=document.size,
        text=document.text,
        map_text=map_json(document),
    )


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "I;16"])
def test_a_frame_can_be_shown_whatever_its_colours(mode: str) -> None:
    file = io.BytesIO()
    Image.new(mode, (30, 40)).save(file, "PNG")
    with Image.open(io.BytesIO(page_image(file.getvalue(), "x.png", 1))) as shown:
        assert shown.size == (30, 40)


def test_the_page_asked_for_is_the_one_shown() -> None:
    data = image("TIFF", frames=5)
    assert [grey_of(page_image(data, "x.tif", page)) for page in (1, 4, 2)] == [20, 80, 40]


def test_a_page_of_a_pdf_is_drawn() -> None:
    data = pdf(lambda canvas: words(canvas, ["A"]), lambda canvas: canvas.rect(0, 0, 612, 792, fill=1))
    assert grey_of(page_image(data, "x.pdf", 1)) == 255
    assert grey_of(page_image(data, "x.pdf", 2)) == 0
    with Image.open(io.BytesIO(page_image(data, "x.pdf", 2))) as shown:
        assert shown.size == (2550, 3300)


@pytest.mark.parametrize("page", [0, 3, 10**6])
@pytest.mark.parametrize("data", [image("TIFF", frames=2), pdf(*[lambda c: words(c, ["A"])] * 2)])
def test_there_is_no_such_page(data: bytes, page: int) -> None:
    with pytest.raises(FactcheckError, match="cannot be shown") as refused:
        page_image(data, "x", page)
    assert refused.value.hint


def test_words_are_no_image() -> None:
    with pytest.raises(FactcheckError, match="no image"):
        page_image(b"Words.", "x.txt", 1)


def test_an_image_beyond_bounds_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_images, "MAX_PIXELS", 1_000)
    monkeypatch.setattr("factcheck.read.image.MAX_PIXELS", 1_000)
    with pytest.raises(FactcheckError, match="too large") as refused:
        read_bytes(image("PNG"), "x.png")
    assert "60 by 80" in refused.value.detail
    with pytest.raises(FactcheckError, match="too large"):
        page_image(image("PNG"), "x.png", 1)


def test_a_bomb_is_refused() -> None:
    header = image("PNG")
    huge = header[:16] + (60_000).to_bytes(4) * 2 + header[24:]
    with pytest.raises(FactcheckError):
        read_bytes(huge, "x.png")


def test_too_many_frames(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.read.image.MAX_FRAMES", 3)
    with pytest.raises(FactcheckError, match="too many pages"):
        read_bytes(image("TIFF", frames=4), "x.tif")


IMAGES = (image("PNG", mode="RGB"), image("JPEG"), image("TIFF", frames=3))


@given(st.sampled_from(IMAGES), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=5)), max_size=9))
@settings(max_examples=150, deadline=None)
def test_whatever_the_bytes_a_document_or_a_refusal(data: bytes, changes: list[tuple[float, bytes]]) -> None:
    mutated = bytearray(data)
    for where, what in changes:
        at = 4 + int(where * (len(mutated) - 4))
        mutated[at : at + len(what)] = what
    for act in (lambda: read_bytes(bytes(mutated), "x"), lambda: page_image(bytes(mutated), "x", 1)):
        try:
            act()
        except FactcheckError as refused:
            assert refused.title and refused.detail and refused.hint
