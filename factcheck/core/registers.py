"""Registers: which word over a column means which field, and by what the same sort of table is known again.

A register is a table of happenings that somebody kept: visitors, a minister's meetings, a court's calendar, a
chronology. Rules only: no file and no case is looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from factcheck.core.entry import sha256
from factcheck.core.words import fold
from factcheck.errors import FactcheckError

FIELDS: Mapping[str, str] = {
    "when": "the day, or day and time, or a period",
    "time": "the time of day, where the day stands elsewhere",
    "year": "the year, where month and day stand elsewhere",
    "month": "the month, by number or name",
    "day": "the day of the month",
    "end": "the day, or day and time, at which it ended",
    "end-time": "the time of day at which it ended",
    "title": "what it was: subject, purpose, name of the case",
    "who": "who took part: visitor, guest, caller",
    "who-first": "their first name",
    "who-middle": "their middle name",
    "who-last": "their last name",
    "with": "whom they met: minister, official, person visited",
    "with-first": "that person's first name",
    "with-middle": "that person's middle name",
    "with-last": "that person's last name",
    "organisation": "for whom or what they came",
    "where": "the place",
    "status": "what became of it: a column of states (cancelled, no show), or the day it was called off",
    "id": "what the register itself knows a row by",
    "cite": "where it is documented: Smith Dep. 45:12; ABC0001234; D3 p. 4",
    "note": "anything else worth showing",
}
"""What a column may hold."""

ALSO_CALLED: Mapping[str, str] = {
    "date": "when",
    "start": "when",
    "subject": "title",
    "purpose": "title",
    "people": "who",
    "first": "who-first",
    "middle": "who-middle",
    "last": "who-last",
    "organization": "organisation",
    "place": "where",
    "location": "where",
    "notes": "note",
    "citation": "cite",
}
"""Other names of fields, as people type them."""

Mapped = Mapping[str, tuple[str, ...]]
"""The columns of each field, in the order in which their cells are joined."""

DATED = ("when", "year", "month", "day")
"""Fields of which one at least dates a row."""

DATES, TIMES = ("when", "end"), ("time", "end-time")
"""Fields whose cells are dates, and those whose cells are times of day."""

PARTS = ("first", "middle", "last")
"""The columns that make one name between them, as they end a field's name."""

# What is written over a column, by field: phrases of folded words, the more telling ones longer.
_HEADERS: Mapping[str, str] = {
    "when": """date; when; start; start date; date start; date from; start date time; date time;
    datetime; date and time; timestamp; meeting date; date of meeting; date of the meeting; event date;
    date of event; visit date; date of visit; appt start; appt start date; appointment start;
    appointment start date; appointment date; dtstart; hearing date; date of hearing; court date;
    communication date; date of communication; contact date; date of contact; call date; date of call;
    scheduled date; toa; arrival; arrived; arrival date; check in; checked in; flight date; date of
    flight; entry time; time of arrival; datum; fecha; data; date de la reunion; date de la rencontre;
    datum des treffens; beginn""",
    "time": """time; start; begin; from; start time; time start; scheduled time; meeting time; hearing
    time; time of meeting; time of hearing; time of call; time in; time from; from time; uhrzeit; zeit;
    heure; hora""",
    "year": "year; jahr; annee; ano",
    "month": "month; monat; mois; mes",
    "day": "day; day of month; tag; jour; dia",
    "end": """end; end date; date end; date to; end date time; appt end; appt end date; appointment end;
    appointment end date; dtend; finish; finished; until; ended; tod; departure date; time of departure;
    ende; fin""",
    "end-time": """end time; end; finish; to; until; time end; finish time; time out; time to; to time;
    departure time; departed; check out; checked out""",
    "title": """subject; title; purpose; event; meeting; meeting title; topic; topics; topics discussed;
    topic discussed; issues discussed; matters discussed; summary; matter; reason; purpose of meeting;
    purpose of the meeting; purpose of visit; reason for visit; subject of meeting; subject of the
    meeting; subject matter; subject matters; subjects; nature of meeting; agenda; appointment;
    activity; engagement; case name; case title; case; style of case; parties; proceeding; proceedings;
    hearing type; type of hearing; fact; what; description; details; objet; betreff; asunto; thema;
    sujet; anlass""",
    "who": """name; names; visitor; visitors; visitor name; name of visitor; attendee; attendees;
    participant; participants; who; guest; guests; guest name; guest list; attendance; people; people
    involved; present; in attendance; attended by; person; persons; persons met; person met; individual;
    individuals; name of individual; caller; attending; required attendees; invitee; invitees; named;
    lobbyist; lobbyists; registrant; registrant name; passenger; passengers; passenger name; witness;
    other attendees; external attendees; representatives; full name; nom; asistentes; teilnehmer;
    besucher; participante; nom du visiteur""",
    "with": """with; met with; meeting with; minister; ministers; name of minister; minister name;
    official; officials; name of official; organizer; organiser; meeting organizer; visitee; visitee name;
    person visited; visited; host; hosts; host name; employee; commissioner;
    name of commissioner; commissioner or cabinet member; cabinet member;
    member of cabinet; members present; name of member; judge; presiding judge; magistrate; senior
    official; permanent secretary; special adviser; dpoh; dpoh name; designated public office holder;
    designated public office holder name; public office holder; public official; official name;
    principal; called; person called; callee; staff member; escort; staff contact; to see; here to see;
    minister met; gastgeber; ministre; ministro""",
    "organisation": """organisation; organization; organisations; organizations; company; employer;
    affiliation; entity; entities; firm; institution; client; client name; organisation met;
    organisations met; person or organisation; person or organization; organisation represented;
    organization represented; organization met; name of organisation; name of organization; name of
    organisations; name of external organisation; name of organisation or individual; name of individual
    or organisation; organisation or individual; entity met; entities met; interest representatives;
    interest representative; name of interest representative; representing; on behalf of; group;
    organisme; organizacion; unternehmen; entidad; verband""",
    "where": """location; place; where; venue; room; meeting loc; meeting location; courtroom; court
    room; address; building; city; place of meeting; location of meeting; meeting place; meeting room;
    ort; lieu; lugar; standort""",
    "status": """status; event status; meeting status; appointment status; visit status; attendance status;
    cancelled; canceled; is cancelled; cancellation; cancel date; appt cancel date; appointment cancel date;
    date cancelled; cancellation date; cancelled on; no show; statut""",
    "id": """id; uin; uid; reference; ref; reference number; ref no; record id; record number; row id;
    entry id; entry number; meeting id; event id; visit id; appointment id; communication id;
    communication number; case number; case no; docket; docket number; docket no; serial; serial number;
    serial no; number; no; nr; item; item no; key; kennung""",
    "cite": """cite; cites; citation; citations; pin cite; pincite; source; sources; source cite;
    exhibit; exhibits; ex; bates; bates number; bates no; evidence; document; documents; support;
    supporting document; record cite; authority; quelle; beleg""",
    "note": """note; notes; comment; comments; remark; remarks; description; details; outcome;
    observations; additional information; background; bemerkung; bemerkungen; remarques; observaciones""",
}

