"""Tables on their way into a real case, as `registers_desk.RegistersDesk` asks for them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.workbench import cases

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.core.viewer import Viewer
    from factcheck.workbench.acts import Asked, RowsImported
    from factcheck.workbench.cases import OpenCase
    from factcheck.workbench.registering.survey import Survey

LOOKED_AT = 5_000
"""Rows looked at before the mapping is shown; the import itself looks at all of them."""


class CaseRegisters(ABC):
    """A part of `case_desk.CaseDesk`, which has the case and knows who acts."""

    _case: OpenCase

    @property
    @abstractmethod
    def _actor(self) -> Viewer:
        """Who acts: the case's viewer."""

    def survey_rows(self, path: str, asked: Asked) -> Survey:
        from factcheck.workbench.acts import registers

        file = Path(path).expanduser()
        return registers.survey_rows(self._case, file, asked, viewer=self._actor, most=LOOKED_AT)

    def import_rows(
        self, path: str, asked: Asked, mode: str, progress: Callable[[int], None]
    ) -> RowsImported:
        from factcheck.workbench.acts import registers

        file, viewer = Path(path).expanduser(), self._actor
        with cases.open_case(self._case.path, clock=self._case.clock, ids=self._case.ids) as case:
            return registers.import_rows(case, viewer, file, mode=mode, asked=asked, progress=progress)
