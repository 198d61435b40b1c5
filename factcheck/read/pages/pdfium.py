"""The one module that talks to PDFium: the pages of a PDF as sheets of runs, and as pictures.

PDFium's words come with their first letter's origin and their last letter's box: two calls a word. Its
functions are called without the argument types that pypdfium2 declares, which costs a third of the time.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import pypdfium2.raw as raw
from pypdfium2.version import PDFIUM_INFO

from factcheck.errors import FactcheckError
from factcheck.read.pages.sheet import BREAK, WIDE_GAP, Run, Sheet, run_of

VERSION = f"pdfium {PDFIUM_INFO.build}"

MAX_PAGES = 20_000
MAX_LETTERS = 2_000_000
"""Of one page: more is no page that anybody reads."""

_MAX_OBJECTS = 4_000
_PICTURE = 0.03
"""Of the page's area: a smaller picture is an ornament."""

_FULL = 0.5
_FAR = 1e6
"""Points: no page has a word there."""

_WORD = re.compile(rf"[^\s{BREAK}]*[{BREAK}]|[^\s{BREAK}]+")
_LINE = re.compile(rf"[^\r\n{BREAK}]*[{BREAK}]|[^\r\n{BREAK}]+")
_UNMAPPED = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_UNSEEN_MODE = 3

Handle = Any


class Crowded(Exception):
    """A page with more letters than any that is read."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a PDF says of itself beside its pages."""

    title: str | None
    attachments: tuple[str, ...]
    xfa: bool


def _plain(function: Any) -> Callable[..., int]:
    """The C function without declared arguments, which ctypes would check and convert one by one."""
    return ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.cast(function, ctypes.c_void_p).value or 0)


