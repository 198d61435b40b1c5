"""The heads of a transcript's pages, which say on each of them whose testimony it is, or who took it down."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from factcheck.read.transcripts.testimony.cover import cover_of
from factcheck.read.transcripts.testimony.lines import Lines
from factcheck.read.transcripts.testimony.page_breaks import Breaks
from factcheck.read.transcripts.testimony.running_heads import head_in, is_case_code, stands_free

_MOST_BETWEEN = 12
"""Filled lines between the columns of two pages; where there are more, a cover or an index stands there,
whose lines are no heads, though a second volume repeats them."""

_LEAST_OF_COVER = 2
"""Lines that a volume's cover has at least."""

_LONGEST = 120
_TOP_LINES = 2
_FEW_PAGES = 2
_SHARE_OF_PAGES = 0.4

_DIGITS = re.compile(r"\d+")
_SPOKEN = re.compile(r"[ \t\f]*+(?:[QA][.:\s]|[(\[]|(?:BY )?[^\W\d_][^\n:]{0,48}:)")


def heads_of_pages(breaks: Breaks, numbers: Collection[int]) -> Iterator[int]:
    """The lines that are heads of their pages; `numbers` are the lines that are known for page numbers."""
    if breaks.numbered or breaks.feeds:
        return _near_breaks(breaks, numbers)
    return _standing_free(breaks, numbers)


def _near_breaks(breaks: Breaks, numbers: Collection[int]) -> Iterator[int]:
    rows: list[int] = []
    of_covers: list[int] = []
    of_pages: set[str] = set()
    tops = [[index for index in breaks.near(zone) if index not in numbers] for zone in breaks.zones]
    covers = [_cover(breaks, near) for near in tops]
    alike = Counter(covers)
    for zone, near, cover in zip(breaks.zones, tops, covers, strict=True):
        if cover and alike[cover] == 1:
            of_covers += near
            continue
        rows += near
        short = not breaks.numbered or sum(breaks.filled[zone.start : zone.stop]) <= _MOST_BETWEEN
        within = Counter(map(breaks.shape, near))
        of_pages.update(shape for shape in within if short or within[shape] > 1)
    shapes = Counter(map(breaks.shape, rows))
    printed = Counter(breaks.row(index).strip() for index in rows) if of_covers else {}
    rows += (index for index in of_covers if printed.get(breaks.row(index).strip(), 0) > 1)
    for index in rows:
        row, shape = breaks.row(index), breaks.shape(index)
        repeated = shapes[shape] > 1 and (shape in of_pages or breaks.says_page(index))
        repeated = repeated and not _SPOKEN.match(row)
        if repeated or head_in(row) or is_case_code(row):
            yield index


def _cover(breaks: Breaks, rows: Sequence[int]) -> tuple[str, ...]:
    """What tells the cover of a volume from a head of its pages, which says the same on each of them: its
    lines with the day, and whose testimony or which volume it is; empty where they are no cover."""
    said = "\n".join(map(breaks.row, rows))
    if len(rows) < _LEAST_OF_COVER or not ("19" in said or "20" in said):  # every day has its year
        return ()
    cover = cover_of(said, 0, len(said))
    if not cover.day or not (cover.witness or cover.volume):
        return ()
    return (*map(breaks.shape, rows), cover.day, cover.volume or "")


def _standing_free(breaks: Breaks, numbers: Collection[int]) -> Iterator[int]:
    """Heads where nothing tells the pages apart: they stand between blank lines, again and again."""
    rows: list[int] = []
    coded: list[int] = []
    blanks = 0
    for index, row in enumerate(breaks.lines.heads):
        if index in numbers:
            blanks = 2
            continue
        if not breaks.filled[index]:
            blanks += 1
            continue
        if len(row) <= _LONGEST:
            if stands_free(row):
                yield index
            elif is_case_code(row):
                coded.append(index)
            elif blanks >= 2 and not _SPOKEN.match(row):
                rows.append(index)
        blanks = 0
    shapes = Counter(breaks.shape(index) for index in (*rows, *coded))
    yield from (index for index in (*rows, *coded) if shapes[breaks.shape(index)] > 2)


def heads_on_numbered_lines(lines: Lines) -> Iterator[int]:
    """The heads that some reporters print on the first numbered lines of each page."""
    rows: dict[tuple[str, str], list[int]] = defaultdict(list)
    for column in lines.columns:
        for one in column[:_TOP_LINES]:
            if one.body_end - one.body <= _LONGEST:
                body = lines.text[one.body : one.body_end].strip()
                if body and not _SPOKEN.match(body):
                    rows[one.number, _DIGITS.sub("#", body)].append(one.row)
    for (_, body), indexes in rows.items():
        many = len(indexes) > _FEW_PAGES
        if head_in(body) or (many and len(indexes) >= _SHARE_OF_PAGES * len(lines.columns)):
            yield from indexes
