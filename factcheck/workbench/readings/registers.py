"""Rows of imported registers, as they stand there."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from factcheck.core.codes import MODE_PHRASE
from factcheck.core.filters import Filter, parse_filter
from factcheck.core.light import dataclass
from factcheck.core.views.events import RowView
from factcheck.core.views.records import Head
from factcheck.core.views.rows import RecordRow
from factcheck.core.views.searching import Suggestion
from factcheck.errors import FactcheckError
from factcheck.store import registers, row_filter, rows
from factcheck.workbench import dates
from factcheck.workbench.readings.cited import source_name
from factcheck.workbench.registering.citations import Citing
from factcheck.workbench.registering.taking_up import columns_of, row_fields, row_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.query import Query
    from factcheck.core.register_rows import RegisterRow
    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.registers import RowAt
    from factcheck.store.rows import Stored


def row_view(db: Db, viewer: Viewer, row: Stored) -> RowView:
    """A row that something in the case names, with its cells and the source of its register."""
    register = rows.get(db, viewer, row.get("register"))
    source = rows.find(db, viewer, register.get("source"))
    cells = row.get("cells") or {}
    order = [column for column in columns_of(register.get("mapping")) if column in cells]
    return RowView(
        head=row.head,
        number=row.get("number"),
        title=row.get("title"),
        when=row.get("when"),
        when_said=dates.said(row.get("when")),
        cells=tuple(
            (str(column), "" if cells[column] is None else str(cells[column])) for column in order or cells
        ),
        mode=row.get("mode") or register.get("mode"),
        source=source_name(source) if source else None,
        source_label=source.label if source else None,
        gone=bool(row.get("gone")),
        changed=_changes(row.get("changed")),
    )


def _changes(changed: Any) -> tuple[tuple[str, str, str], ...]:
    if not isinstance(changed, dict):
        return ()
    return tuple(
        (str(column), str(pair[0]), str(pair[1]))
        for column, pair in changed.items()
        if isinstance(pair, list) and len(pair) == 2
    )


def open_row_view(db: Db, viewer: Viewer, at: RowAt) -> RowView:
    """The same of a row that nothing names yet."""
    register = rows.get(db, viewer, at.register)
    source = rows.get(db, viewer, at.source)
    fields = row_fields(at.row, columns_of(register.get("mapping")))
    return RowView(
        head=Head(
            at.id,
            "row",
            at.label,
            register.head.made_by,
            register.head.made_at,
            register.head.changed_by,
            register.head.changed_at,
        ),
        number=at.row.number,
        title=fields["title"],
        when=at.row.when,
        when_said=dates.said(at.row.when),
        cells=tuple(fields["cells"].items()),
        mode=at.mode,
        source=source_name(source),
        source_label=source.label,
        gone=at.row.gone is not None,
    )


def as_record_row(at: RowAt, said_on: str | None) -> RecordRow:
    """A row of a register as a line of the record beside a claim."""
    return RecordRow(
        row="row",
        id=at.id,
        label=at.label,
        title=at.row.title,
        when=at.row.when,
        when_said=dates.said(at.row.when),
        who=at.row.people,
        established=None,
        scheduled_only=at.mode == "scheduled",
        link=None,
        link_label=None,
        verdict="not linked",
        mark="",
        days=dates.days_between(at.row.when, said_on),
        basis=standing(at),
    )


def as_suggestion(
    at: RowAt, rank: int, score: float, reasons: tuple[str, ...], link: str | None
) -> Suggestion:
    """A row of a register as matching offers it."""
    title = at.row.title
    return Suggestion(
        id=at.id,
        label=at.label,
        title=f"{MODE_PHRASE[at.mode]}: {title}" if at.mode == "scheduled" else title,
        when=at.row.when,
        when_said=dates.said(at.row.when),
        who=at.row.people,
        rank=rank,
        score=score,
        reasons=reasons,
        link=link,
    )


def standing(at: RowAt) -> str:
    """What a row is, in words: `row 4,512 of D7, scheduled`."""
    gone = ", gone from the register" if at.row.gone else ""
    return f"row {at.row.number:,} of {at.source_label}, {at.mode}{gone}"


def row_at(db: Db, viewer: Viewer, ref: str) -> RowAt | None:
    """The row of a register that an id or a place names, whether something names it already or not."""
    if (at := row_named(db, viewer, ref)) is not None:
        return at
    record = rows.find(db, viewer, ref)
    if record is None or record.head.entity != "row":
        return None
    return registers.of_record(db, record.id)


def open_row(db: Db, viewer: Viewer, ref: str | None) -> RowAt | None:
    """The row that a person, or a list, names and that no record names yet."""
    at = row_named(db, viewer, ref) if ref else None
    return at if at is not None and at.record is None else None


def recorded(db: Db, viewer: Viewer, ref: str | None) -> str | None:
    """What a person names, a row by the record that names it."""
    at = row_named(db, viewer, ref) if ref else None
    return at.record if at else ref


@dataclass(frozen=True, slots=True)
class RowsPage:
    """Some rows of registers as plain values, from `offset`; `total` counts all that the question means, and
    is None where that was not counted."""

    rows: list[dict[str, Any]]
    offset: int
    total: int | None


def register_rows(
    case: CaseFile,
    viewer: Viewer,
    *,
    register: str | None = None,
    wanted: str = "",
    unresolved: bool = False,
    offset: int = 0,
    limit: int = 200,
) -> RowsPage:
    """One page of the rows of all registers, or of one (its source's label); `wanted` as in `core.filters`;
    `unresolved` asks for rows whose citations name nothing that the case has."""
    chosen = parse_filter(wanted)
    with case.reading() as db:
        held = register_of(db, viewer, register) if register else None
        if unresolved:
            found = _unresolved(db, viewer, held, chosen)
            return RowsPage(found[offset : offset + limit], offset, len(found))
        if not chosen:
            page = registers.page(db, register=held, offset=offset, limit=limit)
            return RowsPage([as_value(at) for at in page], offset, registers.count(db, held))
        passing = (at for at in row_filter.rows_with(db, viewer, chosen) if held in {None, at.register})
        some = list(islice(passing, offset, offset + limit + 1))
        whole = None if len(some) > limit else offset + len(some)
        return RowsPage([as_value(at) for at in some[:limit]], offset, whole)


def register_of(db: Db, viewer: Viewer, ref: str) -> str:
    """The register that a source's label, or its own id, names."""
    found = rows.of_sort(db, viewer, ref, "source", "register")
    if found.head.entity == "register":
        return found.id
    held = registers.of_source(db, found.id)
    if len(held) == 1:
        return held[0]
    if not held:
        raise FactcheckError(
            f"{found.label} is no register",
            "Nothing was imported from it as rows.",
            "factcheck import FILE --as rows --mode MODE",
            2,
        )
    raise FactcheckError(
        f"{found.label} holds {len(held)} registers", f"They are {', '.join(held)}.", "Name one by its id.", 2
    )


def as_value(at: RowAt) -> dict[str, Any]:
    """A row as plain values, under the names of its fields."""
    row: RegisterRow = at.row
    return {
        "id": at.id,
        "label": at.label,
        "register": at.source_label,
        "sheet": at.sheet,
        "number": row.number,
        "ref": at.ref,
        "mode": at.mode,
        "when": row.when,
        "end": row.end,
        "title": row.title,
        "who": list(row.who),
        "with": list(row.with_),
        "organisation": row.organisation,
        "where": row.place,
        "foreign_id": row.id,
        "cite": row.cite,
        "note": row.note,
        "cells": list(row.cells),
        "gone": row.gone is not None,
        "event": at.event,
    }


def _unresolved(db: Db, viewer: Viewer, register: str | None, chosen: Filter) -> list[dict[str, Any]]:
    citing = Citing(db, viewer)
    found = []
    for at in registers.page(db, register=register, cited=True):
        if at.row.gone or (chosen and not row_filter.passes(db, chosen, at)):
            continue
        if left := [cite for cite in citing.resolved(at.row.cite or "") if not cite.resolved]:
            open_ = [{"cite": one.typed, "why": one.why} for one in left]
            found.append({**as_value(at), "unresolved": open_})
    return found


def every_row(db: Db) -> Sequence[RowAt]:
    """All rows of all registers."""
    return registers.page(db)


def find_rows(db: Db, query: Query, limit: int) -> Sequence[RowAt]:
    """Rows of registers that hold the words, the best first where there are few."""
    if not query or limit <= 0:
        return ()
    places = registers.places_with(db, query, limit * 2)
    standing_ = [at for at in registers.at_places(db, places) if at.row.gone is None]
    return standing_[:limit]
