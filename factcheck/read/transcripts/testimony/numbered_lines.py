"""Line numbers printed beside the lines of a transcript: where they stand, and which line has which.

A number at the edge of a line is a line number only where a whole column of them proves it. Numbers are read
and never counted; a line without one has none.
"""

from __future__ import annotations

import re

from factcheck.read.transcripts.testimony.lines import HEAD, TIME, Lines, Numbered, follows
from factcheck.read.transcripts.testimony.number_columns import MOST, proven

_RIGHT = re.compile(r"(?:^|[ \t]{2}|\t)(?P<number>\d{1,3})[ \t]*$")
_CITED = re.compile(
    r"[ \t\f]*+(?:\[\s?(?P<page>\d{1,5}):(?P<line>\d{1,3})\s?\]"
    r"|(?P<bare_page>\d{1,5}):(?P<bare_line>\d{1,2})(?![\d:])"
    r"|(?i:page|pg\.?)\s(?P<said_page>\d{1,5}),?\s+(?i:line|ln\.?)\s(?P<said_line>\d{1,3})\b[:.]?)"
    r"(?=[ \t]|$)(?P<gap> *+)"
)
_TIME_AFTER = re.compile(rf"[ \t]+(?P<time>{TIME})(?=[ \t]|$)")
_TIME_AT_END = re.compile(rf"[ \t]+(?P<time>{TIME})[ \t]*$")

_NEAR = 30
_LAST_LINE = 45


def number_lines(lines: Lines) -> None:
    """Gives the lines the numbers printed beside them, and the times."""
    columns = _cited(lines) or proven([one for one in lines.left if one is not None], lines.filled)
    if columns:
        _read_after_numbers(lines, columns)
    else:
        columns = _right(lines)
        _read_before_numbers(lines, columns)
    lines.columns = columns
    for count, column in enumerate(columns, start=1):
        for one in column:
            one.column = count
            lines.numbered[one.row] = one
    _take_times(lines)


def _read_after_numbers(lines: Lines, columns: list[list[Numbered]]) -> None:
    """What is read of a line begins as many blanks after its number as in its whole column at least."""
    heads, starts = lines.heads, lines.starts
    for column in columns:
        gap = min((one.words - one.end for one in column if one.words is not None), default=0)
        for one in column:
            head, start, end = heads[one.row], starts[one.row], starts[one.row + 1] - 1
            one.body_end = end
            if one.words is None and end - start <= len(head):
                one.body = end
            elif one.words == one.end and head[one.end : one.end + 1] == "\t":
                one.body = start + one.end + 1
            else:
                one.body = min(start + one.end + gap, end)


def _read_before_numbers(lines: Lines, columns: list[list[Numbered]]) -> None:
    for column in columns:
        for one in column:
            one.body = start = lines.starts[one.row]
            one.body_end = start + len(lines.text[start : start + one.start].rstrip(" \t"))


def _right(lines: Lines) -> list[list[Numbered]]:
    numbers = []
    for row, head in enumerate(lines.heads):
        tail = head if len(head) < HEAD else lines.tail(row, HEAD)
        if tail.rstrip()[-1:].isdecimal() and (found := _RIGHT.search(tail)):
            before = lines.end(row) - lines.starts[row] - len(tail)
            number, start = found["number"], before + found.start("number")
            numbers.append(Numbered(row, start, before + len(tail), number, int(number)))
    return proven(numbers, lines.filled)


def _cited(lines: Lines) -> list[list[Numbered]]:
    """Lines that begin with page and line ("00012:04", "[4:02]"), and bare numbers that go on from one."""
    numbers: list[Numbered] = []
    left = lines.left
    cited = explicit = clocks = 0
    for row, head in enumerate(lines.heads):
        if (":" in head or "ine" in head or "INE" in head) and (found := _CITED.match(head)):
            page = found["page"] or found["bare_page"] or found["said_page"]
            line = found["line"] or found["bare_line"] or found["said_line"]
            cited += 1
            explicit += found["bare_page"] is None
            clocks += found["bare_page"] is not None and left[row] is not None
            end, words = found.span("gap")
            numbers.append(
                Numbered(row, found.start(), end, line, int(line), follows(head, words), unpadded(page))
            )
        elif numbers and (bare := left[row]) and not bare.time and len(bare.number) <= 2:
            numbers.append(bare)
    if not cited or clocks * 2 > cited:
        return []
    columns = _cited_columns(numbers)
    kept = [one for column in columns for one in column]
    if len(kept) < max(2, 0.9 * cited):
        return []
    first, last = kept[0].row, kept[-1].row
    filled = sum(lines.filled[first : last + 1])
    clocklike = any(one.value > _LAST_LINE for one in kept)
    if explicit * 2 <= cited and (clocklike or len(kept) < MOST * filled):
        return []
    for column in columns:
        for one in column:
            one.page = one.page or column[0].page
    return columns


def unpadded(page: str) -> str:
    """A page's label without the zeros that pad it to a column's width: "00012" and "0045" are 12, 45."""
    return (page.lstrip("0") or "0") if len(page) >= 4 else page


def _cited_columns(numbers: list[Numbered]) -> list[list[Numbered]]:
    """The numbers that ascend, by page: a bare one counts only as the next line of its page."""
    columns: list[list[Numbered]] = []
    page = line = -1
    for one in numbers:
        if one.page is None:
            if one.value == line + 1:
                columns[-1].append(one)
                line = one.value
            continue
        here = int(one.page)
        if here > page or (here == page and one.value > line) or (one.value <= 2 and here < page):
            if here == page:
                columns[-1].append(one)
            else:
                columns.append([one])
            page, line = here, one.value
    return columns


def _take_times(lines: Lines) -> None:
    """The times of a video or a clock beside most of the lines, after their numbers or at their ends."""
    text = lines.text
    filled = [one for run in lines.columns for one in run if one.body < one.body_end and one.time is None]
    least = max(2, MOST * len(filled))
    if text.count(":") < least:
        return
    after: list[tuple[Numbered, re.Match[str]]] = []
    at_end: list[tuple[Numbered, re.Match[str]]] = []
    for one in filled:
        head = text[one.body - 1 : min(one.body_end, one.body + _NEAR)]
        if ":" in head and (found := _TIME_AFTER.match(head)):
            after.append((one, found))
        tail = text[max(one.body, one.body_end - _NEAR) : one.body_end]
        if ":" in tail and (found := _TIME_AT_END.search(tail)):
            at_end.append((one, found))
    if len(after) >= least:
        for one, found in after:
            one.time, one.body = found["time"], one.body - 1 + found.end()
            while one.body < one.body_end and text[one.body] in " \t":
                one.body += 1
    elif len(at_end) >= least:
        for one, found in at_end:
            one.time = found["time"]
            one.body_end -= len(found.group())
