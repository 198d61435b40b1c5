"""Names in the cells of a register: how many there are, whose they are, and in which order they stand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.core.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_NAMES = 200
"""Names taken from one row; further ones are in its cells."""

_NAMES = re.compile(r"\s*(?:;|\||\n)\s*")
_ANSWER = re.compile(
    r"\s*\((?:accepted|tentative|needs.action|organi[sz]er|required|optional)\)$", re.IGNORECASE
)
_DECLINED = re.compile(r"\((?:declined|abgesagt|refusé)\)$", re.IGNORECASE)
_ADDRESSED = re.compile(r"^([^<>]*[^<>\s])\s*<[^<>\s]+@[^<>\s]+>$")
NOBODY = frozenset(
    """- -- – — . ? n/a na none nil no nobody unknown various tbc tba tbd redacted (redacted) [redacted]
    illegible
    (illegible) [illegible] withheld (withheld) (b)(6) b6 anonymous private see above same""".split()  # noqa: SIM905 - a list would hide the words
) | {"nil return", "not applicable", "name withheld", "(b) (6)", "see note", "not disclosed"}
"""What stands in place of a name and names nobody."""


@lru_cache(maxsize=16_384)
def names_in(cell: str, *, last_first: bool) -> tuple[str, ...]:
    """The names in a cell, divided by semicolons, bars or line ends, without the address and the answer that
    a calendar puts behind them; what names nobody is left out, and so is who declined."""
    names = _parts(cell)
    return tuple(turned(name) if last_first else name for name in names if is_somebody(name))


def _parts(cell: str) -> Iterator[str]:
    if cell.lstrip().startswith(("{", "[{")):  # an object of JSON, not names
        return
    for part in _NAMES.split(cell):
        name = " ".join(part.split()).strip(" ,")
        if not _DECLINED.search(name):
            yield _ANSWER.sub("", _ADDRESSED.sub(r"\1", _ANSWER.sub("", name))).strip(" ,\"'")


def is_somebody(name: str) -> bool:
    """Whether a cell's words may be a name at all."""
    return bool(name) and fold(name) not in NOBODY and any(map(str.isalpha, name))


def turned(name: str) -> str:
    """`KISLYAK, SERGEY I` as SERGEY I KISLYAK; a name without one comma is left as it is."""
    last, comma, first = name.partition(",")
    if not comma or "," in first or not first.strip() or not last.strip():
        return name
    return f"{first.strip()} {last.strip()}"


def writes_last_first(cells: Sequence[str]) -> bool:
    """Whether the names of a column stand last name first: most have one comma, and a name of a word or
    three behind it."""
    filled = [name for cell in cells for name in _parts(cell) if is_somebody(name)]
    if not filled:
        return False
    return sum(map(_is_last_first, filled)) > 0.6 * len(filled)


def _is_last_first(name: str) -> bool:
    last, comma, first = name.partition(",")
    return (
        bool(comma)
        and 0 < len(last.split()) <= 3
        and 0 < len(first.split()) <= 3
        and not re.search(r"[\d,()/]", name.replace(",", "", 1))
        and not _ROLES.intersection(fold(first).split())
    )


_ROLES = frozenset(
    """minister secretary director president chair chairman chief officer head manager ceo ltd llc inc plc llp
    gmbh embassy ministry department office university committee council limited company mp qc kc jr sr phd md
    ambassador commissioner adviser advisor""".split()  # noqa: SIM905 - a list would hide the words
)
"""Words that make what follows a comma an office or a company, not a first name."""
