"""Line numbers printed beside the lines of a transcript: where they stand, and which line has which.

A number at the edge of a line is a line number only where a whole column of them proves it: one after the
other down the page, on most of its lines. Numbers are read and never counted; a line without one has none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

_TIME = r"\d{1,2}:\d{2}(?::\d{2}(?:[:.]\d{1,3})?)?"
_LEFT = re.compile(rf"[ \t\f]*+(?:(?P<time>{_TIME})[ \t]++)?\[?(?P<number>\d{{1,4}})\]?(?=[ \t]|$)")
_RIGHT = re.compile(r"(?:^|[ \t]{2}|\t)(?P<number>\d{1,3})[ \t]*$")
_CITED = re.compile(
    r"[ \t\f]*+(?:\[\s?(?P<page>\d{1,5}):(?P<line>\d{1,3})\s?\]"
    r"|(?P<bare_page>\d{1,5}):(?P<bare_line>\d{1,2})(?![\d:])"
    r"|(?i:page|pg\.?)\s(?P<said_page>\d{1,5}),?\s+(?i:line|ln\.?)\s(?P<said_line>\d{1,3})\b[:.]?)(?=[ \t]|$)"
)
_TIME_AFTER = re.compile(rf"[ \t]+(?P<time>{_TIME})(?=[ \t]|$)")
_TIME_AT_END = re.compile(rf"[ \t]+(?P<time>{_TIME})[ \t]*$")

_EDGE = 200
"""Code points at either end of a line in which a number or a time is looked for."""

_MOST = 0.6
_FULL = 10
"""Lines of a column that is taken for a page's as it is; a shorter one must be most of what stands there,
but for page marks and running heads."""

_FURNITURE = 3
_LAST_LINE = 45


@dataclass(slots=True)
class Line:
    """A line of the text: its offsets, newline excluded; what of it is read (`body`, `body_end`); the labels
    printed beside it; `run` counts the columns of numbers from 1, 0 outside of any."""

    start: int
    end: int
    body: int
    body_end: int
    number: str | None = None
    page: str | None = None
    time: str | None = None
    run: int = 0


class _Token(NamedTuple):
    """A number at the edge of line `row`; it stands from `start` to `end`, offsets within the line."""

    row: int
    start: int
    end: int
    number: str
    page: str | None = None
    time: str | None = None


def lines_of(text: str) -> list[Line]:
    """The lines of a text as they stand, without numbers."""
    lines: list[Line] = []
    at = 0
    for row in text.split("\n"):
        end = at + len(row)
        lines.append(Line(at, end, at, end))
        at = end + 1
    return lines


def number_lines(text: str, lines: Sequence[Line]) -> bool:
    """Gives the lines the numbers printed beside them, and the times; whether there are any numbers."""
    rows = [text[line.start : min(line.end, line.start + _EDGE)] for line in lines]
    found = _cited(rows) or _left(rows)
    if found:
        _take(lines, found, rows)
    else:
        ends = [text[max(line.start, line.end - _EDGE) : line.end] for line in lines]
        found = _right(ends)
        for run, tokens in enumerate(found, start=1):
            for token in tokens:
                line = lines[token.row]
                cut = max(line.start, line.end - _EDGE) + token.start
                line.number, line.run = token.number, run
                line.body_end = line.start + len(text[line.start : cut].rstrip(" \t"))
    if found:
        _take_times(text, lines)
    return bool(found)


def _take(lines: Sequence[Line], found: Sequence[Sequence[_Token]], rows: Sequence[str]) -> None:
    for run, tokens in enumerate(found, start=1):
        gap = min(
            (gap for token in tokens if (gap := _gap(rows[token.row], token.end)) is not None), default=0
        )
        for token in tokens:
            line = lines[token.row]
            row = rows[token.row]
            end = token.end + 1 if row[token.end : token.end + 1] == "\t" else token.end + gap
            line.body = min(line.start + end, line.end)
            if not row[token.end :].strip() and line.end - line.start <= len(row):
                line.body = line.end
            line.number, line.page, line.time, line.run = token.number, token.page, token.time, run


def _gap(row: str, end: int) -> int | None:
    """How many blanks stand between a number and its line's words; None where no words are."""
    rest = row[end:]
    return len(rest) - len(rest.lstrip(" ")) if rest.strip() else None


