"""The one scoring function: what counts, in which order, and how it is said."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.ranking import Candidate, Named, Period, Rarity, Sought
from factcheck.match.scoring import ranked, score

STONE, KAY = Named("stone", "John Stone"), Named("kay", "Sergey K.")
CLAIM = Sought(
    "c",
    "I did not have communications with the Russians",
    context="communicated with the Russian government in the course of this campaign",
    speaker=STONE,
    people=(KAY,),
    said_on="2017-01-10",
    periods=(Period("the course of this campaign", date(2015, 1, 11), date(2017, 1, 10)),),
    form="categorical",
)
MEETING = Candidate(
    "m", "E1", "Meeting with the Russian ambassador", "2016-09-08", (STONE, KAY), "the office"
)
RARITY = Rarity(1000, {"russia": 40, "meet": 60, "kin0contact": 90, "who0stone": 100, "who0kay": 20})


def reasons(claim: Sought, candidate: Candidate) -> tuple[str, ...]:
    return score(claim, candidate, RARITY).reasons


def test_reasons_are_said_in_plain_words_the_weightiest_first() -> None:
    assert reasons(CLAIM, MEETING) == (
        "Russians ~ Russian",
        "Sergey K. is named and takes part",
        "within “the course of this campaign”",
        "John Stone speaks and takes part",
        "communications ~ Meeting",
        "124 days before",
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"words": "Russian conversation"}, "communications ~ conversation"),
        ({"words": "They communicated"}, "communications ~ communicated"),
        ({"words": "Russians"}, "both say “Russians”"),
        ({"when": "2017-02-01"}, "22 days after"),
        ({"when": "2017-01-10"}, "on the day of the statement"),
        ({"when": "2019"}, "after the statement"),
        ({"when": "2016-07"}, "before the statement"),
        ({"place": "Russian embassy"}, "at Russian embassy"),
        ({"scheduled": True}, "only scheduled"),
    ],
    ids=lambda value: str(value),
)
def test_a_reason(changes: dict[str, object], said: str) -> None:
    assert said in reasons(replace(CLAIM, context="Russian embassy"), replace(MEETING, **changes))  # type: ignore[arg-type]  # rows change one field each


@pytest.mark.parametrize(
    "worse",
    [
        replace(MEETING, people=(STONE,)),
        replace(MEETING, people=()),
        replace(MEETING, words="Meeting with the ambassador"),
        replace(MEETING, when="2017-03-01"),
        replace(MEETING, when="2012-03-01"),
        replace(MEETING, when=None),
        replace(MEETING, scheduled=True),
    ],
    ids=["speaker only", "nobody", "fewer words", "after", "long before", "undated", "scheduled"],
)
def test_what_has_less_scores_less(worse: Candidate) -> None:
    assert score(CLAIM, worse, RARITY).score < score(CLAIM, MEETING, RARITY).score


def test_a_promise_looks_ahead() -> None:
    after = replace(MEETING, when="2017-03-01")
    assert score(replace(CLAIM, form="promise"), after, RARITY).score > score(CLAIM, after, RARITY).score


def test_what_shares_only_a_time_is_not_offered() -> None:
    stranger = Candidate("x", "E9", "Harvest", "2016-09-08")
    assert ranked(CLAIM, [stranger], RARITY, 10) == []


def test_ties_go_by_date_then_by_label() -> None:
    same = [
        replace(MEETING, id=id_, label=label, when=when)
        for id_, label, when in (
            ("a", "E10", "2016"),
            ("b", "E9", "2016"),
            ("c", "E2", None),
            ("d", "E3", "2015"),
        )
    ]
    claim = replace(CLAIM, said_on=None, periods=())
    assert [found.event for found in ranked(claim, same, RARITY, 10)] == ["d", "b", "a", "c"]
    assert [found.rank for found in ranked(claim, reversed(same), RARITY, 3)] == [1, 2, 3]


def test_an_event_is_offered_once() -> None:
    assert len(ranked(CLAIM, [MEETING, MEETING], RARITY, 10)) == 1


texts = st.text(alphabet=st.sampled_from("abc met Russian 会议 é"), max_size=40)


@given(texts, texts, st.integers(0, 50))
def test_a_score_is_a_share_and_ranks_do_not_depend_on_the_order(
    words: str, other: str, documents: int
) -> None:
    claim = Sought("c", words, other)
    events = [Candidate(str(n), f"E{n}", text) for n, text in enumerate((words, other, words + other, ""), 1)]
    rarity = Rarity(documents, {"met": documents})
    found = ranked(claim, events, rarity, 10)
    assert found == ranked(claim, events[::-1], rarity, 10)
    assert all(0 < one.score <= 1 and one.reasons for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
