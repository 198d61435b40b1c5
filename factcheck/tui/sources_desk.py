"""What the Sources screen asks of a case beyond its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.views.proposals import ProposalView
    from factcheck.core.views.sources import TurnView


class SourcesDesk(Protocol):
    """Sources as one person sees them; offsets are code points of a reading text."""

    def proposals_in(self, source: str) -> Sequence[ProposalView]:
        """What waits for a decision in a source, in the order of its text."""
        ...

    def occurrences(self, source: str, words: str) -> Sequence[tuple[int, int]]:
        """Where words stand, whatever their letter case and the white space between them."""
        ...

    def turn_at(self, source: str, offset: int) -> TurnView | None:
        """Whose turn of a transcript a place is in."""
        ...

    def questions(self, source: str) -> Sequence[tuple[int, int | None]]:
        """Where each question of a transcript begins, and its answer."""
        ...

    def place_typed(self, source: str, typed: str) -> int:
        """The offset of `¶12`, `45:12`, `p. 45`, a cell, a time or `@1200`; refused where there is none."""
        ...

    def numbered(self, typed: str) -> tuple[str, int, int] | None:
        """The source that bears a Bates number, and where its page begins and ends; None where none does."""
        ...
