"""The events of a calendar as the rows of a table, those that recur each time they do.

`start` is the day, or the day and time with its distance from UTC where that is known. `zone` is the zone as
the file names it, `UTC`, or `floating` for a time that holds wherever one is; of a day it is empty. `end` of
an event of whole days is its last day. `uid` is the event's; of one occurrence of several its moment is
added (to the line of the event where it has no uid), and `recurrence_of` is the uid of the series. `status`
is as it stands (CONFIRMED, CANCELLED ...); a calendar that is itself a cancellation cancels its events.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from factcheck.core.table import Table, TableRow, UnreadRow
from factcheck.read.binary import is_binary
from factcheck.read.calendar import characters_rejoined
from factcheck.read.calendar_lines import Entries, Entry, entries_in
from factcheck.read.calendar_series import MOST, TROUBLE, YEARS, Series, occurrences_of
from factcheck.read.decode import decode
from factcheck.read.holes import not_text

COLUMNS = (
    "uid", "title", "start", "end", "zone", "all_day", "where", "organizer", "attendees", "status",
    "description", "recurrence_of",
)  # fmt: skip

MAX_ROWS = 500_000

_BATCH = 200
_LINE = "X-FACTCHECK-LINE"
_MAILTO = re.compile(r"mailto:", re.IGNORECASE)
_MOST_PEOPLE = 1_000


def read_calendar_table(data: bytes, name: str, *, years: int = YEARS, most: int = MOST) -> Table:
    """The events of a calendar. A series is followed for `years` years from its first day and for `most`
    occurrences; what lies beyond is told by an error among the rows, as is an event that cannot be read.

    Raises FactcheckError where the bytes are no text.
    """
    decoded = decode(characters_rejoined(data)[0])
    if is_binary(decoded.text):
        raise not_text(name)
    entries = entries_in(decoded.text.replace("\r\n", "\n").replace("\r", "\n"))
    return Table(name, COLUMNS, True, _bounded(_rows(entries, name, years, most), name))


def _bounded(rows: Iterator[TableRow | UnreadRow], name: str) -> Iterator[TableRow | UnreadRow]:
    for number, row in enumerate(rows):
        if number == MAX_ROWS:
            yield _told(name, "it has more", f"rows end after {MAX_ROWS:,}")
            return
        yield row


def _rows(entries: Entries, name: str, years: int, most: int) -> Iterator[TableRow | UnreadRow]:
    repeating = {event.uid for event in entries.events if event.repeats and event.uid}
    series: dict[str, list[Entry]] = {}
    for event in entries.events:
        if event.uid in repeating:
            series.setdefault(event.uid, []).append(event)
    batch: list[Entry] = []
    for event in entries.events:
        if not event.repeats and event.uid not in repeating:
            batch.append(event)
            if len(batch) < _BATCH:
                continue
        yield from _single(batch, entries, name)
        batch = []
        if not event.uid and event.repeats:
            yield from _recurring([event], entries, name, years, most)
        elif event.uid in repeating:
            for group in _series(series.pop(event.uid, [])):
                yield from _recurring(group, entries, name, years, most)
    yield from _single(batch, entries, name)
    if entries.zones_left_out:
        yield _told(name, f"{entries.zones_left_out:,} definitions of zones", "their rules are not followed")
    if entries.others:
        yield _told(name, f"{entries.others:,} to-dos and journal entries", "they are no events")


def _series(events: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Events with one UID, for each that is no change of another: what changes one of several goes with the
    first that repeats."""
    changes = [event for event in events if event.changes_another]
    masters = [event for event in events if not event.changes_another]
    first = next((event for event in masters if event.repeats), None)
    for event in masters:
        yield [event, *changes] if event is first else [event]
    if first is None and changes:
        yield changes


def _single(batch: Sequence[Entry], entries: Entries, name: str) -> Iterator[TableRow | UnreadRow]:
    for entry, event in zip(batch, _parsed(batch, entries), strict=True):
        yield _unread(entry, name) if event is None else _row(event, entry, entries)


def _recurring(
    group: Sequence[Entry], entries: Entries, name: str, years: int, most: int
) -> Iterator[TableRow | UnreadRow]:
    by_line = {str(entry.number): entry for entry in group}
    events = []
    for entry, event in zip(group, _parsed(group, entries), strict=True):
        if event is None:
            yield _unread(entry, name)
        else:
            event.pop(_LINE, None)
            event.add(_LINE, str(entry.number))
            events.append(event)
    if not events:
        return
    where = f"recurrences of line {group[0].number}, “{group[0].value('SUMMARY')[:60]}”"
    if any(entry.left_out for entry in group):
        yield _told(name, where, "a list of single dates is too long and left out")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = occurrences_of(events, years=years, most=most)
    except TROUBLE as error:
        found = Series((), f"they make no series: {str(error)[:200]}")
    if not found.occurrences and found.left_out:
        yield from (_row(event, by_line[str(event[_LINE])], entries) for event in events)
    for event in found.occurrences:
        yield _row(event, by_line[str(event[_LINE])], entries, recurs=True)
    if found.left_out:
        yield _told(name, where, found.left_out)


