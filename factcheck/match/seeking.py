"""Where in another text a passage may stand: by the rarest runs of its words, and between its landmarks.

The texts may be of any size: the words of the new one are gone through once for the runs of all passages,
and only a few windows are ever aligned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice

from rapidfuzz.distance import LCSseq, Levenshtein

from factcheck.core.light import dataclass
from factcheck.match.differing import likeness
from factcheck.match.landmarks import Landmarks, landmarks
from factcheck.match.tokens import Tokens, Vocabulary, tokens

NEAR = 12
"""Words before and behind that are looked at as a passage's surroundings."""

KNOWN = 0.34
"""How alike surroundings must be to be known again."""

SHORT = 3
"""A passage of so few words is found by its surroundings, never by its words alone."""

SURE = 0.05
"""By how much the best place must be better than the second."""

_UNRIVALLED = 2 + SURE
"""What a place is worth that no place elsewhere can come near to."""

_LONG = 1500
"""A passage of more words is sought by its beginning and its end, of this many words each: """
_END = 150

_RUN = 3
_PLACES = 200
_CANDIDATES = 6
_NEIGHBOURHOOD = 2000
"""Words between two landmarks up to which what lies there has kept its relative place."""

_Run = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place that may be the passage's: words [first, last), how alike they and the surroundings are, and
    whether it lies between the landmarks that the passage lay between."""

    first: int
    last: int
    likeness: float
    around: float
    near: bool

    @property
    def worth(self) -> float:
        return self.likeness + self.around + (0.5 if self.near else 0.0)


class Seeker:
    """Two texts as words, and where the runs of the passages that are sought stand in the new one."""

    def __init__(self, old: str, new: str, spans: Sequence[tuple[int, int]]) -> None:
        vocabulary = Vocabulary()
        self.mine, self.theirs = tokens(old, vocabulary), tokens(new, vocabulary)
        self._marks: Landmarks = landmarks(self.mine, self.theirs)
        self.unmoved = cache(self._unmoved)
        self._stands = _stands(self.theirs, self._wanted(spans))

    def _wanted(self, spans: Iterable[tuple[int, int]]) -> set[_Run]:
        """The runs of all passages that did not stay in place."""
        wanted: set[_Run] = set()
        for start, end in spans:
            first, last = self.mine.within(start, end)
            if first < last and self.unmoved(first, last) is None:
                for piece in pieces(first, last):
                    wanted.update(run for run, _ in self._runs_of(*piece))
        return wanted

    def _runs_of(self, first: int, last: int) -> list[tuple[_Run, int]]:
        """The runs of a passage and its surroundings, each with its distance from the passage's first
        word."""
        begin, end = max(0, first - NEAR), min(len(self.mine), last + NEAR)
        ids = self.mine.part(begin, end)
        return [(tuple(ids[n : n + _RUN]), begin + n - first) for n in range(len(ids) - _RUN + 1)]

    def _unmoved(self, first: int, last: int) -> Place | None:
        """The place between the same landmarks, where nothing was put in or left out between them and the
        words are the same."""
        a, b, c, d = self._marks.around(first, last)
        if c - a != d - b:
            return None
        shift = b - a
        if self.mine.ids[first:last] != self.theirs.ids[first + shift : last + shift]:
            return None
        here, there = first + shift, last + shift
        around = self._around(first, last, here, there)
        near = self._near(first, last, here, there)
        if around < KNOWN and (last - first <= SHORT or not near):
            return None
        return Place(here, there, 1.0, around, near=True)

    def places(self, first: int, last: int) -> list[Place]:
        """The places worth looking at, the best first, none within another."""
        votes: dict[int, float] = defaultdict(float)
        runs = sorted(self._runs_of(first, last), key=lambda item: len(self._stands.get(item[0], ())))
        used = 0
        for run, distance in runs:
            stands = self._stands.get(run, [])
            if not stands or len(stands) > _PLACES:
                continue
            for place in stands:
                votes[place - distance] += 1.0 / len(stands)
            used += 1
            if used >= 4 * NEAR:
                break
        a, b, c, d = self._marks.around(first, last)
        if d - b <= _NEIGHBOURHOOD:
            kept = self._aligned(first, last, first + b - a)
            if kept is not None and kept.worth > _UNRIVALLED:
                return [kept]
            votes[first + b - a] += 0.5
            votes[first + d - c] += 0.5
        tried = _apart(votes, max(3, (last - first) // 2))
        found: dict[tuple[int, int], Place] = {}
        for guess in tried:
            aligned = self._aligned(first, last, guess)
            if aligned is not None:
                found.setdefault((aligned.first, aligned.last), aligned)
        return sorted(found.values(), key=lambda place: (-place.worth, place.first))

    def _aligned(self, first: int, last: int, guess: int) -> Place | None:
        """The words of the new text that answer to the passage's, near a guessed place."""
        begin, end = max(0, first - NEAR), min(len(self.mine), last + NEAR)
        slack = min(8 + (last - first) // 2, 400)
        low = max(0, guess - (first - begin) - slack)
        high = min(len(self.theirs), guess + (end - first) + slack)
        mine, theirs = self.mine.part(begin, end), self.theirs.part(low, high)
        if not theirs:
            return None
        answers: dict[int, int] = {}
        for block in Levenshtein.editops(mine, theirs).as_matching_blocks():
            answers.update((begin + block.a + n, low + block.b + n) for n in range(block.size))
        here, there = _bounds(first, last, answers)
        if here >= there:
            return None
        alike = likeness(self.mine.part(first, last), self.theirs.part(here, there))
        around = self._around(first, last, here, there)
        return Place(here, there, alike, around, self._near(first, last, here, there))

    def _around(self, first: int, last: int, here: int, there: int) -> float:
        """How much of the surroundings is there again, from 0 to 1."""
        before, behind = self.mine.part(first - NEAR, first), self.mine.part(last, last + NEAR)
        if not before and not behind:
            return 0.5
        shared = LCSseq.similarity(before, self.theirs.part(here - NEAR, here))
        shared += LCSseq.similarity(behind, self.theirs.part(there, there + NEAR))
        return shared / (len(before) + len(behind))

    def _near(self, first: int, last: int, here: int, there: int) -> bool:
        """Whether a place lies between the landmarks that the passage lay between, and close to one."""
        a, b, c, d = self._marks.beside(first, last)
        close = (a >= 0 and here - b <= _NEIGHBOURHOOD) or (
            c < len(self.mine) and d - there <= _NEIGHBOURHOOD
        )
        return close and b < here and there <= d


def pieces(first: int, last: int) -> list[tuple[int, int]]:
    """What of a passage is sought: the whole, or of a long one its beginning and its end."""
    if last - first <= _LONG:
        return [(first, last)]
    return [(first, first + _END), (last - _END, last)]


def _stands(text: Tokens, wanted: set[_Run]) -> dict[_Run, list[int]]:
    """Where runs stand in a text, at most one more than `_PLACES` of each."""
    found: dict[_Run, list[int]] = {run: [] for run in wanted}
    runs = zip(*(islice(text.ids, n, None) for n in range(_RUN)), strict=False)
    for place, run in enumerate(runs) if wanted else ():
        if run in found and len(found[run]) <= _PLACES:
            found[run].append(place)
    return found


def _bounds(first: int, last: int, answers: dict[int, int]) -> tuple[int, int]:
    """From where to where a passage goes in the new text: to its own first and last word, or, where these
    were changed, to its neighbours, which were not. Nothing where one end cannot be told."""
    own = [answers[n] for n in range(first, last) if n in answers]
    if first in answers:
        here = answers[first]
    elif first - 1 in answers:
        here = answers[first - 1] + 1
    elif own:
        here = own[0]
    else:
        return 0, 0
    if last - 1 in answers:
        return here, answers[last - 1] + 1
    if last in answers:
        return here, answers[last]
    return here, own[-1] + 1 if own else 0


def _apart(votes: dict[int, float], apart: int) -> list[int]:
    """The guesses with the most votes; those that lie close together count as one."""
    groups: list[tuple[float, int]] = []
    total, best, last = 0.0, (0.0, 0), None
    for guess in sorted(votes):
        if last is not None and guess - last > apart:
            groups.append((total, best[1]))
            total, best = 0.0, (0.0, 0)
        total, last = total + votes[guess], guess
        if votes[guess] > best[0]:
            best = (votes[guess], guess)
    if last is not None:
        groups.append((total, best[1]))
    return [guess for _, guess in sorted(groups, key=lambda item: (-item[0], item[1]))[:_CANDIDATES]]
