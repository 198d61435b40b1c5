"""Search for daily use: everything by its words, while one types, and nothing that one must not see."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.views.searching import Hit
from factcheck.workbench import acts, readings
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, BEN, empty_case, inquiry, written


def found(case: OpenCase, typed: str) -> list[tuple[str, str]]:
    return [(hit.entity, hit.label) for hit in readings.find(case, ANN, typed)]


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.spans]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("office", [("event", "E1"), ("source", "D2")]),
        ("OFFI", [("event", "E1"), ("source", "D2")]),
        ("stone", [("person", "P2"), ("source", "D1")]),
        ("the post", [("evidence", "E2")]),
        ("campaign", [("explanation", "X1")]),
        ("ambassador office", [("source", "D2")]),
        ('"in the office"', [("event", "E1")]),
        ('"office the in"', []),
        ("the paper", [("source", "D2")]),
        ("e1", [("event", "E1")]),
        ("S1.C2", [("claim", "S1.C2")]),
        ("S9", []),
        ("zebra", []),
        ("", []),
    ],
)
def test_what_is_found(case: OpenCase, typed: str, expected: list[tuple[str, str]]) -> None:
    assert [hit for hit in found(case, typed) if hit in expected] == expected
    assert bool(found(case, typed)) == bool(expected)


def test_statements_and_claims_are_found_each_once(case: OpenCase) -> None:
    assert found(case, "aware activities")[:2] == [("claim", "S1.C1"), ("statement", "S1")] or found(
        case, "aware activities"
    )[:2] == [("statement", "S1"), ("claim", "S1.C1")]
    acts.statement(case, ANN, words="A zebra, whole.", speaker=None)
    assert found(case, "zebra") == [("statement", "S2")]


def test_people_come_first_and_notes_tags_and_aliases_lead_to_what_they_are_on(case: OpenCase) -> None:
    acts.person(case, ANN, "John Stone", aliases=["the marble man"], roles=[("quarry owner", None)])
    acts.note(case, ANN, "E2", "Ask about the marble floor")
    acts.tag(case, ANN, "E3", "marble")
    hits = readings.find(case, ANN, "marbl")
    assert [(hit.entity, hit.label) for hit in hits[:1]] == [("alias", "P2")]
    assert {(hit.entity, hit.label) for hit in hits[1:]} == {("note", "E2"), ("tag", "E3")}
    for hit in hits:
        assert hit.about and readings.head(case, ANN, hit.about).label == hit.label
        assert marked(hit) == ["marble"]
    assert found(case, "quarry") == [("role", "P2")]


def test_accents_make_no_difference(case: OpenCase) -> None:
    acts.event(case, ANN, title="Café with Élodie Nu\u0301n\u0303ez")
    for typed in ("cafe", "CAFÉ", "cafe\u0301", "nunez", "Núñez", "elodie nu"):
        hit = next(hit for hit in readings.find(case, ANN, typed) if hit.entity == "event")
        assert hit.label == "E4"
        assert marked(hit)


@pytest.mark.parametrize("typed", ["会", "厅", "会议", "会议厅", "北京会议厅", "北京 met", "会议 met"])
def test_runs_of_cjk_are_found_anywhere_in_a_run(case: OpenCase, tmp_path: Path, typed: str) -> None:
    acts.event(case, ANN, title="他们在北京会议厅会面 and met")
    acts.add_source(
        case,
        ANN,
        written(tmp_path, "zh.txt", "报道\n\n他们在北京会议厅 met 会面。\n"),
        kind="news",
        extract=False,
    )
    hits = readings.find(case, ANN, typed)
    assert [(hit.entity, hit.label) for hit in hits] == [("event", "E4"), ("source", "D3")]
    assert all(hit.spans for hit in hits)
    assert found(case, "议会") == []


def test_a_place_in_a_source_says_where_the_word_stands(case: OpenCase) -> None:
    hit = next(hit for hit in readings.find(case, ANN, "reception") if hit.entity == "source")
    assert hit.source and hit.start is not None
    text = readings.text_of(case, ANN, hit.source, hit.start, hit.start + len("reception"))
    assert text == "reception"


def test_a_long_text_is_cut_around_the_match(case: OpenCase) -> None:
    words = "grain " * 100 + "zebra " + "grain " * 100
    acts.statement(case, ANN, words=words.strip(), speaker=None)
    hit = readings.find(case, ANN, "zebra")[0]
    assert hit.snippet.startswith("…") and hit.snippet.endswith("…") and len(hit.snippet) <= 242
    assert marked(hit) == ["zebra"]


def test_withdrawn_and_merged_records_are_found_by_their_label_only(case: OpenCase) -> None:
    acts.event(case, ANN, title="A zebra")
    acts.event(case, ANN, title="A zebra too")
    acts.same(case, ANN, ["E4", "E5"])
    assert found(case, "zebra") == [("event", "E4")]
    acts.withdraw(case, ANN, "E4", "a horse")
    assert found(case, "zebra") == []
    assert found(case, "E4") == [("event", "E4")]


def test_a_note_of_ones_own_is_nobody_elses_hit(case: OpenCase) -> None:
    acts.note(case, BEN, "E1", "My zebra thought", scope="mine")
    assert readings.find(case, ANN, "zebra") == []
    assert [hit.entity for hit in readings.find(case, BEN, "zebra")] == ["note"]


def test_notes_and_tags_on_a_link_wait_for_ones_own_grade(case: OpenCase) -> None:
    acts.open_round(case, ANN, blind=True)
    acts.grade(case, ANN, "L1", "c342", rationale="x")
    acts.note(case, ANN, "L1", "The zebra reading")
    acts.tag(case, ANN, "L1", "zebra")
    for typed in ("zebra", "zeb", '"zebra reading"'):
        assert readings.find(case, BEN, typed) == []
    for wanted in ("zebra", "tag:zebra", "graded:yes", "degree:3"):
        assert readings.bench_count(case, BEN, wanted) == 0
        assert readings.bench_count(case, ANN, wanted) == 2
        assert all(row.label != "E1" for row in readings.record_rows(case, BEN, "S1.C2", 0, 9, wanted))
    acts.grade(case, BEN, "L1", "q242", rationale="y")
    assert {hit.entity for hit in readings.find(case, BEN, "zebra")} == {"note", "tag"}


typed_texts = st.text() | st.text(
    alphabet=st.sampled_from("ab \"'*-^:()+会议é\u0301 NEARANDOR\x00\ud800.,{}%_"), max_size=30
)


@settings(max_examples=60)
@given(st.lists(typed_texts, min_size=1, max_size=5))
def test_nothing_typed_is_an_error(texts: list[str]) -> None:
    with TemporaryDirectory() as folder, empty_case(Path(folder)) as case:
        acts.event(case, ANN, title="ab 会议 é NEAR")
        for typed in texts:
            for hit in readings.find(case, ANN, typed):
                assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.spans)


def test_as_many_hits_as_are_wanted(tmp_path: Path) -> None:
    with inquiry(tmp_path) as case:
        assert len(readings.find(case, ANN, "the", limit=3)) == 3
        assert readings.find(case, ANN, "the", limit=0) == []
