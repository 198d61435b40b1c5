"""Pages that are images, on the screen: where their file is, typed, checked by another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from factcheck.tui.reader import Reader
from factcheck.workbench import acts, readings
from tests.tui.on_cases import app_of, pressed, to_source
from tests.workbench.inquiry import ANN, empty_case

SIZES = pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=lambda size: "x".join(map(str, size)))
HOSTILE = "He met \x1b[31mthe envoy[/]."


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """D1 is an image of two pages, ABC0001234 and ABC0001235; this terminal is on another machine."""
    monkeypatch.setenv("SSH_TTY", "/dev/pts/0")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    frames = [Image.new("L", (20, 30), 255 - n) for n in range(2)]
    frames[0].save(tmp_path / "letter.tif", save_all=True, append_images=frames[1:])
    with empty_case(tmp_path) as case:
        acts.add_source(
            case, ANN, tmp_path / "letter.tif", kind="letter", title="Letter", bates="ABC0001234-35"
        )
        yield case


@SIZES
async def test_a_page_is_typed_and_another_checks_it(case: Any, size: Any, seen: Any, notices: Any) -> None:
    async with app_of(case).run_test(size=size, notifications=True) as pilot:
        await to_source(pilot, "D1")
        assert "An image, without text" in seen(pilot)
        await pressed(pilot, "i", "down", "t", *"He ")
        await pressed(pilot, "escape")
        assert readings.pages(case, ANN, "D1")[1].typed == ()
        await pressed(pilot, "t")
        assert "your draft" in seen(pilot)
        await pressed(pilot, *"met", "ctrl+s")
        (typed,) = readings.pages(case, ANN, "D1")[1].typed
        assert (typed.label, typed.typed_by, typed.checked_by) == ("D2", "Ann", None)
        assert readings.text_of(case, ANN, "D2", 0, 99) == "He met"
        await pressed(pilot, "c", "y")
        assert any("You typed D2 yourself" in notice for notice in notices(pilot))
    async with app_of(case, "Ben").run_test(size=size) as pilot:
        await to_source(pilot, "D2")
        await pressed(pilot, "i", "c")
        assert "typed by Ann" in seen(pilot) and "He met" in seen(pilot)
        await pressed(pilot, "y")
        assert "checked by Ben" in seen(pilot)
        await pressed(pilot, "enter")
        assert pilot.app.screen.query_one(Reader).source == typed.id


async def test_over_ssh_the_path_and_the_page_are_shown_and_copied(case: Any, seen: Any) -> None:
    async with app_of(case).run_test(size=(80, 24)) as pilot:
        await to_source(pilot, "D1")
        await pressed(pilot, "o")
        shown = seen(pilot)
        assert "another machine (ssh)" in shown and "ABC0001234" in shown
        await pressed(pilot, "escape", "i", "down", "o")
        assert "ABC0001235" in seen(pilot)
        copied = Path(pilot.app.clipboard)
        assert copied.suffix == ".tif" and copied.read_bytes().startswith((b"II", b"MM"))


async def test_what_is_pasted_cannot_steer_the_terminal(case: Any, seen: Any) -> None:
    async with app_of(case).run_test(size=(80, 24)) as pilot:
        await to_source(pilot, "D1")
        await pressed(pilot, "i", "t")
        from factcheck.tui.typing_page import Lines

        pilot.app.screen.query_one(Lines).insert(HOSTILE)
        await pilot.pause()
        assert "\x1b" not in seen(pilot) and "He met ␛[31mthe envoy[/]." in seen(pilot)


async def test_a_source_without_pages_says_so(case: Any, tmp_path: Path, notices: Any) -> None:
    (tmp_path / "note.txt").write_text("A note.", encoding="utf-8")
    acts.add_source(case, ANN, tmp_path / "note.txt", extract=False)
    async with app_of(case).run_test(size=(80, 24), notifications=True) as pilot:
        await to_source(pilot, "D2")
        await pressed(pilot, "i")
        assert any("D2 has no pages" in notice for notice in notices(pilot))
