"""A calendar taken apart into its events, line by line: no parser for what surrounds them can then fail.

Alarms are left out, an event without an end is given one, and of time zones only those are kept whose rules
can be followed at a bounded cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

LONGEST_ZONE = 100_000
"""Characters of one time zone; the history of the longest has some ten thousand."""

LONGEST_DATES = 400_000
"""Characters of one list of single dates to add or leave out: some 25,000 of them."""

MAX_ZONES = 200

_PROPERTY = re.compile(r"([A-Za-z0-9-]{1,60})(?:;[^:]*)?:(.*)", re.DOTALL)
_RULE = re.compile(
    r"RRULE:FREQ=YEARLY(?:;(?:INTERVAL=1|WKST=[A-Z]{2}|UNTIL=[0-9TZ]{8,16}|BYMONTH=(?:[1-9]|1[0-2])|"
    r"BYDAY=[+-]?[1-4]?(?:MO|TU|WE|TH|FR|SA|SU)|BYMONTHDAY=(?:1?[1-9]|[12]0|2[0-8])(?:,(?:1?[1-9]|[12]0|2[0-8]))*))*",
    re.IGNORECASE,
)
_ZONE = re.compile(r';TZID=("[^"]*"|[^;:]*)', re.IGNORECASE)
_REPEATS = frozenset({"RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"})


@dataclass(slots=True)
class Entry:
    """One event: the line at which it begins (from 1), its own lines unfolded, without alarms. `left_out`
    counts lists of single dates that are too long to be followed."""

    number: int
    lines: list[str] = field(default_factory=list)
    uid: str = ""
    repeats: bool = False
    left_out: int = 0

    def value(self, name: str) -> str:
        """The first value of a property as it is written; "" where there is none."""
        for line in self.lines:
            found = _PROPERTY.fullmatch(line)
            if found and found[1].upper() == name:
                return found[2].strip()
        return ""

    @property
    def changes_another(self) -> bool:
        """Whether it is one occurrence of a series that another event makes, changed."""
        return bool(self.value("RECURRENCE-ID"))

    @property
    def zone(self) -> str:
        """The zone of its beginning as it is written; "" where none is named."""
        for line in self.lines:
            if line[:8].upper() == "DTSTART;" and (found := _ZONE.search(line)):
                return found[1].strip('"')
        return ""

    @property
    def zones(self) -> set[str]:
        """All zones that its times name."""
        return {found[1].strip('"') for line in self.lines if (found := _ZONE.search(line))}


@dataclass(slots=True)
class Entries:
    """The events of a file in order, its time zones as text by their names, and what else is in it."""

    events: list[Entry] = field(default_factory=list)
    zones: dict[str, str] = field(default_factory=dict)
    zones_left_out: int = 0
    others: int = 0
    method: str = ""


def entries_in(text: str) -> Entries:
    """The entries of a calendar whose line ends are LF."""
    entries = Entries()
    event: Entry | None = None
    zone: list[str] | None = None
    within: list[str] = []
    for number, line in _unfolded(text):
        found = _PROPERTY.fullmatch(line)
        name, value = (found[1].upper(), found[2].strip().upper()) if found else ("", "")
        if name == "BEGIN" and value == "VEVENT":
            event, within = Entry(number), []
            entries.events.append(event)
        elif name == "BEGIN" and value == "VTIMEZONE":
            event, zone = None, []
        elif name == "END" and value in ("VEVENT", "VCALENDAR"):
            event, zone, within = None, None, []
        elif name == "END" and value == "VTIMEZONE":
            _keep_zone(zone, entries)
            zone = None
        elif zone is not None:
            zone.append(line)
        elif event is None:
            entries.others += name == "BEGIN" and value in ("VTODO", "VJOURNAL")
            if name == "METHOD":
                entries.method = value
        elif name == "BEGIN":
            within.append(value)
        elif name == "END":
            if within:
                within.pop()
        elif not within and found:
            event.repeats = event.repeats or name in _REPEATS
            if name in ("RDATE", "EXDATE") and len(line) > LONGEST_DATES:
                event.left_out += 1
                continue
            event.lines.append(line)
            event.uid = event.uid or (found[2].strip() if name == "UID" else "")
    return entries


def _keep_zone(zone: list[str] | None, entries: Entries) -> None:
    if zone is None:
        return
    rules = [line for line in zone if line.upper().startswith("RRULE")]
    followed = all(_RULE.fullmatch(rule.strip()) for rule in rules)
    text = "\r\n".join(("BEGIN:VTIMEZONE", *zone, "END:VTIMEZONE"))
    name = next((line[5:].strip() for line in zone if line[:5].upper() == "TZID:"), "")
    if followed and len(text) <= LONGEST_ZONE and len(entries.zones) < MAX_ZONES:
        entries.zones.setdefault(name, text)
    else:
        entries.zones_left_out += 1


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their continuations, each with the number of the line where it begins."""
    pieces: list[str] = []
    begun = 1
    for number, line in enumerate(text.split("\n"), 1):
        if line[:1] in (" ", "\t") and pieces:
            pieces.append(line[1:])
            continue
        if pieces:
            yield begun, "".join(pieces)
        pieces, begun = [line], number
    yield begun, "".join(pieces)
