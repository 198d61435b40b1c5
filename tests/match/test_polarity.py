"""What turns a statement round, and what only says it otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.match.polarity import LONGEST, turns_round

SAYS_THE_SAME = [
    # short forms, and words begun again
    ("I did not go", "I didn't go"),
    ("I cannot say", "I can’t say"),
    ("I DIDNT SEE HIM", "I didn't see him"),
    ("I didn't have -- did not have it", "I did not have it"),
    ("I have not -- I had not spoken to him", "I had not spoken to him"),
    # said twice
    ("No. I did not see him.", "I did not see him."),
    ("No, no. I did not.", "No. I did not."),
    ("No, I did not.", "No."),
    ("No, Mr. Chairman, I did not.", "I did not."),
    ("I did not, I did not see him", "I did not see him"),
    ("No, never.", "Never."),
    ("Yes, I did.", "I did."),
    ("Yes, I did.", "Yes."),
    ("Yes. Yes.", "Yes."),
    ("That's correct, Senator.", "Correct."),
    # tags
    ("You saw him, didn't you?", "You saw him, right?"),
    ("You saw him, did you not?", "You saw him?"),
    ("You did not see him, did you?", "You did not see him?"),
    ("Did you go or not?", "Did you go?"),
    ("I do not know whether or not he went", "I do not know whether he went"),
    # another word for not
    ("I never saw him", "I did not see him"),
    ("I have never seen him", "I never have seen him"),
    ("I saw nothing there", "I did not see anything there"),
    ("Nobody saw him", "No one saw him"),
    ("I deny that I met him", "I did not meet him"),
    ("That is not true.", "That is false."),
    ("I was not able to go", "I was unable to go"),
    ("He failed to call", "He did not call"),
    # no denial at all
    ("Exhibit No. 5", "Exhibit Number 5"),
    ("turn right there", "turn there"),
]

TURNS = [
    ("I did not", "I did"),
    ("I did not go", "I did go"),
    ("I won't", "I will"),
    ("I never met him", "I met him"),
    ("I can't recall", "I can recall"),
    ("No, I did not", "No, I did"),
    ("No, I did.", "I did."),
    ("I did, no.", "I did not, no."),
    ("No.", ""),
    ("Yes.", "No."),
    ("Yes.", "Perhaps."),
    ("Yes, Senator.", "Senator."),
    ("Yes. And then? Yes.", "Yes. And then? Perhaps."),
    ("Do you deny it? No.", "Do you deny it?"),
    ("No. I went. I did not stay.", "I went. I did not stay."),
    ("I met him. That is not true.", "I met him."),
    # the denial goes elsewhere, and is as often there
    ("I did not see him but I saw her", "I saw him but did not see her"),
    ("I did not meet the guard. I did meet the clerk.", "I did meet the guard. I did not meet the clerk."),
    ("He did not, I did", "He did, I did not"),
    ("I did not say to go", "I did say not to go"),
    ("I did not see him", "I did not go, but saw him"),
    # a denial of a denial
    ("I do not deny it", "I deny it"),
    ("I deny that I met him", "I met him"),
    ("I deny that I met him", "I admit that I met him"),
    ("I did not see nothing", "I saw something"),
    ("You saw him, didn't you?", "You didn't see him, did you?"),
    ("Did you not see him?", "Did you see him?"),
    # without a word for not
    ("I was aware", "I was unaware"),
    ("they were honest", "they were dishonest"),
    ("I agree", "I disagree"),
    ("That is correct", "That is incorrect"),
    ("He refused to go", "He agreed to go"),
    ("without him", "with him"),
    ("all of them", "none of them"),
]


@pytest.mark.parametrize(("one", "other"), SAYS_THE_SAME)
def test_another_way_to_say_the_same_is_passed_over(one: str, other: str) -> None:
    assert not turns_round(one, other)
    assert not turns_round(other, one)


@pytest.mark.parametrize(("one", "other"), TURNS)
def test_what_turns_round_is_told(one: str, other: str) -> None:
    assert turns_round(one, other)
    assert turns_round(other, one)


WORDS = st.lists(
    st.sampled_from(["I", "he", "saw", "the", "guard", "met", "called", "them", "in", "town", "and", "did"]),
    min_size=1,
    max_size=9,
)
ENDS = st.sampled_from([".", "?", ";", ""])


@given(st.lists(st.tuples(WORDS, ENDS), min_size=1, max_size=4), st.data())
def test_a_denial_that_comes_into_any_sentence_is_told(
    said: list[tuple[list[str], str]], data: st.DataObject
) -> None:
    n = data.draw(st.integers(0, len(said) - 1))
    words, end = said[n]
    at = data.draw(st.integers(0, len(words)))
    denied = [*words[:at], data.draw(st.sampled_from(["not", "never", "no"])), *words[at:]]
    old = " ".join(" ".join(part) + sign for part, sign in said)
    new = " ".join(" ".join(part) + sign for part, sign in [*said[:n], (denied, end), *said[n + 1 :]])
    assert turns_round(old, new)
    assert turns_round(new, old)
    assert not turns_round(new, new)


def test_in_a_long_passage_every_clause_that_denies_must_be_the_same() -> None:
    filling = "and then we went on to the next room. " * (LONGEST // 9)
    old = f"I did not see him. {filling} I saw her."
    assert not turns_round(old, old.replace("next", "last"))
    assert turns_round(old, f"I saw him. {filling} I did not see her.")
