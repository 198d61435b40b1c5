"""The act of adding sources, for the Sources screen: asked, done in a thread, told."""

from __future__ import annotations

from factcheck.tui.adding import Added, AddForm, AddProgress, Wanted, addition_blocks
from factcheck.tui.dialogs import Page
from factcheck.tui.screens.desk_screen import DeskScreen
from factcheck.tui.telling import tell, tell_error


class SourceAdding(DeskScreen):
    """A screen from which sources can be added."""

    _typed = ""

    def action_source_add(self) -> None:
        def asked(wanted: Wanted | None) -> None:
            if wanted is not None:
                self._typed = wanted.what
                self.app.push_screen(AddProgress(self.desk, wanted), self._added)

        self.app.push_screen(AddForm(self._typed), asked)

    def added(self, label: str | None) -> None:
        """A source came, or none; the screen shows it."""

    def _added(self, end: Added | None) -> None:
        if end is None:
            return
        labels = [one.label for one in end.files if one.label]
        self.added(labels[0] if labels else None)
        if end.refused is not None:
            tell_error(self, end.refused)
        elif end.cancelled:
            tell(self, "Stopped", "What was added before stays; the undo takes it back.")
        elif len(end.files) == 1:
            one = end.files[0]
            tell(self, one.name, one.words, "error" if one.failed else "information")
            if one.label:
                self._typed = ""
        elif end.files:
            self._typed = ""
            self.app.push_screen(Page(f"Added {len(labels)} of {len(end.files)}", addition_blocks(end.files)))
        else:
            tell(self, "Nothing was added", "The folder is empty.")
