"""What the columns of a table mean, guessed from the words over them and from what stands in them.

A guess is shown before anything is imported, and any part of it is put right with `--map`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.core import registers
from factcheck.core.light import dataclass
from factcheck.core.registers import FIELDS, meanings
from factcheck.workbench.registering.date_columns import is_date, share
from factcheck.workbench.registering.time_cells import read_time

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

SAMPLE = 300
"""Rows looked at for a guess."""

ENOUGH = 40
"""A header that says less than this for a field is not believed."""

_NAME = re.compile(
    r"(?:[A-Z][\w'’.\-]*\.?|\"[^\"]+\"|de|van|von|der|den|la|le|al|bin|el|di|da|y)"
    r"(?:\s+(?:[A-Z][\w'’.\-]*\.?|\"[^\"]+\"|de|van|von|der|den|la|le|al|bin|el|di|da|y)){1,4}"
)
_LAST_FIRST = re.compile(r"[^\W\d_][^\d,;]*,\s*[^\W\d_][^\d,;]{0,40}")
_ADDRESS = re.compile(r"https?://\S+")
_CITED = re.compile(r"\d+\s*:\s*\d+|\b[A-Z]{2,}[-_ ]?\d{3,}\b|\b[DSE]\d+\b|\bp{1,2}\.\s?\d+|¶")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the filled cells of a column look like, each a share from 0 to 1; `size` their mean length."""

    filled: int
    dates: float
    times: float
    names: float
    addresses: float
    citations: float
    unique: float
    numbers: float
    size: float


def seen(cells: Sequence[str]) -> Seen:
    """How the cells of one column look."""
    filled = [" ".join(cell.split()) for cell in cells if cell.strip()]
    return Seen(
        filled=len(filled),
        dates=share(filled, is_date),
        times=share(filled, lambda cell: (read_time(cell) or (None,))[0] is not None),
        names=share(filled, is_name),
        addresses=share(filled, _ADDRESS.match),
        citations=share(filled, _CITED.search),
        unique=len(set(filled)) / len(filled) if filled else 0.0,
        numbers=share(filled, lambda cell: re.fullmatch(r"[\d.,]+", cell)),
        size=sum(map(len, filled)) / len(filled) if filled else 0.0,
    )


def is_name(cell: str) -> bool:
    """Whether a cell looks like somebody's name."""
    return bool(_NAME.fullmatch(cell) or (len(cell) < 60 and _LAST_FIRST.fullmatch(cell)))


def guess(
    columns: Sequence[str], sample: Sequence[Sequence[str]], *, has_header: bool
) -> dict[str, tuple[str, ...]]:
    """The column of each field that shows itself; fields without one are left out. `sample` are rows as they
    stand."""
    looks = {column: seen([row[n] for row in sample]) for n, column in enumerate(columns)}
    if not has_header:
        return _by_cells(columns, looks)
    offers = []
    for place, column in enumerate(columns):
        for field, says in meanings(column):
            fits = says + _bearing(field, looks[column])
            if says >= ENOUGH and fits >= ENOUGH:
                offers.append((-fits, place, list(FIELDS).index(field), field, column))
    found: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for _, _, _, field, column in sorted(offers):
        if column not in taken and field not in found and not _covered(field, found):
            found[field] = (column,)
            taken.add(column)
    if not any(field in found for field in registers.DATED):
        dated = [c for c in columns if c not in taken and looks[c].filled and looks[c].dates > 0.8]
        if len(dated) == 1:
            found["when"] = (dated[0],)
            taken.add(dated[0])
    if "title" not in found and "note" in found and "title" in dict(meanings(found["note"][0])):
        found["title"] = found.pop("note")
    if "title" not in found:
        prose = [c for c in columns if c not in taken and _is_prose(looks[c])]
        if prose:
            found["title"] = (max(prose, key=lambda c: looks[c].size),)
    _untangle(found)
    return {field: found[field] for field in FIELDS if field in found}


