"""Text broken into lines of so many columns, for a terminal or a printer of plain text."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 80


def columns(text: str) -> int:
    """How many columns a text takes: two for a wide character of East Asia, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or character in "\u200c\u200d" or "\ufe00" <= character <= "\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrapped(text: str, first: str = "", rest: str = "", width: int = WIDTH) -> Iterator[str]:
    """The words of a text in lines that begin with `first`, then `rest`. A word that is longer than a line
    stays whole, save between wide characters, where a line may always end."""
    line, room = first, width - columns(first)
    empty = True
    for word in text.split(" "):
        for place, piece in enumerate(_pieces(word)):
            gap = "" if empty or place else " "
            need = columns(piece)
            if not empty and need + len(gap) > room:
                yield line.rstrip()
                line, room, gap = rest, width - columns(rest), ""
            line += gap + piece
            room -= need + len(gap)
            empty = False
    yield line.rstrip()


def _pieces(word: str) -> Iterator[str]:
    """A word cut before and after each wide character; one without them whole."""
    if word.isascii():
        yield word
        return
    piece = ""
    for character in word:
        wide = _columns(character) == 2
        if piece and (wide or _columns(piece[-1]) == 2) and _columns(character):
            yield piece
            piece = ""
        piece += character
    yield piece
