"""What would be added, before it is: the files with their numbers, and what is missing, double or wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.tui.cards import Block
from factcheck.tui.list_view import PagedList
from factcheck.tui.pages import Pages
from factcheck.tui.rows import between
from factcheck.tui.safe import said
from factcheck.tui.text_pane import TextPane
from factcheck.tui.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.workbench.exhibits import Survey
    from factcheck.workbench.numbering import Listed

EMPTY = "There is nothing to add here."


class AddPreview(ModalScreen[bool]):
    """Whether they are to be added as they are listed."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "answer(True)", "add", show=False),
        Binding("escape,q,n", "answer(False)", "leave", show=False),
    ]

    def __init__(self, what: str, survey: Survey) -> None:
        super().__init__()
        self._what, self._survey = what, survey

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog page versions listing") as dialog:
            dialog.border_title = said(f"{counted(len(self._survey.files), 'file')} in {self._what}")
            yield PagedList["Listed"](self._row, empty=EMPTY, id="files")
            yield TextPane(id="passage")
            keys = "Enter or i adds them   Tab scrolls below   Esc adds nothing"
            yield Static(said(keys), classes="keys")

    def on_mount(self) -> None:
        files = self._survey.files
        found = self.query_one("#files", PagedList)
        found.show(Pages(lambda: len(files), lambda first, count: files[first : first + count]))
        self.query_one("#passage", TextPane).show(self._sums(), self._what)
        found.focus()

    def _sums(self) -> Iterator[Block]:
        for line in self._survey.sums():
            wrong = line.startswith("wrong: ")
            yield Block(said(line, "bold $contradiction" if wrong else ""))

    def _row(self, one: Listed, width: int) -> list[Content]:
        """A file as one line: its number, its name, its pages or why it stays out."""
        remark = self._survey.remark_on(one)
        left = Content.assemble(
            said(f" {one.bates or ''!s:<20}", "$record"), said(one.name, "$dim" if remark else "")
        )
        right = said(remark or (counted(one.pages, "page") if one.pages else ""), _style(one))
        return [between(left, right.truncate(width // 2, ellipsis=True).append(" "), width)]

    def on_paged_list_moved(self, message: PagedList.Moved) -> None:
        message.stop()

    def on_paged_list_chosen(self, message: PagedList.Chosen) -> None:
        message.stop()
        self.dismiss(True)

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)


def _style(one: Listed) -> str:
    return "$contradiction" if one.not_read else "$dim"
