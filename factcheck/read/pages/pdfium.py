"""The door to PDFium: the pages of a PDF as sheets of runs, and as pictures."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

import pypdfium2.raw as raw
from pypdfium2.version import PDFIUM_INFO

from factcheck.core.light import dataclass
from factcheck.errors import FactcheckError
from factcheck.read.pages.calls import wide
from factcheck.read.pages.shapes import laid_over, take_shapes
from factcheck.read.pages.sheet import Sheet
from factcheck.read.pages.words import MAX_LETTERS, Crowded, Line, lines_of_letters

VERSION = f"pdfium {PDFIUM_INFO.build}"

MAX_PAGES = 20_000

_FULL = 0.5
_UNMAPPED = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")

Handle = Any


@dataclass(frozen=True, slots=True)
class Facts:
    """What a PDF says of itself beside its pages."""

    title: str | None
    attachments: tuple[str, ...]
    xfa: bool


class Pdf:
    """An open PDF. Its pages are opened one at a time, so that memory does not grow with their number."""

    def __init__(self, document: Handle, name: str) -> None:
        self._document, self._name = document, name
        self.pages: int = raw.FPDF_GetPageCount(document)

    def facts(self) -> Facts:
        count = min(raw.FPDFDoc_GetAttachmentCount(self._document), 1000)
        attachments = tuple(
            wide(partial(raw.FPDFAttachment_GetName, raw.FPDFDoc_GetAttachment(self._document, index)))
            for index in range(count)
        )
        title = wide(partial(raw.FPDF_GetMetaText, self._document, b"Title"), strip=True)
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
            sheet.label = wide(partial(raw.FPDF_GetPageLabel, self._document, index), strip=True)
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
        sheet.notes, filled = laid_over(page)
        if filled:
            sheet.unfilled = filled * (raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_FAIL)
            raw.FPDF_ClosePage(page)
            page = raw.FPDF_LoadPage(self._document, index)
        return page

    def _take_words(self, page: Handle, text: Handle, sheet: Sheet) -> None:
        lines = list(lines_of_letters(text))
        seen, covered = take_shapes(page, sheet)
        unseen = [line for line in lines if line.unseen]
        if unseen and covered >= _FULL:
            sheet.layer = 2 * sum(len(line.text) for line in unseen) > sum(len(line.text) for line in lines)
        elif unseen:
            sheet.hidden = [line.text for line in unseen]
            lines = [line for line in lines if not line.unseen]
        upright = _main_direction(lines)
        for line in lines:
            into = sheet.runs if line.direction == upright else sheet.turned
            into += line.runs
        kept = "".join([run.text for run in (*sheet.runs, *sheet.turned)])
        sheet.letters = len(kept)
        sheet.unmapped = sum(1 for _ in _UNMAPPED.finditer(kept)) or sum(
            len(line.text) for line in lines if not line.mapped
        )
        sheet.image = not kept and seen


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


def _main_direction(lines: Sequence[Line]) -> int:
    """That of most letters; a page that holds only text aslant is read as if it were upright."""
    letters = [0, 0, 0, 0]
    for line in lines:
        if line.direction >= 0:
            letters[line.direction] += len(line.text)
    return letters.index(max(letters))
