"""Reading records: one by id, or those that a field names, as the viewer may see them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcheck.core.anchors import Anchor
from factcheck.core.document import Place
from factcheck.core.entities import ENTITIES
from factcheck.core.fold import Contender
from factcheck.core.light import dataclass
from factcheck.core.rules import rules_of
from factcheck.core.views.records import Head
from factcheck.errors import FactcheckError
from factcheck.store import labels, visibility
from factcheck.store.fields import anchor_fields, fields_from
from factcheck.store.standing import standing_id

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from factcheck.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as it stands: its head, its fields (JSON read, flags as booleans), its anchors by field."""

    head: Head
    fields: dict[str, Any]
    anchors: dict[str, tuple[Anchor, ...]]

    @property
    def id(self) -> str:
        return self.head.id

    @property
    def label(self) -> str:
        return self.head.label

    def get(self, name: str) -> Any:
        """A field; None where it is absent."""
        return self.fields.get(name)


_HEAD = "r.id, r.entity, r.label, r.made_by, r.made_at, r.changed_by, r.changed_at, r.conflicts"
_HEADS = 8


def get(db: sqlite3.Connection, viewer: Viewer, ref: str) -> Stored:
    """The record that a label or an id names; one the viewer may not see is as good as absent."""
    found = find(db, viewer, labels.resolve(db, ref))
    if found is None:
        raise FactcheckError(f"There is no record “{ref}” in this case", exit_code=2)
    return found


def of_sort(db: sqlite3.Connection, viewer: Viewer, ref: str, *entities: str) -> Stored:
    """The same, refusing a record of another sort than those named."""
    found = get(db, viewer, ref)
    if found.head.entity not in entities:
        wanted = " or ".join(entities)
        raise FactcheckError(f"“{ref}” is a {found.head.entity}", f"Here a {wanted} is needed.", exit_code=2)
    return found


def find(db: sqlite3.Connection, viewer: Viewer, id_: str) -> Stored | None:
    """The record of an id, or None."""
    row = db.execute("SELECT entity FROM record WHERE id = ?", (id_,)).fetchone()
    if row is None:
        return None
    return next(iter(_select(db, viewer, row[0], "x.id = :value", {"value": id_}, withdrawn=True)), None)


def where(
    db: sqlite3.Connection, viewer: Viewer, entity: str, field: str, value: str, *, withdrawn: bool = False
) -> list[Stored]:
    """The records of a sort whose field holds a value, in the order of their labels, then of their making.

    Where the field names a person, an event or a statement, what names a record merged into that one is found
    too.
    """
    merged = _FAMILIES.get(rules_of(ENTITIES[entity].record)[field].entity or "")
    condition = f'x."{field}" IN ({merged})' if merged else f'x."{field}" = :value'
    return _select(db, viewer, entity, condition, {"value": value}, withdrawn=withdrawn)


def _family(table: str) -> str:
    return f"""WITH RECURSIVE family(id) AS (SELECT :value UNION
        SELECT m.id FROM {table} m JOIN family f ON m.same_as = f.id) SELECT id FROM family"""


_FAMILIES = {table: _family(table) for table in ("person", "event", "statement")} | {
    "record": """WITH RECURSIVE family(id) AS (SELECT :value UNION
        SELECT m.id FROM event m JOIN family f ON m.same_as = f.id UNION
        SELECT m.id FROM statement m JOIN family f ON m.same_as = f.id) SELECT id FROM family"""
}
"""A record with those that were merged into it, however many steps away."""


def standing(db: sqlite3.Connection, viewer: Viewer, record: Stored) -> Stored:
    """The record that stands for this one: itself, or the one it was merged into, however many steps away."""
    if not record.get("same_as"):
        return record
    return find(db, viewer, standing_id(db, record.head.entity, record.id)) or record


def every(db: sqlite3.Connection, viewer: Viewer, entity: str, *, withdrawn: bool = False) -> list[Stored]:
    """All records of a sort."""
    return _select(db, viewer, entity, "1", {}, withdrawn=withdrawn)


