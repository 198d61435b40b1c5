"""Filters as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.filters import EVERYTHING, KEYS, Condition, parse_filter
from factcheck.errors import FactcheckError


def test_everything_at_once() -> None:
    found = parse_filter(
        "who:kislyak date:2016-07..2016-09 linked:no graded:No status:sworn tag:x source:D1 kind:events"
        ' -word "quoted words" free words'
    )
    assert found.conditions == (
        Condition("who", ("kislyak",)),
        Condition("date", ("2016-07-01", "2016-09-30")),
        Condition("linked", ("no",)),
        Condition("graded", ("no",)),
        Condition("status", ("sworn oral", "sworn written")),
        Condition("tag", ("x",)),
        Condition("source", ("D1",)),
        Condition("kind", ("event",)),
    )
    words = [(wording.term.words, wording.negated) for wording in found.words]
    assert words == [(("word",), True), (("quoted", "words"), False), (("free",), False), (("words",), False)]


@pytest.mark.parametrize(
    ("typed", "condition"),
    [
        ('tag:"to print"', Condition("tag", ("to print",))),
        ("-tag:“to print”", Condition("tag", ("to print",), negated=True)),
        ("WHO:lee,stone", Condition("who", ("lee", "stone"))),
        ("date:2016", Condition("date", ("2016-01-01", "2016-12-31"))),
        ("date:2016-09..", Condition("date", ("2016-09-01", ""))),
        ("date:..2017-01-20", Condition("date", ("", "2017-01-20"))),
        ("degree:2..4", Condition("degree", ("2", "3", "4"))),
        ("degree:3,u", Condition("degree", ("3", "u"))),
        ("status:unsworn", Condition("status", ("unsworn official", "unsworn public"))),
        ("status:confirm", Condition("status", ("to confirm",))),
        ('form:"not aware"', Condition("form", ("not aware",))),
        ("form:no-recollection", Condition("form", ("no recollection",))),
        ("established:reports", Condition("established", ("two or more independent reports",))),
    ],
)
def test_one_condition(typed: str, condition: Condition) -> None:
    assert parse_filter(typed).conditions == (condition,)


@pytest.mark.parametrize("typed", ["10:30", "https://example.org/a", "", '"who:kislyak"', "- -- :"])
def test_what_is_no_condition_is_words(typed: str) -> None:
    assert parse_filter(typed).conditions == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("whom:x", ", ".join(f"{key}:" for key in KEYS)),
        ("who:", "a person's name"),
        ("linked:maybe", "yes or no"),
        ("degree:5", "0 to 4"),
        ("status:oath", "sworn oral"),
        ("kind:person", "statement, claim, event"),
        ("date:2016-13", "There is no month 13"),
        ("date:2017..2016", "2016-07..2016-09"),
    ],
)
def test_what_cannot_be_read_is_said_with_what_can(typed: str, said: str) -> None:
    with pytest.raises(FactcheckError) as refused:
        parse_filter(typed)
    assert said in f"{refused.value.detail} {refused.value.hint}"
    assert refused.value.exit_code == 2


@given(st.text())
def test_any_text_is_a_filter_or_refused_in_words(typed: str) -> None:
    try:
        found = parse_filter(typed)
    except FactcheckError:
        return
    assert bool(found) == (found != EVERYTHING)
    assert parse_filter(typed) == found
    hash(found)
