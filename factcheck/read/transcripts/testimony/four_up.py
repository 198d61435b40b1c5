"""Condensed sheets: four pages of testimony on one, whose lines a text stands side by side."""

from __future__ import annotations

import re

from factcheck.errors import FactcheckError
from factcheck.read.transcripts.testimony.lines import Lines

_HEADED = re.compile(
    r"^[ \t\f]*+[Pp](?:age|AGE|g\.?)[ \t]*\d{1,5}\b[^\n]{0,80}?[ \t]{2,80}[Pp](?:age|AGE"
    r"|g\.?)[ \t]*\d{1,5}\b",
    re.MULTILINE,
)
_SPREAD = re.compile(r"^[ \t\f]*+[Pp]ages?[ \t]+\d{1,5}[ \t]*(?:-|–|—|to)[ \t]*\d{1,5}[ \t]*$", re.MULTILINE)
_SHEETS = re.compile(r"\b\d+ of \d+ sheets\b", re.IGNORECASE)
_ABREAST = re.compile(r"^[ \t\f]*+(\d{1,2})[ \t][^\n]{0,90}?[ \t]{2,80}(\d{1,2})(?=[ \t]|$)", re.MULTILINE)
_ROWS = 20
_ALIKE = 0.8
_SHARE = 0.4


def refuse(name: str, lines: Lines) -> None:
    """Raises FactcheckError where lines of two pages stand abreast throughout: put in order they would no
    longer be the characters of the original in their order, which no map could give back."""
    text, rows = lines.text, sum(lines.filled)
    if _again_on_its_line(lines) < _ALIKE * max(_ROWS, _SHARE * rows):
        return
    abreast = [(int(found[1]), int(found[2])) for found in _ABREAST.finditer(text)]
    if len(abreast) < _ROWS:
        return
    same = sum(left == right for left, right in abreast)
    headed = (
        _SHEETS.search(text) is not None
        or _HEADED.search(text) is not None
        or _SPREAD.search(text) is not None
    )
    if same >= _ALIKE * len(abreast) and len(abreast) >= _SHARE * rows and (headed or same >= 2 * _ROWS):
        raise FactcheckError(
            title="These are condensed sheets with several pages side by side",
            detail=f"{name}: on {len(abreast):,} of its {rows:,} lines two stand abreast.",
            hint="Ask the reporter for the full-size transcript, one page a sheet (its ASCII file is best), "
            "or cut the columns apart and read that.",
        )


def _again_on_its_line(lines: Lines) -> int:
    """How many lines hold the number that they begin with once more: no fewer than stand abreast."""
    numbers = (one for one in lines.left if one is not None)
    return sum(lines.heads[one.row].find(one.number.lstrip("0"), one.end) >= 0 for one in numbers)
