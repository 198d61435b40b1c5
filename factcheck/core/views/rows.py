"""The lines of the long lists: statements and claims, what stands beside a claim, people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factcheck.core.light import dataclass

if TYPE_CHECKING:
    from factcheck.core.findings import Finding


@dataclass(frozen=True, slots=True)
class BenchRow:
    """One line of the statements list: a statement's heading, one of its claims, the heading of proposals
    from one part of a source, or a proposal (dimmed).

    `mark` is the finding's state in a glyph-free word: "4", "3", "2", "1", "0", "u", "range", "" (ungraded).
    `links` counts what is linked; `words` are as said, whole.
    """

    row: Literal["statement", "claim", "group", "proposal"]
    id: str
    label: str
    words: str
    said_on: str | None = None
    speaker: str | None = None
    status: str | None = None
    finding: Finding | None = None
    mark: str = ""
    links: int = 0
    basis: str | None = None
    """For a proposal: why it was proposed, and how sure."""
    withdrawn: bool = False
    confidence: int | None = None
    """Of a proposal, in hundredths."""
    waiting: int = 0
    """Of a group: how many proposals are below."""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One line of the record beside a claim: an event, a register's row or another statement, or a proposed
    event.

    `link` is the link's id and label when it is linked; `verdict` the words that stand for its grades as far
    as the viewer may see them ("contradicts 3", "reviewers differ 2-3", "cannot tell", "not graded", "not
    linked").
    `mark` as in BenchRow. `days` from the event to the statement, where both are days.
    """

    row: Literal["event", "statement", "row", "proposal"]
    id: str
    label: str
    title: str
    when: str | None
    when_said: str
    who: tuple[str, ...]
    established: str | None
    scheduled_only: bool
    link: str | None
    link_label: str | None
    verdict: str
    mark: str
    days: int | None = None
    reasons: str | None = None
    basis: str | None = None
    """For a proposal: why it was proposed, and how sure."""
    confidence: int | None = None
    """Of a proposal, in hundredths."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the list of people: how often they speak, are asked or addressed, and take part."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...]
    said: int
    asked: int
    took_part: int
