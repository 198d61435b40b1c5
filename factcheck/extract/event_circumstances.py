"""When and where a clause's happening was, and by whose account."""

from __future__ import annotations

import re

from factcheck.extract.documents import document_end, is_document
from factcheck.extract.happenings import STATED_PLACES
from factcheck.extract.people import Cast
from factcheck.extract.prose import Prose
from factcheck.extract.report import Report
from factcheck.extract.speakers import Resolver
from factcheck.extract.times import TimeExpression
from factcheck.extract.tokens import Token

_WHERE = re.compile(
    rf"\b(?:in|at|inside|outside|from)\s+((?:the|an?|his|her|their|"
    rf"its)\s+(?:[\w.'-]+\s+){{0,5}}?(?i:{STATED_PLACES})\b(?!-)|"
    rf"(?:[A-Z][\w.'-]+\s+){{1,5}}?(?:{STATED_PLACES.title()})\b)"
)
_CITY = re.compile(
    r"\b(?:in|at)\s+([A-Z][a-z]+(?:\s+[A-Z][a-z]+){0,2}(?:, (?:[A-Z][a-z]+\.?|D\.C\.))?)(?=[\s,.;]|$)"
)
_NOT_WHEN = re.compile(
    r"\b(?:effective|until|till|through|by|due|starting|beginning|before|after|since|scheduled for|"
    r"set for|planned for|"
    r"ahead of|prior to|of|than|dated|expires?|expiring|ending) $"
)


def times_of(prose: Prose, start: int, end: int) -> list[TimeExpression]:
    """The dates of a stretch that say when: outside quotations, and not "until" or "effective" a day."""
    times: list[TimeExpression] = []
    for time in prose.times_in(start, end):
        if time.end > end + 1 or prose.quotation_at(time.start) is not None:
            continue
        if time.precision in ("before", "after") or _NOT_WHEN.search(
            prose.plain, max(start, time.start - 16), time.start
        ):
            continue
        listed = "and" in time.text.split() and not time.text.lower().startswith(("between", "from"))
        times += list(time.parts) if time.parts and listed else [time]
    return [time for time in times if time.edtf or time.candidates]


def leading_time(prose: Prose, tokens: list[Token]) -> TimeExpression | None:
    """The date that opens a line of a list, "Sept. 8, 2016: …"."""
    colon = next((i for i, token in enumerate(tokens[:8]) if token.text in (":", "—", "-")), None)
    if colon is None:
        return None
    times = prose.times_in(tokens[0].start, tokens[colon].start)
    if len(times) != 1 or prose.plain[tokens[0].start : times[0].start].strip(" •*-–—("):
        return None
    return times[0] if not prose.plain[times[0].end : tokens[colon].start].strip() else None


def where_of(prose: Prose, cast: Cast, start: int, end: int) -> str | None:
    """The place that the words name: a building, else a town; nobody's name."""
    match = _WHERE.search(prose.plain, start, end) or _CITY.search(prose.plain, start, end)
    if match is None or (match.re is _CITY and cast.at(match.start(1), match.end(1))):
        return None
    times = prose.times_in(match.start(1), match.end(1))
    if times and times[0].start < match.end(1) and match.re is _CITY:
        return None
    return prose.text[match.start(1) : match.end(1)]


def account_of(
    prose: Prose, resolver: Resolver, tokens: list[Token], reports: list[Report], at: int
) -> str | None:
    """Who or what says so: the outermost report whose content holds the verb."""
    holding = [
        report
        for report in reports
        if report.subject and not report.acts and any(first <= at < last for first, last in report.content)
    ]
    if not holding:
        return None
    report = max(holding, key=lambda r: sum(last - first for first, last in r.content))
    first, last = report.subject or (0, 1)
    if is_document(tokens, first, last):
        if report.base == "according":
            last = document_end(tokens, first)
        return resolver.body(tokens[first].start, tokens[last - 1].end)
    return resolver.resolve(tokens[first].start, tokens[last - 1].end, tokens[last - 1].end, []).name
