"""What errata sheets change in a transcript: beside the words as they were given, the words as corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.anchors import cite_place
from factcheck.core.light import dataclass
from factcheck.extract.errata import read_sheet
from factcheck.match.turning import turned
from factcheck.store import rows, texts
from factcheck.workbench.erratum_places import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.core.viewer import Viewer
    from factcheck.extract.errata import Erratum
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of a sheet at the words that it changes. `was` is empty where words were put in, `now` where
    they were struck; `later` is the statement that records it, `turned` what it turns over."""

    start: int
    end: int
    place: str
    was: str
    now: str
    reason: str
    original: str
    later: str
    sheet: str
    turned: tuple[str, ...]


def corrections(case: CaseFile, viewer: Viewer, source: str, start: int, end: int) -> list[Correction]:
    """The corrections of words that meet a stretch of a transcript, in the order of the text."""
    with case.reading() as db:
        said = rows.of_sort(db, viewer, source, "source")
        sheets: dict[str, dict[int, Erratum]] = {}
        found = {
            (one.start, one.later): one
            for original in _quoted(db, viewer, said, start, end)
            for one in _of(db, viewer, said, original, sheets)
            if one.start < end and start < one.end
        }
    return [found[key] for key in sorted(found)]


def _quoted(db: Db, viewer: Viewer, said: Stored, start: int, end: int) -> Iterator[Stored]:
    """The statements that quote a stretch."""
    for record in dict.fromkeys(
        id_
        for id_, entity, _, part, _ in rows.passages(db, said.id, start, end)
        if entity == "statement" and part == "segments"
    ):
        if (found := rows.find(db, viewer, record)) is not None and not found.head.withdrawn:
            yield found


def _of(
    db: Db, viewer: Viewer, said: Stored, original: Stored, sheets: dict[str, dict[int, Erratum]]
) -> Iterator[Correction]:
    """The corrections of one statement; a sheet is read once, its entries by where they begin."""
    for later in rows.where(db, viewer, "statement", "regarding", original.id):
        anchors = later.anchors["segments"]
        if "corrected" not in (later.get("afterwards") or ()) or not anchors:
            continue
        sheet = rows.find(db, viewer, anchors[0].source)
        if sheet is None:
            continue
        if sheet.id not in sheets:
            read = read_sheet(texts.slice_of(db, sheet.id, 0, sheet.get("length")))
            sheets[sheet.id] = {entry.start: entry for entry in read.errata}
        if (entry := sheets[sheet.id].get(anchors[0].start)) is not None:
            yield _correction(db, said, original, later, sheet, entry)


def _correction(
    db: Db, said: Stored, original: Stored, later: Stored, sheet: Stored, entry: Erratum
) -> Correction:
    """At its words; where these are elsewhere in this version of the transcript, at the whole statement."""
    anchors = [one for one in original.anchors["segments"] if one.source == said.id]
    place = place_of(db, said.id, entry)
    start, end = (anchors[0].start, anchors[-1].end) if isinstance(place, str) else place
    cited = cite_place(texts.place_at(db, said.id, start), texts.place_at(db, said.id, max(start, end - 1)))
    return Correction(
        start,
        end,
        cited or entry.place,
        entry.was,
        entry.now,
        entry.reason,
        original.label,
        later.label,
        sheet.label,
        turned(entry.was, entry.now),
    )
