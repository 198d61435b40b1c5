"""Citations as footnotes: numbered through the annex, each with the outcome of the check of its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.report.outline import Line, Note, Run, alarm, bracketed, joined, line, muted
from factcheck.report.wording import MATCH_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.core.report import QuoteCheck, Report
    from factcheck.core.views.citations import Citation

Passage = tuple[str | None, str, str]
"""What a citation and the check of its quotation have in common: the record that quotes, the pin cite, the
words."""


@dataclass(slots=True)
class Footnotes:
    """Hands out numbers in the order in which the annex asks; made afresh for each."""

    outcomes: dict[Passage, str]
    point: Callable[[str], Line]
    """How a source's label is printed."""
    last: int = 0
    numbers: dict[Passage, list[int]] = field(default_factory=dict)

    def of(
        self, citations: Iterable[Citation], printed: str = "", tier: str | None = None
    ) -> tuple[Note, ...]:
        """The footnotes of one quotation whose printed words are `printed`; a tier that is said beside it
        already (`tier`) is not said again. What is cited twice has one note."""
        made: dict[tuple[str | None, str, str], list[Citation]] = {}
        for citation in citations:
            made.setdefault((citation.source_label, citation.cite, _exact(citation)), []).append(citation)
        notes = []
        for same in made.values():
            self.last += 1
            for citation in same:
                self.numbers.setdefault(_passage(citation), []).append(self.last)
            notes.append(Note(self.last, self._line(same, printed, tier)))
        return tuple(notes)

    def _line(self, same: list[Citation], printed: str, tier: str | None) -> Line:
        citation, anchor = same[0], same[0].anchor
        exact = _exact(citation)
        parts = [line(citation.cite, bracketed(self.point(citation.source_label or "")))]
        if citation.tier and citation.tier != tier:
            parts.append(line(muted(f"tier {citation.tier}")))
        if anchor:
            parts.append(line(muted(f"characters {anchor.start}–{anchor.end}")))
        elif not citation.source_label:
            parts.append(line(muted("no stored source")))
        parts.append(self._outcome(same))
        if exact and exact not in printed and printed not in exact:
            parts.append(line("the passage cited reads ", Run(exact, "quoted")))
        return joined(parts, " · ")

    def _outcome(self, same: list[Citation]) -> Line:
        outcomes = [found for citation in same if (found := self.outcomes.get(_passage(citation)))]
        if "NOT FOUND" in outcomes:
            return line(alarm("checked: NOT FOUND, the source does not have these words"))
        return line(muted(f"checked: {MATCH_WORDS.get(outcomes[0], outcomes[0])}")) if outcomes else ()

    def unfound(self, citations: Iterable[Citation]) -> bool:
        """Whether a source that is cited was found not to have the words."""
        return any(self.outcomes.get(_passage(citation)) == "NOT FOUND" for citation in citations)

    def of_check(self, check: QuoteCheck) -> list[int]:
        """The footnotes that a check of a quotation is of; none where the annex does not print it."""
        return self.numbers.get((check.record, check.cite, check.words), [])


def anchored(citations: Iterable[Citation]) -> bool:
    """Whether any of these stands in a stored source: only then can words be a quotation."""
    return any(citation.anchor for citation in citations)


def _passage(citation: Citation) -> Passage:
    return citation.record, citation.cite, _exact(citation)


def _exact(citation: Citation) -> str:
    return citation.anchor.exact if citation.anchor else ""


def footnotes_of(report: Report, point: Callable[[str], Line]) -> Footnotes:
    """An annex's footnotes; of a passage checked more than once the worst outcome counts."""
    outcomes: dict[Passage, str] = {}
    for check in report.quotations:
        passage = (check.record, check.cite, check.words)
        if outcomes.get(passage) != "NOT FOUND":
            outcomes[passage] = check.match
    return Footnotes(outcomes, point)
