"""The records of a case: one frozen dataclass each, as they stand in an entry's fields and in a table's row.

A field's annotation is its rule (see `rules`): a reference to another record, an EDTF date, anchors, words,
a code of a closed vocabulary, or plain JSON. Absent is None. Every record may also be withdrawn with a
reason.
"""

from __future__ import annotations

from factcheck.core import codes
from factcheck.core.light import dataclass
from factcheck.core.rules import (
    Anchors,
    ClaimId,
    CodeMap,
    Count,
    Edtf,
    EventId,
    GradeId,
    Json,
    Names,
    NoteId,
    PersonId,
    RecordId,
    RefList,
    RegisterId,
    ReviewerId,
    Sha,
    SourceId,
    StatementId,
    Text,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record shares: a withdrawal keeps the record and says why."""

    withdrawn: bool = False
    withdrawn_reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Record):
    """One investigation. `question` is its scope; `sample` marks the worked example; `zone` its local
    time."""

    title: Text
    question: Text | None = None
    summary: Text | None = None
    zone: Text | None = None
    sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Replica(Record):
    """One file's life. `letter` marks the labels it makes (none for the founder); `origin` says how it
    began."""

    letter: str
    origin: Text
    version: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer(Record):
    """Someone who acts on the case. Identity is declared, not proven; `name` is what `--by` takes."""

    name: Text
    role: codes.Role = "reviewer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """One document. `bytes_sha`, `text_sha` and `map_sha` name the stored original, its reading text and its
    map. A page that a reviewer typed from an image is a variant of that image; `checked_by` compared it."""

    label: Text
    name: Text
    kind: codes.SourceKind
    bytes_sha: Sha
    text_sha: Sha
    map_sha: Sha
    size: Count
    length: Count
    reader: Text
    encoding: Text | None = None
    title: Text | None = None
    published: Edtf | None = None
    retrieved: Edtf | None = None
    publisher: Text | None = None
    author: Text | None = None
    address: Text | None = None
    tier: codes.Tier | None = None
    zone: Text | None = None
    language: Text | None = None
    cite_as: Text | None = None
    bates: Text | None = None
    printed_as: Text | None = None
    version_of: SourceId | None = None
    variant_of: SourceId | None = None
    checked_by: ReviewerId | None = None
    sealed: bool = False
    redacted: bool = False
    redacted_reason: Text | None = None
    redacted_entries: Names | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction(Record):
    """What one extractor proposed from a source: the SHA-256 of the proposals blob."""

    source: SourceId
    proposals_sha: Sha
    extractor: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """What a person decided of a proposal: accepted as a record, or rejected (and then it stays rejected); or
    of a passage of `record`: kept where it stands, beside a later version of its source."""

    source: SourceId
    verdict: Text
    record: RecordId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Anyone named. `same_as` points to the record that stands for both when two were found to be one."""

    label: Text
    name: Text
    note: Text | None = None
    same_as: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias(Record):
    """Another name under which a person appears."""

    person: PersonId
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRole(Record):
    """An office or capacity that a person held, with its time."""

    person: PersonId
    title: Text
    when: Edtf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """A speech act. Its words are anchored (`segments`) or, without a source, a reviewer's entry (`words`
    alone).

    `words` is always filled: the segments joined by " … ", or the entry. `variant_of` marks another text of
    the same utterance; `regarding` an earlier statement that this one takes up, and `afterwards` how.
    """

    label: Text
    words: Text
    segments: Anchors | None = None
    source: SourceId | None = None
    speaker: PersonId | None = None
    speaker_label: Text | None = None
    speaker_basis: Text | None = None
    said_on: Edtf | None = None
    said_basis: Text | None = None
    forum: Text | None = None
    addressee: PersonId | None = None
    on_behalf_of: PersonId | None = None
    reporter: Text | None = None
    question: Text | None = None
    question_at: Anchors | None = None
    question_by: PersonId | None = None
    question_quotation: codes.Quotation | None = None
    context: Text | None = None
    clarity: codes.Clarity | None = None
    elicited: codes.Elicited | None = None
    responsive: codes.Responsive | None = None
    form: codes.Form | None = None
    status: codes.Status = "to confirm"
    status_basis: Text | None = None
    oath: Anchors | None = None
    setting: codes.Setting | None = None
    quotation: codes.Quotation = "direct"
    variant_of: StatementId | None = None
    regarding: StatementId | None = None
    afterwards: Names | None = None
    prompted: bool | None = None
    foreign_id: Text | None = None
    same_as: StatementId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """One checkable proposition of a statement: its words as said, and a neutral restatement if one helps."""

    label: Text
    statement: StatementId
    words: Text
    segments: Anchors | None = None
    restatement: Text | None = None
    elicited: codes.Elicited | None = None
    form: codes.Form | None = None
    materiality: codes.Materiality | None = None
    materiality_to: Text | None = None
    scope: CodeMap | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """What the record shows. `count` and `members` make it a set; `search` makes it a search that found
    nothing: {"query", "sources", "searched", "holes"}."""

    label: Text
    title: Text
    when: Edtf | None = None
    when_text: Text | None = None
    place: Text | None = None
    description: Text | None = None
    established: codes.Established | None = None
    count: Count | None = None
    members: RefList | None = None
    search: Json | None = None
    foreign_id: Text | None = None
    same_as: EventId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Record):
    """Someone who took part, or is said to have (`doubtful`), and in what capacity."""

    event: EventId
    person: PersonId
    capacity: Text | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """A passage that supports an event; what it says of the fields stays visible beside what others say."""

    event: EventId
    mode: codes.Mode
    source: SourceId | None = None
    segments: Anchors | None = None
    cited: Text | None = None
    tier: codes.Tier | None = None
    says_when: Edtf | None = None
    says_place: Text | None = None
    says_means: Text | None = None
    says_who: Text | None = None
    origin: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(Record):
    """An imported table: which source, how its columns were read, the SHA-256 of its rows as JSON lines;
    where they are many, that of the first ones, and `rows_more` those of the rest in order."""

    source: SourceId
    rows_sha: Sha
    count: Count
    mode: codes.Mode
    mapping: Json
    title: Text | None = None
    rows_more: Names | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Record):
    """A row of a register that something in the case names: linked as it is, or promoted to an event.

    `mode` is what it shows where it says otherwise than its register (a visit that was called off),
    `foreign_id` the register's own id of it; `gone` says that a later import no longer has it, `changed`
    what that import has otherwise: {column: [before, after]}."""

    label: Text
    register: RegisterId
    number: Count
    title: Text
    when: Edtf | None = None
    cells: Json | None = None
    event: EventId | None = None
    foreign_id: Text | None = None
    mode: codes.Mode | None = None
    gone: bool = False
    changed: Json | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation(Record):
    """What the speaker, or someone for the speaker, says of a discrepancy; with its fit to the record."""

    label: Text
    target: RecordId
    words: Text
    segments: Anchors | None = None
    source: SourceId | None = None
    person: PersonId | None = None
    on_behalf_of: PersonId | None = None
    said_on: Edtf | None = None
    offered: codes.Offered | None = None
    type: codes.ExplanationType | None = None
    fit: codes.Fit | None = None
    fit_why: Text | None = None
    bears_on: RefList | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Record):
    """A claim joined to an event, a row or another statement. `reasons` are those of the suggestion it came
    from."""

    label: Text
    claim: ClaimId
    target: RecordId
    reasons: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection(Record):
    """A candidate that a reviewer turned down, for this claim only."""

    claim: ClaimId
    target: RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade(Record):
    """One reviewer's judgement of a target under one version of a rubric, in one round, as of a date.

    `codes` holds the four keys (relation, degree, kind, confidence); `also` secondary kinds; `scope` y, n or
    ? for each slot; `readings` [{"name", "text", "degree"}]; `basis` the fingerprint of what the reviewer
    judged: when the record no longer has it, the grade is stale. `blind` says that no other grade could be
    seen.
    """

    target: RecordId
    reviewer: ReviewerId
    rubric: Text
    rubric_version: Count
    round: Count
    as_of: Edtf
    blind: bool
    codes: CodeMap
    basis: Text
    rationale: Text | None = None
    reason: Text | None = None
    also: Names | None = None
    scope: CodeMap | None = None
    readings: Json | None = None
    awareness: Text | None = None
    occasion: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjudication(Record):
    """A settled judgement of a target, with its reason; the reviewers' own grades stay."""

    target: RecordId
    reviewer: ReviewerId
    rubric: Text
    rubric_version: Count
    round: Count
    as_of: Edtf
    codes: CodeMap
    reason: Text
    basis: Text
    chosen: GradeId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissent(Record):
    """A reviewer's disagreement with what was settled; it prints with every report."""

    target: RecordId
    reviewer: ReviewerId
    text: Text
    codes: CodeMap | None = None
    suppressed: bool = False
    suppressed_reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """A remark on anything; `parent` makes a thread."""

    target: RecordId
    reviewer: ReviewerId
    text: Text
    scope: codes.NoteScope = "team"
    parent: NoteId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag(Record):
    """A label on anything."""

    target: RecordId
    reviewer: ReviewerId
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricVersion(Record):
    """A rubric as data: its name, version and full definition."""

    name: Text
    version: Count
    definition: Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Record):
    """A round of grading. In a blind round nobody sees another's grade of a target before giving their
    own."""

    number: Count
    blind: bool
    rubric: Text
    rubric_version: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(Record):
    """A statement given to a reviewer in a round."""

    target: RecordId
    reviewer: ReviewerId
    round: Count
    due: Edtf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout(Record):
    """A file that left for a colleague: for whom, and the letter its labels will bear."""

    reviewer: ReviewerId
    letter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Record):
    """A reviewer stands by a finding as it was (`basis` is its fingerprint)."""

    target: RecordId
    reviewer: ReviewerId
    basis: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock(Record):
    """The case as it stood: the ledger heads, numbered; a later lock supersedes it."""

    number: Count
    heads: Names
    reopened: bool = False
    reopened_reason: Text | None = None
