"""Sources: the reader at the place that is quoted, selecting by keys, and capturing."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from factcheck.core.views.sources import TurnView
from factcheck.tui.reader import Reader
from factcheck.tui.screens.bench import BenchScreen
from factcheck.tui.text_rows import sentence_from, sweep, word_from, wrap
from tests.tui.fake_desk import ANSWER, QUESTION, SOURCE_TEXT

SIZES = [(80, 24), (120, 36), (160, 50)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_a_source_opens_at_its_anchor_and_escape_returns(
    running: Any, desk: Any, seen: Any, size: tuple[int, int]
) -> None:
    async with running(desk, size) as pilot:
        await pilot.press("down", "down", "o")
        await pilot.pause()
        assert "you do?" in seen(pilot), "what stands before is seen too"
        reader = pilot.app.screen.query_one(Reader)
        assert reader.has_focus and reader.text(reader.spot.caret, reader.spot.caret + 7) == "Senator"
        await pilot.press("escape")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, BenchScreen)
        assert screen.statements.row is not None and screen.statements.row.id == "c3"
        assert screen.statements.has_focus


async def test_the_place_in_a_source_is_kept(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("2", "tab", "down", "down", "right", "right")
        reader = pilot.app.screen.query_one(Reader)
        spot = reader.spot
        await pilot.press("1", "2")
        await pilot.pause()
        assert reader.spot == spot and reader.has_focus
        await pilot.press("tab", "down", "up")
        await pilot.pause()
        assert reader.source == "d1" and reader.spot == spot


async def test_words_sentences_and_arrows_select(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("2", "tab", "home")
        reader = pilot.app.screen.query_one(Reader)

        def chosen() -> str:
            return reader.text(*reader.selection) if reader.selection else ""

        await pilot.press("w", "w")
        assert chosen() == "Hearing of"
        await pilot.press("shift+left", "shift+left")
        assert chosen() == "Hearing "
        await pilot.press("escape")
        assert chosen() == ""
        await pilot.press("home", "down", "down", "s")
        assert chosen().startswith("But if it's true") and chosen().endswith("what will you do?")
        await pilot.press("s")
        assert chosen().endswith("those activities."), "on into the next line"
        await pilot.press("escape", "home", "shift+down")
        assert chosen() == "Hearing of January 10, 2017" and reader.selection == (0, 28)
        await pilot.press("c", *"Ann", "enter")
        await pilot.pause()
        assert desk.acts == [("capture", "d1", ((0, 27),), "Ann")], "without the newline at the end"


async def test_a_bates_number_goes_to_its_source(running: Any, desk: Any, monkeypatch: Any) -> None:
    other = desk.sources()[1].head.id
    monkeypatch.setattr(desk, "numbered", lambda typed: (other, 0, 4) if typed == "AB0012" else None)
    async with running(desk) as pilot:
        await pilot.press("2", "tab", "colon", *"AB0012", "enter")
        await pilot.pause()
        reader = pilot.app.screen.query_one(Reader)
        assert reader.source == other
        assert reader.has_focus


async def test_capture_asks_who_speaks(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("2", "tab", "home", "w", "w", "c")
        await pilot.pause()
        assert "Who says this?" in seen(pilot) and "“Hearing of”" in seen(pilot)
        await pilot.press(*"Sess", "escape")
        await pilot.pause()
        assert desk.drafts == {"capture:d1:0-10": "Sess"}
        await pilot.press("c")
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value == "Sess"
        await pilot.press(*"ions", "enter")
        await pilot.pause()
        assert desk.acts == [("capture", "d1", ((0, 10),), "Sessions")]
        assert desk.drafts == {} and "Captured S2" in seen(pilot)


async def test_capture_and_copy_without_a_selection_are_refused_in_words(
    running: Any, desk: Any, seen: Any
) -> None:
    async with running(desk) as pilot:
        await pilot.press("2", "tab", "c")
        await pilot.pause()
        assert "Nothing is selected" in seen(pilot)
        await pilot.press("y")
        assert desk.acts == [] and pilot.app.clipboard == ""


async def test_a_transcript_is_walked_by_questions_and_taken_by_turns(
    running: Any, desk: Any, seen: Any
) -> None:
    asked, answered = SOURCE_TEXT.index(QUESTION), SOURCE_TEXT.index(ANSWER)
    desk.turns = [
        TurnView(asked, asked + len(QUESTION), "Al Franken", "question", "Senator Franken", ()),
        TurnView(answered, answered + len(ANSWER), "Jeff Sessions", "answer", "Senator Sessions", ()),
    ]
    async with running(desk) as pilot:
        await pilot.press("2", "tab", "home", "full_stop")
        await pilot.pause()
        reader = pilot.app.screen.query_one(Reader)
        assert reader.spot.caret == asked and "Al Franken" in seen(pilot) and "question" in seen(pilot)
        await pilot.press("semicolon")
        assert reader.spot.caret == answered
        await pilot.press("comma")
        assert reader.spot.caret == asked
        await pilot.press("semicolon", "t")
        assert reader.selection is not None and reader.text(*reader.selection) == ANSWER
        await pilot.press("c")
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value == "Jeff Sessions"


async def test_without_a_transcript_there_is_no_turn_to_take(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("2", "tab", "home", "t")
        await pilot.pause()
        assert "Nobody speaks at the caret" in seen(pilot)


async def test_copy_has_the_place(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await pilot.press("2", "tab", "home", "w", "y")
        assert pilot.app.clipboard == "“Hearing” (Hearing, ¶1)"


async def test_an_empty_source_and_no_source_say_so(
    running: Any, desk: Any, make_desk: Any, seen: Any
) -> None:
    async with running(desk) as pilot:
        await pilot.press("2", "down")
        await pilot.pause()
        assert "This source has no text." in seen(pilot)
        await pilot.press("tab", "up", "down", "end", "home", "w", "s", "pagedown", "shift+right")
    async with running(make_desk(empty=True)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert "No sources yet: A adds a file" in seen(pilot)


@pytest.mark.parametrize("width", [2, 7, 20, 200])
@pytest.mark.parametrize(
    "text", ["", "a", "one two three", "x" * 50, "日本語の文 と 英語", "  lead  and  trail  ", "é" * 9]
)
def test_rows_cover_a_line_and_fit(text: str, width: int) -> None:
    rows = wrap(text, width, cell_len)
    assert rows[0][0] == 0 and rows[-1][1] == len(text)
    assert all(left[1] == right[0] for left, right in pairwise(rows))
    assert all(cell_len(text[start:end].rstrip()) <= max(width, 2) for start, end in rows)


def test_words_and_sentences() -> None:
    text = "He didn't go. “Why?” she asked."
    assert word_from(text, 3) == (3, 9)
    assert word_from(text, 12) == (15, 18)
    assert sentence_from(text, 0) == (0, 13)
    assert sentence_from(text, 14) == (14, 20)
    assert sentence_from("", 0) is None and word_from("--", 0) is None


def test_overlapping_marks_are_swept() -> None:
    assert sweep(0, 10, [(2, 6, "a"), (4, 12, "b")]) == [
        (0, 2, ()),
        (2, 4, ("a",)),
        (4, 6, ("a", "b")),
        (6, 10, ("b",)),
    ]
