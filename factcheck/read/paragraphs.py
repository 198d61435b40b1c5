"""Paragraphs: where each begins in a text, numbered from 1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from factcheck.core.document import Hole, Mark, Place
from factcheck.read.decode import place_in

LONG_LINE = 120
"""Code points: a text without blank lines that has a longer line keeps each paragraph on one line."""

MAX_PARAGRAPHS = 1_000_000

_BLANK_LINES = re.compile(r"\n\s*\n")
_UP_TO_TEXT = re.compile(r"\s*\n")
_LINE = re.compile(r"[^\n]+")


def paragraph_marks(text: str) -> tuple[tuple[Mark, ...], tuple[Hole, ...]]:
    """A mark where each paragraph begins; beyond MAX_PARAGRAPHS one without a number, and a hole."""
    starts = _paragraph_starts(text)
    marks = tuple(
        Mark(start, Place(paragraph=number))
        for number, start in enumerate(islice(starts, MAX_PARAGRAPHS), start=1)
    )
    rest = next(starts, None)
    if rest is None:
        return marks, ()
    hole = Hole(
        what="paragraph-numbers",
        where=f"paragraphs from {place_in(text, rest)} on have no number",
        count=1 + sum(1 for _ in starts),
    )
    return (*marks, Mark(rest, Place())), (hole,)


def _paragraph_starts(text: str) -> Iterator[int]:
    """Where each run of lines that are not blank begins; of one sole run with long lines, each line."""
    lead = _UP_TO_TEXT.match(text)
    start = lead.end() if lead else 0
    blanks = _BLANK_LINES.finditer(text, start)
    first = next(blanks, None)
    if first is None or first.end() == len(text) or text[first.end() :].isspace():
        end = first.start() if first else len(text)
        lines = _LINE.finditer(text, start, end)
        if any(line.end() - line.start() > LONG_LINE for line in lines):
            yield from (
                line.start() for line in _LINE.finditer(text, start, end) if not line.group().isspace()
            )
        else:
            yield start
        return
    yield start
    yield first.end()
    last = len(text.rstrip())
    yield from (blank.end() for blank in blanks if blank.end() < last)
