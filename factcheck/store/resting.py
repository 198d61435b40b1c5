"""What a judgement rests on, as far as one record goes: a digest that changes when the record does.

A passage that was carried over to another text of its source, with the same words, is still what was judged:
such an entry does not count. One that brings other words, or says anything else, counts as every other does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.core.anchors import JOINT
from factcheck.core.catalogue import CARRIED, carried_fields
from factcheck.core.entry import sha256
from factcheck.core.fold import Act, State, fold
from factcheck.core.plain import same_words
from factcheck.store.fields import anchor_fields

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set


def version_of(entity: str, acts: Sequence[Act], state: State, dead: Set[str]) -> str:
    """The digest of a record that stands, from all its entries and what they fold to."""
    live = state.live
    carrying = {act.hash for act in acts if act.kind.endswith(CARRIED) and _only_carries(entity, act)}
    if not carrying.isdisjoint(live):
        before = fold(_without(acts, carrying), dead)
        if _says_the_same(entity, before.fields, state.fields):
            live = before.live
    return live[0] if len(live) == 1 else sha256(",".join(live))


def _only_carries(entity: str, act: Act) -> bool:
    return act.fields.keys() <= carried_fields(entity)


def _without(acts: Sequence[Act], left_out: Set[str]) -> list[Act]:
    """The entries but for some; what was based on one of these is based on what that one was."""
    bases = {act.hash: act.base for act in acts if act.hash in left_out}

    def bridged(base: tuple[str, ...]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        todo, seen = list(base), set()
        while todo:
            parent = todo.pop()
            if parent in bases and parent not in seen:
                seen.add(parent)
                todo.extend(bases[parent])
            elif parent not in bases:
                found[parent] = None
        return tuple(sorted(found))

    return [replace(act, base=bridged(act.base)) for act in acts if act.hash not in left_out]


def _says_the_same(entity: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    anchored = set(anchor_fields(entity))
    for name in carried_fields(entity) - {"source"}:
        was, now = before.get(name), after.get(name)
        if was is None or now is None:
            if was is not now:
                return False
        elif name in anchored:
            if not same_words(_quoted(was), _quoted(now)):
                return False
        elif not same_words(was, now):
            return False
    return True


def _quoted(anchors: Sequence[Mapping[str, Any]]) -> str:
    return JOINT.join(anchor["exact"] for anchor in anchors)
