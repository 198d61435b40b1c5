"""The program in the terminal. `run` is the door: it opens a case and gives the exit code."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import replace
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from rich.console import Console
from textual import events
from textual.actions import ActionParseResult
from textual.app import App
from textual.binding import BindingType
from textual.css.query import NoMatches
from textual.dom import DOMNode

from factcheck.errors import FactcheckError
from factcheck.tui import waking
from factcheck.tui.acts import Keys, bindings
from factcheck.tui.messages import GoTo, OpenSource, Return, TypesAhead
from factcheck.tui.safe import shown
from factcheck.tui.screens.desk_screen import DeskScreen
from factcheck.tui.screens.registry import MODES, Mode, screen_class
from factcheck.tui.telling import tell, tell_error, telling
from factcheck.tui.themes import DARK, THEMES
from factcheck.tui.words import moment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.command import Provider

    from factcheck.config import Settings
    from factcheck.core.viewer import Viewer
    from factcheck.core.views.history import UndoOffer
    from factcheck.tui.desk import Desk
    from factcheck.workbench.cases import OpenCase

LOOK = 0.5
"""Seconds between two looks for another process's commit."""


@runtime_checkable
class _WithStrip(Protocol):
    """A screen with a strip that may own the keys."""

    @property
    def strip(self) -> TypesAhead: ...


def _commands() -> type[Provider]:
    from factcheck.tui.palette import ActsProvider

    return ActsProvider


class FactcheckApp(App[int]):
    """All screens over one desk."""

    TITLE = "factcheck"
    CSS_PATH = ["look.tcss", "screens/bench.tcss"]  # noqa: RUF012  # typed by the framework
    DEFAULT_MODE = "bench"
    BINDINGS: ClassVar[list[BindingType]] = bindings("everywhere")
    COMMANDS = {_commands}  # noqa: RUF012  # the framework's own type
    ENABLE_COMMAND_PALETTE = False  # its key is in the table of acts like every other

    def __init__(self, desk: Desk, settings: Settings) -> None:
        self.keys = Keys(settings.keys)
        super().__init__()
        self.desk = desk
        self.animation_level = "none"
        for theme in THEMES.values():
            self.register_theme(theme)
        self._begin_with(THEMES[settings.theme].name)
        self.set_keymap(dict(settings.keys))
        for mode in MODES:
            if mode != self.DEFAULT_MODE:
                self.add_mode(mode, partial(self._screen, mode))
        self._came_from: str = "bench"
        self.next_desk: Desk | None = None

    def _begin_with(self, theme: str) -> None:
        """Set the theme before anything is styled. Told of it later, the framework would read all style
        sheets again, for itself and for each screen."""
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def _screen(self, mode: Mode) -> DeskScreen:
        screen = screen_class(mode)(self.desk, self.keys)
        screen.begin_at(*self.size)
        return screen

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DARK)

    def get_default_screen(self) -> DeskScreen:
        """The Bench is what the program begins with. As a mode like the others it would have all style sheets
        read a second and a third time; so it becomes one once it stands."""
        return self._screen("bench")

    def on_mount(self) -> None:
        self.add_mode("bench", partial(self._screen, "bench"))
        self.set_interval(LOOK, self._look)

    def on_ready(self) -> None:
        self.call_after_refresh(self._first_screen_stands)

    def _first_screen_stands(self) -> None:
        if screen := self.desk_screen:
            screen.fill()
        waking.done()

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Every act comes through here: what is refused becomes a notice."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except FactcheckError as error:
            tell_error(self, error)
            return True

    def on_key(self, event: events.Key) -> None:
        """Keys typed faster than a line opens belong to the line: none is lost, none is taken for an act."""
        screen = self.screen
        taker: object = screen.strip if isinstance(screen, _WithStrip) else screen
        if isinstance(taker, TypesAhead) and taker.type_ahead(event):
            event.prevent_default()

    @property
    def desk_screen(self) -> DeskScreen | None:
        """The screen under whatever dialog is open."""
        return next(
            (screen for screen in reversed(self.screen_stack) if isinstance(screen, DeskScreen)), None
        )

    def _look(self) -> None:
        with telling(self), suppress(NoMatches):  # while the program is left its widgets go one by one
            if self.desk.changed():
                self.action_view_refresh()

    def on_open_source(self, message: OpenSource) -> None:
        from factcheck.tui.screens.sources import SourcesScreen

        self._go("sources")
        screen = self.desk_screen
        if isinstance(screen, SourcesScreen):
            screen.open_at(message.source, message.start, message.end)

    def on_go_to(self, message: GoTo) -> None:
        """To a record's place: a person among the people, anything else on the Bench."""
        self._go("people" if message.entity == "person" else "bench")
        self.call_after_refresh(self._show, message.id)

    def _show(self, id: str) -> None:
        from factcheck.tui.screens.bench_moving import MovingActs
        from factcheck.tui.screens.people import PeopleScreen

        screen = self.desk_screen
        with telling(self):
            if isinstance(screen, PeopleScreen):
                screen.open_at(id)
            elif isinstance(screen, MovingActs):
                screen.open_record(id)

    def on_return(self, message: Return) -> None:
        self.switch_mode(self._came_from)

    def _go(self, mode: Mode) -> None:
        if self.current_mode != mode:
            self._came_from = self.current_mode
        self.switch_mode(mode)

    def action_screen_bench(self) -> None:
        self._go("bench")

    def action_screen_sources(self) -> None:
        self._go("sources")

    def action_screen_people(self) -> None:
        self._go("people")

    def action_view_refresh(self) -> None:
        if (screen := self.desk_screen) and screen.is_mounted:  # what is still being put together reads anew
            screen.reload()

    def action_view_print(self) -> None:
        from factcheck.tui.printing import ask_to_print

        if screen := self.desk_screen:
            ask_to_print(screen)

    def action_theme_switch(self) -> None:
        dark, light = THEMES["dark"].name, THEMES["light"].name
        self.theme = light if self.theme == dark else dark

    def action_undo_last(self) -> None:
        offer = self.desk.undo_offer()
        if offer is None:
            tell(self, "Nothing to undo", "You have done nothing here that can be taken back.")
        elif offer.earlier_day:

            def answered(yes: bool | None) -> None:
                if yes:
                    with telling(self):
                        self._undone(self.desk.undo(even_earlier=True))

            from factcheck.tui.dialogs import Confirm

            detail = f"{offer.sentence}\n{moment(offer.at)}, an earlier day."
            self.push_screen(Confirm("Take this back?", detail), answered)
        else:
            self._undone(self.desk.undo(even_earlier=False))

    def _undone(self, offer: UndoOffer) -> None:
        redo = self.keys.shown("undo.redo")
        tell(self, f"Taken back ({moment(offer.at)})", f"{offer.sentence}. {redo} does it again.")
        self._read_reversed()

    def action_undo_redo(self) -> None:
        done = self.desk.redo()
        if done is None:
            tell(self, "Nothing to redo")
        else:
            tell(self, f"Done again ({moment(done.at)})", done.sentence)
            self._read_reversed()

    def _read_reversed(self) -> None:
        """What was marked may be gone."""
        if screen := self.desk_screen:
            screen.unmark()
            screen.reload()

    def action_help_show(self) -> None:
        from factcheck.tui.help_page import help_page

        screen = self.desk_screen
        self.push_screen(help_page(self.keys, screen.PLACES if screen is not None else ()))

    def action_palette_open(self) -> None:
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette())

    def action_case_switch(self) -> None:
        from factcheck.tui.switching import switch_screen

        def chosen(path: str | None) -> None:
            if path:
                with telling(self):
                    self.open_other(path)

        self.push_screen(switch_screen(self.desk.recent()), chosen)

    def open_other(self, path: str) -> None:
        """Leave for another case; where it cannot be opened, this one stays."""
        self.next_desk = self.desk.other(path)
        self.exit(0)

    def action_app_leave(self) -> None:
        self.exit(0)


