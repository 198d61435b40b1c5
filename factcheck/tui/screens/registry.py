"""The screens that exist. Each is imported when it is first shown: the first paint waits for one alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from factcheck.tui.screens.desk_screen import DeskScreen

Mode = Literal["bench", "sources", "people"]

MODES: tuple[Mode, ...] = get_args(Mode)


def screen_class(mode: Mode) -> type[DeskScreen]:
    """The screen of a mode."""
    match mode:
        case "bench":
            from factcheck.tui.screens.bench import BenchScreen

            return BenchScreen
        case "sources":
            from factcheck.tui.screens.sources import SourcesScreen

            return SourcesScreen
        case "people":
            from factcheck.tui.screens.people import PeopleScreen

            return PeopleScreen
