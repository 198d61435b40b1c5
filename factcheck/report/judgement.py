"""What reviewers judged, as an annex tells it: findings, grades, adjudications, dissents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.rubric import AWARENESS
from factcheck.report import wording
from factcheck.report.outline import (
    Beside,
    Block,
    Box,
    Heading,
    Line,
    Para,
    Run,
    Slots,
    Words,
    alarm,
    code,
    joined,
    line,
    muted,
    strong,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.core.findings import Finding
    from factcheck.core.report import ClaimChapter
    from factcheck.core.views.judgements import AdjudicationView, DissentView, GradeView
    from factcheck.core.views.pairs import LinkView
    from factcheck.report.bearings import Bearings


def headline(finding: Finding | None) -> Line:
    """A finding in a few words, a degree with its bar."""
    bar = wording.degree_bar(finding.degree) if finding else ""
    return line(code(f"{bar} ") if bar else None, strong(wording.finding_headline(finding)))


def finding_rests_on(finding: Finding | None, b: Bearings) -> Iterator[Block]:
    """What a finding, or its absence, comes from."""
    if finding is None:
        return
    state = wording.STATE_WORDS.get(finding.state, finding.state)
    by = line(" It rests on ", b.points(finding.decided_by), ".") if finding.decided_by else ()
    first = (
        f"Degree {finding.degree}; {state}."
        if finding.degree
        else f"There is no finding: {wording.reason_words(finding)}."
    )
    given = wording.span_words(finding.low, finding.high)
    span = f"Degrees given: {given}. " if given not in {"", finding.degree} else ""
    counts = [wording.number(finding.links, "link")]
    counts += [f"{finding.unresolved:,} unresolved"] if finding.unresolved else []
    counts += [f"{finding.ungraded:,} not graded"] if finding.ungraded else []
    yield Para(line(f"{first} {span}", f"{', '.join(counts).capitalize()}." if finding.links else "", by))


def code_line(
    codes: Mapping[str, str] | None, b: Bearings, *, own: bool = True, in_words: bool = False
) -> Line:
    """The codes of a judgement, each with what it answers."""
    parts = []
    for dimension, key in wording.pairs(codes):
        words = b.scale.words(dimension, key) if own and in_words else ""
        name = b.scale.label(dimension) if own else dimension
        parts.append(line(muted(f"{name} "), code(key), f" {words}" if words else ""))
    return joined(parts, " · ")


def grades(link: LinkView, b: Bearings) -> Iterator[Block]:
    """How the reviewers grade a link, each in a box."""
    boxes = tuple(Box("grade", tuple(_grade(grade, b))) for grade in link.grades)
    if boxes:
        yield Heading(5, line("How the reviewers grade it"))
        yield Beside(boxes)
    if link.grades or not link.hidden:  # else whether it is graded is not to be told
        state = wording.link_state_words(link.state, [grade.codes.get("degree") for grade in link.grades])
        yield Para(line(f"{state}."), "fine")
    if link.hidden:
        yield Para(
            line(alarm("The grades of others, if there are any, are not shown: the round is open.")), "fine"
        )


def _grade(grade: GradeView, b: Bearings) -> Iterator[Block]:
    own = b.scale.is_of(grade.rubric, grade.rubric_version)
    stale = alarm("STALE: the evidence changed after this grade") if grade.stale else None
    yield Para(line(strong(grade.reviewer), ": ", strong(grade.said), " " if stale else "", stale))
    also = joined((_also(kind, b, own=own) for kind in grade.also), ", ")
    codes = code_line(grade.codes, b, own=own)
    yield Para(line(codes, line(muted(" · also "), also) if also else None), "fine")
    if grade.rationale:
        yield Words("Rationale", grade.rationale, "rationale")
    if grade.reason:
        yield Words("Why it cannot be told", grade.reason, "rationale")
    if grade.occasion:
        yield Words("What called for the thing left out", grade.occasion, "rationale")
    for place, reading in enumerate(grade.readings, 1):
        degree = reading.get("degree", "")
        words = b.scale.words("degree", degree) if own else ""
        title = f"Reading {reading.get('name', place)}" + (f": degree {degree}" if degree else "")
        yield Words(title + (f", {words}" if words else ""), reading.get("text", ""), "rationale")
        rest = [
            f"{key}: {value}"
            for key, value in wording.pairs(reading)
            if key not in {"name", "text", "degree"}
        ]
        if rest:
            yield Para(line("; ".join(rest)), "fine")
    if grade.scope:
        words_of = wording.SCOPE_MATCH_WORDS
        slots = tuple((slot, words_of.get(match, match)) for slot, match in wording.pairs(grade.scope))
        yield Slots("Scope: claim against record", slots)
    if grade.awareness:
        yield Para(line(muted("Awareness on record: "), wording.coded(grade.awareness, AWARENESS)))
    for severity, text in grade.remarks:
        yield Para(line(strong(f"{wording.SEVERITY_WORDS.get(severity, severity)}: "), text), "flag")
    given = [grade.head.label, f"as of {wording.date_words(grade.as_of)}", f"round {grade.round}"]
    given.append("graded blind" if grade.blind else "not blind: others’ grades could be seen")
    given += [] if own else [f"under {grade.rubric} version {grade.rubric_version}"]
    yield Para(line(muted(" · ".join(filter(None, given)))), "fine")
    yield from b.flags(grade.head)
    yield from b.entered(grade.head, grade.reviewer)


def _also(kind: str, b: Bearings, *, own: bool) -> Line:
    words = b.scale.words("kind", kind) if own else ""
    return line(code(kind), f" {words}" if words else "")


def settled(
    adjudications: Iterable[AdjudicationView], dissents: Iterable[DissentView], on: str, b: Bearings
) -> Iterator[Block]:
    """What was settled on a claim or a link, and who disagrees with it."""
    for item in adjudications:
        yield Box("adjudication", tuple(_adjudication(item, on, b)))
    for dissent in dissents:
        yield Box("dissent", tuple(_dissent(dissent, on, b)))


def _adjudication(item: AdjudicationView, on: str, b: Bearings) -> Iterator[Block]:
    label = f"Adjudication {item.head.label} of {on}" if item.head.label else f"Adjudication of {on}"
    yield Para(line(f"{label}, by {item.reviewer}"), "label")
    stale = alarm("STALE: the evidence changed after this decision") if item.stale else None
    yield Para(line(strong(item.said), " " if stale else "", stale))
    yield Para(code_line(item.codes, b), "fine")
    yield Words("Reason", item.reason, "rationale")
    chosen = f"the grade chosen is that of {item.chosen}" if item.chosen else "graded anew"
    as_of = f"as of {wording.date_words(item.as_of)}"
    yield Para(line(muted(" · ".join((as_of, f"round {item.round}", chosen)))), "fine")
    yield from b.flags(item.head)
    yield from b.entered(item.head, item.reviewer)


def _dissent(item: DissentView, on: str, b: Bearings) -> Iterator[Block]:
    yield Para(dissent_title(item, on, b), "label")
    if item.suppressed:
        yield Para(line("Withheld from print by the lead; the case keeps it, with the reason."))
        yield from b.flags(item.head)
        return
    yield Words("", item.text, "rationale")
    if item.codes:
        yield Para(code_line(item.codes, b, in_words=True), "fine")
    yield from b.flags(item.head)
    yield from b.entered(item.head, item.reviewer)


def dissent_title(item: DissentView, on: str, b: Bearings) -> Line:
    """Whose dissent it is, and on what."""
    label = f"Dissent {item.head.label}" if item.head.label else "Dissent"
    by = "" if item.suppressed else f", by {item.reviewer}"
    return line(f"{label} on ", b.point(on), by)


def judges(chapter: ClaimChapter) -> tuple[Line, ...]:
    """Who graded a claim's links, and who settled them or the claim."""
    links = [exhibit.link for exhibit in chapter.exhibits]
    graders = dict.fromkeys(grade.reviewer for link in links for grade in link.grades)
    decided = [*chapter.claim.adjudications, *(item for link in links for item in link.adjudications)]
    settlers = dict.fromkeys(item.reviewer for item in decided)
    settled_by = line(Run("settled by "), ", ".join(settlers)) if settlers else ()
    return tuple(filter(None, (line(", ".join(graders) or "nobody yet"), settled_by)))
