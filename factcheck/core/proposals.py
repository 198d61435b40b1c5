"""What extraction proposes. A proposal is never a fact until a person accepts it."""

from __future__ import annotations

from factcheck.core.light import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the document's reading text: code points, end excluded."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class WhenRead:
    """A date as read: `edtf` is None when unknown or ambiguous; then `candidates` holds two or more
    (value, confidence from 0 to 1). `anchor` says what a relative date was counted from; `basis` says why."""

    edtf: str | None
    earliest: str | None = None
    latest: str | None = None
    precision: str | None = None
    anchor: str | None = None
    candidates: tuple[tuple[str, float], ...] = ()
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class QuestionRead:
    """The question that drew a statement: words as printed (or the reporter's paraphrase of it)."""

    span: Span
    speaker: str | None
    quotation: str = "direct"


@dataclass(frozen=True, slots=True)
class ProposedStatement:
    """Words found in a document with who is said to have spoken them.

    `segments` are the verbatim stretches in order; `quotation` is one of transcript, direct, mixed, indirect,
    nested; `form` and `sworn` as in the rubric's terms; `confidence` 0 to 1; every guess names its basis.
    """

    segments: tuple[Span, ...]
    speaker: str | None
    quotation: str
    confidence: float
    speaker_basis: str = ""
    speaker_candidates: tuple[str, ...] = ()
    addressee: str | None = None
    on_behalf_of: str | None = None
    reporter: str | None = None
    question: QuestionRead | None = None
    oath: Span | None = None
    """The passage in which the speaker was sworn in; there where `sworn` is yes."""
    said_on: WhenRead | None = None
    forum: str | None = None
    sworn: str = "to-confirm"
    form: str = "categorical"
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedEvent:
    """Something the document says took place, with the passages that say so (one event may have several)."""

    title: str
    passages: tuple[Span, ...]
    when: WhenRead | None
    who: tuple[tuple[str, str | None], ...]
    """(name, capacity or None) in order of mention."""
    where: str | None = None
    according_to: str | None = None
    confidence: float = 0.5
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedPerson:
    """Someone the document names: fullest name, the other names used, titles as printed."""

    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class DateRead:
    """One time expression of the document with its value."""

    span: Span
    when: WhenRead
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposals:
    """All that one extractor found in one document; `extractor` names it and its version."""

    extractor: str
    statements: tuple[ProposedStatement, ...] = ()
    events: tuple[ProposedEvent, ...] = ()
    people: tuple[ProposedPerson, ...] = ()
    dates: tuple[DateRead, ...] = ()