def _covered(field: str, found: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a name is mapped already, whole where this is a part of it, or in parts where this is whole."""
    base, _, part = field.partition("-")
    if part in registers.PARTS:
        return base in found
    return any(f"{base}-{one}" in found for one in registers.PARTS)


def _untangle(found: dict[str, tuple[str, ...]]) -> None:
    """Fields that mean something only beside another: a month without a year, a time without a day."""
    if "when" in found:
        for field in ("year", "month", "day"):
            found.pop(field, None)
    elif "year" not in found:
        for field in ("month", "day"):
            found.pop(field, None)
    for base in ("who", "with"):
        names = [f"{base}-{part}" for part in registers.PARTS if f"{base}-{part}" in found]
        if names == [f"{base}-middle"]:
            del found[f"{base}-middle"]


def _is_prose(look: Seen) -> bool:
    return (
        look.filled > 0 and look.size > 12 and look.dates < 0.3 and look.addresses < 0.5 and look.names < 0.6
    )


_NO = -1000

_BEARINGS: Mapping[str, Callable[[Seen], int]] = {
    "when": lambda look: _if(look.dates > 0, _if(look.times > 0.9, -30, _if(look.dates > 0.5, 5, -10))),
    "end": lambda look: _if(look.dates > 0, _if(look.dates > 0.5, 0, -10)),
    "time": lambda look: _if(look.times > 0.4 and look.dates < 0.5, 5),
    "end-time": lambda look: _if(look.times > 0.4 and look.dates < 0.5, 0),
    "year": lambda look: _if(look.numbers > 0.8, 0),
    "month": lambda look: _if(look.names < 0.5, 0),
    "day": lambda look: _if(look.numbers > 0.8, 0),
    "title": lambda look: _if(look.dates < 0.5 and look.numbers < 0.9, 0),
    "who": lambda look: _if(look.dates < 0.5 and look.numbers < 0.5, int(5 * look.names)),
    "with": lambda look: _if(look.dates < 0.5 and look.numbers < 0.5, int(5 * look.names)),
    "organisation": lambda look: _if(look.dates < 0.5 and look.numbers < 0.5, 0),
    "where": lambda look: _if(look.dates < 0.5, 0),
    "id": lambda look: _if(look.unique == 1.0 and look.size < 60 and look.dates < 0.5, 0),
    "cite": lambda look: _if(look.addresses < 0.5, _if(look.citations > 0.2, 5, -30)),
}


def _if(holds: bool, then: int, otherwise: int = _NO) -> int:
    return then if holds else otherwise


def _bearing(field: str, look: Seen) -> int:
    """What the cells say to a header's meaning: a column of prose is no date, whatever is written over it. An
    empty column says nothing, and counts for less than a filled one."""
    if not look.filled:
        return -30
    weigh = _BEARINGS.get(field)
    return weigh(look) if weigh else 0


def _by_cells(columns: Sequence[str], looks: Mapping[str, Seen]) -> dict[str, tuple[str, ...]]:
    """Without a header: the first column of dates, the first two of names, the longest prose."""
    found: dict[str, tuple[str, ...]] = {}
    dated = [c for c in columns if looks[c].filled and looks[c].dates > 0.8 and looks[c].numbers < 0.9]
    if dated:
        found["when"] = (dated[0],)
        clocks = [c for c in columns if c not in dated and looks[c].times > 0.8 and looks[c].numbers < 0.9]
        if clocks:
            found["time"] = (clocks[0],)
    people = [c for c in columns if c not in dated and looks[c].names > 0.4 and _several(looks[c])]
    for field, column in zip(("who", "with"), people, strict=False):
        found[field] = (column,)
    taken = {column for named in found.values() for column in named}
    prose = [c for c in columns if c not in taken and looks[c].filled and _several(looks[c])]
    prose = [c for c in prose if looks[c].dates < 0.3 and looks[c].numbers < 0.5 and looks[c].addresses < 0.5]
    if prose:
        found["title"] = (max(prose, key=lambda c: looks[c].size * looks[c].unique),)
    return {field: found[field] for field in FIELDS if field in found}


def _several(look: Seen) -> bool:
    """Whether the cells differ from one another: a column that says the same throughout names no sort of
    thing."""
    return look.unique * look.filled > 2
