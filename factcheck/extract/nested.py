"""Quotations within quotations, read as sentences of their own."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.attribution import find_reports
from factcheck.extract.drafts import Draft
from factcheck.extract.people import Cast
from factcheck.extract.prose import Prose
from factcheck.extract.quoted import without_marks
from factcheck.extract.quotes import Quotation
from factcheck.extract.report import Report
from factcheck.extract.sentences import masked
from factcheck.extract.speaker import NOBODY, Speaker
from factcheck.extract.speakers import Resolver
from factcheck.extract.tokens import Token, tokens_of


def nested_drafts(
    prose: Prose, cast: Cast, resolver: Resolver, quotation: Quotation, outer: Draft
) -> Iterator[Draft]:
    """Words quoted within quoted words: somebody's as the outer speaker reports them."""
    for tokens, report in _nested_reports(prose, quotation):
        quoted = [tokens[i] for i in report.quotations(tokens)]
        speaker = _speaker(cast, resolver, tokens, report, outer)
        inner = Draft(
            [without_marks(prose, token.start, token.end) for token in quoted],
            speaker,
            "nested",
            report.base,
            outer.sentence,
            outer.paragraph,
            0.5 * speaker.confidence,
        )
        inner.reporter = outer.speaker.name
        inner.flags.append("hearsay")
        if report.addressee is not None and tokens[report.addressee[0]].lower in ("me", "us"):
            inner.addressee = outer.speaker.name
        yield inner


def _speaker(cast: Cast, resolver: Resolver, tokens: list[Token], report: Report, outer: Draft) -> Speaker:
    """Who is quoted within: "he" there is likely to be another than the one who speaks."""
    first, last = report.subject if report.subject else (0, 0)
    if not last:
        return NOBODY
    others = [person for person in cast.before(outer.segments[0][0]) if person is not outer.speaker.person]
    end = tokens[last - 1].end
    speaker = resolver.resolve(tokens[first].start, end, end, others)
    if speaker.name in ("I", "me"):
        return outer.speaker
    if speaker.person is not None and speaker.person is outer.speaker.person and others:
        return Speaker(others[0].name, "pronoun within a quotation", 0.5, (), others[0])
    return speaker


def _nested_reports(prose: Prose, quotation: Quotation) -> Iterator[tuple[list[Token], Report]]:
    """Each report inside a quotation that itself quotes, with the tokens its ranges count."""
    if not quotation.inner:
        return
    start, end = quotation.start, min(quotation.end, quotation.start + 4000)
    shifted = [_moved(inner, -start) for inner in quotation.inner if inner.end < end]
    mask = masked(prose.text[start:end], sorted(shifted, key=lambda inner: inner.start))
    tokens = [
        Token(t.start + start, t.end + start, t.text, t.lower, t.quoted)
        for t in tokens_of(mask, 0, len(mask))
    ]
    for report in find_reports(tokens, 0):
        if report.quotations(tokens):
            yield tokens, report


def _moved(quotation: Quotation, by: int) -> Quotation:
    return Quotation(
        quotation.start + by,
        quotation.end + by,
        quotation.outer_start + by,
        quotation.outer_end + by,
        quotation.mark,
    )
