"""An errata sheet recorded from Sources: held against its transcript first, recorded and taken back whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.core.document import Document, Mark, Place
from factcheck.workbench import acts, readings
from factcheck.workbench.cases import OpenCase
from tests.tui.on_cases import app_of, pressed, to_source
from tests.workbench.acts.test_errata import SHEET, deposition
from tests.workbench.inquiry import ANN, empty_case, state, written

MISFIT = """\
Page 45, line 11: change "I did see" to "I did not see". Reason: misheard.
Page 45, line 12: change "spoke" to "talked". Reason: slip.
Page 46, line 9: change "home" to "work". Reason: slip.
Page 46, line 1, as I recall it now
"""


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    """A case with a deposition, D1."""
    made = empty_case(tmp_path)
    deposition(made)
    return made


def with_sheet(case: OpenCase, text: str) -> None:
    """The sheet becomes D2."""
    acts.add_source(case, ANN, written(case.path.parent, "sheet.txt", text))


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: "x".join(map(str, size)))
async def test_a_sheet_is_previewed_recorded_and_taken_back_in_one_step(
    case: OpenCase, size: Any, seen: Any, notices: Any
) -> None:
    with_sheet(case, SHEET)
    before = state(case)
    async with app_of(case).run_test(size=size, notifications=True) as pilot:
        await to_source(pilot, "D2")
        await pressed(pilot, "E")
        assert "D2 is the errata sheet of" in seen(pilot) and "first entry stands here" in seen(pilot)
        await pressed(pilot, "enter")
        shown = " ".join(seen(pilot).split())
        assert "2 of 2 entries found" in shown and "Ann Lee" in shown
        assert "45:11 [-I did see-] {+I did not see+}" in shown and "POLARITY DIFFERS" in shown
        assert "Enter records 2 corrections" in shown
        assert state(case) == before
        await pressed(pilot, "enter")
        assert "2 corrections of D1 recorded" in notices(pilot)[-1]
        assert [one.later for one in readings.corrections(case, ANN, "D1", 0, 999)] == ["S2", "S4"]
        await pressed(pilot, "E", "enter")
        assert "recorded before" in seen(pilot)
        await pressed(pilot, "escape", "U")
        assert state(case) == before


async def test_a_sheet_that_does_not_fit_says_what_is_amiss(case: OpenCase, seen: Any) -> None:
    with_sheet(case, MISFIT)
    before = state(case)
    async with app_of(case).run_test(size=(120, 36)) as pilot:
        await to_source(pilot, "D2")
        await pressed(pilot, "E", "enter")
        shown = " ".join(seen(pilot).split())
        assert "2 of 3 entries found · 1 not found · 1 line not understood" in shown
        assert "46:9 not found: there is no such page and line" in shown
        assert "not understood: Page 46, line 1, as I recall it now" in shown
        assert "Enter records" not in shown
        await pressed(pilot, "enter", "escape")
    assert state(case) == before


async def test_a_source_that_is_no_sheet_is_refused_in_words(case: OpenCase, notices: Any) -> None:
    async with app_of(case).run_test(size=(80, 24), notifications=True) as pilot:
        await to_source(pilot, "D1")
        await pressed(pilot, "E")
        assert "D1 is not understood as an errata sheet" in notices(pilot)[-1]


async def test_who_signs_is_asked_where_the_transcript_does_not_tell(tmp_path: Path) -> None:
    with empty_case(tmp_path) as case:
        document = Document(
            name="pell.txt", kind="deposition", sha256="7" * 64, size=30, reader="test 1", encoding="utf-8",
            text="I was at the club that night.\n", marks=(Mark(0, Place(page="12", line="3")),),
        )  # fmt: skip
        acts.add_document(case, ANN, document.text.encode(), document, None)
        with_sheet(case, 'Page 12, line 3: change "that night" to "that day". Reason: slip.\n')
        async with app_of(case).run_test(size=(80, 24)) as pilot:
            await to_source(pilot, "D2")
            await pressed(pilot, "E", "enter", "enter", *"Pell", "enter")
        (made,) = readings.corrections(case, ANN, "D1", 0, 30)
        assert readings.statement_view(case, ANN, made.later).speaker == "Pell"
