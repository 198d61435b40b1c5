"""The Bench in daily use: triage in bulk, finding, filtering, ordering, sameness, sets, notes, tags."""

from __future__ import annotations

from typing import Any

import pytest
from textual.widgets import Input

from factcheck.core.views.searching import Hit
from factcheck.tui.reader import Reader
from factcheck.tui.screens.bench import BenchScreen

SIZES = [(80, 24), (120, 36)]
by_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))


def bench(pilot: Any) -> BenchScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BenchScreen)
    return screen


async def press(pilot: Any, *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


# Proposals


@by_size
async def test_a_proposed_statement_has_a_record_beside_it(
    running: Any, desk: Any, seen: Any, size: tuple[int, int]
) -> None:
    async with running(desk, size) as pilot:
        await press(pilot, "end")
        text = seen(pilot)
        assert "I never met with any Russian officials" in text and "a denial, 0.80" in text
        assert "Meeting in the" in text
        await press(pilot, "tab", "end")
        assert "proposed: Call with the embassy" in seen(pilot) and "names, 0.60" in seen(pilot)


@by_size
@pytest.mark.parametrize(
    ("keys", "pair"),
    [
        (("end", "l"), ("p1", "e3")),
        (("tab", "end", "l"), ("c1", "q1")),
        (("end", "tab", "end", "l"), ("p1", "q1")),
    ],
    ids=["statement", "event", "both"],
)
async def test_linking_what_is_proposed_accepts_it(
    running: Any, desk: Any, seen: Any, size: tuple[int, int], keys: tuple[str, ...], pair: tuple[str, str]
) -> None:
    async with running(desk, size) as pilot:
        await press(pilot, *keys)
        assert desk.acts == [("accept_pair", *pair)]
        claim, target = desk.link_ends("L9")
        screen = bench(pilot)
        assert screen.statements.row is not None and screen.statements.row.id == claim
        assert screen.record.row is not None and screen.record.row.id == target
        assert "Accepted and linked" in seen(pilot)
        await press(pilot, "U")
        assert len(desk.state.proposals) == len(desk.state.proposed_events) == 1


@by_size
async def test_grading_what_is_proposed_is_one_act(
    running: Any, desk: Any, seen: Any, size: tuple[int, int]
) -> None:
    async with running(desk, size) as pilot:
        await press(pilot, "end", "g", *"c342", *"why", "enter")
        assert desk.acts == [("grade", "p1", "e3", "c342", "why", {})]
        assert "Graded S2.C1–E3" in seen(pilot) and desk.drafts == {}
        await press(pilot, "U")
        assert desk.state.proposals and not desk.state.grades


async def test_a_proposal_is_accepted_with_a_correction(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "end", "e", *" again", "ctrl+s")
        assert desk.acts == [("save_form", "accept", "p1", {"title": "Talk again"})]


async def test_a_proposal_is_accepted_into_a_record(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "tab", "end", "equals_sign")
        assert "Accept into which record?" in seen(pilot)
        await press(pilot, *"E2", "enter")
        assert desk.acts == [("accept_into", "q1", "e2")]
        assert bench(pilot).record.row.id == "e2"  # type: ignore[union-attr]  # a row is in focus


async def test_a_proposal_is_accepted_and_split(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "end", "s", "right", "space", "enter")
        assert desk.acts == [("accept_split", "p1", ((0, 7), (8, 38)))]


@by_size
async def test_marks_are_counted_and_acts_are_about_them(
    running: Any, desk: Any, seen: Any, size: tuple[int, int]
) -> None:
    async with running(desk, size) as pilot:
        await press(pilot, "tab", "home", "space", "end", "space")
        assert "2 marked" in seen(pilot) and "✓" in seen(pilot)
        await press(pilot, "x")
        assert desk.acts == [("turn_down", "c1", ("e3", "q1"))]
        assert "1 proposal rejected, 1 set aside for this claim" in seen(pilot)
        assert "Reception" not in seen(pilot) and "2 marked" not in seen(pilot)
        await press(pilot, "U")
        assert desk.state.proposed_events and not desk.state.aside, "one step"
        await press(pilot, "home", "space", "escape")
        assert not bench(pilot).record.marked, "Esc takes the marks away"


async def test_what_is_linked_is_not_set_aside(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "down", "down", "tab", "home", "x")
        assert desk.acts == [] and "is linked to this claim" in seen(pilot)


@by_size
async def test_all_from_a_confidence_on_are_accepted(
    running: Any, desk: Any, seen: Any, size: tuple[int, int]
) -> None:
    desk.state.proposals["p2"] = "Nothing at all"
    async with running(desk, size) as pilot:
        await press(pilot, "A")
        assert "2 of 2 statements at 70 % and above" in seen(pilot)
        await press(pilot, "backspace", "backspace", *"90")
        assert "0 of 2 statements at 90 %" in seen(pilot)
        await press(pilot, "enter")
        assert desk.acts == [] and "No proposal is as sure as that." in seen(pilot)
        await press(pilot, "backspace", "backspace", *"80", "enter")
        assert desk.acts == [("accept", ("p1", "p2"))]
        await press(pilot, "U")
        assert len(desk.state.proposals) == 2, "one step"


async def test_set_aside_one(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "tab", "home", "x")
        assert desk.acts == [("turn_down", "c1", ("e3",))] and "set aside for this claim" in seen(pilot)
        await press(pilot, "shift+tab", "down")
        assert "Reception" in seen(pilot), "for that claim only"


# Finding


@by_size
async def test_find_goes_to_a_record(running: Any, desk: Any, seen: Any, size: tuple[int, int]) -> None:
    async with running(desk, size) as pilot:
        await press(pilot, "slash", *"surrogate")
        assert "S1.C2" in seen(pilot) and "2 found" in seen(pilot)
        await press(pilot, "enter")
        assert bench(pilot).statements.row.id == "c2"  # type: ignore[union-attr]  # a row is in focus
        await press(pilot, "slash", *"Meeting")
        await press(pilot, "enter")
        screen = bench(pilot)
        assert screen.record.row is not None and screen.record.row.id == "e2" and screen.record.has_focus
        assert screen.statements.row is not None and screen.statements.row.id == "c3", "where it is linked"


async def test_find_goes_to_a_person(running: Any, desk: Any, seen: Any) -> None:
    desk.look_up = lambda typed: [Hit("alias", "a1", "P1", "Kislyak", (), about="p1")]
    async with running(desk) as pilot:
        await press(pilot, "slash", "k", "enter")
        await pilot.pause()
        assert pilot.app.screen.MODE == "people" and "Sergey Kislyak" in seen(pilot)


async def test_find_goes_to_a_place_in_a_source(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "slash", *"Hearing of", "enter")
        await pilot.pause()
        reader = pilot.app.screen.query_one(Reader)
        assert reader.source == "d1" and reader.spot.caret == 0


@pytest.mark.parametrize("typed", ["[/]", "[@click=app.bell]x", '"', "who:", "\\", "*", "é会议"])
async def test_any_text_can_be_looked_for(running: Any, desk: Any, seen: Any, typed: str) -> None:
    async with running(desk) as pilot:
        await press(pilot, "slash")
        pilot.app.screen.query_one(Input).value = typed
        await pilot.pause()
        assert typed in seen(pilot)
        await press(pilot, "enter", "escape")
        bench(pilot)


@by_size
async def test_a_filter_is_seen_and_cleared(
    running: Any, desk: Any, seen: Any, size: tuple[int, int]
) -> None:
    async with running(desk, size) as pilot:
        await press(pilot, "f", *"comment", "enter")
        text = seen(pilot)
        assert "filter comment" in text and "S1.C4" in text and "S1.C1" not in text
        await press(pilot, "tab", "f", *"Talk", "enter")
        assert "filter Talk" in seen(pilot) and "Reception" not in seen(pilot)
        await press(pilot, "escape")
        assert "filter Talk" not in seen(pilot) and "filter comment" in seen(pilot)
        await press(pilot, "escape")
        assert "filter" not in seen(pilot) and "S1.C1" in seen(pilot)
        assert bench(pilot).statements.row.id == "c4", "the position stays"  # type: ignore[union-attr]  # a row is in focus


async def test_a_filter_that_is_not_understood_says_why(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "f", *"whom:x", "enter")
        assert "There is no filter “whom:”" in seen(pilot) and desk.wanted == []
        await press(pilot, *["backspace"] * 6, *"nobody said this", "enter")
        assert "Nothing fits the filter; Esc clears it." in seen(pilot)


async def test_the_order_is_switched_and_said(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        assert "linked, then best first" in seen(pilot) and desk.order == "best"
        await press(pilot, "b")
        assert "linked, then by date" in seen(pilot) and desk.order == "date"


async def test_matches_are_underlined_on_both_sides(running: Any, desk: Any) -> None:
    desk.matched = lambda said, beside: (((0, 3),), ((0, 4),))
    async with running(desk, (160, 50)) as pilot:
        for name, word in (("claim", "I'm"), ("target", "Rece")):
            lines = pilot.app.screen.query_one(f"#{name}")._lines
            marked = [
                line.plain[s.start : s.end] for line in lines for s in line.spans if s.style == "underline"
            ]
            assert word in marked


# Records


async def test_events_are_said_to_be_the_same_and_apart_again(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "tab", "home", "space", "space", "equals_sign")
        assert desk.acts == [("same", ("e3", "e1"))] and "2 records are E3" in seen(pilot)
        await press(pilot, "home", "equals_sign")
        assert "not the same after all: merged" in seen(pilot)
        await press(pilot, "enter")
        assert desk.acts[-1] == ("separate", "e1")
        await press(pilot, "equals_sign", *"Meeting", "enter")
        assert desk.acts[-1] == ("same", ("e2", "e3"))


async def test_statements_are_said_to_be_the_same(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "equals_sign", "enter")
        assert desk.acts[-1][0] == "same" and desk.acts[-1][1][1] == "s1", "the statement of the claim"


async def test_marked_events_become_a_set(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "tab", "G")
        assert "two events at least" in seen(pilot)
        await press(pilot, "home", "space", "space", "G", *"Calls", "enter")
        assert desk.acts == [("group", ("e3", "e1"), "Calls")]


@by_size
async def test_tags_go_on_all_that_is_marked(running: Any, desk: Any, size: tuple[int, int]) -> None:
    async with running(desk, size) as pilot:
        await press(pilot, "space", "space", "t", *"to print", "enter")
        assert desk.acts == [("tag", ("c1", "c2"), "to print")]
        await press(pilot, "U")
        assert desk.state.tags == {}
        await press(pilot, "end", "t")
        assert len(desk.acts) == 1, "a proposal is not tagged"


async def test_a_note_has_readers_and_may_answer(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "n", *"first", "tab", "enter")
        assert desk.acts[-1] == ("note", "c1", "first", "report", None)
        await press(pilot, "n", "up", *"why?", "enter")
        assert desk.acts[-1] == ("note", "c1", "why?", "team", "n")


async def test_an_empty_search_is_recorded_and_hits_are_shown(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "F", *"submarine in D1", "enter")
        assert desk.acts == [("searched", "submarine", ("d1",))]
        await press(pilot, "F", *"Hearing", "enter")
        assert "nothing is recorded" in seen(pilot) and len(desk.acts) == 1
        await press(pilot, "escape")


async def test_withdrawing_asks_what_and_why(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "down", "down", "W")
        assert "Withdraw what?" in seen(pilot)
        await press(pilot, "enter")
        await press(pilot, *"a slip", "enter")
        assert desk.acts == [("withdraw", "L1", "a slip")]


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        (("N", "down", "enter"), "New event"),
        (("E",), "New evidence"),
        (("X",), "New explanation"),
        (("e",), "Form of c1"),
        (("ctrl+e", "enter"), "Form of s1"),
    ],
    ids=["new", "evidence", "explanation", "edit", "part"],
)
@by_size
async def test_forms_open(
    running: Any, desk: Any, seen: Any, size: tuple[int, int], keys: tuple[str, ...], title: str
) -> None:
    async with running(desk, size) as pilot:
        for key in keys:
            await press(pilot, key)
        assert title in seen(pilot)
        await press(pilot, *"x", "ctrl+s")
        assert desk.acts[-1][0] == "save_form"


