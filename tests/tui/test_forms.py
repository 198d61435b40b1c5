"""The form of a record: fields as typed, echoed, completed, kept as a draft; conflicts decided."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from textual.widgets import Input

from factcheck.core.fold import Contender
from factcheck.core.forms import FormField, RecordForm
from factcheck.tui.cards import claim_card, record_card
from factcheck.tui.forms import FormScreen

SIZES = [(80, 24), (120, 36)]
by_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))


async def press(pilot: Any, *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def value(pilot: Any, name: str) -> str:
    return str(pilot.app.screen.query_one(f"#field-{name}", Input).value)


@by_size
async def test_fields_are_changed_and_saved_in_one_act(
    running: Any, desk: Any, seen: Any, size: tuple[int, int]
) -> None:
    async with running(desk, size) as pilot:
        await press(pilot, "e", *"s", "tab", *["backspace"] * 7, *"spring 2016")
        assert "understood spring 2016" in seen(pilot), "a date is echoed as it is typed"
        await press(pilot, "tab", *["backspace"] * 10, *"al")
        assert "→ alleged" in seen(pilot)
        await press(pilot, "tab", "enter")
        assert desk.acts == [
            ("save_form", "edit", "c1", {"title": "Talks", "when": "spring 2016", "established": "alleged"})
        ]
        assert desk.drafts == {} and not isinstance(pilot.app.screen, FormScreen)


async def test_a_code_is_one_key_or_the_next_one(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "e", "tab", "tab", *["backspace"] * 10, "1", "tab")
        assert value(pilot, "established") == "admitted"
        await press(pilot, "shift+tab", *["backspace"] * 8, "down", "down", "down")
        assert value(pilot, "established") == "alleged"
        await press(pilot, "up")
        assert value(pilot, "established") == "documented"


async def test_known_people_are_offered(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "e", "tab", "tab", "tab", *"kis")
        assert "known: Sergey Kislyak" in seen(pilot)
        await press(pilot, "down", "ctrl+s")
        assert desk.acts[0][3] == {"speaker": "Sergey Kislyak"}


async def test_a_date_that_is_not_understood_says_so(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "e", "tab", *["backspace"] * 7, *"nonsense")
        assert "is not one date" in seen(pilot)


@by_size
async def test_escape_keeps_a_draft_and_it_comes_back(
    running: Any, desk: Any, seen: Any, size: tuple[int, int]
) -> None:
    async with running(desk, size) as pilot:
        await press(pilot, "e", *" half [/]", "escape")
        assert json.loads(desk.drafts["form:edit:event:c1"]) == {"title": "Talk half [/]"} and desk.acts == []
        await press(pilot, "e")
        assert value(pilot, "title") == "Talk half [/]" and "your draft" in seen(pilot)
        await press(pilot, "ctrl+r")
        assert value(pilot, "title") == "Talk" and desk.drafts == {}
        await press(pilot, "ctrl+s")
        assert desk.acts == [("save_form", "edit", "c1", {})]


async def test_keys_typed_in_one_burst_all_arrive(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        for key in ("e", *"axlq"):
            pilot.app.simulate_key(key)
        await pilot.pause()
        await pilot.pause()
        assert value(pilot, "title") == "Talkaxlq" and desk.acts == []
        await press(pilot, "escape")
        desk.drafts.clear()
        for key in ("e", "s", "tab", *" or so"):
            pilot.app.simulate_key(key)
        await pilot.pause()
        await pilot.pause()
        assert value(pilot, "title") == "Talks" and value(pilot, "when").endswith(" or so"), "Tab as well"


@pytest.mark.parametrize(("keys", "chosen"), [(("down",), "2016-07"), (("down", "down"), "2016-08")])
async def test_a_conflict_shows_both_sides_and_one_is_chosen(
    running: Any, desk: Any, seen: Any, keys: tuple[str, ...], chosen: str
) -> None:
    desk.contested = True
    async with running(desk) as pilot:
        await press(pilot, "e")
        text = seen(pilot)
        assert "Changed by two at once" in text and "“2016-07” ben" in text and "“2016-08” ana" in text
        await press(pilot, *keys, "ctrl+s")
        assert desk.acts[0][3] == {"when": chosen}, "also the one that stands is sent, so that it is decided"


async def test_what_is_refused_stays_in_the_form(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "N", "enter")
        await press(pilot, "tab", *"2016", "ctrl+s")
        assert "title is missing" in seen(pilot) and isinstance(pilot.app.screen, FormScreen)
        await press(pilot, "escape")
        assert "2016" in desk.drafts["form:new:statement:"]


async def test_what_the_source_says_is_not_edited(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await press(pilot, "e")
        assert pilot.app.screen.query_one("#field-words", Input).disabled


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("", ""),
        ("un", "unsworn"),
        ("s", "s"),
        ("sworn", "sworn"),
        ("2", "sworn oral"),
        ("9", "9"),
        ("zz", "zz"),
    ],
)
def test_codes_are_completed_when_it_is_clear_which_is_meant(typed: str, completed: str) -> None:
    field = FormField("status", "status", "code", "", ("sworn", "sworn oral", "unsworn"))
    assert field.completed(typed) == completed


def test_numbers_that_are_codes_are_themselves() -> None:
    field = FormField("tier", "tier", "code", "", ("1", "2", "3"))
    assert field.completed("2") == "2"


def test_only_what_differs_is_sent() -> None:
    fields = (FormField("a", "a", "text", "x"), FormField("b", "b", "text", "y", fixed="so"))
    form = RecordForm("edit", "event", "e1", "E1", fields)
    assert form.changes({"a": "x", "b": "z"}) == {}
    assert form.changes({"a": "x"}, ["a"]) == {"a": "x"}
    assert form.changes({"a": ""}) == {"a": ""}


def test_a_record_in_conflict_says_so_where_it_is_read(desk: Any) -> None:
    pair = desk.pair("c1", "e2")
    sides = (Contender("2016-07", "ben", "", "h1"), Contender("2016-08", "ana", "", "h2"))
    torn = replace(pair.event.head, conflicts={"when": sides})
    words = [block.words.plain for block in record_card(replace(pair, event=replace(pair.event, head=torn)))]
    assert "‡ two values of when: edit it and choose one" in words
    assert not any("‡" in block.words.plain for block in claim_card(pair.claim))
