"""What is lit in a source's text: anchors, proposals, corrections, what was found, what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from factcheck.tui.safe import said
from factcheck.tui.text_rows import sweep

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.core.views.proposals import ProposalView
    from factcheck.core.views.sources import TextLine
    from factcheck.tui.desk import Desk
    from factcheck.workbench.readings.corrected import Correction

Span = tuple[int, int, str]
"""Start and end in the text, and what is there."""

_STYLES = {
    "selection": "reverse",
    "focus": "bold underline",
    "found": "bold $background on $record",
    "event": "$record underline",
    "corrected": "$contradiction italic underline",
    "proposed statement": "$dim underline",
    "proposed event": "$dim underline",
}


class Marks:
    """What stands in the text of one source. Anchors and corrections are looked up for the stretch that is
    seen, proposals for the whole; nothing is looked up twice until something may have changed."""

    def __init__(self, desk: Desk, source: str) -> None:
        self._desk, self._source = desk, source
        self._stretch: tuple[int, int] | None = None
        self._anchors: list[Span] = []
        self._corrected: Sequence[Correction] = ()
        self._at: tuple[int, Sequence[Correction]] | None = None
        self.proposals: Sequence[ProposalView] = ()
        self.found: Sequence[tuple[int, int]] = ()

    def read(self) -> None:
        """Reads the proposals, and all else when it is next looked up."""
        self._stretch = self._at = None
        self.proposals = ()
        self.proposals = self._desk.proposals_in(self._source)

    def look_up(self, start: int, end: int) -> None:
        """The anchors of what is seen."""
        if (start, end) != self._stretch:
            self._stretch = start, end
            found = self._desk.marks_in(self._source, start, end)
            self._anchors = [(a, b, "event" if entity == "evidence" else entity) for a, b, entity, _ in found]
            self._corrected = self._desk.corrections(self._source, start, end)

    def proposal_at(self, place: int) -> ProposalView | None:
        """The proposal that holds a place; of two, the shorter."""
        here = [one for one in self.proposals if one.start <= place < one.end]
        return min(here, key=lambda one: one.end - one.start, default=None)

    def correction_at(self, place: int, line: TextLine) -> Correction | None:
        """What an errata sheet changes at a place of a line."""
        if self._at is None or self._at[0] != line.start:
            end = line.start + max(len(line.text), 1)
            self._at = line.start, self._desk.corrections(self._source, line.start, end)
        return next((one for one in self._at[1] if one.start <= place < one.end), None)

    def stops(self, end: int) -> list[int]:
        """Where proposals and anchors of the whole text begin."""
        anchors = self._desk.marks_in(self._source, 0, end)
        return sorted({start for start, *_ in anchors} | {one.start for one in self.proposals})

    def spans(self, start: int, end: int) -> list[Span]:
        """What meets a stretch of what is seen."""
        every = (
            *self._anchors,
            *((one.start, one.end, "corrected") for one in self._corrected),
            *((one.start, one.end, f"proposed {one.entity}") for one in self.proposals),
            *((a, b, "found") for a, b in self.found),
        )
        return [span for span in every if span[0] < end and span[1] > start]


def lit(line: TextLine, start: int, end: int, spans: Iterable[Span]) -> Content:
    """A row of a line, from `start` to `end` within it, with what stands there lit."""
    parts = []
    for left, right, names in sweep(line.start + start, line.start + end, list(spans)):
        style = " ".join(dict.fromkeys(_STYLES.get(name, "$statement underline") for name in names))
        parts.append(said(line.text[left - line.start : right - line.start], style))
    return Content.assemble(*parts)
