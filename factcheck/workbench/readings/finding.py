"""Search for daily use: everything that can be found by its words, while they are being typed."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.core.filters import Condition, parse_filter
from factcheck.core.query import Query, read_query, spans
from factcheck.core.views.searching import Hit
from factcheck.errors import FactcheckError
from factcheck.store import bates, filtering, labels, pages, row_filter, rows, search
from factcheck.store.findable import FINDABLE
from factcheck.workbench.readings import registers
from factcheck.workbench.readings.seeking import place_of_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.registers import RowAt

BEFORE, WHOLE = 60, 240
"""Code points shown before the first match, and in all."""


PLACES = "place"
"""A place in a source's text, among the sorts of what is found."""


def find(
    case: CaseFile,
    viewer: Viewer,
    typed: str,
    limit: int = 50,
    *,
    sorts: Sequence[str] | None = None,
    live: bool = True,
) -> list[Hit]:
    """Records and places in sources that hold these words: the record of that label, people, other records,
    places. "Quoted words" stand together; while a query is typed (`live`), its last word may be the beginning
    of one. Any text may be typed. `sorts` narrows it to some sorts of records, and to `PLACES`."""
    query = read_query(typed, live=live)
    with case.reading() as db:
        numbered = _numbered(db, typed)
        bearing = {hit.id for hit in numbered}
        exact = [*(hit for hit in _labelled(db, viewer, typed) if hit.id not in bearing), *numbered]
        hits = [hit for hit in exact if sorts is None or hit.entity in sorts][:limit]
        known = {hit.id for hit in hits}
        records = search.find_records(db, viewer, query, limit - len(hits), sorts)
        whole = {(record.label, _first(record.words)) for record in records if record.entity == "statement"}
        for found in records:
            told = found.entity == "claim" and (found.label.split(".")[0], _first(found.words)) in whole
            if found.id not in known and not told:
                words, marked, _ = snippet(" · ".join(found.words.split("\n")), query)
                hits.append(Hit(found.entity, found.id, found.label, words, marked, about=found.about))
        if sorts is None or "row" in sorts:
            hits += [_row_hit(at, query) for at in registers.find_rows(db, query, limit - len(hits))]
        if sorts is None or PLACES in sorts:
            for source, label, start, text in search.find_passages(db, query, limit - len(hits)):
                words, marked, first = snippet(text.replace("\n", " "), query)
                hits.append(Hit("source", source, label, words, marked, source, start + first, source))
        return hits


def look_up(case: CaseFile, viewer: Viewer, typed: str, limit: int = 50) -> list[Hit]:
    """What is found while it is being typed: a place (`D3 45:12`), words or conditions; nothing that can be
    typed is an error."""
    place = place_of_source(case, viewer, typed)
    if place is not None:
        return [place, *find(case, viewer, typed, limit - 1)]
    try:
        wanted = parse_filter(typed)
    except FactcheckError:
        return find(case, viewer, typed, limit)
    if wanted.conditions or any(wording.negated for wording in wanted.words):
        return search_case(case, viewer, typed, limit)
    return find(case, viewer, typed, limit)


def search_case(
    case: CaseFile, viewer: Viewer, typed: str, limit: int = 50, sorts: Sequence[str] | None = None
) -> list[Hit]:
    """A query that is typed whole: words as in `find`, or with conditions (`who:kislyak linked:no -speech`,
    see `core.filters`), which statements, claims and events answer, each by date."""
    wanted = parse_filter(typed)
    if not wanted.conditions and not any(wording.negated for wording in wanted.words):
        return find(case, viewer, typed, limit, sorts=sorts, live=False)
    if sorts is not None:
        wanted = replace(wanted, conditions=(*wanted.conditions, Condition("kind", tuple(sorts))))
    words = Query(tuple(wording.term for wording in wanted.words if not wording.negated))
    with case.reading() as db:
        lines = pages.bench_details(db, filtering.bench(db, viewer, wanted)[:limit])
        found = [(line.row, line.id, line.label, line.words) for line in lines]
        places = pages.event_places(db, filtering.events(db, viewer, wanted)[: limit - len(found)])
        details = pages.event_details(db, [place.id for place in places])
        events = [details[place.id] for place in places]
        found += [("event", event.id, event.label, event.title) for event in events]
        held = islice(row_filter.rows_with(db, viewer, wanted), max(0, limit - len(found)))
        rows_found = [_row_hit(at, words) for at in held]
    hits = []
    for entity, id_, label, text in found:
        shown, marked, _ = snippet(text, words)
        hits.append(Hit(entity, id_, label, shown, marked, about=id_))
    return hits + rows_found


def _row_hit(at: RowAt, query: Query) -> Hit:
    """A register's row, with its place in the register and the words that matched."""
    words, marked, _ = snippet(" · ".join(at.row.words().split("\n")), query)
    head = f"{registers.standing(at)}: "
    shifted = tuple((start + len(head), end + len(head)) for start, end in marked)
    return Hit("row", at.id, at.label, head + words, shifted, about=at.id)


def _first(words: str) -> str:
    return words.split("\n", 1)[0]


def _labelled(db: Db, viewer: Viewer, typed: str) -> list[Hit]:
    """The record whose label this is, a withdrawn one too; of a merged one, the record that stands for it."""
    if not any(character.isdigit() for character in typed) or len(typed) > 32:
        return []
    try:
        found = rows.find(db, viewer, labels.resolve(db, typed.upper() if typed.islower() else typed))
    except FactcheckError:
        return []
    if found is None or not found.label:
        return []
    found = rows.standing(db, viewer, found)
    words = next((found.get(name) for name in FINDABLE.get(found.head.entity, ()) if found.get(name)), "")
    return [Hit(found.head.entity, found.id, found.label, words[:WHOLE], (), about=found.id)]


def _numbered(db: Db, typed: str) -> list[Hit]:
    """The sources that bear this Bates number, at the page where that is proven."""
    return [
        Hit(
            "source",
            one.source,
            one.label,
            f"{one.range}" + (f", page {one.page.label}" if one.page else ""),
            (),
            one.source,
            one.page.start if one.page else None,
            one.source,
        )
        for one in bates.bearing(db, typed)
    ]


def snippet(text: str, query: Query) -> tuple[str, tuple[tuple[int, int], ...], int]:
    """The words around the first match, where the matches stand in them, and where the first stands in the
    text. An ellipsis shows where the text goes on."""
    found = spans(text, query)
    first = found[0][0] if found else 0
    start = 0 if len(text) <= WHOLE else _word_start(text, max(0, first - BEFORE), first)
    end = len(text) if len(text) - start <= WHOLE else _word_end(text, start + WHOLE, start)
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    shift = len(head) - start
    marked = tuple((a + shift, min(b, end) + shift) for a, b in found if start <= a < end)
    return f"{head}{text[start:end]}{tail}", marked, first


def _word_start(text: str, place: int, most: int) -> int:
    space = text.find(" ", place, most)
    return space + 1 if place and space >= 0 else place


def _word_end(text: str, place: int, least: int) -> int:
    space = text.rfind(" ", least, place)
    return space if space > least else place
