"""Reviewers, rounds, adjudications and dissents, duplicates and sets, from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Done, Run


def value(done: Done) -> Any:
    assert done.code == 0, done.err
    return json.loads(done.out)


def ok(done: Done) -> str:
    assert done.code == 0, done.err
    return done.out.rstrip("\n")


def test_reviewers(case: Path, run: Run) -> None:
    assert "tester" in ok(run("reviewers", case))
    assert ok(run("reviewers", case, "--add", "Anna Lind", "--role", "adjudicator")) == "Anna Lind"
    added = value(run("reviewers", case, "--add", "Bo", "--json"))
    assert (added["label"], added["role"]) == ("Bo", "reviewer")
    listed = value(run("reviewers", case, "--json"))
    assert {(item["name"], item["role"]) for item in listed} >= {
        ("Anna Lind", "adjudicator"),
        ("tester", "lead"),
    }
    done = run("reviewers", case, "--add", "Bo", "--role", "lead", "--by", "Bo")
    assert (done.code, done.out) == (1, "")
    assert "Only a lead" in done.err
    assert run("reviewers", case, "--role", "lead").code == 2


def test_rounds(case: Path, run: Run) -> None:
    done = run("round", case)
    assert (done.code, done.out) == (0, "")
    assert "round 1" in done.err
    assert value(run("round", case, "--json")) == []
    assert ok(run("round", case, "--blind")) == "1"
    assert value(run("round", case, "--open", "--json"))["label"] == "2"
    assert [(item["number"], item["blind"]) for item in value(run("round", case, "--json"))] == [
        (1, True),
        (2, False),
    ]
    lines = ok(run("round", case)).splitlines()
    assert [line.split()[:2] for line in lines[1:]] == [["1", "blind"], ["2", "open"]]
    assert run("round", case, "--blind", "--by", "Bo").code == 1


def test_adjudicating_and_dissenting(case: Path, run: Run) -> None:
    ok(run("grade", case, "L1", "c342", "--rationale", "No limit.", "--by", "Ann"))
    ok(run("grade", case, "L1", "q242", "--rationale", "Campaign.", "--by", "Bo"))
    done = run(
        "adjudicate", case, "L1", "c", "3", "4", "2", "--reason", "The words decide.", "--as-of", "2018-03-01"
    )
    assert ok(done) == "L1"
    assert "contradicts" in done.err
    assert (
        ok(run("dissent", case, "L1", "The question was about the campaign.", "q242", "--by", "Bo")) == "L1"
    )
    assert value(run("dissent", case, "L1", "Words only.", "--by", "Cy", "--json"))["label"] == "L1"
    shown = value(run("show", case, "L1", "--json"))
    assert [item["as_of"] for item in shown["adjudications"]] == ["2018-03-01"]
    assert [item["text"] for item in shown["dissents"]] == [
        "The question was about the campaign.",
        "Words only.",
    ]
    assert "The words decide." in ok(run("show", case, "L1"))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("adjudicate", "L1", "c342"), 2),
        (("adjudicate", "L1", "c342", "--reason", " "), 2),
        (("adjudicate", "L1", "z999", "--reason", "x"), 2),
        (("adjudicate", "E1", "c342", "--reason", "x"), 2),
        (("adjudicate", "L1", "s342", "--reason", "x"), 1),
        (("dissent", "L1", " "), 2),
        (("dissent", "L1", "x", "z999"), 2),
        (("dissent", "L9", "x"), 2),
        (("same", "E1"), 2),
        (("same", "E1", "S1"), 2),
        (("separate", "E1"), 2),
        (("group", "E1"), 2),
        (("group", "E1", "E1"), 2),
        (("reinstate", "E1"), 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_is_refused(words: tuple[str, ...], code: int, case: Path, run: Run) -> None:
    done = run(words[0], case, *words[1:])
    assert (done.code, done.out) == (code, ""), done.err
    assert "inside factcheck" not in done.err


def test_the_same_and_separate_again(case: Path, run: Run) -> None:
    assert ok(run("same", case, "E1", "E2")) == "E1"
    listed = ok(run("list", case, "events"))
    assert "SAME AS" in listed
    assert value(run("show", case, "E2", "--json"))["same_as"] == "E1"
    assert value(run("separate", case, "E2", "--json"))["label"] == "E2"
    assert "SAME AS" not in ok(run("list", case, "events"))


def test_a_set(case: Path, run: Run) -> None:
    assert ok(run("group", case, "E1", "E2", "--title", "Two encounters")) == "E3"
    shown = value(run("show", case, "E3", "--json"))
    assert (shown["count"], shown["members"]) == (2, ["E1", "E2"])


def test_withdrawn_and_put_back(case: Path, run: Run) -> None:
    ok(run("withdraw", case, "E2", "--reason", "Same as E1"))
    assert "E2" not in ok(run("list", case, "events"))
    assert ok(run("reinstate", case, "E2")) == "E2"
    assert "E2" in ok(run("list", case, "events"))
