"""Words that an errata sheet changed, in the reader: both readings where the caret stands in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.tui.screens.source_reading import correction_line
from factcheck.workbench import acts, readings
from factcheck.workbench.readings.corrected import Correction
from tests.tui.on_cases import app_of, pressed, to_source
from tests.workbench.acts.test_errata import SHEET, deposition
from tests.workbench.inquiry import ANN, empty_case, written

SIZES = pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=lambda size: "x".join(map(str, size)))


@SIZES
async def test_both_readings_are_shown_at_the_words(tmp_path: Path, size: Any, seen: Any) -> None:
    with empty_case(tmp_path) as case:
        deposition(case)
        acts.apply_errata(case, ANN, "D1", written(tmp_path, "sheet.txt", SHEET))
        async with app_of(case).run_test(size=size) as pilot:
            await to_source(pilot, "D1")
            await pressed(pilot, "colon", *"45:12", "enter")
            assert "Errata" not in seen(pilot)
            await pressed(pilot, "slash", *"did see", "enter")
            shown = " ".join(seen(pilot).split())
            assert "Errata D2 at 45:11: as given “I did see”, corrected “I did not see”" in shown
            assert "POLARITY DIFFERS" in shown and "corrected by" in shown


def test_they_stand_at_their_words_and_go_with_their_statement(tmp_path: Path) -> None:
    with empty_case(tmp_path) as case:
        deposition(case)
        acts.apply_errata(case, ANN, "D1", written(tmp_path, "sheet.txt", SHEET))
        found = readings.corrections(case, ANN, "D1", 0, 2**62)
        assert [(one.place, one.was, one.now, one.original, one.later) for one in found] == [
            ("45:11", "I did see", "I did not see", "S1", "S2"),
            ("46:1", "at home", "in Rome", "S3", "S4"),
        ]
        for one in found:
            assert readings.text_of(case, ANN, "D1", one.start, one.end) == one.was
            assert readings.corrections(case, ANN, "D1", one.end, one.end + 1) == []
        acts.withdraw(case, ANN, "S2", "misread")
        assert [one.later for one in readings.corrections(case, ANN, "D1", 0, 2**62)] == ["S4"]
        assert readings.corrections(case, ANN, "D2", 0, 2**62) == []


@pytest.mark.parametrize(
    ("was", "now", "shown"),
    [
        ("I did", "I did not", "as given “I did”, corrected “I did not”"),
        ("", "not", "as given nothing here, corrected “not”"),
        ("never", "", "as given “never”, corrected struck"),
    ],
)
def test_what_was_put_in_or_struck_is_said(was: str, now: str, shown: str) -> None:
    line = correction_line(Correction(0, 9, "4:5", was, now, "", "S1", "S2", "D2", ()))
    assert shown in line.plain and "DIFFERS" not in line.plain
