"""Where the reader stands in a text: what is now, what was last told, and what happened on which day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date

from factcheck.core.edtf import When
from factcheck.extract.times.model import LocalAnchor, Mention

_FINENESS = {"day": 4, "range": 3, "month": 3, "season": 2, "year": 1}
_UNIT_FINENESS = {
    "day": 4,
    "weekday": 4,
    "weekend": 4,
    "week": 3.5,
    "fortnight": 3.5,
    "month": 3,
    "quarter": 2,
}
_NEAR = 240


class Story:
    """The text as read so far. ``now_at`` gives the anchor that holds at an offset, ``told`` the last date
    told.
    """

    def __init__(
        self, text: str, low: str, published: When | None, anchors: Sequence[LocalAnchor],
        happenings: Mapping[str, When], day_first: bool | None,
    ) -> None:  # fmt: skip
        self.text, self.low, self.day_first = text, low, day_first
        self.happenings = {name.lower(): when for name, when in happenings.items()}
        self.narrative = False
        self.read_to = 0  # where the last expression ended: no later one begins before it
        self._published = published
        self._anchors = sorted(anchors, key=lambda a: a.start)
        self._anchor_starts = [a.start for a in self._anchors]
        self._told: list[tuple[When, int, int]] = []
        self._year: tuple[int, int] | None = None

    def now_at(self, position: int) -> tuple[When | None, str]:
        """What "now" means there and what kind of anchor says so."""
        index = bisect_right(self._anchor_starts, position) - 1
        if index >= 0 and position < self._anchors[index].end:
            return self._anchors[index].when, self._anchors[index].kind
        return self._published, "document"

    def now_day(self, mention: Mention) -> tuple[date | None, str]:
        """A day to count from, if "now" is known as finely as the mention counts."""
        now, kind = self.now_at(mention.start)
        if now is None or now.earliest is None:
            return None, "none"
        if _FINENESS.get(now.precision, 0) < _needed(mention):
            return None, "none"
        return now.earliest, kind

    def note(self, when: When, start: int, end: int, *, names_year: bool) -> None:
        """Remember a date as told."""
        if when.earliest is None or when.latest is None or when.precision in ("decade", "century"):
            return
        if (when.latest - when.earliest).days > 366:
            return
        self._told.append((when, start, end))
        if len(self._told) > 4096:
            del self._told[:2048]
        if when.precision == "year" and self.narrative and self._year is not None and not self._leads(start):
            return
        if names_year or self.narrative:
            self._year = (when.latest.year, end)

    def _leads(self, start: int) -> bool:
        """Whether a year opens its sentence or line, as one that moves the story on does."""
        before = self.text[max(0, start - 14) : start]
        return re.search(r"(?:^|[.!?\n]\s*)[\w\s]{0,10}$", before) is not None

    def told(self, unit: str) -> When | None:
        """The last date told that is as fine as the unit, unless something coarser since then denies it."""
        needed = _UNIT_FINENESS.get(unit, 1)
        coarser: When | None = None
        for when, _, _ in self._told[:-9:-1]:
            if _FINENESS.get(when.precision, 0) >= needed or (needed == 3.5 and when.precision == "range"):
                return when if coarser is None or when.overlaps(coarser) else None
            coarser = coarser or when
        return None

    def told_year(self, position: int, *, near: bool) -> int | None:
        """The year last told; with ``near`` only if the same paragraph told it within a few lines."""
        if self._year is None:
            return None
        year, end = self._year
        if near and (position - end > _NEAR or "\n" in self.text[end:position]):
            return None
        return year

    def told_month(self) -> tuple[int, int] | None:
        """The (year, month) last told, if the last date told is as fine as that."""
        when = self.last_told()
        if when is None or when.latest is None or when.precision not in ("day", "month", "range"):
            return None
        return when.latest.year, when.latest.month

    def last_told(self) -> When | None:
        return self._told[-1][0] if self._told else None

    def happened(self, noun: str) -> When | None:
        """When the thing named was: as the caller knows it, else the last day told in a sentence that names
        it.
        """
        if noun in self.happenings:
            return self.happenings[noun]
        word = re.compile(rf"\b{re.escape(noun)}\b")
        for when, start, end in self._told[:-33:-1]:
            if when.precision == "day" and word.search(
                self.low, max(0, start - 60), min(len(self.low), end + 80)
            ):
                return when
        return None


def _needed(mention: Mention) -> float:
    if mention.kind == "calendar":
        return 1 if mention.month is None and mention.weekday is None else 3
    return _UNIT_FINENESS.get(mention.unit, 1) if mention.kind != "campaign" else 3


def is_narrative(mentions: Sequence[Mention], published: When | None) -> bool:
    """Whether a text mostly tells of years well before its own, so that bare months follow the story."""
    if published is None or published.earliest is None:
        return True
    now = published.earliest.year
    years = [(m.year, m.month is not None) for m in mentions if m.kind == "calendar" and m.year]
    far = [full for year, full in years if abs(year - now) > 1]
    deictic = sum(
        1 for m in mentions if m.kind == "deictic" or (m.kind == "calendar" and m.weekday is not None)
    )
    return (
        (sum(far) >= 3 or len(far) >= 8) and len(far) >= 0.6 * len(years) and deictic <= 0.3 * len(mentions)
    )
