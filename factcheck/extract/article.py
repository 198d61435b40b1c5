"""News and other prose: what was said and what took place, as proposals."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.core.document import Document
from factcheck.core.edtf import When, parse_edtf
from factcheck.core.proposals import DateRead, Proposals
from factcheck.errors import FactcheckError
from factcheck.extract.cues import Cue
from factcheck.extract.events import find_events
from factcheck.extract.people import Cast
from factcheck.extract.prose import Prose, when_read
from factcheck.extract.speakers import Resolver
from factcheck.extract.statements import Assembly
from factcheck.extract.tokens import PREPOSITIONS, Token

EXTRACTOR = "article-2"
"""Names this extractor and the version of its rules; kept with what it proposes."""


def propose(document: Document) -> Proposals:
    """What an article says was said and done. Dates count from `document.published` (EDTF); None leaves
    relative ones open.
    """
    prose = Prose(document.text, _published(document.published))
    cast = cast_of(prose)
    resolver = Resolver(prose.text, prose.plain, cast, prose.names)
    statements = Assembly(prose, cast, resolver).run()
    return Proposals(
        extractor=EXTRACTOR,
        statements=statements,
        events=find_events(prose, cast, resolver, statements),
        people=cast.proposed(),
        dates=tuple(
            DateRead(prose.span(time.start, time.end), when_read(time), time.flags) for time in prose.times
        ),
    )


def cast_of(prose: Prose) -> Cast:
    """The persons of a text; whoever heads the subject of a reporting verb counts as one."""
    speaking: set[int] = set()
    for tokens, reports in zip(prose.tokens, prose.reports, strict=True):
        for report in reports:
            if report.subject is not None and report.base != "report":
                speaking.update(_head(tokens, *report.subject))
            if report.addressee is not None and report.kind is Cue.ASK:
                speaking.update(_head(tokens, *report.addressee))
    return Cast(prose.text, prose.plain, prose.names, frozenset(speaking))


def _head(tokens: list[Token], first: int, last: int) -> Iterator[int]:
    """Starts of the capitalised words that end a phrase, unless they only say whose or for whom."""
    at = last
    while at > first and (
        tokens[at - 1].capital or tokens[at - 1].lower in ("de", "van", "von", "al", "bin")
    ):
        at -= 1
    if at == first or tokens[at - 1].lower not in PREPOSITIONS:
        yield from (token.start for token in tokens[at:last])


def _published(published: str | None) -> When | None:
    if published is None:
        return None
    try:
        return parse_edtf(published)
    except FactcheckError:
        return None