class Pdf:
    """An open PDF. Its pages are opened one at a time, so that memory does not grow with their number."""

    def __init__(self, document: Handle, name: str) -> None:
        self._document, self._name = document, name
        self.pages: int = raw.FPDF_GetPageCount(document)
        self._origin, self._box = _plain(raw.FPDFText_GetCharOrigin), _plain(raw.FPDFText_GetCharBox)

    def facts(self) -> Facts:
        count = min(raw.FPDFDoc_GetAttachmentCount(self._document), 1000)
        attachments = tuple(
            _wide(partial(raw.FPDFAttachment_GetName, raw.FPDFDoc_GetAttachment(self._document, index)))
            for index in range(count)
        )
        title = _wide(partial(raw.FPDF_GetMetaText, self._document, b"Title"), strip=True)
        form = raw.FPDF_GetFormType(self._document)
        return Facts(title or None, attachments, form in (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND))

    def sheets(self) -> Iterator[Sheet]:
        """Every page in turn. A page that PDFium cannot open is a sheet with `unread` saying so."""
        for index in range(self.pages):
            yield self._sheet(index)

    def picture(self, number: int, dots_per_inch: int, most_pixels: int) -> Any:
        """Page `number`, from 1, as a Pillow image of at most so many pixels."""
        import pypdfium2

        page = raw.FPDF_LoadPage(self._document, number - 1)
        if not page:
            raise self._no_page(number)
        try:
            width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
            if not (0 < width < 1e6 and 0 < height < 1e6):
                raise self._no_page(number)
            scale = min(dots_per_inch / 72, math.sqrt(most_pixels / (width * height)))
            size = max(1, int(width * scale)), max(1, int(height * scale))
            bitmap = pypdfium2.PdfBitmap.new_native(*size, raw.FPDFBitmap_BGR)
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, *size)
            raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, *size, 0, raw.FPDF_ANNOT)
            image = bitmap.to_pil().copy()
            bitmap.close()
            return image
        finally:
            raw.FPDF_ClosePage(page)

    def _no_page(self, number: int) -> FactcheckError:
        return FactcheckError(
            title="This page cannot be shown",
            detail=f"{self._name}, page {number} of {self.pages}: there is none, or it is broken.",
            hint="Open the file in a PDF program to see whether that shows it.",
        )

    def _sheet(self, index: int) -> Sheet:
        sheet = Sheet(index + 1, 0.0, 0.0)
        page = self._page(index, sheet)
        if not page:
            sheet.unread = "the page is broken"
            return sheet
        try:
            sheet.width, sheet.height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
            sheet.label = _wide(partial(raw.FPDF_GetPageLabel, self._document, index), strip=True)
            text = raw.FPDFText_LoadPage(page)
            if not text:
                sheet.unread = "the page is broken"
                return sheet
            try:
                self._take_words(page, text, sheet)
            except Crowded:
                sheet.unread = f"more than {MAX_LETTERS:,} letters on one page"
            finally:
                raw.FPDFText_ClosePage(text)
            return sheet
        finally:
            raw.FPDF_ClosePage(page)

    def _page(self, index: int, sheet: Sheet) -> Handle:
        """The page, with what was filled into its form, or typed upon it, drawn as part of it."""
        page = raw.FPDF_LoadPage(self._document, index)
        if not page:
            return page
        sheet.notes, filled = _laid_over(page)
        if filled:
            sheet.unfilled = filled * (raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_FAIL)
            raw.FPDF_ClosePage(page)
            page = raw.FPDF_LoadPage(self._document, index)
        return page

    def _take_words(self, page: Handle, text: Handle, sheet: Sheet) -> None:
        letters = _letters(text)
        lines = list(self._lines(text, letters))
        seen, covered = _objects(page, sheet)
        unseen = [line for line in lines if line.unseen]
        if unseen and covered >= _FULL:
            sheet.layer = 2 * sum(len(line.run_text) for line in unseen) > sum(
                len(line.run_text) for line in lines
            )
        elif unseen:
            sheet.hidden = [line.run_text for line in unseen]
            lines = [line for line in lines if not line.unseen]
        upright = _main_direction(lines)
        order = 0
        for line in lines:
            into = sheet.runs if line.direction == upright else sheet.turned
            for run in line.runs(order, max(line.direction, 0)):
                order += 1
                into.append(run)
        kept = "".join(run.text for run in (*sheet.runs, *sheet.turned))
        sheet.letters = len(kept)
        sheet.unmapped = sum(1 for _ in _UNMAPPED.finditer(kept)) or sum(
            len(line.run_text) for line in lines if not line.mapped
        )
        sheet.image = not kept and seen

    def _lines(self, text: Handle, letters: str) -> Iterator[_Line]:
        """PDFium's lines; a word's place is its first letter's origin and its last letter's box."""
        x, y, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
        at_x, at_y, at_left, at_right, at_bottom, at_top = map(ctypes.byref, (x, y, left, right, bottom, top))
        origin, box, word_of = self._origin, self._box, _WORD.finditer
        loose = raw.FS_RECTF()
        mode_of, angle = raw.FPDFTextObj_GetTextRenderMode, raw.FPDFText_GetCharAngle
        unmapped = raw.FPDFText_HasUnicodeMapError
        direction = 0
        for found in _LINE.finditer(letters):
            words: list[tuple[str, float, float, float]] = []
            ends: list[tuple[float, float, float, float]] = []
            start = -1
            for word in word_of(letters, found.start(), found.end()):
                if start < 0:
                    start = word.start()
                    direction = _direction(angle(text, start))
                origin(text, word.start(), at_x, at_y)
                box(text, word.end() - 1, at_left, at_right, at_bottom, at_top)
                words.append((word.group(), x.value, right.value, y.value))
                if direction:
                    ends.append((right.value, left.value, bottom.value, top.value))
            if not words:
                continue
            raw.FPDFText_GetLooseCharBox(text, start, loose)
            height = abs(loose.right - loose.left if direction in (1, 3) else loose.top - loose.bottom)
            shape = raw.FPDFText_GetTextObject(text, start)
            unseen = bool(shape) and mode_of(shape) == _UNSEEN_MODE
            # not the first letter: bullets come from fonts of their own
            mapped = unmapped(text, (start + found.end()) // 2) != 1
            yield _Line(words, ends, min(max(height, 1.0), 500.0), direction, unseen, mapped)


@dataclass(frozen=True, slots=True)
class _Line:
    """One of PDFium's lines: each word as text, x of its first letter's origin, right edge of its last
    letter, y of the origin. `ends`, kept where it does not stand upright, has each last letter's edges."""

    words: Sequence[tuple[str, float, float, float]]
    ends: Sequence[tuple[float, float, float, float]]
    em: float
    direction: int
    """Quarter turns against the clock; -1 where it is aslant."""
    unseen: bool
    mapped: bool
    """Whether its font says which letters its signs are."""

    @property
    def run_text(self) -> str:
        return " ".join(word[0] for word in self.words)

    def runs(self, order: int, turn: int) -> Iterator[Run]:
        """The line cut at wide gaps, in the frame in which it stands upright."""
        em = self.em
        wide = WIDE_GAP * em
        gathered: list[tuple[str, float, float, float]] = []
        before = first = 0.0
        for text, start, end, base in self.words if turn == 0 else self._turned(turn):
            if not -_FAR < start + end + base < _FAR:  # a broken matrix; not a number fails this too
                start = end = base = 0.0
            if not gathered:
                first = base
            elif not -em <= start - before <= wide or not -em <= base - first <= em:
                yield run_of(gathered, em, order)
                order += 1
                gathered = []
                first = base
            before = end if end > start else start
            gathered.append((text, start, before, base))
        yield run_of(gathered, em, order)

    def _turned(self, turn: int) -> Iterator[tuple[str, float, float, float]]:
        for (text, x, _, y), (_, left, bottom, top) in zip(self.words, self.ends, strict=True):
            if turn == 1:
                yield text, y, top, -x
            elif turn == 2:
                yield text, -x, -left, -y
            else:
                yield text, -y, -bottom, x


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Pdf]:
    """The PDF in `data`; raises FactcheckError where it is locked, broken, or has no or too many pages."""
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise _not_opened(name, raw.FPDF_GetLastError())
    try:
        pdf = Pdf(document, name)
        if not pdf.pages:
            raise FactcheckError(
                title="This PDF has no pages",
                detail=name,
                hint="Get the file again: it may not have been saved or downloaded to its end.",
            )
        if pdf.pages > MAX_PAGES:
            raise FactcheckError(
                title="This PDF has too many pages",
                detail=f"{name} has {pdf.pages:,} pages; at most {MAX_PAGES:,} are read.",
                hint="Split it into parts and read each as a source of its own.",
            )
        yield pdf
    finally:
        raw.FPDF_CloseDocument(document)


