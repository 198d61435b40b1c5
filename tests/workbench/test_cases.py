"""Cases: made, opened, copied, and known by who acts on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import paths
from factcheck.core.viewer import Viewer
from factcheck.errors import FactcheckError
from factcheck.workbench import acts, cases, demo, readings, verifying
from factcheck.workbench.cases import OpenCase
from tests.store.replicas import CountedIds
from tests.workbench.inquiry import ANN, BEN, HandClock, state


def test_a_new_case_has_its_maker_as_lead(tmp_path: Path) -> None:
    with cases.new_case(
        tmp_path / "the_hearing-of-may.db",
        by="  Ann   Lee ",
        question="What?",
        clock=HandClock(),
        ids=CountedIds("x"),
    ) as case:
        summary = readings.summary(case, cases.viewer_for(case, "ann lee"))
        assert (summary.title, summary.question, summary.sample) == ("the hearing of may", "What?", False)
        lead = cases.viewer_for(case, "ANN LEE")
        assert (lead.name, lead.role) == ("Ann Lee", "lead")
        assert verifying.verify(case, lead).ok


def test_a_case_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    path.write_text("mine")
    with pytest.raises(FactcheckError, match="already"):
        cases.new_case(path, by="Ann")
    assert path.read_text() == "mine"


@pytest.mark.parametrize("name", ["", "  ", "\t\n"])
def test_a_reviewer_needs_a_name(case: OpenCase, tmp_path: Path, name: str) -> None:
    for act in (
        lambda: cases.new_case(tmp_path / "new.db", by=name),
        lambda: cases.viewer_for(case, name),
        lambda: cases.enrol(case, ANN, name, "reviewer"),
    ):
        with pytest.raises(FactcheckError, match="needs a name") as refused:
            act()
        assert "--by" in refused.value.hint
    assert not (tmp_path / "new.db").exists()


def test_somebody_unknown_is_a_reviewer_until_told_otherwise(case: OpenCase) -> None:
    eve = cases.viewer_for(case, " Eve ")
    assert (eve.name, eve.role, cases.has_joined(case, eve)) == ("Eve", "reviewer", False)
    assert cases.enrol(case, ANN, "eve", "adjudicator").role == "adjudicator"
    assert cases.viewer_for(case, "Eve").role == "adjudicator"
    assert cases.enrol(case, ANN, "Eve", "observer").role == "observer"
    assert cases.has_joined(case, eve)


def test_what_a_case_says_of_itself_is_one_act(case: OpenCase) -> None:
    before = state(case)
    cases.describe(case, ANN, title="New", question="Why?", summary="So.")
    assert readings.summary(case, BEN).title == "New"
    acts.undo(case, ANN)
    assert state(case) == before
    cases.describe(case, ANN)
    assert state(case) == before


@pytest.mark.parametrize("sort", ["copy", "backup"])
def test_a_copy_is_complete_and_a_replica_of_its_own(case: OpenCase, tmp_path: Path, sort: str) -> None:
    out = tmp_path / "other.db"
    made = cases.copy_case(case, ANN, out) if sort == "copy" else cases.backup_case(case, ANN, out)
    with cases.open_case(made) as copy:
        assert state(copy) == state(case)
        assert acts.event(copy, BEN, title="There").label == "E1b"
        assert verifying.verify(copy, BEN).ok
    with pytest.raises(FactcheckError, match="already"):
        cases.copy_case(case, ANN, out)


def test_a_backup_without_a_name_is_named_after_the_moment(case: OpenCase) -> None:
    made = cases.backup_case(case, ANN)
    assert (made.parent, made.name.startswith("inquiry-20170302T12"), made.suffix) == (
        case.path.parent,
        True,
        ".db",
    )


def test_the_last_case_is_remembered_while_it_is_there(case: OpenCase, tmp_path: Path) -> None:
    assert cases.last_case() is None
    cases.remember_case(case.path)
    assert cases.last_case() == case.path.absolute()
    cases.remember_case(tmp_path / "gone.db")
    assert cases.last_case() is None
    paths.last_case_file().write_bytes(b"\xff\xfe")
    assert cases.last_case() is None


def test_a_place_that_cannot_be_written_to_is_no_trouble(
    case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = case.path.parent / "a file"
    home.write_text("no folder")
    monkeypatch.setenv("FACTCHECK_HOME", str(home))
    cases.remember_case(case.path)
    assert cases.last_case() is None


def test_a_damaged_sample_is_set_aside_and_made_anew() -> None:
    path = paths.demo_case_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"no case at all")
    with pytest.raises(FactcheckError, match="no case"):
        demo.open_sample()
    with demo.open_sample(fresh=True) as sample:
        assert readings.summary(sample, Viewer(None, "somebody")).sample
    kept = path.with_name(f"{path.stem}-1{path.suffix}")
    assert kept.read_bytes() == b"no case at all"
