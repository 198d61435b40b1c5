"""Which numbers at the edges of lines are line numbers: those that a whole column proves, one after the other
down the page, on most of its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from factcheck.read.transcripts.testimony.lines import Numbered

MOST = 0.6
"""The share of a page's lines that have a number, and of its numbers that go up by one."""

_FULL = 10
"""Lines of a column that is taken for a page's as it is; a shorter one must be most of what stands there,
but for page marks and running heads."""

_FURNITURE = 3


def proven(numbers: Sequence[Numbered], filled: Iterable[bool]) -> list[list[Numbered]]:
    """The columns of numbers: runs of them one after the other, each on most of its page's lines."""
    before = list(accumulate(filled, initial=0))
    runs = [_in_column(run) for run in _runs(numbers)]
    runs = [run for run in runs if _dense(run, before)]
    if not runs:
        return []
    kept: list[list[Numbered]] = []
    short = max(len(run) for run in runs) < _FULL
    bounds = [*(run[0].row for run in runs[1:]), len(before) - 1]
    for run, below in zip(_without_page_numbers(runs), bounds, strict=True):
        above = kept[-1][-1].row + 1 if kept else 0
        follows = bool(kept) and before[run[0].row] - before[above] <= _FURNITURE and run[0].value == 1
        if len(run) == 1:
            if follows and len(kept[-1]) >= _FULL and _in_line(run[0], kept[-1]):
                kept.append(run)
            continue
        around = before[below] - before[above]
        alone = len(run) >= (MOST * (around - _FURNITURE) if short else max(5, MOST * around))
        if len(run) >= _FULL or follows or alone:
            kept.append(run)
    return kept


def _runs(numbers: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    """Numbers that go up by one. A number that does not fit is a word of its line, unless it begins the next
    page or goes on after lines that lost theirs: the number after it tells."""
    run: list[Numbered] = []
    last = 0
    for here, one in enumerate(numbers):
        value = one.value
        if run and value == last + 1:
            run.append(one)
            last = value
            continue
        following = numbers[here + 1].value if here + 1 < len(numbers) else -1
        after = numbers[here + 2].value if here + 2 < len(numbers) else following + 1
        begins = goes_on = False
        if run and value <= last:
            next_page = following == value + 1 and following != last + 1
            begins = value == 1 or (next_page and after != last + 1)
        elif run and following == value + 1:
            goes_on = value - last <= 4
            begins = not goes_on and after == value + 2
        if begins:
            yield run
        if begins or not run:
            run = [one]
        elif goes_on:
            run.append(one)
        else:
            continue
        last = value
    if run:
        yield run


def _in_column(run: list[Numbered]) -> list[Numbered]:
    """The run without numbers that stand apart from its column."""
    if len(run) < 4:
        return run
    ends = [one.end for one in run]
    if max(ends) - min(ends) <= 1:
        return run
    end = Counter(ends).most_common(1)[0][0]
    start = Counter(one.start for one in run).most_common(1)[0][0]
    return [one for one in run if abs(one.end - end) <= 1 or abs(one.start - start) <= 1]


def _dense(run: Sequence[Numbered], before: Sequence[int]) -> bool:
    if len(run) < 2:
        return run[0].value == 1
    lines = before[run[-1].row + 1] - before[run[0].row]
    steps = sum(b.value == a.value + 1 for a, b in pairwise(run))
    # a number on a line of its own fills it: such lines count on both sides
    return len(run) >= MOST * lines and steps >= MOST * (len(run) - 1)


def _in_line(one: Numbered, run: Sequence[Numbered]) -> bool:
    """Whether a number stands in the column of a run."""
    return any(one.end == other.end or one.start == other.start for other in run[:9])


def _without_page_numbers(runs: list[list[Numbered]]) -> list[list[Numbered]]:
    """A page number that happens to follow the last line's number is no line of the page."""
    if len(runs) < 3:
        return runs
    usual = Counter(run[-1].value for run in runs).most_common(1)[0][0]
    return [
        run[:-1] if len(run) > 1 and run[-1].value == usual + 1 and run[-1].row - run[-2].row > 1 else run
        for run in runs
    ]
