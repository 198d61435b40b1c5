"""Claims of one statement brought together, so that what they share is printed once."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from factcheck.core.light import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.report import ClaimChapter
    from factcheck.core.views.claims import ClaimView

SHARED = (
    "statement", "speaker", "speaker_label", "said_on", "said_on_said", "forum", "addressee", "on_behalf_of",
    "reporter", "question", "question_by", "question_quotation", "context", "clarity", "responsive", "status",
    "status_basis", "sworn", "setting", "quotation", "question_citations", "variants", "later",
    "statement_citations", "oath_citations",
)  # fmt: skip
"""The fields of a claim that are its statement's."""


@dataclass(frozen=True, slots=True)
class SpokenOnce:
    """A statement with the chapters of its claims; `claim` is the first, whose shared fields hold for all."""

    claim: ClaimView
    chapters: tuple[ClaimChapter, ...]

    @property
    def words(self) -> str:
        """The statement's words, whole."""
        return whole(self.claim)

    @property
    def stretches(self) -> list[tuple[str, bool]]:
        """The words in stretches, cut where a claim begins or ends, each with whether a claim has it; one
        that is the whole statement marks nothing."""
        spans = [
            (len(claim.before), len(claim.before) + len(claim.words))
            for claim in (chapter.claim for chapter in self.chapters)
            if not is_whole(claim)
        ]
        cuts = sorted({0, len(self.words), *(cut for span in spans for cut in span)})
        return [
            (self.words[start:end], any(a <= start and end <= b for a, b in spans))
            for start, end in pairwise(cuts)
        ]


def whole(claim: ClaimView) -> str:
    """The words of a claim's statement."""
    return claim.before + claim.words + claim.after


def is_whole(claim: ClaimView) -> bool:
    """Whether a claim has all the words of its statement."""
    return not claim.before and not claim.after


def by_statement(chapters: Sequence[ClaimChapter]) -> list[SpokenOnce]:
    """Neighbouring chapters whose claims share a statement in every respect, as one."""
    grouped: list[list[ClaimChapter]] = []
    for chapter in chapters:
        if grouped and _shared(grouped[-1][0].claim) == _shared(chapter.claim):
            grouped[-1].append(chapter)
        else:
            grouped.append([chapter])
    return [SpokenOnce(group[0].claim, tuple(group)) for group in grouped]


def _shared(claim: ClaimView) -> tuple[Any, ...]:
    return (whole(claim), *(getattr(claim, name) for name in SHARED))
