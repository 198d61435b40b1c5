"""Where a record is looked at: beside which claim, in which source, or under whose name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.light import dataclass
from factcheck.store import rows
from factcheck.workbench.readings import judgements

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored

_BELONGS = {
    "evidence": "event",
    "participant": "event",
    "alias": "person",
    "role": "person",
    "note": "target",
    "tag": "target",
    "explanation": "target",
    "grade": "target",
    "adjudication": "target",
    "dissent": "target",
    "register": "source",
}
"""Records that are looked at with another, and the field that names that one."""

_STEPS = 8
"""A note may be on a grade, which is of a link: so many steps are followed."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where to go: a claim and what stands beside it, a target alone, a place in a source, or a person."""

    claim: str | None = None
    target: str | None = None
    source: str | None = None
    start: int | None = None
    person: str | None = None


def place_of(case: CaseFile, viewer: Viewer, ref: str) -> Place:
    """The place of a record by id or label."""
    with case.reading() as db:
        found = rows.get(db, viewer, ref)
        for _ in range(_STEPS):
            field = _BELONGS.get(found.head.entity)
            if field is None or not found.get(field):
                break
            found = rows.get(db, viewer, found.get(field))
        return _place(db, viewer, rows.standing(db, viewer, found))


def _place(db: Db, viewer: Viewer, record: Stored) -> Place:
    match record.head.entity:
        case "claim":
            return Place(claim=record.id)
        case "statement":
            claims = rows.where(db, viewer, "claim", "statement", record.id)
            return Place(claim=claims[0].id if claims else None, target=None if claims else record.id)
        case "link":
            return Place(record.get("claim"), judgements.target_of(db, viewer, record))
        case "event" | "row":
            links = rows.where(db, viewer, "link", "target", record.id)
            return Place(links[0].get("claim") if links else None, record.id)
        case "source":
            return Place(source=record.id, start=0)
        case "person":
            return Place(person=record.id)
    return Place()
