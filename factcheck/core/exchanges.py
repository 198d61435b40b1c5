"""Questions and the answers they drew, from the turns of a transcript."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from factcheck.core.document import Section, Turn
from factcheck.core.light import dataclass

_ENDS_A_QUESTION = frozenset({"statement"})
"""Roles after which no answer to an earlier question is looked for; objections, colloquy and notes between a
question and its answer are skipped."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what answered it, as indexes into the turns. `answers` is empty where nobody answered,
    and holds several where several persons did, or one in several turns."""

    question: int
    answers: tuple[int, ...]


def exchanges_of(turns: Sequence[Turn], sections: Sequence[Section] = ()) -> tuple[Exchange, ...]:
    """Every question of a transcript, in order, with its answers.

    An answer belongs to the question asked last by somebody else in the same section, over the heads of those
    who spoke between. What follows a statement, or a new section, answers no earlier question.
    """
    starts = [section.start for section in sections]
    found: list[tuple[int, list[int]]] = []
    pending: list[int] | None = None
    section = -1
    for index, turn in enumerate(turns):
        here = bisect_right(starts, turn.start)
        if here != section or turn.role in _ENDS_A_QUESTION:
            pending, section = None, here
        if turn.role == "question":
            pending = []
            found.append((index, pending))
        elif turn.role == "answer" and pending is not None:
            asker = turns[found[-1][0]].speaker
            if turn.speaker is None or turn.speaker != asker:
                pending.append(index)
    return tuple(Exchange(question, tuple(answers)) for question, answers in found)
