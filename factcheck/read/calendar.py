"""The reader of calendars (ICS, RFC 5545): the file as it stands, its folded lines joined.

Each event, to-do and journal entry is a paragraph, numbered in the file's order, and has the number of the
line of the file at which it begins. Files that are attached
within are cut and told. `calendar_table` gives the events as rows.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from factcheck.core.document import Document, Hole, Mark, Place
from factcheck.read import text
from factcheck.read.cutting import Cut, overlaid, without
from factcheck.read.given import Given
from factcheck.read.page_facts import one_line

READER = "calendar/2"
"""Stored with the text; a new number whenever the same bytes would give another text or other marks."""

_FOLD = re.compile(r"\n[ \t]")
_ATTACHED = re.compile(r"^ATTACH[^:\n]*ENCODING=BASE64[^:\n]*:([^\n]+)", re.MULTILINE | re.IGNORECASE)
_BEGINS = re.compile(r"^(BEGIN|END):(VEVENT|VTODO|VJOURNAL|VFREEBUSY)[ \t]*$", re.MULTILINE | re.IGNORECASE)
_NAME = re.compile(r"^(?:X-WR-CALNAME|NAME)(?:;[^:\n]*)?:([^\n]+)", re.MULTILINE | re.IGNORECASE)
_ESCAPED = re.compile(r"\\([,;\\nN])")
_SPLIT_CHARACTER = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})(\r?\n[ \t])([\x80-\xbf]{1,3})")
_HEAD = 20_000


def read(given: Given) -> Document:
    """The Document of a calendar; raises FactcheckError where it is empty or no text."""
    whole, rejoined = characters_rejoined(given.data)
    document = text.read(replace(given, data=whole))
    document = replace(
        document,
        sha256=hashlib.sha256(given.data).hexdigest(),
        size=len(given.data),
        kind=given.kind or "calendar",
        reader=READER,
        marks=(),
    )
    document = without(document, [Cut(*fold.span(), "fold") for fold in _FOLD.finditer(document.text)])
    attached = [Cut(*found.span(1), "attachment") for found in _ATTACHED.finditer(document.text)]
    document = without(document, attached) if attached else document
    begun = list(_BEGINS.finditer(document.text))
    holes = [hole for hole in document.holes if hole.what != "paragraph-numbers"]
    if rejoined:
        where = "characters of which a line end stood between the bytes; it is put after them"
        holes.append(Hole("split-characters", where, rejoined))
    if attached:
        holes.append(Hole("attachment", "files within the calendar, left out of the text", len(attached)))
    unended = sum(1 if found[1].upper() == "BEGIN" else -1 for found in begun)
    if unended:
        holes.append(
            Hole("unended", "entries that begin without an end, or end without a beginning", abs(unended))
        )
    return replace(
        document,
        title=given.title or _name(document.text[:_HEAD]),
        marks=overlaid(_marks(begun, document)),
        holes=tuple(holes),
    )


def characters_rejoined(data: bytes) -> tuple[bytes, int]:
    """The bytes with each UTF-8 character whole that a fold divides, as old programs count bytes, and how
    many there were; other bytes as they are."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        whole, count = _SPLIT_CHARACTER.subn(rb"\1\3\2", data)
        try:
            whole.decode("utf-8")
        except UnicodeDecodeError:
            return data, 0
        return whole, count
    return data, 0


def _marks(begun: list[re.Match[str]], document: Document) -> Iterator[Mark]:
    """A number and a line where an entry begins; after its end no place."""
    folds = [one.offset for one in document.removed if one.why == "fold"]
    number, line, before = 0, 1, 0
    for found in begun:
        if found[1].upper() == "BEGIN":
            number += 1
            line += document.text.count("\n", before, found.start())
            before = found.start()
            folded = bisect_right(folds, found.start())
            yield Mark(found.start(), Place(paragraph=number, line=str(line + folded)))
        elif found.end() + 1 < len(document.text):
            yield Mark(found.end() + 1, Place())


def _name(head: str) -> str | None:
    found = _NAME.search(head)
    return one_line(unescaped(found[1])) if found else None


def unescaped(value: str) -> str:
    """A text value as it is meant (RFC 5545, 3.3.11)."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
