"""Files within files: the members of archives and the attachments of messages, at any depth within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib import import_module

from factcheck.core.document import Hole, Member
from factcheck.errors import FactcheckError
from factcheck.read.detect import form_of

BY_FORM: Mapping[str, str] = {
    "zip": "factcheck.read.zipped",
    "mbox": "factcheck.read.mbox",
    "eml": "factcheck.read.mail",
}
"""Which module takes the members out of which form of `factcheck.read.detect`: its function `members`."""

ARCHIVES = frozenset({"zip", "mbox"})
"""Forms that are nothing but their members; any other is a document of its own beside them."""

MAX_DEPTH = 5
"""An archive in an archive, and so on: so many are opened within one another."""

MAX_MEMBERS = 20_000
MAX_TOTAL = 2_000_000_000
"""Bytes taken out of one file at most, all that is within its members counted."""

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_DRIVE = re.compile(r"^[A-Za-z]:")
_LONGEST = 400


def members(data: bytes, name: str) -> Iterator[Member]:
    """What is directly within a file; nothing where its form holds no files.

    Raises FactcheckError where the file as a whole cannot be opened; what one member hides is its own hole.
    """
    module = BY_FORM.get(form_of(data, name).name)
    if module is not None:
        yield from import_module(module).members(data, name)


def holds_members(data: bytes, name: str) -> bool:
    """Whether a file is of a form that holds others."""
    return form_of(data, name).name in BY_FORM


def is_archive(data: bytes, name: str) -> bool:
    """Whether a file is nothing but what is within it."""
    return form_of(data, name).name in ARCHIVES


def all_members(data: bytes, name: str) -> Iterator[Member]:
    """What is within a file at any depth, named by its path from the outermost one: `a.zip/b.eml/c.pdf`.

    An archive within is opened and not given itself. The bounds hold for all of it together; where they
    end, the last member is a hole that says so.
    """
    yield from _within(data, name, 1, _Budget(MAX_MEMBERS, MAX_TOTAL))


class _Budget:
    """What may still be taken out."""

    def __init__(self, members: int, total: int) -> None:
        self.members, self.bytes = members, total

    def takes(self, data: bytes | None) -> bool:
        self.members -= 1
        self.bytes -= len(data or b"")
        return self.members >= 0 and self.bytes >= 0

    @property
    def is_spent(self) -> bool:
        return self.members < 0 or self.bytes < 0


def _within(data: bytes, name: str, depth: int, budget: _Budget) -> Iterator[Member]:
    try:
        for member in members(data, name):
            path = f"{name}/{member.name}"
            hole = replace(member.hole, where=f"{name}/{member.hole.where}") if member.hole else None
            if not budget.takes(member.data):
                yield Member(path, None, Hole("archive-too-large", f"{path} and what follows it", 1))
                return
            inner = member.data
            if inner is None or not holds_members(inner, member.name):
                yield Member(path, inner, hole)
                continue
            if not is_archive(inner, member.name):
                yield Member(path, inner, hole)
            elif depth >= MAX_DEPTH:
                where = f"{path} is within {depth} others; open it and add what it holds"
                yield Member(path, None, Hole("nested-too-deep", where))
            if depth < MAX_DEPTH:
                yield from _within(inner, path, depth + 1, budget)
            if budget.is_spent:
                return
    except FactcheckError as error:
        if depth == 1:
            raise
        yield Member(name, None, Hole("damaged-archive", f"{name}: {error.title}"))


def safe_path(name: str) -> str:
    """A member's path without what could lead out of a folder or steer a terminal: drives, a leading slash,
    `..`, control characters."""
    plain = _UNSEEN.sub("\ufffd", _DRIVE.sub("", name.replace("\\", "/")))
    parts = [part.strip() for part in plain.split("/")]
    kept = [part for part in parts if part not in {"", ".", ".."}]
    path = "/".join(kept)
    return path if len(path) <= _LONGEST else f"…{path[-_LONGEST:]}"
