"""Calendars: the file as it stands with its lines unfolded, and its events as rows."""

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.anchors import anchor_in
from factcheck.core.document import Document
from factcheck.core.mapping import document_from_map, map_json, original_text
from factcheck.core.table import TableRow
from factcheck.errors import FactcheckError
from factcheck.read.calendar_table import COLUMNS, read_calendar_table
from factcheck.read.decode import decode
from factcheck.read.door import read_bytes, read_path

MEETING = """BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Diary of the Secretary\\, 2017
BEGIN:VEVENT
UID:m1
DTSTART;TZID=America/New_York:20170308T093000
DTEND;TZID=America/New_York:20170308T100000
SUMMARY:Meeting with the ambass
 ador\\, alone
LOCATION:Room 4
ORGANIZER;CN=Ada Quill:MAILTO:ada@q.example
ATTENDEE;CN="Orla, Ben";PARTSTAT=DECLINED:mailto:ben@o.example
ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:c@d.example
STATUS:CONFIRMED
DESCRIPTION:First line\\nsecond\\; line
BEGIN:VALARM
TRIGGER:-PT10M
DESCRIPTION:Reminder
END:VALARM
END:VEVENT
END:VCALENDAR
"""


def read(text: str | bytes) -> Document:
    return read_bytes(text.encode() if isinstance(text, str) else text, "a.ics")


def calendar(*events: str, head: str = "") -> str:
    within = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\n{head}{within}END:VCALENDAR\n"


def all_rows(text: str | bytes, **bounds: int) -> Iterator[TableRow | FactcheckError]:
    return read_calendar_table(text.encode() if isinstance(text, str) else text, "a.ics", **bounds).rows


def rows(text: str | bytes, **bounds: int) -> list[dict[str, str]]:
    return [
        dict(zip(COLUMNS, row.cells, strict=True))
        for row in all_rows(text, **bounds)
        if isinstance(row, TableRow)
    ]


def told(text: str | bytes, **bounds: int) -> list[str]:
    return [row.detail for row in all_rows(text, **bounds) if isinstance(row, FactcheckError)]


def starts(text: str | bytes, **bounds: int) -> list[str]:
    return [row["start"] for row in rows(text, **bounds)]


def check(document: Document, source: str | None = None) -> None:
    if source is not None:
        assert original_text(document) == source
    offsets = [mark.start for mark in document.marks]
    assert offsets == sorted(set(offsets))
    numbers = [mark.place.paragraph for mark in document.marks if mark.place.paragraph]
    assert numbers == list(range(1, len(numbers) + 1))
    for mark in document.marks:
        anchor = anchor_in(document.text, document, "D1", mark.start, mark.start + 1)
        assert document.text[anchor.start : anchor.end] == anchor.exact
        assert anchor.place == mark.place
    again = document_from_map(
        document.name, document.kind, sha256=document.sha256, size=document.size, text=document.text,
        map_text=map_json(document), title=document.title,
    )  # fmt: skip
    assert again == document


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_text_is_the_file_with_its_lines_unfolded(newline: str) -> None:
    source = "\ufeff" + MEETING.replace("\n", newline)
    document = read(source)
    assert document.text == MEETING.replace("\n ", "")
    assert (document.kind, document.title, document.reader) == (
        "calendar", "Diary of the Secretary, 2017", "calendar/2",
    )  # fmt: skip
    where = document.text.index("Meeting with the ambassador")
    assert document.place_at(where).paragraph == 1
    assert document.place_at(0).paragraph is None
    assert document.place_at(len(document.text) - 2).paragraph is None
    assert not document.holes
    check(document, source)


@pytest.mark.parametrize("text", ["BEGIN:VCALENDAR opens a calendar.", "He wrote:\nBEGIN:VEVENT\n"])
def test_what_only_speaks_of_calendars_is_text(text: str) -> None:
    assert read(text).reader == "text/1"


def test_an_event_as_a_row() -> None:
    (row,) = all_rows(MEETING)
    assert isinstance(row, TableRow)
    assert row.number == 4
    assert dict(zip(COLUMNS, row.cells, strict=True)) == {
        "uid": "m1",
        "title": "Meeting with the ambassador, alone",
        "start": "2017-03-08T09:30:00-05:00",
        "end": "2017-03-08T10:00:00-05:00",
        "zone": "America/New_York",
        "all_day": "no",
        "where": "Room 4",
        "organizer": "Ada Quill <ada@q.example>",
        "attendees": "Orla, Ben <ben@o.example> (declined); c@d.example",
        "status": "CONFIRMED",
        "description": "First line\nsecond; line",
        "recurrence_of": "",
    }


