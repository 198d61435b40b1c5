"""Capturing in Sources: selected words become a statement or evidence; proposals are decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.dialogs import Prompt
from factcheck.tui.forms import open_form
from factcheck.tui.reader import Reader
from factcheck.tui.safe import shown
from factcheck.tui.screens.source_reading import SourceReading
from factcheck.tui.seek import Seek
from factcheck.tui.telling import tell, telling
from factcheck.tui.words import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.core.views.records import Made
    from factcheck.core.views.searching import Hit


class SourceCapturing(SourceReading):
    """What the reader asks for of the words that are selected, or of the proposal at the caret."""

    _speaker = ""

    def on_reader_copy_wanted(self, message: Reader.CopyWanted) -> None:
        message.stop()
        source = self.source
        name = (source.cite_as or source.title) if source is not None else ""
        cite = listed(name, message.place, between=", ")
        self.app.copy_to_clipboard(shown(f"“{message.words}” ({cite})"))
        tell(self, "Copied with its citation", cite)

    def on_reader_capture_wanted(self, message: Reader.CaptureWanted) -> None:
        message.stop()
        if message.evidence:
            self._evidence(message)
        else:
            self._statement(message)

    def _statement(self, message: Reader.CaptureWanted) -> None:
        def done(speaker: str | None) -> None:
            if speaker is None:
                return
            with telling(self):
                made = self.desk.capture(message.source, [(message.start, message.end)], speaker)
                self.desk.drop_draft(key)
                self._speaker = speaker
                self.made(f"Captured {made.label}")

        key = f"capture:{message.source}:{message.start}-{message.end}"
        words = message.words if len(message.words) < 300 else message.words[:300] + "…"
        turn = self.desk.turn_at(message.source, message.start)
        speaker, asked = self._speaker, "Who says this?"
        if turn is not None and turn.candidates and not turn.speaker:
            speaker, asked = "", f"Who says this: {' or '.join(turn.candidates)}?"
        elif turn is not None and turn.speaker:
            speaker = turn.speaker
        self._ask(asked, f"“{words}”", key, done, speaker)

    def _evidence(self, message: Reader.CaptureWanted) -> None:
        """For which event, then the form of the evidence."""

        def look(typed: str) -> Sequence[Hit]:
            return [hit for hit in self.desk.look_up(typed) if hit.entity == "event"] if typed.strip() else []

        def saved(made: Made) -> None:
            self.made("Evidence added")

        def done(hit: Hit | None) -> None:
            if hit is not None:
                passage = (message.source, [(message.start, message.end)])
                with telling(self):
                    form = self.desk.new_form("evidence", hit.about or hit.id, passage)
                    open_form(self, form, saved)

        self.app.push_screen(Seek("Evidence for which event?", look, hint="Type its title or label."), done)

    def on_reader_decided(self, message: Reader.Decided) -> None:
        message.stop()
        with telling(self):
            if message.accepted:
                made = self.desk.accept([message.proposal])
                self.made("Accepted " + ", ".join(one.label for one in made))
            else:
                self.desk.reject([message.proposal])
                self.made("Rejected; it stays rejected")

    def _ask(self, title: str, detail: str, key: str, done: Callable[[str | None], None], text: str) -> None:
        def keep(typed: str) -> None:
            with telling(self):
                self.desk.save_draft(key, typed)

        with telling(self):
            self.app.push_screen(Prompt(title, detail, self.desk.draft(key) or text, keep), done)
