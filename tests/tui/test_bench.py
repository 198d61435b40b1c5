"""The Bench: what it shows at each size, and every act on it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from textual.widgets import Input

from factcheck.errors import FactcheckError
from factcheck.tui.grade_strip import GradeStrip
from factcheck.tui.screens.bench import BenchScreen

SIZES = [(80, 24), (120, 36), (160, 50)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_the_pair_is_seen_in_words(running: Any, desk: Any, seen: Any, size: tuple[int, int]) -> None:
    async with running(desk, size) as pilot:
        await pilot.press("down", "down")
        await pilot.pause()
        text = seen(pilot)
        for words in (
            "Kislyak contacts",
            "SAMPLE",
            "ana",
            "S1.C3",
            "Franken",
            "you do?",
            "communications",
            "2016-09-08",
            "124 days before",
            "not graded",
            "newspaper transcript, 2017-01-10",
            "armed services",
            "oath to confirm",
        ):
            assert words in text, words


async def test_a_narrow_screen_has_a_layout_of_its_own(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk, (80, 24)) as pilot:
        assert not pilot.app.screen.query_one("#claim").display
        lines = seen(pilot).splitlines()
        assert [line[:2] for line in lines if line[:3] in {" Q ", " A ", " E "}] == [" Q", " A", " E"]


async def test_what_was_only_scheduled_says_so(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("tab", "home")
        await pilot.pause()
        assert "scheduled for: Reception at a hotel" in seen(pilot)


async def test_an_empty_case_says_what_to_do(running: Any, make_desk: Any, seen: Any) -> None:
    async with running(make_desk(empty=True)) as pilot:
        assert "No statements yet: add a file in Sources" in seen(pilot)
        for key in ("l", "g", "n", "s", "o", "y", "h", "a", "x", "U", "right_square_bracket", "enter"):
            await pilot.press(key)
            await pilot.pause()
            text = seen(pilot)
            assert (
                "Move to a " in text
                or "Nothing to undo" in text
                or "No source" in text
                or key not in "lgnsoyhaxU"
            ), key


async def test_link(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("down", "tab", "down", "l")
        await pilot.pause()
        assert desk.acts == [("link", "c2", "e1")]
        assert "Linked S1.C2–E1" in seen(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, BenchScreen)
        assert screen.record.row is not None and screen.record.row.id == "e1", (
            "the position stays on the event"
        )
        assert screen.statements.row is not None and screen.statements.row.id == "c2"


async def test_undo_names_the_act_and_its_time_and_redo_brings_it_back(
    running: Any, desk: Any, seen: Any
) -> None:
    async with running(desk) as pilot:
        await pilot.press("l", "U")
        await pilot.pause()
        assert ("c1", "e3") not in desk.state.links
        assert re.search(r"Taken back \(\S+ \d\d:\d\d\) · linked c1 to e3\.", seen(pilot))
        await pilot.press("ctrl+y")
        assert ("c1", "e3") in desk.state.links
        await pilot.press("ctrl+z")
        assert ("c1", "e3") not in desk.state.links


@pytest.mark.parametrize(("answer", "left"), [("n", 1), ("y", 0)])
async def test_an_act_of_an_earlier_day_is_asked_for(
    running: Any, desk: Any, seen: Any, answer: str, left: int
) -> None:
    async with running(desk) as pilot:
        await pilot.press("l")
        desk.earlier_day = True
        await pilot.press("U")
        await pilot.pause()
        assert "an earlier day" in seen(pilot)
        await pilot.press(answer)
        await pilot.pause()
        assert len(desk.done) == left


async def test_what_is_refused_is_said_whole(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        desk.refuse = FactcheckError("The case is read-only", "case.db", "Copy it: factcheck copy.")
        await pilot.press("l")
        await pilot.pause()
        text = seen(pilot)
        assert all(words in text for words in ("The case is read-only", "case.db", "Copy it"))


async def test_a_reading_that_fails_is_said_too(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        desk.refuse = FactcheckError("The case is damaged", "page 7")
        await pilot.press("down")
        await pilot.pause()
        assert "The case is damaged" in seen(pilot)


async def test_note_keeps_its_draft(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk, (160, 60)) as pilot:
        await pilot.press("n", *"ask [/] him", "escape")
        await pilot.pause()
        assert desk.drafts == {"note:c1": "ask [/] him"}
        assert desk.acts == []
        await pilot.press("n")
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value == "ask [/] him"
        await pilot.press("enter")
        await pilot.pause()
        assert desk.acts == [("note", "c1", "ask [/] him")] and desk.drafts == {}
        assert "ask [/] him" in seen(pilot)


async def test_split(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("s", "right", "right", "right", "space", "enter")
        await pilot.pause()
        (act,) = desk.acts
        words = [desk.pair("c1", None).claim.words, desk.pair("c11", None).claim.words]
        assert (act[0] == "split" and words == ["I'm not aware of any", "of those activities"]) or words == [
            "I'm not aware of",
            "any of those activities",
        ]


async def test_split_that_is_left_changes_nothing(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("s", "right", "escape")
        await pilot.pause()
        assert desk.acts == []


@pytest.mark.parametrize(("key", "act"), [("a", "accept"), ("x", "reject")])
async def test_proposals(running: Any, desk: Any, seen: Any, key: str, act: str) -> None:
    async with running(desk) as pilot:
        await pilot.press("end")
        await pilot.pause()
        assert "proposed “I never met" in seen(pilot) and "a denial, 0.80" in seen(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert desk.acts == [(act, ("p1",))]


async def test_copy_has_the_citation(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("y")
        assert pilot.app.clipboard == (
            "“I'm not aware of any of those activities” (newspaper transcript, 2017-01-10, ¶212)"
        )
        await pilot.press("tab", "y")
        assert pilot.app.clipboard == (
            "“in his capacity as a member of the armed services panel” (newspaper, 2017-03-01, ¶4)"
        )


async def test_next_and_previous_ungraded(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, BenchScreen)
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert screen.statements.row is not None and screen.statements.row.id == "c3"
        await pilot.press("down", "left_square_bracket")
        await pilot.pause()
        assert screen.statements.row.id == "c3"
        assert screen.record.row is not None and screen.record.row.id == "e2"


async def test_history(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("l", "h")
        await pilot.pause()
        assert "History of S1.C1" in seen(pilot) and "linked c1 to e3 c1" in seen(pilot)
        await pilot.press("escape")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_zoom(running: Any, desk: Any, seen: Any, size: tuple[int, int]) -> None:
    async with running(desk, size) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "QUESTION" in seen(pilot) and "EVIDENCE" in seen(pilot)
        assert not pilot.app.screen.query_one("#lists").display
        await pilot.press("tab", "escape")
        await pilot.pause()
        assert pilot.app.screen.query_one("#lists").display


async def test_another_process_is_noticed(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("down", "down")
        desk.state.links["c1", "e1"] = "L7"
        desk.state.claims.insert(0, type(desk.state.claims[0])("c0", "S1.C0", "s1", 0, 7))
        desk.news = True
        pilot.app._look()
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, BenchScreen)
        assert "S1.C0" in seen(pilot)
        assert screen.statements.row is not None and screen.statements.row.id == "c3", "the position stays"


async def test_a_click_chooses(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await pilot.click("#statements", offset=(10, 4))
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, BenchScreen)
        assert screen.statements.row is not None and screen.statements.row.id == "c3"
        assert screen.query_one(GradeStrip).open is False
