"""What a change of wording is, and what becomes of a passage in another text: values for every room."""

from __future__ import annotations

from typing import Literal

from factcheck.core.light import dataclass

Op = Literal["same", "gone", "come"]

Turn = Literal["polarity", "number", "date", "name"]
"""What a change of wording may turn over."""

Outcome = Literal["same", "moved", "changed", "orphaned"]
"""From the best to the worst: the same words at the same relative place; the same words elsewhere; similar
words, or the same ones in other surroundings; nothing near enough, or several places alike."""


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words that both wordings have (`same`), or that went or came."""

    op: Op
    words: str
