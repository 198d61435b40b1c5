"""The history of a record, and what undo would take back."""

from __future__ import annotations

from factcheck.core.light import dataclass


@dataclass(frozen=True, slots=True)
class LogLine:
    """One act or entry of the history, in words."""

    entry: str
    at: str
    by: str
    sentence: str
    batch: str
    undone: bool
    subject: str
    label: str


@dataclass(frozen=True, slots=True)
class UndoOffer:
    """What undo (or redo) would take back: when it was done and what, and whether that was on an earlier
    day."""

    batch: str
    at: str
    sentence: str
    earlier_day: bool
