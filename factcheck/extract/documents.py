"""Papers, records and pictures as the subject of "show" and "say": they are evidence, and nobody's speech."""

from __future__ import annotations

from factcheck.extract.lexicon import DOCUMENT_NOUNS
from factcheck.extract.tokens import BOUNDARIES, PREPOSITIONS, Token
from factcheck.extract.wordlists import words

_DESCRIBES = words(
    """
    seen sent given shown written made kept taken held found dated from filed by published posted left
    """
)


def is_document(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the phrase `tokens[first:last]` is about a document: "a report by the inspector", "the diaries
    released on Monday". One in capitals is the name of an outlet.
    """
    head: Token | None = None
    for at in range(first, last):
        token = tokens[at]
        described = token.lower in _DESCRIBES or token.lower in PREPOSITIONS or token.lower in BOUNDARIES
        if head is not None and (described or (token.lower.endswith("ed") and not token.capital)):
            break
        if token.word:
            head = token
    return head is not None and head.lower in DOCUMENT_NOUNS and (not head.capital or tokens[0] is head)


def document_end(tokens: list[Token], first: int, most: int = 14) -> int:
    """Where the description of a document ends that begins at `first`: before a mark or another clause."""
    at = first
    while at < len(tokens) and at - first < most:
        token = tokens[at]
        if not token.word or (token.lower in BOUNDARIES and token.lower not in ("that", "which")):
            break
        at += 1
    return at
