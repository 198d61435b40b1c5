"""Reading order: columns where they are sure, otherwise row by row.

A gutter is a stretch of white from top to bottom that no run crosses, between runs on both sides. What stands
on its two sides is two columns where the file itself wrote one side before the other, or where both sides are
lines of prose; short pieces side by side are a table and read by the row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from factcheck.read.pages.sheet import Row, Run, rows_of

_BIN = 2.0
_GUTTER = 0.6
"""Of the height of a line: the least width of a gutter."""

_CROSSED = 0.15
_FILLED = 0.6
_PROSE_ROWS = 4
_PROSE_WORDS = 3
_DEPTH = 6


@dataclass(slots=True)
class Order:
    """Blocks of rows in reading order. `unsure` says that the order of some is a guess."""

    blocks: list[list[Row]] = field(default_factory=list)
    unsure: bool = False
    ended: bool = False
    """Whether what follows is a block of its own: the last one is a column."""


def read_in_order(runs: Sequence[Run]) -> Order:
    """The runs of a page as blocks to be read one after the other, each from top to bottom."""
    order = Order()
    _read(list(runs), order, _DEPTH)
    return order


def _read(runs: list[Run], order: Order, depth: int) -> None:
    rows = rows_of(runs)
    gutter = _gutter(runs, len(rows)) if depth and len(runs) >= 4 else None
    if gutter is None:
        _add(rows, order)
        return
    waiting: list[Run] = []
    for row in rows:
        if any(run.x0 < gutter < run.x1 for run in row.runs):
            _sides(waiting, gutter, order, depth)
            waiting = []
            _add([row], order)
        else:
            waiting += row.runs
    _sides(waiting, gutter, order, depth)


def _add(rows: list[Row], order: Order) -> None:
    if not rows:
        return
    if order.blocks and not order.ended and order.blocks[-1][-1].y > rows[0].y:
        order.blocks[-1] += rows
    else:
        order.blocks.append(rows)
    order.ended = False


def _sides(runs: list[Run], gutter: float, order: Order, depth: int) -> None:
    left = [run for run in runs if run.x1 <= gutter]
    right = [run for run in runs if run.x1 > gutter]
    if not left or not right:
        _read(runs, order, depth - 1)
        return
    rows = rows_of(left), rows_of(right)
    written_apart = max(run.order for run in left) < min(run.order for run in right)
    prose = all(_is_prose(side) for side in rows)
    if prose or (written_apart and min(map(len, rows)) > 1):
        order.unsure |= not (prose or written_apart)
        for side in (left, right):
            inner = Order()
            _read(side, inner, depth - 1)
            order.blocks += inner.blocks
            order.unsure |= inner.unsure
        order.ended = True
        return
    order.unsure |= all(len(side) >= 3 and _words(side) >= _PROSE_WORDS for side in rows)
    _add(rows_of(runs), order)


def _is_prose(rows: Sequence[Row]) -> bool:
    """Whether lines fill their column as prose does, all but the last of each paragraph."""
    if len(rows) < _PROSE_ROWS or _words(rows) < _PROSE_WORDS:
        return False
    width = max(row.runs[-1].x1 for row in rows) - min(row.runs[0].x0 for row in rows)
    return median(row.runs[-1].x1 - row.runs[0].x0 for row in rows) >= _FILLED * width


def _words(rows: Sequence[Row]) -> float:
    return median(sum(run.words for run in row.runs) for row in rows)


def _gutter(runs: Sequence[Run], rows: int) -> float | None:
    """The middle of the widest stretch that few rows cross and that has runs on both sides in many."""
    left = min([run.x0 for run in runs])
    right = max([run.x1 for run in runs])
    em = median([run.em for run in runs])
    bins = int((right - left) / _BIN) + 1
    if not 8 <= bins <= 5_000:
        return None
    edges = [0] * (bins + 1)
    for run in runs:
        edges[int((run.x0 - left) / _BIN)] += 1
        edges[min(bins, int((run.x1 - left) / _BIN) + 1)] -= 1
    covers: list[int] = []
    depth = 0
    for edge in edges[:bins]:
        depth += edge
        covers.append(depth)
    allowed = _CROSSED * rows
    best: tuple[float, float] | None = None
    start: int | None = None
    for place, cover in enumerate((*covers, bins)):
        if cover <= allowed:
            start = place if start is None else start
        elif start is not None:
            width = (place - start) * _BIN
            if start > 0 and place < bins and width >= _GUTTER * em:
                best = max(best or (0.0, 0.0), (width, left + (start + place) / 2 * _BIN))
            start = None
    if best is None:
        return None
    sides = sum(run.x1 <= best[1] for run in runs), sum(run.x0 >= best[1] for run in runs)
    return best[1] if min(sides) >= 2 else None


def pitch_of(rows: Sequence[Row]) -> float:
    """The usual distance from one row to the next, in points; 0 where there is only one."""
    steps = [upper.y - lower.y for upper, lower in pairwise(rows) if upper.y > lower.y]
    return median(steps) if steps else 0.0
