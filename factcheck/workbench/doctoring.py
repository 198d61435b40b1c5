"""Whether what factcheck stands on is in order: Python, SQLite, the terminal, folders, the case."""

from __future__ import annotations

import locale
import os
import re
import shutil
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

import factcheck
from factcheck import config, paths
from factcheck.core.light import dataclass
from factcheck.core.viewer import Viewer
from factcheck.errors import FactcheckError
from factcheck.store import health
from factcheck.workbench import cases, verifying

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PYTHON = (3, 11)
COLUMNS, LINES = 80, 24
"""The smallest terminal that the interface is drawn for."""

MUCH_WAITING = 64_000_000
"""Bytes of writes beside a case from which on somebody should look."""

_BACKUP = re.compile(r"-(\d{8}T\d{6}Z)\.db")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was found, and for a note or a fault what to do. A note is worth knowing;
    only what is wrong must be mended."""

    name: str
    state: Literal["ok", "note", "wrong"]
    found: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Terminal:
    """What the program is started in. `columns` and `lines` are 0 where there is no terminal."""

    term: str
    colour: str
    columns: int
    lines: int
    encoding: str


def examine(case: Path | None, terminal: Terminal | None = None) -> list[Check]:
    """Every check, in the order in which one thing stands on another; without a case those of the program.

    Nothing is changed, except that opening a case takes in what a crash left beside it.
    """
    checks = [*of_program(), *of_terminal(terminal or this_terminal()), *of_folders()]
    if case is not None:
        checks.extend(of_case(case))
    return checks


def of_program() -> Iterator[Check]:
    """The program, its Python and its SQLite."""
    yield Check("factcheck", "ok", factcheck.__version__)
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] >= PYTHON:
        yield Check("Python", "ok", version)
    else:
        yield Check("Python", "wrong", version, "Use Python 3.11 or newer.")
    trouble = health.sqlite_trouble()
    if trouble is None:
        yield Check("SQLite", "ok", f"{health.sqlite_version()}, with full-text search")
    else:
        yield Check("SQLite", "wrong", f"{health.sqlite_version()}: {trouble.detail}", trouble.hint)


def this_terminal(environment: Mapping[str, str] = os.environ) -> Terminal:
    """The terminal that standard output goes to."""
    size = shutil.get_terminal_size((0, 0)) if sys.stdout.isatty() else os.terminal_size((0, 0))
    term = environment.get("TERM", "")
    if environment.get("NO_COLOR"):
        colour = "none (NO_COLOR is set)"
    elif environment.get("COLORTERM", "").lower() in {"truecolor", "24bit"}:
        colour = "16 million"
    else:
        colour = "256" if "256" in term else "16"
    encoding = sys.stdout.encoding or locale.getpreferredencoding(False)
    return Terminal(term, colour, size.columns, size.lines, encoding)


def of_terminal(terminal: Terminal) -> Iterator[Check]:
    """Whether the interface can be drawn here. That it cannot is no fault: commands work anyway."""
    if not terminal.columns:
        yield Check("terminal", "note", "none", "The interface needs a terminal; commands work without.")
    elif terminal.term in {"", "dumb"}:
        yield Check(
            "terminal",
            "note",
            f"TERM is {terminal.term or 'not set'}",
            "The interface cannot be drawn on it. In a usual terminal: export TERM=xterm-256color",
        )
    else:
        size = f"{terminal.columns}x{terminal.lines}"
        is_small = terminal.columns < COLUMNS or terminal.lines < LINES
        yield Check(
            "terminal",
            "note" if is_small else "ok",
            f"{terminal.term}, {size}, colours: {terminal.colour}",
            f"The interface is drawn for {COLUMNS}x{LINES} and larger: widen the window." if is_small else "",
        )
    if terminal.encoding.lower().replace("-", "").replace("_", "") in {"utf8", "cp65001"}:
        yield Check("characters", "ok", "UTF-8")
    else:
        yield Check(
            "characters",
            "note",
            terminal.encoding,
            "Codes stand in for what it lacks. Use a UTF-8 locale: export LANG=C.UTF-8 (or PYTHONUTF8=1)",
        )


def of_folders() -> Iterator[Check]:
    """The user's own folders and settings."""
    for name, folder in (("your files", paths.user_folder()), ("your settings", paths.config_file().parent)):
        if (obstacle := _obstacle(folder)) is None:
            yield Check(name, "ok", f"{folder}")
        else:
            advice = "Make it a folder that you may write to, or name another in FACTCHECK_HOME."
            yield Check(name, "wrong", f"{folder}: {obstacle}", advice)
    try:
        config.load()
    except FactcheckError as error:
        yield Check("settings", "wrong", error.detail, error.hint)


