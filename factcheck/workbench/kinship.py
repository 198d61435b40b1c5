"""Sources that share most of their words with one in hand: perhaps a version of it, or a variant."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.match.sketches import Sketch, alike, share, sketch
from factcheck.store import replica, rows, texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored

LEAST = 0.5
"""The share of words from which a source is said to resemble another."""

_NEAR = 0.2
"""From which a sketch is worth a closer look: it only estimates."""

_LOOKED_AT = 3
_SHARED = 8
"""Hashes that two sketches must share at least."""

_FEW = 40
"""Runs of words below which a text is too short to resemble anything."""


@dataclass(frozen=True, slots=True)
class Resemblance:
    """A source that shares this share (0 to 1) of the words of the one in hand."""

    id: str
    label: str
    share: float


def resemblances(case: CaseFile, viewer: Viewer, *sources: str) -> dict[str, list[Resemblance]]:
    """For each of these sources, by its label, the others that share most of its words, the nearest first;
    those of which it is said to be a version or a variant, or they of it, are left out.

    The sketch of every text is made once and kept in this file.
    """
    made: dict[str, Sketch] = {}
    with case.reading() as db:
        case_sources = {source.id: source for source in rows.every(db, viewer, "source")}
        sketches = {id_: _sketch(db, source, made) for id_, source in case_sources.items()}
        holders: dict[int, list[str]] = {}
        for id_, one in sketches.items():
            for number in one.least if one.runs >= _FEW else ():
                holders.setdefault(number, []).append(id_)
        found = {}
        for ref in sources:
            own = rows.of_sort(db, viewer, ref, "source")
            shared = Counter(id_ for number in sketches[own.id].least for id_ in holders.get(number, ()))
            others = [case_sources[id_] for id_, count in shared.items() if count >= _SHARED]
            found[own.label] = _nearest(db, own, others, sketches)
    if made and not case.read_only:
        with case.writing() as db:
            for text_sha, one in made.items():
                replica.set_local(db, f"{replica.SKETCH}{text_sha}", one.as_text())
    return found


def _nearest(
    db: Db, own: Stored, others: Sequence[Stored], sketches: Mapping[str, Sketch]
) -> list[Resemblance]:
    guesses = [
        (near, other)
        for other in others
        if not _is_kin(own, other) and (near := alike(sketches[own.id], sketches[other.id])) >= _NEAR
    ]
    guesses.sort(key=lambda guess: (-guess[0], guess[1].label))
    text = texts.slice_of(db, own.id, 0, own.get("length")) if guesses else ""
    found = []
    for _, other in guesses[:_LOOKED_AT]:
        shared = share(text, texts.slice_of(db, other.id, 0, other.get("length")))
        if shared >= LEAST:
            found.append(Resemblance(other.id, other.label, round(shared, 3)))
    return sorted(found, key=lambda one: -one.share)


def _is_kin(one: Stored, other: Stored) -> bool:
    named = {source.get(name) for source in (one, other) for name in ("version_of", "variant_of")}
    return one.id == other.id or one.id in named or other.id in named


def _sketch(db: Db, source: Stored, made: dict[str, Sketch]) -> Sketch:
    """The sketch of a source's text: the one that is kept, else a new one, which goes to those that were
    made."""
    name = source.get("text_sha")
    if (kept := replica.get_local(db, f"{replica.SKETCH}{name}")) is not None:
        return Sketch.from_text(kept)
    if name not in made:
        made[name] = sketch(texts.slice_of(db, source.id, 0, source.get("length")))
    return made[name]