def _select(
    db: sqlite3.Connection,
    viewer: Viewer,
    entity: str,
    condition: str,
    values: dict[str, Any],
    *,
    withdrawn: bool,
) -> list[Stored]:
    allowed = visibility.CONDITIONS.get(entity)
    seen = f" AND {allowed('x')}" if allowed else ""
    kept = "" if withdrawn else " AND x.withdrawn = 0"
    query = f"""SELECT {_HEAD}, x.* FROM {ENTITIES[entity].table} x JOIN record r ON r.id = x.id
        WHERE {condition}{seen}{kept} ORDER BY {_ORDER.get(entity, "r.number, r.at, r.id")}"""
    rows = db.execute(query, {**visibility.parameters(viewer), **values}).fetchall()
    return [_stored(db, entity, row) for row in rows]


_ORDER = {
    "claim": """(SELECT s.number FROM record s WHERE s.id = x.statement), x.statement, r.number, r.at, r.id"""
}
"""Labelled records come by number, others as they were made; claims by their statement first."""


def _stored(db: sqlite3.Connection, entity: str, row: tuple[Any, ...]) -> Stored:
    id_, _, label, made_by, made_at, changed_by, changed_at, conflicts = row[:_HEADS]
    fields = fields_from(entity, row[_HEADS:])
    head = Head(
        id=id_,
        entity=entity,
        label=label,
        made_by=name_of(db, made_by),
        made_at=made_at,
        changed_by=name_of(db, changed_by),
        changed_at=changed_at,
        withdrawn=fields["withdrawn"],
        withdrawn_reason=fields["withdrawn_reason"],
        conflicts=_conflicts(db, conflicts),
    )
    anchors = {part: anchors_of(db, id_, part) for part in anchor_fields(entity)}
    return Stored(head, fields, anchors)


def name_of(db: sqlite3.Connection, reviewer: str) -> str:
    """What a reviewer is called; the id where the record is absent."""
    row = db.execute("SELECT name FROM reviewer WHERE id = ?", (reviewer,)).fetchone()
    return row[0] if row else reviewer.removeprefix("reviewer:")


def is_stale(db: sqlite3.Connection, judgement: str) -> bool:
    """Whether what a grade or an adjudication rests on has changed since it was given."""
    return db.execute("SELECT 1 FROM stale WHERE judgement = ?", (judgement,)).fetchone() is not None


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """How many records of each sort stand and are not withdrawn."""
    return {
        name: int(db.execute(f"SELECT count(*) FROM {entity.table} WHERE withdrawn = 0").fetchone()[0])
        for name, entity in ENTITIES.items()
    }


def count_seen(db: sqlite3.Connection, viewer: Viewer, entity: str) -> int:
    """How many records of a sort stand that the viewer may see."""
    allowed = visibility.CONDITIONS.get(entity)
    seen = f" AND {allowed('x')}" if allowed else ""
    query = f"SELECT count(*) FROM {ENTITIES[entity].table} x WHERE x.withdrawn = 0{seen}"
    return int(db.execute(query, visibility.parameters(viewer)).fetchone()[0])


def _conflicts(db: sqlite3.Connection, stored: str | None) -> dict[str, tuple[Contender, ...]] | None:
    if stored is None:
        return None
    return {
        name: tuple(
            Contender(item["value"], name_of(db, item["actor"]), item["wall"], item["entry"])
            for item in contenders
        )
        for name, contenders in json.loads(stored).items()
    }


def anchors_of(db: sqlite3.Connection, record: str, part: str) -> tuple[Anchor, ...]:
    """The anchors of one field of a record, in order."""
    return tuple(
        anchor_from(row)
        for row in db.execute(
            f"SELECT {_ANCHOR} FROM passage WHERE record = ? AND part = ? ORDER BY n",
            (record, part),
        )
    )


_ANCHOR = """source, start, "end", exact, prefix, suffix, page, line, paragraph, cell, time,
    page_end, line_end, paragraph_end, cell_end, time_end"""


