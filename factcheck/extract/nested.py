"""Quotations within quotations, read as sentences of their own."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.attribution import find_reports
from factcheck.extract.prose import Prose
from factcheck.extract.quotes import Quotation
from factcheck.extract.report import Report
from factcheck.extract.sentences import masked
from factcheck.extract.tokens import Token, tokens_of


def nested_reports(prose: Prose, quotation: Quotation) -> Iterator[tuple[list[Token], Report]]:
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
