"""Filters of the long lists: `who:kislyak date:2016-07..2016-09 linked:no -tag:x "quoted words" words`.

A filter is conditions that all hold; `-` before one turns it round. A value with spaces stands in quotes,
several values with commas between them are alternatives.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, get_args

from factcheck.core import codes
from factcheck.core.light import dataclass
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.core.query import Term

KEYS = {
    "who": "a person's name or the beginning of one: who spoke, was spoken for, asked, or took part",
    "date": "a date or two with .. between: 2016, 2016-09, 2016-07..2016-09, 2016-09.. or ..2017-01-20",
    "linked": "yes or no",
    "graded": "yes or no",
    "degree": "0 to 4, u, or a range such as 2..4",
    "status": "how the words were given: sworn, affirmed, unsworn, private, confirm",
    "form": "the form of the claim: categorical, qualified, not aware ...",
    "established": "how well an event is established: admitted, documented, single, alleged ...",
    "tag": "a tag, as it is written",
    "source": "a source by its label: D1",
    "kind": "statement, claim, event, row or proposal",
}
"""What can be asked for, and how its values are written."""

KINDS = ("statement", "claim", "event", "row", "proposal")

_PIECE = re.compile(
    r"""(?P<not>-)?(?:(?P<key>[^\W\d_]+):(?:"(?P<quoted>[^"]*)"?|(?P<value>[^\s"]*))|"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))"""
)
_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"'})
_CODES: dict[str, tuple[str, ...]] = {
    "status": get_args(codes.Status),
    "form": get_args(codes.Form),
    "established": get_args(codes.Established),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition. `values` are alternatives: names, labels, tags, codes, kinds or degrees as records hold
    them; of a date the first and the last day in ISO form, `` where it is open; yes and no as such."""

    key: str
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """A word, or words together, that must occur (or must not)."""

    term: Term
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list shows: rows for which every condition and every wording holds."""

    conditions: tuple[Condition, ...] = ()
    words: tuple[Wording, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.conditions or self.words)

    def of(self, key: str) -> tuple[Condition, ...]:
        """The conditions of one key."""
        return tuple(condition for condition in self.conditions if condition.key == key)


EVERYTHING = Filter()


def parse_filter(typed: str) -> Filter:
    """The filter that was typed. Raises FactcheckError, in words, for a key or a value that there is not."""
    conditions: list[Condition] = []
    wordings: list[Wording] = []
    for piece in _PIECE.finditer(typed.translate(_MARKS)):
        negated = piece["not"] is not None
        key = (piece["key"] or "").casefold()
        value = piece["quoted"] if piece["quoted"] is not None else piece["value"]
        if key and value is not None and not value.startswith("//"):
            conditions.append(Condition(key, _values(key, value), negated))
            continue
        if piece["phrase"] is not None:
            text, quote = piece["phrase"], '"'
        else:
            text, quote = piece["word"] or f"{piece['key']}:{value}", ""
        wordings.extend(Wording(term, negated) for term in _terms(f"{quote}{text}{quote}"))
    return Filter(tuple(dict.fromkeys(conditions)), tuple(dict.fromkeys(wordings)))


def _terms(words: str) -> tuple[Term, ...]:
    from factcheck.core.query import read_query  # late: a start has no filter, and need not read it

    return read_query(words).terms


def _values(key: str, value: str) -> tuple[str, ...]:
    if key not in KEYS:
        raise FactcheckError(
            f"There is no filter “{key}:”",
            f"There are {', '.join(f'{name}:' for name in KEYS)}, and plain words.",
            "Put it in quotes to look for the words themselves.",
            2,
        )
    if not value.strip():
        raise _refused(key, value)
    if key == "date":
        return _dates(value)
    parts = [part.strip() for part in value.split(",") if part.strip()]
    return tuple(dict.fromkeys(found for part in parts for found in _READERS.get(key, _as_is)(key, part)))


def _as_is(key: str, value: str) -> tuple[str, ...]:
    return (value,)


def _yes_or_no(key: str, value: str) -> tuple[str, ...]:
    from factcheck.core.words import fold

    said = {"yes": "yes", "y": "yes", "true": "yes", "no": "no", "n": "no", "false": "no"}.get(fold(value))
    if said is None:
        raise _refused(key, value)
    return (said,)


def _degrees(key: str, value: str) -> tuple[str, ...]:
    found = re.fullmatch(r"([0-4])(?:(?:\.\.|-)([0-4]))?|(u)", value)
    if found is None:
        raise _refused(key, value)
    if found[3]:
        return ("u",)
    low, high = int(found[1]), int(found[2] or found[1])
    return tuple(str(degree) for degree in range(min(low, high), max(low, high) + 1))


def _codes(key: str, value: str) -> tuple[str, ...]:
    """The codes of which a word begins with what was typed: `sworn` is not `unsworn`."""

    from factcheck.core.words import fold

    typed = fold(value).replace("-", " ")
    found = tuple(code for code in _CODES[key] if f" {typed}" in f" {code}")
    if not found:
        there = ", ".join(_CODES[key])
        raise FactcheckError(f"Nothing has the {key} “{value}”", f"There are: {there}.", exit_code=2)
    return found


def _kinds(key: str, value: str) -> tuple[str, ...]:
    from factcheck.core.words import fold

    kind = fold(value)
    kind = kind if kind in KINDS else kind.removesuffix("s")
    if kind not in KINDS:
        raise FactcheckError(f"There is no kind “{value}”", f"There are: {', '.join(KINDS)}.", exit_code=2)
    return (kind,)


def _dates(value: str) -> tuple[str, ...]:
    from factcheck.core.edtf import parse_edtf

    low, dots, high = value.partition("..")
    if not dots:
        low = high = value
    if not low.strip() and not high.strip():
        raise _refused("date", value)
    first = parse_edtf(low).earliest if low.strip() else None
    last = parse_edtf(high).latest if high.strip() else None
    if first and last and first > last:
        raise FactcheckError(f"“{value}” ends before it begins", hint=f"date: {KEYS['date']}.", exit_code=2)
    return (_iso(first), _iso(last))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _refused(key: str, value: str) -> FactcheckError:
    return FactcheckError(f"“{key}:{value}” cannot be read", f"{key}: takes {KEYS[key]}.", exit_code=2)


_READERS: dict[str, Callable[[str, str], tuple[str, ...]]] = {
    "linked": _yes_or_no,
    "graded": _yes_or_no,
    "degree": _degrees,
    "status": _codes,
    "form": _codes,
    "established": _codes,
    "kind": _kinds,
}
