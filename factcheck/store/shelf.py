"""What was worked out for one state of a case and may be asked for again: kept until the case changes."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, TypeVar, cast
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from factcheck.store.case import CaseFile

T = TypeVar("T")

MOST = 8
"""Things kept a case; the one not asked for longest goes first."""


class _Shelf:
    def __init__(self) -> None:
        self.stamp: tuple[int, int] = (-1, -1)
        self.things: OrderedDict[Hashable, object] = OrderedDict()


_SHELVES: WeakKeyDictionary[CaseFile, _Shelf] = WeakKeyDictionary()


def kept(case: CaseFile, key: Hashable, make: Callable[[], T]) -> T:
    """What `make` gives, made anew only when this or another connection has written since. Call it within a
    reading."""
    shelf = _SHELVES.setdefault(case, _Shelf())
    stamp = (case.db.execute("PRAGMA data_version").fetchone()[0], case.db.total_changes)
    if shelf.stamp != stamp:
        shelf.stamp = stamp
        shelf.things.clear()
    if key not in shelf.things:
        shelf.things[key] = make()
        while len(shelf.things) > MOST:
            shelf.things.popitem(last=False)
    shelf.things.move_to_end(key)
    return cast(T, shelf.things[key])
