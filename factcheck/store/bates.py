"""Which source bears a Bates number, and on which of its pages.

A source records its range. That its pages bear the numbers of the range one after another is taken only
where it has as many pages as the range has numbers; else a number leads to the source and no further.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.core.bates import Bates, BatesRange, parse_range, parse_ranges
from factcheck.core.light import dataclass
from factcheck.core.pages import merged

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its label; the stretch of text on it, None where it has none."""

    label: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A source that bears a number: the range it is in, and the page that is proven to bear it."""

    source: str
    label: str
    range: BatesRange
    page: Page | None
    is_variant: bool


def bearing(db: sqlite3.Connection, typed: str) -> list[Numbered]:
    """The sources that bear a number or part of a range, in the order of their labels; of a range, the page
    is that of its first number there. Empty where the text is no Bates number."""
    wanted = parse_range(typed) if any(character.isdigit() for character in typed) else None
    if wanted is None:
        return []
    found: list[Numbered] = []
    query = """SELECT s.id, r.label, s.bates, s.variant_of FROM source s JOIN record r ON r.id = s.id
        WHERE s.bates IS NOT NULL AND s.withdrawn = 0 AND s.redacted = 0 ORDER BY r.number, r.id"""
    for source, label, written, variant in db.execute(query).fetchall():
        ranges = parse_ranges(written)
        held = next((one for one in ranges if one.holds(wanted)), None)
        if held is None:
            continue
        number = max(wanted.first, held.first, key=lambda bates: bates.order)
        page = page_bearing(db, source, held, number) if len(ranges) == 1 else None
        found.append(Numbered(source, label, held, page, variant is not None))
    return found


def standing(found: list[Numbered]) -> list[Numbered]:
    """Those that are no variant of another, where there are such: the text of an exhibit steps back behind
    the exhibit."""
    return [one for one in found if not one.is_variant] or found


def page_bearing(db: sqlite3.Connection, source: str, held: BatesRange, number: Bates) -> Page | None:
    """The page of a source that bears a number of its range, where that is proven."""
    index = held.page_of(number)
    if index is None:
        return None
    found = pages(db, source)
    return found[index] if len(found) == held.count else None


def number_of_page(db: sqlite3.Connection, source: str, page: str) -> Bates | None:
    """The number that a page bears, where that is proven."""
    row = db.execute("SELECT bates FROM source WHERE id = ?", (source,)).fetchone()
    ranges = parse_ranges(row[0] if row else None)
    if len(ranges) != 1 or ranges[0].count is None:
        return None
    labels = [one.label for one in pages(db, source)]
    if len(labels) != ranges[0].count or labels.count(page) != 1:
        return None
    return ranges[0].first.plus(labels.index(page))


def pages(db: sqlite3.Connection, source: str) -> list[Page]:
    """The pages of a source in order; one without text is known from what could not be read on it."""
    rows = db.execute("SELECT page, start FROM place WHERE source = ? ORDER BY start", (source,)).fetchall()
    runs = [(page, next(run)[1]) for page, run in groupby(rows, key=lambda row: row[0])]
    ends = [*(start for _, start in runs[1:]), _length(db, source)] if runs else []
    with_text = [Page(page, start, end) for (page, start), end in zip(runs, ends, strict=True) if page]
    query = "SELECT page FROM hole WHERE source = ? AND page IS NOT NULL ORDER BY n"
    others = (page for (page,) in db.execute(query, (source,)).fetchall())
    waiting: dict[str, list[Page]] = {}
    for page in with_text:
        waiting.setdefault(page.label, []).append(page)
    return [
        waiting[label].pop(0) if waiting.get(label) else Page(label)
        for label in merged([page.label for page in with_text], others)
    ]


def _length(db: sqlite3.Connection, source: str) -> int:
    return int(db.execute("SELECT length FROM source WHERE id = ?", (source,)).fetchone()[0])
