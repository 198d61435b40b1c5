"""Adding from the screen: listed first, asked what it is to a source that it resembles, stopped half way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from factcheck.tui.add_preview import AddPreview
from factcheck.tui.adding_desk import Wanted
from factcheck.tui.kin_question import KinQuestion
from factcheck.tui.progress import Progress
from factcheck.workbench import readings
from tests.tui.on_cases import add, app_of, pressed, worked
from tests.workbench.inquiry import ANN, empty_case, entry_count, inquiry, written

SIZES = pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=lambda size: "x".join(map(str, size)))
LONG = " ".join(f"word{n} of the long answer that was given here" for n in range(60))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Any]:
    with empty_case(tmp_path) as case:
        yield case


@pytest.fixture
def exhibits(tmp_path: Path) -> Path:
    folder = tmp_path / "exhibits"
    folder.mkdir()
    for number in ("1", "2", "4"):
        written(folder, f"XYZ000{number}.txt", f"Memo {number}.")
    written(folder, "XYZ0005.txt", "Memo 4.")
    (folder / "XYZ0006.bin").write_bytes(bytes(range(32)) * 9)
    return folder


@SIZES
async def test_exhibits_are_listed_with_gaps_and_duplicates_before_any_is_added(
    case: Any, exhibits: Path, size: Any, seen: Any
) -> None:
    async with app_of(case).run_test(size=size) as pilot:
        await pressed(pilot, "2")
        before = entry_count(case)
        await add(pilot, str(exhibits), bates="from-name")
        assert isinstance(pilot.app.screen, AddPreview)
        shown = seen(pilot)
        assert "XYZ0001" in shown and "gaps: XYZ0003" in shown and "the same bytes as" in shown
        assert "3 to add, 1 the same as another, 1 not read" in shown
        await pressed(pilot, "escape")
        assert entry_count(case) == before
        await add(pilot, str(exhibits), bates="from-name")
        await pressed(pilot, "enter")
        await worked(pilot)
        assert "Added 3 of 5" in seen(pilot)
        assert [one.bates for one in readings.sources(case, ANN)] == ["XYZ0001", "XYZ0002", "XYZ0004"]


@pytest.mark.parametrize(
    ("key", "field"), [("v", "version_of"), ("t", "variant_of"), ("s", None), ("escape", None)]
)
async def test_what_a_file_is_to_one_that_it_resembles_is_asked(
    case: Any, tmp_path: Path, key: str, field: str | None, seen: Any
) -> None:
    first, second = written(tmp_path, "a.txt", LONG), written(tmp_path, "b.txt", LONG + " Certified.")
    async with app_of(case).run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "2")
        await add(pilot, str(first))
        await add(pilot, str(second))
        assert isinstance(pilot.app.screen, KinQuestion) and "of its words" in seen(pilot)
        await pressed(pilot, key)
        source = readings.source_view(case, ANN, "D2")
        told = {"version_of": source.version_of, "variant_of": source.variant_of}
        assert told == {"version_of": None, "variant_of": None} | ({field: "D1"} if field else {})


async def test_what_was_added_is_in_focus(case: Any, tmp_path: Path) -> None:
    async with app_of(case).run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "2")
        for name in ("a.txt", "b.txt"):
            await add(pilot, str(written(tmp_path, name, f"Of {name}.")))
            assert pilot.app.screen.source_in_focus().name == name  # type: ignore[attr-defined]  # the dialog's own
            assert pilot.app.screen.list.row.name == name  # type: ignore[attr-defined]  # the dialog's own


async def test_a_version_that_was_said_carries_the_passages_over(tmp_path: Path, notices: Any) -> None:
    with inquiry(tmp_path) as case:
        text = readings.text_of(case, ANN, "D1", 0, 999)
        async with app_of(case).run_test(size=(80, 24), notifications=True) as pilot:
            await pressed(pilot, "2")
            await add(pilot, str(written(tmp_path, "later.txt", "FINAL\n\n" + text)), version_of="D1")
            assert any("carried over" in notice for notice in notices(pilot))
        assert readings.statement_view(case, ANN, "S1").citations[0].source_label == "D3"


async def test_what_cannot_be_is_refused_in_words(case: Any, exhibits: Path, notices: Any) -> None:
    async with app_of(case).run_test(size=(80, 24), notifications=True) as pilot:
        await pressed(pilot, "2")
        await add(pilot, str(exhibits), version_of="D1")
        assert any("one document" in notice for notice in notices(pilot))
        await add(pilot, "https://example.invalid/a.html", bates="stamp")
        assert any("no Bates numbers" in notice for notice in notices(pilot))
    assert readings.sources(case, ANN) == []


async def test_esc_stops_in_the_middle_of_a_step_and_nothing_is_written(
    case: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, notices: Any
) -> None:
    """The reading of one file goes on for ever, until it is stopped."""
    begun, never = Event(), Event()

    def endless(*args: Any, **more: Any) -> None:
        begun.set()
        while True:
            never.wait(0.005)

    monkeypatch.setattr("factcheck.workbench.reading.propose", endless)
    async with app_of(case).run_test(size=(80, 24), notifications=True) as pilot:
        await pressed(pilot, "2", "A")
        pilot.app.screen.query_one("#what").value = str(written(tmp_path, "a.txt", LONG))  # type: ignore[attr-defined]  # a line
        await pressed(pilot, "enter")
        while not begun.is_set():
            await pilot.pause()
        opened = pilot.app.screen
        assert isinstance(opened, Progress)
        await pressed(pilot, "escape", "escape")
        await worked(pilot)
        assert pilot.app.screen is not opened
        assert any("Nothing was added" in notice for notice in notices(pilot))
    assert readings.sources(case, ANN) == []


async def test_codes_are_completed_and_dates_echoed(running: Any, desk: Any, seen: Any) -> None:
    async with running(desk, (80, 24)) as pilot:
        await pressed(pilot, "2", "A", *"x", "down", *"dep")
        assert "→ deposition" in seen(pilot)
        await pressed(pilot, "down", *"spring")
        assert "understood spring" in seen(pilot)
        await pressed(pilot, "down", *"2", "enter")
        await worked(pilot)
        assert desk.acts[-1] == ("add", Wanted("x", "deposition", "spring", "stamp"))
