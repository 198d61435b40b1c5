"""The reader of plain text: the characters as they are, line ends as LF, paragraphs numbered."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from factcheck.core.document import Document, Hole, Removed
from factcheck.errors import FactcheckError
from factcheck.read.binary import is_binary
from factcheck.read.decode import BYTE_ORDER_MARK, decode, place_in
from factcheck.read.given import Given
from factcheck.read.holes import is_seen, not_text, unseen
from factcheck.read.paragraphs import paragraph_marks

READER = "text/1"
"""Stored with the text; a new number whenever the same bytes would give another text or other marks."""

MAX_MIXED_NEWLINES = 2_000_000

_NEWLINE = re.compile(r"\r\n?")
_BYTES_LITERAL = re.compile(r"\s*[bB](['\"])")
_ESCAPE = re.compile(r"\\(?:[nrt'\"\\]|x[0-9a-fA-F]{2})")


def read(given: Given) -> Document:
    """The Document of a plain text; raises FactcheckError where it is empty or no text."""
    decoded = decode(given.data)
    if is_binary(decoded.text):
        raise not_text(given.name)
    text, newline, removed = _with_plain_newlines(decoded.text, given.name)
    if not is_seen(text):
        raise FactcheckError(
            title="There is nothing to read",
            detail=f"{given.name} holds no character that can be seen.",
            hint="Check that this is the file you meant, and that it was saved.",
        )
    if decoded.mark:
        removed = (Removed(0, BYTE_ORDER_MARK, "byte-order-mark"), *removed)
    marks, unnumbered = paragraph_marks(text)
    kind = given.kind or "news"
    return Document(
        name=given.name,
        kind=kind,
        sha256=hashlib.sha256(given.data).hexdigest(),
        size=len(given.data),
        reader=READER,
        encoding=decoded.encoding,
        text=text,
        title=given.title,
        published=given.published,
        newline=newline,
        marks=marks,
        holes=(*decoded.holes, *unseen(text), *_literal(text), *unnumbered),
        removed=removed,
    )


def _with_plain_newlines(text: str, name: str) -> tuple[str, str, tuple[Removed, ...]]:
    """The text with LF for CRLF and lone CR, the newline's own form, and of mixed ones those not LF."""
    returns = text.count("\r")
    if not returns:
        return text, "\n", ()
    pairs, feeds = text.count("\r\n"), text.count("\n")
    if pairs == returns == feeds:
        return text.replace("\r\n", "\n"), "\r\n", ()
    if not feeds:
        return text.replace("\r", "\n"), "\r", ()
    if returns > MAX_MIXED_NEWLINES:
        raise FactcheckError(
            title="Too many line ends of different forms",
            detail=f"{name} mixes LF with {returns:,} CR; at most {MAX_MIXED_NEWLINES:,} are kept track of.",
            hint="Make its line ends the same throughout (dos2unix does this), or read it in parts.",
        )
    removed, shift = [], 0
    for found in _NEWLINE.finditer(text):
        removed.append(Removed(found.start() - shift, found.group(), "newline"))
        shift += len(found.group()) - 1
    return text.replace("\r\n", "\n").replace("\r", "\n"), "mixed", tuple(removed)


def _literal(text: str) -> Iterator[Hole]:
    """Text saved by a program as a bytes literal (b'...'), its line ends and letters still escaped."""
    opened = _BYTES_LITERAL.match(text)
    if opened and text.rstrip().endswith(opened.group(1)) and (first := _ESCAPE.search(text)):
        yield Hole(
            what="bytes-literal",
            where="the text is a program's notation b'...', its escapes such as \\n and \\xe2 unread; "
            f"first at {place_in(text, first.start())}",
            count=sum(1 for _ in _ESCAPE.finditer(text)),
        )
