"""The numbers of list paragraphs in a Word document, as the page shows them: "12.", "(a)", "II.3".

They stand nowhere in the file; Word derives them (ECMA-376 part 1, 17.9): every abstract list has a counter
for each of its levels, which starts again when a lower level goes on. What this does not understand it does
not number: None, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from factcheck.read.office_parts import attribute, local_name

LEVELS = 9
_SUFFIXES = {"tab": "\t", "space": " ", "nothing": ""}
_PLACEHOLDER = re.compile(r"%([1-9])")
_MAX_NUMBER = 10_000


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 0  # what the standard says where none is given; Word always gives one
    form: str = "decimal"
    pattern: str = ""
    restarts_below: int = LEVELS
    legal: bool = False
    suffix: str = "\t"


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


class Lists:
    """The counters of one document. `numbering` is the root of its numbering part, or None."""

    def __init__(self, numbering: Any) -> None:
        self._abstract: dict[str, _List] = {}
        self._of_number: dict[str, tuple[str, dict[int, int]]] = {}
        self._levels_of_number: dict[str, dict[int, _Level]] = {}
        self._begun: set[tuple[str, int]] = set()
        for element in () if numbering is None else numbering:
            kind = local_name(element)
            if kind == "abstractNum":
                self._abstract[attribute(element, "abstractNumId")] = _List(dict(_levels(element)))
            elif kind == "num":
                self._number(element)

    def label(self, number: str, level: int) -> str | None:
        """The label of the next paragraph of this list and level, with what stands after it (a tab mostly):
        "" for a bullet and for a level that shows nothing, None where it cannot be told."""
        if number == "0" or number not in self._of_number:
            return "" if number == "0" else None
        abstract, starts = self._of_number[number]
        one = self._abstract.get(abstract)
        if one is None or not 0 <= level < LEVELS:
            return None
        levels = {**one.levels, **self._levels_of_number[number]}
        self._count(one, levels, number, level, starts)
        return _label(levels, one.counts, level)

    def _number(self, element: Any) -> None:
        number = attribute(element, "numId")
        abstract, starts, own = "", dict[int, int](), dict[int, _Level]()
        for child in element:
            if local_name(child) == "abstractNumId":
                abstract = attribute(child, "val")
            elif local_name(child) == "lvlOverride":
                level = _whole(attribute(child, "ilvl"), 0)
                own.update(_levels(child))
                for start in child:
                    if local_name(start) == "startOverride":
                        starts[level] = _whole(attribute(start, "val"), 1)
        self._of_number[number] = (abstract, starts)
        self._levels_of_number[number] = own

    def _count(
        self, one: _List, levels: Mapping[int, _Level], number: str, level: int, starts: Mapping[int, int]
    ) -> None:
        start = levels.get(level, _Level()).start
        if level in starts and (number, level) not in self._begun:
            one.counts[level] = starts[level]
        else:
            one.counts[level] = one.counts[level] + 1 if level in one.counts else start
        self._begun.add((number, level))
        for upper in range(level):
            one.counts.setdefault(upper, levels.get(upper, _Level()).start)
        for lower in range(level + 1, LEVELS):
            if level < levels.get(lower, _Level()).restarts_below:
                one.counts.pop(lower, None)


def _label(levels: Mapping[int, _Level], counts: Mapping[int, int], level: int) -> str | None:
    here = levels.get(level)
    if here is None:
        return None
    if here.form in ("bullet", "none"):
        return ""
    pieces: list[str] = []
    at = 0
    for found in _PLACEHOLDER.finditer(here.pattern):
        which = int(found[1]) - 1
        of = levels.get(which, _Level())
        written = numeral(counts.get(which, of.start), "decimal" if here.legal else of.form)
        if written is None:
            return None
        pieces += (here.pattern[at : found.start()], written)
        at = found.end()
    return "".join((*pieces, here.pattern[at:], here.suffix))


def numeral(number: int, form: str) -> str | None:
    """A number as its format ("decimal", "lowerRoman") writes it; None for a format unknown here."""
    if form == "none":
        return ""
    least = 0 if form in ("decimal", "decimalZero") else 1
    return _FORMS[form](number) if form in _FORMS and least <= number <= _MAX_NUMBER else None


def _letters(number: int) -> str:
    """a ... z, then aa, bb: the letter is repeated, as Word does."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    pieces = []
    for value, digits in (
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
        (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ):  # fmt: skip
        pieces.append(digits * (number // value))
        number %= value
    return "".join(pieces)


_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}


def _levels(element: Any) -> Iterator[tuple[int, _Level]]:
    for child in element:
        if local_name(child) != "lvl":
            continue
        level = _Level()
        for part in child:
            value = attribute(part, "val")
            match local_name(part):
                case "start":
                    level = replace(level, start=_whole(value, 1))
                case "numFmt":
                    level = replace(level, form=value)
                case "lvlText":
                    level = replace(level, pattern=value)
                case "lvlRestart":
                    level = replace(level, restarts_below=_whole(value, LEVELS))
                case "suff":
                    level = replace(level, suffix=_SUFFIXES.get(value, "\t"))
                case "isLgl":
                    level = replace(level, legal=value not in ("0", "false"))
        yield _whole(attribute(child, "ilvl"), 0), level


def _whole(value: str, otherwise: int) -> int:
    return int(value) if re.fullmatch(r"\d{1,6}", value, re.ASCII) else otherwise
