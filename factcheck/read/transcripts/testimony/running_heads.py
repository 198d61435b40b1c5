"""Running heads of testimony: the witness and the kind of examination that the top of a page names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from factcheck.core.document import Document
from factcheck.core.light import dataclass

_KIND = r"(?:further[ -])?(?:(?:re-?)?direct|(?:re-?)?cross|redirect|recross|voir[ ]dire|examination)"
_NAME = r"(?:\w[\w.'’-]*[ ]){0,3}\w[\w.'’-]*,?(?:[ ](?:Jr|Sr|JR|SR|II|III)\.?)?"
_DASH = r"[ \t]*(?:--?|[–—/:,|])[ \t]*"
_HEAD = re.compile(
    rf"""[ \t\f(]*+ (?:(?P<page>\d{{1,5}})[ \t]+)? (?:(?=[A-Z]*\d)[A-Z0-9]{{5,10}}[ \t]+)?
    (?:(?P<name>{_NAME}){_DASH}(?P<kind>(?i:{_KIND}))(?:[ -](?i:exam(?:ination)?))?
      |(?P<kind_first>(?i:{_KIND}))(?:[ -](?i:exam(?:ination)?))?(?:{_DASH}|[ ](?i:of)[ ])
        (?P<name_last>{_NAME}))
    (?:(?:{_DASH}|[ \t]*\(?(?i:by)[ \t]+)(?P<by>(?:(?i:mr|ms|mrs|dr)\.?[ ])?{_NAME})\)?)?
    [ \t]*\)?(?:[ \t]+(?P<page_last>\d{{1,5}}))?[ \t]*$""",
    re.VERBOSE,
)
_CODE = re.compile(
    r"[ \t\f]*+(?:\d{1,5}[ \t]+)?(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{5,10}(?:[ \t]+\d{1,5})?[ \t]*$"
)
_KIND_WORD = re.compile(_KIND, re.IGNORECASE)
_STANDS_FREE = re.compile(rf"[^-–—/:,|]*[^-–—/:,|\s][ \t]+[-–—][ \t]+(?i:{_KIND})\b")
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Head:
    """What a running head says: the witness as printed, the kind of examination."""

    witness: str
    examination: str


def head_in(row: str) -> Head | None:
    """The running head that a line is, such as "Hannan - Cross" or "Hannan - direct - Cole   112"."""
    if len(row) > _LONGEST or not _KIND_WORD.search(row) or not (found := _HEAD.match(row)):
        return None
    name = (found["name"] or found["name_last"]).strip(" ,")
    if _KIND_WORD.fullmatch(name):  # "CROSS-EXAMINATION" is a heading
        return None
    if not all(word[0].isupper() or not word[0].isalpha() for word in name.split()):
        return None
    kind = (found["kind"] or found["kind_first"]).lower().replace("re-", "re")
    return Head(name, kind)


def stands_free(row: str) -> bool:
    """Whether a line is a running head wherever it stands: "Hannan - Cross", not "CROSS-EXAMINATION OF"."""
    dashed = " - " in row or " – " in row or " — " in row
    return dashed and _STANDS_FREE.match(row) is not None and head_in(row) is not None


def is_case_code(row: str) -> bool:
    """Whether a line is a reporter's code of letters and digits, such as O5S1GUO."""
    return len(row) <= _LONGEST and row.isupper() and _CODE.match(row) is not None


class Heads:
    """The running heads that were left out of a document, by the offset at which each stood."""

    def __init__(self, document: Document) -> None:
        self._offsets: list[int] = []
        self._heads: list[Head] = []
        for offset, row in _rows_left_out(document):
            if head := head_in(row):
                self._offsets.append(offset)
                self._heads.append(head)

    def at(self, offset: int) -> tuple[int, Head] | None:
        """The head of the page on which this code point stands, and where it stood; None before the first."""
        index = bisect_right(self._offsets, offset) - 1
        return (self._offsets[index], self._heads[index]) if index >= 0 else None


def _rows_left_out(document: Document) -> Iterable[tuple[int, str]]:
    for removed in document.removed:
        if removed.why in ("running-head", "page-mark"):
            for row in removed.text.splitlines():
                yield removed.offset, row
