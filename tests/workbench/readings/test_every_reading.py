"""What holds of every reading: it takes a Viewer, changes nothing, in a blind round gives nothing away."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.core.viewer import Viewer, reviewer_id
from factcheck.errors import FactcheckError
from factcheck.workbench import acts, cases, readings, reporting, verifying
from factcheck.workbench.cases import OpenCase
from tests.annotations import hints
from tests.workbench.inquiry import ANN, BEN, CLEO, DAN, entry_count, inquiry, state
from tests.workbench.readings.looking import READINGS

EVE = Viewer(reviewer_id("Eve"), "Eve")


def exported() -> dict[str, Callable[..., Any]]:
    """All public functions of the readings and of the reports that read a case."""
    found = {name: getattr(readings, name) for name in readings.__all__}
    found |= {
        name: function
        for name, function in inspect.getmembers(reporting, inspect.isfunction)
        if function.__module__ == reporting.__name__ and not name.startswith("_")
    }
    return {name: value for name, value in found.items() if inspect.isfunction(value)}


def test_no_reading_is_forgotten() -> None:
    assert set(exported()) == set(READINGS)


@pytest.mark.parametrize("name", exported())
def test_a_reading_takes_a_case_and_a_viewer(name: str) -> None:
    taken = hints(exported()[name])
    assert list(taken.items())[:2] == [("case", OpenCase), ("viewer", Viewer)]


@pytest.mark.parametrize("name", READINGS)
def test_a_reading_changes_nothing(case: OpenCase, name: str) -> None:
    before, entries = state(case), entry_count(case)
    changes = case.db.total_changes
    list(READINGS[name](case, Viewer(None, "somebody")))
    list(READINGS[name](case, EVE))
    assert case.db.total_changes == changes
    assert (state(case), entry_count(case)) == (before, entries)


# Blindness: a reviewer who has not graded reads the same whether others have judged or not.


def blind(folder: Path) -> OpenCase:
    """The small case in a blind round, with a grade by Ben in an earlier, open one; Eve has joined."""
    case = inquiry(folder)
    cases.enrol(case, ANN, EVE.name, EVE.role)
    acts.grade(case, BEN, "L3", "c242", rationale="of the open round")
    acts.open_round(case, ANN, blind=True)
    acts.note(case, EVE, "E1", "mine to see")
    return case


def judge(case: OpenCase) -> None:
    """All that Ben, Cleo and Ann must not give away before Eve has graded L1 and L2."""
    grade = acts.grade(
        case,
        BEN,
        "L1",
        "c342",
        rationale="secret rationale",
        reason="secret reason",
        readings=[{"name": "A", "text": "secret reading", "degree": "4"}],
    ).made.id
    acts.note(case, BEN, "L1", "secret note")
    note = acts.note(case, BEN, grade, "secret note on the grade").id
    acts.note(case, ANN, grade, "secret answer", parent=note)
    acts.tag(case, BEN, "L1", "secret tag")
    acts.tag(case, BEN, grade, "secret tag of the grade")
    acts.grade(case, CLEO, "L1", "q242", rationale="another secret")
    acts.adjudicate(case, CLEO, "L1", "c342", "secret settlement", chosen=grade)
    acts.dissent(case, BEN, "L1", "secret dissent", "q132")
    acts.withdraw(case, BEN, acts.grade(case, BEN, "L2", "u", reason="secret").made.id, "secret withdrawal")
    acts.undo(case, BEN)
    acts.undo(case, BEN)
    acts.redo(case, BEN)
    acts.note(case, ANN, "S1.C2", "secret of my own", scope="mine")
    acts.tag(case, CLEO, "L2", "secret tag")
    acts.undo(case, CLEO)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenCase]:
    with blind(tmp_path_factory.mktemp("before")) as case:
        yield case


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenCase]:
    with blind(tmp_path_factory.mktemp("after")) as case:
        judge(case)
        yield case


@pytest.mark.parametrize("who", [EVE, DAN, Viewer(None, "a stranger")], ids=lambda viewer: viewer.name)
@pytest.mark.parametrize("name", READINGS)
def test_a_blind_reader_reads_as_if_nobody_had_judged(
    before: OpenCase, after: OpenCase, name: str, who: Viewer
) -> None:
    seen = list(READINGS[name](after, who))
    assert "secret" not in repr(seen).lower()
    assert seen == list(READINGS[name](before, who))


@pytest.mark.parametrize("who", [ANN, CLEO], ids=lambda viewer: viewer.name)
def test_leads_and_adjudicators_see_all(after: OpenCase, who: Viewer) -> None:
    link = readings.link_view(after, who, "L1")
    assert [grade.reviewer for grade in link.grades] == ["Ben", "Cleo"]
    assert (link.adjudications[0].reviewer, link.dissents[0].text, link.tags) == (
        "Cleo",
        "secret dissent",
        ("secret tag",),
    )
    assert not link.hidden
    verdicts = {row.label: row.verdict for row in readings.record_rows(after, who, "S1.C2", 0, 9)}
    assert verdicts == {"E1": "contradicts 3", "E2": "cannot tell", "E3": "not linked"}
    assert any("secret note" in line.sentence for line in readings.log(after, who))


def test_a_note_of_ones_own_is_nobody_elses(after: OpenCase) -> None:
    assert [note.text for note in readings.claim_view(after, ANN, "S1.C2").notes] == ["secret of my own"]
    for who in (BEN, CLEO, EVE):
        assert readings.claim_view(after, who, "S1.C2").notes == ()


def test_whoever_has_graded_sees_the_others_of_that_link_only(tmp_path: Path) -> None:
    with blind(tmp_path) as case:
        judge(case)
        acts.grade(case, BEN, "L2", "c141", reason="ben")
        mine = acts.grade(case, EVE, "L1", "c442", rationale="mine").made.id
        first, second = readings.link_view(case, EVE, "L1"), readings.link_view(case, EVE, "L2")
        assert {grade.reviewer: grade.blind for grade in first.grades} == {
            "Ben": True,
            "Cleo": False,
            "Eve": True,
        }
        assert (first.hidden, second.hidden, second.grades) == (False, True, ())
        acts.withdraw(case, EVE, mine, "I take it back")
        assert readings.link_view(case, EVE, "L1").grades == ()


def test_acts_give_nothing_away(after: OpenCase) -> None:
    """To name what one must not see is the same as to name what is not there."""
    hidden = [
        id_
        for (id_,) in after.db.execute(
            """SELECT id FROM record WHERE made_by <> ?
            AND entity IN ('grade', 'adjudication', 'dissent', 'tag')""",
            (EVE.reviewer,),
        )
        if readings_refuse(after, id_)
    ]
    assert len(hidden) >= 5
    refused: list[Callable[[str], object]] = [
        lambda id_: acts.withdraw(after, EVE, id_, "x"),
        lambda id_: acts.edit(after, EVE, id_, {"text": "x"}),
        lambda id_: acts.note(after, EVE, id_, "x"),
    ]
    for id_ in hidden:
        for act in refused:
            with pytest.raises(FactcheckError, match="There is no record"):
                act(id_)
    assert verifying.verify(after, EVE).ok


def readings_refuse(case: OpenCase, id_: str) -> bool:
    try:
        readings.head(case, EVE, id_)
    except FactcheckError:
        return True
    return False


def test_a_refused_undo_gives_nothing_away(tmp_path: Path) -> None:
    with blind(tmp_path) as case:
        acts.link(case, EVE, "S1.C1", "E3")
        acts.grade(case, BEN, "L4", "c141")
        with pytest.raises(FactcheckError) as refused:
            acts.undo(case, EVE)
        assert "grade" not in refused.value.detail
        assert "Ben" not in refused.value.detail
