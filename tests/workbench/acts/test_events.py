"""Events, evidence and explanations, sets of events and searches that found nothing."""

from __future__ import annotations

from factcheck.workbench import acts, readings
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, MEETING, PAPER, PLAN, stretch


def test_an_event_as_typed(empty: OpenCase) -> None:
    made = acts.event(
        empty,
        ANN,
        title=" Tea ",
        when="spring 2016",
        place="Paris",
        established="two",
        count="3",
        description=" ",
    )
    event = readings.event_view(empty, ANN, made.label)
    assert (made.label, event.title, event.when, event.when_said) == ("E1", "Tea", "2016-21", "spring 2016")
    assert (event.place, event.established, event.count) == ("Paris", "two or more independent reports", 3)
    assert (event.description, event.evidence, event.best_tier, event.scheduled_only) == (
        None,
        (),
        None,
        False,
    )


def test_evidence_keeps_what_each_says(case: OpenCase) -> None:
    acts.evidence(
        case,
        ANN,
        "E1",
        mode="reported",
        cited="The Post",
        tier="5",
        says_when="Sept 2016",
        says_place="hotel",
    )
    acts.evidence(
        case, ANN, "E1", mode="reported", cited="A diary", says_when="2016-09-08", says_place="Hotel"
    )
    event = readings.event_view(case, ANN, "E1")
    assert [item.words for item in event.evidence] == [MEETING, "", ""]
    assert [item.citations[0].cite for item in event.evidence] == [
        "paper.txt, The Paper, 2017-03-02, ¶1"
        if "The Paper" in event.evidence[0].citations[0].cite
        else "paper.txt, 2017-03-02, ¶1",
        "The Post",
        "A diary",
    ]
    assert (event.best_tier, event.disagreements) == ("3", {})
    acts.evidence(
        case, ANN, "E1", mode="reported", cited="A letter", says_when="2016-09-09", says_place="office"
    )
    disagreements = readings.event_view(case, ANN, "E1").disagreements
    assert set(disagreements) == {"when", "place"}
    assert ("2016-09-09", "A letter") in disagreements["when"]


def test_what_is_only_scheduled_says_so_until_somebody_attends(case: OpenCase) -> None:
    assert readings.event_view(case, ANN, "E3").scheduled_only
    [row] = [row for row in readings.record_rows(case, ANN, "S1.C2", 0, 9) if row.label == "E3"]
    assert row.scheduled_only
    acts.evidence(case, ANN, "E3", mode="attended", cited="A guest book")
    assert not readings.event_view(case, ANN, "E3").scheduled_only


def test_passages_of_one_piece_of_evidence_are_joined(case: OpenCase) -> None:
    acts.evidence(case, ANN, "E2", mode="reported", source="D2",
                  spans=[stretch("The senator met the ambassador", PAPER), stretch(PLAN, PAPER)])  # fmt: skip
    [_, item] = readings.event_view(case, ANN, "E2").evidence
    assert item.words == f"The senator met the ambassador … {PLAN}"
    assert len(item.citations) == 2


def test_an_explanation_with_its_fit(case: OpenCase) -> None:
    acts.explain(
        case,
        ANN,
        "S1",
        source="D2",
        spans=[stretch("Not once.", PAPER)],
        person="John Stone",
        on_behalf_of="Al Frank",
        said_on="March 6 2017",
        offered="by spokes",
        fit="not",
        fit_why="He did.",
        type="correct",
        bears_on="E1, E2",
    )
    explained = {item.head.label: item for item in readings.pair(case, ANN, "S1.C2", "E1").explanations}
    quoted = explained["X2"]
    assert (quoted.words, quoted.person, quoted.on_behalf_of) == ("Not once.", "John Stone", "Al Frank")
    assert (quoted.said_on, quoted.offered, quoted.type) == (
        "2017-03-06",
        "by spokesperson",
        "correct as given",
    )
    assert (quoted.fit, quoted.fit_why, quoted.bears_on) == ("not borne out", "He did.", ("E1", "E2"))
    assert quoted.citations[0].source_label == "D2"
    assert explained["X1"].citations == ()
    assert [item.head.label for item in readings.pair(case, ANN, "S1.C1", "E2").explanations] == ["X2"]


def test_a_set_spans_its_events_and_is_as_weak_as_the_weakest(case: OpenCase) -> None:
    acts.take_part(case, ANN, "E2", ["John Stone"])
    acts.group(case, ANN, ["E1", "E2", "E1"], title="Two meetings")
    event = readings.event_view(case, ANN, "E4")
    assert (event.title, event.count, event.when, event.established) == (
        "Two meetings",
        2,
        "2016-07-01/2016-09-08",
        "single report",
    )
    assert event.who == (("John Stone", None, False),)


def test_a_search_that_finds_nothing_is_an_event_and_one_that_finds_is_none(case: OpenCase) -> None:
    found = acts.searched(case, ANN, "ambassador", ["D1", "D2"])
    assert (found.made, [hit.label for hit in found.hits]) == (None, ["D2"])
    nothing = acts.searched(case, ANN, "ambassador", ["D1"])
    assert (nothing.hits, nothing.made is not None) == ((), True)
    event = readings.event_view(case, ANN, "E4")
    assert event.search is not None
    holes = sum(count for _, _, count in readings.source_view(case, ANN, "D1").holes)
    searched = event.search["sources"][0]
    assert (event.search["query"], searched["label"], event.search["holes"]) == ("ambassador", "D1", holes)
