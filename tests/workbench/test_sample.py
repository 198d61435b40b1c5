"""The sample case, built from its files by the real acts, and what a careful reader expects to find in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import paths
from factcheck.core.viewer import Viewer
from factcheck.errors import FactcheckError
from factcheck.workbench import acts, cases, demo, readings, reporting, sample, verifying
from factcheck.workbench.cases import OpenCase


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenCase]:
    with sample.build(tmp_path_factory.mktemp("sample") / "sample.db") as built:
        yield built


@pytest.fixture(scope="module")
def reader(case: OpenCase) -> Viewer:
    return cases.viewer_for(case, "cleo")


def finding(case: OpenCase, reader: Viewer, claim: str) -> tuple[str, str | None, str]:
    found = readings.claim_view(case, reader, claim).finding
    assert found is not None
    return found.state, found.degree, found.text


def test_it_is_marked_as_the_sample_and_holds_what_its_files_say(case: OpenCase, reader: Viewer) -> None:
    summary = readings.summary(case, reader)
    assert summary.sample
    counts = {"sources": 9, "statements": 7, "claims": 12, "events": 5, "links": 9, "people": 6, "grades": 9}
    assert {name: summary.counts[name] for name in counts} == counts


def test_labels_are_those_of_the_script(case: OpenCase, reader: Viewer) -> None:
    rows = readings.bench_rows(case, reader, 0, 100)
    statements = {row.label for row in rows if row.row == "statement"}
    claims = {row.label for row in rows if row.row == "claim"}
    assert statements == {f"S{number}" for number in range(1, 8)}
    assert {"S1.C1", "S1.C2", "S1.C3", "S1.C4", "S2.C1", "S3.C1", "S7.C1"} <= claims
    assert readings.event_view(case, reader, "E2").when == "2016-09-08"
    assert readings.statement_view(case, reader, "S6").words == "that's possible"


def test_everything_holds(case: OpenCase, reader: Viewer) -> None:
    verified = verifying.verify(case, reader)
    assert (verified.ok, verified.problems) == (True, ())


def test_the_answer_stands_with_its_question_its_status_and_the_other_text(
    case: OpenCase, reader: Viewer
) -> None:
    claim = readings.claim_view(case, reader, "S1.C3")
    assert claim.words == "I didn't have -- did not have communications with the Russians"
    assert claim.before.endswith("in that campaign and ")
    assert claim.after == ", and I'm unable to comment on it."
    assert (claim.question or "").endswith("what will you do?")
    assert "I'm not expecting you to know" in (claim.question or "")
    assert (claim.question_by, claim.clarity, claim.elicited) == ("Al Franken", "hypothetical", "volunteered")
    assert (claim.status, claim.sworn) == ("to confirm", "to-confirm")
    [variant] = claim.variants
    assert (variant.label, "and I did not have communications with the Russians" in variant.words) == (
        "S7",
        True,
    )
    assert "The Atlantic" in claim.citations[0].cite
    [letter] = claim.later
    assert (letter.label, letter.afterwards, letter.days_after) == ("S4", ("reaffirmed", "supplemented"), 55)


def test_findings(case: OpenCase, reader: Viewer) -> None:
    assert finding(case, reader, "S1.C3") == ("adjudicated", "3", "3 (range 2-3, 3 links, 1 unresolved)")
    assert finding(case, reader, "S1.C1")[:2] == ("one reviewer", "1")
    assert finding(case, reader, "S1.C2") == ("none", None, "no finding: E4 only reported")
    assert finding(case, reader, "S1.C4") == ("none", None, "no finding: nothing is linked")
    assert finding(case, reader, "S2.C1") == ("none", None, "no finding: E2 cannot tell")
    assert finding(case, reader, "S3.C1")[:2] == ("one reviewer", "2")


def test_the_disputed_pair_shows_both_grades_the_settlement_and_the_dissent(
    case: OpenCase, reader: Viewer
) -> None:
    pair = readings.pair(case, reader, "S1.C3", "E2")
    assert pair.days == 124
    assert pair.link is not None
    given = {
        grade.reviewer: "".join(grade.codes[key] for key in ("relation", "degree", "kind"))
        for grade in pair.link.grades
    }
    assert given == {"ana": "c34", "ben": "q24"}
    for grade in pair.link.grades:
        assert [(reading["name"], reading["degree"]) for reading in grade.readings] == [
            ("A", "4"),
            ("B", "1"),
        ]
        assert grade.rationale
        assert not grade.stale
        assert grade.remarks == ()
        assert grade.as_of == "2019-04-30"
    [settled] = pair.link.adjudications
    assert (settled.reviewer, settled.codes["degree"], settled.stale) == ("cleo", "3", False)
    [dissent] = pair.link.dissents
    assert (dissent.reviewer, (dissent.codes or {})["degree"]) == ("ben", "2")
    explained = {
        explanation.head.label: (explanation.type, explanation.fit) for explanation in pair.explanations
    }
    assert explained["X1"] == ("scope or capacity", "partly")
    assert explained["X2"] == ("correct as given", "untestable")


def test_what_the_sources_of_the_meeting_disagree_on_stays_visible(case: OpenCase, reader: Viewer) -> None:
    event = readings.event_view(case, reader, "E2")
    assert set(event.disagreements) == {"place", "means"}
    assert {value for value, _ in event.disagreements["means"]} == {"in person", "by telephone"}
    assert (event.established, event.when_said) == ("documented", "8 September 2016, a Thursday")


def test_the_reception_is_in_doubt_and_cannot_be_told(case: OpenCase, reader: Viewer) -> None:
    event = readings.event_view(case, reader, "E3")
    assert event.established == "disputed"
    assert all(doubtful for _, _, doubtful in event.who)
    pair = readings.pair(case, reader, "S1.C3", "E3")
    assert pair.link is not None
    [grade] = pair.link.grades
    assert (grade.codes["relation"], grade.codes["degree"]) == ("u", "u")
    assert grade.reason
    row = next(row for row in readings.record_rows(case, reader, "S1.C3", 0, 10) if row.label == "E3")
    assert row.verdict == "cannot tell"


def test_of_the_findings_of_2019_both_halves_are_there(case: OpenCase, reader: Viewer) -> None:
    event = readings.event_view(case, reader, "E5")
    assert event.description is not None
    assert "at least once" in event.description
    assert "not sufficient to prove" in event.description
    assert "not sufficient … in light of the wording and context" in [part.words for part in event.evidence]


def test_what_is_only_described_is_never_shown_as_a_quotation(case: OpenCase, reader: Viewer) -> None:
    for label in ("E1", "E2", "E3", "E4", "E5"):
        for part in readings.event_view(case, reader, label).evidence:
            assert "Described by" not in part.words
            assert bool(part.words) != ("described, not quoted" in part.citations[0].cite)


def test_its_report_owes_nothing_and_every_quotation_is_exact(case: OpenCase, reader: Viewer) -> None:
    report = reporting.report(case, reader)
    assert (report.warnings, report.lint, report.unread) == ((), (), ())
    assert {check.match for check in report.quotations} == {"exact"}
    assert len(report.quotations) == 30


def test_acts_bear_the_names_of_those_who_did_them(case: OpenCase, reader: Viewer) -> None:
    assert {line.by for line in readings.log(case, reader, limit=400)} == {"ana", "ben", "cleo"}
    roles = {name: cases.viewer_for(case, name).role for name in ("ana", "ben", "cleo")}
    assert roles == {"ana": "reviewer", "ben": "reviewer", "cleo": "lead"}


def test_two_pairs_wait_for_a_grade(case: OpenCase) -> None:
    assert readings.next_ungraded(case, cases.viewer_for(case, "ana")) is not None


# Making it: whole or not at all, and told where the files are at fault.


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(paths.sample_folder(), tmp_path / "files"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine.db").write_text("mine")
    with pytest.raises(FactcheckError, match="already"):
        sample.build(tmp_path / "mine.db")
    assert (tmp_path / "mine.db").read_text() == "mine"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('codes = "q 1 7 2"', 'codes = "s 1 7 2"', "case.toml, grade L2"),
        ('label = "E4"', 'label = "E9"', "case.toml, event E9: .* not E9"),
        ('status = "unsworn public"', 'status = "unsworn"', "case.toml, statement S3"),
        ('materiality = "0"', 'materiality = "9"', "case.toml, claim S1.C4"),
        ('when = "2016-02"\nwho', 'when = "some day"\nwho', "case.toml, event E4"),
        ('bears_on = ["E2"]', 'bears_on = ["E22"]', "case.toml, explanation X1"),
        ('words = "My answer was correct."', 'words = "My answer was fine."', "case.toml: S4.C1"),
    ],
)
def test_a_slip_in_the_script_is_told_with_its_item_and_leaves_nothing(
    folder: Path, tmp_path: Path, old: str, new: str, told: str
) -> None:
    change(folder / "case.toml", old, new)
    with pytest.raises(FactcheckError, match=told):
        sample.build(tmp_path / "sample.db", folder=folder)
    assert [file.name for file in tmp_path.iterdir()] == ["files"]


def test_a_slip_in_a_source_is_told_with_its_file(folder: Path, tmp_path: Path) -> None:
    change(folder / "sources" / "testimony-2017-10-18.txt", "that's possible", "possibly")
    with pytest.raises(FactcheckError, match=r"testimony-2017-10-18\.txt: S6: the words “that's possible”"):
        sample.build(tmp_path / "sample.db", folder=folder)


def test_a_changed_file_makes_a_changed_case(folder: Path, tmp_path: Path) -> None:
    change(folder / "case.toml", 'title = "The answer of January 10, 2017"', 'title = "Mine"')
    with sample.build(tmp_path / "sample.db", folder=folder) as built:
        assert readings.summary(built, cases.viewer_for(built, "ana")).title == "Mine"


def test_the_users_own_copy_is_kept_and_renewed_on_demand(nobodys_machine: Path) -> None:
    with demo.open_sample() as first:
        ana = cases.viewer_for(first, "ana")
        acts.note(first, ana, "E1", "Mine.")
    with demo.open_sample() as again:
        assert any(note.text == "Mine." for note in readings.event_view(again, ana, "E1").notes)
    with demo.open_sample(fresh=True) as fresh:
        assert not any(note.text == "Mine." for note in readings.event_view(fresh, ana, "E1").notes)
