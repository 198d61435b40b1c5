"""Pages of a source: which there are, which Bates number each bears, what was typed from those that are
images; and the place that a Bates number names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.bates import parse_ranges
from factcheck.core.pages import is_typed
from factcheck.core.views.sources import PageView, TypedView
from factcheck.errors import FactcheckError
from factcheck.store import bates, rows, texts

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored


def pages(case: CaseFile, viewer: Viewer, source: str) -> list[PageView]:
    """The pages of a source in order; none where it has none."""
    with case.reading() as db:
        return pages_of(db, viewer, rows.of_sort(db, viewer, source, "source"))


def pages_of(db: Db, viewer: Viewer, source: Stored) -> list[PageView]:
    """The same from the record at hand."""
    found = bates.pages(db, source.id)
    ranges = parse_ranges(source.get("bates"))
    first = ranges[0].first if len(ranges) == 1 and ranges[0].count == len(found) else None
    typed: dict[str | None, list[TypedView]] = {}
    for other in rows.where(db, viewer, "source", "variant_of", source.id):
        if is_typed(other.get("reader")):
            checked = other.get("checked_by")
            by = rows.name_of(db, checked) if checked else None
            view = TypedView(other.id, other.label, other.head.made_by, by)
            typed.setdefault(texts.place_at(db, other.id, 0).page, []).append(view)
    return [
        PageView(
            page=page.label,
            number=number,
            bates=str(first.plus(number - 1)) if first else None,
            has_text=page.start is not None
            and bool(texts.slice_of(db, source.id, page.start, page.end or page.start).strip()),
            typed=tuple(typed.get(page.label, ())),
            start=page.start,
        )
        for number, page in enumerate(found, 1)
    ]


def numbered(case: CaseFile, viewer: Viewer, typed: str) -> tuple[str, int, int] | None:
    """The source that bears a Bates number and the stretch of its page, or of its beginning where the page is
    not proven; None where no source bears it. Refused where several do."""
    with case.reading() as db:
        found = bates.standing(bates.bearing(db, typed))
        if len(found) > 1:
            rows.get(db, viewer, typed)  # says which
        if not found:
            return None
        page = found[0].page
        if page is None or page.start is None:
            return found[0].source, 0, 0
        return found[0].source, page.start, page.end or page.start


def start_of(db: Db, source: Stored, typed: str) -> int | None:
    """Where the page of a Bates number begins in this source; None for what is no number that a source
    bears. One that another source bears is refused, naming it."""
    found = bates.bearing(db, typed)
    if not found:
        return None
    own = next((one for one in found if one.source == source.id), None)
    if own is None:
        others = ", ".join(one.label for one in bates.standing(found)[:5])
        raise FactcheckError(f"{typed.strip()} is in {others}, not in {source.label}", exit_code=2)
    return own.page.start or 0 if own.page else 0
