"""Where rows stand in the reading text of their register's source."""

from __future__ import annotations

import re
from contextlib import suppress
from json import JSONDecoder
from typing import TYPE_CHECKING

from factcheck.store import places, texts
from factcheck.workbench.readings.source_texts import anchors_for

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from factcheck.core.anchors import Anchor
    from factcheck.core.register_rows import RegisterRow
    from factcheck.store.connect import Db
    from factcheck.store.registers import RowAt
    from factcheck.store.rows import Stored

MOST = 20_000
"""Characters of a row that are anchored; a longer one is cited by its number alone."""

_CELL = re.compile(r"(?:(?P<sheet>.+)!)?[A-Z]{1,3}(?P<row>\d+)(?::[A-Z]{1,3}\d+)?", re.DOTALL)
_EVENT = "BEGIN:VEVENT"
_PLAIN = re.compile(r"[\W_]+")


def row_anchors(db: Db, source: Stored, rows: Iterable[RowAt]) -> dict[tuple[str, int], Anchor]:
    """The anchor of each row in its source's text, by register and place; those are left out whose place in
    the text is not sure. A row is found by the name of its cells, an object of JSON by its own, an event of a
    calendar by its line, and only if its own words stand there."""
    asked = list(rows)
    wanted = {(at.sheet or "", at.row.sheet_row) for at in asked if at.row.sheet_row}
    spans = _by_cells(db, source, wanted) if wanted else {}
    found: dict[tuple[str, int], Anchor] = {}
    for at in asked:
        if at.row.sheet_row:
            span = spans.get((at.sheet or "", at.row.sheet_row)) or _by_line(db, source, at.row)
        else:
            span = _by_name(db, source, at)
        if span is None:
            continue
        words = texts.slice_of(db, source.id, *span)
        start, end = _trimmed(words, span[0])
        if start < end and end - start <= MOST and _holds(words, at.row):
            found[at.register, at.n] = anchors_for(db, source, [(start, end)])[0]
    return found


def _trimmed(words: str, start: int) -> tuple[int, int]:
    """Where the words begin and end without what stands around them: spaces, and what divides objects."""
    bare = words.strip()
    start += len(words) - len(words.lstrip())
    end = len(bare)
    if bare[:1] == "{":
        with suppress(ValueError, RecursionError):
            _, end = JSONDecoder().raw_decode(bare)
    return start, start + end


def _by_name(db: Db, source: Stored, at: RowAt) -> tuple[int, int] | None:
    """Where an object of JSON or an event of a calendar stands, by what its source's text calls the place."""
    named = ({"cell": f"{at.sheet or 'item'} {at.row.number}"}, {"line": str(at.row.number)})
    for place in named:
        if starts := places.starts(db, source.id, **place):
            return starts[0], places.end(db, source.id, starts[0], **place)
    return None


def _by_cells(
    db: Db, source: Stored, wanted: Collection[tuple[str, int]]
) -> dict[tuple[str, int], tuple[int, int]]:
    """Where rows begin and end, by the names of cells in the text's map."""
    sheets = {sheet for sheet, _ in wanted}
    spans: dict[tuple[str, int], tuple[int, int]] = {}
    open_: tuple[tuple[str, int], int] | None = None
    for start, cell in places.cells(db, source.id):
        match = _CELL.fullmatch(cell or "")
        key = None
        if match:
            sheet = (match["sheet"] or "").strip("'").replace("''", "'")
            key = (sheet if sheet in sheets else "", int(match["row"]))
        if open_ and key == open_[0]:
            continue
        if open_:
            spans.setdefault(open_[0], (open_[1], start))
            open_ = None
        if key in wanted and key is not None:
            open_ = (key, start)
    if open_:
        spans.setdefault(open_[0], (open_[1], source.get("length")))
    return spans


def _by_line(db: Db, source: Stored, row: RegisterRow) -> tuple[int, int] | None:
    """The line at which a row begins."""
    for _, start, words in texts.lines(db, source.id, row.number - 1, 1):
        return start, start + len(words)
    return None


def _holds(words: str, row: RegisterRow) -> bool:
    """Whether a stretch is this row: its filled cells stand there, signs and spacing aside; of an event of a
    calendar, whose cells are made of its lines, its title."""
    text = _PLAIN.sub("", words)
    if words.startswith(_EVENT):
        return _PLAIN.sub("", row.title) in text
    cells = [_PLAIN.sub("", cell) for cell in row.cells]
    there = [cell in text for cell in cells if cell]
    return bool(there) and sum(there) >= 0.8 * len(there)
