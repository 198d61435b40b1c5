"""The first pages of an annex: standing, what must be mended before printing, summary, findings, people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report import wording
from factcheck.report.chapters import speaker_of
from factcheck.report.digest import digest
from factcheck.report.judgement import headline, judges
from factcheck.report.outline import (
    Block,
    Box,
    Bullets,
    Facts,
    Heading,
    Line,
    Para,
    Part,
    Row,
    Table,
    Words,
    alarm,
    joined,
    line,
    muted,
    strong,
)
from factcheck.report.speech import inline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.core.report import ClaimChapter
    from factcheck.report.bearings import Bearings


def front(b: Bearings) -> Iterator[Part]:
    """Everything before the first statement."""
    yield Part("front", tuple(_title(b)))
    if urgent := tuple(_urgent(b)):
        yield Part("section", urgent)
    yield Part("section", tuple(_summary(b)))
    yield Part("section", tuple(_findings(b)), "findings", "Findings")
    if b.report.people:
        yield Part("section", tuple(_people(b)))
    yield Part("section", tuple(_covered(b)), "covered", "What is not covered")


def _title(b: Bearings) -> Iterator[Block]:
    report = b.report
    if report.sample:
        sample = line(strong("SAMPLE"), " A worked example made to show the tool. It is not a publication.")
        yield Box("sample", (Para(sample),))
    if report.status == "DRAFT":
        draft = line(strong("DRAFT"), " Not signed off. Anything here may still change.")
        yield Box("draft", (Para(draft),))
    else:
        locked = " The case stood as printed when it was locked; the digest of its ledger is at the end."
        yield Box("locked", (Para(line(strong(report.status), locked)),))
    yield Para(line("Fact-check annex"), "kicker")
    yield Heading(1, line(report.title))
    if report.question:
        yield Para(line(report.question), "lead")
    reviewers = ", ".join(f"{name} ({role})" for name, role in report.reviewers)
    rows = [
        (line("As of"), line(wording.date_words(report.as_of))),
        (line("Rubric"), line(f"{b.scale.title} ({b.scale.name}, version {b.scale.version})")),
        *([(line("Reviewers"), line(reviewers))] if reviewers else []),
        *([(line("Entered by"), line(f"{b.usual}, unless it says otherwise"))] if b.usual else []),
    ]
    yield Facts(tuple(rows), "standing")


def _urgent(b: Bearings) -> Iterator[Block]:
    if b.report.warnings:
        warnings = Bullets(tuple(line(warning) for warning in b.report.warnings))
        yield Box("warnings", (Heading(2, line("Before this is printed")), warnings))
    missing = [check for check in b.report.quotations if check.match == "NOT FOUND"]
    if missing:
        title = f"{wording.number(len(missing), 'quotation')} NOT FOUND in the stored source"
        say = "These words are not in the source they cite. Do not print them as quotations."
        items = tuple(line(f"{check.what}: {check.words}", muted(f" ({check.cite})")) for check in missing)
        yield Box("missing", (Heading(2, line(title)), Para(line(say)), Bullets(items)))


def _summary(b: Bearings) -> Iterator[Block]:
    yield Heading(2, line("Summary"))
    if b.report.summary:
        yield Words("", b.report.summary, "summary")
        yield Para(line("Computed from the values of this report"), "label")
    yield Para(line(" ".join(digest(b.report))))


def _findings(b: Bearings) -> Iterator[Block]:
    yield Heading(2, line("Findings"))
    rows = [
        _finding(chapter, place == 0, b)
        for spoken in b.spoken
        for place, chapter in enumerate(spoken.chapters)
    ]
    if rows:
        yield Table("findings", ("Claim", "Words", "Finding", "Judged by"), tuple(rows))
    else:
        yield Para(line("No claim is part of this report."))


def _finding(chapter: ClaimChapter, first: bool, b: Bearings) -> Row:
    claim, finding = chapter.claim, chapter.claim.finding
    gone = claim.head.withdrawn or claim.statement.withdrawn
    words = line(alarm("WITHDRAWN") if gone else None, " " if gone else "")
    who = line(muted(f"{speaker_of(claim)}, {claim.said_on_said}")) if first else ()
    said = line(words, inline(claim.words, claim.quotation, claim.citations, b))
    more: list[Line] = []
    if finding and finding.degree:
        more = [line(finding.text), line(wording.STATE_WORDS.get(finding.state, finding.state))]
    elif finding:
        more = [line(wording.reason_words(finding))]
    judged = (headline(finding), *more)
    return Row(((b.point(claim.head.label),), (said, who) if who else (said,), judged, judges(chapter)))


def _people(b: Bearings) -> Iterator[Block]:
    yield Heading(2, line("People and roles"))
    rows = []
    for name, roles, aliases in b.report.people:
        also = muted(f" Also named: {', '.join(aliases)}") if aliases else None
        rows.append((line(name), line("; ".join(roles) or "no role on record", also)))
    yield Facts(tuple(rows), "key")


def _covered(b: Bearings) -> Iterator[Block]:
    report = b.report
    yield Heading(2, line("What the case holds, and what is not covered"))
    counts = (line(strong(f"{count:,}"), f" {name}") for name, count in wording.counted(report.counts))
    if report.counts:
        yield Para(joined(counts, " · "))
    if report.unread:
        yield Para(line("These could not be read. Absence from the text is not absence from the record."))
        yield Bullets(
            tuple(
                line(b.point(label), f": {count:,} × {what}, {where}")
                for label, what, where, count in report.unread
            )
        )
    if report.sealed:
        sealed = wording.number(report.sealed, "source")
        yield Para(
            line(f"[sealed: {sealed}] Sealed by the lead; neither they nor passages from them are printed.")
        )
    if not report.unread and not report.sealed:
        yield Para(line("No unread part of a source is recorded, and none is sealed."))
