"""How far words commit their speaker."""

from __future__ import annotations

import pytest

from factcheck.extract.forms import FORMS, form_of


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("I did not have communications with the Russians.", "categorical"),
        ("I was not in the room.", "categorical"),
        ("We met him on Tuesday.", "categorical"),
        ("I’m not aware of any of those activities", "not aware"),
        ("I know of none.", "not aware"),
        ("I have no knowledge of that.", "not aware"),
        ("I do not recall any such call.", "no recollection"),
        ("I can’t remember, to be honest", "no recollection"),
        ("I have no specific recollection of it.", "no recollection"),
        ("To the best of my knowledge, it was signed.", "qualified"),
        ("He was asked about the campaign – not about meetings he took as a senator", "qualified"),
        ("I’m not going to discuss that.", "declines"),
        ("No comment.", "declines"),
        ("I think he is wrong.", "opinion"),
        ("There was absolutely nothing misleading about his answer", "opinion"),
        ("It will rain and they will lose.", "prediction"),
        ("I will recuse myself.", "promise"),
    ],
)
def test_form_of_words(words: str, form: str) -> None:
    assert form_of(words) == form and form in FORMS


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("vow", "promise"),
        ("predict", "prediction"),
        ("decline", "declines"),
        ("believe", "opinion"),
        ("endorse", "opinion"),
    ],
)
def test_the_reporting_verb_tells_the_form(verb: str, form: str) -> None:
    assert form_of("the bridge opens in May", verb) == form
