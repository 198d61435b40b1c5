"""Documents for the tests of article extraction."""

from __future__ import annotations

from factcheck.core.document import Document
from factcheck.core.proposals import Proposals, ProposedStatement
from factcheck.extract.article import propose


def document(text: str, published: str | None = "2017-03-02") -> Document:
    return Document("article.txt", "news", "0" * 64, len(text), "text", "utf-8", text, published=published)


def read(text: str, published: str | None = "2017-03-02") -> Proposals:
    """What is proposed for a text, every span of it checked against the text."""
    proposals = propose(document(text, published))
    spans = [span for statement in proposals.statements for span in statement.segments]
    spans += [statement.question.span for statement in proposals.statements if statement.question]
    spans += [span for event in proposals.events for span in event.passages]
    spans += [span for person in proposals.people for span in person.mentions]
    spans += [date.span for date in proposals.dates]
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.exact
    return proposals


def spoken(text: str, part: str, published: str | None = "2017-03-02") -> ProposedStatement:
    """The one statement whose words hold `part`."""
    fitting = [s for s in read(text, published).statements if part in exact(s) and s.quotation != "nested"]
    assert len(fitting) == 1, [exact(s) for s in fitting]
    return fitting[0]


def exact(statement: ProposedStatement) -> str:
    return " … ".join(span.exact for span in statement.segments)
