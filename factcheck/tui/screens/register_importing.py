"""The act of importing a table as rows, for the Sources screen: a path, its columns' meanings, the import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.dialogs import Prompt
from factcheck.tui.screens.desk_screen import DeskScreen
from factcheck.tui.telling import tell, tell_error, telling

if TYPE_CHECKING:
    from factcheck.tui.mapping import Chosen, RowsEnd


class RegisterImporting(DeskScreen):
    """A screen from which registers can be imported."""

    _table = ""

    def action_source_rows(self) -> None:
        def asked(path: str | None) -> None:
            if path:
                self._table = path
                self._map(path)

        words = "A table: CSV, TSV, XLSX, ODS, JSON, JSON lines or a calendar (ICS)"
        keys = "Enter goes on   Esc leaves"
        self.app.push_screen(
            Prompt("Import rows of a register", words, self._table, _nothing, keys=keys), asked
        )

    def _map(self, path: str) -> None:
        from factcheck.tui.mapping import MappingPage, RowsProgress  # late: nobody waits for it at the start
        from factcheck.workbench.acts import Asked

        def chosen(settled: Chosen | None) -> None:
            if settled is not None:
                self.app.push_screen(RowsProgress(self.desk, settled), self._imported)

        with telling(self):
            survey = self.desk.survey_rows(path, Asked())
            self.app.push_screen(MappingPage(self.desk, self.keys, path, survey), chosen)

    def _imported(self, end: RowsEnd | None) -> None:
        from factcheck.tui.mapping import end_words

        if end is None:
            return
        if end.refused is not None:
            tell_error(self, end.refused)
        elif end.done is None:
            tell(self, "Stopped", "Nothing was imported.")
        else:
            self._table = ""
            self.reload()
            tell(self, "Rows imported", end_words(end.done), "warning" if end.done.partly else "information")


def _nothing(typed: str) -> None:
    """A path is short and needs no draft."""
