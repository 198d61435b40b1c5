"""Sources for daily use, on a real case and both sizes: adding, the card, proposals, evidence, finding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from factcheck.config import Settings
from factcheck.tui.app import FactcheckApp
from factcheck.tui.case_desk import CaseDesk
from factcheck.tui.reader import Reader
from factcheck.tui.screens.sources import SourcesScreen
from factcheck.workbench import acts, cases, readings
from tests.tui.fake_sources import REFUSED

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: "x".join(map(str, size)))
NEWS = (
    "NORTHVILLE, March 3, 2017\n\n"
    "Ida Vann, the clerk, said on March 1, 2017, that she had never met Arthur Pell.\n\n"
    "“I did not meet Mr. Pell,” Vann told the council on Wednesday.\n\n"
    "Ida Vann met Arthur Pell on February 3, 2017, in Northville, according to a diary.\n"
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Any]:
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    with cases.new_case(tmp_path / "daily.db", by="ana", title="Daily") as case:
        yield case


def app_of(case: Any) -> FactcheckApp:
    return FactcheckApp(CaseDesk(case, cases.viewer_for(case, "ana")), Settings())


def screen_of(app: Any) -> SourcesScreen:
    assert isinstance(app.desk_screen, SourcesScreen)
    return app.desk_screen


async def add(pilot: Any, path: str) -> None:
    await pilot.press("A")
    await pilot.pause()
    pilot.app.screen.query_one("#what", Input).value = path
    await pilot.press("enter")
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@SIZES
async def test_a_file_is_added_once_and_the_same_bytes_are_said(
    case: Any, tmp_path: Path, size: Any, notices: Any, seen: Any
) -> None:
    app = app_of(case)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("2")
        await add(pilot, str(tmp_path / "news.txt"))
        assert any("added as D1" in notice for notice in notices(pilot))
        assert screen_of(app).reader.source is not None and "NORTHVILLE" in seen(pilot)
        await add(pilot, str(tmp_path / "news.txt"))
        assert any("the same bytes as D1" in notice for notice in notices(pilot))
        await add(pilot, str(tmp_path / "none.txt"))
        assert any("none.txt" in notice for notice in notices(pilot))
        ana = cases.viewer_for(case, "ana")
        assert len(readings.sources(case, ana)) == 1


@SIZES
async def test_proposals_are_decided_in_place(case: Any, tmp_path: Path, size: Any, seen: Any) -> None:
    ana = cases.viewer_for(case, "ana")
    acts.add_source(case, ana, tmp_path / "news.txt", published="2017-03-03")
    waiting = len(readings.proposals(case, ana))
    assert waiting > 1
    app = app_of(case)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("2", "tab", "n")
        await pilot.pause()
        assert "Proposed" in seen(pilot) and "accepts" in seen(pilot)
        await pilot.press("a")
        await pilot.pause()
        assert len(readings.proposals(case, ana)) == waiting - 1
        await pilot.press("home", "n")
        while screen_of(app).reader.proposal is None:
            await pilot.press("n")
        await pilot.press("x")
        await pilot.pause()
        assert len(readings.proposals(case, ana)) == waiting - 2
        await pilot.press("U", "U")
        await pilot.pause()
        assert len(readings.proposals(case, ana)) == waiting


@SIZES
async def test_the_card_is_edited(case: Any, tmp_path: Path, size: Any) -> None:
    ana = cases.viewer_for(case, "ana")
    acts.add_source(case, ana, tmp_path / "news.txt", title="News")
    app = app_of(case)
    async with app.run_test(size=size) as pilot:
        await pilot.press("2", "e")
        await pilot.pause()
        app.screen.query_one("#field-title", Input).value = "The Northville item"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert readings.sources(case, ana)[0].title == "The Northville item"


@SIZES
async def test_selected_words_become_evidence(case: Any, tmp_path: Path, size: Any) -> None:
    ana = cases.viewer_for(case, "ana")
    acts.add_source(case, ana, tmp_path / "news.txt", extract=False)
    made = acts.event(case, ana, title="A lunch", when="2017-02-03")
    app = app_of(case)
    async with app.run_test(size=size) as pilot:
        await pilot.press("2", "tab", "slash", *"ida vann met", "enter")
        await pilot.pause()
        await pilot.press("s", "v")
        await pilot.pause()
        await pilot.press(*"lunch")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        app.screen.query_one("#field-mode", Input).value = "reported"
        await pilot.press("ctrl+s")
        await pilot.pause()
        view = readings.event_view(case, ana, made.id)
        assert [one.mode for one in view.evidence] == ["reported"]
        assert "February 3" in (view.evidence[0].words or "")


@SIZES
async def test_one_goes_to_a_place_and_to_words(running: Any, desk: Any, notices: Any, size: Any) -> None:
    async with running(desk, size) as pilot:
        await pilot.press("2", "tab", "colon", *"3", "enter")
        await pilot.pause()
        reader = pilot.app.screen.query_one(Reader)
        assert reader.text(reader.spot.caret, reader.spot.caret + 3) == "But"
        await pilot.press("slash", *"the", "enter")
        await pilot.pause()
        first = reader.spot.caret
        await pilot.press("greater_than_sign")
        assert reader.spot.caret > first
        await pilot.press("less_than_sign")
        assert reader.spot.caret == first
        await pilot.press("colon", *"x", "enter")
        await pilot.pause()
        assert any("no place" in notice for notice in notices(pilot))


async def test_a_folder_is_told_file_by_file_and_trouble_is_a_notice(
    running: Any, desk: Any, seen: Any, notices: Any
) -> None:
    async with running(desk) as pilot:
        await pilot.press("2")
        await add(pilot, "folder/")
        assert "the same bytes as D1" in seen(pilot)
        await pilot.press("escape")
        await add(pilot, REFUSED)
        assert any("could not be read" in notice for notice in notices(pilot))


async def test_another_case_is_chosen_or_refused(running: Any, desk: Any, notices: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("ctrl+o", *"/missing.db", "enter")
        await pilot.pause()
        assert any("no such case" in notice for notice in notices(pilot))
        await pilot.press("ctrl+o", "down", "enter")
        await pilot.pause()
        assert pilot.app.next_desk is not None
