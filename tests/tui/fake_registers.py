"""What a desk in memory knows of tables: two, read as the workbench would read them."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.errors import FactcheckError
from factcheck.workbench.acts import Asked, RowsImported
from factcheck.workbench.registering.changes import Changes
from factcheck.workbench.registering.survey import Survey, surveyed

TABLE = """\
Date,Visitor,Purpose,Badge
03/04/2016,Anna [b]Grant[/],Tour of the works,7
05/06/2016,Jo Park,Talk,8
"""
REFUSED_TABLE = "/nowhere/x.csv"


class FakeRegisters:
    """A part of `fake_desk.FakeDesk`."""

    def survey_rows(self, path: str, asked: Asked, updates: str | None = None) -> Survey:
        if path == REFUSED_TABLE:
            raise FactcheckError("The file cannot be read", path)
        return surveyed(TABLE.encode(), path, asked)

    def earlier_register(self, survey: Survey) -> str | None:
        return None

    def compare_rows(
        self, path: str, asked: Asked, updates: str, progress: Callable[[int], None]
    ) -> RowsImported:
        return RowsImported(
            self.survey_rows(path, asked), rows=2, kept=2, changes=Changes(by_id=True, same=2)
        )

    def import_rows(
        self,
        path: str,
        asked: Asked,
        mode: str,
        progress: Callable[[int], None],
        updates: str | None = None,
    ) -> RowsImported:
        progress(2)
        self._do(f"imported {path}", "rows", path, mode, asked.date_order)  # type: ignore[attr-defined]  # of the desk it is mixed into
        return RowsImported(self.survey_rows(path, asked), rows=2, kept=2)
