"""Bates numbers: a prefix, a padded number, sometimes a suffix; one for each page of a production.

People write one number in several ways (`ABC0001234`, `abc 1234`, `ABC-0001234`): the letters and digits of
the prefix and the value of the number decide which is meant, its case, its separators and its zeros do not.
A range may drop the prefix and the digits that stay the same: `ABC0001234-36`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from factcheck.core.light import dataclass

LEAST_DIGITS = 3
"""A number of fewer digits is no Bates number: `Exhibit 12` is a name."""

LONGEST = 64
"""Code points of the longest text that is taken for one number."""

_SUFFIX = r"(?:[A-Za-z]|[._-][A-Z]{1,5}\d{0,3}|\.\d{1,4})"
_NUMBER = re.compile(rf"((?:\w[\w .&-]*?(?<!\d))?)(\d{{{LEAST_DIGITS},15}})({_SUFFIX}?)", re.ASCII)
_DASH = re.compile(r"\s*[-–—]\s*|\s+(?:to|through)\s+")
_LIST = re.compile(r"\s*[;,]\s*")
_DIGITS = re.compile(r"\d+", re.ASCII)
_LETTER = re.compile(r"[A-Za-z]")
_SPOKEN = re.compile(r"[^A-Za-z0-9]+")
_BARE_DIGITS = 5
_STAMP = re.compile(
    r"(?<![\w.-])[A-Z][A-Z0-9&]{0,19}(?:[-_.][A-Z0-9&]{1,12}){0,3}[-_. ]?(?<!\d)\d{4,15}"
    r"(?:[A-Z]|[.-]\d{1,4})?(?![\w-])",
    re.ASCII,
)
_SURE_DIGITS = 6
_STAMP_LINE = 200


@dataclass(frozen=True, slots=True)
class Bates:
    """One number as it is written: `digits` keeps the zeros."""

    prefix: str
    digits: str
    suffix: str = ""

    @property
    def number(self) -> int:
        return int(self.digits)

    @property
    def family(self) -> str:
        """What the numbers of one production share: the prefix without case and separators."""
        return _SPOKEN.sub("", self.prefix).casefold()

    @property
    def order(self) -> tuple[str, int, str]:
        """Sorts numbers as they follow one another; `1234A` stands between `1234` and `1235`."""
        return self.family, self.number, _SPOKEN.sub("", self.suffix).casefold()

    def plus(self, pages: int) -> Bates:
        """The number so many pages on."""
        return replace(self, digits=str(self.number + pages).zfill(len(self.digits)))

    def __str__(self) -> str:
        return f"{self.prefix}{self.digits}{self.suffix}"


@dataclass(frozen=True, slots=True)
class BatesRange:
    """From `first` to `last`, both included and of one family."""

    first: Bates
    last: Bates

    @property
    def count(self) -> int | None:
        """How many pages it numbers; None where a suffix leaves that open (`1234A-1236`)."""
        if self.first.order[2] != self.last.order[2]:
            return None
        return self.last.number - self.first.number + 1

    def holds(self, other: Bates | BatesRange) -> bool:
        """Whether it has a page in common with a number or another range."""
        theirs = other if isinstance(other, BatesRange) else BatesRange(other, other)
        same = self.first.family == theirs.first.family
        return same and self.first.order <= theirs.last.order and theirs.first.order <= self.last.order

    def page_of(self, number: Bates) -> int | None:
        """Which page, from 0, bears a number of this range; None where a suffix leaves that open."""
        if self.count is None or not self.holds(number) or number.order[2] != self.first.order[2]:
            return None
        return number.number - self.first.number

    def __str__(self) -> str:
        """As it is cited: `ABC0001234-36`, with the prefix again where the digits alone would mislead."""
        if self.first == self.last:
            return str(self.first)
        one, two = self.first, self.last
        if (one.prefix, one.suffix, len(one.digits)) != (two.prefix, two.suffix, len(two.digits)):
            return f"{one}-{two}"
        if one.suffix:
            return f"{one}-{two}"
        same = next(n for n, (a, b) in enumerate(zip(one.digits, two.digits, strict=True)) if a != b)
        short = f"{one}-{two.digits[min(same, len(two.digits) - 2) :]}"
        return short if parse_range(short) == self else f"{one}-{two}"


def parse_bates(text: str) -> Bates | None:
    """The number that the whole text is; None where it is none."""
    text = text.strip()
    if len(text) > LONGEST or not (found := _NUMBER.fullmatch(text)):
        return None
    return _likely(Bates(*found.groups()))


def _likely(bates: Bates) -> Bates | None:
    """Without a letter before it, only a long number counts."""
    if _LETTER.search(bates.prefix):
        return bates
    return bates if not bates.prefix and len(bates.digits) >= _BARE_DIGITS else None


def parse_range(text: str) -> BatesRange | None:
    """The range, or the single number, that the whole text is; None where it is none."""
    text = text.strip()
    if len(text) > 2 * LONGEST:
        return None
    cuts = [(text[: dash.start()], text[dash.end() :]) for dash in reversed(list(_DASH.finditer(text)))]
    for before, after in cuts:
        first, last = parse_bates(before), parse_bates(after)
        if first and last and first.family == last.family:
            return BatesRange(first, last) if first.order <= last.order else None
    for before, after in cuts:
        if (first := parse_bates(before)) and (last := _dropped(first, after)):
            return BatesRange(first, last)
    single = parse_bates(text)
    return BatesRange(single, single) if single else None


def _dropped(first: Bates, tail: str) -> Bates | None:
    """The end of a range of which only the last digits are written; None where it would lie before."""
    if not _DIGITS.fullmatch(tail) or len(tail) > len(first.digits):
        return None
    last = replace(first, digits=first.digits[: -len(tail)] + tail)
    return last if last.number > first.number else None


def parse_ranges(text: str | None) -> tuple[BatesRange, ...]:
    """The ranges of a list with semicolons or commas; empty where any part of it is none."""
    parts = [part for part in _LIST.split(text or "") if part]
    found = [parse_range(part) for part in parts[:1000]]
    return tuple(one for one in found if one) if all(found) else ()


def range_in_name(stem: str) -> BatesRange | None:
    """The number or range that the name of a file, without its ending, begins with.

    The longest run of digits is the number, what stands before it the prefix. A name that is a number alone
    (`20170306`) may be a date: it counts where it begins with a zero.
    """
    stem = stem.strip()
    runs = list(_DIGITS.finditer(stem[: 2 * LONGEST]))
    if not runs:
        return None
    run = max(runs, key=lambda found: (len(found.group()), -found.start()))
    whole = re.compile(rf"{re.escape(stem[: run.end()])}{_SUFFIX}?(?![^\W_])", re.ASCII).match(stem)
    first = parse_bates(whole.group()) if whole else None
    if whole is None or first is None or (not first.prefix and not first.digits.startswith("0")):
        return None
    return _to_the_end(first, stem[whole.end() :])


def _to_the_end(first: Bates, rest: str) -> BatesRange:
    """The range that a name goes on to (`-ABC0001240`, `_ABC0001240`, `-40`), else the number alone."""
    joined = re.match(r"\s*(?:[-–—_]|to\b)\s*", rest)
    if joined:
        words = re.match(rf"[\w.&-]*?\d{{2,}}{_SUFFIX}?(?![^\W_])", rest[joined.end() :], re.ASCII)
        if words:
            last = parse_bates(words.group()) or None
            if last and last.family == first.family and last.order >= first.order:
                return BatesRange(first, last)
            if dropped := _dropped(first, words.group()):
                return BatesRange(first, dropped)
    return BatesRange(first, first)


def stamps_in(line: str) -> list[Bates]:
    """What looks like a stamp in a line of print: capitals and a padded number, no ordinary word."""
    if len(line) > _STAMP_LINE:
        return []
    return [bates for found in _STAMP.finditer(line) if (bates := parse_bates(found.group()))]


def is_sure(stamp: Bates) -> bool:
    """Whether a stamp that stands alone is one: `JULY 2016` is not."""
    return len(stamp.digits) >= _SURE_DIGITS or stamp.digits.startswith("0")


def gaps(ranges: Iterable[BatesRange]) -> list[BatesRange]:
    """The numbers between the first and the last of each family that no range holds."""
    missing: list[BatesRange] = []
    for family in _families(ranges):
        reached = family[0].last
        for one in family[1:]:
            if one.first.number > reached.number + 1:
                before = replace(one.first, suffix="").plus(-1)
                missing.append(BatesRange(replace(reached, suffix="").plus(1), before))
            reached = max(reached, one.last, key=lambda bates: bates.order)
    return missing


def together(ranges: Iterable[BatesRange]) -> list[BatesRange]:
    """The same numbers in as few ranges as there are, in order."""
    merged: list[BatesRange] = []
    for family in _families(ranges):
        current = family[0]
        for one in family[1:]:
            if one.first.number > current.last.number + 1:
                merged.append(current)
                current = one
            else:
                last = max(current.last, one.last, key=lambda bates: bates.order)
                current = BatesRange(current.first, last)
        merged.append(current)
    return merged


def overlaps(ranges: Sequence[BatesRange]) -> list[tuple[int, int]]:
    """Pairs of ranges, by their place in the sequence, that share a number: each with the one before it that
    reaches furthest."""
    order = sorted(range(len(ranges)), key=lambda n: (ranges[n].first.order, n))
    pairs: list[tuple[int, int]] = []
    furthest: int | None = None
    for n in order:
        if furthest is not None and ranges[furthest].holds(ranges[n]):
            pairs.append((furthest, n))
        if furthest is None or ranges[n].last.order > ranges[furthest].last.order:
            furthest = n
    return pairs


def _families(ranges: Iterable[BatesRange]) -> Iterator[list[BatesRange]]:
    ordered = sorted(ranges, key=lambda one: (one.first.order, one.last.order))
    for _, family in groupby(ordered, key=lambda one: one.first.family):
        yield list(family)
