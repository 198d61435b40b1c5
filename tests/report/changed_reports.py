"""Reports made from another by changing its values: every text rewritten, or one value at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple

from factcheck.core.report import Report

Owner = tuple[str, str]
"""The class and the field that hold a value: ("ClaimView", "words")."""


class Leaf(NamedTuple):
    """One value of a report: what it is, how to reach it, and the fields that hold it, the nearest last."""

    value: Any
    path: tuple[Any, ...]
    owners: tuple[Owner, ...]

    @property
    def owner(self) -> Owner:
        return self.owners[-1]


def leaves(value: Any, owners: tuple[Owner, ...] = (), path: tuple[Any, ...] = ()) -> Iterator[Leaf]:
    """Every value that is no container, in order. Keys of mappings are not among them."""
    if is_dataclass(value):
        for item in fields(value):
            held = (*owners, (type(value).__name__, item.name))
            yield from leaves(getattr(value, item.name), held, (*path, item.name))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, owners, (*path, key))
    elif isinstance(value, (tuple, list)):
        for place, inner in enumerate(value):
            yield from leaves(inner, owners, (*path, place))
    else:
        yield Leaf(value, path, owners)


def with_value(value: Any, path: tuple[Any, ...], to: Any) -> Any:
    """A copy with the value at `path` put in the place of the one that was there."""
    if not path:
        return to
    step, rest = path[0], path[1:]
    if isinstance(value, Mapping):
        return {**value, step: with_value(value[step], rest, to)}
    if isinstance(value, (tuple, list)):
        changed = list(value)
        changed[step] = with_value(value[step], rest, to)
        return type(value)(changed)
    return replace(value, **{step: with_value(getattr(value, step), rest, to)})


def rewritten(report: Report, text: Callable[[Leaf], str]) -> Report:
    """The report with every text replaced by what `text` makes of it."""

    def renewed(value: Any, owners: tuple[Owner, ...], path: tuple[Any, ...]) -> Any:
        if is_dataclass(value) and not isinstance(value, type):
            changed = {
                item.name: renewed(
                    getattr(value, item.name),
                    (*owners, (type(value).__name__, item.name)),
                    (*path, item.name),
                )
                for item in fields(value)
            }
            return replace(value, **changed)
        if isinstance(value, Mapping):
            return {key: renewed(inner, owners, (*path, key)) for key, inner in value.items()}
        if isinstance(value, (tuple, list)):
            return type(value)(renewed(inner, owners, (*path, place)) for place, inner in enumerate(value))
        return text(Leaf(value, path, owners)) if isinstance(value, str) else value

    made: Report = renewed(report, (), ())
    return made
