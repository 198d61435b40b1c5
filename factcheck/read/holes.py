"""What any reader of text may find missing or odd in the characters it read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.core.document import Hole
from factcheck.errors import FactcheckError
from factcheck.read.decode import place_in

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SEEN = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\ufeff]")


def is_seen(text: str) -> bool:
    """Whether a text holds a character that can be seen."""
    return _SEEN.search(text) is not None


def unseen(text: str) -> Iterator[Hole]:
    """Control characters that no screen shows: kept as they are, and said."""
    first = _UNSEEN.search(text)
    if first:
        yield Hole(
            what="control-characters",
            where=f"characters that nobody sees, kept as they are; first at {place_in(text, first.start())}",
            count=sum(1 for _ in _UNSEEN.finditer(text)),
        )


def not_text(name: str) -> FactcheckError:
    """The refusal of what turned out to be no text."""
    return FactcheckError(
        title="This is not a text file",
        detail=f"{name} is full of control characters, as programs, images and archives are.",
        hint="Save what it says as plain text (.txt, UTF-8) and read that.",
    )
