"""The act of recording an errata sheet, for the Sources screen: its transcript, what fits, one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.views.searching import Hit
from factcheck.errors import FactcheckError
from factcheck.tui.dialogs import Prompt
from factcheck.tui.screens.source_reading import SourceReading
from factcheck.tui.seek import Seek
from factcheck.tui.telling import telling
from factcheck.tui.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.workbench.readings.errata_fitting import ErrataFit


class SourceErrata(SourceReading):
    """The source in focus is taken for the sheet."""

    def action_source_errata(self) -> None:
        sheet = self.source_in_focus().head.label
        transcripts = self.desk.errata_transcripts(sheet)
        if not transcripts:
            raise FactcheckError(
                f"{sheet} is not understood as an errata sheet of a transcript here",
                "No line of it names a page, a line and words that are changed, or no source has such lines.",
                "Choose the sheet in the list, then press the key again.",
            )

        def look(typed: str) -> Sequence[Hit]:
            return [
                Hit("source", label, label, f"{title} · its first entry stands here" if fits else title, ())
                for label, title, fits in transcripts
                if typed.strip().casefold() in f"{label} {title}".casefold()
            ]

        def chosen(hit: Hit | None) -> None:
            if hit is not None:
                with telling(self):
                    self._preview_errata(self.desk.errata_fit(hit.label, sheet))

        self.app.push_screen(
            Seek(f"{sheet} is the errata sheet of", look, hint="a label, or words of its title"), chosen
        )

    def _preview_errata(self, fit: ErrataFit) -> None:
        from factcheck.tui.errata_preview import ErrataPreview  # late: nobody waits for it at the start

        def answered(yes: bool | None) -> None:
            if yes and fit.witness is None:
                words = "The transcript does not tell who the witness is."
                keys = "Enter records the sheet   Esc records nothing"
                self.app.push_screen(
                    Prompt("Who signs the errata sheet?", words, "", _nothing, keys=keys), signed
                )
            elif yes:
                self._record_errata(fit, None)

        def signed(witness: str | None) -> None:
            if witness is not None:
                self._record_errata(fit, witness)

        self.app.push_screen(ErrataPreview(fit), answered)

    def _record_errata(self, fit: ErrataFit, witness: str | None) -> None:
        with telling(self):
            done = self.desk.apply_errata(fit.transcript, fit.sheet, witness)
            new = sum(not one.known for one in done.corrected)
            self.made(f"{counted(new, 'correction')} of {fit.transcript} recorded")


def _nothing(typed: str) -> None:
    """A name is short and needs no draft."""
