"""The exact ends of a passage that was found again: its words, and the signs around them that it has."""

from __future__ import annotations

from factcheck.core.light import dataclass
from factcheck.core.plain import plain
from factcheck.match.tokens import Tokens

_SIGNS = 16
"""Signs around a word that may belong to a quotation."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a text: code points [start, end), which meet the words [first, last)."""

    text: str
    words: Tokens
    start: int
    end: int
    first: int
    last: int


def stretch(passage: Passage, text: str, words: Tokens, first: int, last: int) -> tuple[int, int]:
    """The code points of another text that answer to a passage, where its words [first, last) do."""
    mine = passage.words
    here = _edge(passage, passage.start, passage.first, text, words, first, rising=True)
    there = _edge(passage, passage.end, passage.last - 1, text, words, last - 1, rising=False)
    if passage.start < mine.starts[passage.first]:
        lead = passage.text[passage.start : mine.starts[passage.first]]
        low = words.ends[first - 1] if first else 0
        here -= _signs(lead[::-1], text[max(low, here - _SIGNS) : here][::-1], backwards=True)
    if passage.end > mine.ends[passage.last - 1]:
        trail = passage.text[mine.ends[passage.last - 1] : passage.end]
        high = words.starts[last] if last < len(words) else len(text)
        there += _signs(trail, text[there : min(high, there + _SIGNS)], backwards=False)
    return here, there


def _edge(
    passage: Passage, offset: int, word: int, text: str, words: Tokens, other: int, *, rising: bool
) -> int:
    """Where a passage that begins or ends within a word does so in the word that answers to it."""
    begin, end = passage.words.starts[word], passage.words.ends[word]
    here, there = words.starts[other], words.ends[other]
    if rising and offset <= begin:
        return here
    if not rising and offset >= end:
        return there
    letters = sum(letter.isalnum() for letter in passage.text[begin:offset])
    for n in range(here, there):
        if letters == 0 and (not rising or text[n].isalnum()):
            return n
        letters -= text[n].isalnum()
    return there


def _signs(wanted: str, there: str, *, backwards: bool) -> int:
    """How many of the signs beside a word are those that the passage has beside it."""

    def as_read(signs: str) -> str:
        return plain(signs[::-1] if backwards else signs)

    goal = as_read(wanted)
    if not goal:
        return 0
    best, most = 0, 0
    for n in range(1, len(there) + 1):
        piece = as_read(there[:n])
        if piece == goal:
            return n
        shared = len(piece) if (goal.endswith(piece) if backwards else goal.startswith(piece)) else 0
        if shared > most:
            best, most = n, shared
    return best
