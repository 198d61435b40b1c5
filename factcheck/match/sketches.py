"""Sketches of texts: some hundred numbers by which those that share most words are found among thousands, and
those of which another is a part.

A sketch holds the least hashes of a text's runs of three words (bottom-k sketch; Broder 1997), of a long text
more than of a short one, so that a few pages are known again in a volume. Of two texts the sketches say about
how many runs they share; `shares` counts it exactly for the few that matter.
"""

from __future__ import annotations

from bisect import bisect_right
from hashlib import blake2b
from heapq import nsmallest
from itertools import islice

from factcheck.core.light import dataclass
from factcheck.match.tokens import Tokens, Vocabulary, tokens

LEAST, MOST = 512, 8192
"""Hashes of a sketch; between them one for so many runs: """
ONE_IN = 32

RUN = 3
_LOOKED_AT = 10_000_000
"""Code points of a text that a sketch is made of: the beginning tells versions of a longer one as well."""

_FORM = "2"


@dataclass(frozen=True, slots=True)
class Sketch:
    """The least hashes, rising, and how many different runs the text has."""

    runs: int
    least: tuple[int, ...]

    def as_text(self) -> str:
        """For keeping."""
        return f"{_FORM}:{self.runs} " + " ".join(f"{number:x}" for number in self.least)

    @staticmethod
    def from_text(text: str) -> Sketch | None:
        """The inverse of `as_text`; None where it was kept in an earlier form."""
        head, *least = text.split(" ")
        form, _, runs = head.rpartition(":")
        if form != _FORM:
            return None
        return Sketch(int(runs), tuple(int(number, 16) for number in least if number))


def sketch(text: str) -> Sketch:
    """The sketch of a text: the same wherever and whenever it is made."""
    vocabulary = Vocabulary()
    found = tokens(text[:_LOOKED_AT], vocabulary)
    first, second, third = zip(*map(_hashes, vocabulary.words), strict=True) if len(found) else ((), (), ())
    runs = {first[a] ^ second[b] ^ third[c] for a, b, c in _runs(found)}
    return Sketch(len(runs), tuple(nsmallest(min(max(len(runs) // ONE_IN, LEAST), MOST), runs)))


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
    ends = [side.least[-1] for side in (one, other) if side.runs > len(side.least)]
    upto = min(ends, default=max(one.least[-1], other.least[-1]))
    mine, theirs = (side.least[: bisect_right(side.least, upto)] for side in (one, other))
    fewer = mine if one.runs <= other.runs else theirs
    return len({*mine} & {*theirs}) / len(fewer) if fewer else 0.0


def shares(text: str, other: str) -> tuple[float, float]:
    """Which share of each text's words stands in runs of three that the other has too, from 0 to 1."""
    vocabulary = Vocabulary()
    mine, theirs = tokens(text, vocabulary), tokens(other, vocabulary)
    short, long = sorted((mine, theirs), key=len)
    of_short = set(_runs(short))
    known = {run for run in _runs(long) if run in of_short}
    return _covered(mine, known), _covered(theirs, known)


def _covered(text: Tokens, known: set[tuple[int, int, int]]) -> float:
    covered, last = 0, 0
    for place, run in enumerate(_runs(text)):
        if run in known:
            covered += place + RUN - max(place, last)
            last = place + RUN
    return covered / len(text) if len(text) else 0.0
