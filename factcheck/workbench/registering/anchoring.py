"""Where rows stand in the reading text of their register's source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.store import places, texts
from factcheck.workbench.readings.source_texts import anchors_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.core.anchors import Anchor
    from factcheck.core.register_rows import RegisterRow
    from factcheck.store.connect import Db
    from factcheck.store.registers import RowAt
    from factcheck.store.rows import Stored

MOST = 20_000
"""Characters of a row that are anchored; a longer one is cited by its number alone."""

_CELL = re.compile(r"(?:(?P<sheet>.+)!)?[A-Z]{1,3}(?P<row>\d+)(?::[A-Z]{1,3}\d+)?", re.DOTALL)
_PLAIN = re.compile(r"[\W_]+")


def row_anchors(db: Db, source: Stored, rows: Iterable[RowAt]) -> dict[tuple[str, int], Anchor]:
    """The anchor of each row in its source's text, by register and place; those are left out whose place in
    the text is not sure. A row is found by the name of its cells, or else by the line at which it begins, and
    only if its own words stand there."""
    wanted = {(at.sheet or "", at.row.sheet_row): at for at in rows if at.row.sheet_row}
    spans = _by_cells(db, source, wanted) if wanted else {}
    found: dict[tuple[str, int], Anchor] = {}
    for at in rows:
        span = spans.get((at.sheet or "", at.row.sheet_row)) or _by_line(db, source, at.row)
        if span is None:
            continue
        words = texts.slice_of(db, source.id, *span)
        start = span[0] + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if start < end and end - start <= MOST and _holds(words, at.row):
            found[at.register, at.n] = anchors_for(db, source, [(start, end)])[0]
    return found


def _by_cells(
    db: Db, source: Stored, wanted: Mapping[tuple[str, int], RowAt]
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
    """Whether a stretch is this row: its filled cells stand there, signs and spacing aside."""
    text = _PLAIN.sub("", words)
    cells = [_PLAIN.sub("", cell) for cell in row.cells]
    there = [cell in text for cell in cells if cell]
    return bool(there) and sum(there) >= 0.8 * len(there)
