"""A page typed from its image: many lines, kept as a draft with every change."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from factcheck.core.views.records import Made
from factcheck.errors import FactcheckError
from factcheck.tui.outside import show_outside
from factcheck.tui.safe import said, shown
from factcheck.tui.telling import telling

if TYPE_CHECKING:
    from factcheck.core.views.sources import PageView
    from factcheck.tui.desk import Desk

HOW = "Type what the image says, word for word, or the passage that matters; an empty line parts paragraphs."


class Lines(TextArea):
    """Lines to type in, painted like all data: what is pasted cannot steer the terminal."""

    def get_line(self, line_index: int) -> Text:
        return Text(shown(self.document.get_line(line_index)), end="", no_wrap=True)


class TypingPage(ModalScreen[Made | None]):
    """Gives what was recorded; None where it was left, and then the draft is kept."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "keep the draft", show=False, priority=True),
        Binding("ctrl+s", "save", "save", show=False, priority=True),
        Binding("f2", "outside", "open the image", show=False, priority=True),
    ]

    def __init__(self, desk: Desk, source: str, label: str, page: PageView) -> None:
        super().__init__()
        self._desk, self._source, self._label, self._page = desk, source, label, page
        self._key = f"page:{source}:{page.page}"
        self._ahead = ""

    def compose(self) -> ComposeResult:
        draft = self._desk.draft(self._key) or ""
        with Vertical(classes="dialog page typing") as dialog:
            dialog.border_title = said(f"Page {self._page.page} of {self._label}")
            if draft:
                dialog.border_subtitle = said("your draft")
            yield Static(said(HOW, "$dim"))
            yield Lines(draft, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)
            yield Static(id="trouble")
            yield Static("^s saves   F2 opens the image   Esc keeps a draft", classes="keys", markup=False)

    def on_mount(self) -> None:
        lines = self.query_one(Lines)
        lines.move_cursor(lines.document.end)
        lines.insert(self._ahead)
        lines.focus()

    def type_ahead(self, event: events.Key) -> bool:
        """Take a key that was on its way elsewhere when this opened; whether it did."""
        if not event.character or not event.is_printable:
            return False
        if lines := self.query(Lines):
            lines.first().insert(event.character)
        else:
            self._ahead += event.character
        return True

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        words = event.text_area.text
        with telling(self):
            if words.strip():
                self._desk.save_draft(self._key, words)
            else:
                self._desk.drop_draft(self._key)

    def action_save(self) -> None:
        try:
            made = self._desk.type_page(self._source, self._page.page, self.query_one(Lines).text)
            self._desk.drop_draft(self._key)
        except FactcheckError as error:
            words = " ".join(part for part in (error.title + ".", error.detail, error.hint) if part)
            self.query_one("#trouble", Static).update(said(words, "bold $contradiction"))
            return
        self.dismiss(made)

    def action_outside(self) -> None:
        show_outside(self.app, self._desk, self._source, self._page.page)

    def action_leave(self) -> None:
        self.dismiss(None)
