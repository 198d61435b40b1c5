"""Lines of a text in rows of a width, its words and sentences. Offsets count code points; no textual here."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PIECE = re.compile(r"\S+\s*|\s+")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_SENTENCE_END = re.compile(r"[.?!…]+[\"'”’)\]]*(?=\s|$)")


def wrap(text: str, width: int, cells: Callable[[str], int]) -> list[tuple[int, int]]:
    """The rows of one line: start and end of each, at word ends where that can be. At least one row."""
    width = max(width, 2)
    if len(text) <= width and cells(text) <= width:
        return [(0, len(text))]
    rows: list[tuple[int, int]] = []
    start, taken = 0, 0
    for piece in _PIECE.finditer(text):
        size = cells(piece[0].rstrip())
        if taken and taken + size > width:
            rows.append((start, piece.start()))
            start, taken = piece.start(), 0
        if size > width:  # a word longer than a row is cut
            for cut in _cuts(text, piece.start(), piece.end(), width, cells):
                rows.append((start, cut))
                start = cut
            taken = cells(text[start : piece.end()])
        else:
            taken += cells(piece[0])
    rows.append((start, len(text)))
    return rows


def _cuts(text: str, start: int, end: int, width: int, cells: Callable[[str], int]) -> list[int]:
    cuts, taken = [], 0
    for place in range(start, end):
        size = cells(text[place])
        if taken + size > width and not text[place].isspace():
            cuts.append(place)
            taken = 0
        taken += size
    return cuts


def words(text: str) -> list[tuple[int, int]]:
    """Start and end of every word."""
    return [found.span() for found in _WORD.finditer(text)]


def word_from(text: str, place: int) -> tuple[int, int] | None:
    """The word that holds a place, or the next one after it."""
    return next(((start, end) for start, end in words(text) if end > place), None)


def sentence_from(text: str, place: int) -> tuple[int, int] | None:
    """The sentence that holds a place, or the next one after it; without the white space around it."""
    start = 0
    for stop in [*(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]:
        first = start + len(text[start:stop]) - len(text[start:stop].lstrip())
        last = start + len(text[start:stop].rstrip())
        if first < last and last > place:
            return first, last
        start = stop
    return None


def sweep(start: int, end: int, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, tuple[str, ...]]]:
    """A stretch cut where spans (they may overlap) begin and end: each piece, with the names covering it."""
    cuts = sorted({start, end, *(p for a, b, _ in spans for p in (a, b) if start < p < end)})
    return [
        (left, right, tuple(name for a, b, name in spans if a <= left and right <= b))
        for left, right in pairwise(cuts)
    ]
