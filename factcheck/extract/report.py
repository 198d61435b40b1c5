"""One act of reporting, as found in a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.extract.cues import Cue
from factcheck.extract.tokens import Token


@dataclass(slots=True)
class Report:
    """One act of reporting found in a sentence. Pairs are token ranges of that sentence, end excluded.

    `content` holds the ranges of the words reported; `quoted` those tokens of them that are quotations.
    `whole` says that the content is quotation and nothing else. `described` ends what is said about the
    subject.
    """

    sentence: int
    verb: int
    base: str
    kind: Cue
    subject: tuple[int, int] | None = None
    described: int = 0
    addressee: tuple[int, int] | None = None
    content: list[tuple[int, int]] = field(default_factory=list)
    whole: bool = False
    question: bool = False
    after: int = 0
    """Where what follows the verb's complement begins, for time and place."""
    opens_next: bool = False
    """The words follow in the next paragraph, after a colon."""
    inverted: bool = False
    passive: bool = False
    acts: bool = False
    """The verb itself is part of the content: "criticised the ban"."""

    def quotations(self, tokens: list[Token]) -> list[int]:
        return [i for first, last in self.content for i in range(first, last) if tokens[i].quoted]
