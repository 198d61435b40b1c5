"""A text with a statement and an event proposed from it, for tests that do not ask how these are found."""

from __future__ import annotations

from dataclasses import replace

from factcheck.core.document import Document, Mark
from factcheck.core.entry import sha256
from factcheck.core.proposals import Proposals, ProposedEvent, ProposedStatement, QuestionRead, Span, WhenRead
from factcheck.workbench import acts
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN

TEXT = 'Did you meet? "I never," said Lee, "met them." Lee (Bob) met the envoy on 8/9/2016.\n'


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


STATEMENT = ProposedStatement(
    segments=(span("I never,"), span("met them.")),
    speaker="Robert (Bob) Lee",
    quotation="direct",
    confidence=0.8,
    speaker_basis="said Lee",
    question=QuestionRead(span("Did you meet?"), "A. Frank", "direct"),
    said_on=WhenRead("2017-03-01", basis="said on March 1"),
    addressee="A. Frank",
    form="categorical",
    flags=("interrupted",),
)
EVENT = ProposedEvent(
    title="Lee met the envoy",
    passages=(span("Lee (Bob) met the envoy"), span("met them.")),
    when=WhenRead(None, candidates=(("2016-09-08", 0.5), ("2016-08-09", 0.5))),
    who=(("Robert (Bob) Lee", None), ("Zoë (the envoy)?", "envoy (acting)")),
    where="Paris",
    confidence=0.6,
)


def document(text: str, marks: tuple[Mark, ...] = ()) -> Document:
    """A text as some reader gives it."""
    return Document(
        name="paper.txt",
        kind="deposition",
        sha256=sha256(text),
        size=len(text.encode()),
        reader="test 1",
        encoding="utf-8",
        text=text,
        marks=marks,
    )


def propose(case: OpenCase) -> None:
    """Adds the text; then a statement and an event wait."""
    found = Proposals("test 1", statements=(STATEMENT,), events=(EVENT,))
    acts.add_document(case, ANN, TEXT.encode(), replace(document(TEXT), kind="news"), found)
