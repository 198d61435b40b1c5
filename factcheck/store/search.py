"""Full-text search over the words of every record and over the paragraphs of every source.

Nothing a person types is FTS5 syntax. Common words are never ranked over all their hits: where there are
many, those that came first stand first, so that an answer comes while one types.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.core import query as queries
from factcheck.core.light import dataclass
from factcheck.core.query import Query, Term, read_query
from factcheck.core.words import cjk_pairs
from factcheck.store import visibility
from factcheck.store.findable import FINDABLE
from factcheck.store.standing import standing_for

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.core.viewer import Viewer

MANY = 2_000
"""More hits than this are not ranked."""

NAMES = ("person", "alias")
"""What is found first: who somebody is comes before what is said about them."""

_ABOUT = {"alias": "person", "role": "person", "evidence": "event", "explanation": "target", "note": "target",
          "tag": "target"}  # fmt: skip
"""Records without a card of their own, and the field that names what they belong to."""


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A record that matches; `about` is the record to open for it, `label` that one's where it has none."""

    id: str
    entity: str
    label: str
    words: str
    about: str


def fts_query(typed: str) -> str:
    """What a person typed as an FTS5 query over plain words; empty where there is nothing to look for."""
    query = read_query(typed)
    return _match(term for term in query.terms if not term.cjk) or _pairs(query.terms)


def _match(terms: Iterable[Term]) -> str:
    return " AND ".join(f'"{" ".join(term.words)}"' + ("*" if term.beginning else "") for term in terms)


def _pairs(terms: Iterable[Term]) -> str:
    """Runs of CJK letters as an FTS5 query over pairs; a single letter as the beginning of one."""
    runs = [term.words[0] for term in terms if term.cjk]
    return " AND ".join(
        f'"{" ".join(cjk_pairs(run)[:-1])}"' if len(run) > 1 else f'"{run}" *' for run in runs
    )


def plain_match(query: Query) -> str:
    """A query's words as an FTS5 query; empty where it has none without CJK letters."""
    return _match(term for term in query.terms if not term.cjk)


def pairs_match(query: Query) -> str:
    """A query's CJK letters as an FTS5 query over pairs; empty where it has none."""
    return _pairs(query.terms)


def records_with(
    db: sqlite3.Connection, query: Query, entities: Sequence[str] = ()
) -> Iterator[tuple[str, str]]:
    """All records whose words match, whoever may see them: (entity, id). In no order that matters."""
    conditions, values = _conditions(query, entities)
    if values:
        yield from db.execute(
            f"SELECT t.entity, t.record FROM {_source(query)} WHERE {' AND '.join(conditions)}", values
        )


def _source(query: Query) -> str:
    if any(not term.cjk for term in query.terms):
        return "record_search s CROSS JOIN record_text t ON t.id = s.rowid"
    return "record_text t"


def _conditions(query: Query, entities: Sequence[str]) -> tuple[list[str], dict[str, object]]:
    """The SQL conditions under which a record matches, and their values; none for a query without a word."""
    conditions: list[str] = []
    values: dict[str, object] = {}
    if words := _match(term for term in query.terms if not term.cjk):
        conditions.append("record_search MATCH :words")
        sorts = f"entity : ({' OR '.join(entities)}) AND " if entities else ""
        values["words"] = f"{sorts}words : ({words})"
    if pairs := _pairs(query.terms):
        conditions.append(
            "t.id IN (SELECT rowid FROM record_cjk_search WHERE record_cjk_search MATCH :pairs)"
        )
        values["pairs"] = pairs
        if entities and not words:
            conditions.append("t.entity IN (SELECT value FROM json_each(:entities))")
            values["entities"] = json.dumps(list(entities))
    return conditions, values


def _standing() -> str:
    """Whether a record is to be shown at all: not withdrawn, listed, visible to the viewer. What was merged
    into another is found for that one."""
    cases = []
    for entity in FINDABLE:
        listed = f"SELECT 1 FROM {entity} x WHERE x.id = r.id AND x.withdrawn = 0"
        if entity == "claim":
            listed = "SELECT 1 FROM bench_line b WHERE b.id = r.id"
        elif entity == "statement":
            listed += " AND (x.same_as IS NOT NULL OR EXISTS (SELECT 1 FROM bench_line b WHERE b.id = r.id))"
        if allowed := visibility.CONDITIONS.get(entity):
            listed += f" AND {allowed('x')}"
        cases.append(f"WHEN '{entity}' THEN EXISTS ({listed})")
    return f"CASE r.entity {' '.join(cases)} ELSE 0 END"


_STANDING = _standing()
_ABOUT_SQL = "CASE r.entity " + " ".join(
    f"WHEN '{entity}' THEN (SELECT x.\"{field}\" FROM {entity} x WHERE x.id = r.id)"
    for entity, field in _ABOUT.items()
) + " ELSE r.id END"  # fmt: skip


