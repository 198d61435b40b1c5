"""A statement while it is put together, and the question it may answer."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.core.proposals import QuestionRead
from factcheck.extract.speaker import Speaker
from factcheck.extract.times import TimeExpression

DEFAULT_CONFIDENCE = {"direct": 0.95, "mixed": 0.8, "indirect": 0.65}

VERB_TOLD = "verb-told"
"""Flag of a paraphrase that begins with the reporter's own verb: "denied meeting them", "criticised the ban".
"""


@dataclass(slots=True)
class Draft:
    """A statement being put together."""

    segments: list[tuple[int, int]]
    speaker: Speaker
    quotation: str
    base: str
    sentence: int
    paragraph: int
    confidence: float
    addressee: str | None = None
    reporter: str | None = None
    question: QuestionRead | None = None
    asked: Asked | None = None
    time: TimeExpression | None = None
    forum: str | None = None
    context: str = ""
    is_question: bool = False
    flags: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Asked:
    """A question still waiting for its answer, with the occasion it was asked on."""

    question: QuestionRead
    asker: Speaker
    addressee: Speaker | None
    paragraph: int
    time: TimeExpression | None
    forum: str | None
    context: str
    answered_in: int | None = None
