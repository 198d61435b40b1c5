"""`P`: the view as a text file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import FactcheckError
from factcheck.workbench.printing import free_name, write_view


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize(("key", "held"), [("1", "surrogate"), ("2", "D1"), ("3", "Kislyak")])
async def test_every_screen_is_printed(
    running: Any, desk: Any, seen: Any, tmp_path: Path, monkeypatch: Any, key: str, held: str,
    size: tuple[int, int],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    async with running(desk, size=size) as pilot:
        await pilot.press(key)
        await pilot.pause()
        await pilot.press("P")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        (file,) = tmp_path.iterdir()
        assert file.name in seen(pilot)
        text = file.read_text("utf-8")
        assert held in text
        assert not any(ord(letter) < 32 and letter != "\n" for letter in text)
        await pilot.press("P", "enter")
        await pilot.pause()
        assert len(list(tmp_path.iterdir())) == 2, "another name is offered"


def test_nothing_is_written_over(tmp_path: Path) -> None:
    file = free_name(tmp_path, "view")
    assert write_view(str(file), "ä\n") == file
    assert file.read_bytes() == "ä\n".encode()
    assert free_name(tmp_path, "view").name == "view-2.txt"
    for path, said in (
        (file, "already"),
        (tmp_path / "no" / "x.txt", "cannot be written"),
        (tmp_path, "already"),
    ):
        with pytest.raises(FactcheckError, match=said):
            write_view(str(path), "x")
    assert file.read_bytes() == "ä\n".encode()
