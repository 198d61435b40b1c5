"""Printed page numbers: read at the head or foot of pages, where they go up by one from page to page.

A number counts only as one of a series: it stands in the same zone and differs from the page's place in the
file by the same amount as on the pages around. Nothing is counted on: a page without a printed number keeps
its name in the file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.core.light import dataclass
from factcheck.read.pages.page import Page
from factcheck.read.pages.sheet import Row

FAR = 3
"""Pages: occurrences farther apart than this do not belong to one series."""

_NAMES = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun"
DATE = re.compile(
    rf"""(?:{_NAMES})[a-z]*\.?,?\s+\d{{1,2}}\b(?:,?\s+\d{{4}})?
    |\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_NAMES})[a-z]*\b
    |\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}}""",
    re.VERBOSE | re.IGNORECASE,
)
"""A day in a head: on a diary it goes up from page to page as a page number does."""

_ALONE = re.compile(
    r"""[-–—\[(|•\s]*
    (?P<word>(?:[Pp]age|PAGE|[Pp]g\.?|[Pp]\.)\s*(?:[Nn]o\.?\s*)?)?
    (?P<label>[A-Z]{0,2}-?\d{1,5}|[ivxlc]{1,8}|[IVXLC]{2,8})
    (?:\s*(?:of|OF|/)\s*\d{1,5})?
    [-–—\])|•.\s]*""",
    re.VERBOSE,
)
_SAID = re.compile(r"\b(?:[Pp]age|PAGE|[Pp]g\.?)\s+(\d{1,5})\b")
_AT_AN_END = re.compile(r"[A-Z]{0,2}\d{1,5}")
_DIGIT = re.compile(r"\d")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_SAME_HEIGHT = 24.0


@dataclass(frozen=True, slots=True)
class _Token:
    """A number as it stands on a page: `alone` in its row or run, `said` where the word page stands with
    it."""

    page: int
    label: str
    shape: str
    value: int
    y: float
    alone: bool
    said: bool
    orders: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Series:
    tokens: tuple[_Token, ...]

    @property
    def rank(self) -> tuple[bool, int]:
        return self.tokens[0].alone, len(self.tokens)


def number_pages(pages: Sequence[Page]) -> None:
    """Gives each page the number printed on it, and says which of its runs hold nothing else."""
    for token in _chosen(_series(pages), len(pages)):
        page = pages[token.page]
        if page.printed is None:
            page.printed = token.label
            page.furniture.update(dict.fromkeys(token.orders, "page-mark"))


def is_dense(numbers: Sequence[int]) -> bool:
    """Whether three pages or more lie close enough together to belong to one another."""
    return len(numbers) >= 3 and all(after - before <= FAR for before, after in pairwise(numbers))


def chains(numbers: Iterable[int]) -> Iterator[list[int]]:
    """Ascending page places, cut where two lie too far apart."""
    chain: list[int] = []
    for number in numbers:
        if chain and number - chain[-1] > FAR:
            yield chain
            chain = []
        chain.append(number)
    if chain:
        yield chain


def _series(pages: Sequence[Page]) -> list[_Series]:
    groups: dict[tuple[str, str, bool, int], list[_Token]] = defaultdict(list)
    for index, page in enumerate(pages):
        for zone, rows in page.edges():
            for token in _tokens(index, rows):
                groups[zone, token.shape, token.alone, token.value - index].append(token)
    found = []
    for tokens in groups.values():
        by_page = {token.page: token for token in reversed(tokens)}
        for chain in chains(sorted(by_page)):
            members = _at_one_height([by_page[number] for number in chain])
            if _is_believed(members, len(pages)):
                found.append(_Series(tuple(members)))
    return sorted(found, key=lambda series: series.rank, reverse=True)


def _at_one_height(tokens: list[_Token]) -> list[_Token]:
    heights = sorted(token.y for token in tokens)
    middle = heights[len(heights) // 2]
    return [token for token in tokens if abs(token.y - middle) <= _SAME_HEIGHT]


def _is_believed(tokens: Sequence[_Token], pages: int) -> bool:
    if not tokens:
        return False
    numbers = [token.page for token in tokens]
    said = all(token.said for token in tokens)
    return is_dense(numbers) or (pages <= 3 and (len(numbers) == 2 or said)) or (said and len(numbers) == 2)


def _chosen(series: Sequence[_Series], pages: int) -> Iterator[_Token]:
    """Of numbers that stand alone, all; where they name fewer than half the pages and numbers within heads
    name more, those instead."""
    alone = [one for one in series if one.tokens[0].alone]
    within = [one for one in series if not one.tokens[0].alone]
    if 2 * _covered(alone) < pages and _covered(within) > _covered(alone):
        alone = within
    for one in alone:
        yield from one.tokens


def _covered(series: Sequence[_Series]) -> int:
    return len({token.page for one in series for token in one.tokens})


def _tokens(page: int, rows: Sequence[Row]) -> Iterator[_Token]:
    for row in rows:
        every = frozenset(run.order for run in row.runs)
        if found := _ALONE.fullmatch(row.text):
            yield _token(page, found["label"], row.y, True, bool(found["word"]), every)
            continue
        for run in dict.fromkeys((row.runs[0], row.runs[-1])):
            if found := _ALONE.fullmatch(run.text):
                yield _token(page, found["label"], row.y, True, bool(found["word"]), frozenset({run.order}))
        for label, said in _within(row) if _DIGIT.search(row.text) else ():
            yield _token(page, label, row.y, False, said, frozenset())


def _within(row: Row) -> Iterator[tuple[str, bool]]:
    """Numbers within a head: "Page 3 of 12" anywhere, else a number at an end that is no part of a date."""
    if found := _SAID.search(row.text):
        yield found[1], True
    elif not DATE.search(row.text):
        for word in dict.fromkeys((row.runs[0].first, row.runs[-1].last)):
            if _AT_AN_END.fullmatch(word):
                yield word, False


def _token(page: int, label: str, y: float, alone: bool, said: bool, orders: frozenset[int]) -> _Token:
    if label[-1].isdigit():
        digits = label.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ-")
        return _Token(page, label, label[: len(label) - len(digits)], int(digits), y, alone, said, orders)
    return _Token(page, label, "roman", _roman(label.lower()), y, alone, said, orders)


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