_NAMES: Mapping[str, str] = {
    "first": "first; first name; firstname; name first; namefirst; given name; given names; forename; fname; "
    "prenom; vorname; nombre",
    "middle": "middle; middle name; middlename; name middle; name mid; namemid; mi; middle initial; mname",
    "last": "last; last name; lastname; name last; namelast; surname; family name; lname; nachname; "
    "apellido; apellidos; nom de famille",
}

_VISITED = frozenset(
    """visitee host employee minister official commissioner with judge member visited dpoh principal callee
    escort""".split()  # noqa: SIM905 - a list would hide the words
)
"""Words that make the first or last name beside them that of the person met."""

_NOT_THE_DAY = frozenset(
    """release released publication published publish updated update modified created creation made cancel
    cancelled cancellation entry entered posted filed added received submitted requested request birth dob
    last disclosed reported registered registration due""".split()  # noqa: SIM905 - a list would hide the words
)
"""Words that make a date one of the record's keeping, not of what it records."""

_COUNTED = frozenset({"total", "number", "count", "size"})
"""Words that make of people how many they are."""

_ASIDE = frozenset(
    "appt the a an of s es ies y if any and or for".split()  # noqa: SIM905 - a list would hide the words
)
"""Words that neither make nor unmake what a column is."""


def plain_header(header: str) -> str:
    """A header's words, folded, with one space between: `APPT_START_DATE` and `apptStartDate` are one."""
    parted = re.sub(r"(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Þ])", " ", header)
    return " ".join(re.findall(r"[^\W_]+|#", fold(parted)))


def meanings(header: str) -> Iterator[tuple[str, int]]:
    """What a header may mean, each field with how much speaks for it: 100 where the header is the field's
    own word, less where it only holds it."""
    said = plain_header(header)
    words = said.split()
    if not words:
        return
    if said == "#":
        yield "id", 90
        return
    if part := _part_of_a_name(words):
        met = any(word in _VISITED for word in words)
        called = any(word in {"caller", "requester", "requestor"} for word in words)
        yield f"{'with' if met else 'who'}-{part}", 40 if called else 98
        return
    for field, phrases in _phrases().items():
        best = max((_fit(words, phrase) for phrase in phrases), default=0)
        if field in {"when", "end"} and _NOT_THE_DAY.intersection(words):
            continue
        if field in {"who", "with"} and _COUNTED.intersection(words):
            continue
        if best:
            yield field, best - (_SECOND.get((field, said), 0))


