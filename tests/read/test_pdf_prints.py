"""Pages set as presses and court reporters set them: what is read of each, and what is left out."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from factcheck.core.document import Document
from factcheck.core.mapping import original_text
from factcheck.read.door import read_bytes
from factcheck.read.pages import words as pdf_words
from factcheck.read.pages.hyphens import joint
from tests.read.drawn import Draw, pdf

WORDS = (
    "the", "of", "and", "that", "harbour", "minister", "communications", "letter", "board", "quay", "told",
    "understanding", "responsibility", "before", "committee", "questioned", "testimony", "administration",
    "international", "we", "were", "had", "never", "documents",
)  # fmt: skip


def read(*pages: Draw) -> Document:
    return read_bytes(pdf(*pages), "x.pdf")


def said(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count)).capitalize() + "."


def paragraph(
    canvas: Canvas, text: str, x: float, y: float, width: float, size: float, indent: float = 9
) -> float:
    """Set to both margins, words broken where they do not fit; gives the height at which it ends."""
    rest, font = text.split(), "Times-Roman"
    while rest:
        room, line = width - indent, [rest.pop(0)]
        while rest and canvas.stringWidth(" ".join([*line, rest[0]]), font, size) <= room:
            line.append(rest.pop(0))
        for cut in range(len(rest[0]) - 3, 3, -1) if rest else ():
            if canvas.stringWidth(" ".join([*line, f"{rest[0][:cut]}-"]), font, size) <= room:
                line.append(f"{rest[0][:cut]}-")
                rest[0] = rest[0][cut:]
                break
        shown = canvas.beginText(x + indent, y)
        shown.setFont(font, size)
        white = room - canvas.stringWidth(" ".join(line), font, size)
        shown.setWordSpace(white / (len(line) - 1) if rest and len(line) > 1 else 0)
        shown.textOut(" ".join(line))
        canvas.drawText(shown)
        y, indent = y - size * 1.1, 0
    return y


def imprint(canvas: Canvas, page: int) -> None:
    """What the press prints below the words, and up the margin."""
    x = 60.0
    canvas.setFont("Times-Roman", 6)
    for part in ("VerDate Nov 24 2008", "08:45 Jun 03, 2031", "Jkt 056640", "PO 00000", f"Frm {page:05}"):
        canvas.drawString(x, 30, part)
        x += canvas.stringWidth(part, "Times-Roman", 6) + 5
    canvas.drawString(x, 30, r"Fmt 6633  Sfmt 6633  C:\DOCS\56640.TXT  HARBOR1  PsN: PELL")
    canvas.translate(20, 40)
    canvas.rotate(90)
    canvas.drawString(0, 0, "apell on DSKB9S0YB1PROD with HEARING")


def test_a_hearing_as_it_is_printed() -> None:
    chance = random.Random(3)
    answers = [[said(chance, 30) for _ in range(4)] for _ in range(4)]

    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.setFont("Times-Roman", 10)
            canvas.drawCentredString(220, 616, str(number + 12))
            y = 590.0
            for index, answer in enumerate(answers[number]):
                x = 70.0
                for part, size in (
                    ("Senator ", 10),
                    ("QP"[index % 2], 10),
                    (("UILL", "ELL")[index % 2], 7.8),
                ):
                    canvas.setFont("Times-Roman", size)
                    canvas.drawString(x, y, part)
                    x += canvas.stringWidth(part, "Times-Roman", size)
                canvas.setFont("Times-Roman", 10)
                canvas.drawString(x, y, f". I saw letter {number}{index} of that year when")
                y = paragraph(canvas, answer, 60, y - 11, 320, 10, 0)
            imprint(canvas, number + 16)

        return draw

    document = read(*map(page, range(4)))
    assert (document.kind, document.holes) == ("hearing", ())
    assert [turn.speaker for turn in document.turns] == ["Senator QUILL", "Senator PELL"] * 8
    heard = [" ".join(document.text[turn.start : turn.end].split()) for turn in document.turns]
    expected = [f"of that year when {answer}" for four in answers for answer in four]
    assert [words.partition(" of ")[2].replace("-", "") for words in heard] == [
        words.partition("of ")[2] for words in expected
    ]
    assert [mark.place.page for mark in document.marks] == ["12", "13", "14", "15"]
    assert "VerDate" not in document.text and "DSKB" not in document.text
    assert original_text(document).count("PsN: PELL") == original_text(document).count("DSKB") == 4


def test_the_congressional_record_in_three_columns() -> None:
    chance = random.Random(4)
    speeches = [[[said(chance, 30) for _ in range(4)] for _ in range(3)] for _ in range(3)]

    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.setFont("Times-Bold", 11)
            canvas.drawString(40, 750, "March 2, 2031")
            canvas.drawCentredString(306, 750, "CONGRESSIONAL RECORD — SENATE")
            canvas.drawRightString(572, 750, f"S{1586 + number}")
            if number == 1:
                canvas.drawCentredString(306, 725, "THE HARBOUR OF PELL, THE QUAY, AND WHAT BECAME OF BOTH")
            for column, spoken in enumerate(speeches[number]):
                y = 700.0
                for speech in spoken:
                    y = paragraph(canvas, f"Mr. PELL. {speech}", 40 + column * 182, y, 166, 9)
            imprint(canvas, number + 1)

        return draw

    document = read(*map(page, range(3)))
    assert (document.kind, document.holes) == ("record", ())
    heard = [" ".join(document.text[turn.start : turn.end].split()) for turn in document.turns]
    expected = [speech for three in speeches for column in three for speech in column]
    heading = " THE HARBOUR OF PELL, THE QUAY, AND WHAT BECAME OF BOTH"
    assert [words.replace("-", "").removesuffix(heading) for words in heard] == expected
    assert [mark.place.page for mark in document.marks] == ["S1586", "S1587", "S1588"]


def test_a_reporters_page_with_a_rule_times_in_small_figures_and_a_stamp() -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            for x in (95, 98, 560):
                canvas.line(x, 60, x, 740)
            canvas.setFont("Courier", 10)
            canvas.drawRightString(555, 750, str(number + 11))
            for index in range(25):
                y = 720 - 26 * index
                canvas.setFont("Courier", 8)
                if index % 2 == 0:
                    canvas.drawString(30, y, f"09:{30 + index // 10}:{10 + index}")
                canvas.setFont("Courier", 12)
                canvas.drawRightString(88, y, str(index + 1))
                words = ("Q.   Did you see it,", "A.   No, sir,", "MR. ORR:  Objection,")[index % 3]
                canvas.drawString(130, y, f"{words} {number}, {index + 1}")
            canvas.setFont("Helvetica", 9)
            canvas.drawRightString(590, 20, f"PELL{number + 1233:07}")

        return draw

    document = read_bytes(pdf(*map(page, range(1, 4))), "x.pdf", kind="deposition")
    assert document.holes == ()
    expected = [(str(page), str(line)) for page in (12, 13, 14) for line in range(1, 26)]
    assert [(mark.place.page, mark.place.line) for mark in document.marks] == expected
    assert len(document.turns) == 75 and document.text.count("\n") == 75
    assert "09:" not in document.text and "PELL0" not in document.text
    assert all(text in original_text(document) for text in ("09:30:10", "PELL0001236"))


@pytest.fixture(scope="module")
def vera() -> str:
    """A font that says which letters it draws, ligatures and the hyphen of its own among them."""
    path = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    pdfmetrics.registerFont(TTFont("Vera", str(path)))
    return "Vera"


def test_letters_set_apart_twice_or_in_pieces_are_words(vera: str) -> None:
    def page(canvas: Canvas) -> None:
        apart = canvas.beginText(100, 740)
        apart.setFont("Times-Bold", 14)
        apart.setCharSpace(6)
        apart.textOut("BEFORE THE BOARD")
        apart.setCharSpace(0)
        canvas.drawText(apart)
        canvas.setFont("Times-Roman", 11)
        for shift in (0, 0.3):
            canvas.drawString(72 + shift, 700, "Printed twice to look bold")
        x = 72.0
        for part in ("The comm", "unic", "ations wi", "th the mini", "ster"):
            canvas.drawString(x, 680, part)
            x += canvas.stringWidth(part, "Times-Roman", 11)
        canvas.setFont(vera, 11)
        canvas.drawString(72, 660, "an office of \ufb01nance \u2014 \u201cno\u201d \u2026 of commun\u00ad")
        canvas.drawString(72, 646, "ications")

    text = read(page).text
    assert [line.strip() for line in text.splitlines() if line] == [
        "BEFORE THE BOARD",
        "Printed twice to look bold",
        "The communications with the minister",
        "an office of finance — “no” … of communications",
    ]


def test_words_written_from_right_to_left_stay_in_the_order_in_which_they_are_read() -> None:
    words = [("שלום", 300.0, 330.0, 700.0), ("עולם", 268.0, 297.0, 700.0), ("12", 255.0, 265.0, 700.0)]
    (line,) = pdf_words._tiled(words, 10.0, 0)
    assert (line.text, line.x0, line.x1) == ("שלום עולם 12", 255.0, 330.0)
    runs = list(pdf_words._tiled([*words, ("far", 100.0, 120.0, 700.0)], 10.0, 4))
    assert [(run.text, run.order) for run in runs] == [("far", 4), ("שלום עולם 12", 5)]


def test_the_hyphen_of_its_own_joins_as_the_other_does() -> None:
    assert joint("He spoke of commun\u2010", "ications", frozenset()) == joint(
        "He spoke of commun-", "ications", frozenset()
    )
