"""Adding a folder: every file in it that can be read, each by an act of its own, and a word on every other.

Files come in the order in which people number them (2.txt before 10.txt). Links are not followed, so that
nothing outside the folder gets in and no loop is walked.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck.core.viewer import Viewer
from factcheck.errors import FactcheckError
from factcheck.store.case import CaseFile
from factcheck.workbench import dates, reading
from factcheck.workbench.acts.sources import Added, add_document

MAX_FILES = 100_000

_DIGITS = re.compile(r"(\d+)", re.ASCII)
_JUNCTION = 0xA0000003  # stat.IO_REPARSE_TAG_MOUNT_POINT, which exists on Windows only
_BESIDE_A_CASE = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: added (or found to be here already), skipped and why, or failed."""

    path: Path
    added: Added | None = None
    skipped: str | None = None
    failed: FactcheckError | None = None


@dataclass(slots=True)
class Listing:
    """The files of a folder in order, and what is not read: skipped and why, or out of reach."""

    files: list[Path] = field(default_factory=list)
    others: list[Outcome] = field(default_factory=list)


def add_folder(
    case: CaseFile,
    viewer: Viewer,
    folder: Path,
    *,
    kind: str | None = None,
    published: str | None = None,
    extract: bool = True,
    progress: Callable[[int, int, Path], None] | None = None,
    **card: Any,
) -> Iterator[Outcome]:
    """Adds what the folder and those in it hold, one act a file, and yields what became of each.

    A source is named by its path within the folder. `progress` hears the files done, how many there are, and
    the next one; it may raise to cancel. `card` is as in `acts.add_source`.
    """
    when = dates.understood(published) if published else None
    listing = files_in(folder)
    yield from listing.others
    case_files = {Path(f"{case.path.resolve()}{suffix}") for suffix in _BESIDE_A_CASE}
    for done, path in enumerate(listing.files):
        if progress:
            progress(done, len(listing.files), path)
        if path.parent.resolve() / path.name in case_files:
            yield Outcome(path, skipped="it is the case itself")
            continue
        name = path.relative_to(folder).as_posix()
        try:
            data = reading.bytes_of(path)
            if why := reading.unreadable(data, name):
                yield Outcome(path, skipped=why.title)
                continue
            document = reading.read_data(data, name, kind=kind, published=when)
            proposed = reading.propose(document) if extract else None
            yield Outcome(path, added=add_document(case, viewer, data, document, proposed, **card))
        except FactcheckError as error:
            yield Outcome(path, failed=error)


def files_in(folder: Path) -> Listing:
    """What a folder holds, at any depth; raises FactcheckError where it is none or holds too much."""
    listing = Listing()
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            entries = sorted(os.scandir(current), key=lambda entry: in_order(entry.name))
        except (OSError, ValueError) as error:
            refused = FactcheckError(
                "The folder cannot be read",
                f"{current}: {getattr(error, 'strerror', None) or error}.",
                "Check that it is there and that you may open it.",
            )
            if current == folder:
                raise refused from error
            listing.others.append(Outcome(current, failed=refused))
            continue
        folders: list[Path] = []
        for entry in entries:
            _sort_in(entry, listing, folders)
            if len(listing.files) > MAX_FILES:
                raise FactcheckError(
                    "The folder holds too many files",
                    f"{folder}: more than {MAX_FILES:,}.",
                    "Add the folders in it one by one.",
                )
        waiting += reversed(folders)
    return listing


def in_order(name: str) -> tuple[list[tuple[int, int, str]], str]:
    """A key that sorts names as people do: numbers by their value, letters whatever their case."""
    parts = [
        (0, int(part[:1000]), "") if index % 2 else (1, 0, part)
        for index, part in enumerate(_DIGITS.split(name.casefold()))
    ]
    return parts, name


def _sort_in(entry: os.DirEntry[str], listing: Listing, folders: list[Path]) -> None:
    path = Path(entry.path)
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError as error:
        refused = FactcheckError(
            "The file could not be read", f"{path}: {error.strerror or error}.", "Try again."
        )
        listing.others.append(Outcome(path, failed=refused))
        return
    if entry.name.startswith("."):
        why = "it is hidden"
    elif stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == _JUNCTION:
        why = "it is a link; name it itself to add what it leads to"
    elif stat.S_ISDIR(status.st_mode):
        folders.append(path)
        return
    elif stat.S_ISREG(status.st_mode):
        listing.files.append(path)
        return
    else:
        why = "it is no ordinary file"
    listing.others.append(Outcome(path, skipped=why))