def find_records(
    db: sqlite3.Connection,
    viewer: Viewer,
    query: Query,
    limit: int,
    entities: Sequence[str] | None = None,
) -> list[FoundRecord]:
    """Records whose words match: people first, then the best. Only what the viewer may see is a hit. Of what
    was merged, the record that stands is found, once, with the words of the one that has them."""
    if not query or limit <= 0:
        return []
    found: dict[str, FoundRecord] = {}
    names = [name for name in NAMES if entities is None or name in entities]
    others = [name for name in FINDABLE if name not in NAMES and (entities is None or name in entities)]
    for sorts in (names, others):
        if sorts and len(found) < limit:
            for record in _records(db, viewer, query, sorts, limit - len(found)):
                found.setdefault(record.id, record)
    return list(found.values())


def _records(
    db: sqlite3.Connection, viewer: Viewer, query: Query, sorts: Sequence[str], limit: int
) -> list[FoundRecord]:
    conditions, values = _conditions(query, sorts)
    order = "t.id"
    if words := values.get("words"):
        order = "s.rank, r.id" if few(db, "record", str(words)) else "s.rowid"
    rows = db.execute(
        f"""SELECT r.id, r.entity, r.label, t.words, {_ABOUT_SQL} AS about FROM {_source(query)}
        CROSS JOIN record r ON r.id = t.record WHERE {" AND ".join(conditions)} AND {_STANDING}
        ORDER BY {order} LIMIT :limit""",
        {**visibility.parameters(viewer), **values, "limit": limit},
    ).fetchall()
    whole = _whole(db, [about for *_, about in rows])
    found = []
    for id_, entity, label, text, about in rows:
        if about in whole:
            record, its_label = whole[about]
            own = about == id_
            shown = its_label if own or not label else label
            found.append(FoundRecord(record if own else id_, entity, shown, text, record))
    return found


def few(db: sqlite3.Connection, index: str, match: str) -> bool:
    """Whether so few rows match that ranking them costs next to nothing."""
    query = f"""SELECT count(*) FROM (SELECT 1 FROM {index}_search WHERE {index}_search MATCH ?
        LIMIT {MANY + 1})"""
    return int(db.execute(query, (match,)).fetchone()[0]) <= MANY


def _whole(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """For each of these records the one that stands for it, with its label; absent where that is
    withdrawn."""
    marks = ",".join("?" * len(ids))
    found = db.execute(f"SELECT id, entity, label FROM record WHERE id IN ({marks})", tuple(ids)).fetchall()
    whole = {}
    for id_, entity, label in found:
        standing = standing_for(db, id_)
        if standing != id_:
            query = f"""SELECT r.label FROM record r JOIN {entity} x ON x.id = r.id
                WHERE r.id = ? AND x.withdrawn = 0"""
            row = db.execute(query, (standing,)).fetchone()
            if row is None:
                continue
            label = row[0]
        whole[id_] = (standing, label)
    return whole


def find_passages(
    db: sqlite3.Connection,
    typed: str | Query,
    limit: int,
    sources: Sequence[str] | None = None,
) -> list[tuple[str, str, int, str]]:
    """Paragraphs that match, best first, of all sources or of some: (source, its label, offset, words)."""
    query = read_query(typed) if isinstance(typed, str) else typed
    if not query or limit <= 0:
        return []
    words = _match(term for term in query.terms if not term.cjk)
    conditions: list[str] = ["src.withdrawn = 0"]
    values: list[str] = []
    source, order = "paragraph p", "p.id"
    if words:
        source = "source_search s CROSS JOIN paragraph p ON p.id = s.rowid"
        conditions.append("source_search MATCH ?")
        values.append(words)
        if few(db, "source", words):
            order = "s.rank, p.id"
    if pairs := _pairs(query.terms):
        conditions.append("p.id IN (SELECT rowid FROM source_cjk_search WHERE source_cjk_search MATCH ?)")
        values.append(pairs)
    if sources is not None:
        conditions.append(f"p.source IN ({','.join('?' * len(sources))})")
        values.extend(sources)
    found = db.execute(
        f"""SELECT p.id, p.source, r.label, p.start FROM {source} CROSS JOIN source src ON src.id = p.source
        CROSS JOIN record r ON r.id = p.source WHERE {" AND ".join(conditions)} ORDER BY {order} LIMIT ?""",
        (*values, limit),
    ).fetchall()
    text = "SELECT words FROM paragraph_text WHERE id = ?"
    return [
        (source_, label, start, db.execute(text, (id_,)).fetchone()[0])
        for id_, source_, label, start in found
    ]


def spans(words: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Where the typed words occur in some text, case and accents aside, in code points; for marking only."""
    return queries.spans(words, read_query(typed))