def anchor_from(row: tuple[Any, ...]) -> Anchor:
    """An anchor from a row of `passage`."""
    source, start, end, exact, prefix, suffix, *places = row
    return Anchor(source, start, end, exact, prefix, suffix, Place(*places[:5]), Place(*places[5:]))


def passages(
    db: sqlite3.Connection, source: str | None = None, start: int = 0, end: int = 2**62
) -> list[tuple[str, str, str, str, Anchor]]:
    """Every anchor that meets a stretch: (record, its entity, its label, the field it is of, the anchor)."""
    query = f"""SELECT p.record, r.entity, r.label, p.part, {_ANCHOR.replace("source", "p.source", 1)}
        FROM passage p JOIN record r ON r.id = p.record
        WHERE (:source IS NULL OR p.source = :source) AND p.start < :until AND p."end" > :start
        ORDER BY p.source, p.start, p."end", p.record, p.part, p.n"""
    rows = db.execute(query, {"source": source, "start": start, "until": end})
    return [(row[0], row[1], row[2], row[3], anchor_from(row[4:])) for row in rows]


def people_called(db: sqlite3.Connection, name: str) -> list[str]:
    """The people of this name or alias, letter case aside; of two that are the same person, the one that
    stands for both."""
    found = db.execute(
        """SELECT p.id FROM person p WHERE p.withdrawn = 0 AND p.id IN (
          SELECT id FROM person WHERE name = :name COLLATE NOCASE
          UNION SELECT person FROM alias WHERE name = :name COLLATE NOCASE AND withdrawn = 0)""",
        {"name": name},
    ).fetchall()
    return sorted({standing_id(db, "person", person) for (person,) in found})


def foreign_ids(db: sqlite3.Connection, entity: str, ids: Sequence[str]) -> set[str]:
    """Those of these names, given by the files they came from, that records of this sort bear already."""
    marks = ",".join("?" * len(ids))
    table = ENTITIES[entity].table
    return {
        row[0] for row in db.execute(f"SELECT foreign_id FROM {table} WHERE foreign_id IN ({marks})", ids)
    }


def statements_said(db: sqlite3.Connection) -> Iterator[tuple[str | None, ...]]:
    """Words, speaker and date of every statement; of two that are the same person, the one that stands for
    both."""
    merged = db.execute("SELECT id FROM person WHERE same_as IS NOT NULL").fetchall()
    same = {person: standing_id(db, "person", person) for (person,) in merged}
    for words, speaker, said_on in db.cursor().execute("SELECT words, speaker, said_on FROM statement"):
        yield words, same.get(speaker, speaker), said_on


def events_said(db: sqlite3.Connection) -> Iterator[tuple[str | None, ...]]:
    """Title, time, place and description of every event."""
    yield from db.cursor().execute('SELECT title, "when", place, description FROM event')


def latest_round(db: sqlite3.Connection) -> int:
    """The number of the round in which grades are given now; 1 where none was opened."""
    return int(db.execute(f"SELECT {visibility.LATEST_ROUND}").fetchone()[0])


def others_grades_seen(db: sqlite3.Connection, viewer: Viewer, target: str) -> bool:
    """Whether the viewer can see what another judged of a target, in whatever round: then an own grade is not
    blind."""
    return any(
        judged.get("reviewer") != viewer.reviewer
        for entity in ("grade", "adjudication")
        for judged in where(db, viewer, entity, "target", target)
    )


def heads_of(db: sqlite3.Connection, subject: str) -> tuple[str, ...]:
    """The entries that a writer of this record has seen when they see it as it is now."""
    from factcheck.store import subjects  # only forms ask

    return subjects.state_of(db, subject).heads


def maker_of(db: sqlite3.Connection, record: str) -> str:
    """The id of the reviewer who made a record."""
    return str(db.execute("SELECT made_by FROM record WHERE id = ?", (record,)).fetchone()[0])