@pytest.mark.parametrize(
    ("lines", "start", "end", "zone", "all_day"),
    [
        ("DTSTART:20170308T143000Z", "2017-03-08T14:30:00Z", "", "UTC", "no"),
        ("DTSTART:20170308T143000", "2017-03-08T14:30:00", "", "floating", "no"),
        ("DTSTART;VALUE=DATE:20170308", "2017-03-08", "", "", "yes"),
        ("DTSTART;VALUE=DATE:20170308\nDTEND;VALUE=DATE:20170309", "2017-03-08", "2017-03-08", "", "yes"),
        ("DTSTART;VALUE=DATE:20170308\nDTEND;VALUE=DATE:20170311", "2017-03-08", "2017-03-10", "", "yes"),
        ("DTSTART;VALUE=DATE:20170308\nDTEND;VALUE=DATE:20170308", "2017-03-08", "2017-03-08", "", "yes"),
        (
            "DTSTART:20170308T143000Z\nDURATION:PT45M", "2017-03-08T14:30:00Z", "2017-03-08T15:15:00Z", "UTC",
            "no",
        ),
        ("DTSTART:20170308T143000Z\nDTEND:later", "2017-03-08T14:30:00Z", "later", "UTC", "no"),
        ("DTSTART;TZID=Nowhere/Land:20170308T143000", "2017-03-08T14:30:00", "", "Nowhere/Land", "no"),
        (
            "DTSTART;TZID=Eastern Standard Time:20170708T143000", "2017-07-08T14:30:00-04:00", "",
            "Eastern Standard Time", "no",
        ),
        (
            'DTSTART;TZID="/vendor.example/Europe/Vienna":20170708T143000', "2017-07-08T14:30:00+02:00", "",
            "/vendor.example/Europe/Vienna", "no",
        ),
        ("DTSTART:March 8 2017", "March 8 2017", "", "", "no"),
        ("SUMMARY:no time at all", "", "", "", "no"),
        ("DTSTART:20170308T143000\nDTSTART:20170309T143000", "2017-03-08T14:30:00", "", "floating", "no"),
    ],
)  # fmt: skip
def test_times(lines: str, start: str, end: str, zone: str, all_day: str) -> None:
    (row,) = rows(calendar(f"UID:1\n{lines}"))
    assert (row["start"], row["end"], row["zone"], row["all_day"]) == (start, end, zone, all_day)


ZONE = """BEGIN:VTIMEZONE
TZID:Office
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0400
TZOFFSETTO:+0330
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0330
TZOFFSETTO:+0400
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE
"""


def test_a_zone_that_the_file_defines() -> None:
    event = "UID:1\nDTSTART;TZID=Office:20170708T143000"
    (row,) = rows(calendar(event, head=ZONE))
    assert (row["start"], row["zone"]) == ("2017-07-08T14:30:00+04:00", "Office")
    (row,) = rows(calendar(event))  # and no other file
    assert (row["start"], row["zone"]) == ("2017-07-08T14:30:00", "Office")


def test_a_zone_whose_rule_would_never_end_is_left_out_and_told() -> None:
    hostile = ZONE.replace("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")
    source = calendar("UID:1\nDTSTART;TZID=Office:20170708T143000", head=hostile)
    assert starts(source) == ["2017-07-08T14:30:00"]
    assert "definitions of zones" in told(source)[0]


WEEKLY = (
    "UID:w\nSUMMARY:Standing call\nDTSTART;TZID=America/New_York:20170227T093000\nRRULE:FREQ=WEEKLY;COUNT=4"
)


def test_a_series_has_a_row_for_each_time_with_the_clock_of_its_zone() -> None:
    found = rows(calendar(WEEKLY))
    assert [row["start"] for row in found] == [
        "2017-02-27T09:30:00-05:00", "2017-03-06T09:30:00-05:00", "2017-03-13T09:30:00-04:00",
        "2017-03-20T09:30:00-04:00",
    ]  # fmt: skip
    assert {row["recurrence_of"] for row in found} == {"w"}
    assert found[2]["uid"] == "w/2017-03-13T09:30:00-04:00"
    assert {row["zone"] for row in found} == {"America/New_York"}
    assert told(calendar(WEEKLY)) == []


