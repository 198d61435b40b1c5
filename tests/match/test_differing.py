"""Two wordings beside each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.plain import plain, same_words
from factcheck.match.differing import changes, turned


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("I did not call him", "I did call him", "I did [not] call him"),
        ("I did call", "I did not call", "I did <not> call"),
        ("I didn't -- did not", "I did not", "I [didn't --] did not"),
        ("the ambas-\nsador", "the  ambassador", "the ambassador"),
        ("a b c", "x y z", "[a b c] <x y z>"),
        ("", "", ""),
    ],
)
def test_changes(old: str, new: str, marked: str) -> None:
    forms = {"same": "{}", "gone": "[{}]", "come": "<{}>"}
    assert " ".join(forms[one.op].format(one.words) for one in changes(old, new)) == marked


def test_captions_differ_only_in_words() -> None:
    assert [one.op for one in changes("I did, Senator.", "I DID SENATOR", loose=True)] == ["same"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_wordings_can_be_read_from_the_changes(old: str, new: str) -> None:
    found = changes(old, new)
    for text, other in ((old, "come"), (new, "gone")):
        told = " ".join(one.words for one in found if one.op != other)
        if other == "gone":
            assert told.split() == plain(text).replace("--", " -- ").split()
        else:
            assert told.split() == plain(text).replace("--", " -- ").split()


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("I did not go", "I did go", {"polarity"}),
        ("I didn't go", "I did not go", set()),
        ("I can't say", "I cannot say", set()),
        ("I won't go", "I will not go", set()),
        ("I did not have it", "I didn't have -- did not have it", set()),
        ("Yes.", "No.", {"polarity"}),
        ("I never went", "I went", {"polarity"}),
        ("he went there", "he went there with nobody", {"polarity"}),
        ("twelve letters", "12 letters", set()),
        ("twelve letters", "thirteen letters", {"number"}),
        ("in March", "in May", {"date", "name"}),
        ("in 2016", "in 2017", {"number", "date"}),
        ("he saw Mr. Stone there", "he saw Mr. Storm there", {"name"}),
        ("HE SAW MR. STONE", "HE SAW MR. STORM", set()),
        ("Then he went", "He then went", set()),
        ("the aide", "an aide", set()),
    ],
)
def test_what_is_turned_over(old: str, new: str, what: set[str]) -> None:
    assert set(turned(old, new)) == what


@given(st.text(max_size=80))
def test_nothing_is_turned_over_by_setting(text: str) -> None:
    assert turned(text, text) == ()
    assert same_words(text, text.replace("\n", " \n"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("“so”", '"so"', True), ("``so''", '"so"', True), ("it’s", "it's", True),
        ("did—did", "did -- did", True),
        ("1990–1995", "1990-1995", True), ("re-election", "re-\nelection", True), ("a…", "a . . .", True),
        ("co-op", "coop", True), ("No.", "No", False), ("No", "no", False), ("12", "1 2", False),
        ("10-\n12", "1012", False), ("re\u0301sume\u0301", "résumé", True), ("did did", "did--did", False),
        ("x [[Page S12]] y", "x y", True), ("[laughs] x", "x", False), ("a\u00adb", "ab", True),
    ],
)  # fmt: skip
def test_the_same_words(one: str, other: str, same: bool) -> None:
    assert same_words(one, other) is same
