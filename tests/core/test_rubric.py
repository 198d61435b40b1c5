"""SVR-1: codes as they are typed, what they say, and a definition that others can read."""

import json

import pytest

from factcheck.core.checks import Graded, check_grade
from factcheck.core.entry import canonical
from factcheck.core.rubric import AWARENESS, DEGREE_WORDS, SVR1, read_codes
from factcheck.errors import FactcheckError

C342 = {"relation": "c", "degree": "3", "kind": "4", "confidence": "2"}


@pytest.mark.parametrize(
    "typed",
    ["c342", "c 3 4 2", "C342", " c3 42 ", "c,3,4,2", "c/3/4/2", "c-3-4-2", "c · 3 · 4 · 2", "c\t3\n42"],
)
def test_codes_as_typed(typed: str) -> None:
    assert read_codes(typed) == C342


@pytest.mark.parametrize("typed", ["u", "U", " u ", "uuu2"])
def test_cannot_tell_may_stop_early(typed: str) -> None:
    assert read_codes(typed) == {"relation": "u", "degree": "u", "kind": "u", "confidence": "2"}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "is no grade"),
        ("c", "is no grade"),
        ("c34", "is no grade"),
        ("c3422", "is no grade"),
        ("uu", "is no grade"),
        ("z342", "“z” is no relation"),
        ("c542", "“5” is no degree"),
        ("c3x2", "“x” is no kind"),
        ("c344", "“4” is no confidence"),
        ("c34u", "“u” is no confidence"),
        ("ç342", "“ç” is no relation"),
    ],
)
def test_what_is_no_grade_is_refused_in_words(typed: str, told: str) -> None:
    with pytest.raises(FactcheckError, match=told) as error:
        read_codes(typed)
    assert error.value.exit_code == 2


def test_every_code_can_be_typed() -> None:
    for dimension in SVR1.dimensions:
        for code in dimension.codes:
            typed = {**C342, dimension.key: code.key}
            assert read_codes("".join(typed.values())) == typed


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("c342", "contradicts · 3 substantial · scope or capacity · confidence medium"),
        ("u", "cannot tell · confidence medium"),
        ("s003", "supports · 0 consistent · none · confidence high"),
    ],
)
def test_a_grade_in_words(typed: str, said: str) -> None:
    assert SVR1.say(read_codes(typed)) == said


def test_the_keys_are_those_of_the_codebook() -> None:
    keys = {dimension.key: "".join(code.key for code in dimension.codes) for dimension in SVR1.dimensions}
    assert keys == {"relation": "cqsxnu", "degree": "01234u", "kind": "1234567890u", "confidence": "123"} | {
        "kind": keys["kind"]
    }
    assert sorted(keys["kind"]) == sorted("1234567890u")


@pytest.mark.parametrize("dimension", SVR1.dimensions, ids=lambda item: item.key)
def test_a_dimension_is_well_formed(dimension: object) -> None:
    found = SVR1.dimension(getattr(dimension, "key"))  # noqa: B009 - the id function types it as object
    keys = [code.key for code in found.codes]
    assert len(keys) == len(set(keys))
    assert all(len(key) == 1 for key in keys)
    ranks = [code.rank for code in found.codes if code.rank is not None]
    assert ranks == sorted(set(ranks))
    assert bool(ranks) == (found.level == "ordinal")
    assert all(code.rank is None for code in found.codes if code.missing)
    assert any(code.missing for code in found.codes) == (found.key != "confidence")
    assert all(code.definition.endswith(".") and code.label for code in found.codes)


def test_the_definition_is_plain_json_and_whole() -> None:
    definition = SVR1.definition()
    assert json.loads(canonical(definition)) == definition
    assert (definition["name"], definition["version"]) == ("SVR", 1)
    assert [len(dimension["codes"]) for dimension in definition["dimensions"]] == [6, 6, 11, 3]
    missing = {
        code["key"] for item in definition["dimensions"] for code in item["codes"] if code.get("missing")
    }
    assert missing == {"u"}


def test_every_degree_has_its_words() -> None:
    assert set(DEGREE_WORDS) == {code.key for code in SVR1.dimension("degree").codes}
    assert set(AWARENESS) == set("0123")
    assert not any("lied" in words or "perjur" in words for words in DEGREE_WORDS.values())


def test_every_combination_is_checked_without_a_failure() -> None:
    for relation in "cqsxnu":
        for degree in "01234u":
            for kind in "1234567890u":
                codes = {"relation": relation, "degree": degree, "kind": kind, "confidence": "2"}
                blocked = any(remark.severity == "block" for remark in check_grade(codes, Graded()))
                wrong = (
                    (relation in "sxn" and degree in "1234")
                    or (degree == "u" and relation != "u" and kind != "u")
                    or kind == "8"
                )
                assert blocked == wrong