ON_NOTHING = (
    "A",
    "e",
    "ctrl+e",
    "E",
    "X",
    "equals_sign",
    "t",
    "W",
    "G",
    "F",
    "b",
    "space",
    "S",
    "n",
    "s",
    "h",
)


@by_size
async def test_an_empty_case_refuses_in_words(
    running: Any, make_desk: Any, seen: Any, size: tuple[int, int]
) -> None:
    async with running(make_desk(empty=True), size) as pilot:
        for key in ON_NOTHING:
            await press(pilot, key)
            bench(pilot)
        await press(pilot, "slash", *"x", "enter", "escape", "f", "enter")
        assert "No statements yet" in seen(pilot)


HOSTILE = "\x1b]52;c;QQ==\x07 [/] [@click=app.bell]x[/] \u202e \x9b31m"


@by_size
async def test_hostile_text_is_painted_and_not_obeyed(
    running: Any, make_desk: Any, seen: Any, size: tuple[int, int]
) -> None:
    desk = make_desk(HOSTILE)
    desk.contested = True
    async with running(desk, size) as pilot:
        for keys in (
            ("slash", *"Meet"),
            ("f",),
            ("e",),
            ("n",),
            ("t",),
            ("equals_sign",),
            ("ctrl+e",),
            ("W",),
            ("A",),
            ("F",),
        ):
            await press(pilot, *keys)
            text = seen(pilot)
            assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(text), keys
            await press(pilot, "escape")
        bench(pilot)
