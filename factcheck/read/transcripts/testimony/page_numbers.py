"""The pages' numbers among the lines of a transcript: which they are, and which line stands on which page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from factcheck.read.transcripts.testimony.page_breaks import Breaks
from factcheck.read.transcripts.testimony.page_labels import Candidate, candidate, chosen
from factcheck.read.transcripts.testimony.running_heads import head_in

_LONGEST = 120
_BEFORE_NUMBER, _AFTER_NUMBER = " \t\f([~–—-", " \t)]~–—-"
_PLACES = re.compile(r"\d:\d{1,2}[,;]?[ \t]*$")


class PageNumbers:
    """The numbers of the pages: `found` are they, in order, and `labels` has for each line the label of its
    page, None where it has none."""

    def __init__(self, breaks: Breaks) -> None:
        self._breaks, self._lines = breaks, breaks.lines
        self._filled, self._feeds, self._numbered = breaks.filled, breaks.feeds, breaks.numbered
        self.labels: list[str | None] = [None] * len(breaks.lines)
        self._filled_before = list(accumulate(breaks.filled, initial=0))
        candidates = list(self._candidates(breaks.zones))
        self.found = chosen(candidates, few=self._numbered or bool(self._feeds))
        if self.found:
            down = self._above(self.found, breaks.zones)
            if self._numbered:
                singles = self._far_off(candidates, down)
                self.found = sorted([*self.found, *singles], key=lambda one: one.index)
            self._spread(self.found, down=down)

    def _candidates(self, zones: Sequence[range]) -> Iterator[Candidate]:
        if not self._numbered and not self._feeds:
            yield from self._free_candidates()
            return
        sheet = 0
        for zone in zones:
            near = set(self._breaks.near(zone))
            for index in zone:
                if self._feeds and self._feeds[index]:
                    sheet += not self._numbered
                one = candidate(self._breaks.row(index), index, sheet) if index in near else None
                if one and not (one.alone and self._in_word_index(index)):
                    yield one
            sheet += self._numbered

    def _free_candidates(self) -> Iterator[Candidate]:
        """Numbers with a line to themselves between blank lines, and lines that say "Page 45"."""
        for index, row in enumerate(self._lines.heads):
            if not self._filled[index] or len(row) > _LONGEST:
                continue
            begins, ends = row.lstrip(_BEFORE_NUMBER)[:1], row.rstrip(_AFTER_NUMBER)[-1:]
            if not (begins.isdecimal() or ends.isdecimal() or "age" in row or "AGE" in row):
                continue
            one = candidate(row, index, None)
            if one and (one.said or head_in(row) or (one.alone and self._breaks.stands_apart(index))):
                yield one

    def _in_word_index(self, index: int) -> bool:
        """Whether the line below lists places ("office 12:4"): then a number alone is a word of the list."""
        below = index + 1
        return (
            below < len(self._lines)
            and self._lines.numbered[below] is None
            and _PLACES.search(self._breaks.row(below)) is not None
        )

    def _above(self, pages: Sequence[Candidate], zones: Sequence[range]) -> bool:
        """Whether the page numbers stand above their pages' lines."""
        at_head = any(one.index in zones[0] for one in pages)
        at_foot = any(one.index in zones[-1] for one in pages)
        if self._numbered and at_head != at_foot and not self._feeds:
            return at_head
        votes = sum(self._distance(one.index, -1) - self._distance(one.index, 1) for one in pages)
        return votes > 0 or (votes == 0 and (at_head or not at_foot))

    def _distance(self, index: int, step: int) -> int:
        """0, 1 or more for how far the page's own lines are in one direction: a form feed counts most."""
        lines, at, far = self._lines, index, 0
        if step < 0 and self._feeds and self._feeds[index]:
            return 9
        while 0 <= (at := at + step) < len(lines) and far < 9:
            if step > 0 and self._feeds and self._feeds[at]:
                return 9
            if lines.numbered[at] is not None or (self._filled[at] and not self._numbered):
                return far
            far += 1
            if step < 0 and self._feeds and self._feeds[at]:
                return 9
        return 9 if self._feeds else far

    def _far_off(self, candidates: Sequence[Candidate], down: bool) -> Iterator[Candidate]:
        """The numbers of single pages that follow no other (6, then 210): each stands where the document's
        page numbers stand, and as they do, beside lines that begin anew, and lies between its neighbours."""
        columns, at = self._lines.columns, [one.index for one in self.found]
        known = set().union(*(self._printed(one, down) for one in self.found))
        has_number = {one.sheet for one in self.found}
        of_sheet: defaultdict[int, list[Candidate]] = defaultdict(list)
        for one in candidates:
            if one.sheet is not None and one.sheet not in has_number and known & self._printed(one, down):
                of_sheet[one.sheet].append(one)
        last = 0
        for sheet, alike in of_sheet.items():
            column = sheet if down else sheet - 1
            if len(alike) > 1 or not 0 <= column < len(columns) or columns[column][0].value != 1:
                continue
            (one,) = alike
            k = bisect_right(at, one.index)
            before = max(last, self.found[k - 1].value if k else 0)
            if before < one.value and (k == len(at) or one.value < self.found[k].value):
                last = one.value
                yield one

    def _printed(self, one: Candidate, down: bool) -> set[tuple[object, ...]]:
        """How a number is printed: how many filled lines part it from its page's column, what it says of
        itself, and where it is in its line: by its left edge, its right edge, and its middle."""
        zone, before = self._breaks.zones[one.sheet or 0], self._filled_before
        lines = before[zone.stop] - before[one.index + 1] if down else before[one.index] - before[zone.start]
        twice = one.start + one.end
        edges = (
            ("left", one.start),
            ("right", one.end),
            ("middle", twice // 2),
            ("middle", (twice + 1) // 2),
        )
        return {(lines, one.alone, one.said, *edge) for edge in edges}

    def _spread(self, pages: Sequence[Candidate], *, down: bool) -> None:
        """Each line's page label, going down from numbers above, or up from numbers below. A page that has no
        number of its own has none."""
        label_at = {one.index: one.label for one in pages}
        label: str | None = None
        fresh = False
        column = 0
        order = range(len(self._lines))
        for index in order if down else reversed(order):
            one = self._lines.numbered[index]
            begins_page = bool(self._feeds) and self._feeds[index]
            if begins_page and down:
                label = None
            if index in label_at:
                label, fresh = label_at[index], True
            elif one is not None and one.column != column:
                if column and not fresh:
                    label = None
                column, fresh = one.column, False
            self.labels[index] = label
            if begins_page and not down:
                label = None
