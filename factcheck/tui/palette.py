"""The command palette: every act of the screen one is on, by its name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from factcheck.tui.acts import ACTS, Act
from factcheck.tui.screens.desk_screen import DeskScreen

if TYPE_CHECKING:
    from collections.abc import Iterator


class ActsProvider(Provider):
    """Acts that can be done from here. Names and help are the program's own words, never data."""

    async def discover(self) -> Hits:
        for act in self._acts():
            yield DiscoveryHit(self._name(act), partial(self._do, act), help=act.help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for act in self._acts():
            name = self._name(act)
            score = max(matcher.match(name), matcher.match(act.help) * 0.9)
            if score > 0:
                yield Hit(score, name, partial(self._do, act), help=act.help)

    def _acts(self) -> Iterator[Act]:
        screen = self.screen
        places = screen.PLACES if isinstance(screen, DeskScreen) else ("everywhere",)
        return (act for act in ACTS if act.where in places and act.id != "palette.open")

    def _name(self, act: Act) -> str:
        screen = self.screen
        key = screen.keys.shown(act.id) if isinstance(screen, DeskScreen) else act.key
        return f"{act.label} — {key}" if "[" not in key else f"{act.label} — \\{key}"

    async def _do(self, act: Act) -> None:
        screen = self.screen
        for node in (screen.focused, screen, self.app):
            if node is not None and hasattr(node, f"action_{act.action}"):
                await self.app.run_action(act.action, node)
                return
