"""Events with their evidence, and rows of registers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
