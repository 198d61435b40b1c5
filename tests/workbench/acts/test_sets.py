"""Sets of events, and searches that found nothing."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.errors import FactcheckError
from factcheck.workbench import acts, readings
from factcheck.workbench.acts.sets import span_of
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, entry_count


def show(case: OpenCase, label: str) -> dict[str, Any]:
    return readings.show(case, ANN, label)


def test_a_set_has_a_count_and_can_be_linked_and_graded(case: OpenCase) -> None:
    made = acts.group(case, ANN, ["E1", "E2", "E1"], title="  Two encounters ")
    shown = show(case, made.label)
    assert (shown["title"], shown["count"], shown["members"]) == ("Two encounters", 2, ["E1", "E2"])
    assert shown["when"] == "2016-07-01/2016-09-08"
    assert shown["established"] == "single report", "as well established as its weakest member"
    assert shown["who"] == [], "nobody took part in both"
    assert show(case, "E1")["title"] == "Meeting in the office"
    acts.grade(case, ANN, made.label, "c342", claim="S1.C1")
    assert readings.pair(case, ANN, "S1.C1", made.label).link is not None


def test_those_who_took_part_in_all_take_part_in_the_set(case: OpenCase) -> None:
    acts.take_part(case, ANN, "E2", ["Sergey K.", "Jane Roe"])
    made = acts.group(case, ANN, ["E1", "E2"])
    assert [who["name"] for who in show(case, made.label)["who"]] == ["Sergey K."]
    assert show(case, made.label)["title"].startswith("2 events: ")


def test_one_event_counts_once(case: OpenCase) -> None:
    acts.same(case, ANN, ["E1", "E2"])
    with pytest.raises(FactcheckError, match="two events at least"):
        acts.group(case, ANN, ["E1", "E2"])
    assert show(case, acts.group(case, ANN, ["E2", "E3"]).label)["members"] == ["E1", "E3"]


def test_a_set_in_a_set_counts_as_its_events(case: OpenCase) -> None:
    acts.event(case, ANN, title="Several calls", count=5)
    inner = acts.group(case, ANN, ["E1", "E2"]).label
    outer = show(case, acts.group(case, ANN, [inner, "E2", "E3", "E4"]).label)
    assert (outer["members"], outer["count"]) == (["E1", "E2", "E3", "E4"], 8)


@pytest.mark.parametrize(
    ("dates", "span"),
    [
        (["2016-09-08", "2016-07"], "2016-07-01/2016-09-08"),
        (["2016-09-08", "2016-09-08"], "2016-09-08"),
        (["2016-07~", "2016-07~"], "2016-07~"),
        (["2016-07", None], None),
        (["2016-07", "../2016-09"], None),
        (["2016-07~", "2016-09"], None),
        (["2016?", "2016-09"], None),
        ([None, None], None),
        ([], None),
    ],
)
def test_the_span_of_dates_says_no_more_than_is_known(dates: list[str | None], span: str | None) -> None:
    assert span_of(dates) == span


@pytest.mark.parametrize("refs", [["E1"], [], ["E1", "S1"], ["E1", "E99"], ["E1", "E4"]], ids=str)
def test_sets_that_cannot_be(refs: list[str], case: OpenCase) -> None:
    acts.searched(case, ANN, "zebra", ["D1"])
    before = entry_count(case)
    with pytest.raises(FactcheckError):
        acts.group(case, ANN, refs)
    assert entry_count(case) == before


def test_withdrawn_events_are_in_no_new_set(case: OpenCase) -> None:
    acts.withdraw(case, ANN, "E2", "wrong")
    with pytest.raises(FactcheckError, match="withdrawn"):
        acts.group(case, ANN, ["E1", "E2"])


def test_a_search_that_finds_nothing_is_an_event_that_says_what_was_searched(case: OpenCase) -> None:
    answer = acts.searched(case, ANN, ' "ambassador was there" ', ["D1", "D2", "D1"])
    assert answer.hits == ()
    assert answer.made is not None
    shown = show(case, answer.made.label)
    assert (shown["title"], shown["established"]) == (
        'Search for “"ambassador was there"” in D1, D2: nothing found',
        "documented",
    )
    search = shown["search"]
    assert search["query"] == '"ambassador was there"'
    assert search["holes"] == sum(hole["count"] for source in search["sources"] for hole in source["holes"])
    assert [source["label"] for source in search["sources"]] == ["D1", "D2"]
    assert search["searched"] == sum(source["paragraphs"] for source in search["sources"]) > 0
    assert readings.event_view(case, ANN, answer.made.label).search == search
    acts.link(case, ANN, "S1.C1", answer.made.label)


def test_a_search_that_finds_something_records_nothing(case: OpenCase) -> None:
    before = entry_count(case)
    answer = acts.searched(case, ANN, "ambassador", ["D2"])
    assert answer.made is None
    assert [hit.label for hit in answer.hits] == ["D2"]
    assert all(
        hit.snippet[start:end].casefold() == "ambassador" for hit in answer.hits for start, end in hit.spans
    )
    assert entry_count(case) == before
    assert acts.searched(case, ANN, "ambassador", ["D1"]).made is not None


@pytest.mark.parametrize(
    ("query", "sources"), [("", ["D1"]), ("?!", ["D1"]), ("x", []), ("x", ["S1"]), ("x", ["D9"])]
)
def test_searches_that_cannot_be(query: str, sources: list[str], case: OpenCase) -> None:
    with pytest.raises(FactcheckError) as refused:
        acts.searched(case, ANN, query, sources)
    assert refused.value.exit_code == 2
