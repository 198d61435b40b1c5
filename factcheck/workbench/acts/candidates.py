"""What matching offers and a person turns down: for that claim only, and for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core import records as r
from factcheck.core.catalogue import fields_of
from factcheck.core.entry import sha256
from factcheck.core.views.records import Made
from factcheck.store import rows
from factcheck.workbench.registering.taking_up import taken_up

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile


def set_aside(case: CaseFile, viewer: Viewer, claim: str, target: str) -> Made:
    """Turns a candidate down: it is not suggested for this claim again. Done twice, it is done once."""
    with case.act(viewer) as act:
        return aside(act, viewer, claim, target)


def aside(act: Act, viewer: Viewer, claim: str, target: str) -> Made:
    """The same within an act."""
    said = rows.of_sort(act.db, viewer, claim, "claim")
    named = taken_up(act, viewer, target)
    other = rows.of_sort(act.db, viewer, named, "event", "row", "statement", "claim")
    id_ = "rejection:" + sha256(f"{said.id} {other.id}")[:24]
    if rows.find(act.db, viewer, id_) is None:
        act.put("candidate.rejected", id_, fields_of(r.Rejection(claim=said.id, target=other.id)))
    return Made(id_, other.label, act.batch)
