"""The pages of a transcript: line numbers, page numbers and running heads go from the text into its map."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from factcheck.core.document import Document, Hole, Mark, Place
from factcheck.read.cutting import Cut, overlaid, without
from factcheck.read.transcripts.testimony.lines import Lines
from factcheck.read.transcripts.testimony.numbered_lines import number_lines
from factcheck.read.transcripts.testimony.page_breaks import Breaks
from factcheck.read.transcripts.testimony.page_heads import heads_of_pages, heads_on_numbered_lines
from factcheck.read.transcripts.testimony.page_numbers import PageNumbers

_FEEDS = re.compile("\f+")


def without_furniture(document: Document, lines: Lines) -> Document:
    """The document with a mark of page and line, as printed, where each line starts, and without the columns
    and heads that gave them. Where lines are numbered, paragraphs are not."""
    number_lines(lines)
    sheets = _Sheets(lines)
    places: Iterable[tuple[int, Place]] = sheets.places()
    paged = any(mark.place.page is not None for mark in document.marks)
    if not lines.columns or paged:
        marks = overlaid(document.marks, (Mark(start, place) for start, place in places))
        places = ((mark.start, mark.place) for mark in marks)
    document = without(document, sheets.cuts(), places)
    return document if paged else replace(document, holes=(*document.holes, *sheets.holes()))


class _Sheets:
    """The lines of a transcript sorted into what is read and what is furniture."""

    def __init__(self, lines: Lines) -> None:
        self._lines, self._filled = lines, lines.filled
        breaks = Breaks(lines)
        self._feeds, self._zones = breaks.feeds, breaks.zones
        self._cited = any(one.page is not None for column in lines.columns for one in column)
        self._why: dict[int, str] = {}
        self._labels: list[str | None] = [None] * len(lines)
        if not self._cited:
            numbers = PageNumbers(breaks)
            self._labels = numbers.labels
            self._why.update((one.index, "page-mark") for one in numbers.found)
        self._why.update((index, "running-head") for index in [*heads_of_pages(breaks, self._why)])
        self._find_blanks()
        self._heads_on_lines = frozenset(heads_on_numbered_lines(lines))

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

    def holes(self) -> Iterator[Hole]:
        """Pages among those that have a number whose own is not printed, or not believed."""
        if self._cited:
            return
        pages = [self._labels[column[0].row] for column in self._lines.columns]
        first = next((k for k, label in enumerate(pages) if label is not None), len(pages))
        without_number = [k for k in range(first, len(pages)) if pages[k] is None]
        if without_number:
            before = pages[without_number[0] - 1]
            where = f"pages of numbered lines without a number that can be read; first after page {before}"
            yield Hole("page-number", where, len(without_number), before)

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

    def _find_blanks(self) -> None:
        """Blank lines of a page's end go with what stands there."""
        furniture = sorted(self._why)
        for index in furniture:
            for step in (-1, 1):
                at = index + step
                while 0 <= at < len(self._lines) and not self._filled[at] and at not in self._why:
                    self._why[at] = self._why[index]
                    at += step
        for zone in self._zones[1:-1]:
            if not any(self._filled[index] for index in zone):
                self._why.update((index, "page-mark") for index in zone if index not in self._why)
