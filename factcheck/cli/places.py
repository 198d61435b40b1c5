"""Places as people name them on a command line: `START:END`, page and line, or the exact words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.cli.trouble import USAGE
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.cli.desk import Desk

_STRETCH = re.compile(r"(\d+):(\d+)")
_AROUND = 24
_LISTED = 5

_ALIKE = {
    "'": "['‘’ʼ]", "‘": "['‘’ʼ]", "’": "['‘’ʼ]",
    '"': "[\"“”„]", "“": "[\"“”„]", "”": "[\"“”„]",
    "-": "[-‐‑–—]", "–": "[-‐‑–—]", "—": "[-‐‑–—]",
}  # fmt: skip
"""What a keyboard writes one way and print another; the record keeps what the source prints."""


def stretches_in_source(desk: Desk, source: str, places: Sequence[str]) -> list[tuple[int, int]]:
    """Each place as start and end in the source's text: offsets, page and line as printed (45:12-46:3), or
    words that stand there exactly once. Of a source named by a Bates number, words on that page are meant."""
    from factcheck.workbench import readings

    found: list[tuple[int, int]] = []
    text: str | None = None
    named = readings.numbered(desk.case, desk.viewer, source)
    page = named[1:] if named and named[1] < named[2] else None
    for place in places:
        lines = readings.stretch_typed(desk.case, desk.viewer, source, place)
        if lines is None:
            if text is None and not _STRETCH.fullmatch(place):
                text = _text_of(desk, source)
            lines = _stretch(place, text or "", source, page)
        found.append(lines)
    return found


def pieces_of_statement(desk: Desk, claim: str, places: Sequence[str]) -> list[tuple[int, int]]:
    """Each place as start and end within the words of the claim's statement."""
    from factcheck.workbench import readings

    view = readings.claim_view(desk.case, desk.viewer, claim)
    words = readings.statement_view(desk.case, desk.viewer, view.statement.id).words
    return [_stretch(place, words, view.statement.label) for place in places]


def _text_of(desk: Desk, source: str) -> str:
    from factcheck.workbench import readings

    length = readings.source_view(desk.case, desk.viewer, source).length
    return readings.text_of(desk.case, desk.viewer, source, 0, length)


def _stretch(place: str, text: str, where: str, page: tuple[int, int] | None = None) -> tuple[int, int]:
    if offsets := _STRETCH.fullmatch(place):
        return int(offsets[1]), int(offsets[2])
    found = [match.span() for match in re.finditer(_pattern(place), text)] if place.strip() else []
    if page is not None:
        found = [span for span in found if page[0] <= span[0] < page[1]]
    if len(found) == 1:
        return found[0]
    if not found:
        raise FactcheckError(
            f"These words are not in {where}",
            f"“{place}”",
            "Copy them from the text, or give the place as START:END.",
            USAGE,
        )
    listed = [f"{start}:{end}  {_around(text, start, end)}" for start, end in found[:_LISTED]]
    more = [f"and {len(found) - _LISTED} more"] if len(found) > _LISTED else []
    raise FactcheckError(
        f"These words stand {len(found)} times in {where}",
        "\n".join([*listed, *more]),
        "Give the one that is meant as START:END, or quote more of it.",
        USAGE,
    )


def _pattern(words: str) -> str:
    """The words as they may be printed: any white space between them, any form of quotation mark and dash."""
    return r"\s+".join("".join(_ALIKE.get(c) or re.escape(c) for c in word) for word in words.split())


def _around(text: str, start: int, end: int) -> str:
    before, after = max(0, start - _AROUND), min(len(text), end + _AROUND)
    stretch = f"{text[before:start]}[{text[start:end]}]{text[end:after]}"
    return ("…" if before else "") + " ".join(stretch.split()) + ("…" if after < len(text) else "")
