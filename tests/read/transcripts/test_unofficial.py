"""Unofficial transcripts: stamps, numbers of lines and pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.document import Document
from factcheck.core.mapping import original_text
from factcheck.read.door import read_bytes
from factcheck.read.transcripts.hearings import unofficial

SPOKEN = [
    "     The committee met, pursuant to call, at 10:00 a.m., in Room",
    "2141, Rayburn House Office Building, Hon. Ada Moor [chairwoman of",
    "the committee] presiding.",
    "     Chairwoman Moor.  The committee will come to order, and we",
    "begin with the law of 1914",
    "     Mr. Cole, was it signed by 14",
    "or by 15 of them?",
    "     Mr. Cole.  By 14.",
    "     Chairwoman Moor.  Thank you.",
]


def numbered(rows: list[str], first: int = 1, edge: str = "right") -> list[str]:
    if edge == "left":
        return [f"{number:<6}{row}" for number, row in enumerate(rows, first)]
    return [f"{row:<66} {number}" for number, row in enumerate(rows, first)]


def read(rows: list[str]) -> Document:
    text = "\n".join(rows) + "\n"
    document = read_bytes(text.encode(), "x.txt")
    assert original_text(document) == text
    return document


def test_stamps_and_the_numbers_of_lines_are_cut_and_told() -> None:
    document = read(["RPTR COLE", "EDTR MAYS", "", *numbered(SPOKEN)])
    assert document.kind == "hearing"
    assert document.text == "\n" + "\n".join(f"{row:<66} ".rstrip() for row in SPOKEN) + "\n"
    asked, answer, _ = document.turns
    assert (asked.speaker, answer.label) == ("Ada Moor", "Mr. Cole.")
    assert document.text[asked.start : asked.end].endswith("signed by 14\nor by 15 of them?")
    assert [document.place_at(turn.start).line for turn in document.turns] == ["4", "8", "9"]
    assert all("provisional" in turn.flags for turn in document.turns)


def test_a_number_of_the_text_stays() -> None:
    document = read(
        ["RPTR COLE", "EDTR MAYS", "    Mr. Cole. It was signed, and not by 13 14", "but by 14 15"]
    )
    assert document.text == "    Mr. Cole. It was signed, and not by 13\nbut by 14\n"


def test_numbers_that_nothing_bears_out_stay() -> None:
    rows = ["RPTR COLE", "EDTR MAYS", "    Mr. Cole. We met at 7", "and parted at 12", "as in 1914"]
    assert read(rows).text == "\n".join(rows[2:]) + "\n"


@pytest.mark.parametrize("edge", ["left", "right"])
def test_numbers_may_begin_again_on_each_page(edge: str) -> None:
    pages = [SPOKEN[:4], SPOKEN[4:]]
    rows = [
        "RPTR COLE",
        *(row for number, page in enumerate(pages, 1) for row in (f"{number:>40}", *numbered(page, 1, edge))),
    ]
    document = read(rows)
    asked, answer, _ = document.turns
    places = [
        document.place_at(asked.start),
        document.place_at(asked.end - 1),
        document.place_at(answer.start),
    ]
    assert [(place.page, place.line) for place in places] == [("1", "4"), ("2", "3"), ("2", "4")]
    assert not any(row.strip().isdigit() for row in document.text.split("\n"))


def test_pages_alone() -> None:
    rows = ["RPTR COLE", "", "  1", *SPOKEN[:5], "", "  2", *SPOKEN[5:], "", "  3", "The end."]
    document = read(rows)
    assert [document.place_at(turn.start).page for turn in document.turns] == ["1", "2", "2"]
    assert "\n  2\n" not in document.text


def test_what_the_committee_inserts_is_a_hole() -> None:
    document = read(
        [
            "RPTR COLE",
            *numbered([*SPOKEN, "********COMMITTEE INSERT********"])[:-1],
            "********COMMITTEE INSERT********10",
        ]
    )
    (hole,) = (hole for hole in document.holes if hole.what == "insert")
    assert hole.count == 1
    assert document.turns[-1].role == "note"
    assert document.text.endswith("********COMMITTEE INSERT********\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RPTR COLE\nEDTR MAYS\n", True),
        ("\n".join(numbered(SPOKEN)), True),
        ("\n".join(numbered(SPOKEN, 1, "left")), True),
        ("\n".join(SPOKEN), False),
        ("In 2010\nwe had 3\nand in 2011\nwe had 4\nbut in 2012\nwe had 5\n", False),
    ],
)
def test_it_is_known_by_stamps_or_numbers(text: str, expected: bool) -> None:
    assert unofficial.is_one(text) is expected


@given(
    st.lists(
        st.sampled_from([*SPOKEN, "", "  12", "RPTR COLE", *numbered(SPOKEN), *numbered(SPOKEN, 3, "left")]),
        max_size=50,
    )
)
def test_whatever_the_lines_the_original_comes_back(rows: list[str]) -> None:
    read(["RPTR COLE", *rows])
