"""What extraction proposes and nobody has decided yet."""

from __future__ import annotations

from typing import Literal

from factcheck.core.light import dataclass


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A waiting proposal: what sort, its words, where it stands and why it was proposed."""

    id: str
    entity: Literal["statement", "event"]
    words: str
    source: str
    source_label: str
    start: int
    end: int
    speaker: str | None
    when: str | None
    confidence: float
    basis: str
