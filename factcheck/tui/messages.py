"""What goes between the screens and the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from textual import events
from textual.message import Message


@runtime_checkable
class TypesAhead(Protocol):
    """What a key belongs to that was on its way elsewhere when it opened."""

    def type_ahead(self, event: events.Key) -> bool:
        """Take the key; whether it did."""
        ...


@dataclass
class OpenSource(Message):
    """A source is to be opened at a stretch of its text; Esc there comes back."""

    source: str
    start: int
    end: int


@dataclass
class Return(Message):
    """Back to the screen one came from."""


@dataclass
class GoTo(Message):
    """A record is to be shown where it stands: a person among the people, all else on the Bench."""

    entity: str
    id: str
