"""Sketches of texts: a few hundred numbers by which those that share most words are found among thousands.

A sketch holds the least hashes of a text's runs of three words (bottom-k sketch; Broder 1997). Of two texts
the sketches say about how many runs they share; `share` counts it exactly for the few that matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from heapq import nsmallest
from itertools import islice

from factcheck.match.tokens import Tokens, Vocabulary, tokens

SIZE = 256
RUN = 3
_LOOKED_AT = 10_000_000
"""Code points of a text that a sketch is made of: the beginning tells versions of a longer one as well."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """The least hashes, rising, and how many different runs the text has."""

    runs: int
    least: tuple[int, ...]

    def as_text(self) -> str:
        """For keeping."""
        return f"{self.runs} " + " ".join(f"{number:x}" for number in self.least)

    @staticmethod
    def from_text(text: str) -> Sketch:
        """The inverse of `as_text`."""
        runs, *least = text.split(" ")
        return Sketch(int(runs), tuple(int(number, 16) for number in least if number))


def sketch(text: str) -> Sketch:
    """The sketch of a text: the same wherever and whenever it is made."""
    vocabulary = Vocabulary()
    found = tokens(text[:_LOOKED_AT], vocabulary)
    first, second, third = zip(*map(_hashes, vocabulary.words), strict=True) if len(found) else ((), (), ())
    runs = {first[a] ^ second[b] ^ third[c] for a, b, c in _runs(found)}
    return Sketch(len(runs), tuple(nsmallest(SIZE, runs)))


def _hashes(word: str) -> tuple[int, int, int]:
    """A number for a word at each place of a run."""
    digest = blake2b(word.encode(errors="surrogatepass"), digest_size=24).digest()
    return int.from_bytes(digest[:8]), int.from_bytes(digest[8:16]), int.from_bytes(digest[16:])


def _runs(text: Tokens) -> zip[tuple[int, int, int]]:
    ids = text.ids
    return zip(ids, islice(ids, 1, None), islice(ids, 2, None), strict=False)


def alike(one: Sketch, other: Sketch) -> float:
    """About which share of the runs of the text that has fewer is in the other too, from 0 to 1."""
    if not one.least or not other.least:
        return 0.0
    union = sorted({*one.least, *other.least})[:SIZE]
    both = set(one.least) & set(other.least)
    jaccard = sum(number in both for number in union) / len(union)
    shared = jaccard * (one.runs + other.runs) / (1 + jaccard)
    return min(1.0, shared / min(one.runs, other.runs))


def share(text: str, other: str) -> float:
    """Which share of a text's words stands in runs of three that the other has too, from 0 to 1."""
    vocabulary = Vocabulary()
    mine, theirs = tokens(text, vocabulary), tokens(other, vocabulary)
    if not len(mine):
        return 0.0
    known = set(_runs(theirs))
    covered, last = 0, 0
    for place, run in enumerate(_runs(mine)):
        if run in known:
            covered += place + RUN - max(place, last)
            last = place + RUN
    return covered / len(mine)
