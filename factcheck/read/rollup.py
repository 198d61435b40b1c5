"""Roll-up captions: each shows again what stands on the screen already, and adds to it.

What is surely shown again is cut, once; what a speaker may have said twice stays and is counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, islice

from factcheck.core.light import dataclass
from factcheck.read.cutting import Cut

TOUCHING = 250
"""Milliseconds between two cues that follow one another without a pause."""

FLASH = 100
"""Milliseconds: nobody reads a cue this short; programs write them while lines move up."""

_COMPARED = 60
_REACH = 2_000
_SURE = 2
_ROLLING = 0.5
_WORD = re.compile(r"\S+")
_BEFORE_WORDS = re.compile(r">{2,3}|-|–|.*:")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown together: the spans of its lines in the text, in order, and its times in milliseconds;
    both None where there are none."""

    lines: tuple[tuple[int, int], ...]
    begins: int | None = None
    ends: int | None = None


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two neighbours: `again` of the later one's first words are those that the earlier one ended with;
    `adds` says that others follow them."""

    again: int
    adds: bool
    flash: bool
    later: Shown

    def is_sure(self, rolling: bool) -> bool:
        """Two words or more and new ones after them; alone or single only where the whole text rolls."""
        if rolling or (self.flash and self.again >= _SURE):
            return True
        return self.adds and self.again >= _SURE


def repeats(text: str, shown: Sequence[Shown]) -> tuple[list[Cut], int]:
    """The cuts that leave each word once, in order; and how many possible repeats stay."""
    pairs = []
    neighbours = 0
    before: Shown | None = None
    said: list[list[str]] = []
    for one in shown:
        lines = [_words(text, start, end) for start, end in one.lines]
        if not any(lines):
            continue
        if before is not None and _touch(before, one):
            neighbours += 1
            head = [*islice(chain.from_iterable(lines), _COMPARED + 1)]
            if again := _again(said, head):
                flash = min(_lasts(before), _lasts(one)) <= FLASH
                pairs.append(_Pair(again, len(head) > again, flash, one))
        before, said = one, lines
    sure = sum(pair.is_sure(rolling=False) for pair in pairs)
    rolling = sure > 2 and sure >= neighbours * _ROLLING
    cuts = [_cut(text, pair, not rolling and not pair.flash) for pair in pairs if pair.is_sure(rolling)]
    return cuts, len(pairs) - len(cuts)


def _words(text: str, start: int, end: int) -> list[str]:
    """The words of a line; of a very long one those near its ends."""
    if end - start <= 2 * _REACH:
        return text[start:end].split()
    return [*text[start : start + _REACH].split(), *text[end - _REACH : end].split()]


def _touch(earlier: Shown, later: Shown) -> bool:
    if earlier.ends is None or later.begins is None:
        return earlier.begins is None and later.begins is None
    return later.begins - earlier.ends <= TOUCHING


def _lasts(one: Shown) -> int:
    return FLASH + 1 if one.begins is None or one.ends is None else one.ends - one.begins


def _again(said: Sequence[Sequence[str]], head: Sequence[str]) -> int:
    """The most words that end what was said, line by line, from the beginning of a line or of a turn, and
    begin what is said now."""
    first = head[0]
    if not any(first in line for line in said):
        return 0
    tail = [*chain.from_iterable(said)][-_COMPARED:]
    for count in range(min(len(tail), len(head), _COMPARED), 0, -1):
        if tail[-count] == first and tail[-count:] == list(head[:count]) and _begins(said, count):
            return count
    return 0


def _begins(said: Sequence[Sequence[str]], count: int) -> bool:
    """Whether the last `count` words begin with those of a line or of a turn."""
    for line in reversed(said):
        if count <= len(line):
            return count == len(line) or _BEFORE_WORDS.fullmatch(line[-count - 1]) is not None
        count -= len(line)
    return False


def _cut(text: str, pair: _Pair, ambiguous: bool) -> Cut:
    """Alone among captions that do not roll, it may have been said twice after all."""
    lines = pair.later.lines
    if pair.adds:
        words = (word.start() for start, end in lines for word in _WORD.finditer(text, start, end))
        start, *_, end = islice(words, pair.again + 1)
    else:
        start, end = lines[0][0], min(lines[-1][1] + 1, len(text))
    return Cut(start, end, "caption-repeat", ambiguous)
