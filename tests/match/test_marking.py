"""Which words of both sides match."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.match.marking import matched


@pytest.mark.parametrize(
    ("claim", "other", "left", "right"),
    [
        (
            "I did not have communications with the Russians",
            "Conversation with the Russian ambassador",
            ["communications", "Russians"],
            ["Conversation", "Russian"],
        ),
        ("They met and talked", "They met", ["met"], ["met"]),
        ("He was in Münster", "MU\u0308NSTER, 2016", ["Münster"], ["MU\u0308NSTER"]),
        ("会议厅", "在会议", ["会议厅"], ["在会议"]),
        ("I did not", "They did not", [], []),
        ("", "met", [], []),
    ],
)
def test_matched_words(claim: str, other: str, left: list[str], right: list[str]) -> None:
    spans_left, spans_right = matched(claim, other)
    assert [claim[start:end] for start, end in spans_left] == left
    assert [other[start:end] for start, end in spans_right] == right


@given(st.text(), st.text())
def test_it_is_the_same_from_both_sides(left: str, right: str) -> None:
    assert matched(left, right) == matched(right, left)[::-1]


@given(st.text())
def test_a_text_matches_itself(text: str) -> None:
    left, right = matched(text, text)
    assert left == right
