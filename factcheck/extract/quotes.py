"""Quotation marks paired: where quoted words begin and end in prose, whatever marks the outlet uses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_DOUBLE = {
    "“": ("”",),
    '"': ('"',),
    "«": ("»",),
    "„": ("“", "”"),
    "``": ("''", '"'),
    "''": ("''",),
    "‘‘": ("’’",),
}
"""Each opening mark with those that close it; `` and '' are how the government printer writes them."""
_MARK = re.compile(r"``|''|‘‘|’’|[“”\"«»„‘’']")
_ELISION = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|bout|n|round|cuz|er|im)\b", re.IGNORECASE)
_OPENS_AFTER = ' \n\t\u00a0([{—–-“"‘/:,…`'


@dataclass(slots=True)
class Quotation:
    """Quoted words: `start` to `end` are the words without their marks, `outer_start` to `outer_end` with
    them.

    `pieces` are the spans of each paragraph where a quotation runs over several (opening marks repeated, no
    closing mark before the last); one span otherwise. `inner` are the quotations within. `closed` is
    False where the source never closes it.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    mark: str
    closed: bool = True
    inner: list[Quotation] = field(default_factory=list)
    pieces: list[tuple[int, int]] = field(default_factory=list)


def find_quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Quotation]:
    """The outermost quotations of `text` in order, each with those it contains; `paragraphs` bound the
    search.
    """
    found: list[Quotation] = []
    running: Quotation | None = None
    for start, end in paragraphs:
        if running is not None and not _reopens(text, start, running):
            running = None
        for quotation in _in_paragraph(text, start, end):
            if running is not None:
                running.pieces.append((quotation.start, quotation.end))
                running.inner.extend(quotation.inner)
                running.end, running.outer_end = quotation.end, quotation.outer_end
                running.closed = quotation.closed
                quotation = running
            else:
                found.append(quotation)
            running = None if quotation.closed else quotation
    return found


def _reopens(text: str, start: int, running: Quotation) -> bool:
    return text.startswith(running.mark, start)


def _in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    """Pair the marks of one paragraph; an opening mark that is never closed runs to the paragraph's end."""
    marks = [(m.start(), m.group()) for m in _MARK.finditer(text, start, end)]
    single_close = _last_single_close(text, marks, end)
    done: list[Quotation] = []
    stack: list[Quotation] = []
    for place, mark in marks:
        width = len(mark)
        if mark in ("’", "'", "‘"):
            if _is_apostrophe(text, place, start, end, mark):
                continue
            if (
                stack
                and stack[-1].mark in ("‘", "'")
                and _closes_single(text, place, end, stack[-1], single_close)
            ):
                _close(stack, done, place, width)
            elif mark != "’" and place < single_close and _may_open(text, place, width, start, end):
                _open(stack, place, mark)
            continue
        closer = _closing_depth(stack, mark)
        if closer is not None and not (mark == '"' and _surely_opens(text, place, start, end, stack[closer])):
            while len(stack) > closer + 1:
                _abandon(stack)
            _close(stack, done, place, width)
        elif mark in _DOUBLE and _may_open(text, place, width, start, end):
            _open(stack, place, mark)
    while len(stack) > 1:
        _abandon(stack)
    if stack:
        last = stack.pop()
        if last.mark in ("‘", "'"):
            done.extend(last.inner)
        else:
            last.end = last.outer_end = end
            last.closed = False
            last.pieces = [(last.start, last.end)]
            done.append(last)
    return [quotation for quotation in done if quotation.end > quotation.start]


def _open(stack: list[Quotation], place: int, mark: str) -> None:
    """A mark that is open already opens nothing new: the source doubled it."""
    if all(running.mark != mark for running in stack):
        start = place + len(mark)
        stack.append(Quotation(start, start, place, start, mark))


def _close(stack: list[Quotation], done: list[Quotation], place: int, width: int) -> None:
    quotation = stack.pop()
    quotation.end, quotation.outer_end = place, place + width
    quotation.pieces = [(quotation.start, quotation.end)]
    (stack[-1].inner if stack else done).append(quotation)


def _abandon(stack: list[Quotation]) -> None:
    """Drop the innermost opening mark: nothing closed it, so it marked nothing; what it held moves out."""
    lost = stack.pop()
    stack[-1].inner.extend(lost.inner)


def _closing_depth(stack: list[Quotation], mark: str) -> int | None:
    for depth in range(len(stack) - 1, -1, -1):
        if mark in _DOUBLE.get(stack[depth].mark, ()):
            return depth
    return None


def _surely_opens(text: str, place: int, start: int, end: int, running: Quotation) -> bool:
    """A straight mark after a space and before a letter opens, unless the running quotation starts just
    here.
    """
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    return before.isspace() and after.isalnum() and running.start < place - 1 and running.mark != '"'


def _may_open(text: str, place: int, width: int, start: int, end: int) -> bool:
    before = text[place - 1] if place > start else " "
    after = text[place + width] if place + width < end else " "
    if text[place] in "“„«":
        return True
    return before in _OPENS_AFTER and not after.isspace()


def _is_apostrophe(text: str, place: int, start: int, end: int, mark: str) -> bool:
    """Inside a word, or where letters were left out at a word's beginning (’90s, ’em)."""
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    if before.isalnum() and after.isalnum():
        return True
    if not before.isalnum() and after.isalnum() and _ELISION.match(text, place + 1, end):
        return True
    return mark == "’" and before.isspace() and after.isalnum()


def _last_single_close(text: str, marks: list[tuple[int, str]], end: int) -> int:
    """The last place of the paragraph where a single mark can close; -1 if none can."""
    for place, mark in reversed(marks):
        if mark in ("’", "'") and _can_close(text, place, end):
            return place
    return -1


def _can_close(text: str, place: int, end: int) -> bool:
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < end else " "
    return not before.isspace() and not after.isalnum()


def _closes_single(text: str, place: int, end: int, running: Quotation, last_close: int) -> bool:
    """A single closing mark; after an s and before a small letter it is a plural's apostrophe if a later
    mark closes.
    """
    if text[place] == "‘" or place < running.start or not _can_close(text, place, end):
        return False
    plural = (
        text[place - 1] == "s"
        and text[place + 1 : place + 2] == " "
        and text[place + 2 : place + 3].islower()
    )
    return not (plural and place < last_close)
