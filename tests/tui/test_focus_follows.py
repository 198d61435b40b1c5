"""On a real case made of a small article: where the focus goes when proposals become records and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.config import Settings
from factcheck.tui.app import FactcheckApp
from factcheck.tui.case_desk import CaseDesk
from factcheck.tui.screens.bench import BenchScreen
from factcheck.workbench import acts, cases

ARTICLE = """\
"I have never met Ms. Roe," said Otto Brandt, the mayor.

"I did not sign the lease," said Kay Flint, the clerk.

Mr. Brandt met Ada Roe on March 4, 2021, in Bremen. Mr. Brandt called Ms. Roe on April 19, 2021.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[CaseDesk]:
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    with cases.new_case(tmp_path / "my.db", by="ana") as case:
        ana = cases.viewer_for(case, "ana")
        acts.add_source(case, ana, article, published="2021-06-01", kind="news")
        yield CaseDesk(case, ana)


def bench(pilot: Any) -> BenchScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BenchScreen)
    return screen


async def press(pilot: Any, *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()
    await pilot.pause()


def said(pilot: Any) -> str:
    pair = bench(pilot).pair
    assert pair is not None
    return f"{pair.claim.head.label} {pair.claim.words}"


async def test_the_focus_stays_with_what_a_proposal_becomes(desk: CaseDesk, seen: Any) -> None:
    async with FactcheckApp(desk, Settings()).run_test(size=(120, 36), notifications=True) as pilot:
        await press(pilot, "down")
        assert said(pilot) == "proposed I did not sign the lease"
        await press(pilot, "A", *["backspace"] * 2, "0", "enter")
        assert said(pilot) == "S2.C1 I did not sign the lease"
        await press(pilot, "U")
        assert said(pilot) == "proposed I did not sign the lease"
        assert "Taken back (" in seen(pilot) and "recorded S1 and 1 more" in seen(pilot)
        await press(pilot, "ctrl+y")
        assert said(pilot) == "S2.C1 I did not sign the lease"
        await press(pilot, "U", "tab", "down", "l")
        linked = bench(pilot).pair
        assert linked is not None and linked.event is not None and linked.link is not None
        await press(pilot, "U")
        pair = bench(pilot).pair
        assert said(pilot) == "proposed I did not sign the lease"
        assert pair is not None and pair.event is not None
        assert pair.event.proposed is not None and pair.event.title == linked.event.title


async def test_nothing_that_was_taken_back_stays_marked(desk: CaseDesk, seen: Any) -> None:
    async with FactcheckApp(desk, Settings()).run_test(size=(120, 36), notifications=True) as pilot:
        await press(pilot, "tab", "a", "home", "space", "U")
        assert "marked" not in seen(pilot) and not bench(pilot).record.marked


async def test_events_that_are_one_are_one_row_beside_the_claim(desk: CaseDesk, seen: Any) -> None:
    async with FactcheckApp(desk, Settings()).run_test(size=(120, 36), notifications=True) as pilot:
        await press(pilot, "l", "tab", "down", "a", "=")
        assert "Enter takes it" in seen(pilot)
        await press(pilot, "enter")
        rows = bench(pilot).record
        assert [(row.label, row.link_label) for row in (rows.pages.row(0),) if row] == [("E1", "L1")]
        assert len(rows.pages) == 1
        await press(pilot, "U", "end", "=", *"e1", "enter", "home")
        pair = bench(pilot).pair
        assert pair is not None and pair.event is not None and pair.link is not None, "by its old label too"


async def test_a_search_that_found_nothing_says_how_much_was_searched(desk: CaseDesk, seen: Any) -> None:
    async with FactcheckApp(desk, Settings()).run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "a", "F", *"helicopter", "enter")
        size = f"D1: 3 paragraphs, {len(ARTICLE)} characters searched; all of it read"
        assert size in seen(pilot) and "no evidence yet" not in seen(pilot)


async def test_an_empty_case_names_keys_and_no_commands(tmp_path: Path, seen: Any) -> None:
    with cases.new_case(tmp_path / "none.db", by="ana") as case:
        desk = CaseDesk(case, cases.viewer_for(case, "ana"))
        async with FactcheckApp(desk, Settings()).run_test(size=(120, 36)) as pilot:
            await press(pilot)
            assert "without a document with N" in seen(pilot) and "N makes an event" in seen(pilot)
            assert "factcheck add" not in seen(pilot) and "factcheck event" not in seen(pilot)
