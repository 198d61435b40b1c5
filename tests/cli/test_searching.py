"""Searching and matching from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import WORDS, Done, Run


def value(done: Done) -> Any:
    assert done.code == 0, done.err
    return json.loads(done.out)


@pytest.fixture
def labels(case: Path, run: Run) -> Any:
    def found(*words: str) -> list[str]:
        return [hit["label"] for hit in value(run("search", case, *words, "--json"))]

    return found


def test_words_quoted_words_and_beginnings(labels: Any) -> None:
    assert set(labels("communications", "russians")) == {"S1", "D1"}
    assert set(labels("russians", "communications")) == {"S1", "D1"}
    assert labels('"russians communications"') == []
    assert set(labels('"communications with the russians"')) == {"S1", "D1"}
    assert labels("recept*") == ["E2"]
    assert labels("recept") == [], "what is typed whole is no beginning"


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("statements", {"S1"}),
        ("claims", {"S1.C1"}),
        ("text", {"D1"}),
        ("events", set()),
        ("people", set()),
    ],
)
def test_a_kind(kind: str, found: set[str], labels: Any) -> None:
    assert set(labels("surrogate", "--kind", kind)) == found


def test_several_kinds_and_a_limit(case: Path, run: Run, labels: Any) -> None:
    assert set(labels("surrogate", "--kind", "claims", "--kind", "statements")) == {"S1"}
    done = run("search", case, "surrogate", "--limit", "1")
    assert len(done.out.splitlines()) == 2
    assert "--limit" in done.err


def test_places_in_the_text_say_where(case: Path, run: Run) -> None:
    (hit,) = value(run("search", case, "surrogate", "--kind", "text", "--json"))
    text = value(run("show", case, "D1", "--text", "--json"))["text"]
    assert text[hit["start"] :].startswith("surrogate")
    assert [hit["snippet"][start:end] for start, end in hit["spans"]] == ["surrogate"]
    printed = run("search", case, "surrogate", "--kind", "text").out.splitlines()
    assert printed[0].split() == ["KIND", "ID", "AT", "WORDS"]
    assert printed[1].split()[:3] == ["text", "D1", str(hit["start"])]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (("who:stone",), ["S1", "S1.C1", "E1"]),
        (("who:stone", "linked:yes"), ["S1", "S1.C1", "E1"]),
        (("linked:no",), ["E2"]),
        (("date:2016",), ["E2", "E1"]),
        (("date:2016", "--kind", "events", "meeting"), ["E1"]),
        (("who:stone", "--kind", "people"), []),
        (("who:stone", "--limit", "2"), ["S1", "S1.C1"]),
    ],
    ids=" ".join,
)
def test_conditions(query: tuple[str, ...], found: list[str], labels: Any) -> None:
    assert labels(*query) == found


def test_a_condition_turned_round(case: Path, run: Run) -> None:
    done = run("search", case, "--json", "--", "-reception", "kind:event")
    assert [hit["label"] for hit in value(done)] == ["E1"]


def test_nothing_found_is_said(case: Path, run: Run) -> None:
    done = run("search", case, "zebra")
    assert (done.code, done.out) == (0, "")
    assert "factcheck searched" in done.err
    assert value(run("search", case, "zebra", "--json")) == []


@pytest.mark.parametrize("query", ["mood:bad", "date:soonish", "linked:perhaps"])
def test_conditions_that_there_are_not(query: str, case: Path, run: Run) -> None:
    done = run("search", case, query)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err


@pytest.mark.parametrize("query", ["?!", '"', "*", "a AND (", "x" * 5_000, "NEAR(a b)"])
def test_any_text_can_be_looked_for(query: str, case: Path, run: Run) -> None:
    assert run("search", case, query).code == 0


def test_a_search_that_finds_nothing_is_recorded(case: Path, run: Run) -> None:
    done = run("searched", case, "--source", "D1", "--query", "zebra")
    assert (done.code, done.out) == (0, "E3\n")
    shown = value(run("show", case, "E3", "--json"))
    assert shown["search"]["query"] == "zebra"
    made = value(run("searched", case, "--source", "D1", "--query", "lion", "--json"))
    assert (made["label"], made["hits"]) == ("E4", [])


def test_a_search_that_finds_something_records_nothing(case: Path, run: Run) -> None:
    done = run("searched", case, "--source", "D1", "--query", "surrogate")
    assert done.code == 0
    assert "D1" in done.out
    assert "nothing is recorded" in done.err
    answer = value(run("searched", case, "--source", "D1", "--query", "surrogate", "--json"))
    assert (answer["id"], answer["label"], len(answer["hits"])) == (None, None, 1)
    assert len(value(run("list", case, "events", "--json"))) == 2


def test_suggestions_have_ranks_and_reasons(case: Path, run: Run) -> None:
    (suggested,) = value(run("suggest", case, "S1.C1", "--json"))
    assert suggested["claim"] == "S1.C1"
    first = suggested["candidates"][0]
    assert {"event", "rank", "score", "reasons"} <= set(first)
    assert (first["event"], first["rank"], first["link"]) == ("E1", 1, "L1")
    assert all(isinstance(reason, str) for reason in first["reasons"])
    assert value(run("suggest", case, "--json")) == [suggested]
    assert len(value(run("suggest", case, "--json", "--top", "1"))[0]["candidates"]) == 1
    card = run("suggest", case).out
    assert f"S1.C1  “{WORDS}”" not in card, "the claim is the whole statement"
    assert "1. E1  Meeting in the office" in card
    assert "linked as L1" in card
    assert str(first["score"]) not in card


def test_what_is_set_aside_is_not_suggested_for_that_claim(case: Path, run: Run) -> None:
    assert value(run("set-aside", case, "S1.C1", "E1", "--json"))["label"] == "E1"
    assert run("set-aside", case, "S1.C1", "E2").out == "E2\n"
    (suggested,) = value(run("suggest", case, "S1.C1", "--json"))
    assert {"E1", "E2"} & {item["event"] for item in suggested["candidates"]} == set()
    assert run("undo", case).code == 0
    assert "Nothing of the record fits it" in run("suggest", case, "S1.C1").out or value(
        run("suggest", case, "S1.C1", "--json")
    )


@pytest.mark.parametrize("words", [("suggest", "S9.C1"), ("suggest", "E1"), ("set-aside", "S1.C1", "E99")])
def test_what_is_not_there_is_said(words: tuple[str, ...], case: Path, run: Run) -> None:
    done = run(words[0], case, *words[1:])
    assert (done.code, done.out) == (2, "")