def _left(rows: Sequence[str]) -> list[list[_Token]]:
    tokens = []
    for index, row in enumerate(rows):
        if found := _LEFT.match(row):
            tokens.append(
                _Token(index, found.start("number"), found.end(), found["number"], None, found["time"])
            )
    return _proven(tokens, [bool(row.strip()) for row in rows])


def _right(ends: Sequence[str]) -> list[list[_Token]]:
    tokens = []
    for index, row in enumerate(ends):
        if row[-1:].isdecimal() or row.rstrip()[-1:].isdecimal():
            found = _RIGHT.search(row)
            if found:
                tokens.append(_Token(index, found.start("number"), len(row), found["number"]))
    return _proven(tokens, [bool(row.strip()) for row in ends])


def _cited(rows: Sequence[str]) -> list[list[_Token]]:
    """Lines that begin with page and line ("00012:04", "[4:02]"), and bare numbers that go on from one."""
    tokens: list[_Token] = []
    cited = bracketed = timed = 0
    for index, row in enumerate(rows):
        if (":" in row or "ine" in row or "INE" in row) and (found := _CITED.match(row)):
            page = found["page"] or found["bare_page"] or found["said_page"]
            line = found["line"] or found["bare_line"] or found["said_line"]
            cited += 1
            bracketed += found["bare_page"] is None
            timed += found["bare_page"] is not None and _LEFT.match(row) is not None
            tokens.append(_Token(index, found.start(), found.end(), line, unpadded(page)))
        elif tokens and (bare := _LEFT.match(row)) and not bare["time"] and len(bare["number"]) <= 2:
            tokens.append(_Token(index, bare.start("number"), bare.end(), bare["number"]))
    if not cited or timed * 2 > cited:
        return []
    runs = _cited_runs(tokens)
    kept = [token for run in runs for token in run]
    pages = [int(token.page) for token in kept if token.page]
    explicit = bracketed * 2 > cited
    if len(pages) < 0.9 * cited or len(kept) < 2:
        return []
    first, last = kept[0].row, kept[-1].row
    filled = sum(bool(row.strip()) for row in rows[first : last + 1])
    clocklike = any(int(token.number) > _LAST_LINE for token in kept)
    if not explicit and (clocklike or len(kept) < _MOST * filled):
        return []
    return runs


def unpadded(page: str) -> str:
    """A page's label without the zeros that pad it to a column's width: "00012" and "0045" are 12, 45."""
    return (page.lstrip("0") or "0") if len(page) >= 4 else page


def _cited_runs(tokens: Sequence[_Token]) -> list[list[_Token]]:
    """The tokens that ascend, by page: a bare number counts only as the next line of its page."""
    runs: list[list[_Token]] = []
    page = line = -1
    for token in tokens:
        number = int(token.number)
        if token.page is None:
            if number == line + 1:
                runs[-1].append(_Token(token.row, token.start, token.end, token.number, runs[-1][0].page))
                line = number
            continue
        here = int(token.page)
        if here > page or (here == page and number > line) or (number <= 2 and here < page):
            if here == page:
                runs[-1].append(token)
            else:
                runs.append([token])
            page, line = here, number
    return runs


def _proven(tokens: Sequence[_Token], filled: Sequence[bool]) -> list[list[_Token]]:
    """The columns of numbers: runs of tokens one after the other, each on most of its page's lines."""
    before = [0]
    for one in filled:
        before.append(before[-1] + one)
    runs = [_in_column(run) for run in _runs(tokens)]
    runs = [run for run in runs if _dense(run, before)]
    if not runs:
        return []
    kept: list[list[_Token]] = []
    short = max(len(run) for run in runs) < _FULL
    bounds = [*(run[0].row for run in runs[1:]), len(filled)]
    for run, below in zip(_without_page_numbers(runs), bounds, strict=True):
        above = kept[-1][-1].row + 1 if kept else 0
        follows = bool(kept) and before[run[0].row] - before[above] <= _FURNITURE and int(run[0].number) == 1
        if len(run) == 1:
            if follows and len(kept[-1]) >= _FULL and _in_line(run[0], kept[-1]):
                kept.append(run)
            continue
        around = before[below] - before[above]
        alone = len(run) >= (_MOST * (around - _FURNITURE) if short else max(5, _MOST * around))
        if len(run) >= _FULL or follows or alone:
            kept.append(run)
    return kept


