"""The act of importing a table as rows, for the Sources screen: a path, its columns' meanings, what a later
file changes, the import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.tui.dialogs import Prompt
from factcheck.tui.screens.source_reading import SourceReading
from factcheck.tui.telling import tell, tell_error, telling

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.tui.mapping import Chosen
    from factcheck.tui.progress import End
    from factcheck.workbench.acts import RowsImported

NOTHING_WRITTEN = "Esc stops; then nothing was imported"


class RegisterImporting(SourceReading):
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
        from factcheck.tui.mapping import MappingPage  # late: nobody waits for it at the start
        from factcheck.workbench.acts import Asked

        def chosen(settled: Chosen | None) -> None:
            if settled is not None and settled.updates:
                self._compare(settled, settled.updates)
            elif settled is not None:
                self._import(settled)

        with telling(self):
            survey = self.desk.survey_rows(path, Asked())
            earlier = self.desk.earlier_register(survey)
            self.app.push_screen(MappingPage(self.desk, self.keys, path, survey, earlier), chosen)

    def _compare(self, chosen: Chosen, updates: str) -> None:
        """Shows what a later file changes in its register, and asks."""
        from factcheck.tui.changes_preview import ChangesPreview
        from factcheck.tui.mapping_rows import fault_words
        from factcheck.tui.progress import Progress

        def compared(end: End[RowsImported] | None) -> None:
            done = self._what_was_done(end)
            if done is None or done.changes is None:
                return
            name = Path(chosen.path).name
            preview = ChangesPreview(name, updates, done.changes, fault_words(done))
            self.app.push_screen(preview, lambda yes: self._import(chosen) if yes else None)

        def work(tell: Callable[[str], None]) -> RowsImported:
            return self.desk.compare_rows(chosen.path, chosen.asked, updates, _rows_read(tell))

        progress = Progress(f"Comparing with {updates}", chosen.path, NOTHING_WRITTEN, work)
        self.app.push_screen(progress, compared)

    def _import(self, chosen: Chosen) -> None:
        from factcheck.tui.progress import Progress

        def work(tell: Callable[[str], None]) -> RowsImported:
            return self.desk.import_rows(
                chosen.path, chosen.asked, chosen.mode, _rows_read(tell), chosen.updates
            )

        progress = Progress("Importing rows", chosen.path, NOTHING_WRITTEN, work)
        self.app.push_screen(progress, self._imported)

    def _imported(self, end: End[RowsImported] | None) -> None:
        from factcheck.tui.mapping_rows import end_words

        done = self._what_was_done(end)
        if done is None:
            return
        self._table = ""
        self.reload()
        title = "Rows brought up to date" if done.changes else "Rows imported"
        tell(self, title, end_words(done), "warning" if done.partly else "information")

    def _what_was_done(self, end: End[RowsImported] | None) -> RowsImported | None:
        """What came of it; what was refused or stopped is told."""
        if end is not None and end.refused is not None:
            tell_error(self, end.refused)
        elif end is not None and end.done is None:
            tell(self, "Stopped", "Nothing was imported.")
        return end.done if end is not None else None


def _rows_read(tell: Callable[[str], None]) -> Callable[[int], None]:
    return lambda count: tell(f"{count:,} rows read")


def _nothing(typed: str) -> None:
    """A path is short and needs no draft."""
