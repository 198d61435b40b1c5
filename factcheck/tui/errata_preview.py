"""An errata sheet beside its transcript, before it is recorded: what stands there, and what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.core.changes import Change
from factcheck.tui.cards import Block
from factcheck.tui.differing import changed_words, turned_words
from factcheck.tui.safe import said, unwrapped
from factcheck.tui.text_pane import TextPane
from factcheck.tui.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.workbench.readings.errata_fitting import Entry, ErrataFit


class ErrataPreview(ModalScreen[bool]):
    """Whether the entries are to be recorded; asked only where the sheet fits as a whole."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i,enter", "answer(True)", "record", show=False),
        Binding("escape,q,n", "answer(False)", "leave", show=False),
    ]

    def __init__(self, fit: ErrataFit) -> None:
        super().__init__()
        self._fit = fit

    def compose(self) -> ComposeResult:
        fit = self._fit
        with Vertical(classes="dialog page versions") as dialog:
            dialog.border_title = said(f"Errata {fit.sheet} beside {fit.transcript}")
            yield TextPane()
            enter = f"Enter records {counted(len(fit.entries), 'correction')}" if fit.whole else None
            keys = listed(enter, "↑ ↓ scroll", "Esc records nothing", between="   ")
            yield Static(said(keys), classes="keys")

    def on_mount(self) -> None:
        pane = self.query_one(TextPane)
        pane.show(fit_blocks(self._fit), self._fit.sheet)
        pane.focus()

    def action_answer(self, yes: bool) -> None:
        if yes and not self._fit.whole:
            self.app.bell()
        else:
            self.dismiss(yes)


def fit_blocks(fit: ErrataFit) -> Iterator[Block]:
    """The counts, who signs it, then what does not fit, what is not understood, and what stands there."""
    missing = [entry for entry in fit.entries if entry.why]
    standing = [entry for entry in fit.entries if not entry.why]
    sums = listed(
        f"{len(standing):,} of {counted(len(fit.entries), 'entry', 'entries')} found",
        f"{len(missing):,} not found" if missing else None,
        f"{counted(len(fit.unread), 'line')} not understood" if fit.unread else None,
    )
    yield Block(said(sums, "bold"))
    if not fit.whole:
        words = "A sheet is recorded whole or not at all: it may be made for other pages."
        yield Block(said(words, "bold $contradiction"))
    signs = listed(
        fit.witness or "the transcript does not tell who; it is asked",
        fit.signed or "no date on the sheet's card",
        "sworn to" if fit.sworn else "not sworn to, as far as the sheet says",
    )
    yield Block(said(signs), said("signed  ", "bold"))
    for entry in missing:
        yield Block(said(entry.why, "$contradiction"), said(f"{entry.place}  not found: ", "bold"))
    for line in fit.unread:
        yield Block(said(unwrapped(line)), said("not understood: ", "bold $contradiction"))
    for entry in standing:
        yield from _standing(entry)


def _standing(entry: Entry) -> Iterator[Block]:
    """A correction with both wordings; what it turns over is said aloud."""
    pieces = [Change("gone", entry.was)] if entry.was else []
    pieces += [Change("come", entry.now)] if entry.now else []
    yield Block(changed_words(pieces), said(f"{entry.place}  ", "bold"))
    told = listed(entry.reason or "no reason given", "recorded before" if entry.known else None)
    if over := turned_words(entry.turned):
        yield Block(said(over, "bold $contradiction"), said("    "))
    yield Block(said(told, "$dim"), said("    "))
