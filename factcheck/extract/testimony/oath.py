"""Where a transcript shows that a witness was sworn or affirmed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict

from factcheck.core.document import Document, Section, Turn
from factcheck.core.light import dataclass
from factcheck.core.proposals import Span

_SWEARING_IN = re.compile(
    r"(?<!not )(?<!never )\b(?:"
    r"(?:witness(?:es)?|nominee|deponent|interpreter|m[rs]{1,2}\.\s[\w'’.-]+|(?:[A-Z][\w'’.-]+),?)\s"
    r"(?:was|were|is|are|having\sbeen|being)\s(?:first\s|then\s|previously\s|duly\s)*(?:sworn|affirmed)|"
    r"(?:having|being|been|was|were)\s(?:previously\s|first\s|then\s)?duly\s(?:sworn|affirmed)|"
    r"having\s(?:previously\s|first\s)?been\s(?:first\s)?(?:duly\s)?(?:sworn|affirmed)|"
    r"(?:witness(?:es)?|nominees?|deponent)\s(?:sworn|affirmed)|"
    r"do\syou\s(?:each\s|all\s|both\s|hereby\s|solemnly\s|now\s)*(?:swear|affirm))\b"
    r"(?!\s(?:in\b|into\b|to\ssecrecy|statement|testimony|affidavit|declaration))",
    re.IGNORECASE,
)
"""Of a person sworn in to an office, and of a sworn statement, it knows nothing."""

_TOLD_BY = re.compile(r"\b[Ss](?:worn|wear)\b|\b[Aa]ffirm|\bS(?:WORN|WEAR)\b|\bAFFIRM")
_REACH = 100
"""Code points around such a word in which the whole passage is looked for."""


_ASSENT = re.compile(r"\W*(?:yes\b|i (?:do|will|so swear|swear|affirm)\b|so help me)", re.IGNORECASE)
_SOON = 12
"""Turns after the oath is put within which those who take it answer."""

_SINGULAR = frozenset({"deposition"})
"""Kinds with one witness, whom any swearing-in in them concerns."""

_UNDER_OATH = frozenset({"hearing", "deposition", "trial"})


@dataclass(frozen=True, slots=True)
class Oath:
    """Whether words are sworn ('yes', 'no' or 'to-confirm'), and the passage that shows it where it is
    yes."""

    sworn: str
    passage: Span | None = None


class Oaths:
    """The swearing-in passages of one transcript, and whom each concerns."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._passages = [(passage, self._takers(passage)) for passage in swearing_in(document.text)]
        self._witnesses: dict[int, set[str | None]] = defaultdict(set)
        for turn in document.turns:
            if turn.role == "answer":
                self._witnesses[self._sitting(turn)].add(turn.speaker)

    def of(self, turn: Turn) -> Oath:
        """The oath under which a witness's turn was spoken.

        Sworn only where a passage before it shows that this witness was: it names the witness, the witness
        assented to it, or nobody else testifies in the same sitting. Written answers are to confirm.
        """
        if self._document.kind not in _UNDER_OATH:
            return Oath("no")
        section = self._document.section_at(turn.start)
        if section is not None and section.sort != "sitting":
            return Oath("to-confirm")
        since = 0
        if section is not None and self._document.kind not in _SINGULAR:
            since = self._document.sections[self._sitting(turn)].start
        for passage, takers in reversed(self._passages):
            if since <= passage.start < turn.start and self._concerns(passage, takers, turn):
                return Oath("yes", passage)
        return Oath("to-confirm")

    def _concerns(self, passage: Span, takers: frozenset[str], turn: Turn) -> bool:
        if self._document.kind in _SINGULAR:
            return True
        if turn.speaker is None:
            return False
        surname = turn.speaker.split()[-1].casefold()
        if turn.speaker in takers or surname in passage.exact.casefold():
            return True
        return not takers and len(self._witnesses[self._sitting(turn)]) == 1

    def _takers(self, passage: Span) -> frozenset[str]:
        """Those who say "I do" after the oath is put to them."""
        turns = self._document.turns
        first = bisect_left(turns, passage.start, key=lambda turn: turn.end)
        text = self._document.text
        return frozenset(
            turn.speaker
            for turn in turns[first : first + _SOON]
            if turn.speaker is not None and _ASSENT.match(text, turn.start, turn.end)
        )

    def _sitting(self, turn: Turn) -> int:
        """The section with which the sitting of a turn began: a prepared statement that was put in ends
        none."""
        sections = self._document.sections
        first = before = bisect_right(sections, turn.start, key=lambda one: one.start) - 1
        while before > 0 and sections[before - 1].sort == "written":
            before -= 1
            if before and _is_one_sitting(sections[before - 1], sections[first]):
                first = before = before - 1
        return first


def _is_one_sitting(one: Section, other: Section) -> bool:
    return one.sort == other.sort == "sitting" and (one.date, one.place) == (other.date, other.place)


def swearing_in(text: str) -> tuple[Span, ...]:
    """The swearing-in passages in order, each with the lines that it stands on."""
    found: dict[int, Span] = {}
    for told in _TOLD_BY.finditer(text):
        passage = _SWEARING_IN.search(text, max(0, told.start() - _REACH), told.end() + _REACH)
        if passage is not None:
            lines = _lines(text, passage.start(), passage.end())
            found[lines.start] = lines
    return tuple(found.values())


def _lines(text: str, start: int, end: int) -> Span:
    start = text.rfind("\n", 0, start) + 1
    end = text.find("\n", end) if text.find("\n", end) >= 0 else len(text)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    return Span(start, end, text[start:end])
