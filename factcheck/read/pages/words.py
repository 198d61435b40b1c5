"""PDFium's letters of a page as runs of words, each with its place.

A word costs two calls: its first letter's origin and its last letter's box. They are most of what reading a
PDF costs beside PDFium's own work.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw

from factcheck.read.pages.calls import plain
from factcheck.read.pages.sheet import BREAK, WIDE_GAP, Run, run_of

MAX_LETTERS = 2_000_000
"""Of one page: more is no page that anybody reads."""

_FAR = 1e6
"""Points: no page has a word there."""

_LINE = re.compile(rf"[^\r\n{BREAK}]*[{BREAK}]|[^\r\n{BREAK}]+")
_SPACE = re.compile(r"[^\S\r\n ]")
_STAMPED = re.compile(r" *\d{1,2}:\d{2}(?:[:.]\d{1,3}){0,2} \d{1,4}(?![^ ])")
"""A time and a number begin the line: in the margin of a transcript they stand close together."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_UNSEEN_MODE = 3

Handle = Any

_Word = tuple[str, float, float, float]
"""A word, where its first letter begins and its last ends, and its baseline."""


class Crowded(Exception):
    """A page with more letters than any that is read."""


@dataclass(slots=True)
class Line:
    """One of PDFium's lines, cut at wide gaps, in the frame in which it stands upright."""

    runs: list[Run]
    direction: int
    """Quarter turns against the clock; -1 where it is aslant."""
    unseen: bool
    mapped: bool
    """Whether its font says which letters its signs are."""

    @property
    def text(self) -> str:
        return " ".join([run.text for run in self.runs])


_ORIGIN, _BOX = plain(raw.FPDFText_GetCharOrigin), plain(raw.FPDFText_GetCharBox)
_LOOSE_BOX = plain(raw.FPDFText_GetLooseCharBox)
_ANGLE = plain(raw.FPDFText_GetCharAngle, ctypes.c_float)
_HAS_NO_MAP = plain(raw.FPDFText_HasUnicodeMapError, ctypes.c_int)
_OBJECT = plain(raw.FPDFText_GetTextObject, ctypes.c_void_p)
_MODE = plain(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int)


def lines_of_letters(text: Handle) -> Iterator[Line]:
    """The lines of an FPDF_TEXTPAGE in the order of the file; `Run.order` goes on from line to line. Raises
    Crowded where they have too many letters."""
    letters = _SPACE.sub(" ", _letters(text))
    measure = _Measure(text)
    order = 0
    for found in _LINE.finditer(letters):
        line = found.group()
        start = found.start() + len(line) - len(line.lstrip(" "))
        if start == found.end():
            continue
        direction = _direction(_ANGLE(text, start))
        middle = (start + found.end()) // 2
        middle += letters[middle] == " "
        em = measure.em((start, middle, found.end() - 1), direction)
        if direction <= 0 and _RIGHT_TO_LEFT.search(line):
            runs = list(_tiled(measure.spans(line, found.start()), em, order))
        else:
            words = measure.words(line, found.start(), direction)
            runs = []
            for part in (words[:1], words[1:]) if _STAMPED.match(line) else (words,):
                runs += _runs(part, em, order + len(runs))
        order += len(runs)
        shape = _OBJECT(text, start)
        unseen = bool(shape) and _MODE(ctypes.c_void_p(shape)) == _UNSEEN_MODE
        # not the first letter: bullets come from fonts of their own
        mapped = _HAS_NO_MAP(text, middle) != 1
        yield Line(runs, direction, unseen, mapped)


