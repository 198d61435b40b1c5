"""Several volumes of testimony in one file: their covers, days and page numbers."""

from __future__ import annotations

import pytest

from factcheck.core.document import Document, Hole
from factcheck.core.mapping import original_text
from factcheck.read.door import read_bytes

COVER = (
    "IN THE CIRCUIT COURT OF HARBOR COUNTY\nNORA VALE v. ORLO SHIPPING\n\nDEPOSITION OF ADAM STONE\n"
    "VOLUME I\nMay 16, 2018\n\nA P P E A R A N C E S\nBY: TOBIAS COLE\nBY: ELENA RUIZ\n"
)
FIRST = ["BY MR. COLE:", "Q.   Were you there?", "A.   No.", "(Adjourned.)"]
SECOND = ["BY MS. RUIZ:", "Q.   Again, were you there?", "A.   Yes."]


def read(text: str) -> Document:
    document = read_bytes(text.encode(), "stone.txt", kind="deposition")
    assert original_text(document) == text
    return document


def page(number: int, rows: list[str], above: str = "\f{:>60}\n", below: str = "") -> str:
    filled = rows + [""] * (25 - len(rows))
    lines = "".join(f"{n:>2}    {row}".rstrip() + "\n" for n, row in enumerate(filled, 1))
    return above.format(number) + lines + below.format(number)


def sittings(document: Document) -> list[tuple[str, str | None]]:
    return [(one.sort, one.date) for one in document.sections if one.sort == "sitting"]


def asked(document: Document) -> list[tuple[str | None, str | None, str | None]]:
    places = ((turn, document.place_at(turn.start)) for turn in document.turns if turn.role == "question")
    return [(turn.speaker, place.page, place.line) for turn, place in places]


TWO = [("sitting", "2018-05-16"), ("sitting", "2018-05-17")]

SHORT_COVERS = {
    "a volume and a day": "DEPOSITION OF ADAM STONE\nVOLUME II\nMay 17, 2018\n",
    "a day": "DEPOSITION OF ADAM STONE\nTaken on Thursday, May 17, 2018, at 9:30 a.m.\n",
    "no name": "Volume II\nThursday, May 17, 2018\n",
    "small letters": "Continued Deposition of Adam Stone\nMay 17, 2018\n",
}


@pytest.mark.parametrize("cover", SHORT_COVERS)
@pytest.mark.parametrize("feed", ["", "\f"])
def test_a_short_cover_opens_a_sitting_of_its_own_day(cover: str, feed: str) -> None:
    above = feed + "{:>60}\n"
    pages = page(5, FIRST, above) + "\n" + feed + SHORT_COVERS[cover] + page(6, SECOND, above)
    for document in (
        read(COVER + pages),
        read(COVER + "\n".join(FIRST) + f"\n{SHORT_COVERS[cover]}\n" + "\n".join(SECOND)),
    ):
        assert sittings(document) == TWO
        assert [turn.speaker for turn in document.turns if turn.role == "answer"] == ["Adam Stone"] * 2
        assert all(row in document.text for row in SHORT_COVERS[cover].splitlines())
    assert asked(read(COVER + pages)) == [("Tobias Cole", "5", "2"), ("Elena Ruiz", "6", "2")]


def test_a_cover_on_numbered_lines() -> None:
    cover = SHORT_COVERS["a volume and a day"].splitlines()
    document = read(page(1, COVER.splitlines()) + page(2, FIRST) + page(3, cover) + page(4, SECOND))
    assert sittings(document) == TWO
    assert asked(document) == [("Tobias Cole", "2", "2"), ("Elena Ruiz", "4", "2")]


NO_COVERS = {
    "a head on every page": "DEPOSITION OF ADAM STONE\nMay 16, 2018\n",
    "a head, and the answer goes on": "DEPOSITION OF ADAM STONE\nand went home on May 20, 2015.\n",
    "a head, and a new sentence": "DEPOSITION OF ADAM STONE\nWe met on May 20, 2015, at the pier.\n",
    "the same volume": "DEPOSITION OF ADAM STONE\nVOLUME I\n",
    "a document that is named": "Deposition of Mr. Orlo\nwas what I read.\n",
}


@pytest.mark.parametrize("rows", NO_COVERS)
def test_what_is_no_cover_opens_nothing(rows: str) -> None:
    text = "\n".join(FIRST[:3]) + "\n" + NO_COVERS[rows] + "Q.   Well?\nA.   No.\n"
    assert sittings(read(COVER + text)) == TWO[:1]


def test_a_head_with_the_day_on_every_page_goes_to_the_map() -> None:
    above = "\fDEPOSITION OF ADAM STONE\nMay 16, 2018\n{:>60}\n"
    document = read(COVER + "".join(page(number, FIRST[:3], above) for number in (5, 6, 7)))
    assert sittings(document) == TWO[:1]
    assert document.text.count("May 16, 2018") == 1


LAYOUTS = {
    "right": {"above": "\f{:>60}\n"},
    "right, no feeds": {"above": "{:>60}\n"},
    "centred": {"above": "\f\n{:^60}\n\n"},
    "said": {"above": "Page {}\n"},
    "below": {"above": "", "below": "\n{:>40}\n\f"},
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_single_page_far_from_the_volume_before_has_the_number_that_it_prints(layout: str) -> None:
    printed = LAYOUTS[layout]
    text = COVER + "\n" + page(5, FIRST, **printed) + page(6, FIRST[1:], **printed)
    document = read(text + SHORT_COVERS["a volume and a day"] + page(210, SECOND, **printed))
    assert [place for _, *place in asked(document)] == [["5", "2"], ["6", "1"], ["210", "2"]]
    assert not document.holes


@pytest.mark.parametrize(
    "between", ["         210\n", "210 men came\n", f"{3:>60}\n", f"{12:>60}\n{210:>60}\n"]
)
def test_a_number_that_stands_elsewhere_is_not_believed_and_the_page_is_a_hole(between: str) -> None:
    document = read(COVER + page(5, FIRST) + page(6, FIRST[1:]) + "\f" + between + page(0, SECOND, ""))
    assert asked(document)[-1] == ("Elena Ruiz", None, "2")
    assert document.holes == (
        Hole(
            "page-number",
            "pages of numbered lines without a number that can be read; first after page 6",
            1,
            "6",
        ),
    )


def test_padded_line_numbers_stay_as_printed() -> None:
    rows = "".join(f"{n:02}  {row}\n" for n, row in enumerate(FIRST, 1))
    assert asked(read(f"0007\n{rows}0008\n{rows}")) == [("MR. COLE", "7", "02"), ("MR. COLE", "8", "02")]
