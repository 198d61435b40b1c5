"""What the Sources screen asks of a case beyond its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.core.views.proposals import ProposalView
    from factcheck.core.views.sources import TurnView


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of one file: the label of the source made, if any, and words on it."""

    name: str
    label: str | None
    words: str
    failed: bool = False


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
        """The offset of `¶12`, `45:12`, `p. 45`, a line or `@1200`; refused where there is none."""
        ...

    def numbered(self, typed: str) -> tuple[str, int, int] | None:
        """The source that bears a Bates number, and where its page begins and ends; None where none does."""
        ...

    def add(
        self, what: str, kind: str | None, published: str | None, progress: Callable[[str], None]
    ) -> Sequence[Addition]:
        """Adds a file, a folder or an address. Made for a thread; `progress` may raise to cancel."""
        ...
