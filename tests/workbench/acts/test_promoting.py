"""Rows that become events: their people, their evidence, and what a chronology cites."""

from pathlib import Path

import pytest

from factcheck.core.views.events import EventView
from factcheck.errors import FactcheckError
from factcheck.store import verify
from factcheck.store.case import CaseFile
from factcheck.workbench import acts, readings
from factcheck.workbench.acts.promoting import is_one_person
from factcheck.workbench.acts.registers import Asked
from factcheck.workbench.cases import OpenCase
from tests.workbench.acts.test_registers import DIARY, brought, listed
from tests.workbench.inquiry import ANN, MEETING, state

CHRONOLOGY = """\
Date,Fact,Source,People
2016-09-08,The ambassador came to the office,"The Paper, ¶1; Nobody Dep. 4:5",John Stone; Sergei Karlov
2016-04-27,A reception,D2,"Hale, Grant and others"
2016-05-01,Nothing is known,,
"""


def event(case: CaseFile, label: str) -> EventView:
    return readings.event_view(case, ANN, readings.head(case, ANN, label).id)


def test_a_row_becomes_an_event_with_people_and_evidence(case: OpenCase, tmp_path: Path) -> None:
    brought(case, tmp_path)
    before = state(case)
    people = len(readings.list_records(case, ANN, "people"))
    done = acts.promote(case, ANN, ["D3:2"])
    assert [made.label for made in done.made] == ["E4"]
    made = event(case, "E4")
    assert (made.title, made.when, made.description) == ("Courtesy call", "2016-09-08", "Embassy")
    assert {name for name, _, _ in made.who} == {"Sergei Karlov", "John Stone"}
    assert readings.list_records(case, ANN, "people")[-1]["name"] == "Sergei Karlov"
    assert len(readings.list_records(case, ANN, "people")) == people + 1
    (evidence,) = made.evidence
    assert (evidence.mode, evidence.says) == ("scheduled", {"when": "2016-09-08"})
    assert evidence.words == 'v1,08/09/2016,"Karlov, Sergei",Embassy,John Stone,Courtesy call'
    anchor = evidence.citations[0].anchor
    assert anchor is not None
    text = readings.text_of(case, ANN, "D3", 0, 10_000)
    assert text[anchor.start : anchor.end] == anchor.exact == evidence.words
    assert (anchor.place.cell, anchor.place_end.cell) == ("A2", "F2")
    assert made.scheduled_only
    assert listed(case)[0]["label"] == "R1"
    assert listed(case)[0]["event"] == made.head.id
    assert verify.verify(case).ok
    acts.undo(case, ANN)
    assert state(case) == before


CALENDAR = """\
BEGIN:VCALENDAR
METHOD:PUBLISH
BEGIN:VEVENT
UID:toll
SUMMARY:Toll
 call
DTSTART:20161003T220000Z
DTEND:20161004T003000Z
RRULE:FREQ=WEEKLY;COUNT=3
ORGANIZER;CN=John Stone:mailto:john@stone.example
ATTENDEE;CN="Karlov, Sergei";PARTSTAT=ACCEPTED:mailto:sergei@embassy.example
ATTENDEE;CN=Anna Grant;PARTSTAT=DECLINED:mailto:anna@grant.example
END:VEVENT
BEGIN:VEVENT
UID:toll
RECURRENCE-ID:20161010T220000Z
SUMMARY:Tollcall
STATUS:CANCELLED
DTSTART:20161010T220000Z
END:VEVENT
END:VCALENDAR
"""


def test_an_occurrence_of_a_series_is_named_and_promoted_as_itself(case: OpenCase, tmp_path: Path) -> None:
    brought(case, tmp_path, CALENDAR, "team.ics")
    rows = listed(case)
    assert [(row["ref"], row["when"], row["mode"]) for row in rows] == [
        ("D3:3", "2016-10-03T22:00Z", "scheduled"),
        ("D3:14", "2016-10-10T22:00Z", "cancelled"),
        ("D3:3", "2016-10-17T22:00Z", "scheduled"),
    ]
    with pytest.raises(FactcheckError, match="stands for 2 rows") as refused:
        acts.promote(case, ANN, ["D3:3"])
    assert "D3:3#2 (2016-10-17T22:00Z)" in refused.value.detail
    acts.promote(case, ANN, [rows[2]["id"]])
    assert [row["event"] is not None for row in listed(case)] == [False, False, True]
    made = event(case, "E4")
    assert (made.when, {name for name, _, _ in made.who}) == (
        "2016-10-17T22:00Z",
        {"John Stone", "Sergei Karlov"},
    )
    assert acts.promote(case, ANN, ["D3:3#2"]).known[0].label == "E4"
    acts.promote(case, ANN, ["D3:14"])
    (evidence,) = event(case, "E5").evidence
    assert evidence.mode == "cancelled"
    assert evidence.words.startswith("BEGIN:VEVENT\nUID:toll\nRECURRENCE-ID")
    assert [row["mode"] for row in listed(case)] == ["scheduled", "cancelled", "scheduled"]
    with pytest.raises(FactcheckError, match="no row 3"):
        acts.promote(case, ANN, ["D3:3#3"])
    assert verify.verify(case).ok


def test_a_row_of_json_is_quoted_by_itself(case: OpenCase, tmp_path: Path) -> None:
    text = '{"visits": [{"day": "2016-09-08", "guest": "Hale"}, {"day": "2016-09-09", "guest": "Park"}]}'
    brought(case, tmp_path, text, "log.json", mode="attended")
    acts.promote(case, ANN, ["D3:2"])
    (evidence,) = event(case, "E4").evidence
    assert evidence.words == '{"day": "2016-09-09", "guest": "Park"}'