_SECOND = {
    ("title", "description"): 25, ("title", "details"): 25, ("note", "description"): 15,
    ("note", "details"): 15, ("title", "case"): 10, ("title", "parties"): 10, ("title", "meeting"): 5,
    ("title", "summary"): 5, ("who", "name"): 5, ("organisation", "group"): 20, ("who", "people"): 5,
    ("cite", "document"): 15, ("cite", "documents"): 15, ("id", "number"): 15, ("id", "item"): 15,
    ("where", "city"): 10, ("where", "building"): 10, ("where", "address"): 10, ("where", "room"): 5,
}  # fmt: skip
"""Headers that mean a field only where no other column says so more plainly."""


def _part_of_a_name(words: Sequence[str]) -> str | None:
    for part, phrases in _NAMES.items():
        for phrase in _split(phrases):
            if len(words) >= len(phrase) and list(phrase) in (
                list(words[-len(phrase) :]),
                list(words[: len(phrase)]),
            ):
                rest = [word for word in words if word not in phrase]
                if not rest or phrase not in {("first",), ("last",), ("middle",), ("mi",)}:
                    return part
                if set(rest) & (_VISITED | {"visitor", "guest", "passenger", "attendee", "caller"}):
                    return part
    return None


def _fit(words: Sequence[str], phrase: tuple[str, ...]) -> int:
    """How well a header is a phrase: the whole of it, all but words that say nothing, or a part."""
    if tuple(words) == phrase:
        return 100
    told = [word for word in words if word not in _ASIDE]
    wanted = [word for word in phrase if word not in _ASIDE]
    if told == wanted and wanted:
        return 96
    size = len(phrase)
    if size == 1 and phrase[0] in _ALONE:
        return 0
    head = next((n for n, word in enumerate(words) if n and word in _OF), len(words))
    for start in range(len(words) - size + 1):
        if tuple(words[start : start + size]) == phrase:
            # the last word says what a column is (MEETING_LOC), or the one before "of" (date of the meeting)
            says_what = start + size in {head, len(words)} if size > 1 else start + size == head
            return min(90, (45 if says_what else 15) + 15 * size - 3 * (len(words) - size))
    return 0


_OF = frozenset({"of", "for", "with", "at", "by", "from", "in", "on", "that", "de", "du", "des", "der"})

_ALONE = frozenset(
    """name names no nr number item key what group fact start nom end finish from to begin case day year month
    ex""".split()  # noqa: SIM905 - a list would hide the words
)
"""Phrases that mean their field only where nothing else stands beside them."""


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    return {field: _split(phrases) for field, phrases in _HEADERS.items()}


@cache
def _split(phrases: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in phrases.split(";"))


def shape_of(columns: Sequence[str], *, has_header: bool) -> str:
    """By what the same sort of table is known again: its columns' plain words in order, or, without a header,
    how many columns there are."""
    said = "\n".join(map(plain_header, columns)) if has_header else f"{len(columns)} columns without a header"
    return sha256(said)[:24]


def checked_mapping(given: Sequence[tuple[str, str]], columns: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """What was said of the columns (FIELD, COLUMN), as fields and columns there are; `FIELD=` takes a field's
    columns away. A column is named as it stands, in any case of letters, or by its number from 1 (`#3`)."""
    found: dict[str, tuple[str, ...]] = {}
    for typed, column in given:
        field = typed.strip().lower().replace("_", "-").replace(" ", "-")
        field = ALSO_CALLED.get(field, field)
        if field not in FIELDS:
            raise FactcheckError(
                f"Rows have no field “{typed}”", f"Their fields are: {', '.join(FIELDS)}.", exit_code=2
            )
        if not column.strip():
            found[field] = ()
            continue
        found[field] = tuple(dict.fromkeys((*found.get(field, ()), column_called(column, columns))))
    return found


def column_called(name: str, columns: Sequence[str]) -> str:
    """The column of this name; refused where there is none."""
    if name in columns:
        return name
    if re.fullmatch(r"#\d{1,5}", name.strip()) and 0 < int(name.strip()[1:]) <= len(columns):
        return columns[int(name.strip()[1:]) - 1]
    wanted = plain_header(name)
    if len(same := [column for column in columns if plain_header(column) == wanted]) == 1:
        return same[0]
    raise FactcheckError(
        f"The table has no column “{name}”" if not same else f"Several columns are called “{name}”",
        f"Its columns are: {', '.join(columns)}.",
        "Name one of them, or its number: #1 is the first.",
        2,
    )


def with_changes(guessed: Mapped, changes: Mapped) -> dict[str, tuple[str, ...]]:
    """A mapping with what was said put in the guess's place: a column that was named for one field is no
    longer guessed to be another, and who names columns for a person takes the guessed parts away."""
    named = {column for columns in changes.values() for column in columns}
    mapping = {
        field: kept
        for field, columns in guessed.items()
        if field not in changes
        and not (field.partition("-")[0] in changes and field.partition("-")[2] in PARTS)
        and (kept := tuple(column for column in columns if column not in named))
    }
    mapping.update({field: columns for field, columns in changes.items() if columns})
    return {field: mapping[field] for field in FIELDS if field in mapping}
