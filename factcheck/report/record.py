"""The record as an annex tells it: events with their evidence, rows of registers, other statements,
explanations, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.codes import MODE_PHRASE, TIER_WORDS
from factcheck.report import wording
from factcheck.report.outline import (
    Block,
    Box,
    Bullets,
    Facts,
    Heading,
    Line,
    Para,
    Words,
    bracketed,
    joined,
    line,
    muted,
    strong,
)
from factcheck.report.speech import passage, speech

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.core.views.citations import Citation
    from factcheck.core.views.claims import StatementView
    from factcheck.core.views.events import EventView, EvidenceView, RowView
    from factcheck.core.views.judgements import ExplanationView, NoteView
    from factcheck.report.bearings import Bearings


def facts(*rows: tuple[str, str | Line | None], kind: str = "plain") -> Iterator[Facts]:
    """Names and values, those that are absent left out; nothing where all are."""
    kept = tuple((line(name), line(value)) for name, value in rows if value)
    if kept:
        yield Facts(kept, "narrow" if kind == "narrow" else "plain")


def dated(said: str, edtf: str | None) -> Line:
    """A date in words, with its value and precision where the words do not settle both."""
    aside = wording.date_aside(edtf)
    return line(said, muted(f" ({aside})") if aside else None)


def event_head(event: EventView, days: int | None, b: Bearings, *, linked: bool) -> Iterator[Block]:
    """What an event is, in brief."""
    planned = strong(f"Scheduled for {event.when_said}: ") if event.scheduled_only else None
    yield Heading(5, line(planned, event.title), event.head.label)
    yield from b.flags(event.head)
    if event.scheduled_only:
        yield Para(line(strong("ONLY SCHEDULED"), " Nothing on record shows that it took place."), "flag")
    yield from facts(
        ("Scheduled for" if event.scheduled_only else "When", dated(event.when_said, event.when)),
        ("Interval", wording.days_words(days) if linked else None),
        ("Where", event.place),
        ("Who", joined((_participant(*one) for one in event.who), "; ")),
        ("How established", event.established or "not yet established"),
        ("Best tier", wording.coded(event.best_tier, TIER_WORDS)),
        ("A set of", f"{event.count:,}" if event.count is not None else None),
        kind="narrow",
    )  # fmt: skip


def _participant(name: str, capacity: str | None, doubtful: bool) -> Line:
    return line(name, f", {capacity}" if capacity else "", " (doubtful)" if doubtful else "")


def event_in_full(event: EventView, b: Bearings) -> Iterator[Block]:
    """What an event rests on: its description, what the sources disagree about, each passage of evidence."""
    if event.description:
        yield Words("Description by the reviewers", event.description)
    if event.searched:
        found_nothing, *sources = event.searched
        yield Para(line("A", found_nothing[1:]), "label")
        hashes = [source.get("sha256", "not kept") for source in (event.search or {}).get("sources", ())]
        yield Bullets(
            tuple(
                line(source, muted(f" · SHA-256 {digest}"))
                for source, digest in zip(sources, hashes, strict=True)
            )
        )
    if event.disagreements:
        sides = [
            line(
                strong(f"{name}: "), joined((line(value, muted(f" ({cite})")) for value, cite in said), "; ")
            )
            for name, said in wording.pairs(event.disagreements)
        ]
        yield Box("disagree", (Para(line("The sources disagree"), "label"), Bullets(tuple(sides))))
    for evidence in event.evidence:
        yield Box("evidence", tuple(_evidence(evidence, b)))
    if not event.evidence and not event.searched:
        yield Para(line("No evidence is recorded."), "fine")
    yield from b.entered(event.head)
    yield from notes(event.notes, b)


def _evidence(evidence: EvidenceView, b: Bearings) -> Iterator[Block]:
    tier = f" · tier {wording.coded(evidence.tier, TIER_WORDS)}" if evidence.tier else ""
    origin = f" · traces to {evidence.origin}" if evidence.origin else ""
    yield Para(line(strong(MODE_PHRASE.get(evidence.mode, evidence.mode)), tier, origin))
    yield from passage(evidence.words, evidence.citations, b, tier=evidence.tier)
    if evidence.says:
        said = (line(f"{name}: {value}") for name, value in wording.pairs(evidence.says))
        yield Para(line("This source gives ", joined(said, "; "), "."), "fine")
    yield from b.flags(evidence.head)
    yield from b.entered(evidence.head)


def row_head(row: RowView, days: int | None, b: Bearings) -> Iterator[Block]:
    """A row of a register, with all its cells."""
    yield Heading(5, line(row.title), row.head.label)
    yield from b.flags(row.head)
    if row.mode == "scheduled":
        yield Para(line(strong("ONLY SCHEDULED"), " The register says what was planned."), "flag")
    if row.gone:
        yield Para(line(strong("GONE"), " A later import of the register no longer has this row."), "flag")
    for column, before, after in row.changed:
        was = f"“{column}” was “{before}” and is “{after}” in a later import of the register."
        yield Para(line(strong("CHANGED"), f" {was}"), "flag")
    source = line(row.source, bracketed(b.point(row.source_label)))
    yield from facts(
        ("Scheduled for" if row.mode == "scheduled" else "When", dated(row.when_said, row.when)),
        ("Interval", wording.days_words(days)),
        ("What it is", f"row {row.number:,} of a register, linked as it stands"),
        ("Register", source),
        ("It records as", MODE_PHRASE.get(row.mode, row.mode)),
        kind="narrow",
    )
    yield from facts(
        *((f"“{column}”", line(value or "(empty)")) for column, value in row.cells), kind="narrow"
    )
    yield from b.entered(row.head)


def statement_head(statement: StatementView, days: int | None, b: Bearings) -> Iterator[Block]:
    """Another statement beside a claim, in brief."""
    by = f" by {statement.speaker}" if statement.speaker else ""
    yield Heading(5, line(f"Another statement{by}"), statement.head.label)
    yield from b.flags(statement.head)
    basis = wording.oath_basis(statement.status_basis, statement.oath_citations)
    yield from facts(
        ("When", dated(statement.said_on_said, statement.said_on)),
        ("Interval", wording.days_words(days)),
        ("Where", statement.forum),
        ("Status", wording.status_words(statement.status, basis)),
        kind="narrow",
    )


def statement_in_full(statement: StatementView, b: Bearings) -> Iterator[Block]:
    """The words of another statement with the question that drew it."""
    if statement.question:
        yield Para(line("The question that drew it"), "label")
        yield speech(
            statement.question, statement.question_quotation, statement.question_citations, b,
            by=statement.question_by,
        )  # fmt: skip
    elif statement.question_by:
        yield Para(line(f"Its question, by {statement.question_by}, is not recorded."), "fine")
    yield speech(statement.words, statement.quotation, statement.citations, b, by=statement.speaker)
    yield from oath(statement.oath_citations, b)
    yield from b.entered(statement.head)


def oath(citations: tuple[Citation, ...], b: Bearings) -> Iterator[Block]:
    """The passage of the swearing-in, on which "sworn" rests."""
    for citation in citations:
        if citation.anchor:
            yield Para(line("The swearing-in"), "label")
            yield from passage(citation.anchor.exact, (citation,), b)


def explanation(item: ExplanationView, here: str, b: Bearings) -> Iterator[Block]:
    """What is said of a discrepancy, with its fit; told once and pointed at after."""
    if told_at := b.told_at(item, here):
        yield Para(line(strong(item.head.label), ": printed under ", b.point(told_at), "."), "fine")
        return
    inner: list[Block] = list(
        passage(item.words, item.citations, b, by=item.person, tab=item.head.label, is_anchored=item.anchored)
    )
    given = wording.date_words(item.said_on) if item.said_on else None
    inner += facts(
        ("On behalf of", item.on_behalf_of),
        (
            "Given",
            line(given, muted(f" ({item.offered})") if item.offered else None) if given else item.offered,
        ),
        ("Type", item.type),
        ("Fit to the record", line(item.fit or "not judged", f": {item.fit_why}" if item.fit_why else "")),
        ("Bears on", b.points(item.bears_on)),
    )
    inner += [*b.flags(item.head), *b.entered(item.head)]
    yield Box("explanation", tuple(inner))


def notes(threads: Iterable[NoteView], b: Bearings) -> Iterator[Block]:
    """The notes that are meant for readers of the report."""
    known = {note.head.id: note for note in threads}
    for note in known.values():
        answered = known.get(note.parent or "")
        to = f", in answer to {answered.head.label or answered.reviewer}" if answered else ""
        yield Words(
            " ".join(filter(None, ("Note", note.head.label, "by", note.reviewer))) + to, note.text, "note"
        )
        yield from b.flags(note.head)
        yield from b.entered(note.head, note.reviewer)