def _parsed(batch: Sequence[Entry], entries: Entries) -> list[Any]:
    """The events as icalendar's; None for one that it cannot read."""
    if not batch:
        return []
    events = _from_lines(batch, entries)
    if events is not None:
        return events
    return [(_from_lines([entry], entries) or [None])[0] for entry in batch]


def _from_lines(batch: Sequence[Entry], entries: Entries) -> list[Any] | None:
    from icalendar import Calendar
    from icalendar.timezone import tzp

    named = set().union(*(entry.zones for entry in batch))
    lines = ["BEGIN:VCALENDAR", *(text for name, text in entries.zones.items() if name in named)]
    for entry in batch:
        lines += ("BEGIN:VEVENT", *entry.lines, "END:VEVENT")
    lines.append("END:VCALENDAR")
    tzp.use_default()  # zones of the file read before are forgotten: the same bytes give the same rows
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            events = Calendar.from_ical("\r\n".join(lines)).walk("VEVENT")
    except TROUBLE:
        return None
    return events if len(events) == len(batch) else None


def _row(event: Any, entry: Entry, entries: Entries, *, recurs: bool = False) -> TableRow:
    start, end, zone, whole_day = _when(event, entry)
    status = _text(event, "STATUS").upper()
    uid = entry.uid
    if recurs:
        moment = _moment(event.get("RECURRENCE-ID"))
        uid = f"{uid or f'line {entry.number}'}/{_written(moment) if moment else start}"
    return TableRow(
        entry.number,
        (
            uid,
            _text(event, "SUMMARY"),
            start,
            end,
            zone,
            "yes" if whole_day else "no",
            _text(event, "LOCATION"),
            "; ".join(_people(event, "ORGANIZER")),
            "; ".join(_people(event, "ATTENDEE")),
            "CANCELLED" if entries.method == "CANCEL" else status,
            _text(event, "DESCRIPTION"),
            entry.uid if recurs else "",
        ),
    )


def _when(event: Any, entry: Entry) -> tuple[str, str, str, bool]:
    """Start, end, zone, and whether it is of whole days; a start that is no date is given as it stands."""
    begins = _moment(event.get("DTSTART"))
    if begins is None:
        return entry.value("DTSTART"), entry.value("DTEND"), "", False
    ends = _moment(event.get("DTEND"))
    if ends is None and isinstance(length := _part(event.get("DURATION"), "dt"), timedelta):
        try:
            ends = begins + length
        except OverflowError:
            ends = None
    if not isinstance(begins, datetime):
        if ends is not None and not isinstance(ends, datetime):
            ends = max(begins, ends - timedelta(days=1))
        return begins.isoformat(), _written(ends) if ends else "", "", True
    named = "floating" if begins.utcoffset() is None else str(begins.tzname() or "UTC")
    return _written(begins), _written(ends) if ends else entry.value("DTEND"), entry.zone or named, False


def _moment(prop: Any) -> date | None:
    moment = _part(prop[0] if isinstance(prop, list) and prop else prop, "dt")
    return moment if isinstance(moment, date) else None


def _part(prop: Any, name: str) -> Any:
    """A part of a property; None where it is not there, or the property is broken."""
    try:
        return getattr(prop, name, None)
    except TROUBLE:
        return None


def _written(moment: date) -> str:
    if isinstance(moment, datetime) and moment.tzname() == "UTC":
        return f"{moment.replace(tzinfo=None).isoformat()}Z"
    return moment.isoformat()


def _text(event: Any, name: str) -> str:
    """The first value of a property, as it is meant."""
    value = event.get(name, "")
    value = value[0] if isinstance(value, list) and value else value
    return str(value).strip()


def _people(event: Any, name: str) -> Iterator[str]:
    """`Name <address> (declined)`, as far as each is known."""
    found = event.get(name, [])
    for one in (found if isinstance(found, list) else [found])[:_MOST_PEOPLE]:
        params = _part(one, "params") or {}
        called, address = str(params.get("CN", "")).strip(), _MAILTO.sub("", str(one)).strip()
        answer = str(params.get("PARTSTAT", "")).lower()
        shown = f"{called} <{address}>" if called and address and called != address else called or address
        if shown:
            yield f"{shown} ({answer})" if answer not in ("", "needs-action") else shown


def _unread(entry: Entry, name: str) -> UnreadRow:
    return _told(name, f"the event at line {entry.number}", "it cannot be read")


def _told(name: str, what: str, why: str) -> UnreadRow:
    return UnreadRow(name, what, why, "The reading text of the calendar has all of it.")
