"""What another reviewer typed from an image, to be compared with it and confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.core.views.records import Made
from factcheck.tui.cards import Block
from factcheck.tui.outside import show_outside
from factcheck.tui.safe import said
from factcheck.tui.telling import telling
from factcheck.tui.text_pane import TextPane

if TYPE_CHECKING:
    from factcheck.core.views.sources import PageView, TypedView
    from factcheck.tui.desk import Desk

KEYS = "o opens the image   y it says this, word for word   Esc leaves it unchecked"


class CheckingPage(ModalScreen[Made | None]):
    """Gives what was checked; None where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "agree", "it says this", show=False),
        Binding("o", "outside", "open the image", show=False),
        Binding("escape,q,n", "leave", "leave", show=False),
    ]

    def __init__(self, desk: Desk, source: str, page: PageView, typed: TypedView) -> None:
        super().__init__()
        self._desk, self._source, self._page, self._typed = desk, source, page, typed

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog page") as dialog:
            dialog.border_title = said(
                f"Does page {self._page.page} say this? {self._typed.label}, typed by {self._typed.typed_by}"
            )
            yield TextPane()
            yield Static(KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        pane = self.query_one(TextPane)
        with telling(self):
            words = self._desk.whole_text(self._typed.id)
            pane.show([Block(said(line)) for line in words.split("\n")], self._typed.id)
        pane.focus()

    def action_agree(self) -> None:
        with telling(self):
            self.dismiss(self._desk.check_page(self._typed.label))

    def action_outside(self) -> None:
        show_outside(self.app, self._desk, self._source, self._page.page)

    def action_leave(self) -> None:
        self.dismiss(None)
