"""Type and choose: a line, and below it what is found, live. Used to find anything and to name a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from factcheck.core.views.searching import Hit
from factcheck.errors import FactcheckError
from factcheck.tui.line import Line
from factcheck.tui.list_view import PagedList
from factcheck.tui.pages import Pages
from factcheck.tui.safe import said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

KIND = 12
"""Cells for the sort of a hit."""


class Seek(ModalScreen[Hit | None]):
    """Gives the hit that was chosen. `look` is asked with every change of the line; `nothing` is said where
    it finds nothing before anything is typed; `enter` is what choosing does, in two words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", show=False),
        Binding("down", "move(1)", "down", show=False),
        Binding("up", "move(-1)", "up", show=False),
        Binding("pagedown", "move(10)", "down", show=False),
        Binding("pageup", "move(-10)", "up", show=False),
    ]

    def __init__(
        self,
        title: str,
        look: Callable[[str], Sequence[Hit]],
        *,
        hint: str,
        nothing: str = "",
        enter: str = "takes it",
    ) -> None:
        super().__init__()
        self._title, self._look, self._hint, self._text = title, look, hint, ""
        self._nothing, self._enter = nothing, enter
        self._hits: Sequence[Hit] = ()
        self._stale = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog seek") as dialog:
            dialog.border_title = said(self._title)
            yield Line(self._text, placeholder=self._hint)
            found = PagedList[Hit](hit_row, empty=self._nothing, id="hits")
            found.can_focus = False
            yield found
            yield Static(f"↑ ↓ choose   Enter {self._enter}   Esc leaves", classes="keys", markup=False)

    def on_mount(self) -> None:
        self.query_one(Line).focus()
        self._search()

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
        if not self._stale:  # of keys that come at once, the last counts
            self._stale = True
            self.call_after_refresh(self._search)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._stale:
            self._search()
        row = self.query_one(PagedList).row
        if row is not None:
            self.dismiss(row)
        else:
            self.app.bell()

    def on_paged_list_chosen(self, message: PagedList.Chosen) -> None:
        message.stop()
        self.dismiss(message.row)

    def on_paged_list_moved(self, message: PagedList.Moved) -> None:
        message.stop()

    def action_move(self, step: int) -> None:
        found = self.query_one(PagedList)
        found.move_to(found.cursor + step)

    def action_leave(self) -> None:
        self.dismiss(None)

    def _search(self) -> None:
        self._stale = False
        typed = self.query_one(Line).value
        found = self.query_one(PagedList)
        try:
            self._hits = self._look(typed)
            found.empty = "Nothing holds these words." if typed.strip() else self._nothing
        except FactcheckError as error:
            self._hits = ()
            found.empty = " ".join(part for part in (error.title + ".", error.detail, error.hint) if part)
        hits = self._hits
        found.show(Pages(lambda: len(hits), lambda offset, limit: hits[offset : offset + limit]))
        dialog = self.query_one(".seek", Vertical)
        dialog.border_subtitle = said(f"{len(hits)} found") if typed.strip() else None


def hit_row(hit: Hit, width: int) -> list[Content]:
    """What it is, its label, and the words around the match, which is marked."""
    words = said(hit.snippet)
    for start, end in hit.spans:
        words = words.stylize("bold underline", start, end)
    sort = "place" if hit.start is not None else hit.entity
    return [Content.assemble(" ", said(f"{sort:<{KIND}}", "$dim"), said(f"{hit.label:<7} ", "bold"), words)]
