"""What depositions and trials share: pages, parts, persons and turns of a volume of testimony."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from factcheck.core.document import Document, Section, Turn
from factcheck.read.transcripts.testimony import four_up
from factcheck.read.transcripts.testimony.appearances import MAX_INTRODUCTIONS, Appearances
from factcheck.read.transcripts.testimony.committees import Committee
from factcheck.read.transcripts.testimony.cover import MAX_COVER, Cover, cover_of
from factcheck.read.transcripts.testimony.cues import BY, HEADING, LABEL, QUESTION, Cue, cues_of
from factcheck.read.transcripts.testimony.examination import Examination
from factcheck.read.transcripts.testimony.labels import is_titled
from factcheck.read.transcripts.testimony.lines import Lines
from factcheck.read.transcripts.testimony.oaths import Witness, witnesses_of
from factcheck.read.transcripts.testimony.parts import FRONT, SITTING, Part, parts_of
from factcheck.read.transcripts.testimony.running_heads import Heads
from factcheck.read.transcripts.testimony.sheets import without_furniture


def read_testimony(document: Document, called: str) -> Document:
    """The document with the places, parts and turns of its testimony; `called` begins its title
    ("Deposition"). Raises FactcheckError for sheets that hold four pages whose lines are mixed."""
    if not any(mark.place.line is not None for mark in document.marks):  # those that a reader found stay
        lines = Lines(document.text)
        four_up.refuse(document.name, lines)
        document = without_furniture(document, lines)
    text = document.text
    cues = cues_of(text)
    witnesses = witnesses_of(text, cues)
    parts = parts_of(text, cues, [witness.start for witness in witnesses])
    covers = _covers(text, parts)
    first = covers[0] if covers else Cover()
    document = replace(
        document,
        title=document.title or _title(first, witnesses, called),
        published=document.published or first.day,
        published_basis=_basis(first) if not document.published and first.day else document.published_basis,
        sections=tuple(_sections(parts, covers)),
    )
    return replace(document, turns=_turns(document, cues, witnesses, parts, covers))


def _covers(text: str, parts: Sequence[Part]) -> list[Cover]:
    """For each part what the cover before it says."""
    covers: list[Cover] = []
    cover = Cover()
    for part in parts:
        if part.sort == FRONT:
            found = cover_of(text, part.start, part.end)
            if found.volume and not found.witness:  # a later volume need not name the witness again
                found = replace(found, witness=cover.witness, entity=found.entity or cover.entity)
            cover = found if found.witness or found.day or found.place else cover
        covers.append(cover)
    return covers


def _sections(parts: Sequence[Part], covers: Sequence[Cover]) -> list[Section]:
    return [
        Section(
            part.start,
            part.sort,
            date=cover.day if part.sort == SITTING else None,
            place=cover.place if part.sort == SITTING else None,
            heading=part.heading,
        )
        for part, cover in zip(parts, covers, strict=True)
        if part.end > part.start
    ]


def _title(cover: Cover, witnesses: Sequence[Witness], called: str) -> str | None:
    if called == "Deposition":
        name = cover.witness or (witnesses[0].name if witnesses else None)
        if name is None:
            return None
        return f"Deposition of {name}" + (f", Volume {cover.volume}" if cover.volume else "")
    return f"{cover.parties}, {called.lower()}" if cover.parties else None


def _basis(cover: Cover) -> str:
    return f"the day on which it was taken, on the cover: {cover.dated}"


def _turns(
    document: Document,
    cues: Sequence[Cue],
    witnesses: Sequence[Witness],
    parts: Sequence[Part],
    covers: Sequence[Cover],
) -> tuple[Turn, ...]:
    text = document.text
    opening = next((part.start for part in parts if part.sort == SITTING), 0)
    fronts = "\n".join(
        text[part.start : min(part.end, part.start + MAX_COVER)] for part in parts if part.sort == FRONT
    )
    deponents = [cover.witness for cover in covers if cover.witness]
    names = tuple(dict.fromkeys([*(witness.name for witness in witnesses), *deponents]))
    appearances = Appearances(fronts, text[opening : opening + MAX_INTRODUCTIONS], names)
    starts = [cue.start for cue in cues]
    parties = any(cover.parties for cover in covers)
    committee = Committee(text, fronts, cues, parties=parties)
    examination = Examination(text, appearances, committee, Heads(document), witnesses)
    candidates = _possible_examiners(cues, appearances)
    for part, cover in zip(parts, covers, strict=True):
        if part.sort == SITTING:
            inside = cues[bisect_left(starts, part.start) : bisect_left(starts, part.end)]
            examination.sitting(inside, part.start, part.end, cover.witness, cover.entity, candidates)
    return examination.turns()


def _possible_examiners(cues: Sequence[Cue], appearances: Appearances) -> tuple[str, ...]:
    """Who may have asked, where no heading ever says it: those who speak under their names besides."""
    if any(cue.name for cue in cues if cue.kind in (BY, HEADING, QUESTION)):
        return ()
    labels = dict.fromkeys(
        cue.label for cue in cues if cue.kind == LABEL and cue.label and is_titled(cue.label)
    )
    return tuple(
        dict.fromkeys(appearances.speaker(label)[0] for label in labels if not appearances.is_witness(label))
    )
