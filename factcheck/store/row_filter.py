"""Filters of registers' rows: the same words and conditions as of the other lists, asked of a row's cells.

What a row has no field for (a status, a grade, a tag of its own) it does not have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.query import Query, read_query, spans
from factcheck.store import labels, registers
from factcheck.store.fields import days_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from factcheck.core.filters import Condition, Filter
    from factcheck.core.viewer import Viewer
    from factcheck.store.registers import RowAt

_AT_ONCE = 500


def rows_with(db: sqlite3.Connection, viewer: Viewer, wanted: Filter) -> Iterator[RowAt]:
    """The rows for which a filter holds, in the order of their registers; those that are gone are not."""
    if not _of_kind(wanted):
        return
    days = next((c.values for c in wanted.of("date") if not c.negated), None)
    places = _narrowed(db, wanted)
    offset = 0
    while True:
        some = places[offset : offset + _AT_ONCE] if places is not None else None
        if some == []:
            return
        found = registers.page(
            db,
            days=(days[0], days[1]) if days else None,
            places=some,
            offset=0 if some else offset,
            limit=-1 if some else _AT_ONCE,
        )
        yield from (at for at in found if passes(db, wanted, at))
        offset += _AT_ONCE
        if places is None and len(found) < _AT_ONCE:
            return


def _narrowed(db: sqlite3.Connection, wanted: Filter) -> list[int] | None:
    """The places, in order, of the rows that hold the filter's words and names; None where it asks for
    none."""
    terms = [wording.term for wording in wanted.words if not wording.negated]
    for condition in wanted.of("who"):
        if not condition.negated and len(condition.values) == 1:
            terms.extend(read_query(condition.values[0], live=True).terms)
    return sorted(registers.places_with(db, Query(tuple(terms)))) if terms else None


def passes(db: sqlite3.Connection, wanted: Filter, at: RowAt) -> bool:
    """Whether a filter holds for a row."""
    if at.row.gone or not _of_kind(wanted):
        return False
    text = at.row.words()
    if not all(bool(spans(text, Query((w.term,)))) != w.negated for w in wanted.words):
        return False
    return all(
        _holds(db, condition, at) != condition.negated
        for condition in wanted.conditions
        if condition.key != "kind"
    )


def _of_kind(wanted: Filter) -> bool:
    return all(("row" in condition.values) != condition.negated for condition in wanted.of("kind"))


def _holds(db: sqlite3.Connection, condition: Condition, at: RowAt) -> bool:
    match condition.key:
        case "who":
            names = "\n".join(at.row.people)
            return any(spans(names, read_query(value, live=True)) for value in condition.values)
        case "date":
            return at.row.when is not None and _meets(at.row.when, *condition.values)
        case "linked":
            linked = at.record is not None and bool(
                db.execute("SELECT 1 FROM link WHERE target = ? AND withdrawn = 0", (at.record,)).fetchone()
            )
            return len(condition.values) > 1 or linked == (condition.values == ("yes",))
        case "graded":
            return condition.values != ("yes",)
        case "source":
            return at.source in {labels.resolve(db, ref) for ref in condition.values}
    return False


def _meets(when: str, first: str, last: str) -> bool:
    earliest, latest = days_of(when)
    return (earliest or "") <= (last or "9999-12-31") and (latest or "9999-12-31") >= first
