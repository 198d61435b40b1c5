"""Versions, variants and errata from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import trouble
from tests.cli.conftest import TESTIMONY, WORDS, Done, Run

CHANGED = "CERTIFIED\n\n" + TESTIMONY.replace("I did not have", "I did have")
SAME = "CERTIFIED\n\n" + TESTIMONY


def value(done: Done) -> Any:
    assert done.code == 0, done.err
    return json.loads(done.out)


def added(run: Run, case: Path, text: str, *options: str) -> Done:
    path = case.parent / f"more{len(list(case.parent.iterdir()))}.txt"
    path.write_text(text, encoding="utf-8")
    return run("add", case, path, "--kind", "hearing", "--no-extract", *options)


def test_a_later_version_carries_what_has_the_same_words(case: Path, run: Run) -> None:
    done = added(run, case, SAME, "--version-of", "D1")
    assert done.out == "D2\n"
    assert "0 changed, 0 without a place" in done.err
    assert "carried over (factcheck undo takes it back)" in done.err
    assert value(run("show", case, "S1", "--json"))["source"] == "D2"
    listed = run("versions", case, "D2").out
    assert "earlier version" in listed
    seen = value(run("versions", case, "D2", "--json"))
    assert {passage["state"] for passage in seen["passages"]} == {"carried"}
    assert {passage["outcome"] for passage in seen["passages"]} == {"same"}


def test_a_rejection_that_is_carried_over_does_not_wait(case: Path, run: Run) -> None:
    paths = [case.with_name(name) for name in ("rough.txt", "certified.txt")]
    for path, head in zip(paths, ("ROUGH", "CERTIFIED"), strict=True):
        path.write_text(f"{head}\n\n{TESTIMONY}", encoding="utf-8")
    rough = value(run("add", case, paths[0], "--kind", "hearing", "--json"))["label"]
    proposed = value(run("triage", case, "--source", rough, "--json"))
    assert run("triage", case, "--reject", proposed[0]["id"]).code == 0
    done = run("add", case, paths[1], "--kind", "hearing", "--version-of", rough)
    certified = done.out.strip()
    left = value(run("triage", case, "--source", certified, "--json"))
    assert len(left) == len(proposed) - 1
    wait = "1 proposal waits" if len(left) == 1 else f"{len(left)} proposals wait"
    assert (f"{certified}: {wait};" in done.err) == bool(left), done.err


def test_what_changed_is_shown_and_waits(case: Path, run: Run) -> None:
    done = added(run, case, CHANGED, "--version-of", "D1", "--json")
    answer = value(done)
    assert answer["carried"]["changed"] > 0
    listed = run("versions", case, "D2").out
    assert "POLARITY DIFFERS" in listed
    assert "I did [-not-] have" in " ".join(listed.split())
    assert run("carry", case, "D2", "S1", "--keep").code == 0
    assert "left there" in run("versions", case, "D2").out
    accepted = run("carry", case, "D2", "S1")
    assert accepted.code == 0
    assert "I did have communications" in run("show", case, "S1").out


def test_a_passage_is_anchored_by_hand(case: Path, run: Run) -> None:
    added(run, case, "Nothing is alike. My answer stands elsewhere.\n", "--version-of", "D1")
    assert "no place" in run("versions", case, "D2").out
    refused = run("carry", case, "D2", "S1")
    assert (refused.code, "has no place in D2" in refused.err) == (2, True)
    assert run("carry", case, "D2", "S1", "--at", "My answer stands elsewhere").code == 0
    assert "My answer stands elsewhere" in run("show", case, "S1").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("D2", "--keep"), "--keep needs the records"),
        (("D2", "--at", "0:5"), "--at anchors one record"),
        (("D1",), "is not said to be a version"),
        (("D2", "E77"), "names nothing that waits here"),
    ],
)
def test_what_cannot_be_carried(case: Path, run: Run, words: tuple[str, ...], told: str) -> None:
    added(run, case, CHANGED, "--version-of", "D1")
    done = run("carry", case, *words)
    assert done.code == 2
    assert told in done.err


LONG = " ".join(f"word{n} of the long answer that was given here" for n in range(60))


def test_a_source_that_resembles_another_is_told(case: Path, run: Run) -> None:
    added(run, case, LONG)
    done = added(run, case, LONG.replace("word7 ", "") + " Certified.\n", "--json")
    (alike,) = value(done)["resembles"]
    assert alike["source"] == "D2"
    assert 0.9 < alike["share"] <= 1
    assert "of its words in common with D2" in done.err
    assert "factcheck edit D3 version_of=D2" in done.err
    assert value(added(run, case, "Something else.\n", "--json"))["resembles"] == []


@pytest.mark.parametrize(
    ("answer", "field"), [("version", "version_of"), ("variant", "variant_of"), (None, None)]
)
def test_somebody_who_sits_there_is_asked(
    case: Path, run: Run, monkeypatch: pytest.MonkeyPatch, answer: str | None, field: str | None
) -> None:
    added(run, case, LONG)
    monkeypatch.setattr(trouble, "can_ask", lambda: True)
    monkeypatch.setattr(trouble, "choose", lambda question, options: answer)
    assert added(run, case, LONG + " Certified.\n").code == 0
    shown = value(run("show", case, "D3", "--json"))
    assert [name for name in ("version_of", "variant_of") if shown[name]] == ([field] if field else [])


def test_texts_of_one_utterance(case: Path, run: Run) -> None:
    said = "I didn't have -- did not have communications with the Russians"
    added(run, case, TESTIMONY.replace(WORDS, said), "--variant-of", "D1")
    compared = run("compare", case, "S1").out
    assert "{+didn't have --+}" in " ".join(compared.split())
    assert "kind 9" in compared
    assert run("primary", case, "S1", "D2").out == "S1\n"
    texts = value(run("compare", case, "S1", "--json"))["texts"]
    assert [(text["source"], text["primary"]) for text in texts] == [("D2", True), ("D1", False)]


def test_an_errata_sheet_that_does_not_fit(case: Path, run: Run) -> None:
    sheet = case.parent / "sheet.csv"
    sheet.write_text("page,line,from,to\n45,12,did not,did\n", encoding="utf-8")
    done = run("errata", case, "D1", sheet)
    assert done.code == 1
    assert "does not fit D1: 1 of 1 entries" in done.err
    assert "45:12: there is no such page and line" in done.err
    assert run("errata", case, "D1", "D9").code == 2
