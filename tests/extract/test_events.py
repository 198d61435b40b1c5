"""What took place: merged passages, dates by their precision, and nothing that was only planned, asked or
denied.
"""

from __future__ import annotations

import pytest

from tests.extract.articles import read


def test_two_passages_of_one_meeting_are_one_event() -> None:
    text = (
        "Harbour commissioner Otto Lane met with the shipper Mr. Vik Rao in November at the "
        "port office, the Lakeside Tribune reported.\n\nMr. Lane met Mr. Rao on Nov. 3, 2016, officials said."
    )
    meetings = [
        event for event in read(text).events if {name for name, _ in event.who} >= {"Otto Lane", "Vik Rao"}
    ]
    assert len(meetings) == 1
    meeting = meetings[0]
    assert meeting.when is not None and meeting.when.edtf == "2016-11-03"
    assert len(meeting.passages) == 2 and meeting.where == "the port office"


@pytest.mark.parametrize("before", ["", "It rained.\n\n"], ids=["alone", "second paragraph"])
def test_a_sentence_made_of_names_is_no_headline(before: str) -> None:
    (event,) = read(f"{before}John Carter met Mr. Vane on February 1, 2016, in Boston.").events
    assert event.when is not None and event.when.edtf == "2016-02-01"
    assert not read(f"{before}Carter Meets Vane in Boston With Envoy of U.S.").events


def test_two_months_are_two_events() -> None:
    events = read("Ms. Ada Holm spoke with Mr. Ben Cray in June and August, people said.").events
    assert [event.when.edtf for event in events if event.when] == ["2016-06", "2016-08"]


@pytest.mark.parametrize(
    ("text", "name", "edtf"),
    [
        ("Tess Arden was hired last month.", "Tess Arden", "2017-02"),
        ("Mr. Tess resigned on Jan. 4.", "Tess", "2017-01-04"),
        ("Gail Moor played a part after formally joining the board in June, 2015.", "Gail Moor", "2015-06"),
        (
            "At his Feb. 9 budget hearing, Hugo Falk was asked by Rep. Di Noor what he had spent.",
            "Hugo Falk",
            "2017-02-09",
        ),
        ("The gate was locked, Paul Ito said Wednesday night.", "Paul Ito", "2017-03-01"),
        (
            "Letters found on Monday show Ann Bell wrote to Mr. Tom Reed on May 3, 2016.",
            "Ann Bell",
            "2016-05-03",
        ),
        ("On May 3, 2016 Ann Bell met Mr. Tom Reed about the June 9 hearing.", "Ann Bell", "2016-05-03"),
    ],
)
def test_when_and_who(text: str, name: str, edtf: str) -> None:
    events = [event for event in read(text).events if any(name in person for person, _ in event.who)]
    assert edtf in [event.when.edtf for event in events if event.when is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Lane denied meeting Mr. Rao in May.",
        "Mr. Lane did not meet Mr. Rao in May.",
        "Mr. Lane never met Mr. Rao in May.",
        "Mr. Lane will meet Mr. Rao on Friday.",
        "Mr. Lane planned to meet Mr. Rao in May.",
        "If Mr. Lane met Mr. Rao in May, nobody knew.",
        "Had Mr. Lane met Mr. Rao in May?",
        "Ms. Orla asked Mr. Lane whether he met Mr. Rao in May.",
    ],
)
def test_what_did_not_take_place_is_no_event(text: str) -> None:
    events = [event for event in read(text).events if "saying" not in event.flags]
    assert events == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Minister Robert Ashdown said: “I never met Trần Văn An.” He met Mr. Trần Văn An in May 2016.",
            "Robert Ashdown met Mr. Trần Văn An",
        ),
        (
            "Robert Ashdown resigned. Sheriff Dana Pike said that he had called Lund in January 2016.",
            "Dana Pike called Lund",
        ),
    ],
    ids=["nobody meets himself", "he is the one who tells it"],
)
def test_he_is_not_just_any_man_named_before(text: str, title: str) -> None:
    assert title in " / ".join(event.title for event in read(text).events)


def test_a_capacity_is_kept_beside_the_name() -> None:
    text = (
        "Mr. Lane met Mr. Rao on May 3, 2016, in his capacity as a member of the port board "
        "rather than as a donor."
    )
    assert read(text).events[0].who[0] == ("Lane", "member of the port board")


def test_a_counted_set_stays_one_event() -> None:
    events = read("Nora Vance spoke twice last year with the envoy.").events
    assert [(event.when.edtf, event.flags) for event in events if event.when] == [("2016", ("set",))]
