"""What the mapping of a register asks of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.workbench.acts import Asked, RowsImported
    from factcheck.workbench.registering.survey import Survey


class RegistersDesk(Protocol):
    """Tables on their way in as rows."""

    def survey_rows(self, path: str, asked: Asked, updates: str | None = None) -> Survey:
        """How a table would be read, by its first rows. `updates`, here and below: the source or register
        whose rows these replace."""
        ...

    def earlier_register(self, survey: Survey) -> str | None:
        """The label of the source whose register the table looks like a later file of."""
        ...

    def compare_rows(
        self, path: str, asked: Asked, updates: str, progress: Callable[[int], None]
    ) -> RowsImported:
        """What an update would change. Made for a thread, as the import is."""
        ...

    def import_rows(
        self,
        path: str,
        asked: Asked,
        mode: str,
        progress: Callable[[int], None],
        updates: str | None = None,
    ) -> RowsImported:
        """Imports a table as rows; `mode` may be empty in an update. `progress` may raise to stop."""
        ...
