"""Page numbers among the lines of a transcript: which of the numbers that stand alone, or at the edge of a
running head, number the pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factcheck.core.light import dataclass
from factcheck.read.transcripts.testimony.numbered_lines import unpadded

_ALONE = re.compile(
    r"[ \t\f]*+(?:[-–—~\[(]{1,2}[ \t]*)?(\d{1,6})(?:[ \t]*[-–—~\])]{1,2}|[ \t]+of[ \t]+\d{1,6})?[ \t]*$"
)
_SAID = re.compile(r"(?:^|[ \t\f(\[|-])(?:[Pp]age|PAGE|[Pp]g\.?|PG\.?)[ \t:.#]*(\d{1,6})\b(?![ \t]*[:.]\d)")
_AT_EDGE = re.compile(r"[ \t\f]*+(?:(\d{1,5})[ \t]{2,}\S|\S.*?(?:[ \t]{2}|\t)[ \t]*(\d{1,5})[ \t]*$)")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number on line `index` that may number a page; `sheet` counts the page breaks before it, where
    anything tells them. `start` and `end` are offsets of its digits in the line; `alone` says that it has the
    line to itself, `said` that it calls itself a page."""

    index: int
    value: int
    label: str
    sheet: int | None
    start: int
    end: int
    alone: bool
    said: bool


def candidate(row: str, index: int, sheet: int | None) -> Candidate | None:
    """The page number that a line may hold."""
    if len(row) > _LONGEST:
        return None
    alone = _ALONE.match(row)
    said = None if alone else _SAID.search(row)
    edge = None if alone or said else _AT_EDGE.match(row)
    found = alone or said or edge
    if not found:
        return None
    group = 1 if found[1] else 2
    digits, (start, end) = found[group], found.span(group)
    return Candidate(index, int(digits), unpadded(digits), sheet, start, end, bool(alone), bool(said))


def chosen(candidates: Sequence[Candidate], *, few: bool) -> list[Candidate]:
    """The candidates that number the pages: those that follow one another by one, or by as many as there are
    page breaks between them. `few`: where nothing follows, one that stands alone or calls itself a page is
    taken as well."""
    best: list[int] = []
    link: list[int | None] = []
    by_value: dict[int, int] = {}
    by_drift: dict[int, int] = {}
    top: int | None = None
    for here, one in enumerate(candidates):
        before = [by_value.get(one.value - 1)]
        if one.sheet is not None:
            before.append(by_drift.get(one.value - one.sheet))
        links = [(best[k] + 1, k) for k in before if k is not None and candidates[k].value < one.value]
        if top is not None:
            links.append((best[top], top))
        score, previous = max(links, default=(0, None), key=lambda pair: pair[0])
        best.append(score)
        link.append(previous)
        if best[by_value.setdefault(one.value, here)] <= score:
            by_value[one.value] = here
        if one.sheet is not None and best[by_drift.setdefault(one.value - one.sheet, here)] <= score:
            by_drift[one.value - one.sheet] = here
        if top is None or score > best[top]:
            top = here
    path: list[Candidate] = []
    while top is not None:
        path.append(candidates[top])
        top = link[top]
    path.reverse()
    linked = [one for k, one in enumerate(path) if _follows(path, k) or _follows(path, k + 1)]
    if linked:
        return linked
    sure = [one for one in candidates if one.said or (few and one.alone)]
    return sure if len(sure) == 1 or _rising(sure) else []


def _follows(path: Sequence[Candidate], index: int) -> bool:
    if not 0 < index < len(path):
        return False
    before, one = path[index - 1], path[index]
    if one.value == before.value + 1:
        return True
    if one.sheet is None or before.sheet is None:
        return False
    return one.value > before.value and one.value - one.sheet == before.value - before.sheet


def _rising(ones: Sequence[Candidate]) -> bool:
    return all(a.value < b.value for a, b in pairwise(ones))
