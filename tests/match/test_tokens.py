"""Words with their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.match import tokens as module
from factcheck.match.tokens import Vocabulary, tokens, word_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I did not -- didn’t.", ["i", "did", "not", "didn't"]),
        ("communi-\n   cations, re-election", ["communications", "reelection"]),
        ("did--did", ["did", "did"]),
        ("Ann said 'no'", ["ann", "said", "no"]),
        ("会议, in 2016", ["会", "议", "in", "2016"]),
        ("re\u0301sume\u0301", ["résumé"]),
        ("ÉTÉ", ["été"]),
        ("...", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    vocabulary = Vocabulary()
    found = tokens(text, vocabulary)
    named = {number: word for word, number in vocabulary.words.items()}
    assert [named[number] for number in found.ids] == words
    assert [word_of(text[a:b]) for a, b in zip(found.starts, found.ends, strict=True)] == words


@given(st.text(alphabet="ab' -\n’.会é", max_size=60), st.integers(1, 7))
def test_a_text_divided_has_the_same_words(text: str, size: int) -> None:
    whole = tokens(text, Vocabulary())
    before = module._STRETCH
    try:
        module._STRETCH = size
        parts = tokens(text, Vocabulary())
    finally:
        module._STRETCH = before
    assert (whole.ids, whole.starts, whole.ends) == (parts.ids, parts.starts, parts.ends)


def test_the_words_a_stretch_meets() -> None:
    found = tokens("one two, three", Vocabulary())
    assert found.within(0, 3) == (0, 1)
    assert found.within(2, 5) == (0, 2)
    assert found.within(7, 9) == (2, 2)
