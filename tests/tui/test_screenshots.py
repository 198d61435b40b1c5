"""The pictures in the repository are those that the program of today makes, byte for byte."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest


@pytest.mark.timeout(300)
def test_the_pictures_are_of_today(root: Path, tmp_path: Path) -> None:
    kept = root / "screenshots"
    made_with = (kept / "made-with").read_text(encoding="utf-8").strip()
    if made_with != f"textual {version('textual')}":
        pytest.skip(f"the pictures were made with {made_with}")
    command = [sys.executable, "-m", "factcheck.tui.screenshots", str(tmp_path)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    assert sorted(file.name for file in kept.iterdir()) == sorted(file.name for file in tmp_path.iterdir())
    new = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    changed = [name for name, data in sorted(new.items()) if data != (kept / name).read_bytes()]
    assert changed == [], "python -m factcheck.tui.screenshots makes them anew"
    assert [
        name for name, data in new.items() if b"url(" in data.replace(b"url(#", b"") or b"href" in data
    ] == []
