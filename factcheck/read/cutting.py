"""Taking page furniture out of a reading text, and laying places over it, with nothing lost on the way.

A reader makes the whole text first; what is no part of the words (page marks, running heads, line numbers,
the hyphens at line ends) is then cut, kept in the map, and every mark moves along.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from factcheck.core.document import Document, Mark, Place, Removed

_PARTS = tuple(field.name for field in fields(Place))


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of a text that is not to be read, `end` excluded. `why` and `ambiguous` are as in
    `Removed`. Of an entity, `reads` is the one character that is read in its stead."""

    start: int
    end: int
    why: str
    ambiguous: bool = False
    reads: str = ""


def without(document: Document, cuts: Sequence[Cut]) -> Document:
    """The document without these stretches, which stand in order and do not overlap; what was cut is in
    `removed`, so that `original_text` gives the same as before.

    A mark within a cut moves to its end; of several that meet at one offset the last holds. To be called
    before there are turns.
    """
    kept: list[str] = []
    removed: list[Removed] = []
    marks: list[Mark] = []
    former = _Queue(document)
    at = gone = 0
    for cut in cuts:
        kept.append(document.text[at : cut.start])
        former.pass_up_to(cut.start, gone, removed, marks)
        removed.append(Removed(cut.start - gone, former.original(cut), cut.why, cut.ambiguous))
        former.move_marks(cut, gone, marks)
        kept.append(cut.reads)
        at, gone = cut.end, gone + cut.end - cut.start - len(cut.reads)
    kept.append(document.text[at:])
    former.pass_up_to(len(document.text) + 1, gone, removed, marks)
    return replace(document, text="".join(kept), marks=tuple(marks), removed=tuple(removed))


class _Queue:
    """The removals and marks of the document before the cuts, each taken once and in order."""

    def __init__(self, document: Document) -> None:
        self._text, self._marks, self._removed = document.text, document.marks, document.removed
        self._newline = "\n" if document.newline == "mixed" else document.newline
        self._next_mark = self._next_removed = 0

    def pass_up_to(self, offset: int, gone: int, removed: list[Removed], marks: list[Mark]) -> None:
        """What lies before `offset` moves up by `gone`; so do removals that stood right before it."""
        while self._next_removed < len(self._removed):
            one = self._removed[self._next_removed]
            if one.offset > offset or (one.offset == offset and one.is_read):
                break
            removed.append(replace(one, offset=one.offset - gone))
            self._next_removed += 1
        while self._next_mark < len(self._marks) and self._marks[self._next_mark].start < offset:
            _put(marks, self._marks[self._next_mark], self._marks[self._next_mark].start - gone)
            self._next_mark += 1

    def original(self, cut: Cut) -> str:
        """The original characters of a stretch that is cut: its own, and those left out of it before."""
        pieces: list[str] = []
        at = cut.start
        while self._next_removed < len(self._removed) and self._removed[self._next_removed].offset < cut.end:
            one = self._removed[self._next_removed]
            pieces += (self._text[at : one.offset].replace("\n", self._newline), one.text)
            at = one.offset + one.is_read
            self._next_removed += 1
        pieces.append(self._text[at : cut.end].replace("\n", self._newline))
        return "".join(pieces)

    def move_marks(self, cut: Cut, gone: int, marks: list[Mark]) -> None:
        while self._next_mark < len(self._marks) and self._marks[self._next_mark].start < cut.end:
            _put(marks, self._marks[self._next_mark], cut.start - gone)
            self._next_mark += 1


def _put(marks: list[Mark], mark: Mark, start: int) -> None:
    if marks and marks[-1].start == start:
        marks.pop()
    marks.append(Mark(start, mark.place))


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
        _put(marks, Mark(start, _together(holding)), start)
    return tuple(marks)


def _together(holding: Sequence[Place]) -> Place:
    parts: dict[str, str | int] = {}
    for place in holding:
        for part in _PARTS:
            value = getattr(place, part)
            if value is not None:
                parts[part] = value
    return Place(**parts)  # type: ignore[arg-type]  # each part's value is of that part's type
