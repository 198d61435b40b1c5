"""What people judge and remark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.light import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.core.views.citations import Citation
    from factcheck.core.views.records import Head


@dataclass(frozen=True, slots=True)
class GradeView:
    """One reviewer's grade, in codes and words. `remarks` are the checks' (severity, text)."""

    head: Head
    target: str
    reviewer: str
    rubric: str
    rubric_version: int
    round: int
    as_of: str
    blind: bool
    stale: bool
    codes: Mapping[str, str]
    said: str
    rationale: str | None
    reason: str | None
    also: tuple[str, ...]
    scope: Mapping[str, str] | None
    readings: tuple[Mapping[str, str], ...]
    awareness: str | None
    remarks: tuple[tuple[str, str], ...]
    occasion: str | None = None
    """What called for the thing left out, where the kind is omission."""


@dataclass(frozen=True, slots=True)
class AdjudicationView:
    """What was settled, by whom, why. `chosen` is the label of the grade that was chosen as it stands, or its
    reviewer where it bears none; None where the adjudicator graded anew."""

    head: Head
    reviewer: str
    codes: Mapping[str, str]
    said: str
    reason: str
    stale: bool
    round: int
    as_of: str
    chosen: str | None


@dataclass(frozen=True, slots=True)
class DissentView:
    """A reviewer's disagreement with what was settled."""

    head: Head
    reviewer: str
    text: str
    codes: Mapping[str, str] | None
    suppressed: bool


@dataclass(frozen=True, slots=True)
class ExplanationView:
    """The speaker's account of the discrepancy, and its fit to the record. `anchored` tells words that a
    stored source has from words that a reviewer typed."""

    head: Head
    words: str
    person: str | None
    on_behalf_of: str | None
    said_on: str | None
    offered: str | None
    type: str | None
    fit: str | None
    fit_why: str | None
    bears_on: tuple[str, ...]
    citations: tuple[Citation, ...]
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note of a thread; `parent` is the id of the note it answers."""

    head: Head
    reviewer: str
    text: str
    scope: str
    parent: str | None
