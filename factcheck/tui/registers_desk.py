"""What the mapping of a register asks of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.workbench.acts import Asked, RowsImported
    from factcheck.workbench.registering.survey import Survey


class RegistersDesk(Protocol):
    """Tables on their way in as rows."""

    def survey_rows(self, path: str, asked: Asked) -> Survey:
        """How a table would be read, by its first rows."""
        ...

    def import_rows(
        self, path: str, asked: Asked, mode: str, progress: Callable[[int], None]
    ) -> RowsImported:
        """Imports a table as rows. Made for a thread; `progress` may raise to cancel."""
        ...
