"""Two texts of the same words, compared word by word."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.apparatus import compare

CASES = [
    (
        "and I didn’t have -- did not have calls",
        "and I did not have calls",
        [("didn’t have --", "", "and I")],
    ),
    ("I had no calls", "I had no calls at all", [("", "at all", "had no calls")]),
    ("No calls.", "No, calls.", [("No", "No,", "")]),
    ("the same\nwords", "the  same words", []),
    ("漢字会議", "漢字電話", [("会議", "電話", "漢字")]),
    ("", "new", [("", "new", "")]),
    ("e\u0301te", "ete", [("e\u0301te", "ete", "")]),
]


@pytest.mark.parametrize(("theirs", "ours", "expected"), CASES, ids=[case[1] for case in CASES])
def test_readings(theirs: str, ours: str, expected: list[tuple[str, str, str]]) -> None:
    found = compare(theirs, ours)
    assert [(r.theirs, r.ours, r.after) for r in found.readings] == expected


@given(st.text(alphabet="ab c\n漢e\u0301", max_size=60), st.text(alphabet="ab c\n漢e\u0301", max_size=60))
def test_the_pieces_are_the_whole_text_and_equal_words_have_no_reading(theirs: str, ours: str) -> None:
    found = compare(theirs, ours)
    assert "".join(piece.text for piece in found.pieces) == ours
    assert (not found.readings) == (compare(ours, theirs).readings == ())
    assert not compare(ours, ours).readings


def test_very_long_texts_are_not_compared() -> None:
    begun = time.process_time()
    found = compare("a b " * 200_000, "b a " * 200_000)
    assert not found.compared
    assert time.process_time() - begun < 5