def run(case: OpenCase, viewer: Viewer, settings: Settings) -> int:
    """Open the interface on a case, and on those that one goes on to; the exit code. Refused where there is
    no terminal to draw on."""
    from factcheck.tui.case_desk import CaseDesk

    refuse_without_terminal(str(case.path))
    first: Desk = CaseDesk(case, viewer)
    desk = first
    while True:
        app = FactcheckApp(desk, settings)
        code = show(app)
        if desk is not first:  # the first is closed by who opened it
            desk.close()
        if app.next_desk is None:
            return code
        desk = app.next_desk
        settings = replace(settings, theme="dark" if app.theme == THEMES["dark"].name else "light")


def show(app: FactcheckApp) -> int:
    """Run the program. After a fault of its own the terminal is restored and one line says so."""
    trace = StringIO()
    app.error_console = Console(file=trace, markup=False, highlight=False)
    code = app.run()
    if app.return_code:
        lines = [line for line in trace.getvalue().splitlines() if line.strip()]
        fault = shown(lines[-1].strip()) if lines else "no more is known"
        print(
            f"factcheck stopped: a fault of the program, not of your case ({fault}). What you did is saved.",
            file=sys.stderr,
        )
        return 1
    return code or 0


def refuse_without_terminal(case: str) -> None:
    """The interface needs a terminal that can move its cursor; the commands do not."""
    dumb = os.environ.get("TERM", "") in {"", "dumb"} and os.name != "nt"
    if dumb or not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise FactcheckError(
            "The interface needs a terminal",
            "TERM is dumb or empty." if dumb else "Input or output is not a terminal.",
            f"The commands work everywhere: factcheck list {shown(case)} claims, factcheck --help.",
        )
