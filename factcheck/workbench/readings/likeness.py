"""Records that may be the same as another, or as what is proposed: offered where somebody says “same”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.query import read_query
from factcheck.core.ranking import Sought
from factcheck.core.views.searching import Hit
from factcheck.core.words import words
from factcheck.errors import FactcheckError
from factcheck.store import naming, pages, rows, search
from factcheck.workbench.readings import finding, proposed, suggesting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db

_WORDS = 3
"""The longest words of a statement that another record of it must hold."""


def resembling(case: CaseFile, viewer: Viewer, ref: str, typed: str = "", limit: int = 12) -> list[Hit]:
    """Records of the sort of `ref` (a record or a proposal) but for itself: those that hold what is typed, by
    label or words; where nothing is typed, those most like it."""
    with case.reading() as db:
        proposal = proposed.waiting_for(db, viewer, ref)
        if proposal is not None:
            entity, text, own = proposal.entity, proposal.words, proposal.id
        else:
            found = rows.of_sort(db, viewer, ref, "event", "statement", "person")
            entity, own = found.head.entity, found.id
            text = str(found.get({"event": "title", "statement": "words", "person": "name"}[entity]))
        if not typed.strip():
            hits = _like_event(db, text, own, limit) if entity == "event" else _like(db, viewer, entity, text)
            return [hit for hit in hits if hit.id != own]
    hits = finding.find(case, viewer, typed, limit + 1, sorts=[entity])
    return [hit for hit in hits if hit.id != own and hit.entity == entity][:limit]


def _like_event(db: Db, text: str, own: str, limit: int) -> list[Hit]:
    sought = Sought(id=own, words=text, people=tuple(naming.people_in(db, text)))
    found = suggesting.best(db, sought, limit + 1)
    details = pages.event_details(db, [one.event for one in found])
    lines = [details[one.event] for one in found]
    return [
        Hit("event", line.id, line.label, f"{line.when or 'no date'}  {line.title}", (), about=line.id)
        for line in lines
    ]


def _like(db: Db, viewer: Viewer, entity: str, text: str) -> Sequence[Hit]:
    longest = sorted({word.folded for word in words(text)}, key=lambda word: (-len(word), word))[:_WORDS]
    query = read_query(" ".join(longest))
    try:
        found = search.find_records(db, viewer, query, 12, [entity])
    except FactcheckError:
        return []
    return [Hit(one.entity, one.id, one.label, one.words[: finding.WHOLE], (), about=one.id) for one in found]
