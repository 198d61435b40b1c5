"""The program over a desk in memory, driven by a pilot."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from textual.pilot import Pilot

from factcheck.config import Settings
from factcheck.tui.app import FactcheckApp
from tests.tui.fake_desk import FakeDesk


@pytest.fixture
def make_desk() -> type[FakeDesk]:
    return FakeDesk


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


Running = Callable[..., AbstractAsyncContextManager[Pilot[int]]]


@pytest.fixture
def running() -> Running:
    """`async with running(desk, size=...) as pilot`, notices and tooltips shown."""

    @asynccontextmanager
    async def run(
        desk: FakeDesk, size: tuple[int, int] = (120, 36), settings: Settings | None = None
    ) -> AsyncIterator[Pilot[int]]:
        app = FactcheckApp(desk, settings or Settings())
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            await pilot.pause()
            yield pilot

    return run


Seen = Callable[[Pilot[int]], str]


@pytest.fixture
def seen() -> Seen:
    """All that the screen shows, dialogs and notices too, as lines of text."""

    def text(pilot: Pilot[int]) -> str:
        strips = (
            pilot.app.screen._compositor.render_strips()
        )  # what a terminal would get; there is no public way
        return "\n".join(strip.text.rstrip() for strip in strips)

    return text


@pytest.fixture
def notices() -> Callable[[Pilot[int]], list[str]]:
    def all_of(pilot: Pilot[int]) -> list[str]:
        return [f"{one.title}: {one.message}" for one in pilot.app._notifications]

    return all_of
