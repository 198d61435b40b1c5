"""The reader of captions, SubRip (SRT) and WebVTT: the words that are shown, each line with the time of its
cue.

Numbers, timings, blank lines, comments and markup are cut and kept in the map, so that the file can be given
back; a voice tag (`<v Name>`) is kept as such, for the turns. An entity (`&gt;`) is read as its character.
What a roll-up caption shows again is cut once.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from factcheck.core.document import Document, Hole, Mark, Place
from factcheck.errors import FactcheckError
from factcheck.read import text
from factcheck.read.cues import Cue, Scan
from factcheck.read.cutting import Cut, without
from factcheck.read.given import Given
from factcheck.read.holes import is_seen
from factcheck.read.rollup import Shown, repeats
from factcheck.read.unswept import unswept

READER = "subtitles/1"
"""Stored with the text; a new number whenever the same bytes would give another text or other marks."""

_MARKUP = re.compile(
    r"""(?P<tag></?(?:c|i|b|u|s|v|lang|ruby|rt|font)(?:[.\s][^<>\n]{0,200})?>
        |<(?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}>
        |\{\\[^{}\n]{1,80}\}|\{/?[ibusBIUS]\})
    |(?P<entity>&(?:amp|lt|gt|quot|apos|nbsp|lrm|rlm|\#\d{1,6}|\#[xX][0-9a-fA-F]{1,5});)""",
    re.VERBOSE | re.IGNORECASE,
)
_MAY_BE_MARKUP = re.compile("[<{&]")
_VOICE = re.compile(r"<v[.\s]", re.IGNORECASE)


def read(given: Given) -> Document:
    """The Document of a caption file; raises FactcheckError where it is no text or shows no words."""
    with unswept():
        return _read(given)


def _read(given: Given) -> Document:
    document = text.read(given)
    scan = Scan(document.text)
    holes = tuple(hole for hole in document.holes if hole.what != "paragraph-numbers")
    document = replace(
        document,
        kind=given.kind or "captions",
        reader=READER,
        marks=tuple(_marks(scan)),
        holes=(*holes, *scan.holes()),
    )
    document = without(document, _in_order(scan, document.text))
    if not is_seen(document.text):
        raise FactcheckError(
            title="There is nothing to read",
            detail=f"{given.name} holds captions without words: {len(scan.cues):,} cues.",
            hint="Check that its download was completed, or look for captions in another format.",
        )
    return _each_word_once(document, scan.cues)


def _marks(scan: Scan) -> Iterator[Mark]:
    for cue in scan.cues:
        if cue.lines:
            yield Mark(cue.lines[0][0], Place(time=cue.time))


def _in_order(scan: Scan, source: str) -> list[Cut]:
    """Furniture and the markup within the lines of words; these hold no furniture."""
    lines = (line for cue in scan.cues for line in cue.lines if _MAY_BE_MARKUP.search(source, *line))
    markup = [cut for start, end in lines for cut in _markup(source, start, end)]
    return sorted([*scan.furniture, *markup], key=lambda cut: cut.start)


def _markup(source: str, start: int, end: int) -> Iterator[Cut]:
    for found in _MARKUP.finditer(source, start, end):
        if found["tag"]:
            why = "voice" if _VOICE.match(found["tag"]) else "tag"
            yield Cut(found.start(), found.end(), why)
            continue
        character = html.unescape(found["entity"])
        if len(character) == 1 and unicodedata.category(character) not in ("Cc", "Zl", "Zp"):
            yield Cut(found.start(), found.end(), "entity", reads=character)


def _each_word_once(document: Document, cues: list[Cue]) -> Document:
    """The document whose lines are those of the cues, without what roll-up captions show again."""
    shown = []
    at = 0
    for cue in cues:
        lines = []
        for _ in cue.lines:
            end = document.text.find("\n", at)
            end = len(document.text) if end < 0 else end
            lines.append((at, end))
            at = end + 1
        if lines:
            shown.append(Shown(tuple(lines), cue.begins, cue.ends))
    cuts, doubtful = repeats(document.text, shown)
    if doubtful:
        where = "cues that begin as the one before ends, said twice or shown twice: kept"
        document = replace(document, holes=(*document.holes, Hole("caption-repeat", where, doubtful)))
    return without(document, cuts) if cuts else document
