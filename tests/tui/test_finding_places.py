"""Find on the Bench goes to a place that is typed with its source."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.tui.reader import Reader
from factcheck.workbench import readings
from factcheck.workbench.cases import OpenCase
from tests.tui.on_cases import app_of, pressed
from tests.workbench.acts.test_errata import deposition
from tests.workbench.inquiry import ANN, empty_case


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    """A case with one deposition, D1."""
    made = empty_case(tmp_path)
    deposition(made)
    return made


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: "x".join(map(str, size)))
async def test_a_place_typed_with_its_source_is_gone_to(case: OpenCase, size: Any, seen: Any) -> None:
    async with app_of(case).run_test(size=size) as pilot:
        await pressed(pilot, "slash", *"d1 45:12")
        shown = " ".join(seen(pilot).split())
        assert "place D1 45:12: and I spoke with him." in shown
        await pressed(pilot, "enter")
        reader = pilot.app.screen.query_one(Reader)
        assert reader.source == readings.head(case, ANN, "D1").id
        assert reader.spot.caret == readings.place_typed(case, ANN, "D1", "45:12")
        await pressed(pilot, "escape")
        assert pilot.app.screen.MODE == "bench"  # type: ignore[attr-defined]  # of this program's screens


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("D1 45:12", "and I spoke"),
        ("d1, 45:12", "and I spoke"),
        ("D1 at 45:12", "and I spoke"),
        ("D1 45:12-13", "and I spoke"),
        ("D1 p. 46", "A. No."),
        ("D1 @38", "A. I did see"),
        ("D1 99:1", None),
        ("D1 guard", None),
        ("D9 45:12", None),
        ("45:12", None),
    ],
)
def test_what_names_a_place(case: OpenCase, typed: str, begins: str | None) -> None:
    places = [hit for hit in readings.look_up(case, ANN, typed) if hit.start is not None][:1]
    text = readings.text_of(case, ANN, "D1", 0, readings.source_view(case, ANN, "D1").length)
    found = [text[hit.start :] for hit in places if ": " in hit.snippet[:12]]
    assert [words.startswith(begins or "") for words in found] == ([True] if begins else [])
