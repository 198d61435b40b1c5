"""The pages of a source over the screen: each opened outside, typed from its image, or checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.core.views.sources import PageView, TypedView
from factcheck.errors import FactcheckError
from factcheck.tui.acts import Keys, bindings
from factcheck.tui.cards import Block
from factcheck.tui.list_view import PagedList
from factcheck.tui.outside import show_outside
from factcheck.tui.pages import Pages
from factcheck.tui.rows import between
from factcheck.tui.safe import said
from factcheck.tui.telling import tell, telling
from factcheck.tui.text_pane import TextPane
from factcheck.tui.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.core.views.records import Made
    from factcheck.tui.desk import Desk

EMPTY = "This source has no pages."


class SourcePages(ModalScreen[tuple[str, int, int] | None]):
    """Gives the place to open in the reader, if a page was chosen."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("pages")

    def __init__(self, desk: Desk, keys: Keys, source: str, label: str, at: str | None) -> None:
        """`source` is not itself typed from another; `at` is the page to begin with."""
        super().__init__()
        self.desk, self.keys, self._source, self._label, self._at = desk, keys, source, label, at
        self._rows: Sequence[PageView] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog page versions listing"):
            yield PagedList["PageView"](page_row, empty=EMPTY, id="pages")
            yield TextPane(id="passage")
            shown = "   ".join(f"{key} {label}" for key, label in self.keys.footer("pages"))
            yield Static(said(shown), classes="keys")

    def on_mount(self) -> None:
        self.query_one("#passage").can_focus = False
        self._read()
        at = next((n for n, row in enumerate(self._rows) if row.page == self._at), 0)
        self.list.move_to(at)
        self.list.focus()

    @property
    def list(self) -> PagedList[PageView]:
        return self.query_one("#pages", PagedList)

    def _read(self) -> None:
        with telling(self):
            rows = self._rows = self.desk.pages(self._source)
            at = self.list.cursor
            self.list.show(Pages(lambda: len(rows), lambda first, count: rows[first : first + count]), at)
            self.list.move_to(at)
        self.query_one(Vertical).border_title = said(
            listed(f"Pages of {self._label}", counted(len(self._rows), "page"))
        )
        self._show()

    def _show(self) -> None:
        row = self.list.row
        self.query_one("#passage", TextPane).show(page_card(row) if row is not None else (), row)

    def on_paged_list_moved(self, message: PagedList.Moved) -> None:
        message.stop()
        self._show()

    def on_paged_list_chosen(self, message: PagedList.Chosen) -> None:
        """Enter goes to the page's text: the source's own, else what was typed from it."""
        message.stop()
        row: PageView = message.row
        if row.has_text and row.start is not None:
            self.dismiss((self._source, row.start, row.start + 1))
        elif row.typed:
            self.dismiss((row.typed[-1].id, 0, 1))
        else:
            key = self.keys.shown("pages.type")
            tell(self, f"Page {row.page} is an image", f"It has no text yet. {key} types it.", "error")

    def _page(self) -> PageView:
        if self.list.row is None:
            raise FactcheckError(f"{self._label} has no pages", "There is nothing to open or to type from.")
        return self.list.row

    def action_pages_outside(self) -> None:
        show_outside(self.app, self.desk, self._source, self._page().page)

    def action_pages_type(self) -> None:
        from factcheck.tui.typing_page import TypingPage  # late: the field for many lines is slow to import

        def typed(made: Made | None) -> None:
            if made is not None:
                undo = self.keys.shown("undo.last")
                tell(
                    self,
                    f"Typed as {made.label}",
                    f"Another reviewer checks it. {undo} takes it back, below.",
                )
                self._read()

        row = self._page()
        self.app.push_screen(TypingPage(self.desk, self._source, self._label, row), typed)

    def action_pages_check(self) -> None:
        from factcheck.tui.checking_page import CheckingPage

        row = self._page()
        waiting = [one for one in row.typed if one.checked_by is None]
        if not waiting:
            checked = next((one for one in row.typed), None)
            raise FactcheckError(
                f"Nothing of page {row.page} waits to be checked",
                f"{checked.label} is checked by {checked.checked_by}." if checked else "Nobody typed it.",
            )

        def done(made: Made | None) -> None:
            if made is not None:
                tell(self, f"{made.label} is checked", "read from image, checked")
                self._read()

        mine = [one for one in waiting if one.typed_by != self.desk.who] or waiting
        self.app.push_screen(CheckingPage(self.desk, self._source, row, mine[0]), done)

    def action_pages_close(self) -> None:
        self.dismiss(None)


def page_row(row: PageView, width: int) -> list[Content]:
    """A page as one line: its label, its number, what it holds, what was typed from it."""
    style = "" if row.has_text or row.typed else "$statement"
    left = Content.assemble(
        said(f" {row.page:<8}", "bold"),
        said(f"{row.bates or '':<16}", "$record"),
        said("text" if row.has_text else "image", style),
    )
    return [between(left, said(", ".join(map(_typed, row.typed)) + " ", "$dim"), width)]


def _typed(one: TypedView) -> str:
    checked = f"checked by {one.checked_by}" if one.checked_by else "not checked"
    return f"{one.label} by {one.typed_by}, {checked}"


def page_card(row: PageView) -> Iterator[Block]:
    """What can be done with a page."""
    yield Block(said(listed(f"page {row.page}", f"{row.number:,} of the file", row.bates), "$dim"))
    if row.has_text:
        yield Block(said("Its text was read; Enter goes there."))
    elif not row.typed:
        yield Block(said("An image: nothing of it can be found or quoted until somebody types it."))
    for one in row.typed:
        checks = "" if one.checked_by else ": a second reviewer compares it with the image"
        yield Block(said(f"{_typed(one)}{checks}"))
