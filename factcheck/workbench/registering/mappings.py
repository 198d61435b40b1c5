"""How a register's columns were read, as the register keeps it, and as a later table takes it over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.store import registers

if TYPE_CHECKING:
    from factcheck.core.registers import Mapped
    from factcheck.store.connect import Db
    from factcheck.workbench.registering.survey import Asked, Survey


def kept(survey: Survey, asked: Asked) -> dict[str, Any]:
    """What a register keeps of how its table was read."""
    said = {
        "columns": list(survey.columns),
        "fields": {name: list(columns) for name, columns in survey.fields.items()},
        "header": survey.has_header,
        "shape": survey.shape,
        "sheet": survey.sheet,
        "delimiter": survey.delimiter,
        "date_order": asked.date_order,
        "orders": dict(survey.understanding.orders),
        "days_only": sorted(survey.understanding.days_only),
        "last_first": sorted(survey.understanding.last_first),
        "fill": sorted(survey.understanding.fill),
    }
    return {name: value for name, value in said.items() if value not in (None, [], {})}


def fields_of(mapping: Any) -> Mapped:
    """The columns of each field that a kept mapping names."""
    held = mapping.get("fields") if isinstance(mapping, dict) else None
    if not isinstance(held, dict):
        return {}
    return {
        str(name): tuple(map(str, columns)) for name, columns in held.items() if isinstance(columns, list)
    }


def with_what_was_said(asked: Asked, mapping: Any) -> Asked:
    """What is asked of an update: it keeps the order of dates and the columns to be filled that were said
    for its register, where nothing else is said."""
    if not isinstance(mapping, dict):
        return asked
    return replace(
        asked,
        date_order=asked.date_order or mapping.get("date_order"),
        fill=asked.fill or tuple(mapping.get("fill") or ()),
    )


def recalled(db: Db, shape: str) -> tuple[str, Mapped] | None:
    """The source's label and the fields of the last register whose table had this shape."""
    found = registers.last_of_shape(db, shape)
    return (found[0], fields_of(found[1])) if found else None
