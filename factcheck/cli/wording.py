"""Small wordings of values: moments, distances in time, lists, what a field holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any


def moment(at: str) -> str:
    """A time of the ledger as a clock shows it here: `2026-03-02 14:02`."""
    try:
        return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return at


def distance(days: int | None) -> str:
    """How far an event lies from the statement: `124 days before`; empty where it is not known."""
    if days is None:
        return ""
    if days == 0:
        return "the same day"
    return f"{abs(days)} day{'' if abs(days) == 1 else 's'} {'before' if days > 0 else 'after'}"


def listed(*parts: str | None) -> str:
    """The parts that there are, with a dot between."""
    return " · ".join(part for part in parts if part)


def said(value: Any) -> str:
    """A plain value in words: lists by commas, people with their capacity, roles with their time."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return _said_of(value)
    if isinstance(value, list | tuple):
        return ", ".join(said(item) for item in value)
    return "" if value is None else str(value)


def _said_of(value: Mapping[str, Any]) -> str:
    if "name" in value and "capacity" in value:
        capacity = f" ({value['capacity']})" if value["capacity"] else ""
        return f"{value['name']}{'?' if value.get('doubtful') else ''}{capacity}"
    if set(value) == {"title", "when"}:
        return f"{value['title']} ({value['when']})" if value["when"] else str(value["title"])
    filled = {name: item for name, item in value.items() if item not in (None, "")}
    return ", ".join(f"{name} {said(item)}" for name, item in filled.items())
