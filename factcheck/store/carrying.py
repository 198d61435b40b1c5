"""Versions and variants of sources, and the passages that were carried from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.core.catalogue import CARRIED
from factcheck.core.light import dataclass
from factcheck.store import subjects, texts
from factcheck.store.fields import anchor_fields

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.core.fold import Act


@dataclass(frozen=True, slots=True)
class Taken:
    """One field of a record that was carried into a source: its anchors before and as they were then."""

    record: str
    entity: str
    part: str
    before: Sequence[Mapping[str, Any]]
    after: Sequence[Mapping[str, Any]]


def earlier_versions(db: sqlite3.Connection, source: str) -> list[str]:
    """The versions that a source came after, the nearest first; in a ring, each once."""
    return _chain(db, source, "SELECT version_of FROM source WHERE id = ? AND version_of IS NOT NULL")


def later_versions(db: sqlite3.Connection, source: str) -> list[str]:
    """The versions that came after a source, however many steps away, the nearest first."""
    return _chain(db, source, "SELECT id FROM source WHERE version_of = ? AND withdrawn = 0 ORDER BY id")


def variants(db: sqlite3.Connection, source: str) -> list[str]:
    """The other texts of the same words: that of which this is a variant, and the variants of either."""
    query = """SELECT variant_of FROM source WHERE id = ?1 AND variant_of IS NOT NULL
        UNION SELECT id FROM source WHERE variant_of = ?1 AND withdrawn = 0 ORDER BY 1"""
    return _chain(db, source, query)


def _chain(db: sqlite3.Connection, source: str, query: str) -> list[str]:
    found: dict[str, None] = {}
    todo = [source]
    while todo:
        for (other,) in db.execute(query, (todo.pop(0),)).fetchall():
            if other != source and other not in found:
                found[other] = None
                todo.append(other)
    return list(found)


def speakers(db: sqlite3.Connection, source: str, offsets: Sequence[int]) -> list[str | None]:
    """Who speaks at each place of a text, as it prints; None where no turn is marked."""
    turns = (texts.turn_at(db, source, offset) for offset in offsets)
    return [
        (turn.speaker or turn.label) if turn is not None and offset < turn.end else None
        for turn, offset in zip(turns, offsets, strict=True)
    ]


def taken_into(db: sqlite3.Connection, source: str) -> Iterator[Taken]:
    """What was carried into a source and is still there, field by field."""
    carried = db.execute(
        f"""SELECT DISTINCT p.record, r.entity FROM passage p JOIN record r ON r.id = p.record
        JOIN act a ON a.subject = p.record AND a.kind = r.entity || '{CARRIED}'
        WHERE p.source = ? ORDER BY p.start, p.record""",
        (source,),
    ).fetchall()
    dead = subjects.dead(db) if carried else frozenset()
    for record, entity in dict.fromkeys(carried):
        acts = [act for act in subjects.acts_of(db, record) if act.batch not in dead]
        for part in anchor_fields(entity):
            taken = _taken(acts, source, record, entity, part)
            if taken is not None:
                yield taken


def _taken(acts: Sequence[Act], source: str, record: str, entity: str, part: str) -> Taken | None:
    values: list[tuple[bool, Any]] = [
        (act.kind.endswith(CARRIED), act.fields[part]) for act in acts if act.fields.get(part)
    ]
    if len(values) < 2 or not values[-1][0] or all(anchor["source"] != source for anchor in values[-1][1]):
        return None
    return Taken(record, entity, part, values[-2][1], values[-1][1])
