"""Texts that a program saved as it notes bytes: ``b'<html>\\n...'``, all on one line, with ``\\n`` in two
characters.

Public collections hold hearings in this form. Line ends, quotation marks and characters of UTF-8 are read,
and the map says how each was noted; other escapes stay as they stand, and are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.core.document import Document, Hole, Removed
from factcheck.read.paragraphs import paragraph_marks

_OPENING = re.compile(r"\s*[bB]['\"]")
_ESCAPE = re.compile(
    r"\\(?:(?P<newline>r\\n|n|r)|(?P<mark>['\"\\])|(?P<bytes>x[0-9a-fA-F]{2}(?:\\x[0-9a-fA-F]{2})*+)|.)",
    re.DOTALL,
)
_MOST_LINES = 20
_TITLE = re.compile(r"<title>[\s-]*([^<]{3,400}?)\s*</title>", re.IGNORECASE)


def unescaped(document: Document) -> Document:
    """The document with the line ends of such a notation as line ends; another document as it is."""
    text = document.text
    if not any(hole.what == "bytes-literal" for hole in document.holes) or not _OPENING.match(text):
        return document
    if document.newline == "mixed" or text.count("\n") > _MOST_LINES:
        return document
    pieces: list[str] = []
    removed: list[Removed] = list(document.removed)
    left = length = at = 0
    for found in _ESCAPE.finditer(text):
        length += _take(text[at : found.start()], document.newline, length, pieces, removed)
        at = found.end()
        if found["newline"]:
            removed.append(Removed(length, found[0], "newline"))
            pieces.append("\n")
            length += 1
        elif found["mark"]:
            removed.append(Removed(length, found[0], "entity"))
            pieces.append(found["mark"])
            length += 1
        elif characters := _characters(found["bytes"]):
            for character in characters:
                noted = "".join(f"\\x{byte:02x}" for byte in character.encode())
                removed.append(Removed(length, noted, "entity"))
                pieces.append(character)
                length += 1
        else:
            left += 1
            pieces.append(found[0])
            length += len(found[0])
    _take(text[at:], document.newline, length, pieces, removed)
    read = "".join(pieces)
    marks, unnumbered = paragraph_marks(read)
    holes = [hole for hole in document.holes if hole.what != "bytes-literal"]
    title = document.title or next(iter(_titles(read)), None)
    return replace(
        document,
        text=read,
        title=title,
        newline="mixed",
        removed=tuple(removed),
        marks=marks,
        holes=(*holes, *_left(left), *unnumbered),
    )


def _take(stretch: str, newline: str, length: int, pieces: list[str], removed: list[Removed]) -> int:
    """A stretch without escapes; a line end in it that is none of the usual is told."""
    pieces.append(stretch)
    if newline != "\n":
        removed += (Removed(length + at, newline, "newline") for at, ch in enumerate(stretch) if ch == "\n")
    return len(stretch)


def _characters(noted: str | None) -> str:
    """The characters that some bytes are in UTF-8; none where they are none, or are noted in capitals."""
    if not noted or noted != noted.lower():
        return ""
    try:
        return bytes.fromhex(noted.replace("\\", "").replace("x", "")).decode()
    except UnicodeDecodeError:
        return ""


def _titles(text: str) -> Iterator[str]:
    if found := _TITLE.search(text, 0, 3_000):
        yield " ".join(found[1].split())


def _left(count: int) -> Iterator[Hole]:
    if count:
        where = "escapes such as \\xff that are no character of UTF-8; they stand in the text as written"
        yield Hole("bytes-literal", where, count)
