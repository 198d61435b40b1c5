"""What the People screen asks of a case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from factcheck.core.views import Dossier, Made, PersonRow


class PeopleDesk(Protocol):
    """People as one person sees them."""

    def people(self, wanted: str, offset: int, limit: int) -> Sequence[PersonRow]:
        """Those whose name or alias holds what is typed, most of the case first."""
        ...

    def dossier(self, person: str) -> Dossier: ...
    def new_person(self, name: str) -> Made:
        """A person of that name; one that is known already is found again."""
        ...
