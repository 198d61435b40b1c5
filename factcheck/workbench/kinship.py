"""Sources that share most of their words with one in hand, or most of their own with it: perhaps a version of
it, a variant, or an excerpt."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.core.light import dataclass
from factcheck.match.sketches import Sketch, alike, shares, sketch
from factcheck.store import replica, rows, texts

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored

LEAST = 0.5
"""The share of words from which a source is said to resemble another, or to be a part of it."""

_NEAR = 0.2
"""From which a sketch is worth a closer look: it only estimates."""

_LOOKED_AT = 3
_SHARED = 8
"""Hashes that two sketches must share at least."""

_FEW = 40
"""Runs of words below which a text is too short to resemble anything."""


@dataclass(frozen=True, slots=True)
class Resemblance:
    """A source that shares words with the one in hand: which share (0 to 1) of the words in hand stand in it,
    and of its words in the one in hand."""

    id: str
    label: str
    share: float
    of_other: float

    def told(self, own: str) -> str:
        """What a person is told of it; `own` is the label of the source in hand."""
        if self.of_other < LEAST:
            return (
                f"{own} may be an excerpt of {self.label}: {self.share:.0%} of its words stand there, "
                f"and are {_percent(self.of_other)} of {self.label}"
            )
        if self.share < LEAST:
            return (
                f"{self.label} may be an excerpt of {own}: {self.of_other:.0%} of its words stand there, "
                f"and are {_percent(self.share)} of {own}"
            )
        return f"{own} has {self.share:.0%} of its words in common with {self.label}"


def _percent(share: float) -> str:
    return f"{share:.0%}" if share >= 0.01 else "less than 1%"


def resemblances(case: CaseFile, viewer: Viewer, *sources: str) -> dict[str, list[Resemblance]]:
    """For each of these sources, by its label, the others that share most of its words or have most of theirs
    from it, the nearest first; those of which it is said to be a version or a variant, or they of it, are
    left out.

    The sketch of every text is made once and kept in this file; they are gone through one by one.
    """
    made: dict[str, Sketch] = {}
    with case.reading() as db:
        asked = [rows.of_sort(db, viewer, ref, "source") for ref in sources]
        own = {source.id: _sketch(db, source, made) for source in asked}
        holders: dict[int, list[str]] = {}
        for id_, one in own.items():
            for number in one.least if one.runs >= _FEW else ():
                holders.setdefault(number, []).append(id_)
        guesses: dict[str, list[tuple[float, Stored]]] = {id_: [] for id_ in own}
        for other in rows.every(db, viewer, "source"):
            theirs = own.get(other.id) or _sketch(db, other, made)
            if theirs.runs < _FEW:
                continue
            shared = Counter(id_ for number in theirs.least for id_ in holders.get(number, ()))
            for id_, count in shared.items():
                if count >= _SHARED and (near := alike(own[id_], theirs)) >= _NEAR:
                    guesses[id_].append((near, other))
        found = {source.label: _nearest(db, source, guesses[source.id]) for source in asked}
    if made and not case.read_only:
        with case.writing() as db:
            for text_sha, one in made.items():
                replica.set_local(db, f"{replica.SKETCH}{text_sha}", one.as_text())
    return found


def _nearest(db: Db, own: Stored, guesses: list[tuple[float, Stored]]) -> list[Resemblance]:
    near = [(alike, other) for alike, other in guesses if not _is_kin(own, other)]
    near.sort(key=lambda guess: (-guess[0], guess[1].label))
    text = texts.slice_of(db, own.id, 0, own.get("length")) if near else ""
    found = []
    for _, other in near[:_LOOKED_AT]:
        mine, theirs = shares(text, texts.slice_of(db, other.id, 0, other.get("length")))
        if max(mine, theirs) >= LEAST:
            found.append(Resemblance(other.id, other.label, round(mine, 3), round(theirs, 3)))
    return sorted(found, key=lambda one: (-one.share, -one.of_other))


def _is_kin(one: Stored, other: Stored) -> bool:
    named = {source.get(name) for source in (one, other) for name in ("version_of", "variant_of")}
    return one.id == other.id or one.id in named or other.id in named


def _sketch(db: Db, source: Stored, made: dict[str, Sketch]) -> Sketch:
    """The sketch of a source's text: the one that is kept, else a new one, which goes to those that were
    made."""
    name = source.get("text_sha")
    kept = replica.get_local(db, f"{replica.SKETCH}{name}")
    if kept is not None and (known := Sketch.from_text(kept)) is not None:
        return known
    if name not in made:
        made[name] = sketch(texts.slice_of(db, source.id, 0, source.get("length")))
    return made[name]
