"""The log, in words a person reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.workbench import acts, cases, readings
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, BEN, entry_count


def enrolled_twice(case: OpenCase, name: str) -> None:
    cases.enrol(case, ANN, name, "observer")
    cases.enrol(case, ANN, name, "adjudicator")


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (lambda c: acts.event(c, BEN, title="Tea"), "recorded E4, Tea"),
        (lambda c: acts.link(c, BEN, "S1.C1", "E2"), "linked S1.C1 and E2 as L4"),
        (lambda c: acts.grade(c, BEN, "L1", "c142"), "graded L1: contradicts · 1 minor · scope or"),
        (lambda c: acts.adjudicate(c, ANN, "L1", "u", "why"), "adjudicated L1: cannot tell"),
        (lambda c: acts.note(c, BEN, "E1", "why? {label} [sic]"), "noted on E1: “why? {label} [sic]”"),
        (lambda c: acts.tag(c, BEN, "S1.C1", "print"), "tagged S1.C1 “print”"),
        (lambda c: acts.withdraw(c, BEN, "E2", "no"), "withdrew E2: no"),
        (lambda c: acts.edit(c, BEN, "E1", {"place": "Paris"}), "changed place (now “Paris”) of E1"),
        (lambda c: acts.edit(c, BEN, "S1", {"forum": None}), "changed forum (taken away) of S1"),
        (lambda c: acts.same(c, BEN, ["E1", "E2"]), "said that E2 is the same as E1"),
        (lambda c: cases.enrol(c, ANN, "J. O'Hara", "observer"), "enrolled J. O'Hara as observer"),
        (lambda c: enrolled_twice(c, "J. O'Hara"), "changed role (now “adjudicator”) of reviewer J. O'Hara"),
    ],
)
def test_an_act_is_told_in_a_sentence(case: OpenCase, act: Callable[[OpenCase], object], told: str) -> None:
    act(case)
    line = readings.log(case, ANN, limit=1)[0]
    assert told in line.sentence
    assert not line.undone


def test_what_was_undone_stays_in_the_log(case: OpenCase) -> None:
    acts.grade(case, BEN, "L1", "c142")
    acts.undo(case, BEN)
    newest, grade = readings.log(case, ANN, limit=2)
    assert (newest.sentence.split(":")[0], newest.by, newest.undone) == ("undid", "Ben", False)
    assert "graded L1" in newest.sentence
    assert (grade.sentence.split(":")[0], grade.undone) == ("graded L1", True)
    acts.redo(case, BEN)
    newest, undo, grade = readings.log(case, ANN, limit=3)
    assert (newest.sentence.split(":")[0], undo.undone, grade.undone) == ("did again", True, False)
    assert "graded L1" in newest.sentence


def test_the_log_is_as_long_as_asked_and_newest_first(case: OpenCase) -> None:
    whole = readings.log(case, ANN, limit=999)
    assert len(whole) == entry_count(case)
    assert readings.log(case, ANN, limit=5) == whole[:5]
    assert [line.at for line in whole] == sorted((line.at for line in whole), reverse=True)


def test_what_is_hidden_does_not_shorten_the_log(case: OpenCase) -> None:
    acts.open_round(case, ANN, blind=True)
    for degree in "12341234":
        acts.grade(case, BEN, "L1", f"c{degree}12", rationale="x")
    eve = cases.viewer_for(case, "Eve")
    lines = readings.log(case, eve, limit=4)
    assert len(lines) == 4
    assert lines == readings.log(case, eve, limit=999)[:4]
    assert not any("graded" in line.sentence for line in lines)


def test_the_log_of_a_record_has_its_parts(case: OpenCase) -> None:
    acts.note(case, BEN, "E1", "why?")
    acts.grade(case, BEN, "L1", "c142")
    told = [line.sentence for line in readings.log(case, ANN, "E1")]
    assert [sentence.split()[0] for sentence in told] == [
        "noted",
        "added",
        "recorded",
        "recorded",
        "recorded",
    ]
    assert any("graded" in line.sentence for line in readings.log(case, ANN, "l1"))
    assert not any("graded" in line.sentence for line in readings.log(case, ANN, "L2"))
