"""Two texts of the same words compared word by word, told as a critical edition tells it: here X, there Y."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from factcheck.core.light import dataclass

MOST = 4_000_000
"""Products of word counts beyond which two texts are not compared (the comparison is quadratic at worst)."""

_WORDS = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\s\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `differs` where the other text does not have it."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One difference: the words of the text compared with, the words of this text (either may be empty),
    and the last words that both share before it."""

    theirs: str
    ours: str
    after: str


@dataclass(frozen=True, slots=True)
class Apparatus:
    """This text in pieces that together are the whole of it, and its differences; `compared` is False
    beyond MOST."""

    pieces: tuple[Piece, ...]
    readings: tuple[Reading, ...]
    compared: bool


def compare(theirs: str, ours: str) -> Apparatus:
    """How `ours` differs from `theirs`, by words; white space does not count, nor does a word ever fall
    apart."""
    left, right = list(_WORDS.finditer(theirs)), list(_WORDS.finditer(ours))
    if len(left) * len(right) > MOST:
        return Apparatus((Piece(ours, False),), (), False)
    matcher = SequenceMatcher(None, [m[0] for m in left], [m[0] for m in right], autojunk=False)
    pieces: list[Piece] = []
    readings: list[Reading] = []
    at = 0
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        after = theirs[left[max(0, i1 - 3)].start() : left[i1 - 1].end()] if i1 else ""
        readings.append(
            Reading(
                theirs=theirs[left[i1].start() : left[i2 - 1].end()] if i2 > i1 else "",
                ours=ours[right[j1].start() : right[j2 - 1].end()] if j2 > j1 else "",
                after=after,
            )
        )
        if j2 > j1:
            start, end = right[j1].start(), right[j2 - 1].end()
            pieces += [Piece(ours[at:start], False), Piece(ours[start:end], True)]
            at = end
    pieces.append(Piece(ours[at:], False))
    return Apparatus(tuple(piece for piece in pieces if piece.text), tuple(readings), True)
