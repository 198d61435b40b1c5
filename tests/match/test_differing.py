"""Two wordings beside each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.plain import plain, same_words
from factcheck.match.differing import changes


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


@given(st.text(max_size=80))
def test_words_are_the_same_however_they_are_set(text: str) -> None:
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
