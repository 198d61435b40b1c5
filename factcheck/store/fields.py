"""Between an entry's fields and a table's columns, for every entity alike."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

from factcheck.core.edtf import parse_edtf
from factcheck.core.entities import ENTITIES
from factcheck.core.entry import canonical
from factcheck.core.rules import Rule, rules_of
from factcheck.store.schema import columns_of

Encoder = Callable[[Any], tuple[Any, ...]]


@lru_cache(maxsize=16_384)
def days_of(edtf: str) -> tuple[str | None, str | None]:
    """The earliest and the latest day an EDTF value may mean, as ISO text; None where it is open."""
    when = parse_edtf(edtf)
    return (
        when.earliest.isoformat() if when.earliest else None,
        when.latest.isoformat() if when.latest else None,
    )


def _plain(value: Any) -> tuple[Any, ...]:
    return (value,)


def _flag(value: Any) -> tuple[Any, ...]:
    return (None if value is None else int(value),)


def _json(value: Any) -> tuple[Any, ...]:
    return (None if value is None else canonical(value),)


def _edtf(value: Any) -> tuple[Any, ...]:
    return (None, None, None) if value is None else (value, *days_of(value))


_ENCODERS: dict[str, Encoder] = {
    "flag": _flag,
    "edtf": _edtf,
    "names": _json,
    "refs": _json,
    "codes": _json,
    "json": _json,
}


@cache
def _plan(entity: str) -> tuple[tuple[Any, ...], dict[str, tuple[int, int, Encoder]]]:
    """The row of a record that says nothing, id aside; and where each field's columns are in it."""
    empty: list[Any] = []
    places: dict[str, tuple[int, int, Encoder]] = {}
    for name, rule in rules_of(ENTITIES[entity].record).items():
        if rule.shape != "anchors":
            encode = _ENCODERS.get(rule.shape, _plain)
            columns = encode(rule.default)
            places[name] = (len(empty) + 1, len(empty) + 1 + len(columns), encode)
            empty.extend(columns)
    return tuple(empty), places


def row_for(entity: str, subject: str, fields: Mapping[str, Any], absent: frozenset[str]) -> tuple[Any, ...]:
    """The row of a record; the fields in `absent` name records that are not there, and stay empty until
    these are."""
    empty, places = _plan(entity)
    row = [subject, *empty]
    for name, value in fields.items():
        place = places.get(name)
        if place is not None and name not in absent:
            row[place[0] : place[1]] = place[2](value)
    return tuple(row)


@cache
def upsert(entity: str) -> str:
    """The statement that writes such a row, new or again."""
    names = [f'"{name}"' for name, _ in columns_of(entity)]
    places = ",".join("?" * (len(names) + 1))
    updates = ", ".join(f"{name} = excluded.{name}" for name in names)
    table = ENTITIES[entity].table
    return f"INSERT INTO {table} VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {updates}"


@cache
def required_refs(entity: str) -> dict[str, str]:
    """The fields whose records must be present for this one to stand, each with the sort these must be of."""
    return {
        name: rule.entity or "record"
        for name, rule in rules_of(ENTITIES[entity].record).items()
        if rule.shape == "ref" and rule.required
    }


@cache
def optional_refs(entity: str) -> dict[str, str]:
    """The fields that stay empty while their records are absent, each with the sort these must be of."""
    return {
        name: rule.entity or "record"
        for name, rule in rules_of(ENTITIES[entity].record).items()
        if rule.shape == "ref" and not rule.required
    }


@cache
def anchor_fields(entity: str) -> tuple[str, ...]:
    """The fields that hold anchors."""
    return tuple(name for name, rule in rules_of(ENTITIES[entity].record).items() if rule.shape == "anchors")


@cache
def _decoders(entity: str) -> tuple[tuple[str, int, Rule], ...]:
    position = 1
    plan = []
    for name, rule in rules_of(ENTITIES[entity].record).items():
        if rule.shape == "anchors":
            continue
        plan.append((name, position, rule))
        position += 3 if rule.shape == "edtf" else 1
    return tuple(plan)


def fields_from(entity: str, row: tuple[Any, ...]) -> dict[str, Any]:
    """The fields of a record from its row (which begins with the id); anchors are not among them."""
    fields: dict[str, Any] = {}
    for name, position, rule in _decoders(entity):
        value = row[position]
        if value is not None:
            if rule.shape == "flag":
                value = bool(value)
            elif rule.shape in {"names", "refs", "codes", "json"}:
                value = json.loads(value)
        fields[name] = value
    return fields
