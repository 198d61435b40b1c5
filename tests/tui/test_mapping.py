"""The mapping of a register: guessed, shown, put right by key, imported and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from factcheck.config import Settings
from factcheck.tui.app import FactcheckApp
from factcheck.tui.case_desk import CaseDesk
from factcheck.tui.mapping import ColumnRow, MappingPage, column_row
from factcheck.workbench import cases, readings
from tests.tui.fake_registers import REFUSED_TABLE

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: "x".join(map(str, size)))


async def open_mapping(pilot: Any, path: str) -> None:
    await pilot.press("2")
    await pilot.pause()
    await pilot.press("I")
    await pilot.pause()
    pilot.app.screen.query_one(Input).value = path
    await pilot.press("enter")
    await pilot.pause()


def page_of(pilot: Any) -> MappingPage:
    assert isinstance(pilot.app.screen, MappingPage)
    return pilot.app.screen


@SIZES
async def test_the_columns_are_shown_with_their_meanings(
    running: Any, desk: Any, seen: Any, size: Any
) -> None:
    async with running(desk, size) as pilot:
        await open_mapping(pilot, "visits.csv")
        text = seen(pilot)
        assert "Rows of visits.csv" in text
        assert "when" in text and "Purpose" in text and "not said yet" in text
        assert "Anna [b]Grant[/]" in text
        assert "can be read in two ways" in text


async def test_nothing_is_imported_before_what_must_be_said(running: Any, desk: Any, notices: Any) -> None:
    async with running(desk) as pilot:
        await open_mapping(pilot, "visits.csv")
        await pilot.press("i")
        await pilot.pause()
        assert "two ways" in notices(pilot)[-1]
        await pilot.press("d")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "Say what the register shows" in notices(pilot)[-1]
        await pilot.press("m", "m", "m")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert desk.acts[-1] == ("rows", "visits.csv", "scheduled", "dmy")
        assert "2 rows of 2" in notices(pilot)[-1]


async def test_a_column_goes_through_the_fields(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await open_mapping(pilot, "visits.csv")
        page = page_of(pilot)
        before = page.asked.mapping
        assert ("who", "Visitor") in before and ("cite", "") in before
        await pilot.press("down", "down", "down")
        await pilot.press("left")
        await pilot.pause()
        assert ("note", "Badge") in page.asked.mapping
        await pilot.press("right")
        await pilot.pause()
        assert page.asked.mapping == before
        await pilot.press("up", "x")
        await pilot.pause()
        assert ("title", "") in page.asked.mapping
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, MappingPage)
        assert desk.acts == []


async def test_a_table_that_cannot_be_read_is_said(running: Any, desk: Any, notices: Any) -> None:
    async with running(desk) as pilot:
        await open_mapping(pilot, REFUSED_TABLE)
        assert not isinstance(pilot.app.screen, MappingPage)
        assert "cannot be read" in notices(pilot)[-1]


@SIZES
async def test_a_real_register_is_imported_and_taken_back(tmp_path: Path, size: Any, notices: Any) -> None:
    table = tmp_path / "visits.csv"
    table.write_text("Date,Visitor,Purpose\n13/04/2016,Anna Grant,Tour of the works\n", encoding="utf-8")
    with cases.new_case(tmp_path / "c.db", by="ana", title="Registers") as case:
        app = FactcheckApp(CaseDesk(case, cases.viewer_for(case, "ana")), Settings())
        async with app.run_test(size=size, notifications=True) as pilot:
            await open_mapping(pilot, str(table))
            await pilot.press("m", "enter")
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert "1 row of 1" in notices(pilot)[-1]
            viewer = cases.viewer_for(case, "ana")
            (row,) = readings.register_rows(case, viewer).rows
            assert (row["when"], row["mode"], row["who"]) == ("2016-04-13", "attended", ["Anna Grant"])
            await pilot.press("U")
            await pilot.pause()
            assert readings.register_rows(case, viewer).rows == []


def test_a_long_name_is_cut_to_the_line() -> None:
    (line,) = column_row(ColumnRow("n" * 60, "organisation", ("v" * 200,)), 80)
    assert len(line.plain) == 80
