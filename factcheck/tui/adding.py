"""Adding sources: what to add, and the progress of it, which can be cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import Worker, get_current_worker

from factcheck.errors import FactcheckError
from factcheck.tui.cards import Block
from factcheck.tui.line import Line
from factcheck.tui.safe import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.tui.desk import Desk
    from factcheck.tui.sources_desk import Addition

KINDS = "news, hearing, record, briefing, deposition, trial, captions, letter, table, calendar"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed: a path or an address, and what is known of it."""

    what: str
    kind: str | None
    published: str | None


class AddForm(ModalScreen[Wanted | None]):
    """Asks for the path or address, the kind and the date; the last two may stay empty."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", show=False),
        Binding("down", "app.focus_next", "next", show=False),
        Binding("up", "app.focus_previous", "back", show=False),
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = said("Add a source")
            yield Static(said("A file, a folder or an address (https://…)"))
            yield Line(self._text, placeholder="path or address", id="what")
            yield Static(said(f"Kind, where it should not be guessed: {KINDS}"))
            yield Line(placeholder="guessed", id="kind")
            yield Static(said("Published: 2017-01-10, January 2017, spring 2016~"))
            yield Line(placeholder="as the document says", id="published")
            yield Static("Enter adds   ↑ ↓ fields   Esc leaves", classes="keys", markup=False)

    def on_mount(self) -> None:
        self.query_one("#what", Line).focus()

    def type_ahead(self, event: events.Key) -> bool:
        """Take a key that was on its way elsewhere when this opened; whether it did."""
        if not event.character or not event.is_printable:
            return False
        if lines := self.query(Line):
            lines.first().insert_text_at_cursor(event.character)
        else:
            self._text += event.character
        return True

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        what, kind, published = (
            self.query_one(f"#{name}", Line).value.strip() for name in ("what", "kind", "published")
        )
        if what:
            self.dismiss(Wanted(what, kind or None, published or None))
        else:
            self.query_one("#what", Line).focus()

    def action_leave(self) -> None:
        self.dismiss(None)


class _Cancelled(Exception):
    """Raised from the progress of an addition that a person stopped."""


@dataclass(frozen=True, slots=True)
class Added:
    """The end of an addition: what became of each file, or what was refused, or that it was stopped."""

    files: Sequence[Addition] = ()
    refused: FactcheckError | None = None
    cancelled: bool = False


class AddProgress(ModalScreen[Added]):
    """Adds in a thread and says how far it is; Esc stops before the next file."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", "stop", show=False)]

    def __init__(self, desk: Desk, wanted: Wanted) -> None:
        super().__init__()
        self._desk, self._wanted = desk, wanted
        self._worker: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = said("Adding")
            yield Static(said(self._wanted.what), id="step")
            yield Static("Esc stops; what is added already stays", classes="keys", markup=False)

    def on_mount(self) -> None:
        self._worker = self.run_worker(self._add, thread=True, exclusive=True)

    def action_stop(self) -> None:
        if self._worker is not None:
            self._worker.cancel()
            self.query_one("#step", Static).update(said("Stopping…"))

    def _add(self) -> None:
        worker = get_current_worker()
        wanted = self._wanted

        def progress(words: str) -> None:
            if worker.is_cancelled:
                raise _Cancelled
            self.app.call_from_thread(self._say, words)

        try:
            end = Added(self._desk.add(wanted.what, wanted.kind, wanted.published, progress))
        except FactcheckError as error:
            end = Added(refused=error)
        except _Cancelled:
            end = Added(cancelled=True)
        self.app.call_from_thread(self.dismiss, end)

    def _say(self, words: str) -> None:
        for step in self.query("#step").results(Static):
            step.update(said(words))


def addition_blocks(files: Sequence[Addition]) -> list[Block]:
    """What became of each file, a line each."""
    return [
        Block(said(one.words, "$contradiction" if one.failed else ""), said(f"{one.name}  ", "bold"))
        for one in files
    ]
