"""Machine reading: what Tesseract sees is placed as if it were printed text, and marked."""

import io
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from factcheck.core.mapping import document_from_map, map_json
from factcheck.errors import FactcheckError
from factcheck.read import ocr
from factcheck.read.door import read_bytes, read_path
from factcheck.read.page_images import page_image
from tests.read.drawn import Draw, numbered, pdf, words

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="the program tesseract is not installed"
)

ANSWERS = ["Q.   Were you at the harbour office?", "A.   I was there on Tuesday.", "Q.   Who was with you?"]


def scanned(*pages: Draw) -> list[Draw]:
    """The pages as pictures of themselves."""
    data = pdf(*pages)

    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            with Image.open(io.BytesIO(page_image(data, "x.pdf", number))) as picture:
                canvas.drawImage(ImageReader(picture.convert("L")), 0, 0, 612, 792)

        return draw

    return [page(number) for number in range(1, len(pages) + 1)]


def letter(canvas: Canvas) -> None:
    words(canvas, ["Dear Ms. Orla, I write about the", "harbour board of Tuesday."], size=14, pitch=20)


def typed(canvas: Canvas) -> None:
    words(canvas, ["This page has text of its own."])


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    ocr.version.cache_clear()
    yield
    ocr.version.cache_clear()


@needs_tesseract
def test_an_image_page_is_read_in_its_place_and_marked() -> None:
    data = pdf(typed, *scanned(letter), typed)
    document = read_bytes(data, "x.pdf", ocr=True)
    text = document.text
    assert text.startswith("This page has text of its own.\n")
    assert "Dear Ms. Orla, I write about the\nharbour board of Tuesday.\n" in text
    assert document.place_at(text.index("harbour")).page == "2"
    assert [(hole.what, hole.page) for hole in document.holes] == [("machine-read", "2")]
    assert document.reader.startswith("pdf/2 pdfium ") and " tesseract " in document.reader
    assert "Orla" not in read_bytes(data, "x.pdf").text
    again = document_from_map(
        document.name,
        document.kind,
        sha256=document.sha256,
        size=document.size,
        text=text,
        map_text=map_json(document),
    )
    assert again == document


@needs_tesseract
def test_scanned_testimony_keeps_its_line_numbers() -> None:
    lines = [ANSWERS[n % 3] for n in range(25)]

    def page(canvas: Canvas) -> None:
        numbered(canvas, lines)

    document = read_bytes(pdf(*scanned(page)), "x.pdf", ocr=True)
    places = [mark.place.line for mark in document.marks]
    assert len([one for one in places if one]) >= 23
    start = document.text.index("A.")
    assert document.place_at(start).line == "2"
    assert document.text.count("harbour office?") >= 7


@needs_tesseract
def test_an_image_is_read_too() -> None:
    picture = page_image(pdf(letter), "x.pdf", 1)
    document = read_bytes(picture, "x.png", ocr=True)
    assert "harbour board of Tuesday." in document.text
    assert document.reader.startswith("image/1 tesseract ")
    assert [(hole.what, hole.page) for hole in document.holes] == [("machine-read", "1")]


@needs_tesseract
def test_a_picture_without_words_stays_an_image() -> None:
    file = io.BytesIO()
    Image.new("L", (800, 600), 255).save(file, "PNG")
    document = read_bytes(file.getvalue(), "x.png", ocr=True)
    assert [hole.what for hole in document.holes] == ["image"]


@needs_tesseract
def test_a_page_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "SECONDS", 0.01)
    with pytest.raises(FactcheckError, match="too long") as refused:
        read_bytes(pdf(*scanned(letter)), "x.pdf", ocr=True)
    assert "page 1" in refused.value.detail and refused.value.hint


@needs_tesseract
def test_a_pdf_with_text_on_every_page_asks_no_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "read_pages", None)
    assert "text of its own" in read_bytes(pdf(typed), "x.pdf", ocr=True).text


def test_without_the_program_the_way_to_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("pytesseract.pytesseract.tesseract_cmd", "no-such-tesseract")
    with pytest.raises(FactcheckError, match="tesseract") as refused:
        ocr.version()
    assert "factcheck-workbench[ocr]" in refused.value.hint and "tesseract-ocr" in refused.value.hint


def test_without_the_extra_the_way_to_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pytesseract", None)
    with pytest.raises(FactcheckError, match="extra") as refused:
        read_bytes(pdf(*[lambda canvas: canvas.rect(0, 0, 612, 792, fill=1)]), "x.pdf", ocr=True)
    assert "pip install 'factcheck-workbench[ocr]'" in refused.value.hint


def test_text_is_read_without_asking_for_the_program(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("Words.")
    assert read_path(path, ocr=True)[1].text == "Words."
