"""The dateline of a news story: “HARTWELL, 3 May 2023 —” says when it was written where nothing else does."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from factcheck.core.document import Document
from factcheck.core.edtf import MONTH_NAMES

_HEAD = 4_000
"""Code points in which the story begins."""

_MONTH = "|".join([r"Sept\.?", *(rf"{name[:3]}(?:{name[3:]}|\.)?" for name in MONTH_NAMES)])
_DATELINE = re.compile(
    r"^[ \t]*(?P<line>[A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]+){0,3}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?){0,2},? "
    rf"(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})|(?P<day_first>\d{{1,2}}) (?P<month_last>{_MONTH}))"
    r",? (?P<year>(?:19|20)\d\d))(?: ?\([\w ./&]{1,40}\))? ?(?:—|–|--|-) ?\S",
    re.MULTILINE,
)


def dated(document: Document) -> Document:
    """The document with the day of its dateline, where it has no other."""
    found = _DATELINE.search(document.text, 0, _HEAD) if document.published is None else None
    if found is None:
        return document
    name = (found["month"] or found["month_last"])[:3]
    month = next(n for n, one in enumerate(MONTH_NAMES, 1) if one.startswith(name))
    try:
        day = date(int(found["year"]), month, int(found["day"] or found["day_first"]))
    except ValueError:
        return document
    return replace(document, published=day.isoformat(), published_basis=f"dateline: {found['line']}")
