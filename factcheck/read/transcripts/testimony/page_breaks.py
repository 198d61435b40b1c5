"""Where one page of a transcript ends and the next begins: the stretches of lines in which its number and its
heads are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.read.transcripts.testimony.lines import Lines
from factcheck.read.transcripts.testimony.page_labels import candidate
from factcheck.read.transcripts.testimony.running_heads import is_case_code, stands_free

_FEED = "\f"
_REACH = 3
"""Lines at the top and at the bottom of a page among which its number and its heads are looked for."""

_DIGITS = re.compile(r"\d+")
_BLANKS = re.compile(r"[ \t]+")


class Breaks:
    """The breaks between the pages of `lines`. `feeds` says which lines hold a form feed (empty where none
    does), `numbered` that columns of line numbers tell the pages apart, `zones` are the stretches of lines in
    which furniture may stand: between the pages' columns of numbers, or, where there are none, all lines."""

    def __init__(self, lines: Lines) -> None:
        self.lines, self.filled = lines, lines.filled
        self.feeds = lines.with_a(_FEED)
        self.numbered = bool(lines.columns)
        above = [0, *(column[-1].row + 1 for column in lines.columns)]
        below = [*(column[0].row for column in lines.columns), len(lines)]
        self.zones = [range(start, stop) for start, stop in zip(above, below, strict=True)]

    def near(self, zone: range) -> Iterator[int]:
        """The filled lines near a page break within a zone; all of them where they are few."""
        filled = [index for index in zone if self.filled[index]]
        if self.numbered and len(filled) <= 2 * _REACH:
            yield from filled
            return
        breaks = [zone.start, zone.stop] if self.numbered else []
        if self.feeds:
            breaks += [index for index in zone if self.feeds[index]]
            if not self.numbered:
                breaks += [zone.start, zone.stop]
        position = {index: order for order, index in enumerate(filled)}
        seen: set[int] = set()
        for at in breaks:
            after = self._next_filled(at, zone)
            order = position.get(after, len(filled)) if after is not None else len(filled)
            seen.update(filled[max(0, order - _REACH) : order + _REACH])
        explicit = (index for index in filled if index not in seen and self.says_page(index))
        yield from sorted(seen.union(explicit))

    def _next_filled(self, at: int, zone: range) -> int | None:
        while at < zone.stop and not self.filled[at]:
            at += 1
        return at if at < zone.stop else None

    def says_page(self, index: int) -> bool:
        one = candidate(self.row(index), index, None)
        return one is not None and (one.said or (one.alone and self.stands_apart(index)))

    def stands_apart(self, index: int) -> bool:
        return (
            index == 0
            or index + 1 == len(self.lines)
            or not (self.filled[index - 1] and self.filled[index + 1])
            or any(self._is_free_head(beside) for beside in (index - 1, index + 1))
        )

    def _is_free_head(self, index: int) -> bool:
        row = self.row(index)
        return stands_free(row) or is_case_code(row)

    def row(self, index: int) -> str:
        return self.lines.heads[index]

    def shape(self, index: int) -> str:
        return _BLANKS.sub(" ", _DIGITS.sub("#", self.row(index))).strip(" \t\f")
