"""A document's prose taken apart once, for all that read it: quotations, paragraphs, sentences, tokens,
names, times.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from factcheck.core.edtf import When
from factcheck.core.proposals import Span, WhenRead
from factcheck.extract.attribution import find_reports
from factcheck.extract.cues import CUE_WORDS
from factcheck.extract.happenings import EVENT_NOUNS, EVENT_VERBS
from factcheck.extract.headings import after_dateline, is_correction, is_credit, is_heading, is_title_case
from factcheck.extract.names import Name, find_names
from factcheck.extract.quotes import Quotation, find_quotations
from factcheck.extract.report import Report
from factcheck.extract.reporting_nouns import REPORTING_NOUNS
from factcheck.extract.sentences import masked, paragraphs, plain, sentences
from factcheck.extract.times import TimeExpression, find_times
from factcheck.extract.tokens import Token, tokens_of

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_SPEECH = CUE_WORDS | REPORTING_NOUNS | {"according"}
_DEEDS = EVENT_VERBS.keys() | {"joining"}


@dataclass(frozen=True, slots=True)
class Tells:
    """Whether a sentence holds words that may tell of speech, of a deed (a verb), of a happening (a noun)."""

    quotes: bool
    speech: bool
    deed: bool
    happening: bool

    @classmethod
    def of(cls, lowered: str, start: int, end: int) -> Tells:
        words = _WORD.findall(lowered, start, end)
        return cls(
            lowered.find("“", start, end) >= 0,
            not _SPEECH.isdisjoint(words),
            not _DEEDS.isdisjoint(words),
            not EVENT_NOUNS.keys().isdisjoint(words),
        )

    @property
    def anything(self) -> bool:
        return self.quotes or self.speech or self.deed or self.happening


@dataclass(frozen=True)
class Prose:
    """One text and what is found in it; every offset is a code point of `text`, ends excluded."""

    text: str
    published: When | None = None

    @cached_property
    def plain(self) -> str:
        return plain(self.text)

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        return paragraphs(self.text)

    @cached_property
    def quotations(self) -> list[Quotation]:
        return find_quotations(self.text, self.paragraphs)

    @cached_property
    def mask(self) -> str:
        return masked(self.text, self.quotations)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Sentences of the story: datelines are left out of them."""
        begun = [(after_dateline(self.plain, *span), span[1]) for span in self.paragraphs]
        return sentences(self.text, self.mask, begun, self.quotations)

    @cached_property
    def headings(self) -> list[tuple[int, int]]:
        """The paragraphs that are headlines; a text of one paragraph has none."""
        several = len(self.paragraphs) > 1
        return [
            span
            for number, span in enumerate(self.paragraphs)
            if several and is_heading(self.plain, *span, first=number == 0)
        ]

    @cached_property
    def credits(self) -> list[tuple[int, int]]:
        """The paragraphs that only name who made the article."""
        return [span for span in self.paragraphs if is_credit(self.plain, *span)]

    @cached_property
    def untold(self) -> frozenset[int]:
        """The numbers of sentences that tell nothing of the story: headlines, credits, corrections."""
        outside = sorted([*self.headings, *self.credits])
        starts = [start for start, _ in outside]
        found = set()
        for number, (start, end) in enumerate(self.sentences):
            place = bisect_right(starts, start) - 1
            if (place >= 0 and start < outside[place][1]) or is_correction(self.plain, start, end):
                found.add(number)
        return frozenset(found)

    @cached_property
    def tells(self) -> list[Tells]:
        """What the words of each sentence may tell: most are spared one reading or the other."""
        mask = self.mask
        lowered = mask.lower() if len(mask.lower()) == len(mask) else mask
        return [Tells.of(lowered, start, end) for start, end in self.sentences]

    @cached_property
    def tokens(self) -> list[list[Token]]:
        """Tokens of each sentence; none where no word could tell that anything was said or done."""
        mask = self.mask
        return [
            tokens_of(mask, start, end) if tells.anything else []
            for tells, (start, end) in zip(self.tells, self.sentences, strict=True)
        ]

    @cached_property
    def reports(self) -> list[list[Report]]:
        """The reports of each sentence; none where the sentence tells nothing of the story."""
        untold = self.untold
        return [
            find_reports(tokens, index) if tells.speech and index not in untold else []
            for index, (tells, tokens) in enumerate(zip(self.tells, self.tokens, strict=True))
        ]

    @cached_property
    def names(self) -> list[Name]:
        titles = [span for span in self.headings if is_title_case(self.plain, *span)]
        return find_names(self.plain, frozenset(start for start, _ in self.sentences), titles, self.credits)

    @cached_property
    def times(self) -> tuple[TimeExpression, ...]:
        return find_times(self.text, self.published)

    @cached_property
    def _time_starts(self) -> list[int]:
        return [time.start for time in self.times]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.outer_start for quotation in self.quotations]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    def times_in(self, start: int, end: int) -> tuple[TimeExpression, ...]:
        return self.times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The outermost quotation whose opening mark stands at an offset, or that holds it."""
        index = bisect_right(self._quotation_starts, offset) - 1
        if index < 0 or offset >= self.quotations[index].outer_end:
            return None
        return self.quotations[index]

    def paragraph_of(self, offset: int) -> int:
        return bisect_right(self._paragraph_starts, offset) - 1

    def span(self, start: int, end: int) -> Span:
        return Span(start, end, self.text[start:end])

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The stretch without white space at its ends."""
        piece = self.text[start:end]
        return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def when_read(time: TimeExpression, basis: str | None = None) -> WhenRead:
    """A time expression as a proposal's date."""
    candidates = tuple((candidate.edtf, candidate.confidence) for candidate in time.candidates)
    anchor = time.anchor if time.anchor != "none" else None
    return WhenRead(time.edtf, time.earliest, time.latest, time.precision, anchor, candidates, basis)
