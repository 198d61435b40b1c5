"""Settling and dissenting on the Bench: the grades side by side, codes taken or typed, the reason, drafts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from textual.content import Content

from factcheck.core.views.pairs import LinkView
from factcheck.tui.cards import Block
from factcheck.tui.grading import Typed, from_draft
from factcheck.tui.judged import Columns, judgements, latest_grades

LONG = "The words set no limit, and the question was about the campaign as a whole, whoever took part in it."


async def on_graded(pilot: Any, desk: Any) -> LinkView:
    """The third claim beside its first event, which ana graded and ben graded otherwise."""
    await pilot.press("down", "down", "g", *"c342", *"plain words", "enter")
    await pilot.pause()
    desk.acts.clear()
    pair = pilot.app.screen.pair
    (mine,) = pair.link.grades
    ben = replace(
        mine, head=replace(mine.head, id="g-ben"), reviewer="ben", rationale=LONG, blind=True,
        codes={"relation": "q", "degree": "2", "kind": "4", "confidence": "2"},
    )  # fmt: skip
    pilot.app.screen.pair = replace(pair, link=replace(pair.link, grades=(ben, mine)))
    link: LinkView = pilot.app.screen.pair.link
    return link


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_grades_side_by_side_one_is_taken_and_the_reason_given(
    running: Any, desk: Any, seen: Any, size: tuple[int, int]
) -> None:
    async with running(desk, size=size) as pilot:
        await on_graded(pilot, desk)
        await pilot.press("S")
        await pilot.pause()
        lines = seen(pilot).splitlines()
        assert any("ana" in line and "ben" in line.partition("ana")[2] for line in lines)
        assert any("c contradicts" in line and "q qualifies" in line and "≠" in line for line in lines)
        await pilot.press("enter")
        await pilot.pause()
        assert "The codes are not all there yet" in seen(pilot)
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert "It needs its reason" in seen(pilot)
        await pilot.press(*"ben reads it", "enter")
        await pilot.pause()
        assert desk.acts == [("settle", "L1", "q242", "ben reads it", "g-ben")]
        assert "Settled S1.C3–E2" in seen(pilot)
        assert not any(key.startswith("settle:") for key in desk.drafts)


async def test_codes_of_ones_own_are_nobodys(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await on_graded(pilot, desk)
        await pilot.press("S", "down", *"c442", "tab", *"x", "enter")
        await pilot.pause()
        assert desk.acts == [("settle", "L1", "c442", "x", None)]


async def test_what_contradicts_itself_is_not_saved(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await on_graded(pilot, desk)
        await pilot.press("S", *"s342", "tab", *"x", "enter")
        await pilot.pause()
        assert desk.acts == []
        assert "Cannot be saved" in seen(pilot)


async def test_escape_keeps_what_was_typed(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        link = await on_graded(pilot, desk)
        await pilot.press("S", *"c3", "tab", *"half a th", "escape")
        await pilot.pause()
        assert from_draft(desk.drafts[f"settle:{link.head.id}"]) == Typed(keys="c3", rationale="half a th")
        await pilot.press("S")
        await pilot.pause()
        assert "half a th" in seen(pilot)


async def test_a_dissent_needs_words_and_may_have_codes(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        link = await on_graded(pilot, desk)
        await pilot.press("D", "enter")
        await pilot.pause()
        assert "It needs words" in seen(pilot)
        await pilot.press(*"another question", "enter")
        await pilot.pause()
        assert desk.acts == [("dissent", link.head.id, "another question", None)]


@pytest.mark.parametrize(
    ("may_settle", "hidden", "key", "said"),
    [
        (False, False, "S", "Only a lead or an adjudicator settles"),
        (True, True, "D", "The round is blind"),
        (True, True, "S", "The round is blind"),
    ],
)
async def test_who_may_not(
    running: Any, desk: Any, seen: Any, may_settle: bool, hidden: bool, key: str, said: str
) -> None:
    desk.may_settle = may_settle
    async with running(desk) as pilot:
        link = await on_graded(pilot, desk)
        screen = pilot.app.screen
        screen.pair = replace(screen.pair, link=replace(link, hidden=hidden))
        await pilot.press(key)
        await pilot.pause()
        assert said in seen(pilot)
        assert pilot.app.screen is screen


async def test_each_reviewers_latest_grade_is_shown_once(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        link = await on_graded(pilot, desk)
        later = replace(link.grades[0], round=2, head=replace(link.grades[0].head, id="g-ben-2"))
        found = latest_grades(replace(link, grades=(later, *link.grades)))
        assert [grade.reviewer for grade in found] == ["ana", "ben"]
        assert found[1].head.id == "g-ben-2"
        assert "Nobody has graded" in next(iter(judgements(replace(link, grades=())))).words.plain


@pytest.mark.parametrize("width", [20, 40, 66, 67, 104, 105, 200])
def test_columns_keep_every_word_in_every_width(width: int) -> None:
    words = [f"{name}{number}" for name in "abc" for number in range(30)]
    columns = tuple((Block(Content(" ".join(words[n : n + 30]))),) for n in (0, 30, 60))
    lines = [line.plain for line in Columns(Content(""), columns=columns).lines(width)]
    assert all(len(line) <= width for line in lines)
    assert sorted(" ".join(lines).replace("│", " ").split()) == sorted(words)