def test_rows_are_promoted_in_bulk_and_once(case: OpenCase, tmp_path: Path) -> None:
    brought(case, tmp_path, mode="attended")
    acts.link(case, ANN, "S1.C2", "D3:3")
    done = acts.promote(case, ANN, ["D3:2", "R1", "D3:3", "D3:5"])
    assert [made.label for made in done.made] == ["E4", "E5", "E6"]
    again = acts.promote(case, ANN, ["D3:2", "R1"])
    assert ([made.label for made in again.made], [made.label for made in again.known]) == ([], ["E4", "E5"])
    assert event(case, "E6").when is None
    assert {name for name, _, _ in event(case, "E6").who} == {"Dora Unger", "Jo Park", "John Stone"}
    offered = {one.label for one in readings.suggest(case, ANN, "S1.C2", 50)}
    assert not offered & {"D3:2", "D3:3", "R1"}
    assert event(case, "E5").established == "documented"


@pytest.mark.parametrize("ref", ["E1", "S1", "D3", "D3:99", "nothing"])
def test_what_is_no_row_is_not_promoted(case: OpenCase, tmp_path: Path, ref: str) -> None:
    brought(case, tmp_path)
    before = state(case)
    with pytest.raises(FactcheckError):
        acts.promote(case, ANN, ["D3:2", ref])
    assert state(case) == before


def test_a_chronology_leads_to_what_it_cites(case: OpenCase, tmp_path: Path) -> None:
    acts.edit(case, ANN, "D2", {"cite_as": "The Paper"})
    done = brought(case, tmp_path, CHRONOLOGY, "chronology.csv", mode="reported")
    assert (done.cited, done.unresolved) == (2, 1)
    (waiting,) = listed(case, unresolved=True)
    assert waiting["label"] == "D3:2"
    assert waiting["unresolved"] == [{"cite": "Nobody Dep. 4:5", "why": "no source of the case is called so"}]
    promoted = acts.promote(case, ANN, ["D3:2", "D3:3", "D3:4"])
    assert promoted.unresolved == [("D3:2", "Nobody Dep. 4:5")]
    assert promoted.unnamed == [("D3:3", "Hale, Grant and others")]
    aid, cited = event(case, "E4").evidence
    assert (aid.origin, aid.tier) == ("finding aid", None)
    assert aid.words.startswith("2016-09-08,The ambassador")
    assert (cited.origin, cited.citations[0].source_label, cited.tier) == (None, "D2", "4")
    assert cited.words.startswith(MEETING)
    whole = event(case, "E5").evidence[1]
    assert (whole.words, whole.citations[0].cite) == ("", "D2")
    assert len(event(case, "E6").evidence) == 1
    assert [one.origin for one in event(case, "E6").evidence] == [None]


def test_what_waits_resolves_when_its_source_comes(case: OpenCase, tmp_path: Path) -> None:
    brought(case, tmp_path, CHRONOLOGY, "chronology.csv", mode="reported")
    assert len(listed(case, unresolved=True)) == 1
    both = listed(case, unresolved=True)[0]["unresolved"]
    assert [one["cite"] for one in both] == ["The Paper, ¶1", "Nobody Dep. 4:5"]
    acts.edit(case, ANN, "D2", {"cite_as": "The Paper"})
    left = listed(case, unresolved=True)[0]["unresolved"]
    assert [one["cite"] for one in left] == ["Nobody Dep. 4:5"]


def test_a_row_whose_words_are_not_in_the_text_is_cited_by_its_number(
    case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.workbench.registering.original.TEXT_OF", 100)
    monkeypatch.setattr("factcheck.workbench.registering.original.HEAD", 80)
    done = brought(case, tmp_path)
    assert done.text_left_out
    assert readings.source_view(case, ANN, "D3").holes
    promoted = acts.promote(case, ANN, ["D3:5"])
    assert promoted.unanchored == ["D3:5"]
    (evidence,) = event(case, "E4").evidence
    assert evidence.citations[0].cite == "row 5 of D3, scheduled"
    assert verify.verify(case).ok


def test_a_name_of_two_people_is_not_guessed(case: OpenCase, tmp_path: Path) -> None:
    for n in range(2):
        acts.event(case, ANN, title=f"Talk {n}", who=[f"Sergei Karlov {n}"])
    for person in readings.list_records(case, ANN, "people"):
        if person["name"].startswith("Sergei Karlov"):
            acts.edit(case, ANN, person["label"], {"name": "Sergei Karlov"})
    brought(case, tmp_path)
    done = acts.promote(case, ANN, ["D3:2"])
    assert done.unnamed == [("D3:2", "Sergei Karlov")]
    assert event(case, done.made[0].label).evidence[0].says["who"] == "Sergei Karlov"


@pytest.mark.parametrize(
    ("name", "one"),
    [
        ("Anna Grant", True),
        ("Dr. Anna M. Grant", True),
        ("Anna Grant, Minister", False),
        ("Grant and Hale", False),
        ("Officials", False),
        ("Anna Grant (Tidewater)", False),
        ("3 officials", False),
    ],
)
def test_what_may_be_several_is_nobody(name: str, one: bool) -> None:
    assert is_one_person(name) is one


def test_the_diary_s_dates_are_said_where_they_are_asked(case: OpenCase, tmp_path: Path) -> None:
    brought(case, tmp_path, DIARY, asked=Asked(date_order="mdy"))
    assert listed(case)[0]["when"] == "2016-08-09"
    assert acts.promote(case, ANN, ["D3:2"]).made
    assert event(case, "E4").when == "2016-08-09"
