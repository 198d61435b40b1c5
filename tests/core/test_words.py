"""Words with their places, whatever the script and however accents are written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.stems import stem
from factcheck.core.terms import EMPTY, KIN, terms_of
from factcheck.core.words import cjk_pairs, cjk_runs, fold, folded, folded_words, words


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    found = list(words(text))
    assert [word.folded for word in found] == folded_words(text)
    last = 0
    for word in found:
        assert last <= word.start < word.end <= len(text)
        assert word.folded in fold(text[word.start : word.end]).replace("'", "")
        last = word.end


@given(st.text())
def test_a_folded_text_knows_its_places(text: str) -> None:
    copy = folded(text)
    assert copy.text == fold(text)
    places = [copy.place(n) for n in range(len(copy.text) + 1)]
    assert places == sorted(places) and places[-1:] == [len(text)]


@given(st.text())
def test_composed_and_decomposed_accents_are_one(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("text", "folded_to"),
    [
        ("Élodie re\u0301sume\u0301", ["elodie", "resume"]),
        ("the senator’s office, Sessions' answer", ["the", "senator", "office", "sessions", "answer"]),
        ("I didn't -- did not", ["i", "didnt", "did", "not"]),
        ("会议厅 met", ["会议厅", "met"]),
        ("straße ﬁn", ["strasse", "fin"]),
        ("[sic] 👩‍👧 10:30", ["sic", "10", "30"]),
    ],
)
def test_words_read_folded(text: str, folded_to: list[str]) -> None:
    assert folded_words(text) == folded_to


def test_runs_of_cjk_letters_become_pairs() -> None:
    assert cjk_runs("a会议厅 ﾊﾝｶｸ 한국어 b") == ["会议厅", "ハンカク", "한국어"]
    assert cjk_pairs("会议厅") == ["会议", "议厅", "厅"]
    assert cjk_pairs("会") == ["会"]


@pytest.mark.parametrize(
    ("word", "family"),
    [
        ("caresses", "caress"), ("ponies", "poni"), ("feed", "feed"), ("agreed", "agre"),
        ("plastered", "plaster"), ("motoring", "motor"), ("sing", "sing"), ("conflated", "conflat"),
        ("hopping", "hop"), ("falling", "fall"),
        ("filing", "file"), ("happy", "happi"), ("relational", "relat"), ("conditional", "condit"),
        ("vietnamization", "vietnam"), ("hopefulness", "hope"), ("triplicate", "triplic"),
        ("electrical", "electr"),
        ("replacement", "replac"), ("adoption", "adopt"), ("probate", "probat"), ("cease", "ceas"),
        ("controlling", "control"), ("communications", "commun"), ("communicate", "commun"),
    ],
)  # fmt: skip
def test_stems_are_those_of_the_published_algorithm(word: str, family: str) -> None:
    assert stem(word) == family


def test_terms_leave_empty_words_out_and_join_a_people_and_its_country() -> None:
    assert terms_of("I did not have communications with the Russians of Russia") == (
        "commun",
        "russia",
        "russia",
    )
    assert terms_of("the intelligence community") == ("intellig", "communiti")
    assert terms_of("会议厅") == ("会议", "议厅")


def test_a_kin_holds_no_empty_word() -> None:
    assert not EMPTY & set(KIN)
    assert KIN["commun"] == KIN["convers"] == KIN["met"] == ("kin0contact",)
