"""Events with their evidence, and rows of registers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.core.light import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.core.views.citations import Citation
    from factcheck.core.views.judgements import NoteView
    from factcheck.core.views.records import Head


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One passage of evidence; what it says of each field stays beside what others say."""

    head: Head
    mode: str
    tier: str | None
    words: str
    citations: tuple[Citation, ...]
    says: Mapping[str, str]
    """when, place, means, who: as this evidence has them."""
    origin: str | None


@dataclass(frozen=True, slots=True)
class EventView:
    """An event with its evidence. `disagreements` maps a field to the differing values, each with its
    citation."""

    head: Head
    title: str
    when: str | None
    when_said: str
    place: str | None
    description: str | None
    established: str | None
    who: tuple[tuple[str, str | None, bool], ...]
    """(name, capacity, doubtful)"""
    evidence: tuple[EvidenceView, ...]
    best_tier: str | None
    scheduled_only: bool
    disagreements: Mapping[str, tuple[tuple[str, str], ...]]
    count: int | None
    search: Mapping[str, Any] | None
    notes: tuple[NoteView, ...]
    tags: tuple[str, ...]
    proposed: str | None = None
    """As in ClaimView."""

    @property
    def searched(self) -> tuple[str, ...]:
        """What a search that found nothing looked for and through, a line each: the words, then each source
        with its size and what of it could not be read. Empty for other events."""
        if self.search is None:
            return ()
        sources = self.search.get("sources", ())
        return (
            f"a search that found nothing: {self.search.get('query', '')}",
            *map(_looked_through, sources),
        )


def _looked_through(source: Mapping[str, Any]) -> str:
    paragraphs, characters = source.get("paragraphs", 0), source.get("characters", 0)
    size = f"{paragraphs:,} {'paragraph' if paragraphs == 1 else 'paragraphs'}, {characters:,} characters"
    unread = "; ".join(
        f"{hole['count']:,} {hole['what']}: {hole['where']}" for hole in source.get("holes", ())
    )
    return (
        f"{source.get('label', '')}: {size} searched; {f'not read: {unread}' if unread else 'all of it read'}"
    )


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of an imported register as it stands there, linked without having become an event. `mode` says
    what the whole register shows (`scheduled` is not `attended`); `source` is what it is called."""

    head: Head
    number: int
    title: str
    when: str | None
    when_said: str
    cells: tuple[tuple[str, str], ...]
    """(column, what stands in it), in the order of the register"""
    mode: str
    source: str | None
    source_label: str | None
    gone: bool = False
    """Whether a later import of the register no longer has it."""
    changed: tuple[tuple[str, str, str], ...] = ()
    """What a later import has otherwise: (column, before, after)."""
