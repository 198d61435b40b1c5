"""The table of acts: everything in it works, nothing outside it has a key, and a person can remap it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from factcheck.config import Settings
from factcheck.errors import FactcheckError
from factcheck.tui.acts import ACTS, PLACES, Keys
from factcheck.tui.app import FactcheckApp
from factcheck.tui.comparing import ComparingPage
from factcheck.tui.list_view import PagedList
from factcheck.tui.mapping import MappingPage
from factcheck.tui.reader import Reader
from factcheck.tui.screens.bench import BenchScreen
from factcheck.tui.screens.desk_screen import TABS, DeskScreen
from factcheck.tui.screens.people import PeopleScreen
from factcheck.tui.screens.registry import MODES, screen_class
from factcheck.tui.screens.sources import SourcesScreen
from factcheck.tui.source_pages import SourcePages
from factcheck.tui.versions import VersionsPage

OWNERS = {
    "everywhere": FactcheckApp,
    "bench": BenchScreen,
    "sources": SourcesScreen,
    "people": PeopleScreen,
    "reader": Reader,
    "versions": VersionsPage,
    "comparing": ComparingPage,
    "pages": SourcePages,
    "mapping": MappingPage,
    "list": PagedList,
}


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.id)
def test_every_act_is_done_by_someone(act: Any) -> None:
    if act.where != "grading":  # the strip does these itself; test_grading presses every one
        assert callable(getattr(OWNERS[act.where], f"action_{act.action}"))
    assert act.where in PLACES and act.help and act.label


def test_ids_are_one_each_and_no_key_is_twice_in_a_place() -> None:
    assert [id for id, times in Counter(act.id for act in ACTS).items() if times > 1] == []
    for places in (
        ("bench", "everywhere"),
        ("sources", "reader", "everywhere"),
        ("people", "everywhere"),
        ("list", "everywhere"),
        ("versions", "list"),
        ("comparing", "list"),
        ("pages", "list"),
        ("mapping", "list"),
        ("grading",),
    ):
        keys = Counter(key for act in ACTS if act.where in places for key in act.key.split(","))
        assert [key for key, times in keys.items() if times > 1] == []


def test_every_screen_has_its_tab_and_its_key() -> None:
    assert [mode for mode, _ in TABS] == list(MODES)
    assert all(mode == screen_class(mode).MODE for mode in MODES)
    assert all(any(act.id == f"screen.{mode}" for act in ACTS) for mode in MODES)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 50)], ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("mode", MODES)
async def test_every_screen_stands_and_answers(
    running: Any, desk: Any, seen: Any, mode: str, size: tuple[int, int]
) -> None:
    async with running(desk, size) as pilot:
        app = pilot.app
        await pilot.press(Keys().of(f"screen.{mode}"))
        await pilot.pause()
        assert isinstance(app.screen, DeskScreen) and mode == app.screen.MODE
        text = seen(pilot)
        assert len(text.splitlines()) <= size[1]
        assert "Kislyak contacts" in text.splitlines()[0] and "ana" in text.splitlines()[0]
        assert (dict(TABS)[mode] in text.splitlines()[0] and "keys" in text.splitlines()[-1]) or size[0] == 80
        for key in ("r", "ctrl+t", "tab", "down", "up", "question_mark"):
            await pilot.press(key)
        await pilot.pause()
        assert "Everywhere" in seen(pilot) or "Keys" in seen(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert mode == app.screen.MODE


async def test_the_help_names_every_act(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk, (120, 200)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        text = seen(pilot)
        assert [act.help for act in ACTS if act.help not in text] == []


async def test_the_palette_finds_and_does(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"link")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert desk.acts == [("link", "c1", "e3")]


async def test_a_key_can_be_remapped(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk, settings=Settings(keys={"link.make": "L"})) as pilot:
        await pilot.press("l")
        assert desk.acts == []
        await pilot.press("L")
        await pilot.pause()
        assert desk.acts == [("link", "c1", "e3")]
        assert "L link" in seen(pilot)


async def test_a_key_of_the_strip_can_be_remapped(running: Any, desk: Any) -> None:
    async with running(desk, settings=Settings(keys={"grading.save": "f2"})) as pilot:
        await pilot.press("g", "u", "f2")
        await pilot.pause()
        assert desk.acts[0][3] == "uuu2"


def test_a_key_for_no_act_is_refused_in_words(desk: Any) -> None:
    with pytest.raises(FactcheckError, match=r"link\.maek"):
        FactcheckApp(desk, Settings(keys={"link.maek": "L"}))


@pytest.mark.parametrize(
    ("key", "written"), [("undo.last", "U"), ("palette.open", "^p"), ("ungraded.next", "]")]
)
def test_keys_are_written_as_people_write_them(key: str, written: str) -> None:
    assert Keys().shown(key) == written
