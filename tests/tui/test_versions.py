"""Versions of a source on the screen: the queue of what changed, and each act on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.config import Settings
from factcheck.tui.adding_desk import Wanted
from factcheck.tui.app import FactcheckApp
from factcheck.tui.case_desk import CaseDesk
from factcheck.tui.versions import VersionsPage
from factcheck.workbench import acts, cases, readings
from tests.workbench.inquiry import ANN, TESTIMONY, inquiry, written

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: "x".join(map(str, size)))
FINAL = "CERTIFIED\n\n" + TESTIMONY.replace("I did not have", "I did have")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Any]:
    with inquiry(tmp_path) as case:
        acts.add_source(
            case, ANN, written(tmp_path, "final.txt", FINAL), kind="hearing", extract=False, version_of="D1"
        )
        yield case


def app_of(case: Any) -> FactcheckApp:
    return FactcheckApp(CaseDesk(case, cases.viewer_for(case, "Ann")), Settings())


async def opened(pilot: Any) -> VersionsPage:
    await pilot.press("2")
    await pilot.pause()
    await pilot.press("end", "V")
    await pilot.pause()
    assert isinstance(pilot.app.screen, VersionsPage)
    return pilot.app.screen


@SIZES
async def test_what_changed_waits_and_is_accepted(case: Any, size: Any, seen: Any) -> None:
    async with app_of(case).run_test(size=size) as pilot:
        await opened(pilot)
        shown = seen(pilot)
        assert "earlier version" in shown and "waits for you" in shown
        assert "POLARITY DIFFERS" in shown and "[-not-]" in shown
        await pilot.press("c")
        await pilot.pause()
        assert readings.claim_view(case, ANN, "S1.C1").question_citations[0].source_label == "D3"
        await pilot.press("home", "a")
        await pilot.pause()
        assert "I did have" in readings.statement_view(case, ANN, "S1").words
        assert "waits for you" not in seen(pilot)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("U")
        await pilot.pause()
        assert "I did not have" in readings.statement_view(case, ANN, "S1").words


@SIZES
async def test_it_is_left_or_anchored_by_hand(case: Any, size: Any, seen: Any) -> None:
    async with app_of(case).run_test(size=size) as pilot:
        await opened(pilot)
        await pilot.press("x")
        await pilot.pause()
        assert "left there" in seen(pilot)
        for ref in ("S1.C1", "S1.C2"):
            acts.withdraw(case, ANN, ref, "parts")
        await pilot.press("home")
        await pilot.pause()
        page: Any = pilot.app.screen
        while page.list.row.unit != "S1":
            await pilot.press("down")
        await pilot.press("m", *"CERTIFIED", "enter")
        await pilot.pause()
        found = readings.statement_view(case, ANN, "S1")
        assert (found.words, found.citations[0].source_label) == ("CERTIFIED", "D3")


async def test_enter_goes_to_the_place(case: Any) -> None:
    async with app_of(case).run_test(size=(120, 36)) as pilot:
        page = await opened(pilot)
        row = page.list.row
        assert row is not None and row.start is not None
        await pilot.press("enter")
        await pilot.pause()
        app: Any = pilot.app
        reader = app.desk_screen.reader
        assert reader.source == readings.source_view(case, ANN, "D3").head.id


@pytest.mark.parametrize(("key", "field"), [("v", "version_of"), ("t", "variant_of")])
async def test_what_it_is_can_be_said(case: Any, key: str, field: str) -> None:
    acts.set_version(case, ANN, "D3", None)
    async with app_of(case).run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        await pilot.press(key, "D", "1", "enter")
        await pilot.pause()
        assert getattr(readings.source_view(case, ANN, "D3"), field) == "D1"


async def test_a_refusal_is_told(case: Any, notices: Any) -> None:
    async with app_of(case).run_test(size=(120, 36), notifications=True) as pilot:
        await opened(pilot)
        await pilot.press("v", "D", "9", "enter")
        await pilot.pause()
        assert any("D9" in notice for notice in notices(pilot))


async def test_a_file_that_resembles_a_source_is_told(case: Any, tmp_path: Path) -> None:
    long = " ".join(f"word{n} of the long answer that was given here" for n in range(60))
    desk = CaseDesk(case, cases.viewer_for(case, "Ann"))
    desk.add(Wanted(str(written(tmp_path, "a.txt", long))), lambda words: None)
    (added,) = desk.add(Wanted(str(written(tmp_path, "b.txt", long + " Certified."))), lambda words: None)
    assert added.alike is not None and added.alike[0] == "D4"
    assert "of its words in common with D4" in added.alike[1]
