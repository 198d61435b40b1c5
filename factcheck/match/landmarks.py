"""Landmarks: short runs of words that two texts have once each, in the same order in both.

Between two of them that lie equally far apart in both texts nothing was put in or left out; what stands
between them in one text has its place between them in the other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from factcheck.core.light import dataclass
from factcheck.match.tokens import Tokens

RUN = 5
"""Words of a landmark."""

_MOST = 250_000
"""Runs that are looked at in a text: of a longer one, those that begin with some words only."""


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Positions of words in the old text and in the new, both rising; the ends of the texts stand first and
    last."""

    old: list[int]
    new: list[int]

    def around(self, first: int, last: int) -> tuple[int, int, int, int]:
        """The landmarks between which some words of the old text lie, one of which may begin with them: both
        positions of each."""
        return self._between(bisect_right(self.old, first) - 1, last)

    def beside(self, first: int, last: int) -> tuple[int, int, int, int]:
        """The same with landmarks that share no word with these."""
        return self._between(max(0, bisect_right(self.old, first - RUN) - 1), last)

    def _between(self, before: int, last: int) -> tuple[int, int, int, int]:
        behind = max(bisect_left(self.old, last), before + 1)
        return self.old[before], self.new[before], self.old[behind], self.new[behind]


def landmarks(old: Tokens, new: Tokens) -> Landmarks:
    """The landmarks of two texts."""
    step = max(1, -(-max(len(old), len(new)) // _MOST))
    mine, theirs = _once(old, step), _once(new, step)
    pairs = sorted(
        (place, theirs[run]) for run, place in mine.items() if place >= 0 and theirs.get(run, -1) >= 0
    )
    kept = list(_rising(pairs))
    return Landmarks(
        [-1, *(a for a, _ in kept), len(old)],
        [-1, *(b for _, b in kept), len(new)],
    )


def _once(text: Tokens, step: int) -> dict[bytes, int]:
    """The runs of a text, each with its place, or -1 where it comes more than once."""
    found: dict[bytes, int] = {}
    ids = text.ids
    for place in range(len(ids) - RUN + 1) if step == 1 else _every(ids, step):
        run = ids[place : place + RUN].tobytes()
        found[run] = -1 if run in found else place
    return found


def _every(ids: Sequence[int], step: int) -> Iterator[int]:
    """The places of runs that begin with one word in so many."""
    most = len(ids) - RUN
    return (place for place, word in enumerate(ids) if word % step == 0 and place <= most)


def _rising(pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The longest chain of pairs that rise in both texts."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, (_, place) in enumerate(pairs):
        at = len(tails) if not tails or tails[-1] < place else bisect_left(tails, place)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(place)
            ends.append(n)
        else:
            tails[at], ends[at] = place, n
    chain = []
    n = ends[-1] if ends else -1
    while n >= 0:
        chain.append(pairs[n])
        n = before[n]
    return reversed(chain)
