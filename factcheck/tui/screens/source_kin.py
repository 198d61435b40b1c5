"""A source's versions, and the texts of what it quotes, reached from Sources."""

from __future__ import annotations

from factcheck.tui.screens.source_reading import SourceReading


class SourceKin(SourceReading):
    """Each page over the screen gives the place to open next, if one was chosen there."""

    def action_source_versions(self) -> None:
        from factcheck.tui.versions import VersionsPage  # late: nobody waits for it at the start

        self.app.push_screen(
            VersionsPage(self.desk, self.keys, self.source_in_focus().head.id), self._and_open
        )

    def action_source_compare(self) -> None:
        """The texts of the statement at the caret, else of one to be chosen."""
        from factcheck.tui.comparing import choose_and_compare, compare

        source, caret = self.source_in_focus().head.id, self.reader.spot.caret
        here = [
            label
            for _, _, entity, label in self.desk.marks_in(source, caret, caret + 1)
            if entity in {"statement", "claim"}
        ]
        if here:
            compare(self.app, self.desk, self.keys, here[0], self._and_open)
        else:
            choose_and_compare(self.app, self.desk, self.keys, source, self._and_open)

    def _and_open(self, place: tuple[str, int, int] | None) -> None:
        self.reload()
        if place is not None:
            self.open_at(*place)
