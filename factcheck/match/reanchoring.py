"""Passages of one version of a text, sought in another, and what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.core.changes import Outcome, Turn
from factcheck.core.light import dataclass
from factcheck.core.plain import same_words
from factcheck.match import edges
from factcheck.match.seeking import KNOWN, SHORT, SURE, Place, Seeker, pieces
from factcheck.match.turning import turned

FLOOR = 0.6
"""Below this likeness of words a passage is not the same passage."""


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


def reanchored(old: str, new: str, spans: Sequence[tuple[int, int]]) -> list[Found]:
    """What became of each passage (code points of the old text, end excluded), in the order given."""
    if old == new:
        inside = (0 <= start < end <= len(old) for start, end in spans)
        return [
            Found("same", *span, 1.0) if good else Found("orphaned", why="it is no place in the text")
            for span, good in zip(spans, inside, strict=True)
        ]
    judge = _Judge(old, new, spans)
    return [judge.found(start, end) for start, end in spans]


class _Judge:
    def __init__(self, old: str, new: str, spans: Sequence[tuple[int, int]]) -> None:
        self.old, self.new = old, new
        self.seeker = Seeker(old, new, spans)
        self.mine, self.theirs = self.seeker.mine, self.seeker.theirs

    def found(self, start: int, end: int) -> Found:
        first, last = self.mine.within(start, end)
        if not 0 <= start < end <= len(self.old) or first >= last:
            return Found("orphaned", why="it has no words to seek")
        place = self.seeker.unmoved(first, last)
        if place is not None:
            return self._judged(start, end, first, last, place)
        if len(pieces(first, last)) > 1:
            return self._long(start, end, first, last)
        return self._chosen(start, end, first, last, self.seeker.places(first, last))

    def _chosen(self, start: int, end: int, first: int, last: int, places: list[Place]) -> Found:
        short = last - first <= SHORT
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
            if place.worth > best.worth - SURE and (place.first >= best.last or place.last <= best.first)
        ]
        if rivals:
            return Found("orphaned", why=f"{len(rivals) + 1} places are equally like it")
        return self._judged(start, end, first, last, best)

    def _orphan(self, start: int, end: int, places: list[Place]) -> Found:
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

    def _judged(self, start: int, end: int, first: int, last: int, place: Place) -> Found:
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
        head, tail = (self._best(*piece) for piece in pieces(first, last))
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
        return self._judged(start, end, first, last, Place(head.first, tail.last, alike, around, near))

    def _best(self, first: int, last: int) -> Place | None:
        """The one best place of a part of a passage, if there is one."""
        if (place := self.seeker.unmoved(first, last)) is not None:
            return place
        places = [place for place in self.seeker.places(first, last) if place.likeness >= FLOOR]
        if len(places) > 1 and places[1].worth > places[0].worth - SURE:
            return None
        return places[0] if places else None


def _shared(one: list[int], other: list[int]) -> float:
    """How alike two long runs of words are, whatever their order: cheap, and never more than they are."""
    return 2 * (Counter(one) & Counter(other)).total() / (len(one) + len(other))
