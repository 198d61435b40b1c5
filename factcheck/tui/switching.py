"""Going to another case: a recent one of the list, or any by its path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from factcheck.tui.line import Line
from factcheck.tui.list_view import PagedList
from factcheck.tui.pages import Pages
from factcheck.tui.safe import said

if TYPE_CHECKING:
    from collections.abc import Sequence


class SwitchCase(ModalScreen[str | None]):
    """Gives the path that was chosen or typed; what is typed narrows the list."""

    BINDINGS = [  # noqa: RUF012  # the framework's own type
        Binding("escape", "leave", "leave", show=False),
        Binding("down", "move(1)", "down", show=False),
        Binding("up", "move(-1)", "up", show=False),
    ]

    def __init__(self, recent: Sequence[str]) -> None:
        super().__init__()
        self._recent = list(recent)
        self._fitting = list(recent)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog seek") as dialog:
            dialog.border_title = said("Open another case")
            yield Line(placeholder="type a path, or a part of one below")
            found = PagedList[str](_row, empty="No other case was opened lately: type a path.", id="hits")
            found.can_focus = False
            yield found
            yield Static("↑ ↓ choose   Enter opens   Esc stays", classes="keys", markup=False)

    def on_mount(self) -> None:
        self.query_one(Line).focus()
        self._list()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        wanted = event.value.strip().casefold()
        self._fitting = [path for path in self._recent if wanted in path.casefold()]
        self._list()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        row = self.query_one(PagedList).row
        path = row if row is not None else event.value.strip()
        if path:
            self.dismiss(path)

    def on_paged_list_chosen(self, message: PagedList.Chosen) -> None:
        message.stop()
        self.dismiss(message.row)

    def action_move(self, step: int) -> None:
        found = self.query_one(PagedList)
        found.move_to(found.cursor + step)

    def action_leave(self) -> None:
        self.dismiss(None)

    def _list(self) -> None:
        fitting = self._fitting
        self.query_one(PagedList).show(
            Pages(lambda: len(fitting), lambda offset, limit: fitting[offset : offset + limit])
        )


def _row(path: str, width: int) -> list[Content]:
    room = max(width - 3, 8)
    return [said(f" {path if len(path) <= room else '…' + path[-room + 1 :]}")]


def switch_screen(recent: Sequence[str]) -> SwitchCase:
    """The dialog over the recent cases."""
    return SwitchCase(recent)
