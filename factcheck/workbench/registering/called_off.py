"""What a row says became of it: a meeting that was called off, a guest who did not come.

A register has one mode; a row that says otherwise of itself has its own.
"""

from __future__ import annotations

import re

from factcheck.core.words import fold

CANCELLED, ABSENT = "cancelled", "absent"

_OFF = re.compile(
    r"\b(?:cancel(?:s|l?ed|l?ation)?|called off|did not (?:take place|go ahead|happen|proceed)"
    r"|abgesagt|storniert|annulee?|cancelad[oa]|annullat[oa])\b"
)
_AWAY = re.compile(
    r"\b(?:no[ -]?show(?:ed)?|did not (?:attend|come|appear|show)|dna|absent|failed to attend)\b"
)
_NEGATED = re.compile(r"\b(?:not|never|nicht)\s+(?:been\s+)?(?:cancel|called|abgesagt)")
_TITLE = re.compile(r"\W{0,3}(?:cancell?ed|abgesagt|annulee?|cancelad[oa]|annullat[oa])\s*(?:[:\])–—]|-\s)")
_NO = frozenset({"", "-", "–", "—", "0", "no", "n", "false", "none", "n/a", "na", "null", "nil"})


def said_of(cell: str, header: str) -> str | None:
    """The mode that a cell of a column about what became of a row gives it; None where it says nothing of
    the sort. Under a header that speaks of it itself (the day of cancellation, "no show") any filled cell
    says so."""
    words = fold(" ".join(cell.split()))
    if words in _NO:
        return None
    if _AWAY.search(words) or _AWAY.search(fold(header)):
        return ABSENT
    if _NEGATED.search(words):
        return None
    if _OFF.search(words) or re.search(r"cancel|abgesagt|annul", fold(header)):
        return CANCELLED
    return None


def titled_so(title: str) -> str | None:
    """The same of a title, before which programs write it: `Canceled: Weekly call`."""
    return CANCELLED if _TITLE.match(fold(title)) else None
