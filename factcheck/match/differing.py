"""Two wordings beside each other: how alike they are, and where they differ."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from factcheck.core.changes import Change, Op
from factcheck.core.plain import plain

_WORDS = re.compile(r"\S+")
_SIGNS = re.compile(r"^[^\w$]+|[^\w%]+$")
_LONGEST = 3000
"""Words up to which a difference is worked out word by word; a longer one is shown as a whole."""


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """How alike two runs of numbered words are, from 0 to 1: twice the words in common order over all."""
    return Indel.normalized_similarity(one, other)


def changes(old: str, new: str, *, loose: bool = False) -> tuple[Change, ...]:
    """The way from one wording to the other, word by word. How the words are set does not count; with `loose`
    nor do letter case and signs at their ends, which captions lack."""
    before, after = _printed(old), _printed(new)
    if max(len(before), len(after)) > _LONGEST:
        return (Change("gone", " ".join(before)), Change("come", " ".join(after)))
    compared = [[_bare(word) for word in words] if loose else words for words in (before, after)]
    found: list[Change] = []
    gone: list[str] = []
    come: list[str] = []
    for op, i, j, k, n in [*Indel.opcodes(*compared), ("equal", 0, 0, 0, 0)]:
        if op != "equal":
            gone += before[i:j]
            come += after[k:n]
            continue
        runs: tuple[tuple[Op, list[str]], ...] = (("gone", gone), ("come", come), ("same", after[k:n]))
        found += [Change(what, " ".join(words)) for what, words in runs if words]
        gone, come = [], []
    return tuple(found)


def _printed(text: str) -> list[str]:
    """The words as they are printed, divided hyphens joined and dashes by themselves."""
    return _WORDS.findall(plain(text).replace("--", " -- "))


def _bare(word: str) -> str:
    return _SIGNS.sub("", word).casefold()
