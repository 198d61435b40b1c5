"""What the People screen asks of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.views.people import Dossier
    from factcheck.core.views.records import Made
    from factcheck.core.views.rows import PersonRow


class PeopleDesk(Protocol):
    """People as one person sees them."""

    def people(self, wanted: str, offset: int, limit: int) -> Sequence[PersonRow]:
        """Those whose name or alias holds what is typed, most of the case first."""
        ...

    def dossier(self, person: str) -> Dossier: ...
    def new_person(self, name: str) -> Made:
        """A person of that name; one that is known already is found again."""
        ...
