"""A record as every face names it, and what an act made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.light import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.core.fold import Contender


@dataclass(frozen=True, slots=True)
class Made:
    """What an act made or changed: the record, its label (empty where it has none) and the act's batch."""

    id: str
    label: str
    batch: str


@dataclass(frozen=True, slots=True)
class Head:
    """What every record shows of itself. `label` is as people write it (`S1`, `S1.C3`, `E2`)."""

    id: str
    entity: str
    label: str
    made_by: str
    made_at: str
    changed_by: str
    changed_at: str
    withdrawn: bool = False
    withdrawn_reason: str | None = None
    conflicts: Mapping[str, tuple[Contender, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """A case at a glance. `counts` has sources, statements, claims, events, links, grades, proposals, people,
    notes, unresolved ..., in that order."""

    title: str
    question: str | None
    sample: bool
    path: str
    counts: Mapping[str, int]
