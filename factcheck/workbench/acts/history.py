"""Undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.store import reversal
from factcheck.workbench.readings.history import offer_of, work_named

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.core.views.history import UndoOffer
    from factcheck.store.case import CaseFile


def undo(case: CaseFile, viewer: Viewer, *, even_earlier: bool = False) -> UndoOffer:
    """Takes back the viewer's own last act that still counts, however many entries it has; says which.

    Refused where later acts rest on it, naming them, and for an act of an earlier day unless `even_earlier`.
    """
    with case.act(viewer) as act:
        batch = reversal.last_act(act.db, act.actor)
        if batch is None:
            raise FactcheckError(
                "There is nothing to undo", f"{viewer.name} has done nothing that still counts."
            )
        resting = reversal.rests_on(act.db, batch.id)
        offer = offer_of(case, act.db, viewer, batch)
        if resting:
            named = ", ".join(dict.fromkeys(work_named(act.db, viewer, *work) for work in resting))
            raise FactcheckError(
                "This cannot be undone: later work rests on it",
                f"“{offer.sentence}” is what {named} build on.",
                "Have these undone first, or withdraw the record with a reason.",
            )
        if offer.earlier_day and not even_earlier:
            raise FactcheckError(
                "This was done on an earlier day",
                f"{offer.at[:10]}: {offer.sentence}.",
                "Undo it all the same with --yes.",
            )
        act.put("batch.undone", batch.id, {"batch": batch.id})
        return offer


def redo(case: CaseFile, viewer: Viewer) -> UndoOffer:
    """Does again what the viewer's last undo took back; only while nothing else was done since."""
    with case.act(viewer) as act:
        found = reversal.last_undo(act.db, act.actor)
        if found is None:
            raise FactcheckError(
                "There is nothing to redo", "Nothing was undone, or something was done since."
            )
        undone, batch = found
        offer = offer_of(case, act.db, viewer, batch)
        act.put("batch.redone", undone, {"batch": undone})
        return offer
