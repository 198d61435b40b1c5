"""Text laid out in columns of a terminal: widths are cells, so that accents and CJK line up."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP = 2
PAGE = 80
"""How wide a card is set, whatever the terminal: longer lines read badly."""


def cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def _cell(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def line_width() -> int | None:
    """How wide a line may be: the terminal's width, or COLUMNS; None where a program reads."""
    if not sys.stdout.isatty() and not os.environ.get("COLUMNS"):
        return None
    return max(20, shutil.get_terminal_size((PAGE, 24)).columns)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None) -> list[str]:
    """Aligned lines under their heads. The last column takes what is left of the line and is cut to it.

    `width` is the line's (found out unless given). Empty columns are left out.
    """
    width = width or line_width()
    flat = [[" ".join(value.split()) for value in row] for row in rows]
    used = [i for i, _ in enumerate(heads) if not rows or any(row[i] for row in flat)]
    lines = [[heads[i] for i in used], *([row[i] for i in used] for row in flat)]
    widest = [max(cells(line[i]) for line in lines) for i in range(len(used) - 1)]
    return [_line(line, widest, width) for line in lines]


def _line(values: Sequence[str], widest: Sequence[int], width: int | None) -> str:
    padded = [value + " " * (most - cells(value) + GAP) for value, most in zip(values, widest, strict=False)]
    return cut("".join([*padded, *values[-1:]]).rstrip(), width)


def cut(text: str, width: int | None) -> str:
    """The text as far as the line goes; an ellipsis says that there is more."""
    if width is None or cells(text) <= width:
        return text
    return text[: _fits(text, width - 1)].rstrip() + "…"


def wrapped(text: str, width: int = PAGE, indent: str = "", hang: str = "") -> Iterator[str]:
    """The text in lines no wider than `width`, its own newlines kept; a longer word is divided.

    `hang` is set before every line but the first, after `indent`.
    """
    first = True
    for line in _broken(text, max(1, width - cells(indent + hang))):
        yield (indent + ("" if first else hang) + line).rstrip()
        first = False


def _broken(text: str, room: int) -> Iterator[str]:
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if cells(longer) <= room:
                line = longer
                continue
            if line:
                yield line
            while cells(word) > room:
                at = max(1, _fits(word, room))
                yield word[:at]
                word = word[at:]
            line = word
        yield line


def _fits(text: str, width: int) -> int:
    """How many characters of the text go into `width` cells; those that take no cell stay with their base."""
    taken = 0
    for index, character in enumerate(text):
        taken += _cell(character)
        if taken > width:
            return index
    return len(text)
