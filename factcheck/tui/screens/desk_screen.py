"""What every screen shares: the desk, the title bar, the key bar, and reading the case anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from factcheck.errors import FactcheckError
from factcheck.tui.bars import KeyBar, TitleBar
from factcheck.tui.telling import telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.tui.acts import Keys, Where
    from factcheck.tui.desk import Desk

TABS: tuple[tuple[str, str], ...] = (("bench", "Bench"), ("sources", "Sources"), ("people", "People"))
"""Mode and name of the screens that exist, in the order of their keys."""


class DeskScreen(Screen[None]):
    """A screen over one case. `MODE` is its name, `PLACES` where its acts stand in the table."""

    MODE: ClassVar[str] = ""
    PLACES: ClassVar[tuple[Where, ...]] = ("everywhere",)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012  # typed by the framework
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-high")]  # noqa: RUF012  # typed by the framework

    def __init__(self, desk: Desk, keys: Keys) -> None:
        super().__init__()
        self.desk = desk
        self.keys = keys
        self._left = False

    def begin_at(self, width: int, height: int) -> None:
        """Be laid out for this size (cells) from the first paint on; the framework does so at the second."""
        for points, cells in ((self.HORIZONTAL_BREAKPOINTS, width), (self.VERTICAL_BREAKPOINTS, height)):
            self.add_class(max((least, name) for least, name in points if least <= cells)[1])

    def compose(self) -> ComposeResult:
        yield TitleBar([(self.keys.shown(f"screen.{mode}"), name, mode == self.MODE) for mode, name in TABS])
        yield from self.body()
        yield KeyBar(self.key_bar())

    def body(self) -> Iterator[Widget]:
        """The widgets between the bars."""
        yield from ()

    def key_bar(self) -> Sequence[tuple[str, str]]:
        """Keys and labels of the last line."""
        return list(self.keys.footer(*self.PLACES))

    def on_mount(self) -> None:
        self.show_title()

    def on_screen_suspend(self) -> None:
        self._left = True

    def on_screen_resume(self) -> None:
        """Back from another screen or a dialog; what is shown for the first time has just been read."""
        if self._left:
            self._left = False
            self.reload()

    def fill(self) -> None:
        """What the first paint does not wait for; asked of the screen that the program begins with."""

    def show_title(self) -> None:
        with telling(self):
            title, sample = self.desk.title()
            self.query_one(TitleBar).show(title, sample, self.desk.who)

    def reload(self) -> None:
        """Read the case anew; the position stays."""

    def unmark(self) -> bool:
        """Take all marks away; whether there were any."""
        return False

    def no_proposal(self) -> FactcheckError:
        return FactcheckError("No proposal is in focus", "Move to a row that says “proposed”.")