def _obstacle(folder: Path) -> str | None:
    """Why nothing can be written to a folder, or why it cannot be made; None where it can."""
    there = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    if not there.is_dir():
        return f"{there} is no folder" if there != folder else "it is no folder"
    return None if os.access(there, os.W_OK | os.X_OK) else f"{there} cannot be written to"


def of_case(path: Path) -> Iterator[Check]:
    """The case as a file, then what its ledger says; the checks end where nothing more can be read."""
    waiting = health.waiting_writes(path)
    try:
        file = health.look(path)
    except FactcheckError as error:
        yield Check("case", "wrong", f"{error.title}: {error.detail}", error.hint)
        return
    yield Check("case", "ok", f"{path}, {path.stat().st_size / 1_000_000:.1f} MB")
    yield from _of_file(path, file)
    yield from _of_place(path)
    if file.format <= file.newest and not file.faults:
        yield from _of_contents(path, waiting)
    yield _of_backups(path)


def _of_file(path: Path, file: health.Health) -> Iterator[Check]:
    if file.format > file.newest:
        found = f"{file.format}; this program knows formats up to {file.newest}"
        yield Check("format", "wrong", found, "pip install --upgrade factcheck-workbench")
    else:
        yield Check("format", "ok", f"{file.format}")
    if file.faults:
        advice = "Keep the file, and make a case from a backup: factcheck restore BACKUP OUT"
        yield Check("integrity", "wrong", "; ".join(file.faults), advice)
    else:
        yield Check("integrity", "ok", "every page of the file can be read")


def _of_place(path: Path) -> Iterator[Check]:
    if health.on_network(path):
        advice = "Several writers would damage it there: work on a local copy (factcheck copy CASE OUT)."
        yield Check("place", "wrong", "a network file system", advice)
    elif not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        advice = "To work on it, copy it: factcheck copy CASE OUT"
        yield Check("place", "note", "file or folder is read-only for you", advice)
    else:
        yield Check("place", "ok", "a local disk, writable")
    free = room_beside(path)
    if free < 2 * path.stat().st_size + 50_000_000:
        advice = "Make room: a backup or an older case being brought up to date needs as much again."
        yield Check("room", "wrong", f"{free / 1_000_000:,.0f} MB free", advice)
    else:
        yield Check("room", "ok", f"{free / 1_000_000_000:,.1f} GB free")


def room_beside(path: Path) -> int:
    """Bytes that are free on the disk a file lies on."""
    return shutil.disk_usage(path.parent).free


def _of_contents(path: Path, waiting: int) -> Iterator[Check]:
    try:
        with cases.open_case(path) as case:
            verified = verifying.verify(case, Viewer(None, ""))
    except FactcheckError as error:
        yield Check("contents", "wrong", f"{error.title}: {error.detail}", error.hint)
        return
    still = health.waiting_writes(path)
    if still > MUCH_WAITING:
        found = f"{still / 1_000_000:,.0f} MB beside the case ({path.name}-wal)"
        yield Check("latest writes", "note", found, "Close the other programs that have the case open.")
    elif still:
        advice = f"Another program has it open. Never copy {path.name} by hand now: factcheck copy does it."
        yield Check("latest writes", "note", f"some are in {path.name}-wal still", advice)
    else:
        found = (
            "in the case; what an interruption had left beside it was taken in" if waiting else "in the case"
        )
        yield Check("latest writes", "ok", found)
    if verified.ok:
        yield Check("contents", "ok", f"{verified.entries:,} entries, all as they were written")
    else:
        first = verified.problems[0]
        found = f"{len(verified.problems)} problems, first: {first.where}: {first.what}"
        yield Check("contents", "wrong", found, f"All of them: factcheck verify {path}")


def _of_backups(path: Path) -> Check:
    """The newest backup that factcheck made beside the case."""
    found = [
        match[1]
        for file in path.parent.glob(f"{_escaped(path.stem)}-*.db")
        if (match := _BACKUP.fullmatch(file.name.removeprefix(path.stem)))
    ]
    if not found:
        return Check("backup", "note", "none beside the case", f"Make one: factcheck backup {path}")
    made = datetime.strptime(max(found), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return Check("backup", "ok", f"{len(found)} beside the case, the last of {made:%Y-%m-%d %H:%M} UTC")


def _escaped(name: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", name)