def test_exceptions_additions_and_changes() -> None:
    master = (
        f"{WEEKLY}\nEXDATE;TZID=America/New_York:20170306T093000\nRDATE;TZID=America/New_York:20170401T120000"
    )
    moved = (
        "UID:w\nRECURRENCE-ID;TZID=America/New_York:20170313T093000\nSUMMARY:Moved\n"
        "DTSTART;TZID=America/New_York:20170314T110000\nSTATUS:CANCELLED"
    )
    source = calendar(master, "UID:other\nDTSTART:20170301T000000Z", moved)
    found = {row["start"]: row for row in rows(source)}
    assert list(found) == [
        "2017-02-27T09:30:00-05:00", "2017-03-14T11:00:00-04:00", "2017-03-20T09:30:00-04:00",
        "2017-04-01T12:00:00-04:00",
        "2017-03-01T00:00:00Z",
    ]  # fmt: skip
    changed = found["2017-03-14T11:00:00-04:00"]
    assert (changed["title"], changed["status"]) == ("Moved", "CANCELLED")
    assert changed["uid"] == "w/2017-03-13T09:30:00-04:00"
    numbers = {row.cells[1]: row.number for row in all_rows(source) if isinstance(row, TableRow)}
    lines = source.split("\n")
    assert lines[numbers["Moved"] - 1] == "BEGIN:VEVENT" and lines[numbers["Moved"] + 2] == "SUMMARY:Moved"


def test_a_changed_occurrence_alone() -> None:
    (row,) = rows(calendar("UID:w\nRECURRENCE-ID:20170313T093000Z\nDTSTART:20170314T110000Z"))
    assert (row["start"], row["uid"]) == ("2017-03-14T11:00:00Z", "w/2017-03-13T09:30:00Z")


def test_two_events_with_one_uid_are_both_there() -> None:
    daily = "UID:w\nSUMMARY:{}\nDTSTART;VALUE=DATE:20170{}01\nRRULE:FREQ=DAILY;COUNT=2"
    found = rows(
        calendar(daily.format("a", 3), daily.format("b", 4), "UID:w\nSUMMARY:c\nDTSTART:20170501T000000Z")
    )
    assert [(row["title"], row["start"]) for row in found] == [
        ("a", "2017-03-01"), ("a", "2017-03-02"), ("b", "2017-04-01"), ("b", "2017-04-02"),
        ("c", "2017-05-01T00:00:00Z"),
    ]  # fmt: skip


def test_a_series_without_end_ends_where_it_is_said() -> None:
    yearly = "UID:y\nSUMMARY:Holiday\nDTSTART;VALUE=DATE:20170704\nRRULE:FREQ=YEARLY"
    assert starts(calendar(yearly))[:2] == ["2017-07-04", "2018-07-04"]
    assert len(starts(calendar(yearly))) == 20
    assert told(calendar(yearly)) == [
        "a.ics, recurrences of line 2, “Holiday”: it goes on after 2037-07-04, where its rows end."
    ]
    assert len(starts(calendar(yearly), years=3)) == 3
    daily = yearly.replace("YEARLY", "DAILY")
    assert len(starts(calendar(daily), most=50)) == 50
    assert "only its first 50 occurrences" in told(calendar(daily), most=50)[0]


def test_a_night_into_the_new_year_is_one_row() -> None:
    party = "UID:p\nDTSTART:20161231T220000\nDTEND:20170101T030000\nRRULE:FREQ=YEARLY;COUNT=3"
    assert starts(calendar(party)) == ["2016-12-31T22:00:00", "2017-12-31T22:00:00", "2018-12-31T22:00:00"]


def test_what_is_added_after_the_end_is_told() -> None:
    added = "UID:a\nSUMMARY:x\nDTSTART:20170301T100000Z\nRDATE:20170401T100000Z,20990401T100000Z"
    assert starts(calendar(added)) == ["2017-03-01T10:00:00Z", "2017-04-01T10:00:00Z"]
    assert "goes on after 2037-03-01" in told(calendar(added))[0]


def test_a_list_of_dates_beyond_any_use_is_left_out_and_told() -> None:
    added = "UID:a\nSUMMARY:x\nDTSTART:20170301T100000Z\nRDATE:" + "20170401T100000Z," * 30_000
    assert starts(calendar(added)) == ["2017-03-01T10:00:00Z"]
    assert "too long and left out" in told(calendar(added))[0]


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("FREQ=SECONDLY", "not followed"),
        ("FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "not followed"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "does not come true"),
        ("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31", "does not come true"),
        (f"FREQ=DAILY;BYHOUR={','.join(map(str, range(24)))};BYMINUTE=0,30", "48 times a day"),
        ("FREQ=SOMETIMES", "not followed"),
        ("FREQ=DAILY;INTERVAL=x", "not followed"),
        ("FREQ=DAILY;INTERVAL=0", "not followed"),
        ("FREQ=DAILY;BYDAY=XX", "not followed (FREQ=DAILY;BYDAY=XX)"),
        ("FREQ=WEEKLY;BYSETPOS=300;BYDAY=MO", "does not come true"),
        ("FREQ=DAILY;BYMONTHDAY=77", "does not come true"),
        ("FREQ=WEEKLY;BYSETPOS=400", "make no series"),
        ("nonsense", "not followed"),
        ("", "not followed"),
    ],
)
def test_rules_that_cannot_be_followed_leave_the_event_itself(rule: str, why: str) -> None:
    source = calendar(f"UID:s\nSUMMARY:x\nDTSTART:20170301T100000Z\nRRULE:{rule}")
    began = time.process_time()
    assert starts(source) == ["2017-03-01T10:00:00Z"]
    (detail,) = told(source)
    assert why in detail
    assert time.process_time() - began < 10


