"""What a change of wording may turn over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.match.turning import turned


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("I did not go", "I did go", {"polarity"}),
        ("I did not have it", "I didn't have -- did not have it", set()),
        ("twelve letters", "12 letters", set()),
        ("twenty-one letters", "21 letters", set()),
        ("1,000 letters", "1000 letters", set()),
        ("on May -- May 3", "on May 3", set()),
        ("twelve letters", "thirteen letters", {"number"}),
        ("twenty-one letters", "twenty-two letters", {"number"}),
        ("1,000 letters", "1,001 letters", {"number"}),
        ("in March", "in May", {"date", "name"}),
        ("in 2016", "in 2017", {"number", "date"}),
        ("he saw Mr. Stone there", "he saw Mr. Storm there", {"name"}),
        ("HE SAW MR. STONE", "HE SAW MR. STORM", set()),
        ("I never met 12 men in May", "I met 13 men in June", {"polarity", "number", "date", "name"}),
        ("Then he went", "He then went", set()),
        ("the aide", "an aide", set()),
    ],
)
def test_what_is_turned_over(old: str, new: str, what: set[str]) -> None:
    assert set(turned(old, new)) == what


@given(st.text(max_size=80))
def test_nothing_is_turned_over_by_setting(text: str) -> None:
    assert turned(text, text) == ()
    assert turned(text, f" {text}\n") == ()
