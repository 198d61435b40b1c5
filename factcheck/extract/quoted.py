"""The words of a quotation: without its marks and the sentence's comma; and quotations that are titles."""

from __future__ import annotations

from factcheck.extract.prose import Prose
from factcheck.extract.tokens import Token

_MARKS = "“”\"'‘’`"


def pieces_of(prose: Prose, token: Token) -> list[tuple[int, int]]:
    """The spans of a quoted token's words, one for each paragraph it runs over."""
    quotation = prose.quotation_at(token.start)
    return [_words_of(prose, *piece) for piece in quotation.pieces] if quotation is not None else []


def _words_of(prose: Prose, start: int, end: int) -> tuple[int, int]:
    """The quoted words without the comma that belongs to the sentence around them."""
    start, end = prose.trimmed(start, end)
    return (start, end - 1) if end - start > 1 and prose.text[end - 1] == "," else (start, end)


def without_marks(prose: Prose, start: int, end: int) -> tuple[int, int]:
    """A quotation's span without its marks and the spaces within them."""
    piece = prose.text[start:end]
    inner = piece.strip(_MARKS + " ")
    start += piece.find(inner)
    return start, start + len(inner)


def is_title(prose: Prose, token: Token) -> bool:
    """A programme's or book's name in quotation marks: every long word capitalised, no sentence in it."""
    words = prose.text[token.start : token.end].strip(_MARKS).split()
    return (
        len(words) >= 2
        and all(word[0].isupper() for word in words if len(word) > 3)
        and words[-1].rstrip(",")[-1:].isalnum()
    )
