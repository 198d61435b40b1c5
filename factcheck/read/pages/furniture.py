"""Running heads and feet: what stands at the edge of many pages, the same or with a number that counts them.

Only the outermost rows can be furniture, each only where all rows beyond it are; so no line amid the words
is ever taken, however often it is repeated.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from factcheck.read.pages.page import Page
from factcheck.read.pages.page_numbers import DATE, chains, is_dense
from factcheck.read.pages.sheet import Row

_GPO_FOOT = re.compile(r"VerDate \w{3} \d\d \d{4}\b")
_DIGITS = re.compile(r"\d+")
_DATE_OR_DIGITS = re.compile(rf"(?P<date>{DATE.pattern})|\d+", DATE.flags)
_PLAIN_NUMBER = re.compile(r"[^\w]*(?:page )?#(?: of #)?[^\w]*|[a-z_ -]{0,16}#", re.IGNORECASE)
_STEADY = 0.8
_COUNTING = "counting"
"""Words with a number that goes up: a running head, or the first line of pages that are filled in alike."""

_GAP = 1.25
_HEAD_ROWS = 2
_SAME_HEIGHT = 18.0


def mark_furniture(pages: Sequence[Page]) -> None:
    """Says of each page which runs are running heads or page marks."""
    repeated = {zone: _repeated(pages, zone) for zone in ("head", "foot")}
    rests = _rests(pages)
    for index, page in enumerate(pages):
        for zone, rows in page.edges():
            found = (_why(index, page, row, repeated[zone], rests) for row in rows)
            reasons = [why for why in takewhile(bool, found) if why]
            for row, why in zip(_apart(rows, reasons, page), reasons, strict=False):
                for run in row.runs:
                    page.furniture.setdefault(run.order, "running-head" if why == _COUNTING else why)
        _forget_marks_amid_words(page)
    _mark_turned(pages)


def _apart(rows: Sequence[Row], reasons: Sequence[str], page: Page) -> Sequence[Row]:
    """Of the rows that may be furniture, those that are. A row with a changing number must stand with one
    other at most and white space on both sides, unless line numbers part it from the words."""
    if page.column or _COUNTING not in reasons:
        return rows[: len(reasons)]
    start = 0
    for end in _group_ends(rows, page.pitch):
        group = reasons[start:end]
        if len(group) < end - start or (_COUNTING in group and end - start > _HEAD_ROWS):
            return rows[: start + len(list(takewhile(_COUNTING.__ne__, group)))]
        start = end
    return rows[:start]


def _group_ends(rows: Sequence[Row], pitch: float) -> Iterator[int]:
    for index, (row, following) in enumerate(pairwise(rows), start=1):
        if abs(row.y - following.y) > _GAP * pitch:
            yield index
    yield len(rows)


def _why(
    index: int, page: Page, row: Row, repeated: dict[tuple[int, str], str], rests: Counter[str]
) -> str | None:
    if all(page.furniture.get(run.order) == "page-mark" for run in row.runs):
        return "page-mark"
    if why := repeated.get((index, row.text)):
        return why
    if _GPO_FOOT.match(row.text):
        return "running-head"
    if page.printed and rests[_rest(page, row)] > 1:
        return "running-head"
    return None


def _forget_marks_amid_words(page: Page) -> None:
    """A number read as the page's is cut only where its row lies beyond the words or beside nothing."""
    outer = {
        run.order
        for _, rows in page.edges()
        for depth, row in enumerate(rows)
        if all(run.order in page.furniture for above in rows[:depth] for run in above.runs)
        for run in row.runs
    }
    page.furniture = {order: why for order, why in page.furniture.items() if order in outer}


def _repeated(pages: Sequence[Page], zone: str) -> dict[tuple[int, str], str]:
    """By page and row, why a row is furniture: its text stands in that zone of many pages."""
    rows: dict[str, list[tuple[int, float, str]]] = defaultdict(list)
    for index, page in enumerate(pages):
        for row in page.head if zone == "head" else page.foot:
            rows[_masked(row.text)].append((index, row.y, row.text))
    found: dict[tuple[int, str], str] = {}
    for masked, places in rows.items():
        for chain in _believed(places, len(pages)):
            changes = len({text for _, text in chain}) > 1
            why = _COUNTING if changes else "running-head"
            found |= dict.fromkeys(chain, "page-mark" if _PLAIN_NUMBER.fullmatch(masked) else why)
    return found


def _masked(text: str) -> str:
    """The text with # for its numbers, those in dates excepted."""
    if not _DIGITS.search(text):
        return text
    return _DATE_OR_DIGITS.sub(lambda found: found.group() if found["date"] else "#", text)


def _believed(places: Sequence[tuple[int, float, str]], pages: int) -> Iterator[list[tuple[int, str]]]:
    heights = sorted(y for _, y, _ in places)
    middle = heights[len(heights) // 2]
    at = {index: text for index, y, text in places if abs(y - middle) <= _SAME_HEIGHT}
    if len(at) == pages == 2 and len(set(at.values())) == 1:
        yield list(at.items())
        return
    for chain in chains(sorted(at)):
        rows = [(index, at[index]) for index in chain]
        if is_dense(chain) and _counts_pages(rows):
            yield rows


def _counts_pages(rows: Sequence[tuple[int, str]]) -> bool:
    """Whether each number in the rows is the same on nearly all, or goes up by one from page to page."""
    numbers = [(index, [int(digits[:18]) for digits in _DIGITS.findall(text)]) for index, text in rows]
    if len({len(values) for _, values in numbers}) > 1:
        return False
    for slot in range(len(numbers[0][1])):
        same = Counter(values[slot] for _, values in numbers)
        steps = Counter(values[slot] - index for index, values in numbers)
        if max(same.most_common(1)[0][1], steps.most_common(1)[0][1]) < _STEADY * len(numbers):
            return False
    return True


def _rests(pages: Iterable[Page]) -> Counter[str]:
    """How many pages have what stands beside their page number in its row; heads that change with the
    chapter do."""
    return Counter(
        rest
        for page in pages
        if page.printed
        for rest in {_rest(page, row) for _, rows in page.edges() for row in rows}
        if rest
    )


def _rest(page: Page, row: Row) -> str:
    """The row without the page's number at one of its ends; empty where it has none or nothing else."""
    words = row.text.split(" ")
    number = page.printed
    if words[0] == number:
        return " ".join(words[1:])
    return " ".join(words[:-1]) if words[-1] == number else ""


def _mark_turned(pages: Sequence[Page]) -> None:
    places: dict[str, list[int]] = defaultdict(list)
    for index, page in enumerate(pages):
        for text in {run.text for run in page.sheet.turned}:
            places[text].append(index)
    repeated = {
        (index, text)
        for text, indexes in places.items()
        for chain in chains(indexes)
        if is_dense(chain)
        for index in chain
    }
    for index, page in enumerate(pages):
        for run in page.sheet.turned:
            if (index, run.text) in repeated:
                page.furniture[run.order] = "running-head"
