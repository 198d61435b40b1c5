"""The neutral summary: sentences computed from the values of a report, and from nothing else."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.report.wording import MATCH_WORDS, degree_words, listed, number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.core.report import Report
    from factcheck.core.views.judgements import DissentView, GradeView


def digest(report: Report) -> tuple[str, ...]:
    """What was compared, how the findings fall, how the quotations stood up, what is left out; a
    sentence each."""
    sentences = [
        _compared(report),
        *_findings(report),
        *_judgements(report),
        *_quotations(report),
        *_gaps(report),
    ]
    return tuple(sentences)


def all_dissents(report: Report) -> list[tuple[str, DissentView]]:
    """Every dissent with the label of what it is about, in the order of the chapters."""
    found = []
    for chapter in report.chapters:
        found += [(chapter.claim.head.label, dissent) for dissent in chapter.claim.dissents]
        for exhibit in chapter.exhibits:
            found += [(exhibit.link.head.label, dissent) for dissent in exhibit.link.dissents]
    return found


def all_grades(report: Report) -> list[GradeView]:
    """Every grade, in the order of the chapters."""
    return [
        grade for chapter in report.chapters for exhibit in chapter.exhibits for grade in exhibit.link.grades
    ]


def _unique(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def _compared(report: Report) -> str:
    claims = [chapter.claim for chapter in report.chapters]
    statements = _unique(claim.statement.id for claim in claims)
    speakers = _unique(claim.speaker for claim in claims)
    exhibits = [exhibit for chapter in report.chapters for exhibit in chapter.exhibits]
    events = _unique(exhibit.event.head.id for exhibit in exhibits if exhibit.event)
    others = _unique(exhibit.statement.head.id for exhibit in exhibits if exhibit.statement)
    by = f" by {listed(speakers)}" if speakers else ""
    beside = f"{number(len(events), 'event')} of the record"
    if others:
        beside += f" and {number(len(others), 'other statement')}"
    return (
        f"This annex sets {number(len(claims), 'claim')} from {number(len(statements), 'statement')}{by} "
        f"beside {beside}, in {number(len(exhibits), 'link')}."
    )


def _findings(report: Report) -> Iterable[str]:
    findings = [chapter.claim.finding for chapter in report.chapters]
    found = Counter(finding.degree for finding in findings if finding and finding.degree)
    parts = [
        degree_words(degree)
        + (f" (degree {degree})" if degree.isdigit() else "")
        + f", {number(found[degree], 'claim')}"
        for degree in sorted(found, key=lambda degree: (not degree.isdigit(), -ord(degree[0])))
    ]
    if parts:
        yield f"Findings: {'; '.join(parts)}."
    ranges = sum(1 for finding in findings if finding and finding.state == "range")
    if ranges:
        on = number(ranges, "claim")
        yield f"On {on} there is no finding because reviewers differ and nobody has settled it."
    absent = sum(1 for f in findings if f is None or (f.degree is None and f.state != "range"))
    if absent:
        on = number(absent, "claim")
        yield f"On {on} there is no finding for another reason, which is printed with it."
    alone = sum(1 for finding in findings if finding and finding.state == "one reviewer")
    if alone:
        yield f"{alone:,} of the findings {'rests' if alone == 1 else 'rest'} on one reviewer alone."


def _judgements(report: Report) -> Iterable[str]:
    grades, dissents = all_grades(report), all_dissents(report)
    if grades:
        blind = sum(grade.blind for grade in grades)
        stale = sum(grade.stale for grade in grades)
        yield (
            f"The annex prints {number(len(grades), 'grade')}, of which {blind:,} given blind and "
            f"{stale:,} stale, and {number(len(dissents), 'dissent')}."
        )
    explanations = [
        explanation
        for chapter in report.chapters
        for group in (chapter.explanations, *(exhibit.explanations for exhibit in chapter.exhibits))
        for explanation in group
    ]
    if explanations:
        yield f"It prints {number(len(explanations), 'explanation')} by the speakers or on their behalf."


def _quotations(report: Report) -> Iterable[str]:
    if not report.quotations:
        yield "No quotation was compared with a stored source."
        return
    found: Counter[str] = Counter(check.match for check in report.quotations)
    parts = [f"{found[match]:,} {words}" for match, words in MATCH_WORDS.items() if found[match]]
    parts += [f"{count:,} {match}" for match, count in sorted(found.items()) if match not in MATCH_WORDS]
    total = len(report.quotations)
    were = "quotation was" if total == 1 else "quotations were"
    yield f"{total:,} {were} compared with the stored sources: {'; '.join(parts)}."


def _gaps(report: Report) -> Iterable[str]:
    unread = sum(count for *_, count in report.unread)
    if unread:
        places = number(unread, "place")
        yield f"{places} in the sources could not be read, as listed under what is not covered."
    if report.sealed:
        verb = "is" if report.sealed == 1 else "are"
        yield f"{number(report.sealed, 'source')} {verb} sealed by the lead and not printed."
