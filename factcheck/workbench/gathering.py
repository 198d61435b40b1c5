"""The files of a folder, an archive or a message, in order, and a word on all that is not read.

Files come in the order in which people number them (2.txt before 10.txt). Links are not followed, so that
nothing outside the folder gets in and no loop is walked. What is within an archive or a message comes after
it, named by its path there.
"""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.workbench import reading
from factcheck.workbench.many import Job, size_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.store.case import CaseFile
    from factcheck.workbench.acts.sources import Added

MAX_FILES = 100_000

_DIGITS = re.compile(r"(\d+)", re.ASCII)
_JUNCTION = 0xA0000003  # stat.IO_REPARSE_TAG_MOUNT_POINT, which exists on Windows only
_BESIDE_A_CASE = ("", "-wal", "-shm", "-journal")
_HEAD = 131_072
_HIDDEN = "it is hidden"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: added (or found to be here already), skipped and why, or failed. `name` is
    what it is called in the case."""

    path: Path
    added: Added | None = None
    skipped: str | None = None
    failed: FactcheckError | None = None
    name: str = ""


@dataclass(slots=True)
class Listing:
    """The files of a folder in order, and what is not read: skipped and why, or out of reach."""

    files: list[Path] = field(default_factory=list)
    others: list[Outcome] = field(default_factory=list)


PageFiles = tuple[tuple[str, "Path | None"], ...]
"""The files of a document's pages in order, each with its name; None for one that is missing."""


@dataclass(slots=True)
class Gathering:
    """Files to be added, each with its name, and what is not read of what was named."""

    files: list[tuple[Path, str]] = field(default_factory=list)
    others: list[Outcome] = field(default_factory=list)
    only_within: bool = False
    """Whether what is within the files is wanted without the files themselves."""
    bound: dict[str, PageFiles] = field(default_factory=dict)
    """Of a document that is a file a page, by its name, those files."""

    def bind(self, documents: Mapping[str, PageFiles]) -> None:
        """Takes files together as the pages of documents, each in the place of its first file."""
        of_document = {path: name for name, pages in documents.items() for _, path in pages if path}
        self.files = list(
            dict.fromkeys(
                (first_of(documents[name]), name) if (name := of_document.get(path)) else (path, own)
                for path, own in self.files
            )
        )
        self.bound.update(documents)

    def jobs(self) -> Iterator[Job]:
        """The files and what is within them, one after another; what cannot be taken out joins `others`."""
        for path, name in self.files:
            yield from self._jobs_of(path, name)

    def _jobs_of(self, path: Path, name: str) -> Iterator[Job]:
        job = Job(name, path, size_of(path))
        try:
            if pages := self.bound.get(name):
                yield Job(name, path, sum(size_of(one) for _, one in pages if one), pages=pages)
                return
            if not holds_others(path):
                yield job
                return
            data = reading.bytes_of(path)
            if not reading.is_archive(data, name) and not self.only_within:
                yield Job(name, path, len(data), data)
            holds = False
            for member in reading.all_members(data, name):
                holds = True
                if _is_hidden(member.name.removeprefix(name)):
                    self.others.append(Outcome(path, skipped=_HIDDEN, name=member.name))
                elif member.data is not None:
                    yield Job(member.name, path, len(member.data), member.data)
                elif member.hole:
                    refused = FactcheckError(
                        f"This could not be taken out of its file ({member.hole.what})",
                        f"{member.hole.where}.",
                        "Unpack it yourself and add what it holds.",
                    )
                    self.others.append(Outcome(path, failed=refused, name=member.name))
            if not holds and reading.is_archive(data, name):
                self.others.append(Outcome(path, skipped="it holds no files", name=name))
        except FactcheckError as error:
            self.others.append(Outcome(path, failed=error, name=name))

    def drain(self) -> list[Outcome]:
        """What is not read of what was asked for so far; each is told once."""
        told, self.others[:] = list(self.others), []
        return told


def first_of(pages: PageFiles) -> Path:
    """The first file of a document of which at least one is here."""
    return next(path for _, path in pages if path is not None)


def holds_others(path: Path) -> bool:
    """Whether a file holds others, by its beginning: an archive, a message."""
    return reading.holds_members(_head_of(path), path.name)


def is_archive(path: Path) -> bool:
    """Whether a file is nothing but the files in it."""
    return holds_others(path) and reading.is_archive(reading.bytes_of(path), path.name)


def gathered(places: Sequence[Path], case: CaseFile | None = None, but: Sequence[Path] = ()) -> Gathering:
    """The files of these places: of a folder all that it holds, named by their path in it. `but` and the
    files of the case itself are left out."""
    own = {Path(f"{case.path.resolve()}{suffix}") for suffix in _BESIDE_A_CASE} if case else set()
    others = {path.resolve() for path in but}
    gathering = Gathering()
    for place in places:
        listing = files_in(place) if place.is_dir() else Listing([place])
        gathering.others += listing.others
        for path in listing.files:
            resolved = path.parent.resolve() / path.name
            name = path.relative_to(place).as_posix() if place.is_dir() else path.name
            if resolved in own:
                gathering.others.append(Outcome(path, skipped="it is the case itself", name=name))
            elif resolved in others:
                gathering.others.append(Outcome(path, skipped="it is the load file", name=name))
            else:
                gathering.files.append((path, name))
    return gathering


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
        why = _HIDDEN
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


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in path.split("/"))


def _head_of(path: Path) -> bytes:
    """The first bytes of an ordinary file; nothing where it cannot be opened, which reading it will say."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_HEAD)
    except (OSError, ValueError):
        return b""
