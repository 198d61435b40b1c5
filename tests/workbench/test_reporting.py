"""The report as a value, and as a file that appears whole or not at all."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.workbench import acts, readings, reporting
from factcheck.workbench.cases import OpenCase, describe
from tests.workbench.inquiry import ANN, ANSWER, BEN, CLEO, PAPER, SECOND, HandClock, stretch


def test_a_report_holds_all_that_is_said_of_each_claim(case: OpenCase) -> None:
    describe(case, ANN, question="What was said?", summary="An answer and a meeting.")
    acts.explain(case, BEN, "S1", words="A slip.", person="John Stone")
    acts.grade(case, BEN, "L1", "c342", rationale="x")
    acts.adjudicate(case, CLEO, "L1", "c342", "y")
    acts.dissent(case, BEN, "L1", "z")
    report = reporting.report(case, ANN)
    assert (report.title, report.question, report.summary) == (
        "A case",
        "What was said?",
        "An answer and a meeting.",
    )
    assert (report.sample, report.status, report.as_of) == (False, "DRAFT", "2017-03-02")
    assert [chapter.claim.head.label for chapter in report.chapters] == ["S1.C1", "S1.C2"]
    for chapter in report.chapters:
        assert (chapter.claim.question or "").endswith("what will you do?")
        assert chapter.claim.before + chapter.claim.words + chapter.claim.after == ANSWER
        assert [item.words for item in chapter.explanations] == ["A slip."]
    first, second = report.chapters
    assert [exhibit.link.head.label for exhibit in first.exhibits] == ["L3"]
    assert [exhibit.link.head.label for exhibit in second.exhibits] == ["L1", "L2"]
    pair = second.exhibits[0]
    assert pair.event is not None
    assert (pair.event.title, pair.days, [item.head.label for item in pair.explanations]) == (
        "Meeting in the office",
        124,
        ["X1"],
    )
    assert [grade.reviewer for grade in pair.link.grades] == ["Ben"]
    assert (pair.link.adjudications[0].reason, pair.link.dissents[0].text) == ("y", "z")
    assert [event.head.label for event in report.other_events] == ["E3"]
    assert [source.head.label for source in report.sources] == ["D1", "D2"]
    assert dict(report.reviewers) == {
        "Ann": "lead",
        "Ben": "reviewer",
        "Cleo": "adjudicator",
        "Dan": "observer",
    }
    wanted = {"sources": 2, "statements": 1, "claims": 2, "events": 3, "links": 3, "grades": 1}
    assert {name: report.counts[name] for name in wanted} == wanted
    assert report.rubric["name"] == "SVR"


def test_people_have_their_roles_and_aliases(case: OpenCase) -> None:
    acts.person(
        case, ANN, "John Stone", aliases=["J. Stone"], roles=[("senator", "1997/2017"), ("aide", None)]
    )
    assert ("John Stone", ("senator (between 1997 and 2017)", "aide"), ("J. Stone",)) in reporting.report(
        case, ANN
    ).people


def test_chapters_follow_the_time_of_the_statements(empty: OpenCase) -> None:
    for words, said_on in (
        ("a", None),
        ("b", "2016-21"),
        ("c", "2016-02"),
        ("d", "2016-02-01"),
        ("e", "../2016-01"),
    ):
        acts.statement(empty, ANN, words=words, speaker="A", said_on=said_on)
    assert [chapter.claim.words for chapter in reporting.report(empty, ANN).chapters] == [
        "e",
        "d",
        "c",
        "b",
        "a",
    ]


def test_what_an_editor_must_know_is_warned_of(case: OpenCase) -> None:
    acts.grade(case, BEN, "L1", "c342")
    acts.grade(case, BEN, "L2", "q342", rationale="x")
    acts.adjudicate(case, CLEO, "L1", "c342", "y")
    acts.evidence(case, ANN, "E1", mode="reported", cited="A late letter")
    warnings = reporting.report(case, ANN).warnings
    for part in (
        "L1, Ben: the grade is older",
        "L1, Ben: Rationale owed",
        "L1: what Cleo settled is older",
        "L2, Ben: It qualifies",
        "L2, Ben: Degree 3 rests on an event that is a single report",
    ):
        assert any(part in warning for warning in warnings), part


def test_loaded_words_of_reviewers_are_told_and_quoted_ones_are_not(case: OpenCase) -> None:
    acts.capture(case, ANN, "D2", [stretch("I never met them", PAPER)], speaker="A liar of that name")
    acts.grade(case, BEN, "L1", "c342", rationale="He lied, knowingly false.")
    acts.dissent(case, CLEO, "L1", "No perjury here.")
    acts.note(case, ANN, "L1", "a liar?", scope="team")
    found = {(lint.where, lint.word) for lint in reporting.report(case, ANN).lint}
    assert found == {
        ("L1, grade of Ben", "lied"),
        ("L1, grade of Ben", "knowingly false"),
        ("L1, dissent of Cleo", "perjury"),
    }


def test_a_tampered_source_is_not_found_and_warned_of(case: OpenCase) -> None:
    case.db.execute("UPDATE chunk SET text = replace(text, 'did not', 'did     ')")
    report = reporting.report(case, ANN)
    assert {check.what: check.match for check in report.quotations if check.source == "D1"} == {
        "S1, question": "exact",
        "S1.C1": "exact",
        "S1": "NOT FOUND",
        "S1.C2": "NOT FOUND",
    }
    assert [warning.split(":")[0] for warning in report.warnings] == ["S1", "S1.C2"]


def test_words_that_differ_from_what_they_quote_are_not_found(case: OpenCase) -> None:
    case.db.execute("UPDATE claim SET words = 'I did meet them' WHERE words = ?", (SECOND,))
    case.db.execute("UPDATE statement SET question = 'If anyone  communicated with them, what will you do?'")
    checks = {check.what: check.match for check in reporting.report(case, ANN).quotations}
    assert (checks["S1.C2"], checks["S1, question"], checks["S1"]) == ("NOT FOUND", "whitespace", "exact")


def test_sealed_sources_are_counted_and_their_quotations_left_out(case: OpenCase) -> None:
    with case.act(ANN) as act:
        act.put("source.sealed", readings.head(case, ANN, "D2").id, {"sealed": True})
    report = reporting.report(case, ANN)
    assert report.sealed == 1
    assert {check.source for check in report.quotations} == {"D1"}
    for format in ("html", "json"):
        data = reporting.render(case, ANN, format=format).decode()
        assert "ambassador in his office" not in data
        assert "reception had been" not in data


def test_the_as_of_day_is_given_or_from_the_environment_or_today(
    case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert reporting.report(case, ANN, as_of="April 30, 2019").as_of == "2019-04-30"
    clock = case.clock
    assert isinstance(clock, HandClock)
    clock.moment += timedelta(days=30)
    assert reporting.report(case, ANN).as_of == "2017-04-01"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1484006400")
    assert reporting.report(case, ANN).as_of == "2017-01-10"
    for epoch in ("yesterday", "-1", "9" * 30):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        with pytest.raises(FactcheckError, match="SOURCE_DATE_EPOCH is not understood"):
            reporting.report(case, ANN)


def test_the_same_case_gives_the_same_bytes(case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1484006400")
    for format in ("html", "json"):
        first = reporting.render(case, ANN, format=format)
        clock = case.clock
        assert isinstance(clock, HandClock)
        clock.moment += timedelta(days=1)
        assert reporting.render(case, ANN, format=format) == first


def test_a_report_replaces_an_older_one_whole(case: OpenCase, tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    out.write_text("older")
    assert reporting.write_report(case, ANN, format="json", out=out) == out
    assert json.loads(out.read_bytes())
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".report")]


@pytest.mark.parametrize(
    "sort", ["no such format", "no such report", "no such folder", "a folder in its place"]
)
def test_a_report_that_cannot_be_written_leaves_the_older_one(
    case: OpenCase, tmp_path: Path, sort: str
) -> None:
    older = tmp_path / "report.html"
    older.write_text("older")
    (tmp_path / "folder").mkdir()
    out = {"no such folder": tmp_path / "none" / "r.html", "a folder in its place": tmp_path / "folder"}.get(
        sort, older
    )
    names = {path.name for path in tmp_path.iterdir()}
    with pytest.raises(FactcheckError) as refused:
        reporting.write_report(
            case,
            ANN,
            as_="poem" if sort == "no such report" else "annex",
            format="gif" if sort == "no such format" else "html",
            out=out,
        )
    assert refused.value.detail
    assert older.read_text() == "older"
    assert {path.name for path in tmp_path.iterdir()} == names


def test_a_report_that_breaks_off_while_it_is_written_leaves_the_older_one(
    case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "report.html"
    out.write_text("older")

    def full(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(FactcheckError, match="cannot be written there") as refused:
        reporting.write_report(case, ANN, out=out)
    assert "No space left" in refused.value.detail
    assert out.read_text() == "older"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".report")]
