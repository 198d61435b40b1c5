"""Finding the way in one source: words, whatever their case and spacing, and places as people name them."""

from __future__ import annotations

import re

from factcheck.core.viewer import Viewer
from factcheck.errors import FactcheckError
from factcheck.store.case import CaseFile
from factcheck.workbench.readings.sources import line_count, source_view, text_lines, text_of

MOST = 10_000
"""Places found at most."""

_AT_ONCE = 2_000
_OFFSET = re.compile(r"@\s*(\d+)")
_PAGE_LINE = re.compile(r"(\d+)\s*:\s*(\d+)")
_PAGE = re.compile(r"p(?:age|\.)?\s*(\d+)", re.IGNORECASE)
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
    """The offset of a place: a paragraph (`12`, `¶12`), page and line (`45:12`), a page (`p. 45`), a line, or
    an offset (`@1200`)."""
    wanted = typed.strip()
    if offset := _OFFSET.fullmatch(wanted):
        return _within(case, viewer, source, int(offset[1]))
    if both := _PAGE_LINE.fullmatch(wanted):
        names: tuple[str, ...] = (f"{int(both[1])}:{int(both[2])}",)
    elif page := _PAGE.fullmatch(wanted):
        names = (f"p. {int(page[1])}", f"{int(page[1])}:")
    elif line := _LINE.fullmatch(wanted):
        names = (f"line {int(line[1])}",)
    elif paragraph := _PARAGRAPH.fullmatch(wanted):
        names = (f"¶{int(paragraph[1])}",)
    else:
        raise FactcheckError(
            f"“{wanted}” is no place",
            "A place is a paragraph (12), page and line (45:12), a page (p. 45) or an offset (@1200).",
            exit_code=2,
        )
    for first in range(0, line_count(case, viewer, source), _AT_ONCE):
        for line_at in text_lines(case, viewer, source, first, _AT_ONCE):
            if any(
                line_at.place == name or (name[-1] == ":" and line_at.place.startswith(name))
                for name in names
            ):
                return line_at.start
    raise FactcheckError(
        f"There is no {wanted} in this source", "Look at the places in its margin.", exit_code=2
    )


def _within(case: CaseFile, viewer: Viewer, source: str, offset: int) -> int:
    length = source_view(case, viewer, source).length
    if offset > length:
        raise FactcheckError(
            f"There is no offset {offset}", f"The text has {length:,} characters.", exit_code=2
        )
    return offset
