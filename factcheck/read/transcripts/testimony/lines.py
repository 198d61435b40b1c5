"""The lines of a transcript, cut apart once for all who look at them: the numbers beside them, the pages, the
heads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

TIME = r"\d{1,2}:\d{2}(?::\d{2}(?:[:.]\d{1,3})?)?"
_LEFT = re.compile(
    rf"[ \t\f]*+(?:(?P<time>{TIME})[ \t]++)?\[?(?P<number>\d{{1,4}})\]?(?=[ \t]|$)(?P<gap> *+)"
)

HEAD = 240
"""Code points of a line that are looked at, from its beginning; a page's furniture is shorter."""


@dataclass(slots=True)
class Numbered:
    """A number at the edge of line `row`, from `start` to `end`, offsets within the line; words follow at
    `words`, None where the number has the line to itself.

    `body` and `body_end`, offsets of the text, are what is read of the line, `page` and `time` the labels
    beside the number, `column` counts the columns of numbers from 1; 0 until a column proves the number.
    """

    row: int
    start: int
    end: int
    number: str
    value: int
    words: int | None = None
    page: str | None = None
    time: str | None = None
    column: int = 0
    body: int = 0
    body_end: int = 0


class Lines:
    """The lines of `text` by their index. `heads` are their beginnings, `starts` their offsets with one more
    at the end, `filled` says which are not blank; `numbered` and `columns` come from `numbered_lines`."""

    def __init__(self, text: str) -> None:
        self.text = text
        rows = text.split("\n")
        self.heads = [row if len(row) <= HEAD else row[:HEAD] for row in rows]
        self.filled = [not (row.isspace() or not row) for row in rows]
        self.starts = list(accumulate((len(row) + 1 for row in rows), initial=0))
        self.numbered: list[Numbered | None] = [None] * len(rows)
        self.columns: list[list[Numbered]] = []

    @cached_property
    def left(self) -> list[Numbered | None]:
        """For each line the number that it begins with."""
        return [_begins_with(row, head) for row, head in enumerate(self.heads)]

    def __len__(self) -> int:
        return len(self.heads)

    def end(self, index: int) -> int:
        """Where a line ends, its newline excluded."""
        return self.starts[index + 1] - 1

    def with_a(self, sign: str) -> list[bool]:
        """Which lines hold a character; empty where none does."""
        if sign not in self.text:
            return []
        return [self.text.find(sign, start, end) >= 0 for start, end in pairwise(self.starts)]

    def tail(self, index: int, size: int) -> str:
        """At most `size` code points of a line, to its end."""
        end = self.end(index)
        return self.text[max(self.starts[index], end - size) : end]


def _begins_with(row: int, head: str) -> Numbered | None:
    found = _LEFT.match(head)
    if found is None:
        return None
    time, number, _ = found.groups()
    end, words = found.span(3)
    return Numbered(row, found.start(2), end, number, int(number), follows(head, words), None, time)


def follows(head: str, at: int) -> int | None:
    """`at` where words follow there, perhaps after tabs; else None."""
    return at if head[at : at + 1] > " " or head[at:].strip() else None
