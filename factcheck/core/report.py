"""The Report: one value for every format. What is not in it cannot be printed; what is in it prints
everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from factcheck.core.light import dataclass
from factcheck.core.views.claims import ClaimView, StatementView
from factcheck.core.views.events import EventView, RowView
from factcheck.core.views.judgements import ExplanationView
from factcheck.core.views.pairs import LinkView
from factcheck.core.views.sources import SourceView

MatchClass = Literal[
    "exact",
    "whitespace",
    "punctuation-normalised",
    "variant",
    "read from image, checked",
    "read from image",
    "machine-read",
    "NOT FOUND",
]
"""From best to worst. Words read from an image are those that one reviewer typed; a second may have checked
them. Machine-read words are as in a text that no person has compared with its image."""


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """One quotation compared with the stored source. `record` is the id of the record that quotes, `what`
    names it in words, `source` is the label of the source."""

    record: str
    what: str
    source: str
    cite: str
    words: str
    match: MatchClass


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One thing of the record beside a claim: an event, another statement or a register's row; the link, and
    the days between."""

    link: LinkView
    event: EventView | None
    statement: StatementView | None
    explanations: tuple[ExplanationView, ...]
    days: int | None
    row: RowView | None = None


@dataclass(frozen=True, slots=True)
class ClaimChapter:
    """A claim with its question and context, all that is linked, explanations of the claim as a whole."""

    claim: ClaimView
    exhibits: tuple[Exhibit, ...]
    explanations: tuple[ExplanationView, ...]


@dataclass(frozen=True, slots=True)
class Lint:
    """A word in reviewers' text that draws a legal conclusion or charges intent; reported, never changed."""

    where: str
    word: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report may say. `sealed` counts the sources that the lead sealed; their cards are here so
    that each format leaves them and their passages out.

    `as_of` is the only time in an output. `people` are (name, roles as dated words, aliases). `head` is a
    digest of the ledger heads, so that a reader can ask which state of the case this was. `unread` lists the
    holes.
    """

    title: str
    question: str | None
    summary: str | None
    sample: bool
    status: Literal["DRAFT", "LOCKED"]
    as_of: str
    rubric: Mapping[str, Any]
    head: str
    version: str
    counts: Mapping[str, int]
    people: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
    reviewers: tuple[tuple[str, str], ...]
    chapters: tuple[ClaimChapter, ...]
    other_events: tuple[EventView, ...]
    sources: tuple[SourceView, ...]
    quotations: tuple[QuoteCheck, ...]
    lint: tuple[Lint, ...]
    unread: tuple[tuple[str, str, str, int], ...]
    """(source label, what, where, count)"""
    sealed: int
    warnings: tuple[str, ...]
    """What an editor must know before printing: stale grades, rationales owed, quotations not found,
    conflicts."""
