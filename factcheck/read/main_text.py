"""Which of a page's blocks are its main text, as trafilatura judges it.

trafilatura only chooses: the words always are the page's own (it would normalise characters, join words
across elements and change the order). A page that libxml2 would read in part only, or that could keep it
long, is not given to it.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from factcheck.read.visible import Block, Page

MAX_CHARACTERS = 3_000_000
MAX_ELEMENTS = 15_000
"""Some three times what heavy news pages have; trafilatura's time grows with the square of nested tables."""

LONG = 24
"""Letters and digits: a block of fewer could stand anywhere; it counts only where it is one whole passage."""

_NOT_UNDERSTOOD = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
)  # fmt: skip
"""What trafilatura raises on pages that it was not made for."""

_PROBE = 40
_WINDOW = 20_000
_NEAR = 2
_MARKS = re.compile(r"[\W_]+")
_NEVER_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def chosen(source: str, page: Page) -> list[bool] | None:
    """For each block of the page whether it is part of the main text; None where no main text is found."""
    if len(source) > MAX_CHARACTERS or page.elements > MAX_ELEMENTS:
        return None
    body = _body(source)
    if body is None:
        return None
    passages = {_letters("".join(element.itertext())) for element in body.iter()}
    whole = _letters("".join(body.itertext()))
    passages.discard("")
    return _kept(page.blocks, passages, whole) if whole else None


def version() -> str:
    """trafilatura's version, for the name of the reader: another one may choose otherwise."""
    import trafilatura

    return f"trafilatura/{trafilatura.__version__}"


def _body(source: str) -> Any:
    """trafilatura's extract as an element, or None."""
    from lxml import etree, html

    for name in ("trafilatura", "htmldate", "courlan", "readability"):
        logging.getLogger(name).addHandler(logging.NullHandler())  # else its remarks land on the screen
    from trafilatura import bare_extraction

    parser = html.HTMLParser(encoding="utf-8", collect_ids=False)
    try:
        tree = html.document_fromstring(_NEVER_IN_XML.sub(" ", source).encode(), parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    if any(entry.level_name == "FATAL" for entry in parser.error_log):  # from there on nothing was read
        return None
    try:
        found: Any = bare_extraction(tree, include_comments=False, with_metadata=False)
    except (*_NOT_UNDERSTOOD, etree.LxmlError):  # no fault of the page
        return None
    return None if found is None else found.body


def _kept(blocks: Sequence[Block], passages: set[str], whole: str) -> list[bool]:
    """Blocks that are a passage of the extract, or begin or end within it, in the order of the page.

    Short ones count near or between long ones only: menus repeat the words of headings.
    """
    words = [_letters(block.text) for block in blocks]
    kept, at = [], 0
    for key in words:
        place = _place(key, whole, at) if len(key) >= LONG else -1
        at = max(at, place)
        kept.append(place >= 0 or (len(key) >= LONG and key in passages))
    if not any(kept):
        kept = [key in passages for key in words]
        return _with_heading(blocks, kept)
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    for index in range(max(0, first - _NEAR), min(len(kept), last + _NEAR + 1)):
        key = words[index]
        if len(key) < LONG:
            kept[index] = key in passages or (
                not key and 0 < index < len(kept) - 1 and kept[index - 1] and first < index < last
            )
    return _with_heading(blocks, kept)


def _place(key: str, whole: str, at: int) -> int:
    """Where a block ends in the extract, not far from the last one; -1 where it is not there."""
    near = max(0, at - _WINDOW), at + _WINDOW + len(key)
    for probe in (key[:_PROBE], key[-_PROBE:]):
        found = whole.find(probe, *near)
        if found >= 0:
            return found
    return -1


def _with_heading(blocks: Sequence[Block], kept: list[bool]) -> list[bool]:
    """With the headline, which trafilatura takes for a title and leaves out of the text."""
    if True in kept:
        first = kept.index(True)
        before = [index for index in range(first) if blocks[index].tag == "h1"]
        if before and not any(blocks[index].tag == "h1" and kept[index] for index in range(len(kept))):
            kept[before[-1]] = True
    return kept


def _letters(text: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFC", text))
