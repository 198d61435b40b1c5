"""Verdicts on the screen: always a glyph with a word, the colour only besides."""

from __future__ import annotations

from factcheck.core.light import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a mark is painted: one glyph, a short code beside it, a style."""

    glyph: str
    code: str
    style: str


_VERDICTS = {
    "4": Verdict("●", "4", "$contradiction"),
    "3": Verdict("●", "3", "$contradiction"),
    "2": Verdict("◐", "2", "$statement"),
    "1": Verdict("◐", "1", "$statement"),
    "0": Verdict("○", "0", "$support"),
    "u": Verdict("?", "u", "$record"),
    "range": Verdict("≠", "≠", "$statement bold"),
    "": Verdict("·", "–", "$dim"),
}


def verdict(mark: str) -> Verdict:
    """The verdict of a row's mark; an unknown mark shows itself as it is."""
    return _VERDICTS.get(mark) or Verdict("·", mark, "$dim")
