"""The long lists, page by page: whatever the pages, every row once, in one order, where its position says."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.views.rows import BenchRow, RecordRow
from factcheck.workbench import acts, readings
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, BEN, empty_case, inquiry
from tests.workbench.proposed import propose

DATES = (None, "2016", "2016-07-18", "2016-07-18", "2017-03", "../2016-09-08", "2016-21")


def crowded(folder: Path, chance: Random) -> OpenCase:
    """Statements and events by chance, some withdrawn, merged, split, linked, relinked; two proposals."""
    case = empty_case(folder)
    propose(case)
    for n in range(chance.randrange(1, 7)):
        words = f"It was {n} and more."
        acts.statement(case, ANN, words=words, speaker="A. Lee", said_on=chance.choice(DATES),
                       claims=chance.choice(((), ((0, 6), (11, 18)))))  # fmt: skip
        acts.event(case, ANN, title=f"Event {n}", when=chance.choice(DATES))
    labels = [row.label for row in readings.bench_rows(case, ANN, 0, 99) if row.row == "claim"]
    for _ in range(chance.randrange(12)):
        claim, event = chance.choice(labels), f"E{chance.randrange(1, 7)}"
        if readings.find(case, ANN, event) and not readings.head(case, ANN, event).withdrawn:
            acts.link(case, ANN, claim, event)
    links = [link["label"] for link in readings.list_records(case, ANN, "links")]
    for link in links:
        if chance.randrange(2):
            acts.grade(
                case, chance.choice((ANN, BEN)), link, chance.choice(("c141", "s002", "u")), reason="x"
            )
    for ref in ("E1", "S2", "E3", *links[:1]):
        if chance.randrange(2) and any(hit.label == ref for hit in readings.find(case, ANN, ref)):
            acts.withdraw(case, ANN, ref, "by chance")
    return case


def bench_in_pages(case: OpenCase, size: int, wanted: str) -> list[BenchRow]:
    count = readings.bench_count(case, ANN, wanted)
    pages = (readings.bench_rows(case, ANN, offset, size, wanted) for offset in range(0, count + size, size))
    return [row for page in pages for row in page]


def record_in_pages(case: OpenCase, claim: str, size: int, wanted: str) -> list[RecordRow]:
    count = readings.record_count(case, ANN, claim, wanted)
    pages = (
        readings.record_rows(case, ANN, claim, offset, size, wanted)
        for offset in range(0, count + size, size)
    )
    return [row for page in pages for row in page]


@settings(max_examples=25)
@given(
    st.randoms(use_true_random=False),
    st.integers(1, 9),
    st.sampled_from(("", "event", "linked:no", "date:2016")),
)
def test_pages_of_any_size_make_the_whole_list(chance: Random, size: int, wanted: str) -> None:
    with TemporaryDirectory() as folder, crowded(Path(folder), chance) as case:
        whole = readings.bench_rows(case, ANN, 0, 999, wanted)
        assert bench_in_pages(case, size, wanted) == whole
        assert len(whole) == readings.bench_count(case, ANN, wanted)
        assert len({row.id for row in whole}) == len(whole)
        places = [readings.bench_position(case, ANN, row.id, wanted) for row in whole]
        assert places == list(range(len(whole)))
        for row in whole:
            if row.row != "claim":
                continue
            record = readings.record_rows(case, ANN, row.id, 0, 999, wanted)
            assert record_in_pages(case, row.id, size, wanted) == record
            assert len(record) == readings.record_count(case, ANN, row.id, wanted)
            assert len({item.id for item in record}) == len(record)


def test_statements_come_by_date_with_their_claims_and_proposals_last(case: OpenCase) -> None:
    acts.statement(case, ANN, words="Later.", speaker="A. Lee", said_on="2017-03", status="private")
    acts.statement(case, ANN, words="Undated.", speaker=None)
    acts.statement(case, ANN, words="Earlier.", speaker="A. Lee", said_on="2016")
    propose(case)
    rows = readings.bench_rows(case, BEN, 0, 99)
    assert [(row.row, row.label) for row in rows] == [
        ("statement", "S4"),
        ("claim", "S4.C1"),
        ("statement", "S1"),
        ("claim", "S1.C1"),
        ("claim", "S1.C2"),
        ("statement", "S2"),
        ("claim", "S2.C1"),
        ("statement", "S3"),
        ("claim", "S3.C1"),
        ("group", "D3"),
        ("proposal", "D3"),
    ]
    assert (rows[2].said_on, rows[2].speaker, rows[2].status) == ("2017-01-10", "John Stone", "to confirm")
    assert (rows[5].said_on, rows[5].status, rows[7].speaker) == ("2017-03", "private", None)
    assert (rows[4].links, rows[4].mark) == (2, "")
    assert (rows[-1].words, rows[-1].speaker, rows[-1].basis) == (
        "I never, … met them.",
        "Robert (Bob) Lee",
        "said Lee · interrupted · 80 %",
    )
    assert readings.bench_position(case, BEN, "nothing") is None


def test_the_record_is_linked_first_then_by_date_with_proposals_last(case: OpenCase) -> None:
    acts.grade(case, BEN, "L1", "c342", rationale="x")
    acts.statement(case, ANN, words="I met him.", speaker="John Stone", said_on="2017-03-01")
    acts.link(case, ANN, "S1.C1", "S2", reasons="the same")
    propose(case)
    rows = {claim: readings.record_rows(case, BEN, claim, 0, 99) for claim in ("S1.C1", "S1.C2")}
    shown = {
        claim: [(row.row, row.label, row.link_label, row.verdict, row.mark) for row in rows[claim]]
        for claim in rows
    }
    assert shown == {
        "S1.C1": [
            ("event", "E1", "L3", "not graded", ""),
            ("statement", "S2", "L4", "not graded", ""),
            ("event", "E3", None, "not linked", ""),
            ("event", "E2", None, "not linked", ""),
            ("proposal", "D3", None, "proposed", ""),
        ],
        "S1.C2": [
            ("event", "E2", "L2", "not graded", ""),
            ("event", "E1", "L1", "contradicts 3", "3"),
            ("event", "E3", None, "not linked", ""),
            ("proposal", "D3", None, "proposed", ""),
        ],
    }
    meeting, answer = rows["S1.C1"][:2]
    assert (meeting.title, meeting.when, meeting.when_said) == (
        "Meeting in the office",
        "2016-09-08",
        "8 September 2016, a Thursday",
    )
    assert (meeting.who, meeting.established, meeting.days) == (
        ("John Stone", "Sergey K."),
        "documented",
        124,
    )
    assert (answer.title, answer.who, answer.days, answer.reasons) == (
        "“I met him.”",
        ("John Stone",),
        -50,
        "the same",
    )


@pytest.mark.parametrize(
    ("grades", "verdict"),
    [
        (["c342"], ("contradicts 3", "3")),
        (["q242"], ("qualifies 2", "2")),
        (["s002"], ("supports", "0")),
        (["x002"], ("context", "0")),
        (["u"], ("cannot tell", "u")),
        (["c342", "c343"], ("contradicts 3", "3")),
        (["c342", "q242"], ("reviewers differ 2-3", "range")),
        (["c342", "c312"], ("reviewers differ 3", "range")),
    ],
)
def test_verdicts_of_a_link(case: OpenCase, grades: list[str], verdict: tuple[str, str]) -> None:
    for viewer, codes in zip((ANN, BEN), grades, strict=False):
        acts.grade(case, viewer, "L1", codes, rationale="x")
    [row] = [row for row in readings.record_rows(case, ANN, "S1.C2", 0, 9) if row.label == "E1"]
    assert (row.verdict, row.mark) == verdict
    assert readings.show(case, ANN, "L1")["verdict"] == verdict[0]


def test_a_filtered_page_follows_the_next_act(case: OpenCase) -> None:
    assert readings.bench_count(case, ANN, "never") == 0
    acts.statement(case, ANN, words="I never did.", speaker="A. Lee")
    assert readings.bench_count(case, ANN, "never") > 0
    acts.undo(case, ANN)
    assert readings.bench_rows(case, ANN, 0, 9, "never") == []


# What is graded next.


def test_the_next_ungraded_pair_goes_round_once_from_where_one_stands(case: OpenCase) -> None:
    ids = {label: readings.head(case, ANN, label).id for label in ("S1.C1", "S1.C2", "E1", "E2", "L1", "L3")}
    third, first, second = (ids["S1.C1"], ids["E1"]), (ids["S1.C2"], ids["E1"]), (ids["S1.C2"], ids["E2"])
    assert readings.next_ungraded(case, BEN) == third
    assert readings.next_ungraded(case, BEN, "L3") == first
    assert readings.next_ungraded(case, BEN, ids["L1"]) == second
    assert readings.next_ungraded(case, BEN, "L2") == third
    assert readings.next_ungraded(case, BEN, ids["S1.C1"]) == first
    assert readings.next_ungraded(case, BEN, "S1.C2") == third
    acts.grade(case, BEN, "L1", "c142")
    assert readings.next_ungraded(case, BEN, "L3") == second
    assert readings.next_ungraded(case, BEN, "L1") == second
    assert readings.next_ungraded(case, ANN, "L3") == first
    for link in ("L2", "L3"):
        acts.grade(case, BEN, link, "c142")
    assert readings.next_ungraded(case, BEN) is None


def test_the_one_before_is_found_by_going_back(case: OpenCase) -> None:
    ids = {label: readings.head(case, ANN, label).id for label in ("S1.C1", "S1.C2", "E1", "E2")}
    third, first, second = (ids["S1.C1"], ids["E1"]), (ids["S1.C2"], ids["E1"]), (ids["S1.C2"], ids["E2"])
    assert readings.next_ungraded(case, BEN, back=True) == second
    assert readings.next_ungraded(case, BEN, "L2", back=True) == first
    assert readings.next_ungraded(case, BEN, "L1", back=True) == third
    assert readings.next_ungraded(case, BEN, "L3", back=True) == second
    assert readings.next_ungraded(case, BEN, "S1.C2", back=True) == third


def test_a_new_round_is_graded_anew(case: OpenCase) -> None:
    for link in ("L1", "L2", "L3"):
        acts.grade(case, BEN, link, "c142")
    acts.open_round(case, ANN, blind=True)
    assert readings.next_ungraded(case, BEN) is not None
    acts.grade(case, BEN, "L3", "c142")
    ids = {label: readings.head(case, ANN, label).id for label in ("S1.C2", "E1")}
    assert readings.next_ungraded(case, BEN) == (ids["S1.C2"], ids["E1"])


@pytest.mark.parametrize("ref", ["S1", "S1.C1", "E1", "L3"])
def test_what_is_withdrawn_is_not_graded_next(tmp_path: Path, ref: str) -> None:
    with inquiry(tmp_path) as case:
        gone = (readings.head(case, ANN, "S1.C1").id, readings.head(case, ANN, "E1").id)
        acts.grade(case, BEN, "L1", "c142")
        acts.grade(case, BEN, "L2", "c142")
        assert readings.next_ungraded(case, BEN) == gone
        acts.withdraw(case, ANN, ref, "wrong")
        assert readings.next_ungraded(case, BEN) is None
