"""Taking page furniture out of a reading text, and laying places over it, with nothing lost on the way.

A reader makes the whole text first; what is no part of the words (page marks, running heads, line numbers,
the hyphens at line ends) is then cut, kept in the map, and every mark moves along.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import NamedTuple

from factcheck.core.document import Document, Mark, Place, Removed

_PARTS = tuple(field.name for field in fields(Place))


class Cut(NamedTuple):
    """A stretch of a text that is not to be read, `end` excluded. `why` and `ambiguous` are as in
    `Removed`. Of an entity, `reads` is the one character that is read in its stead."""

    start: int
    end: int
    why: str
    ambiguous: bool = False
    reads: str = ""


def without(
    document: Document, cuts: Sequence[Cut], places: Iterable[tuple[int, Place]] | None = None
) -> Document:
    """The document without these stretches, which stand in order and do not overlap; what was cut is in
    `removed`, so that `original_text` gives the same as before.

    A mark within a cut moves to its end; of several that meet at one offset the last holds. Where `places`
    are given, offsets before the cuts and what stands there, marks of these take the place of the document's
    own. To be called before there are turns.
    """
    if places is None:
        places = ((mark.start, mark.place) for mark in document.marks)
    return replace(
        document,
        text=_kept(document.text, cuts),
        marks=tuple(_moved(places, cuts)),
        removed=tuple(_left_out(document, cuts)),
    )


def _kept(text: str, cuts: Sequence[Cut]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, _, _, reads in cuts:
        if start > at:
            pieces.append(text[at:start])
        if reads:
            pieces.append(reads)
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


def _moved(places: Iterable[tuple[int, Place]], cuts: Sequence[Cut]) -> list[Mark]:
    """Marks of the places at the offsets that are left to them."""
    marks: list[Mark] = []
    ahead = iter(cuts)
    cut = next(ahead, None)
    gone, last = 0, -1
    for start, place in places:
        while cut is not None and cut.end <= start:
            gone += cut.end - cut.start - len(cut.reads)
            cut = next(ahead, None)
        at = (start if cut is None or start < cut.start else cut.start) - gone
        if at == last:
            marks.pop()
        marks.append(Mark(at, place))
        last = at
    return marks


def _left_out(document: Document, cuts: Sequence[Cut]) -> list[Removed]:
    """What was left out before and what the cuts leave out, in order; a cut takes in what was left out of
    it."""
    text, former = document.text, document.removed
    newline = "\n" if document.newline == "mixed" else document.newline
    removed: list[Removed] = []
    gone = passed = 0
    for start, end, why, ambiguous, reads in cuts:
        while passed < len(former) and _stands_before(former[passed], start):
            removed.append(replace(former[passed], offset=former[passed].offset - gone))
            passed += 1
        original, at = "", start
        while passed < len(former) and former[passed].offset < end:
            one = former[passed]
            original += _printed(text, at, one.offset, newline) + one.text
            at = one.offset + one.is_read
            passed += 1
        original += _printed(text, at, end, newline)
        removed.append(Removed(start - gone, original, why, ambiguous))
        gone += end - start - len(reads)
    removed += (replace(one, offset=one.offset - gone) for one in former[passed:])
    return removed


def _stands_before(one: Removed, start: int) -> bool:
    """Whether what was left out stands before the cut that begins at `start`, and not in it."""
    return one.offset < start or (one.offset == start and not one.is_read)


def _printed(text: str, start: int, end: int, newline: str) -> str:
    """The characters of the original that are read as this stretch."""
    return text[start:end] if newline == "\n" else text[start:end].replace("\n", newline)


def overlaid(*layers: Iterable[Mark]) -> tuple[Mark, ...]:
    """One sequence of marks from several: at each start, every part of the place is that of the latest mark
    of the last layer that has a mark so far and gives this part.

    A layer's mark replaces that layer's own earlier one whole: a page mark without a line ends the line
    before.
    """
    queue = sorted(
        ((mark.start, layer, mark.place) for layer, marks in enumerate(layers) for mark in marks),
        key=lambda entry: entry[:2],
    )
    holding: list[Place] = [Place()] * len(layers)
    marks: list[Mark] = []
    for start, layer, place in queue:
        holding[layer] = place
        if marks and marks[-1].start == start:
            marks.pop()
        marks.append(Mark(start, _together(holding)))
    return tuple(marks)


def _together(holding: Sequence[Place]) -> Place:
    parts: dict[str, str | int] = {}
    for place in holding:
        for part in _PARTS:
            value = getattr(place, part)
            if value is not None:
                parts[part] = value
    return Place(**parts)  # type: ignore[arg-type]  # each part's value is of that part's type
