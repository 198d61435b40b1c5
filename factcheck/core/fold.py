"""The fold: a record's state out of its entries, the same whatever order they came in.

Entries of one subject form a graph by `base`. Every field holds the value of the last entry, in fold order,
that set it and that no later one superseded. Two live entries, neither an ancestor of the other, that set
one field to different values are a conflict: the later is shown, both are told, until an entry that knows
both sets the field again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from factcheck.core import light


@light.dataclass(frozen=True, slots=True)
class Act:
    """One entry as the fold sees it. `makes` is True where it creates the subject."""

    hash: str
    order: tuple[int, str, int, str]
    actor: str
    wall: str
    base: tuple[str, ...]
    batch: str
    kind: str
    fields: dict[str, Any]
    makes: bool


@light.dataclass(frozen=True, slots=True)
class Contender:
    """One side of a conflict: the value, who set it and when, by which entry."""

    value: Any
    actor: str
    wall: str
    entry: str


@light.dataclass(frozen=True, slots=True)
class State:
    """A record as it stands. `present` is False when no live entry creates it.

    `heads` are the entries that no other names as its base (undone ones too: they are what a writer has
    seen);
    `live` the hashes of the entries that count, in fold order; `made` and `changed` the first and last of
    these.
    """

    present: bool
    fields: dict[str, Any]
    conflicts: dict[str, tuple[Contender, ...]]
    heads: tuple[str, ...]
    live: tuple[str, ...]
    made: Act | None = None
    changed: Act | None = None


@dataclass(slots=True)
class _Graph:
    index: dict[str, int]
    ancestors: list[int] = field(default_factory=list)


def fold(acts: Sequence[Act], dead: Set[str]) -> State:
    """Folds the entries of one subject, given in fold order; `dead` names the batches that are undone."""
    if len(acts) == 1 and acts[0].makes and acts[0].batch not in dead:  # most records are never changed
        (only,) = acts
        return State(True, dict(only.fields), {}, (only.hash,), (only.hash,), only, only)
    live = [act for act in acts if act.batch not in dead]
    made = next((act for act in live if act.makes), None)
    heads = _heads(acts)
    fields: dict[str, Any] = {}
    conflicts: dict[str, tuple[Contender, ...]] = {}
    if _is_chain(acts):
        for act in live:
            fields.update(act.fields)
    else:
        fields, conflicts = _merge(acts, live)
    return State(
        present=made is not None,
        fields=fields,
        conflicts=conflicts,
        heads=heads,
        live=tuple(act.hash for act in live),
        made=made,
        changed=live[-1] if live else None,
    )


def _heads(acts: Sequence[Act]) -> tuple[str, ...]:
    if len(acts) == 1:
        return (acts[0].hash,)
    seen = {parent for act in acts for parent in act.base}
    return tuple(sorted(act.hash for act in acts if act.hash not in seen))


def _is_chain(acts: Sequence[Act]) -> bool:
    return all(earlier.hash in later.base for earlier, later in pairwise(acts))


def _merge(
    acts: Sequence[Act], live: Sequence[Act]
) -> tuple[dict[str, Any], dict[str, tuple[Contender, ...]]]:
    graph = _graph(acts)
    setters: dict[str, list[Act]] = {}
    for act in live:
        for name in act.fields:
            setters.setdefault(name, []).append(act)
    fields: dict[str, Any] = {}
    conflicts: dict[str, tuple[Contender, ...]] = {}
    for name, group in setters.items():
        standing = _not_superseded(group, graph)
        fields[name] = standing[-1].fields[name]
        contenders = _distinct(standing, name)
        if len(contenders) > 1:
            conflicts[name] = contenders
    return fields, conflicts


def _graph(acts: Sequence[Act]) -> _Graph:
    """Ancestors as bit sets. A base that is unknown, or that comes later in the fold order, is passed
    over."""
    graph = _Graph({act.hash: position for position, act in enumerate(acts)})
    for position, act in enumerate(acts):
        mask = 0
        for parent in act.base:
            at = graph.index.get(parent)
            if at is not None and at < position:
                mask |= graph.ancestors[at] | (1 << at)
        graph.ancestors.append(mask)
    return graph


def _not_superseded(group: Sequence[Act], graph: _Graph) -> list[Act]:
    superseded = 0
    for act in group:
        superseded |= graph.ancestors[graph.index[act.hash]]
    return [act for act in group if not superseded >> graph.index[act.hash] & 1]


def _distinct(standing: Sequence[Act], name: str) -> tuple[Contender, ...]:
    contenders: list[Contender] = []
    for act in standing:
        if all(act.fields[name] != known.value for known in contenders):
            contenders.append(Contender(act.fields[name], act.actor, act.wall, act.hash))
    return tuple(contenders)


@light.dataclass(frozen=True, slots=True)
class Reversal:
    """An entry that takes a batch out of the fold: an undo of an act, or a redo, which is the undo of an
    undo."""

    order: tuple[int, str, int, str]
    batch: str
    names: str


def dead_batches(reversals: Iterable[Reversal]) -> frozenset[str]:
    """The batches that are undone.

    Read from the last to the first: a reversal that is itself undone does nothing. One that names a batch
    which comes after it names nothing, so no circle can form.
    """
    dead: set[str] = set()
    decided: set[str] = set()
    for reversal in sorted(reversals, key=lambda item: item.order, reverse=True):
        decided.add(reversal.batch)
        if reversal.batch not in dead and reversal.names not in decided:
            dead.add(reversal.names)
    return frozenset(dead)
