"""Citations: what a quotation is from, as it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.anchors import Anchor, cite_place
from factcheck.core.bates import BatesRange
from factcheck.core.pages import is_typed
from factcheck.core.views.citations import Citation
from factcheck.store import bates, rows

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored


def source_name(source: Stored) -> str:
    """What a source is called in print: as the reviewer wants it cited, else its title, else its file
    name."""
    return str(source.get("cite_as") or source.get("title") or source.get("name"))


def cite(source: Stored, anchor: Anchor | None = None) -> str:
    """The full citation: name, date, place."""
    place = cite_place(anchor.place, anchor.place_end) if anchor else ""
    parts = [source_name(source)]
    if not source.get("cite_as") and source.get("published"):
        parts.append(str(source.get("published")))
    return ", ".join([*parts, place] if place else parts)


def cite_in(db: Db, source: Stored, anchor: Anchor) -> str:
    """The same, with the Bates numbers of the pages where these are proven; of a typed page, its image's."""
    numbered = (is_typed(source.get("reader")) and source.get("variant_of")) or source.id
    pages = dict.fromkeys(page for page in (anchor.place.page, anchor.place_end.page) if page)
    numbers = [number for page in pages if (number := bates.number_of_page(db, numbered, page))]
    if not numbers:
        return cite(source, anchor)
    return f"{cite(source, anchor)} ({BatesRange(numbers[0], numbers[-1])})"


def citations(
    db: Db, viewer: Viewer, record: Stored, part: str = "segments", tier: str | None = None
) -> tuple[Citation, ...]:
    """One citation for each anchor of one field of a record."""
    found = []
    for anchor in record.anchors[part]:
        source = rows.find(db, viewer, anchor.source)
        if source is not None:
            found.append(
                Citation(
                    source=source.id,
                    source_label=source.label,
                    cite=cite_in(db, source, anchor),
                    tier=tier or source.get("tier"),
                    anchor=anchor,
                    record=record.id,
                )
            )
    return tuple(found)


def cited_only(words: str | None, tier: str | None) -> tuple[Citation, ...]:
    """A citation that a reviewer typed, without a stored source behind it."""
    return (Citation(None, None, words, tier, None),) if words else ()


def name(db: Db, viewer: Viewer, person: str | None) -> str | None:
    """A person's name; that of the record that stands for both where two are one."""
    found = rows.find(db, viewer, person) if person else None
    return rows.standing(db, viewer, found).get("name") if found else None
