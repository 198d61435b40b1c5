"""The long lists of the interface, page by page: statements with their claims, the record beside a claim."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcheck.core.light import dataclass
from factcheck.store.standing import families, standing_for
from factcheck.store.visibility import LATEST_ROUND

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class BenchLine:
    """A line of the statements list: a statement's heading, or one of its claims (`row`)."""

    row: str
    id: str
    label: str
    words: str
    statement: str
    said_on: str | None
    speaker: str | None
    speaker_label: str | None
    status: str | None


_BENCH_ORDER = "day {way}, number {way}, statement {way}, part {way}, id {way}"
_EVENT_ORDER = "day {way}, number {way}, event {way}"


def bench_lines(
    db: sqlite3.Connection, offset: int, limit: int, chosen: Sequence[int] | None = None
) -> list[BenchLine]:
    """Statements by date, each followed by its claims; with `chosen` (see `filtering`) only these lines."""
    if chosen is not None:
        return bench_details(db, chosen[offset : offset + limit])
    return bench_details(db, _page(db, "bench_line", _BENCH_ORDER, offset, limit, bench_count(db)))


def bench_details(db: sqlite3.Connection, lines: Sequence[int]) -> list[BenchLine]:
    """The lines of these numbers, in their order."""
    found = db.execute(
        f"""SELECT b.n, b.id, r.label, coalesce(c.words, s.words), b.statement, s.said_on, s.speaker,
        s.speaker_label, s.status FROM bench_line b JOIN record r ON r.id = b.id
        JOIN statement s ON s.id = b.statement LEFT JOIN claim c ON c.id = b.id
        WHERE b.n IN ({_places(lines)})""",
        tuple(lines),
    )
    by_number = {
        row[0]: BenchLine("statement" if row[1] == row[4] else "claim", *row[1:]) for row in found.fetchall()
    }
    return [by_number[n] for n in lines]


