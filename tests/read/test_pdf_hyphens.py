"""Hyphens at line ends: the document itself, not a dictionary, says which belong to their words."""

import pytest

from factcheck.read.pages.hyphens import AMBIGUOUS, DROP, KEEP, ends_broken, joint, words_in


@pytest.mark.parametrize(
    ("line", "following", "document", "verdict"),
    [
        ("no commun-", "ications with", [], DROP),
        ("a well-", "known fact", [], AMBIGUOUS),
        ("a well-", "known fact", ["the well-known man"], KEEP),
        ("more well-", "being now", ["their wellbeing"], DROP),
        ("more well-", "being now", ["their wellbeing, or well-being"], AMBIGUOUS),
        ("the dock-", "yard gate", ["a dock", "the yard"], AMBIGUOUS),
        ("the dock-", "yard gate", [], DROP),
        ("an attorney-at-", "law said", [], AMBIGUOUS),
        ("in 2016-", "17 it was", [], KEEP),
        ("Anglo-", "American talks", [], None),
        ("COMMUN-", "ICATIONS ACT", [], DROP),
        ("I was go-", "Q. Where?", [], None),
        ("Zo\u00eb-", "\u00e9tait l\u00e0", [], DROP),
        ("no commun-", "(laughter)", [], None),
        ("no commun-", "", [], None),
    ],
)
def test_whether_a_hyphen_belongs_to_the_word(
    line: str, following: str, document: list[str], verdict: str | None
) -> None:
    assert joint(line, following, words_in(document)) == verdict


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        ("commun-", True),
        ("I was going--", False),
        ("I was \u2014", False),
        ("see 12-", True),
        ("-", False),
        ("", False),
        ("plain", False),
    ],
)
def test_which_lines_may_end_in_the_middle_of_a_word(line: str, broken: bool) -> None:
    assert ends_broken(line) == broken


def test_halves_of_a_broken_word_are_no_words_of_the_document() -> None:
    assert words_in(["The commun-", "ications of a co-op"]) == {"the", "of", "a", "co-op"}
