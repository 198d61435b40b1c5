"""A row that a person names: found in its register, and made a record when something is to rest on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.core import records as r
from factcheck.core.catalogue import fields_of
from factcheck.core.register_rows import RegisterRow, open_id, row_typed
from factcheck.errors import FactcheckError
from factcheck.store import labels, registers, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.connect import Db
    from factcheck.store.registers import RowAt

SHOWN = 8
"""Rows of one number that are named where one of them is to be chosen."""


def row_named(db: Db, viewer: Viewer, ref: str) -> RowAt | None:
    """The row that a person names as `D7:4512`, or a list by its id; None where the words name no row so.
    Refuses a number that its register does not have, and one that stands for several rows."""
    if opened := open_id(ref):
        register, number, n = opened
        found = registers.placed(db, register, n) if rows.find(db, viewer, register) else None
        if found is None or found.row.number != number:
            raise FactcheckError(f"There is no row “{ref}” in this case", exit_code=2)
        return found
    typed = row_typed(ref)
    if typed is None:
        return None
    source = rows.of_sort(db, viewer, typed.source, "source")
    held = registers.of_source(db, source.id)
    if typed.sheet:
        held = [one for one in held if sheet_of(rows.get(db, viewer, one).get("mapping")) == typed.sheet]
    if not held:
        raise _no_register(source.label, typed.sheet)
    by_register = [there for register in held if (there := registers.numbered(db, register, typed.number))]
    if len(by_register) > 1:
        choices = f"They are {', '.join(there[0].ref for there in by_register)}."
        raise FactcheckError(f"“{ref}” stands for {len(by_register)} rows", choices, exit_code=2)
    there = by_register[0] if by_register else []
    if typed.which:
        there = there[typed.which - 1 : typed.which]
    if len(there) > 1:
        raise _several(ref, there)
    if not there:
        raise FactcheckError(
            f"{source.label} has no row {typed.number:,}",
            "Rows are named by the line of the file, or the row of the sheet, at which they begin.",
            "`factcheck list rows` shows them.",
            2,
        )
    return there[0]


def _several(ref: str, there: Sequence[RowAt]) -> FactcheckError:
    named = [f"{at.ref}#{which} ({at.row.when or at.row.title})" for which, at in enumerate(there, 1)]
    more = f" ... {named[-1]}" if len(named) > SHOWN else ""
    return FactcheckError(
        f"“{ref}” stands for {len(there):,} rows",
        f"They are {', '.join(named[:SHOWN])}{more}.",
        "Name one of them.",
        2,
    )


def _no_register(label: str, sheet: str | None) -> FactcheckError:
    return FactcheckError(
        f"{label} has no imported rows" + (f" of a sheet “{sheet}”" if sheet else ""),
        "Rows come of a table that was imported as a register.",
        "factcheck import FILE --as rows --mode MODE; an updated register has its rows under its new source.",
        2,
    )


def sheet_of(mapping: Any) -> str | None:
    """The sheet that a register's mapping names."""
    return mapping.get("sheet") if isinstance(mapping, dict) else None


def columns_of(mapping: Any) -> list[str]:
    """The columns that a register's mapping names, in order; none of an earlier form."""
    columns = mapping.get("columns") if isinstance(mapping, dict) else None
    return [str(column) for column in columns] if isinstance(columns, list) else []


def taken_up(act: Act, viewer: Viewer, ref: str) -> str:
    """The id of the record that a label, an id or a row's place names; a row becomes a record by it."""
    at = row_named(act.db, viewer, ref)
    if at is None:
        return labels.resolve(act.db, ref)
    return at.record or record_of(act, viewer, at)


def record_of(act: Act, viewer: Viewer, at: RowAt) -> str:
    """Makes the record of a row that has none, within an act; the tables show it at once."""
    id_ = put_record(act, viewer, at)
    act.projected()
    return id_


def put_record(act: Act, viewer: Viewer, at: RowAt) -> str:
    """The same, shown when the act next projects."""
    id_ = act.fresh()
    register = rows.get(act.db, viewer, at.register)
    fields = row_fields(at.row, columns_of(register.get("mapping")))
    record = r.Row(label=act.label("row", id_), register=at.register, gone=at.row.gone is not None, **fields)
    act.put("row.cited", id_, fields_of(record))
    return id_


def row_fields(row: RegisterRow, columns: list[str]) -> dict[str, Any]:
    """What a record of a row holds of it. Cells are kept by column."""
    names = columns if len(columns) == len(row.cells) else [str(n) for n in range(1, len(row.cells) + 1)]
    return {
        "number": row.number,
        "title": row.title or f"Row {row.number:,}",
        "when": row.when,
        "cells": dict(zip(names, row.cells, strict=True)),
        "foreign_id": row.id,
        "mode": row.mode,
    }
