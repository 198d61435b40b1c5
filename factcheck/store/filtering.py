"""Filters worked out: for every condition the ids of the records it holds for, then the lines that are left.

What the viewer must not see adds nothing to any set. A claim has a condition also where its statement has it,
save for what each claim has for itself (links, grades, form). The lists are walked once; what stays in memory
are whole numbers.
"""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING

from factcheck.core.light import dataclass
from factcheck.core.query import Query, read_query
from factcheck.core.words import fold
from factcheck.store import labels, naming, pages, search, visibility
from factcheck.store.standing import ways

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from factcheck.core.filters import Condition, Filter, Wording
    from factcheck.core.viewer import Viewer

_OWN = frozenset({"linked", "graded", "degree", "form"})
"""What a claim has for itself, not from its statement."""

_REMARKS = {
    "note": ("target", visibility.of_note),
    "tag": ("target", visibility.of_remark),
    "explanation": ("target", None),
    "evidence": ("event", None),
}
"""Records whose words count for another, the field that names it, and who may see them."""


_Test = tuple[frozenset[str], bool, bool]
"""One condition as a set of ids, whether a claim must have it for itself, and whether it is turned round."""


def _passes(tests: Sequence[_Test], id_: str, statement: str = "") -> bool:
    for ids, own, negated in tests:  # noqa: SIM110 - a generator takes twice as long, 200,000 times
        if (id_ in ids or (not own and statement in ids)) == negated:
            return False
    return True


def bench(db: sqlite3.Connection, viewer: Viewer, wanted: Filter) -> array[int]:
    """The lines of the statements list for which a filter holds, in order: claims, each under its statement;
    a statement without claims stands for itself."""
    tests = _tests(db, viewer, wanted, None)
    headings, claims = _of_kind(wanted, "statement"), _of_kind(wanted, "claim")
    chosen = array("q")
    heading, alone, current = -1, "", ""
    rows = db.execute("SELECT n, statement, id FROM bench_line ORDER BY day, number, statement, part, id")
    for n, statement, id_ in rows:
        if statement != current:
            if alone and headings and _passes(tests, alone):
                chosen.append(heading)
            heading, alone, current = -1, "", statement
        if id_ == statement:
            heading, alone = n, id_
            continue
        alone = ""
        if _passes(tests, id_, statement):
            if heading >= 0 and headings:
                chosen.append(heading)
            heading = -1
            if claims:
                chosen.append(n)
    if alone and headings and _passes(tests, alone):
        chosen.append(heading)
    return chosen


def record(
    db: sqlite3.Connection, viewer: Viewer, claim: str, wanted: Filter
) -> tuple[list[str], array[int]]:
    """The record beside a claim for which a filter holds: its links, and the lines of the other events, by
    date."""
    tests = _tests(db, viewer, wanted, claim)
    linked = pages.linked_places(db, claim)
    statement = "SELECT statement FROM claim WHERE id = ?"
    shown = [
        place.link
        for place in linked
        if place.link
        and _of_kind(wanted, "statement" if place.entity == "claim" else place.entity)
        and _passes(tests, place.record, *(db.execute(statement, (place.record,)).fetchone() or ()))
    ]
    chosen = array("q")
    if _of_kind(wanted, "event"):
        without = {place.record for place in linked}
        for n, event in db.execute("SELECT n, event FROM event_line ORDER BY day, number, event"):
            if _passes(tests, event) and event not in without:
                chosen.append(n)
    return shown, chosen


def events(db: sqlite3.Connection, viewer: Viewer, wanted: Filter) -> array[int]:
    """The lines of all events for which a filter holds, by date; linked or graded with whatever claim."""
    if not _of_kind(wanted, "event"):
        return array("q")
    tests = _tests(db, viewer, wanted, None, of_record=True)
    lines = db.execute("SELECT n, event FROM event_line ORDER BY day, number, event")
    return array("q", (n for n, event in lines if _passes(tests, event)))


def _of_kind(wanted: Filter, kind: str) -> bool:
    return all((kind in condition.values) != condition.negated for condition in wanted.of("kind"))


def _tests(
    db: sqlite3.Connection, viewer: Viewer, wanted: Filter, claim: str | None, *, of_record: bool = False
) -> list[_Test]:
    """The conditions of a filter as sets; beside a claim, its links and their grades are meant."""
    sets = _Sets(db, viewer, claim, of_record)
    tests = []
    for condition in wanted.conditions:
        if condition.key == "kind":
            continue
        negated = condition.negated
        if condition.key in {"linked", "graded"}:
            if len(condition.values) > 1:  # yes,no
                continue
            negated = negated != (condition.values == ("no",))
        tests.append((sets.of(condition), condition.key in _OWN, negated))
    tests += [(sets.worded(wording), False, wording.negated) for wording in wanted.words]
    return tests


