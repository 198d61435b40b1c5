"""Roll-up captions: each shows again what stands on the screen already, and adds to it.

What is surely shown again is cut, once; what a speaker may have said twice stays and is counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

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
    """Two neighbours: `again` of the later one's first words are those that the earlier one ended with."""

    again: int
    flash: bool
    later: Shown
    words: Sequence[re.Match[str]]

    @property
    def adds(self) -> bool:
        return len(self.words) > self.again

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
    for one in shown:
        first = _first_word(text, one)
        if first is None:
            continue
        if before is not None and _touch(before, one):
            neighbours += 1
            start, end = before.lines[0][0], before.lines[-1][1]
            may_repeat = text.find(first.group(), max(start, end - _REACH), end) >= 0
            words = _first_words(text, one) if may_repeat else []
            if words and (again := _again(text, before, words)):
                flash = min(_lasts(before), _lasts(one)) <= FLASH
                pairs.append(_Pair(again, flash, one, words))
        before = one
    sure = sum(pair.is_sure(rolling=False) for pair in pairs)
    rolling = sure > 2 and sure >= neighbours * _ROLLING
    cuts = [_cut(text, pair, not rolling and not pair.flash) for pair in pairs if pair.is_sure(rolling)]
    return cuts, len(pairs) - len(cuts)


def _touch(earlier: Shown, later: Shown) -> bool:
    if earlier.ends is None or later.begins is None:
        return earlier.begins is None and later.begins is None
    return later.begins - earlier.ends <= TOUCHING


def _lasts(one: Shown) -> int:
    return FLASH + 1 if one.begins is None or one.ends is None else one.ends - one.begins


def _first_word(text: str, one: Shown) -> re.Match[str] | None:
    return next((word for start, end in one.lines if (word := _WORD.search(text, start, end))), None)


def _first_words(text: str, one: Shown) -> list[re.Match[str]]:
    """One word more than are compared, which tells whether there are others."""
    words = (word for start, end in one.lines for word in _WORD.finditer(text, start, end))
    return list(islice(words, _COMPARED + 1))


def _last_words(text: str, one: Shown) -> list[re.Match[str]]:
    words: list[re.Match[str]] = []
    for start, end in reversed(one.lines):
        words = [*_WORD.finditer(text, max(start, end - _REACH), end), *words]
        if len(words) >= _COMPARED:
            break
    return words[-_COMPARED:]


def _again(text: str, earlier: Shown, words: Sequence[re.Match[str]]) -> int:
    """The most words that end the earlier one, from the beginning of a line or of a turn, and begin the
    later."""
    last = _last_words(text, earlier)
    starts = {start for start, _ in earlier.lines}
    tail = [word.group() for word in last]
    head = [word.group() for word in words[:_COMPARED]]
    for count in range(min(len(tail), len(head)), 0, -1):
        if tail[-count] != head[0] or tail[-count:] != head[:count]:
            continue
        at = last[-count].start()
        line = text[max(text.rfind("\n", 0, at) + 1, at - _REACH) : at].strip()
        if not line or at in starts or _BEFORE_WORDS.fullmatch(line.split()[-1]):
            return count
    return 0


def _cut(text: str, pair: _Pair, ambiguous: bool) -> Cut:
    """Alone among captions that do not roll, it may have been said twice after all."""
    if pair.adds:
        start, end = pair.words[0].start(), pair.words[pair.again].start()
    else:
        start, end = pair.later.lines[0][0], min(pair.later.lines[-1][1] + 1, len(text))
    return Cut(start, end, "caption-repeat", ambiguous)
