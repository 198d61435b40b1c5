"""Tables on their way into a real case, as `registers_desk.RegistersDesk` asks for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.tui.case_part import CasePart

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.workbench.acts import Asked, RowsImported
    from factcheck.workbench.registering.survey import Survey

LOOKED_AT = 5_000
"""Rows looked at before the mapping is shown; the import itself looks at all of them."""


class CaseRegisters(CasePart):
    """A part of `case_desk.CaseDesk`."""

    def survey_rows(self, path: str, asked: Asked, updates: str | None = None) -> Survey:
        from factcheck.workbench.acts import registers

        file = Path(path).expanduser()
        return registers.survey_rows(self._case, self._actor, file, asked, updates=updates, most=LOOKED_AT)

    def earlier_register(self, survey: Survey) -> str | None:
        from factcheck.workbench.acts import registers

        return registers.earlier_of(self._case, self._actor, survey)

    def compare_rows(
        self, path: str, asked: Asked, updates: str, progress: Callable[[int], None]
    ) -> RowsImported:
        from factcheck.workbench.acts import registers

        file, viewer = Path(path).expanduser(), self._actor
        with self._in_this_thread() as case:
            return registers.compare_rows(case, viewer, file, asked, updates=updates, progress=progress)

    def import_rows(
        self,
        path: str,
        asked: Asked,
        mode: str,
        progress: Callable[[int], None],
        updates: str | None = None,
    ) -> RowsImported:
        from factcheck.workbench.acts import registers

        file, viewer = Path(path).expanduser(), self._actor
        with self._in_this_thread() as case:
            return registers.import_rows(
                case, viewer, file, mode=mode or None, asked=asked, updates=updates, progress=progress
            )
