"""An event before its passages are merged."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.core.proposals import WhenRead


@dataclass(slots=True)
class Happening:
    """An event before it is merged with other passages of the same event."""

    title: str
    start: int
    end: int
    sort: str
    when: WhenRead | None
    who: list[tuple[str, str | None]]
    where: str | None
    according_to: str | None
    confidence: float
    flags: list[str] = field(default_factory=list)
    passages: list[tuple[int, int]] = field(default_factory=list)


def shortened(words: str, most: int = 90) -> str:
    """Words cut at a space so that a title stays a line."""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
