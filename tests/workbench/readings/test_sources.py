"""The text of a source, a stretch at a time."""

from __future__ import annotations

import pytest

from factcheck.errors import FactcheckError
from factcheck.workbench import acts, readings
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, ANSWER, FIRST, PAPER, QUESTION, SECOND, TESTIMONY, stretch


@pytest.mark.parametrize(("first", "count"), [(0, 99), (0, 1), (2, 2), (6, 5), (99, 2), (3, 0)])
def test_lines_are_those_of_the_text(case: OpenCase, first: int, count: int) -> None:
    lines = TESTIMONY.split("\n")
    assert readings.line_count(case, ANN, "D1") == len(lines)
    shown = readings.text_lines(case, ANN, "D1", first, count)
    assert [line.text for line in shown] == lines[first : first + count]
    for line in shown:
        assert TESTIMONY[line.start :].startswith(line.text)
        assert readings.line_of(case, ANN, "D1", line.start) == line.number
        assert readings.line_of(case, ANN, "D1", line.start + len(line.text)) == line.number


@pytest.mark.parametrize(("start", "end"), [(0, 9), (5, 5), (3, 9999), (9999, 10_000)])
def test_a_stretch_is_that_of_the_text(case: OpenCase, start: int, end: int) -> None:
    assert readings.text_of(case, ANN, "D2", start, end) == PAPER[start:end]


def test_marks_are_the_anchors_that_stand_and_meet_a_stretch(case: OpenCase) -> None:
    marks = readings.marks_in(case, ANN, "D1", 0, 9999)
    assert marks == [
        (*stretch(QUESTION), "statement", "S1"),
        (*stretch(FIRST), "claim", "S1.C1"),
        (*stretch(ANSWER), "statement", "S1"),
        (*stretch(SECOND), "claim", "S1.C2"),
    ]
    start, end = stretch(SECOND)
    assert [mark[3] for mark in readings.marks_in(case, ANN, "D1", end - 1, end)] == ["S1", "S1.C2"]
    assert readings.marks_in(case, ANN, "D1", end, end + 5) == []
    acts.withdraw(case, ANN, "S1.C2", "wrong")
    assert [mark[3] for mark in readings.marks_in(case, ANN, "D1", start, end)] == ["S1"]
    acts.withdraw(case, ANN, "S1", "wrong")
    assert readings.marks_in(case, ANN, "D1", 0, 9999) == []


def test_words_are_found_where_they_stand_once(case: OpenCase) -> None:
    assert readings.find_words(case, ANN, "D1", SECOND) == stretch(SECOND)
    with pytest.raises(FactcheckError, match="are not in D1"):
        readings.find_words(case, ANN, "D1", "nowhere")
    with pytest.raises(FactcheckError, match="in D1 2 times") as refused:
        readings.find_words(case, ANN, "D1", "Mr. FRANK.")
    assert "begin at 9, " in refused.value.detail


def test_sources_come_by_label_with_what_could_not_be_read(case: OpenCase) -> None:
    assert [source.head.label for source in readings.sources(case, ANN)] == ["D1", "D2"]
    card = readings.source_view(case, ANN, "d2")
    assert (card.title, card.publisher, card.kind, card.tier, card.published) == (
        "paper.txt",
        "The Paper",
        "news",
        "4",
        "2017-03-02",
    )
    assert card.holes == ()
