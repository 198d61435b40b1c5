"""What is found: a time expression with its reading, and the mention it was read from."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.core.edtf import When


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of an ambiguous expression; ``confidence`` from 0 to 1, summing to 1 over the readings."""

    edtf: str
    confidence: float


@dataclass(frozen=True, slots=True)
class LocalAnchor:
    """A stretch of text spoken or written at a time of its own: ``start``, ``end`` in code points, end
    excluded.

    ``kind`` becomes the ``anchor`` of the expressions counted from it: "utterance", "dateline" and the like.
    """

    start: int
    end: int
    when: When
    kind: str = "utterance"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One time expression: offsets in code points of the text searched, end excluded; days as ISO strings.

    ``edtf`` is None when nothing can be counted from (flag "unresolved"), when readings compete ("ambiguous",
    with the ``candidates``) or when the words name no particular time ("vague", with "past", "present" or
    "future"). ``anchor`` says what it was counted from: none, document, utterance (or another local anchor's
    kind), event (the last date told, or a named happening). ``parts`` are the two ends of a range as they
    stand in the text.
    """

    text: str
    start: int
    end: int
    edtf: str | None
    earliest: str | None = None
    latest: str | None = None
    precision: str | None = None
    anchor: str = "none"
    candidates: tuple[Candidate, ...] = ()
    flags: tuple[str, ...] = ()
    parts: tuple[TimeExpression, ...] = ()


@dataclass(slots=True)
class Mention:
    """The words of one expression taken apart, before anything is counted.

    ``kind``: calendar (the fields below, any of them missing), deictic (counted from now), anaphoric (counted
    from the last date told), landmark (counted from a named happening), fixed (``value`` is the EDTF),
    numeric, vague, campaign. ``which`` is the determiner of a calendar mention: last, past, this, next, that.
    ``year_ref`` is where a missing year comes from: ("now" or "told", years to add).
    """

    kind: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    part: int | None = None
    nth_week: int | None = None
    unit: str = "day"
    offset: int = 0
    which: str = ""
    year_ref: tuple[str, int] | None = None
    value: str = ""
    choices: tuple[str, ...] = ()
    noun: str = ""
    flags: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a mention comes to: an EDTF value or none, counted from ``anchor``."""

    edtf: str | None
    anchor: str = "none"
    candidates: tuple[Candidate, ...] = ()
    flags: tuple[str, ...] = ()