def _not_opened(name: str, error: int) -> FactcheckError:
    if error in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return FactcheckError(
            title="This PDF is locked with a password",
            detail=name,
            hint="Open it with its password in a PDF program, print it to a PDF without one, and read that.",
        )
    return FactcheckError(
        title="This PDF is broken",
        detail=f"{name}: its pages cannot be found.",
        hint="Get the file again: it may be cut off. If a PDF program opens it, save a copy there and read "
        "that.",
    )


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
    quarters = -angle / (math.pi / 2)
    nearest = round(quarters)
    return nearest % 4 if abs(quarters - nearest) < 0.055 else -1


def _main_direction(lines: Sequence[_Line]) -> int:
    """That of most letters; a page that holds only text aslant is read as if it were upright."""
    letters = [0, 0, 0, 0]
    for line in lines:
        if line.direction >= 0:
            letters[line.direction] += len(line.run_text)
    return letters.index(max(letters))


def _objects(page: Handle, sheet: Sheet) -> tuple[bool, float]:
    """Whether the page shows anything, and the share of it that its largest picture covers.

    Counts pictures that are more than ornaments, and pieces of text beyond the page's edges, which PDFium
    leaves out without a word.
    """
    shown = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, shown)
    area = max(abs(shown.right - shown.left) * abs(shown.top - shown.bottom), 1.0)
    count = raw.FPDFPage_CountObjects(page)
    edges = [ctypes.c_float() for _ in range(4)]
    largest = 0.0
    for index in range(min(count, _MAX_OBJECTS)):
        shape = raw.FPDFPage_GetObject(page, index)
        kind = raw.FPDFPageObj_GetType(shape)
        if kind == raw.FPDF_PAGEOBJ_FORM:
            kind = _kind_within(shape)
        if kind not in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_TEXT):
            continue
        if not raw.FPDFPageObj_GetBounds(shape, *edges):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            sheet.beyond += (
                right < shown.left or left > shown.right or top < shown.bottom or bottom > shown.top
            )
            continue
        share = abs(right - left) * abs(top - bottom) / area
        largest = max(largest, share)
        sheet.pictures += share >= _PICTURE
    return count > 0, largest


def _kind_within(form: Handle) -> int:
    """A group of which the first few shapes hold an image counts as an image."""
    for index in range(min(raw.FPDFFormObj_CountObjects(form), 8)):
        if raw.FPDFPageObj_GetType(raw.FPDFFormObj_GetObject(form, index)) == raw.FPDF_PAGEOBJ_IMAGE:
            return int(raw.FPDF_PAGEOBJ_IMAGE)
    return int(raw.FPDF_PAGEOBJ_FORM)


def _laid_over(page: Handle) -> tuple[list[str], int]:
    """What the notes, stamps and drawings on a page say, and how many form fields and typed texts it has;
    links are neither."""
    notes: list[str] = []
    filled = 0
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MAX_OBJECTS)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        sort = raw.FPDFAnnot_GetSubtype(note)
        if sort in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT):
            filled += 1
        elif sort not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
            notes.append(_wide(partial(raw.FPDFAnnot_GetStringValue, note, b"Contents"), strip=True))
        raw.FPDFPage_CloseAnnot(note)
    return notes, filled


def _wide(call: Callable[[Any, int], int], *, strip: bool = False) -> str:
    """What a call writes as UTF-16 with a final NUL, its length in bytes asked first."""
    size = call(None, 0)
    if not 2 < size < 1_000_000:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    call(buffer, size)
    text = bytes(buffer)[: size - 2].decode("utf-16-le", "replace")
    return text.strip() if strip else text
