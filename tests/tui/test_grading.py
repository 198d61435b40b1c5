"""The grade strip: four keys and a line, drafts that nothing loses, blocks that are shown and not saved."""

from __future__ import annotations

from typing import Any

import pytest
from textual.widgets import Input

from factcheck.tui.grade_strip import GradeStrip
from factcheck.tui.grading import Typed, from_draft


async def to_c3(pilot: Any) -> None:
    await pilot.press("down", "down")
    await pilot.pause()


async def test_four_keys_a_line_and_enter(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await to_c3(pilot)
        await pilot.press("g", "c", "3")
        await pilot.pause()
        assert "contradicts" in seen(pilot) and "3 substantial" in seen(pilot)
        await pilot.press("4", "2", *"no limit", "enter")
        await pilot.pause()
        assert desk.acts == [("grade", "c3", "e2", "c342", "no limit", {})]
        assert desk.drafts == {}
        text = seen(pilot)
        assert "Graded S1.C3–E2" in text
        assert "contradicts · 3 substantial · scope or capacity · confidence medium" in text
        assert "● 3" in text and "“no limit”" in text


async def test_it_owns_every_key(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await to_c3(pilot)
        await pilot.press("g", "l", "n", "2", "q", "U", "ctrl+z", "ctrl+p", "r", "a", "right_square_bracket")
        await pilot.pause()
        strip = pilot.app.screen.query_one(GradeStrip)
        assert desk.acts == [] and strip.open and pilot.app.screen is strip.screen
        assert strip.typed.keys == "n2", "only codes are taken: n (does not bear), then 2"


async def test_escape_keeps_the_draft(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await to_c3(pilot)
        await pilot.press("g", *"c342", *"half a th", "escape")
        await pilot.pause()
        strip = pilot.app.screen.query_one(GradeStrip)
        assert not strip.open and desk.acts == []
        typed = from_draft(desk.drafts["grade:c3:e2"])
        assert typed is not None and (typed.keys, typed.rationale) == ("c342", "half a th")
        await pilot.press("up", "down", "g")
        await pilot.pause()
        assert strip.typed == typed
        assert strip.query_one(Input).value == "half a th" and "half a th" in seen(pilot)


async def test_every_key_is_saved_as_it_is_typed(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await to_c3(pilot)
        await pilot.press("g")
        for number, key in enumerate("c342why", 1):
            await pilot.press(key)
            await pilot.pause()
            typed = from_draft(desk.drafts["grade:c3:e2"])
            assert typed is not None and (typed.keys + typed.rationale) == "c342why"[:number]


async def test_keys_typed_in_one_burst_all_arrive(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        for key in ("g", *"c342", *"qa2n", "enter"):
            pilot.app.simulate_key(key)
        await pilot.pause()
        await pilot.pause()
        assert desk.acts == [("grade", "c1", "e3", "c342", "qa2n", {})]
        for key in ("n", *"axl", "enter"):
            pilot.app.simulate_key(key)
        await pilot.pause()
        await pilot.pause()
        assert "axl" in str(desk.acts) or "axl" in desk.drafts.values()
        assert {act[0] for act in desk.acts} <= {"grade", "note"}


async def test_backspace_steps_back_also_from_an_empty_line(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("g", *"c342", "backspace", "backspace", *"1", "3")
        await pilot.pause()
        assert pilot.app.screen.query_one(GradeStrip).typed.keys == "c313"


async def test_blocks_are_shown_and_not_saved(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("g", *"s312", "enter")
        await pilot.pause()
        assert desk.acts == [] and "Not saved" in seen(pilot) and "has degree 0" in seen(pilot)
        assert pilot.app.screen.query_one(GradeStrip).open


async def test_half_a_grade_is_not_saved(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("g", *"c3", "enter")
        await pilot.pause()
        assert desk.acts == [] and "the kind is missing" in seen(pilot)


async def test_u_alone_is_cannot_tell(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("g", "u", "enter")
        await pilot.pause()
        assert desk.acts[0][3] == "uuu2"


async def test_the_definition_of_the_code_in_focus(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("g", "question_mark")
        await pilot.pause()
        assert "read in its most natural sense is untrue" in seen(pilot)
        await pilot.press("right")
        await pilot.pause()
        assert "depends on a scope" in seen(pilot)


async def test_again_repeats_the_codes(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("g", *"q242", "enter")
        await pilot.pause()
        await pilot.press("down", "full_stop", "enter")
        await pilot.pause()
        assert [act[3] for act in desk.acts] == ["q242", "q242"]


async def test_a_grade_that_stands_can_be_changed(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await to_c3(pilot)
        await pilot.press("g", *"c342", *"why", "enter")
        await pilot.pause()
        await pilot.press("g")
        await pilot.pause()
        assert pilot.app.screen.query_one(GradeStrip).typed == Typed("c342", "why")
        await pilot.press(*"q242", "enter")
        await pilot.pause()
        assert desk.acts[-1][3:5] == ("q242", "why")


async def test_the_fuller_form(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("g", *"c34", "slash")
        await pilot.pause()
        await pilot.press("y", "question_mark", "y", "question_mark", "y", "4", "1", "1", "5")
        await pilot.press("down", *"plain", "enter")
        await pilot.pause()
        assert "scope: who y capacity ? with whom y about what ? when y" in seen(pilot)
        await pilot.press("2", "enter")
        await pilot.pause()
        (act,) = desk.acts
        assert act[3] == "c342"
        assert act[5] == {
            "scope": {"who": "y", "capacity": "?", "with whom": "y", "about what": "?", "when": "y"},
            "readings": [
                {"name": "A", "text": "plain", "degree": "4"},
                {"name": "B", "text": "", "degree": "1"},
            ],
            "awareness": "1",
            "also": ("5",),
        }


async def test_a_click_elsewhere_closes_it_and_keeps_the_draft(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("g", "c")
        await pilot.click("#statements", offset=(10, 3))
        await pilot.pause()
        assert not pilot.app.screen.query_one(GradeStrip).open
        assert len(desk.drafts) == 1


@pytest.mark.parametrize(
    "typed",
    [
        Typed(),
        Typed("c3", "why “so” [/]"),
        Typed("uuu2", "", "missing", ("3",), {"who": "y"}, {"A": {"text": "t", "degree": "1"}}, "2"),
    ],
)
def test_a_draft_comes_back_as_it_was(typed: Typed) -> None:
    assert from_draft(typed.as_draft()) == typed


@pytest.mark.parametrize("text", ["plain words", "[1]", '{"keys": 1}', "null"])
def test_a_draft_of_another_shape_is_not_lost(text: str) -> None:
    assert from_draft(text) == Typed(rationale=text)
