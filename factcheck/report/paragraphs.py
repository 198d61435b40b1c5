"""A text in paragraphs, parted at blank lines, so that it keeps its shape in print; or on one line."""

from __future__ import annotations

import re

from factcheck.core.shown import shown

_BLANKS = re.compile(r"[ \t\n]+")


def paragraphs(text: str) -> list[str]:
    """The paragraphs, each with its own line ends; the text itself where it has none."""
    lines: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            lines[-1].append(line)
        elif lines[-1]:
            lines.append([])
    return ["\n".join(paragraph) for paragraph in lines if paragraph] or [text]


def on_one_line(text: str) -> str:
    """The text with stand-ins for what steers, every run of blanks and line ends as one blank."""
    return _BLANKS.sub(" ", shown(text, keep="\n\t"))
