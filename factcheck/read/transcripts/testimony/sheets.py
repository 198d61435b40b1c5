"""The pages of a transcript: line numbers, page numbers and running heads go from the text into its map."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.core.document import Document, Mark, Place
from factcheck.read.cutting import Cut, overlaid, without
from factcheck.read.transcripts.testimony.lines import Lines
from factcheck.read.transcripts.testimony.numbered_lines import number_lines
from factcheck.read.transcripts.testimony.page_labels import Candidate, candidate, chosen
from factcheck.read.transcripts.testimony.running_heads import head_in, is_case_code, stands_free

_FEED = "\f"
_REACH = 3
"""Lines at the top and at the bottom of a page among which its number and its heads are looked for."""
_MOST_BETWEEN = 12
"""Filled lines between the columns of two pages; where there are more, a cover or an index stands there,
whose lines are no heads, though a second volume repeats them."""

_LONGEST = 120
_TOP_LINES = 2
_FEW_PAGES = 2
_SHARE_OF_PAGES = 0.4

_FEEDS = re.compile(_FEED + "+")
_DIGITS = re.compile(r"\d+")
_BLANKS = re.compile(r"[ \t]+")
_BEFORE_NUMBER, _AFTER_NUMBER = " \t\f([~–—-", " \t)]~–—-"
_PLACES = re.compile(r"\d:\d{1,2}[,;]?[ \t]*$")
_SPOKEN = re.compile(r"[ \t\f]*+(?:[QA][.:\s]|[(\[]|(?:BY )?[^\W\d_][^\n:]{0,48}:)")


def without_furniture(document: Document, lines: Lines) -> Document:
    """The document with a mark of page and line, as printed, where each line starts, and without the columns
    and heads that gave them. Where lines are numbered, paragraphs are not."""
    number_lines(lines)
    sheets = _Sheets(lines)
    places: Iterable[tuple[int, Place]] = sheets.places()
    if not lines.columns or any(mark.place.page is not None for mark in document.marks):
        marks = overlaid(document.marks, (Mark(start, place) for start, place in places))
        places = ((mark.start, mark.place) for mark in marks)
    return without(document, sheets.cuts(), places)


class _Sheets:
    """The lines of a transcript sorted into what is read and what is furniture."""

    def __init__(self, lines: Lines) -> None:
        self._lines, self._filled = lines, lines.filled
        self._feeds = lines.with_a(_FEED)
        self.numbered = bool(lines.columns)
        self._cited = any(one.page is not None for column in lines.columns for one in column)
        self._why: dict[int, str] = {}
        self._labels: list[str | None] = [None] * len(lines)
        zones = self._zones()
        if not self._cited:
            self._label_pages(zones)
        self._find_heads(zones)
        self._find_blanks(zones)
        self._heads_on_lines = frozenset(self._numbered_heads())

    def places(self) -> Iterator[tuple[int, Place]]:
        """Where each line starts, its place; a line that only goes on from one so marked has none."""
        why, labels, cited = self._why, self._labels, self._cited
        last = Place()
        for index, (start, one) in enumerate(zip(self._lines.starts, self._lines.numbered, strict=False)):
            if index in why:
                continue
            if one is not None:
                last = Place(one.page or labels[index], one.number, time=one.time)
                yield start, last
            elif self._filled[index] and not cited:
                label = labels[index]
                if last.line is not None or last.page != label:
                    last = Place(label)
                    yield start, last

    def cuts(self) -> list[Cut]:
        """What of each line is furniture, in order."""
        why, heads, feeds = self._why, self._heads_on_lines, self._feeds
        cuts: list[Cut] = []
        for index, (one, (start, below)) in enumerate(
            zip(self._lines.numbered, pairwise(self._lines.starts), strict=True)
        ):
            if index in why:
                cuts.append(Cut(start, min(below, len(self._lines.text)), why[index]))
            elif one is None:
                if feeds and feeds[index]:
                    cuts += self._feeds_in(start, below - 1)
            elif self._cited and one.body == one.body_end and not self._empty_line(index):
                cuts.append(Cut(start, min(below, len(self._lines.text)), "page-mark"))
            elif index in heads:
                cuts.append(Cut(start, below - 1, "running-head"))
            else:
                if one.body > start:
                    cuts.append(Cut(start, one.body, "line-number"))
                if feeds and feeds[index]:
                    cuts += self._feeds_in(one.body, one.body_end)
                if one.body_end < below - 1:
                    cuts.append(Cut(max(one.body, one.body_end), below - 1, "line-number"))
        return cuts

    def _feeds_in(self, start: int, end: int) -> Iterator[Cut]:
        return (Cut(*feed.span(), "page-mark") for feed in _FEEDS.finditer(self._lines.text, start, end))

    def _empty_line(self, index: int) -> bool:
        """Whether a line that is nothing but its number is a line of its page, no heading for the next."""
        below = index + 1
        return below >= len(self._lines) or self._lines.numbered[below] is not None or not self._filled[below]

    def _zones(self) -> list[range]:
        """The stretches of lines in which furniture may stand: between the pages' columns of numbers, around
        form feeds, and, where there is neither, the whole text."""
        columns = self._lines.columns
        above = [0, *(column[-1].row + 1 for column in columns)]
        below = [*(column[0].row for column in columns), len(self._lines)]
        return [range(start, stop) for start, stop in zip(above, below, strict=True)]

    def _label_pages(self, zones: Sequence[range]) -> None:
        found = list(self._candidates(zones))
        pages = chosen(found, few=self.numbered or bool(self._feeds))
        if not pages:
            return
        for one in pages:
            self._why[one.index] = "page-mark"
        self._spread(pages, down=self._above(pages, zones))

    def _candidates(self, zones: Sequence[range]) -> Iterator[Candidate]:
        if not self.numbered and not self._feeds:
            yield from self._free_candidates()
            return
        sheet = 0
        for zone in zones:
            near = set(self._near_breaks(zone))
            for index in zone:
                if self._feeds and self._feeds[index]:
                    sheet += not self.numbered
                one = candidate(self._row(index), index, sheet) if index in near else None
                if one and not (one.alone and self._in_word_index(index)):
                    yield one
            sheet += self.numbered

    def _free_candidates(self) -> Iterator[Candidate]:
        """Numbers with a line to themselves between blank lines, and lines that say "Page 45"."""
        for index, row in enumerate(self._lines.heads):
            if not self._filled[index] or len(row) > _LONGEST:
                continue
            begins, ends = row.lstrip(_BEFORE_NUMBER)[:1], row.rstrip(_AFTER_NUMBER)[-1:]
            if not (begins.isdecimal() or ends.isdecimal() or "age" in row or "AGE" in row):
                continue
            one = candidate(row, index, None)
            if one and (one.said or head_in(row) or (one.alone and self._apart(index))):
                yield one

    def _in_word_index(self, index: int) -> bool:
        """Whether the line below lists places ("office 12:4"): then a number alone is a word of the list."""
        below = index + 1
        return (
            below < len(self._lines)
            and self._lines.numbered[below] is None
            and _PLACES.search(self._row(below)) is not None
        )

    def _apart(self, index: int) -> bool:
        return (
            index == 0
            or index + 1 == len(self._lines)
            or not (self._filled[index - 1] and self._filled[index + 1])
            or any(self._is_free_head(beside) for beside in (index - 1, index + 1))
        )

    def _is_free_head(self, index: int) -> bool:
        row = self._row(index)
        return stands_free(row) or is_case_code(row)

    def _near_breaks(self, zone: range) -> Iterator[int]:
        """The filled lines near a page break within a zone; all of them where they are few."""
        filled = [index for index in zone if self._filled[index]]
        if self.numbered and len(filled) <= 2 * _REACH:
            yield from filled
            return
        breaks = [zone.start, zone.stop] if self.numbered else []
        if self._feeds:
            breaks += [index for index in zone if self._feeds[index]]
            if not self.numbered:
                breaks += [zone.start, zone.stop]
        position = {index: order for order, index in enumerate(filled)}
        seen: set[int] = set()
        for at in breaks:
            after = self._next_filled(at, zone)
            order = position.get(after, len(filled)) if after is not None else len(filled)
            seen.update(filled[max(0, order - _REACH) : order + _REACH])
        explicit = (index for index in filled if index not in seen and self._says_page(index))
        yield from sorted(seen.union(explicit))

    def _says_page(self, index: int) -> bool:
        one = candidate(self._row(index), index, None)
        return one is not None and (one.said or (one.alone and self._apart(index)))

    def _next_filled(self, at: int, zone: range) -> int | None:
        while at < zone.stop and not self._filled[at]:
            at += 1
        return at if at < zone.stop else None

    def _above(self, pages: Sequence[Candidate], zones: Sequence[range]) -> bool:
        """Whether the page numbers stand above their pages' lines."""
        at_head = any(one.index in zones[0] for one in pages)
        at_foot = any(one.index in zones[-1] for one in pages)
        if self.numbered and at_head != at_foot and not self._feeds:
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
            if lines.numbered[at] is not None or (self._filled[at] and not self.numbered):
                return far
            far += 1
            if step < 0 and self._feeds and self._feeds[at]:
                return 9
        return 9 if self._feeds else far

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
            self._labels[index] = label
            if begins_page and not down:
                label = None

    def _find_heads(self, zones: Sequence[range]) -> None:
        if not self.numbered and not self._feeds:
            self._find_free_heads()
            return
        rows: list[int] = []
        of_pages: set[str] = set()
        for zone in zones:
            near = [index for index in self._near_breaks(zone) if index not in self._why]
            rows += near
            short = not self.numbered or sum(self._filled[zone.start : zone.stop]) <= _MOST_BETWEEN
            within = Counter(map(self._shape, near))
            of_pages.update(shape for shape in within if short or within[shape] > 1)
        shapes = Counter(map(self._shape, rows))
        for index in rows:
            row, shape = self._row(index), self._shape(index)
            repeated = shapes[shape] > 1 and (shape in of_pages or self._says_page(index))
            repeated = repeated and not _SPOKEN.match(row)
            if repeated or head_in(row) or is_case_code(row):
                self._why[index] = "running-head"

    def _numbered_heads(self) -> Iterator[int]:
        """Running heads that some reporters print on the first numbered lines of each page."""
        rows: dict[tuple[str, str], list[int]] = defaultdict(list)
        for column in self._lines.columns:
            for one in column[:_TOP_LINES]:
                if one.body_end - one.body <= _LONGEST:
                    body = self._lines.text[one.body : one.body_end].strip()
                    if body and not _SPOKEN.match(body):
                        rows[one.number, _DIGITS.sub("#", body)].append(one.row)
        for (_, body), indexes in rows.items():
            many = len(indexes) > _FEW_PAGES
            if head_in(body) or (many and len(indexes) >= _SHARE_OF_PAGES * len(self._lines.columns)):
                yield from indexes

    def _find_free_heads(self) -> None:
        rows: list[int] = []
        coded: list[int] = []
        blanks = 0
        for index, row in enumerate(self._lines.heads):
            if index in self._why:
                blanks = 2
                continue
            if not self._filled[index]:
                blanks += 1
                continue
            if len(row) <= _LONGEST:
                if stands_free(row):
                    self._why[index] = "running-head"
                elif is_case_code(row):
                    coded.append(index)
                elif blanks >= 2 and not _SPOKEN.match(row):
                    rows.append(index)
            blanks = 0
        shapes = Counter(self._shape(index) for index in (*rows, *coded))
        for index in (*rows, *coded):
            if shapes[self._shape(index)] > 2:
                self._why[index] = "running-head"

    def _find_blanks(self, zones: Sequence[range]) -> None:
        """Blank lines of a page's end go with what stands there."""
        furniture = sorted(self._why)
        for index in furniture:
            for step in (-1, 1):
                at = index + step
                while 0 <= at < len(self._lines) and not self._filled[at] and at not in self._why:
                    self._why[at] = self._why[index]
                    at += step
        for zone in zones[1:-1]:
            if not any(self._filled[index] for index in zone):
                self._why.update((index, "page-mark") for index in zone if index not in self._why)

    def _row(self, index: int) -> str:
        return self._lines.heads[index]

    def _shape(self, index: int) -> str:
        return _BLANKS.sub(" ", _DIGITS.sub("#", self._row(index))).strip(" \t\f")
