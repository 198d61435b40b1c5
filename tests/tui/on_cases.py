"""Pilots over real cases: the program on one, and steps that several tests take."""

from __future__ import annotations

from typing import Any

from textual.widgets import Input

from factcheck.config import Settings
from factcheck.tui.app import FactcheckApp
from factcheck.tui.case_desk import CaseDesk
from factcheck.workbench import cases


def app_of(case: Any, who: str = "Ann") -> FactcheckApp:
    return FactcheckApp(CaseDesk(case, cases.viewer_for(case, who)), Settings())


async def pressed(pilot: Any, *keys: str) -> None:
    """Key after key, each done with before the next, and what came of the last one painted."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.pause()


async def worked(pilot: Any) -> None:
    """Until no thread works any more and what it gave is shown."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def to_source(pilot: Any, label: str) -> None:
    """Sources, at a source, the keys with the list."""
    await pressed(pilot, "2")
    screen: Any = pilot.app.screen
    at = [one.head.label for one in screen._sources].index(label)
    await pressed(pilot, "home", *["down"] * at)


async def add(pilot: Any, path: str, **fields: str) -> None:
    """The form of adding, filled in and sent."""
    await pressed(pilot, "A")
    for name, text in {"what": path, **fields}.items():
        pilot.app.screen.query_one(f"#{name}", Input).value = text
    await pressed(pilot, "enter")
    await worked(pilot)
