"""Condensed sheets: four pages of testimony on one, whose lines a text stands side by side."""

from __future__ import annotations

import re

from factcheck.core.document import Document
from factcheck.errors import FactcheckError

_HEADED = re.compile(
    r"^[ \t\f]*+[Pp](?:age|AGE|g\.?)[ \t]*\d{1,5}\b[^\n]{0,80}?[ \t]{2,80}[Pp](?:age|AGE"
    r"|g\.?)[ \t]*\d{1,5}\b",
    re.MULTILINE,
)
_SPREAD = re.compile(r"^[ \t\f]*+[Pp]ages?[ \t]+\d{1,5}[ \t]*(?:-|–|—|to)[ \t]*\d{1,5}[ \t]*$", re.MULTILINE)
_SHEETS = re.compile(r"\b\d+ of \d+ sheets\b", re.IGNORECASE)
_ABREAST = re.compile(r"^[ \t\f]*+(\d{1,2})[ \t][^\n]{0,90}?[ \t]{2,80}(\d{1,2})(?=[ \t]|$)", re.MULTILINE)
_ROWS = 20


def refuse(document: Document) -> None:
    """Raises FactcheckError where lines of two pages stand abreast throughout: put in order they would no
    longer be the characters of the original in their order, which no map could give back."""
    if any(mark.place.line is not None for mark in document.marks):
        return
    text = document.text
    abreast = [(int(found[1]), int(found[2])) for found in _ABREAST.finditer(text)]
    if len(abreast) < _ROWS:
        return
    same = sum(left == right for left, right in abreast)
    headed = (
        _SHEETS.search(text) is not None
        or _HEADED.search(text) is not None
        or _SPREAD.search(text) is not None
    )
    rows = sum(bool(row.strip()) for row in text.split("\n"))
    if same >= 0.8 * len(abreast) and len(abreast) >= 0.4 * rows and (headed or same >= 2 * _ROWS):
        raise FactcheckError(
            title="These are condensed sheets with several pages side by side",
            detail=f"{document.name}: on {len(abreast):,} of its {rows:,} lines two stand abreast.",
            hint="Ask the reporter for the full-size transcript, one page a sheet (its ASCII file is best), "
            "or cut the columns apart and read that.",
        )
