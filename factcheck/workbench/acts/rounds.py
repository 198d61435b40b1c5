"""Rounds of grading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core import records as r
from factcheck.core.catalogue import fields_of
from factcheck.core.rubric import SVR1
from factcheck.core.views.records import Made
from factcheck.errors import FactcheckError
from factcheck.store import rows

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile


def open_round(case: CaseFile, viewer: Viewer, *, blind: bool) -> Made:
    """Opens the next round; the grades of earlier ones stay (what was graded before any round was opened is
    the first). In a blind round nobody sees another's judgement of a target, of whatever round, before giving
    their own in it; an open one opens all that was kept. Only a lead opens rounds."""
    if viewer.role != "lead":
        raise FactcheckError(
            "Only a lead opens a round", f"{viewer.name} is {viewer.role}.", "Ask the lead of the case."
        )
    with case.act(viewer) as act:
        opened = [known.get("number") for known in rows.every(act.db, viewer, "round", withdrawn=True)]
        graded = [grade.get("round") for grade in rows.every(act.db, viewer, "grade", withdrawn=True)]
        number = max([*opened, *graded], default=0) + 1
        record = r.Round(number=number, blind=blind, rubric=SVR1.name, rubric_version=SVR1.version)
        id_ = act.fresh()
        act.put("round.opened", id_, fields_of(record))
        return Made(id_, str(number), act.batch)