def _places(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _page(db: sqlite3.Connection, table: str, order: str, offset: int, limit: int, count: int,
          condition: str = "1", values: Sequence[object] = ()) -> list[int]:  # fmt: skip
    """The numbers of a page's lines, walked to from the nearer end."""
    limit = max(0, min(limit, count - offset)) if limit >= 0 else max(0, count - offset)
    if limit == 0:
        return []
    from_the_end = count - offset - limit
    way, skip = ("DESC", from_the_end) if from_the_end < offset else ("ASC", offset)
    query = f"SELECT n FROM {table} WHERE {condition} ORDER BY {order.format(way=way)} LIMIT ? OFFSET ?"
    found = [n for (n,) in db.execute(query, (*values, limit, skip))]
    return found[::-1] if way == "DESC" else found


def bench_count(db: sqlite3.Connection) -> int:
    """How many lines there are in all."""
    return int(db.execute("SELECT count(*) FROM bench_line").fetchone()[0])


def bench_position(db: sqlite3.Connection, id_: str, chosen: Sequence[int] | None = None) -> int | None:
    """The place of a statement or claim among the lines, or the chosen lines, counted from 0."""
    query = "SELECT n, day, number, statement, part, id FROM bench_line WHERE id = ?"
    here = db.execute(query, (id_,)).fetchone()
    if here is None:
        return None
    if chosen is not None:
        return chosen.index(here[0]) if here[0] in chosen else None
    row = db.execute(
        """SELECT (SELECT count(*) FROM bench_line WHERE day < ?1) + (SELECT count(*) FROM bench_line
        WHERE day = ?1 AND (number, statement, part, id) < (?2, ?3, ?4, ?5))""",
        here[1:],
    ).fetchone()
    return int(row[0])


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """One line of the record beside a claim: what it is and its link to the claim, if any.

    `record` is what is shown: of records that were said to be one, the one that stands for them. `id` tells
    the line from others; it is another than `record` where a second link names the same.
    """

    entity: str
    id: str
    link: str | None
    record: str


def linked_places(db: sqlite3.Connection, claim: str) -> list[RecordPlace]:
    """What is linked to a claim, by date."""
    found = db.execute(
        """SELECT t.entity, l.target, l.id FROM link l JOIN record t ON t.id = l.target
        JOIN record r ON r.id = l.id WHERE l.claim = ? AND l.withdrawn = 0 ORDER BY r.number, r.at, r.id""",
        (claim,),
    ).fetchall()
    shown = [(entity, target, link, standing_for(db, target)) for entity, target, link in found]
    first: dict[str, str] = {}
    for _, _, link, record in sorted(shown, key=lambda one: one[1] != one[3]):
        first.setdefault(record, link)
    places = [
        RecordPlace(entity, record if first[record] == link else target, link, record)
        for entity, target, link, record in shown
    ]
    days = {
        id_: (day, number, id_)
        for id_, day, number in db.execute(
            """SELECT t.id, coalesce(e.when_earliest, s.said_on_earliest, '9999'), t.number
            FROM json_each(?) j JOIN record t ON t.id = j.value
            LEFT JOIN event e ON e.id = t.id LEFT JOIN statement s ON s.id = t.id""",
            (json.dumps(sorted(first)),),
        )
    }
    return sorted(places, key=lambda place: days[place.record])


def other_events(
    db: sqlite3.Connection, without: Sequence[str], offset: int, limit: int
) -> list[RecordPlace]:
    """The events but for some, by date."""
    leave = json.dumps(list(without))
    condition = "event NOT IN (SELECT value FROM json_each(?))" if without else "1"
    values = (leave,) if without else ()
    count = other_event_count(db, without)
    return event_places(db, _page(db, "event_line", _EVENT_ORDER, offset, limit, count, condition, values))


def event_places(db: sqlite3.Connection, lines: Sequence[int]) -> list[RecordPlace]:
    """The events of these lines, in their order."""
    query = f"SELECT n, event FROM event_line WHERE n IN ({_places(lines)})"
    events = dict(db.execute(query, tuple(lines)).fetchall())
    return [RecordPlace("event", events[n], None, events[n]) for n in lines]


def other_event_count(db: sqlite3.Connection, without: Sequence[str]) -> int:
    """How many events there are but for some."""
    row = db.execute(
        """SELECT (SELECT count(*) FROM event_line)
        - (SELECT count(*) FROM event_line WHERE event IN (SELECT value FROM json_each(?)))""",
        (json.dumps(list(without)),),
    ).fetchone()
    return int(row[0])


def event_lines_of(db: sqlite3.Connection, events: Sequence[str]) -> dict[str, int]:
    """The lines of some events; what is not listed is absent."""
    query = "SELECT event, n FROM event_line WHERE event IN (SELECT value FROM json_each(?))"
    return dict(db.execute(query, (json.dumps(list(events)),)).fetchall())


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as a list shows it. `who` are ids of people, each with whether it is doubtful; `modes` those
    of its evidence."""

    id: str
    label: str
    title: str
    when: str | None
    established: str | None
    who: tuple[tuple[str, bool], ...]
    modes: tuple[str, ...]


def event_details(db: sqlite3.Connection, events: Sequence[str]) -> dict[str, EventLine]:
    """Some events as a list shows them, each with the people and the evidence of those merged into it."""
    chosen = json.dumps(list(events))
    family = families("event", "SELECT value FROM json_each(?)")
    who: dict[str, dict[str, bool]] = {}
    for event, person, doubtful in db.execute(
        f"""SELECT f.top, p.person, p.doubtful FROM {family} f CROSS JOIN participant p ON p.event = f.id
        JOIN record r ON r.id = p.id WHERE p.withdrawn = 0 ORDER BY r.at, r.id""",
        (chosen,),
    ):
        there = who.setdefault(event, {})
        there[person] = bool(doubtful) and there.get(person, True)
    modes: dict[str, list[str]] = {}
    for event, mode in db.execute(
        f"""SELECT f.top, v.mode FROM {family} f CROSS JOIN evidence v ON v.event = f.id
        JOIN record r ON r.id = v.id WHERE v.withdrawn = 0 ORDER BY r.at, r.id""",
        (chosen,),
    ):
        modes.setdefault(event, []).append(mode)
    found = db.execute(
        """SELECT e.id, r.label, e.title, e."when", e.established FROM json_each(?) j
        JOIN event e ON e.id = j.value JOIN record r ON r.id = e.id""",
        (chosen,),
    )
    return {
        row[0]: EventLine(
            row[0],
            row[1],
            row[2],
            row[3],
            row[4],
            tuple(who.get(row[0], {}).items()),
            tuple(modes.get(row[0], ())),
        )
        for row in found
    }


def link_details(db: sqlite3.Connection, links: Sequence[str]) -> dict[str, tuple[str, str | None]]:
    """Of some links the label and the reasons they were made for."""
    found = db.execute(
        """SELECT l.id, r.label, l.reasons FROM json_each(?) j JOIN link l ON l.id = j.value
        JOIN record r ON r.id = l.id""",
        (json.dumps(list(links)),),
    )
    return {id_: (label, reasons) for id_, label, reasons in found}


@dataclass(frozen=True, slots=True)
class WaitingProposal:
    """A proposal that nobody has decided. `confidence` is in hundredths."""

    id: str
    source: str
    source_label: str
    extractor: str
    entity: str
    start: int
    end: int
    words: str
    confidence: int
    content: dict[str, Any]


_WAITING = """
SELECT p.id, p.source, r.label, e.extractor, p.entity, p.start, p."end", p.words, p.confidence, p.content
FROM proposal p JOIN extraction e ON e.id = p.extraction JOIN record r ON r.id = p.source
JOIN source s ON s.id = p.source
WHERE (:source IS NULL OR p.source = :source) AND (:id IS NULL OR p.id = :id)
AND (:entity IS NULL OR p.entity = :entity) AND s.withdrawn = 0
AND p.extraction = (SELECT x.id FROM extraction x JOIN record xr ON xr.id = x.id WHERE x.source = p.source
  ORDER BY xr.at DESC, x.id DESC LIMIT 1)
AND (:decided OR NOT EXISTS (SELECT 1 FROM decision d WHERE d.id = 'proposal:' || p.id))
AND (:decided OR NOT EXISTS (SELECT 1 FROM source v JOIN extraction ve ON ve.source = v.id
  WHERE v.version_of = p.source AND v.withdrawn = 0))
ORDER BY r.number, p.start, p.entity DESC, p.id
"""


def proposals(
    db: sqlite3.Connection,
    *,
    source: str | None = None,
    id_: str | None = None,
    entity: str | None = None,
    decided: bool = False,
    offset: int = 0,
    limit: int = -1,
) -> list[WaitingProposal]:
    """The waiting proposals of each source's newest extraction, in order of the text, but for sources of
    which a later version proposes anew; with `decided` all of them."""
    rows = db.execute(
        f"{_WAITING} LIMIT :limit OFFSET :offset",
        {"source": source, "id": id_, "entity": entity, "decided": decided, "offset": offset, "limit": limit},
    )
    return [
        WaitingProposal(id_, at, label, extractor, sort, start, end, words, sureness, json.loads(content))
        for id_, at, label, extractor, sort, start, end, words, sureness, content in rows
    ]


def proposal_places(db: sqlite3.Connection, entity: str) -> list[tuple[str, int]]:
    """Where the statements, or events, that wait stand, in the order of the list: (source, offset)."""
    values = {"source": None, "id": None, "entity": entity, "decided": False}
    return db.execute(f"SELECT source, start FROM ({_WAITING})", values).fetchall()


def proposal_count(db: sqlite3.Connection, entity: str) -> int:
    """How many statements, or events, wait for a decision."""
    values = {"source": None, "id": None, "entity": entity, "decided": False}
    return int(db.execute(f"SELECT count(*) FROM ({_WAITING})", values).fetchone()[0])


_LINKS = f"""
SELECT l.claim, l.target, l.id FROM link l JOIN claim c ON c.id = l.claim
JOIN statement s ON s.id = c.statement JOIN record sr ON sr.id = s.id JOIN record cr ON cr.id = c.id
JOIN record lr ON lr.id = l.id
WHERE l.withdrawn = 0 AND c.withdrawn = 0 AND s.withdrawn = 0
AND NOT EXISTS (SELECT 1 FROM event e WHERE e.id = l.target AND e.withdrawn = 1)
AND NOT EXISTS (SELECT 1 FROM statement o WHERE o.id = l.target AND o.withdrawn = 1)
AND (:reviewer IS NULL OR NOT EXISTS (SELECT 1 FROM grade g
  WHERE g.target = l.id AND g.reviewer = :reviewer AND g.withdrawn = 0 AND g.round = {LATEST_ROUND}))
ORDER BY coalesce(s.said_on_earliest, '9999'), sr.number, cr.number, lr.number, l.id
"""


def ungraded(db: sqlite3.Connection, reviewer: str) -> list[tuple[str, str, str]]:
    """The links that a reviewer has not graded in this round, in the order of the Bench: (claim, target,
    link)."""
    return db.execute(_LINKS, {"reviewer": reviewer}).fetchall()


def links_in_order(db: sqlite3.Connection) -> list[str]:
    """The ids of all links in the order of the Bench."""
    return [link for _, _, link in db.execute(_LINKS, {"reviewer": None})]
