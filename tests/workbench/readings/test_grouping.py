"""Proposals by source and section: each group is a run of the list, and all of them are the list."""

from __future__ import annotations

from dataclasses import replace

from factcheck.core.document import Section
from factcheck.core.proposals import Proposals, ProposedStatement, Span
from factcheck.workbench import acts, readings
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN
from tests.workbench.proposed import document

RECORDS = 3
"""Rows of the inquiry's own statements and claims, which come first."""
MORNING, LETTER = "MORNING SITTING\nI met nobody. I recall no call. ", "WRITTEN ANSWERS\nI never wrote."


def add(case: OpenCase, text: str, words: list[str], sections: tuple[Section, ...] = ()) -> None:
    statements = tuple(
        ProposedStatement((Span(at := text.index(one), at + len(one), one),), "Lee", "direct", confidence=0.8)
        for one in words
    )
    found = Proposals("test 1", statements=statements)
    acts.add_document(case, ANN, text.encode(), replace(document(text), sections=sections), found)


def test_groups_are_runs_of_the_list(case: OpenCase) -> None:
    text = "Before. " + MORNING + LETTER
    sections = (
        Section(text.index("MORNING"), "testimony", "2017-01-10", heading="MORNING SITTING"),
        Section(text.index("WRITTEN"), "written", "2017-02"),
    )
    add(case, text, ["Before.", "I met nobody.", "I recall no call.", "I never wrote."], sections)
    add(case, "No sections here. None.", ["No sections here.", "None."])
    rows = readings.bench_rows(case, ANN, 0, 99)[RECORDS:]
    assert [(row.row, row.label, row.words, row.said_on, row.waiting) for row in rows] == [
        ("group", "D3", "paper.txt", None, 1),
        ("proposal", "D3", "Before.", None, 0),
        ("group", "D3", "MORNING SITTING", "2017-01-10", 2),
        ("proposal", "D3", "I met nobody.", None, 0),
        ("proposal", "D3", "I recall no call.", None, 0),
        ("group", "D3", "written", "2017-02", 1),
        ("proposal", "D3", "I never wrote.", None, 0),
        ("group", "D4", "paper.txt", None, 2),
        ("proposal", "D4", "No sections here.", None, 0),
        ("proposal", "D4", "None.", None, 0),
    ]
    assert [row.row for row in readings.bench_rows(case, ANN, 0, 99, "recall")] == ["group", "proposal"]


def test_a_page_of_the_list_is_the_same_wherever_it_begins(case: OpenCase) -> None:
    text = "Before. " + MORNING
    add(case, text, ["Before.", "I met nobody.", "I recall no call."], (Section(8, "testimony"),))
    rows = readings.bench_rows(case, ANN, 0, 99)
    assert [row.row for row in rows[RECORDS:]] == ["group", "proposal", "group", "proposal", "proposal"]
    assert len(rows) == readings.bench_count(case, ANN)
    for size in (1, 2, 3):
        pages = [readings.bench_rows(case, ANN, at, size) for at in range(0, len(rows), size)]
        assert [row for page in pages for row in page] == rows
    assert [readings.bench_position(case, ANN, row.id) for row in rows] == list(range(len(rows)))
