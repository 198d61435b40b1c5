"""What readings give to faces and reports: plain frozen values, already filtered for the viewer.

Everything here is data from the case; faces must show it as data, never as markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from factcheck.core.anchors import Anchor
from factcheck.core.findings import Finding, FindingState
from factcheck.core.fold import Contender


@dataclass(frozen=True, slots=True)
class Made:
    """What an act made or changed: the record, its label (empty where it has none) and the act's batch."""

    id: str
    label: str
    batch: str


@dataclass(frozen=True, slots=True)
class Head:
    """What every record shows of itself. `label` is as people write it (`S1`, `S1.C3`, `E2`)."""

    id: str
    entity: str
    label: str
    made_by: str
    made_at: str
    changed_by: str
    changed_at: str
    withdrawn: bool = False
    withdrawn_reason: str | None = None
    conflicts: Mapping[str, tuple[Contender, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """A case at a glance. `counts` has sources, statements, claims, events, links, grades, proposals, people,
    notes, unresolved ..., in that order."""

    title: str
    question: str | None
    sample: bool
    path: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class BenchRow:
    """One line of the statements list: a statement's heading, one of its claims, or a proposal (dimmed).

    `mark` is the finding's state in a glyph-free word: "4", "3", "2", "1", "0", "u", "range", "" (ungraded).
    `links` counts what is linked; `words` are as said, whole.
    """

    row: Literal["statement", "claim", "proposal"]
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
class Citation:
    """A quotation with its place: the source's id and label, the pin cite, and the anchor (None: no stored
    source). `record` is the id of the record that quotes, so that the check of the quotation is found."""

    source: str | None
    source_label: str | None
    cite: str
    """Ready to print, e.g. `newspaper transcript, 2017-01-10, ¶212`."""
    tier: str | None
    anchor: Anchor | None
    record: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its statement and the question that drew it; `before` and `after` are the statement's
    words around the claim's own. `citations` are those of the claim's own words, `statement_citations` those
    of the whole, `oath_citations` the passage of the swearing-in."""

    head: Head
    statement: Head
    words: str
    before: str
    after: str
    restatement: str | None
    speaker: str | None
    speaker_label: str | None
    said_on: str | None
    said_on_said: str
    forum: str | None
    addressee: str | None
    on_behalf_of: str | None
    reporter: str | None
    question: str | None
    question_by: str | None
    question_quotation: str | None
    context: str | None
    elicited: str | None
    clarity: str | None
    responsive: str | None
    form: str | None
    status: str
    status_basis: str | None
    sworn: str
    setting: str | None
    quotation: str
    materiality: str | None
    materiality_to: str | None
    scope: Mapping[str, str] | None
    citations: tuple[Citation, ...]
    question_citations: tuple[Citation, ...]
    variants: tuple[VariantView, ...]
    later: tuple[LaterView, ...]
    finding: Finding | None
    notes: tuple[NoteView, ...]
    tags: tuple[str, ...]
    dissents: tuple[DissentView, ...]
    adjudications: tuple[AdjudicationView, ...]
    statement_citations: tuple[Citation, ...] = ()
    oath_citations: tuple[Citation, ...] = ()
    proposed: str | None = None
    """Why it was proposed and how sure that is, where nobody has accepted it yet."""


@dataclass(frozen=True, slots=True)
class VariantView:
    """Another text of the same utterance: its label, words and where they stand. Without a citation that has
    an anchor, the words were typed by a reviewer."""

    id: str
    label: str
    words: str
    citation: str
    source: str | None = None
    """What the source that prints it is called."""
    quotation: str = "direct"
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class LaterView:
    """A later statement that takes this one up, and how (reaffirmed, supplemented ...)."""

    id: str
    label: str
    said_on: str | None
    words: str
    afterwards: tuple[str, ...]
    days_after: int | None
    prompted: bool | None
    quotation: str = "direct"
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One passage of evidence; what it says of each field stays beside what others say."""

    head: Head
    mode: str
    tier: str | None
    words: str
    citations: tuple[Citation, ...]
    says: Mapping[str, str]
    """when, place, means, who: as this evidence has them."""
    origin: str | None


@dataclass(frozen=True, slots=True)
class EventView:
    """An event with its evidence. `disagreements` maps a field to the differing values, each with its
    citation."""

    head: Head
    title: str
    when: str | None
    when_said: str
    place: str | None
    description: str | None
    established: str | None
    who: tuple[tuple[str, str | None, bool], ...]
    """(name, capacity, doubtful)"""
    evidence: tuple[EvidenceView, ...]
    best_tier: str | None
    scheduled_only: bool
    disagreements: Mapping[str, tuple[tuple[str, str], ...]]
    count: int | None
    search: Mapping[str, Any] | None
    notes: tuple[NoteView, ...]
    tags: tuple[str, ...]
    proposed: str | None = None
    """As in ClaimView."""


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement as the other side of a link (changed account) or shown alone."""

    head: Head
    words: str
    speaker: str | None
    said_on: str | None
    said_on_said: str
    forum: str | None
    status: str
    quotation: str
    question: str | None
    citations: tuple[Citation, ...]
    status_basis: str | None = None
    question_by: str | None = None
    question_quotation: str | None = None
    question_citations: tuple[Citation, ...] = ()
    oath_citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of an imported register as it stands there, linked without having become an event. `mode` says
    what the whole register shows (`scheduled` is not `attended`); `source` is what it is called."""

    head: Head
    number: int
    title: str
    when: str | None
    when_said: str
    cells: tuple[tuple[str, str], ...]
    """(column, what stands in it), in the order of the register"""
    mode: str
    source: str | None
    source_label: str | None
    gone: bool = False
    """Whether a later import of the register no longer has it."""
    changed: tuple[tuple[str, str, str], ...] = ()
    """What a later import has otherwise: (column, before, after)."""


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


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link with all that was judged of it, as far as the viewer may see it."""

    head: Head
    claim: str
    claim_label: str
    target: str
    target_label: str
    grades: tuple[GradeView, ...]
    adjudications: tuple[AdjudicationView, ...]
    dissents: tuple[DissentView, ...]
    notes: tuple[NoteView, ...]
    tags: tuple[str, ...]
    hidden: bool
    """Whether the grades of others, if there are any, are kept from this viewer, who has not graded yet.
    Whether there are any is not told."""
    state: FindingState = "none"
    """How the grades that the viewer may see stand: settled, agreed, one reviewer's, or apart (range)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What the Bench shows in full: a claim beside one thing of the record. Without a link, `link` is
    None."""

    claim: ClaimView
    event: EventView | None
    statement: StatementView | None
    link: LinkView | None
    explanations: tuple[ExplanationView, ...]
    days: int | None
    row: RowView | None = None


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source's card. `hash` is the SHA-256 of the stored bytes; `version_of` and `variant_of` are
    labels."""

    head: Head
    name: str
    title: str
    kind: str
    published: str | None
    publisher: str | None
    author: str | None
    address: str | None
    tier: str | None
    cite_as: str | None
    printed_as: str | None
    hash: str
    size: int
    length: int
    encoding: str | None
    reader: str
    holes: tuple[tuple[str, str, int], ...]
    """(what, where, count)"""
    retrieved: str | None
    sealed: bool
    published_said: str = ""
    version_of: str | None = None
    variant_of: str | None = None
    bates: str | None = None
    typed_by: str | None = None
    """Who typed it from an image; None where its text was read from its bytes."""
    checked_by: str | None = None


@dataclass(frozen=True, slots=True)
class TurnView:
    """One speaker's words in a transcript, from `start` to `end` of the reading text. `speaker` is None for a
    voice from the room; `role` is one of `core.document.ROLES`."""

    start: int
    end: int
    speaker: str | None
    role: str
    label: str | None
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypedView:
    """What a reviewer typed from the image of a page: the source it is, who typed it, who has checked it."""

    id: str
    label: str
    typed_by: str
    checked_by: str | None


@dataclass(frozen=True, slots=True)
class PageView:
    """A page of a source: its label as printed, its number from 1, the Bates number where the source's range
    proves it, and what was typed from it where it is an image."""

    page: str
    number: int
    bates: str | None
    has_text: bool
    typed: tuple[TypedView, ...]


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a source's reading text: its number from 0, the offset of its first code point, the text
    without its newline, and the place in words (`¶4`, `45:12`)."""

    number: int
    start: int
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class LogLine:
    """One act or entry of the history, in words."""

    entry: str
    at: str
    by: str
    sentence: str
    batch: str
    undone: bool
    subject: str
    label: str


@dataclass(frozen=True, slots=True)
class UndoOffer:
    """What undo (or redo) would take back: when it was done and what, and whether that was on an earlier
    day."""

    batch: str
    at: str
    sentence: str
    earlier_day: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A search hit: a record or a place in a source, with the words around it and where the match stands in
    them.

    `about` is the record to open for it: of an alias its person, of a note or a tag what it is on.
    """

    entity: str
    id: str
    label: str
    snippet: str
    spans: tuple[tuple[int, int], ...]
    """Code points of the snippet that matched, end excluded."""
    source: str | None = None
    start: int | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An event that matching offers for a claim: its rank from 1 and why, in plain words. `score` (0 to 1) is
    for machines. `link` is the link's id where the two are linked already."""

    id: str
    label: str
    title: str
    when: str | None
    when_said: str
    who: tuple[str, ...]
    rank: int
    score: float
    reasons: tuple[str, ...]
    link: str | None = None


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


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Something that a person said, asked or took part in: label, date, words, and how (a capacity, a
    forum)."""

    id: str
    entity: str
    label: str
    when: str | None
    when_said: str
    words: str
    how: str | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that the case holds of a person, each part by date. `roles` are (title, when in words)."""

    head: Head
    name: str
    aliases: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]
    note: str | None
    said: tuple[Mentioned, ...]
    asked: tuple[Mentioned, ...]
    took_part: tuple[Mentioned, ...]
    explained: tuple[Mentioned, ...]
    merged: tuple[str, ...]
    """Labels of records that were found to be the same person."""
    notes: tuple[NoteView, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A waiting proposal: what sort, its words, where it stands and why it was proposed."""

    id: str
    entity: Literal["statement", "event"]
    words: str
    source: str
    source_label: str
    start: int
    end: int
    speaker: str | None
    when: str | None
    confidence: float
    basis: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check of the case found. `where` names replica, seq and the hash's first eight digits, or a
    file part."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome of `verify`."""

    ok: bool
    entries: int
    problems: tuple[Problem, ...]