def _runs(tokens: Sequence[_Token]) -> Iterator[list[_Token]]:
    """Tokens whose numbers go up by one. A number that does not fit is a word of its line, unless it begins
    the next page or goes on after lines that lost theirs: the number after it tells."""
    run: list[_Token] = []
    for here, token in enumerate(tokens):
        number = int(token.number)
        if run and number == int(run[-1].number) + 1:
            run.append(token)
            continue
        following = int(tokens[here + 1].number) if here + 1 < len(tokens) else -1
        after = int(tokens[here + 2].number) if here + 2 < len(tokens) else following + 1
        if not run:
            run = [token]
        elif number <= int(run[-1].number):
            goes_on = following == number + 1 and following != int(run[-1].number) + 1
            if number == 1 or (goes_on and after != int(run[-1].number) + 1):
                yield run
                run = [token]
        elif following == number + 1 and number - int(run[-1].number) <= 4:
            run.append(token)
        elif following == number + 1 and after == number + 2:
            yield run
            run = [token]
    if run:
        yield run


def _in_column(run: list[_Token]) -> list[_Token]:
    """The run without numbers that stand apart from its column."""
    if len(run) < 4:
        return run
    end = Counter(token.end for token in run).most_common(1)[0][0]
    start = Counter(token.start for token in run).most_common(1)[0][0]
    return [token for token in run if abs(token.end - end) <= 1 or abs(token.start - start) <= 1]


def _dense(run: Sequence[_Token], before: Sequence[int]) -> bool:
    if len(run) < 2:
        return int(run[0].number) == 1
    lines = before[run[-1].row + 1] - before[run[0].row]
    steps = sum(int(b.number) == int(a.number) + 1 for a, b in pairwise(run))
    # a number on a line of its own fills it: such lines count on both sides
    return len(run) >= _MOST * lines and steps >= _MOST * (len(run) - 1)


def _in_line(token: _Token, run: Sequence[_Token]) -> bool:
    """Whether a number stands in the column of a run."""
    return any(token.end == one.end or token.start == one.start for one in run[:9])


def _without_page_numbers(runs: list[list[_Token]]) -> list[list[_Token]]:
    """A page number that happens to follow the last line's number is no line of the page."""
    if len(runs) < 3:
        return runs
    usual = Counter(int(run[-1].number) for run in runs).most_common(1)[0][0]
    return [
        run[:-1]
        if len(run) > 1 and int(run[-1].number) == usual + 1 and run[-1].row - run[-2].row > 1
        else run
        for run in runs
    ]


def _take_times(text: str, lines: Sequence[Line]) -> None:
    """The times of a video or a clock beside most of the lines, after their numbers or at their ends."""
    numbered = [line for line in lines if line.number is not None]
    after: list[tuple[Line, re.Match[str]]] = []
    at_end: list[tuple[Line, re.Match[str]]] = []
    filled = 0
    for line in numbered:
        if line.body >= line.body_end or line.time is not None:
            continue
        head = text[line.body - 1 : min(line.body_end, line.body + 30)]
        tail = text[max(line.body, line.body_end - 30) : line.body_end]
        filled += 1
        if ":" in head and (found := _TIME_AFTER.match(head)):
            after.append((line, found))
        if ":" in tail and (found := _TIME_AT_END.search(tail)):
            at_end.append((line, found))
    if len(after) >= max(2, _MOST * filled):
        for line, found in after:
            line.time, line.body = found["time"], line.body - 1 + found.end()
            while line.body < line.body_end and text[line.body] in " \t":
                line.body += 1
    elif len(at_end) >= max(2, _MOST * filled):
        for line, found in at_end:
            line.time = found["time"]
            line.body_end -= len(found.group())