def test_a_calendar_that_cancels() -> None:
    (row,) = rows(calendar("UID:1\nDTSTART:20170301T100000Z\nSTATUS:CONFIRMED", head="METHOD:CANCEL\n"))
    assert row["status"] == "CANCELLED"


def test_an_event_has_the_line_of_the_file_at_which_it_begins() -> None:
    source = calendar("UID:1\nSUMMARY:Toll\nDESCRIPTION:one\n  two\n  three", "UID:2\nSUMMARY:Bridge")
    document = read(source)
    lines = [mark.place.line for mark in document.marks if mark.place.line]
    assert lines == [str(row.number) for row in all_rows(source) if isinstance(row, TableRow)]
    assert [source.split("\n")[int(line) - 1] for line in lines] == ["BEGIN:VEVENT"] * 2
    for mark in document.marks:
        if mark.place.line:
            assert document.text.startswith("BEGIN:VEVENT", mark.start)


def test_to_dos_are_told() -> None:
    source = "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:t\nEND:VTODO\nEND:VCALENDAR\n"
    assert rows(source) == []
    assert "to-dos" in told(source)[0]
    assert read(source).place_at(20).paragraph == 1


def test_broken_properties_do_not_hide_the_event() -> None:
    source = calendar(
        "UID:1\nDTSTART:20170301T100000Z\nDTEND:never\nGEO:here\nno property at all\nATTENDEE\n"
        'SUMMARY;X="a:Kept',
        "SUMMARY:No UID\nDTSTART:20170302T100000Z\nRRULE:FREQ=DAILY;COUNT=2",
    )
    found = rows(source)
    assert [row["start"] for row in found] == [
        "2017-03-01T10:00:00Z", "2017-03-02T10:00:00Z", "2017-03-03T10:00:00Z",
    ]  # fmt: skip
    assert [row["uid"] for row in found] == [
        "1", "line 11/2017-03-02T10:00:00Z", "line 11/2017-03-03T10:00:00Z",
    ]  # fmt: skip


def test_an_event_without_its_end() -> None:
    source = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\nBEGIN:VEVENT\nSUMMARY:b\nBEGIN:VALARM\nSUMMARY:no\n"
        "END:VCALENDAR\n"
    )
    assert [row["title"] for row in rows(source)] == ["a", "b"]
    (hole,) = read(source).holes
    assert (hole.what, hole.count) == ("unended", 2)


def test_a_file_within_is_cut_and_told() -> None:
    source = calendar("UID:1\nATTACH;ENCODING=BASE64;VALUE=BINARY:SSBkaWQ\n gbm90Lg==\nSUMMARY:x")
    document = read(source)
    assert "ATTACH;ENCODING=BASE64;VALUE=BINARY:\nSUMMARY:x" in document.text
    assert [(hole.what, hole.count) for hole in document.holes] == [("attachment", 1)]
    check(document, source)


def test_a_character_that_a_fold_divides_is_whole() -> None:
    data = calendar("UID:1\nSUMMARY:Caf\u00e9 visit").encode().replace(b"\xc3\xa9", b"\xc3\r\n \xa9")
    document = read(data)
    assert "SUMMARY:Café visit" in document.text
    assert [(hole.what, hole.count) for hole in document.holes] == [("split-characters", 1)]
    assert document.size == len(data)
    assert rows(data)[0]["title"] == "Café visit"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(calendar(*["UID:same\nDTSTART:20170301T100000Z"] * 2_000), id="one UID"),
        pytest.param(
            calendar("UID:s\nDTSTART:20170301T100000Z\nRRULE:FREQ=DAILY", *[
                f"UID:s\nRECURRENCE-ID:2017{n % 12 + 1:02}01T100000Z\nDTSTART:20170301T110000Z"
                for n in range(500)
            ]),
            id="changes",
        ),
        pytest.param("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 5_000, id="begins"),
        pytest.param(calendar("BEGIN:X\n" * 20_000 + "SUMMARY:x"), id="depth"),
        pytest.param(calendar("DESCRIPTION:" + "\n a" * 30_000), id="folds"),
        pytest.param(calendar("ATTENDEE" + ";A=b" * 20_000 + ":mailto:x"), id="parameters"),
        pytest.param(
            calendar("UID:s\nDTSTART:20170301T100000Z\nRDATE:" + ",".join(["20170301T100000Z"] * 20_000)),
            id="additions",
        ),
        pytest.param(calendar(*["UID:1\nDTSTART:20170301T100000Z"], head=ZONE * 300), id="zones"),
    ],
)  # fmt: skip
def test_time_is_bounded(source: str) -> None:
    began = time.process_time()
    check(read(source), source)
    assert sum(1 for _ in all_rows(source)) < 6_000
    assert time.process_time() - began < 30


