"""A text as numbered words with their places: what alignment works on, whatever the text's size."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from factcheck.core.light import dataclass
from factcheck.core.words import CJK

_LETTER = rf"[^\W_{CJK}]"
_JOIN = r"(?:['’‘]|[-‐‑\u00ad](?:[ \t]*\n[ \t]*)?)"
_WORD = re.compile(rf"([{CJK}]|{_LETTER}+(?:{_JOIN}{_LETTER}+)*)")
_MARKED = rf"(?:{_LETTER}[\u0300-\u036f]*)+"
_MARKED_WORD = re.compile(rf"([{CJK}]|{_MARKED}(?:{_JOIN}{_MARKED})*)")
_COMBINING = re.compile("[\u0300-\u036f]")
_GAP = re.compile(r"(?<=\w)[ \n](?=\w)")
_ASCII_WORD = re.compile(r"([A-Za-z0-9]+(?:['-](?:(?<=-)[ \t]*\n[ \t]*)?[A-Za-z0-9]+)*)")
"""The same of a text in ASCII, twice as fast."""

_STRETCH = 1_000_000
_DROPPED = re.compile(r"[-‐‑\u00ad\s]+")


def word_of(raw: str) -> str:
    """How a printed word reads when words are compared: case and hyphens aside."""
    if not raw.isascii():
        raw = unicodedata.normalize("NFC", raw).replace("’", "'").replace("‘", "'").casefold()
    else:
        raw = raw.lower()
    return raw if raw.isalnum() else _DROPPED.sub("", raw)


class Vocabulary(dict[str, int]):
    """Numbers for words as they are printed, the same in every text that shares it, in the order in which
    words come. Asking for one that is new numbers it."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, int] = {}

    def __missing__(self, raw: str) -> int:
        number = self[raw] = self.words.setdefault(word_of(raw), len(self.words))
        return number


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one text in order: number, first code point, the one behind the last."""

    ids: array[int]
    starts: array[int]
    ends: array[int]

    def __len__(self) -> int:
        return len(self.ids)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The words that a stretch of the text meets, as a range of their positions."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def part(self, first: int, last: int) -> list[int]:
        """The numbers of some words; what lies outside the text is left out."""
        return self.ids[max(0, first) : max(0, last)].tolist()


def tokens(text: str, vocabulary: Vocabulary) -> Tokens:
    """The words of a text."""
    ids, starts, ends = array("I"), array("I"), array("I")
    pattern = _MARKED_WORD if _COMBINING.search(text) else _WORD
    if text.isascii():
        pattern = _ASCII_WORD
    for begin, end in _stretches(text):
        pieces = pattern.split(text[begin:end])  # what stands between words, and each word, by turns
        borders = array("I", accumulate(map(len, pieces), initial=begin))
        ids.extend(map(vocabulary.__getitem__, pieces[1::2]))
        starts.extend(borders[1:-1:2])
        ends.extend(borders[2::2])
    return Tokens(ids, starts, ends)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The text in stretches of a size that memory hardly notices, divided between two words."""
    begin = 0
    while begin < len(text):
        gap = _GAP.search(text, min(begin + _STRETCH, len(text)))
        end = gap.start() if gap else len(text)
        yield begin, end
        begin = end