@dataclass(frozen=True, slots=True)
class _Sets:
    """The sets of one filter, for one viewer; `claim` is the one beside which the record is filtered, and
    `of_record` says that the record is filtered beside none."""

    db: sqlite3.Connection
    viewer: Viewer
    claim: str | None
    of_record: bool = False

    def ask(self, query: str, values: Sequence[str] = (), **more: str) -> frozenset[str]:
        """The first column of a query; `:values` are the alternatives, as JSON."""
        bound = {**visibility.parameters(self.viewer), "values": json.dumps(list(values)), **more}
        return frozenset(row[0] for row in self.db.execute(query, {**bound, "claim": self.claim}))

    def of(self, condition: Condition) -> frozenset[str]:
        """The records for which a condition holds."""
        match condition.key:
            case "who":
                return self.with_people(people_named(self.db, condition.values))
            case "date":
                return self.dated(*condition.values)
            case "linked":
                query = f"SELECT {self.side} FROM link l WHERE l.withdrawn = 0 AND {self.beside}"
                return self.raised(self.ask(query))
            case "graded":
                return self.graded("1", ())
            case "degree":
                return self.graded(f"json_extract(j.codes, '$.degree') IN {_AMONG}", condition.values)
            case "status":
                return self.ask(f"SELECT id FROM statement WHERE status IN {_AMONG}", condition.values)
            case "established":
                return self.ask(f"SELECT id FROM event WHERE established IN {_AMONG}", condition.values)
            case "form":
                return self.ask(
                    f"""SELECT c.id FROM claim c JOIN statement s ON s.id = c.statement
                    WHERE coalesce(c.form, s.form) IN {_AMONG}
                    UNION ALL SELECT id FROM statement WHERE form IN {_AMONG}""",
                    condition.values,
                )
            case "tag":
                return self.tagged(condition.values)
            case "source":
                return self.from_sources([labels.resolve(self.db, ref) for ref in condition.values])
        raise AssertionError(f"no set is made for the key {condition.key}")

    def raised(self, ids: frozenset[str]) -> frozenset[str]:
        """These records, and those that stand for the ones among them that were merged."""
        if not ids:
            return ids
        above = [
            way for table in ("event", "statement") for way in self.db.execute(f"SELECT * FROM {ways(table)}")
        ]
        return ids | {id_ for first, id_ in above if first in ids}

    @property
    def side(self) -> str:
        """What a link stands for: its claim, or beside a claim what is linked to it."""
        return "l.claim" if self.claim is None and not self.of_record else "l.target"

    @property
    def beside(self) -> str:
        return "1" if self.claim is None else "l.claim = :claim"

    def with_people(self, people: Sequence[str]) -> frozenset[str]:
        """What these say, have said for them, ask, are told, or take part in."""
        if not people:
            return frozenset()
        parts = [
            f'SELECT id FROM statement WHERE "{name}" IN {_AMONG}'
            for name in ("speaker", "on_behalf_of", "addressee", "question_by")
        ]
        parts.append(f"SELECT event FROM participant WHERE withdrawn = 0 AND person IN {_AMONG}")
        return self.raised(self.ask(" UNION ALL ".join(parts), people))

    def dated(self, first: str, last: str) -> frozenset[str]:
        """What may lie in these days; what has no date never does."""
        query = " UNION ALL ".join(
            f"""SELECT id FROM {table} WHERE {name}_earliest <= :last
            AND coalesce({name}_latest, '9999-12-31') >= :first
            UNION ALL SELECT id FROM {table} WHERE {name}_earliest IS NULL AND {name}_latest >= :first"""
            for table, name in (("statement", "said_on"), ("event", "when"))
        )
        return self.ask(query, (), first=first, last=last or "9999-12-31")

    def graded(self, condition: str, values: Sequence[str]) -> frozenset[str]:
        """By the judgements that hold for a link, as far as the viewer may see them: its last adjudication,
        else each reviewer's last grade; of a claim judged as a whole likewise."""
        seen = visibility.of_judgement
        holding = f"""
            SELECT a.target, a.codes FROM adjudication a WHERE a.withdrawn = 0 AND {seen("a")} AND NOT EXISTS
              (SELECT 1 FROM adjudication b WHERE b.target = a.target AND b.withdrawn = 0 AND {seen("b")}
               AND (b.round, b.id) > (a.round, a.id))
            UNION ALL
            SELECT g.target, g.codes FROM grade g WHERE g.withdrawn = 0 AND {seen("g")} AND NOT EXISTS
              (SELECT 1 FROM grade h WHERE h.target = g.target AND h.reviewer = g.reviewer
               AND h.withdrawn = 0 AND h.round > g.round AND {seen("h")})
            AND NOT EXISTS (SELECT 1 FROM adjudication a WHERE a.target = g.target AND a.withdrawn = 0
               AND {seen("a")})"""
        query = f"""WITH j AS ({holding}) SELECT {self.side} FROM link l JOIN j ON j.target = l.id
            WHERE l.withdrawn = 0 AND {self.beside} AND {condition}"""
        if self.claim is None:
            query += f" UNION ALL SELECT j.target FROM j WHERE {condition}"
        return self.raised(self.ask(query, values))

    def tagged(self, names: Sequence[str]) -> frozenset[str]:
        """What has one of these tags, letter case and accents aside; also what is linked by such a link."""
        wanted = {fold(" ".join(name.split())) for name in names}
        there = self.db.execute("SELECT DISTINCT name FROM tag WHERE withdrawn = 0").fetchall()
        seen = f"x.withdrawn = 0 AND {visibility.of_remark('x')} AND x.name IN {_AMONG}"
        found = self.ask(
            f"""SELECT x.target FROM tag x WHERE {seen} UNION ALL SELECT {self.side} FROM tag x
            JOIN link l ON l.id = x.target WHERE {seen} AND l.withdrawn = 0 AND {self.beside}""",
            [name for (name,) in there if fold(name) in wanted],
        )
        return self.raised(found)

    def from_sources(self, sources: Sequence[str]) -> frozenset[str]:
        """What quotes these sources."""
        found = self.ask(
            f"""SELECT id FROM statement WHERE source IN {_AMONG}
            UNION ALL SELECT p.record FROM passage p JOIN statement s ON s.id = p.record
              WHERE p.source IN {_AMONG}
            UNION ALL SELECT event FROM evidence WHERE withdrawn = 0 AND source IN {_AMONG}
            UNION ALL SELECT v.event FROM passage p JOIN evidence v ON v.id = p.record
              WHERE v.withdrawn = 0 AND p.source IN {_AMONG}""",
            sources,
        )
        return self.raised(found)

    def worded(self, wording: Wording) -> frozenset[str]:
        """What holds the words, has a note, tag, explanation or evidence that does, or is of people of that
        name."""
        query = Query((wording.term,))
        found: dict[str, list[str]] = {}
        for entity, record_ in search.records_with(self.db, query):
            found.setdefault(entity, []).append(record_)
        ids = {id_ for sort in ("statement", "claim", "event") for id_ in found.get(sort, ())}
        for sort, (name, allowed) in _REMARKS.items():
            if sort in found:
                seen = f" AND {allowed('x')}" if allowed else ""
                ids |= self.ask(
                    f"""SELECT x.{name} FROM {sort} x WHERE x.id IN {_AMONG} AND x.withdrawn = 0{seen}
                    UNION ALL SELECT {self.side} FROM {sort} x JOIN link l ON l.id = x.{name}
                    WHERE x.id IN {_AMONG} AND x.withdrawn = 0{seen} AND l.withdrawn = 0 AND {self.beside}""",
                    found[sort],
                )
        people = [*found.get("person", ()), *_of_aliases(self.db, found.get("alias", ()))]
        named = self.with_people(naming.same_people(self.db, people) if people else ())
        return self.raised(frozenset(ids)) | named


_AMONG = "(SELECT value FROM json_each(:values))"


def people_named(db: sqlite3.Connection, names: Sequence[str]) -> list[str]:
    """The people of one of these names, parts of names or beginnings of them, and whoever is the same
    person."""
    found: set[str] = set()
    for name in names:
        query = read_query(name, live=True)
        for entity, record_ in search.records_with(db, query, ("person", "alias")):
            found.update((record_,) if entity == "person" else _of_aliases(db, (record_,)))
    return naming.same_people(db, list(found)) if found else []


def _of_aliases(db: sqlite3.Connection, aliases: Sequence[str]) -> list[str]:
    query = f"SELECT person FROM alias WHERE withdrawn = 0 AND id IN {_AMONG}"
    return [person for (person,) in db.execute(query, {"values": json.dumps(list(aliases))})]
