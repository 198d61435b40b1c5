"""Self-contained pictures of the real screens on the sample: `python -m factcheck.tui.screenshots FOLDER`.

The same bytes every time: the sample is built in a folder of its own with a fixed clock and counted ids.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import paths
from factcheck.config import Settings, Theme
from factcheck.tui.app import FactcheckApp
from factcheck.tui.case_desk import CaseDesk
from factcheck.workbench import cases, demo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SIZES = ((80, 24), (120, 36))
THEMES: tuple[Theme, ...] = ("dark", "light")
FILES = ("guestbook.csv", "story.txt", "deposition.txt", "errata.csv", "exhibits")
"""What comes with the program, the sample apart: pictures of adding and importing show it."""

_KEYS = {".": "full_stop", "-": "minus"}


def _written(words: str) -> Iterator[str]:
    """The keys that write words."""
    return (_KEYS.get(character, character) for character in words)


SHOTS: dict[str, tuple[str, ...]] = {
    "bench": ("down", "down", "tab", "down", "down", "shift+tab"),
    "grade": ("down", "down", "tab", "down", "down", "g", *"c3"),
    "settle": ("down", "down", "tab", "down", "down", "S", "pagedown"),
    "compare": ("d",),
    "proposals": ("2", "A", *_written("story.txt"), "enter", "1", "end", *("up",) * 6, "down", "down"),
    "sources": ("2",),
    "reader": ("down", "down", "o", "n"),
    "versions": ("2", "V"),
    "adding": ("2", "A", *_written("exhibits"), *("tab", "tab", "tab"), *_written("from-name"), "enter"),
    "errata": (
        *("2", "A", *_written("deposition.txt"), "enter"),
        *("A", *_written("errata.csv"), "enter", "E", "enter"),
    ),
    "mapping": ("2", "I", *_written("guestbook.csv"), "enter"),
    "people": ("3",),
    "help": ("question_mark",),
}
"""Each picture's name, and the keys that lead to it."""

WHO = {"settle": "cleo"}
"""Who is at the keys, where it is not ana: the lead settles."""

ONE_THEME = frozenset({"settle", "compare", "proposals", "adding", "errata"})
"""Pictures taken in the first theme only: each takes long, and the others show what a theme changes."""

_REMOTE_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)
_REVIEWER = "ana"

LATER = datetime(2026, 1, 5, 15, 0, tzinfo=UTC)
"""When the pictures are taken: after the sample was made."""
MANY = 1_000_000
"""More ids than the sample has."""


@dataclass
class FixedClock:
    """Begins on one day and goes on a second at each look."""

    at: datetime = datetime(2026, 1, 5, 14, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@dataclass
class CountedIds:
    """Ids that count up."""

    given: int = field(default=0)

    def fresh(self) -> str:
        self.given += 1
        return f"{self.given:024x}"


def self_contained(svg: str) -> str:
    """The picture without the fonts that it would fetch; a monospaced one of the reader's stands in."""
    return _COMMENT.sub("", _REMOTE_FONT.sub("", svg)).replace("Fira Code, monospace", "monospace")


def pictures(names: Iterable[str] = SHOTS) -> Iterator[tuple[str, str]]:
    """Name and SVG of every picture, or of some."""
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()
    with tempfile.TemporaryDirectory() as home:
        os.environ["FACTCHECK_HOME"] = home
        for file in FILES:
            _copy(paths.sample_folder().parent / file, Path(home, file))
        os.chdir(home)
        demo.open_sample(clock=FixedClock(), ids=CountedIds()).close()
        fresh = paths.demo_case_file().read_bytes()
        for name in names:
            keys = SHOTS[name]
            for theme in THEMES[:1] if name in ONE_THEME else THEMES:
                for width, height in SIZES:
                    paths.demo_case_file().write_bytes(fresh)
                    with demo.open_sample(clock=FixedClock(LATER), ids=CountedIds(MANY)) as case:
                        desk = CaseDesk(case, cases.viewer_for(case, WHO.get(name, _REVIEWER)))
                        app = FactcheckApp(desk, Settings(theme=theme))
                        svg = asyncio.run(_picture(app, (width, height), keys))
                    yield f"{name}-{width}x{height}-{theme}.svg", self_contained(svg)


def _copy(file: Path, to: Path) -> None:
    if file.is_dir():
        shutil.copytree(file, to)
    else:
        shutil.copyfile(file, to)


async def _picture(app: FactcheckApp, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            if key == "enter":  # what it began in a thread comes before the next key
                await app.workers.wait_for_complete()
                await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        return app.export_screenshot(title="factcheck", simplify=True)


def main(folder: Path) -> None:
    """Write every picture into a folder, and with which Textual they were made."""
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "made-with").write_text(f"textual {version('textual')}\n", encoding="utf-8")
    for name, svg in pictures():
        (folder / name).write_text(svg, encoding="utf-8")
        print(folder / name)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"))
