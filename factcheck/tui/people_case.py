"""The people of a real case, as `people_desk.PeopleDesk` asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.case_part import CasePart
from factcheck.workbench import acts, readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.views.people import Dossier
    from factcheck.core.views.records import Made
    from factcheck.core.views.rows import PersonRow


class CasePeople(CasePart):
    """A part of `case_desk.CaseDesk`."""

    def people(self, wanted: str, offset: int, limit: int) -> Sequence[PersonRow]:
        return readings.people(self._case, self._actor, wanted, offset, limit)

    def dossier(self, person: str) -> Dossier:
        return readings.dossier(self._case, self._actor, person)

    def new_person(self, name: str) -> Made:
        return acts.person(self._case, self._actor, name)
