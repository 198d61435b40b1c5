"""The texts of one utterance side by side: from the Bench, from a source, from its versions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.core.changes import Change
from factcheck.tui.comparing import ComparingPage
from factcheck.tui.differing import changed_words
from factcheck.tui.seek import Seek
from factcheck.workbench import acts, readings
from tests.tui.on_cases import app_of, pressed, to_source
from tests.workbench.inquiry import ANN, TESTIMONY, inquiry, stretch, written

SIZES = pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=lambda size: "x".join(map(str, size)))
PRINT = TESTIMONY.replace("I did not have", "I did have") + "\nAs printed by the Courier.\n"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Any]:
    with inquiry(tmp_path) as case:
        acts.add_source(
            case, ANN, written(tmp_path, "print.txt", PRINT), kind="news", extract=False, variant_of="D1"
        )
        yield case


def page_of(pilot: Any) -> ComparingPage:
    assert isinstance(pilot.app.screen, ComparingPage)
    return pilot.app.screen


def beside(pilot: Any) -> str | None:
    """The source of the text that is shown beside the primary one."""
    row = page_of(pilot).list.row
    return row.source if row is not None else None


@SIZES
async def test_what_differs_is_marked_on_both_sides_and_another_text_becomes_primary(
    case: Any, size: Any, seen: Any
) -> None:
    async with app_of(case).run_test(size=size) as pilot:
        await pressed(pilot, "d")
        shown = seen(pilot)
        assert "S1 · John Stone · 2 texts" in shown and "POLARITY DIFFERS" in shown
        assert "[-not-]" in shown and "primary" in shown
        assert beside(pilot) == "D3"
        await pressed(pilot, "p")
        assert "I did have" in readings.statement_view(case, ANN, "S1").words
        assert beside(pilot) == "D3"
        await pressed(pilot, "down")
        assert "{+not+}" in seen(pilot)
        await pressed(pilot, "escape", "U")
        assert "I did not have" in readings.statement_view(case, ANN, "S1").words


async def test_enter_opens_the_text_at_its_place(case: Any) -> None:
    async with app_of(case).run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "d", "enter")
        reader = pilot.app.desk_screen.reader  # type: ignore[attr-defined]  # the program's own
        start, _ = stretch("I'm not aware", PRINT)
        assert reader.source == readings.source_view(case, ANN, "D3").head.id
        assert reader.spot.caret == start


async def test_a_source_compares_the_statement_at_the_caret(case: Any) -> None:
    async with app_of(case).run_test(size=(80, 24)) as pilot:
        await to_source(pilot, "D1")
        await pressed(pilot, "tab", "n", "n", "d")
        assert beside(pilot) == "D3"


async def test_without_one_at_the_caret_a_statement_is_chosen(case: Any, notices: Any) -> None:
    acts.capture(case, ANN, "D1", [stretch("Thank you")], speaker="Al Frank")
    async with app_of(case).run_test(size=(80, 24), notifications=True) as pilot:
        await to_source(pilot, "D3")
        await pressed(pilot, "V", "d")
        assert isinstance(pilot.app.screen, Seek)
        await pressed(pilot, *"thank", "enter")
        assert page_of(pilot)._found.label == "S2"
        await pressed(pilot, "escape", "escape")
        await to_source(pilot, "D2")
        await pressed(pilot, "d")
        assert any("No statement quotes this source" in notice for notice in notices(pilot))


@pytest.mark.parametrize(
    ("without", "shown"),
    [(None, "I [-did not-] {+never+} go"), ("come", "I [-did not-] go"), ("gone", "I {+never+} go")],
)
def test_a_difference_is_told_by_signs(without: Any, shown: str) -> None:
    changes = [Change("same", "I"), Change("gone", "did\nnot"), Change("come", "never"), Change("same", "go")]
    assert changed_words(changes, without).plain == shown
