"""Finding the way in one source: words, whatever their case and spacing, and places as people name them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.core.anchors import cite_place
from factcheck.core.views.searching import Hit
from factcheck.errors import FactcheckError
from factcheck.store import places, rows, texts
from factcheck.workbench.readings.paging import start_of
from factcheck.workbench.readings.source_texts import source_view, text_of
from factcheck.workbench.readings.typed_places import cell_start, time_start

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored

MOST = 10_000
"""Places found at most."""

SHOWN = 240
"""Code points shown of a place that is named."""

_SOURCE_AND_PLACE = re.compile(r"\s*(\S+?)(?:\s*,\s*(?:at\s+)?|\s+(?:at\s+)?)(\S.*)", re.IGNORECASE)
_OFFSET = re.compile(r"@\s*(\d+)")
_PAGE_LINE = re.compile(r"([A-Z]{0,3}\d+)\s*:\s*(\d+)")
_RANGE = re.compile(r"([A-Z]{0,3}\d+):(\d+)\s*[-–—]\s*(?:([A-Z]{0,3}\d+):)?(\d+)")
_PAGE = re.compile(r"(?:p(?:age|\.)?\s*)([A-Z]{0,3}\d+)", re.IGNORECASE)
_LINE = re.compile(r"l(?:ine|\.)?\s*(\d+)", re.IGNORECASE)
_PARAGRAPH = re.compile(r"(?:¶|par(?:agraph|\.)?)?\s*(\d+)", re.IGNORECASE)


def occurrences(case: CaseFile, viewer: Viewer, source: str, words: str) -> list[tuple[int, int]]:
    """Where words stand in a source: start and end, in the order of the text."""
    pieces = words.split()
    if not pieces:
        return []
    pattern = re.compile(r"\s+".join(re.escape(piece) for piece in pieces), re.IGNORECASE)
    text = text_of(case, viewer, source, 0, source_view(case, viewer, source).length)
    found = []
    for match in pattern.finditer(text):
        found.append(match.span())
        if len(found) == MOST:
            break
    return found


def place_typed(case: CaseFile, viewer: Viewer, source: str, typed: str) -> int:
    """The offset of a place: a paragraph (`12`, `¶12`), page and line (`45:12`), a page (`p. 45`), a line, an
    offset (`@1200`), a cell (`B12`), a time (`12:34`), or the Bates number of a page."""
    wanted = typed.strip()
    with case.reading() as db:
        found = rows.of_sort(db, viewer, source, "source")
        if offset := _OFFSET.fullmatch(wanted):
            return _within(found, int(offset[1]))
        parts = _parts(wanted)
        if parts and (starts := places.starts(db, found.id, **parts)):
            return starts[0]
        for other in (cell_start, time_start):
            if (start := other(db, found.id, wanted)) is not None:
                return start
        if (numbered := start_of(db, found, wanted)) is not None:
            return numbered
    if parts:
        raise FactcheckError(
            f"There is no {wanted} in {found.label}", "Look at the places in its margin.", exit_code=2
        )
    raise FactcheckError(
        f"“{wanted}” is no place in {found.label}",
        "A place is a paragraph (12), page and line (45:12), a page (p. 45), an offset (@1200), a cell "
        "(B12), a time (12:34) or a Bates number.",
        exit_code=2,
    )


def place_of_source(case: CaseFile, viewer: Viewer, typed: str) -> Hit | None:
    """The place of a source that is named with it, `D3 45:12`, `D3 45:12-14` or `d3, ¶4`, with the words that
    begin there; None where what was typed names none."""
    named = _SOURCE_AND_PLACE.fullmatch(typed)
    if named is None:
        return None
    with case.reading() as db:
        try:
            found = rows.of_sort(db, viewer, named[1], "source")
            lines = stretch_typed(case, viewer, found.id, named[2])
            start = lines[0] if lines else place_typed(case, viewer, found.id, named[2])
        except FactcheckError:
            return None
        words = texts.slice_of(db, found.id, start, min(start + SHOWN, found.get("length")))
        there = texts.place_at(db, found.id, start)
    place = cite_place(there, there)
    snippet = " ".join(f"{place}: {words}".split()) if place else " ".join(words.split())
    return Hit("source", found.id, found.label, snippet, (), found.id, start, found.id)


def stretch_typed(case: CaseFile, viewer: Viewer, source: str, typed: str) -> tuple[int, int] | None:
    """Start and end of lines named by page and line as printed, `45:12-46:3` or `45:12-14`; None where what
    was typed is no such range. Refused where the source has no such place, or several."""
    named = _RANGE.fullmatch(typed.strip())
    if named is None:
        return None
    page, line, last_page, last_line = named.groups()
    with case.reading() as db:
        found = rows.of_sort(db, viewer, source, "source")
        start = _only(db, found, page, line)
        last = _only(db, found, last_page or page, last_line)
        end = places.end(db, found.id, last, page=last_page or page, line=last_line)
        start = _after_label(db, found.id, start, end)
        words = texts.slice_of(db, found.id, start, end)
    if not words.strip():
        raise FactcheckError(
            f"Nothing stands at {typed} of {found.label}", "The lines are empty.", exit_code=2
        )
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _after_label(db: Db, source: str, start: int, end: int) -> int:
    """Where the words begin on lines that begin with a speaker's printed label (`A.`): after it."""
    for turn in texts.turns(db, source):
        if start < turn.start < end:
            before = texts.slice_of(db, source, start, turn.start).strip()
            return turn.start if turn.label and before.rstrip(".:") == turn.label.rstrip(".:") else start
    return start


def _only(db: Db, source: Stored, page: str, line: str) -> int:
    starts = places.starts(db, source.id, page=page, line=line)
    if len(starts) == 1:
        return starts[0]
    if not starts:
        raise FactcheckError(
            f"There is no {page}:{line} in {source.label}",
            "Page and line are those that the source prints.",
            f"`factcheck show CASE {source.label}` shows its text with them.",
            2,
        )
    raise FactcheckError(
        f"{page}:{line} stands in {source.label} {len(starts)} times",
        f"At the offsets {', '.join(str(start) for start in starts[:10])}.",
        "Give the one that is meant as START:END.",
        2,
    )


def _parts(wanted: str) -> dict[str, str | int] | None:
    """The parts of a place as typed; None where it is none."""
    if both := _PAGE_LINE.fullmatch(wanted):
        return {"page": both[1], "line": both[2]}
    if page := _PAGE.fullmatch(wanted):
        return {"page": page[1]}
    if line := _LINE.fullmatch(wanted):
        return {"line": line[1]}
    if paragraph := _PARAGRAPH.fullmatch(wanted):
        return {"paragraph": int(paragraph[1])}
    return None


def _within(source: Stored, offset: int) -> int:
    length = source.get("length")
    if offset > length:
        raise FactcheckError(
            f"There is no offset {offset}", f"The text has {length:,} characters.", exit_code=2
        )
    return offset