class _Measure:
    """Where the words of a page stand; what the calls write to is made once."""

    def __init__(self, text: Handle) -> None:
        self._text = text
        self._places = [ctypes.c_double() for _ in range(6)]
        self._references = [ctypes.byref(place) for place in self._places]
        self._loose = raw.FS_RECTF()
        self._at_loose = ctypes.byref(self._loose)

    def em(self, letters: Sequence[int], direction: int) -> float:
        """The middle one of the heights of lines in the fonts of these letters: a line may begin with a
        letter over three lines, or with a time in small figures."""
        heights: list[float] = []
        for letter in letters:
            _LOOSE_BOX(self._text, letter, self._at_loose)
            box = self._loose
            heights.append(abs(box.right - box.left if direction in (1, 3) else box.top - box.bottom))
        return min(max(sorted(heights)[1], 1.0), 500.0)

    def words(self, line: str, at: int, direction: int) -> list[_Word]:
        """The words of a line that begins at letter `at`, in the frame in which it stands upright."""
        text, origin_of, box_of = self._text, _ORIGIN, _BOX
        x, y, left, right, bottom, top = self._places
        at_x, at_y, at_left, at_right, at_bottom, at_top = self._references
        words: list[_Word] = []
        for word in line.split(" "):
            if word:
                origin_of(text, at, at_x, at_y)
                at += len(word)
                box_of(text, at - 1, at_left, at_right, at_bottom, at_top)
                if direction <= 0:
                    words.append((word, x.value, right.value, y.value))
                elif direction == 1:
                    words.append((word, y.value, top.value, -x.value))
                elif direction == 2:
                    words.append((word, -x.value, -left.value, -y.value))
                else:
                    words.append((word, -y.value, -bottom.value, x.value))
            at += 1
        return words

    def spans(self, line: str, at: int) -> list[_Word]:
        """The words of a line, each with its outermost edges on the paper."""
        text = self._text
        _, y, left, right, _, _ = self._places
        at_x, at_y, *at_edges = self._references
        spans: list[_Word] = []
        for word in line.split(" "):
            if word:
                _ORIGIN(text, at, at_x, at_y)
                _BOX(text, at, *at_edges)
                begin, end = left.value, right.value
                at += len(word)
                _BOX(text, at - 1, *at_edges)
                spans.append(_placed(word, min(begin, left.value), max(end, right.value), y.value))
            at += 1
        return spans


def _tiled(words: Sequence[_Word], em: float, order: int) -> Iterator[Run]:
    """The runs of a line with letters that are written from right to left: cut at wide gaps as its words lie
    on the paper, those of each run as PDFium gives them, which is how they are read."""
    pieces: list[list[int]] = []
    reach = 0.0
    for index in sorted(range(len(words)), key=lambda index: words[index][1]):
        _, start, end, _ = words[index]
        if not pieces or start - reach > WIDE_GAP * em:
            pieces.append([])
        pieces[-1].append(index)
        reach = max(reach, end) if len(pieces[-1]) > 1 else end
    for piece in pieces:
        yield run_of([words[index] for index in sorted(piece)], em, order)
        order += 1


def _runs(words: Iterable[_Word], em: float, order: int) -> Iterator[Run]:
    """The words cut at wide gaps."""
    wide = WIDE_GAP * em
    gathered: list[_Word] = []
    before = first = 0.0
    for word in words:
        _, start, end, base = word
        if not (start <= end and -_FAR < start + end + base < _FAR):
            word = _placed(*word)
            _, start, end, base = word
        if not gathered:
            first = base
        elif not -em <= start - before <= wide or not -em <= base - first <= em:
            yield run_of(gathered, em, order)
            order += 1
            gathered = []
            first = base
        before = end
        gathered.append(word)
    yield run_of(gathered, em, order)


def _placed(text: str, start: float, end: float, base: float) -> _Word:
    """A word with its end before its start, or that a broken matrix sent far away or nowhere at all."""
    if not -_FAR < start + end + base < _FAR:
        return text, 0.0, 0.0, 0.0
    return text, start, max(start, end), base


def _letters(text: Handle) -> str:
    """The page's letters, one for each of PDFium's, so that the index of one is that of the other."""
    count = raw.FPDFText_CountChars(text)
    if count <= 0:
        return ""
    if count > MAX_LETTERS:
        raise Crowded
    buffer = (ctypes.c_ushort * (2 * count + 1))()
    written = raw.FPDFText_GetText(text, 0, count, buffer)
    letters = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(letters) == count:
        return letters
    return "".join(map(_letter, (raw.FPDFText_GetUnicode(text, index) for index in range(count))))


def _letter(code: int) -> str:
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code <= 0x10FFFF else "\ufffd"


def _direction(angle: float) -> int:
    """Quarter turns against the clock; -1 where the text stands aslant by more than five degrees."""
    if not angle:
        return 0
    if not math.isfinite(angle):
        return -1
    quarters = -angle / (math.pi / 2)
    nearest = round(quarters)
    return nearest % 4 if abs(quarters - nearest) < 0.055 else -1
