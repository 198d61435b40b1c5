"""Small dialogs over a screen: a question, one line of text that is never lost, a page to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from factcheck.tui.line import Line
from factcheck.tui.safe import said
from factcheck.tui.text_pane import TextPane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.tui.cards import Block


class Confirm(ModalScreen[bool]):
    """A yes or no; Enter says yes, Esc no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "answer(True)", "yes", show=False),
        Binding("n,escape,q", "answer(False)", "no", show=False),
    ]

    def __init__(self, title: str, detail: str) -> None:
        super().__init__()
        self._title, self._detail = title, detail

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = said(self._title)
            yield Static(said(self._detail, lines=True))
            yield Static("y yes   n no", classes="keys", markup=False)

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)


class Prompt(ModalScreen[str | None]):
    """One line of text. `keep` is called with every change, so that Esc, or a crash, loses nothing. `refuse`
    gives why a line cannot be taken, and the dialog stays. `blank` says that an empty line is an answer."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "keep", show=False)]

    def __init__(
        self,
        title: str,
        detail: str,
        text: str,
        keep: Callable[[str], None],
        *,
        refuse: Callable[[str], str] = lambda text: "",
        blank: bool = False,
        keys: str = "Enter saves   Esc keeps the draft",
    ) -> None:
        super().__init__()
        self._title, self._detail, self._text, self._keep = title, detail, text, keep
        self._refuse, self._blank, self._keys = refuse, blank, keys

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = said(self._title)
            yield Static(said(self._detail, lines=True), id="prompt-detail")
            yield Line(self._text)
            yield Static(self._keys, classes="keys", markup=False)

    def type_ahead(self, event: events.Key) -> bool:
        """Take a key that was on its way elsewhere when the dialog opened; whether it did."""
        if not event.character or not event.is_printable:
            return False
        if lines := self.query(Input):
            lines.first().insert_text_at_cursor(event.character)
        else:
            self._text += event.character
            self._keep(self._text)
        return True

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self._text:
            self._text = event.value
            self._keep(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        text = event.value.strip()
        if why := self._refuse(text):
            self.query_one("#prompt-detail", Static).update(said(why, "bold $contradiction", lines=True))
            return
        self.dismiss(text if text or self._blank else None)

    def tell_detail(self, words: str) -> None:
        """Say something else above the line."""
        self.query_one("#prompt-detail", Static).update(said(words, lines=True))

    def action_leave(self) -> None:
        self.dismiss(None)


class Page(ModalScreen[None]):
    """Something to read: the keys, a history. Esc, Enter or q closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,question_mark,h", "leave", "close", show=False)
    ]

    def __init__(self, title: str, blocks: Iterable[Block]) -> None:
        super().__init__()
        self._title, self._blocks = title, tuple(blocks)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog page") as dialog:
            dialog.border_title = said(self._title)
            yield TextPane()
            yield Static("↑ ↓ PgUp PgDn   Esc closes", classes="keys", markup=False)

    def on_mount(self) -> None:
        pane = self.query_one(TextPane)
        pane.show(self._blocks, self._title)
        pane.focus()

    def action_leave(self) -> None:
        self.dismiss(None)
