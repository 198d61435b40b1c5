"""The project speaks of itself alone: no traces of a machine, nothing left for later, no nameless files."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

NOT_OURS = {"__pycache__", "dist", "node_modules"}
HIDDEN_BUT_OURS = {".ci", ".github", ".gitignore"}
TEXT = {
    "",
    ".cfg",
    ".css",
    ".html",
    ".j2",
    ".json",
    ".jsonl",
    ".md",
    ".py",
    ".svg",
    ".tcss",
    ".toml",
    ".txt",
    ".yml",
}

MACHINE = re.compile(r"(?<![\w.:/~-])/(?:work|root|tmp|home|Users|farm)/[\w.]")
LATER = re.compile("|".join([r"\bTO" + "DO", "FIX" + "ME", "NotImplemented" + "Error", "coming " + "soon"]))
NAMELESS = re.compile(r"^(utils?|helpers?|common|misc)(_|\.|$)|_(utils?|helpers?)\.")


def ours(root: Path) -> Iterator[Path]:
    """Every file of the project, without environments, caches and builds."""
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if _is_ours(name))
        yield from (Path(folder, name) for name in sorted(files) if _is_ours(name))


def _is_ours(name: str) -> bool:
    return name in HIDDEN_BUT_OURS or not (
        name.startswith(".") or name in NOT_OURS or name.endswith(".egg-info")
    )


def places(root: Path, pattern: re.Pattern[str], *, but: str = "") -> list[str]:
    found = []
    for file in ours(root):
        name = file.relative_to(root).as_posix()
        if file.suffix not in TEXT or (but and name.startswith(but)):
            continue
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if pattern.search(line):
                found.append(f"{name}:{number}: {line.strip()[:100]}")
    return found


def test_no_machine_shows_through(root: Path) -> None:
    assert places(root, MACHINE, but="tests/") == []


def test_nothing_is_left_for_later(root: Path) -> None:
    assert places(root, LATER, but="data/") == []


def test_every_file_has_a_name_of_its_own(root: Path) -> None:
    assert [
        file for file in ours(root) if NAMELESS.search(file.name) or NAMELESS.search(file.parent.name)
    ] == []


@pytest.mark.parametrize("line", ["cp /work/a b", "'/tmp/x'", "(/root/.cache)", "at /home/me/x"])
def test_the_search_for_machine_paths_finds_them(line: str) -> None:
    assert MACHINE.search(line)


@pytest.mark.parametrize("line", ["https://example.gov/root/a", "their/work/a", "~/work/x", "and/or"])
def test_the_search_for_machine_paths_lets_others_be(line: str) -> None:
    assert not MACHINE.search(line)
