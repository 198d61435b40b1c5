"""What every part of the desk over a real case has: the case, and who acts on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.workbench import cases

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.workbench.cases import OpenCase


class CasePart:
    """The base of the parts of which `case_desk.CaseDesk` is put together."""

    def __init__(self, case: OpenCase, viewer: Viewer) -> None:
        self._case = case
        self._viewer = viewer

    @property
    def _actor(self) -> Viewer:
        """The viewer. Someone unknown joins at the first act: the case is asked until it knows them."""
        if self._viewer.reviewer is None:
            self._viewer = cases.viewer_for(self._case, self._viewer.name)
        return self._viewer

    def _in_this_thread(self) -> OpenCase:
        """The case, opened once more for the thread that asks."""
        return cases.open_case(self._case.path, clock=self._case.clock, ids=self._case.ids)
