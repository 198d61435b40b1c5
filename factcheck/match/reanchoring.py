"""Passages of one version of a text, sought in another: by their words, and by what stands around them.

The texts may be of any size: the words of the new one are gone through once, the passages are looked up by
their rarest runs of words, and only a few windows are ever aligned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from rapidfuzz.distance import LCSseq, Levenshtein

from factcheck.core.changes import Outcome, Turn
from factcheck.core.plain import same_words
from factcheck.match import edges
from factcheck.match.differing import likeness, turned
from factcheck.match.landmarks import Landmarks, landmarks
from factcheck.match.tokens import Vocabulary, tokens

FLOOR = 0.6
"""Below this likeness of words a passage is not the same passage."""

NEAR = 12
"""Words before and behind that are looked at as a passage's surroundings."""

KNOWN = 0.34
"""How alike surroundings must be to be known again."""

_SURE = 0.05
"""By how much the best place must be better than the second."""

_UNRIVALLED = 2 + _SURE
"""What a place is worth that no place elsewhere can come near to."""

_SHORT = 3
"""A passage of so few words is found by its surroundings, never by its words alone."""

_LONG = 1500
"""A passage of more words is sought by its beginning and its end, of this many words each: """
_END = 150

_RUN = 3
_PLACES = 200
_CANDIDATES = 6
_NEIGHBOURHOOD = 2000
"""Words between two landmarks up to which what lies there has kept its relative place."""


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a passage. `start` and `end` are its place in the new text, None for an orphan.

    `why` says it in words, `turned` what a change may turn over. `instead` is what now stands between the
    surroundings of an orphan, where these are known again.
    """

    outcome: Outcome
    start: int | None = None
    end: int | None = None
    likeness: float = 0.0
    why: str = ""
    turned: tuple[Turn, ...] = ()
    instead: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Place:
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


def reanchored(old: str, new: str, spans: Sequence[tuple[int, int]]) -> list[Found]:
    """What became of each passage (code points of the old text, end excluded), in the order given."""
    if old == new:
        inside = (0 <= start < end <= len(old) for start, end in spans)
        return [
            Found("same", *span, 1.0) if good else Found("orphaned", why="it is no place in the text")
            for span, good in zip(spans, inside, strict=True)
        ]
    search = _Search(old, new, spans)
    return [search.found(start, end) for start, end in spans]


class _Search:
    def __init__(self, old: str, new: str, spans: Sequence[tuple[int, int]]) -> None:
        vocabulary = Vocabulary()
        self.old, self.new = old, new
        self.mine, self.theirs = tokens(old, vocabulary), tokens(new, vocabulary)
        self.marks: Landmarks = landmarks(self.mine, self.theirs)
        self.runs: dict[tuple[int, ...], list[int]] = {}
        self._gather(spans)

    def _gather(self, spans: Iterable[tuple[int, int]]) -> None:
        """Where the runs of all passages that did not stay in place stand in the new text."""
        wanted: dict[tuple[int, ...], list[int]] = {}
        for start, end in spans:
            first, last = self.mine.within(start, end)
            if first < last and self._unmoved(first, last) is None:
                for piece in _pieces(first, last):
                    wanted.update((run, []) for run, _ in self._runs_of(*piece))
        if wanted:
            ids = self.theirs.ids
            for place, run in enumerate(zip(*(islice(ids, n, None) for n in range(_RUN)), strict=False)):
                if run in wanted and len(wanted[run]) <= _PLACES:
                    wanted[run].append(place)
        self.runs = wanted

    def _runs_of(self, first: int, last: int) -> list[tuple[tuple[int, ...], int]]:
        """The runs of a passage and its surroundings, each with its distance from the passage's first
        word."""
        begin, end = max(0, first - NEAR), min(len(self.mine), last + NEAR)
        ids = self.mine.part(begin, end)
        return [(tuple(ids[n : n + _RUN]), begin + n - first) for n in range(len(ids) - _RUN + 1)]

    def found(self, start: int, end: int) -> Found:
        first, last = self.mine.within(start, end)
        if not 0 <= start < end <= len(self.old) or first >= last:
            return Found("orphaned", why="it has no words to seek")
        place = self._unmoved(first, last)
        if place is not None:
            return self._judged(start, end, first, last, place)
        if last - first > _LONG:
            return self._long(start, end, first, last)
        places = self._places(first, last)
        return self._chosen(start, end, first, last, places)

    def _unmoved(self, first: int, last: int) -> _Place | None:
        """The place between the same landmarks, where nothing was put in or left out between them and the
        words are the same."""
        a, b, c, d = self.marks.around(first, last)
        if c - a != d - b:
            return None
        shift = b - a
        if self.mine.ids[first:last] != self.theirs.ids[first + shift : last + shift]:
            return None
        here, there = first + shift, last + shift
        around = self._around(first, last, here, there)
        near = self._near(first, last, here, there)
        if around < KNOWN and (last - first <= _SHORT or not near):
            return None
        return _Place(here, there, 1.0, around, near=True)

    def _places(self, first: int, last: int) -> list[_Place]:
        """The places worth looking at, the best first, none within another."""
        votes: dict[int, float] = defaultdict(float)
        runs = sorted(self._runs_of(first, last), key=lambda item: len(self.runs.get(item[0], ())))
        used = 0
        for run, distance in runs:
            stands = self.runs.get(run, [])
            if not stands or len(stands) > _PLACES:
                continue
            for place in stands:
                votes[place - distance] += 1.0 / len(stands)
            used += 1
            if used >= 4 * NEAR:
                break
        a, b, c, d = self.marks.around(first, last)
        if d - b <= _NEIGHBOURHOOD:
            kept = self._aligned(first, last, first + b - a)
            if kept is not None and kept.worth > _UNRIVALLED:
                return [kept]
            votes[first + b - a] += 0.5
            votes[first + d - c] += 0.5
        tried = _apart(votes, max(3, (last - first) // 2))
        found: dict[tuple[int, int], _Place] = {}
        for guess in tried:
            aligned = self._aligned(first, last, guess)
            if aligned is not None:
                found.setdefault((aligned.first, aligned.last), aligned)
        return sorted(found.values(), key=lambda place: (-place.worth, place.first))

    def _aligned(self, first: int, last: int, guess: int) -> _Place | None:
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
        here, there = self._bounds(first, last, answers)
        if here >= there:
            return None
        alike = likeness(self.mine.part(first, last), self.theirs.part(here, there))
        around = self._around(first, last, here, there)
        return _Place(here, there, alike, around, self._near(first, last, here, there))

    def _bounds(self, first: int, last: int, answers: dict[int, int]) -> tuple[int, int]:
        """From where to where the passage goes in the new text: to its own first and last word, or, where
        these were changed, to its neighbours, which were not."""
        own = [answers[n] for n in range(first, last) if n in answers]
        if first in answers:
            here = answers[first]
        elif first - 1 in answers:
            here = answers[first - 1] + 1
        else:
            here = own[0] if own else 0
        if last - 1 in answers:
            return here, answers[last - 1] + 1
        if last in answers:
            return here, answers[last]
        return here, own[-1] + 1 if own else 0

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
        a, b, c, d = self.marks.beside(first, last)
        close = (a >= 0 and here - b <= _NEIGHBOURHOOD) or (
            c < len(self.mine) and d - there <= _NEIGHBOURHOOD
        )
        return close and b < here and there <= d

    def _chosen(self, start: int, end: int, first: int, last: int, places: list[_Place]) -> Found:
        short = last - first <= _SHORT
        able = [
            place
            for place in places
            if place.likeness >= FLOOR and (not short or place.near or place.around >= KNOWN)
        ]
        if not able:
            return self._orphan(start, end, places)
        best = able[0]
        rivals = [
            place
            for place in able[1:]
            if place.worth > best.worth - _SURE and (place.first >= best.last or place.last <= best.first)
        ]
        if rivals:
            return Found("orphaned", why=f"{len(rivals) + 1} places are equally like it")
        return self._judged(start, end, first, last, best)

    def _orphan(self, start: int, end: int, places: list[_Place]) -> Found:
        best = max((place.likeness for place in places), default=0.0)
        known = [place for place in places if place.around >= 0.5 or (place.near and place.around >= KNOWN)]
        if len(known) == 1:
            here, there = self.theirs.starts[known[0].first], self.theirs.ends[known[0].last - 1]
            return Found(
                "orphaned",
                likeness=best,
                why="other words stand in its place",
                turned=turned(self.old[start:end], self.new[here:there]),
                instead=(here, there),
            )
        return Found("orphaned", likeness=best, why="nothing there is like it")

    def _judged(self, start: int, end: int, first: int, last: int, place: _Place) -> Found:
        passage = edges.Passage(self.old, self.mine, start, end, first, last)
        here, there = edges.stretch(passage, self.new, self.theirs, place.first, place.last)
        if here >= there:
            return Found("orphaned", why="it has no words to seek")
        was, now = self.old[start:end], self.new[here:there]
        if not same_words(was, now):
            return Found("changed", here, there, place.likeness, "the words differ", turned(was, now))
        if not place.near and place.around < KNOWN:
            return Found("changed", here, there, place.likeness, "the same words in other surroundings")
        if place.near or place.around >= 0.9:
            return Found("same", here, there, 1.0)
        return Found("moved", here, there, 1.0, "the same words elsewhere")

    def _long(self, start: int, end: int, first: int, last: int) -> Found:
        """A long passage goes from where its beginning is found to where its end is."""
        head, tail = (self._best(*piece) for piece in _pieces(first, last))
        if head is None or tail is None or tail.last <= head.first:
            return Found("orphaned", why="its beginning or its end is not found")
        size = tail.last - head.first
        if not 0.5 <= size / (last - first) <= 2:
            return Found("orphaned", why="it is not as long as it was")
        alike = 1.0
        if self.mine.ids[first:last] != self.theirs.ids[head.first : tail.last]:
            alike = min(_shared(self.mine.part(first, last), self.theirs.part(head.first, tail.last)), 0.999)
        near, around = head.near and tail.near, (head.around + tail.around) / 2
        if alike < FLOOR:
            return Found("orphaned", likeness=alike, why="nothing there is like it")
        return self._judged(start, end, first, last, _Place(head.first, tail.last, alike, around, near))

    def _best(self, first: int, last: int) -> _Place | None:
        """The one best place of a part of a passage, if there is one."""
        if (place := self._unmoved(first, last)) is not None:
            return place
        places = [place for place in self._places(first, last) if place.likeness >= FLOOR]
        if len(places) > 1 and places[1].worth > places[0].worth - _SURE:
            return None
        return places[0] if places else None


def _pieces(first: int, last: int) -> list[tuple[int, int]]:
    """What of a passage is sought: the whole, or of a long one its beginning and its end."""
    if last - first <= _LONG:
        return [(first, last)]
    return [(first, first + _END), (last - _END, last)]


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


def _shared(one: list[int], other: list[int]) -> float:
    """How alike two long runs of words are, whatever their order: cheap, and never more than they are."""
    counts: dict[int, int] = defaultdict(int)
    for word in one:
        counts[word] += 1
    shared = 0
    for word in other:
        if counts[word] > 0:
            counts[word] -= 1
            shared += 1
    return 2 * shared / (len(one) + len(other))