LINES = st.sampled_from([
    "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM", "BEGIN:VTIMEZONE", "END:VTIMEZONE",
    "TZID:Office", "UID:1", "UID:2", "DTSTART:20170301T100000Z", "DTSTART;VALUE=DATE:20170301",
    "DTSTART;TZID=Office:20170301T100000", "DTSTART:x", "DTSTART;VALUE=PERIOD:20170301T100000Z/PT1H",
    "DTEND;VALUE=DATE:20170303", "DTEND:20170201T000000Z", "DURATION:-P1W", "DURATION:x",
    "RRULE:FREQ=DAILY;COUNT=3", "RRULE:FREQ=MONTHLY;BYDAY=5MO;UNTIL=20180101", "RRULE:",
    "RDATE:20170401T000000", "RDATE;VALUE=PERIOD:20170301T100000Z/PT1H", "EXDATE:20170302T100000Z",
    "RECURRENCE-ID:20170302T100000Z", "STATUS:CANCELLED",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:20170302T100000Z", "SEQUENCE:x", "SUMMARY:a\\,b", "SUMMARY",
    " folded", "\tfolded", "", "ATTENDEE;CN=A:mailto:a@b.example", "METHOD:CANCEL", "END:VCALENDAR",
    "BEGIN:VCALENDAR", "BEGIN:VTODO", "DTSTART:99990301", "RRULE:FREQ=DAILY;INTERVAL=0",
    "RRULE:FREQ=WEEKLY;BYDAY=XX",
])  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(LINES, max_size=30))
def test_any_sequence_of_lines(lines: list[str]) -> None:
    source = "\r\n".join(["BEGIN:VCALENDAR", *lines])
    check(read(source), source)
    for row in all_rows(source):
        if isinstance(row, TableRow):
            assert len(row.cells) == len(COLUMNS)
            assert source.split("\r\n")[row.number - 1].startswith("BEGIN:VEVENT")


def test_mutated_calendars() -> None:
    chance = random.Random(3)
    whole = calendar(
        WEEKLY, MEETING.split("BEGIN:VEVENT\n")[1].split("END:VEVENT")[0].strip(), head=ZONE
    ).encode()
    for _ in range(120):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(data))
            if chance.random() < 0.6:
                data[at] = chance.randrange(256)
            else:
                del data[at : at + chance.randint(1, 40)]
        try:
            check(read(bytes(data)))
            for row in read_calendar_table(bytes(data), "a.ics").rows:
                assert isinstance(row, TableRow | FactcheckError)
        except FactcheckError as refused:
            assert refused.title and refused.detail


GOLD = os.environ.get("FACTCHECK_GOLD")


@pytest.mark.skipif(not GOLD, reason="FACTCHECK_GOLD is not set")
@pytest.mark.parametrize(
    ("name", "events"),
    [
        ("Germany.ics", 159), ("fablab_cottbus.ics", 28), ("icalendar-time.ics", 0),
        ("icalendar-timezoned.ics", 1),
        ("icalendar-issue_53_description_parsed_properly.ics", 1),
    ],
)  # fmt: skip
def test_real_calendars(name: str, events: int) -> None:
    assert GOLD is not None
    data, document = read_path(Path(GOLD) / "data" / "events" / name)
    decoded = decode(data)
    check(document, decoded.mark + decoded.text)
    assert sum(1 for mark in document.marks if mark.place.paragraph) == events == data.count(b"BEGIN:VEVENT")
    found = [row for row in all_rows(data) if isinstance(row, TableRow)]
    assert len({row.number for row in found}) == events
    lines = data.splitlines()
    for row in found:
        assert lines[row.number - 1] == b"BEGIN:VEVENT"
        assert row.cells[2][:4].isdigit()
