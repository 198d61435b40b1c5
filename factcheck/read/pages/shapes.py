"""What a page of a PDF holds beside its words: pictures, text off the paper, notes, fields of a form."""

from __future__ import annotations

import ctypes
from functools import partial
from typing import Any

import pypdfium2.raw as raw

from factcheck.read.pages.calls import plain, wide
from factcheck.read.pages.sheet import Sheet

_MAX_OBJECTS = 4_000
_PICTURE = 0.03
"""Of the page's area: a smaller picture is an ornament."""

Handle = Any

_OBJECT = plain(raw.FPDFPage_GetObject, ctypes.c_void_p)
_KIND = plain(raw.FPDFPageObj_GetType, ctypes.c_int)
_BOUNDS = plain(raw.FPDFPageObj_GetBounds, ctypes.c_int)


def take_shapes(page: Handle, sheet: Sheet) -> tuple[bool, float]:
    """Whether the page shows anything, and the share of it that its largest picture covers.

    Counts pictures that are more than ornaments, and pieces of text beyond the page's edges, which PDFium
    leaves out without a word.
    """
    shown = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, shown)
    area = max(abs(shown.right - shown.left) * abs(shown.top - shown.bottom), 1.0)
    count = raw.FPDFPage_CountObjects(page)
    edges = [ctypes.c_float() for _ in range(4)]
    at_edges = [ctypes.byref(edge) for edge in edges]
    largest = 0.0
    for index in range(min(count, _MAX_OBJECTS)):
        shape = ctypes.c_void_p(_OBJECT(page, index))
        kind = _KIND(shape)
        if kind == raw.FPDF_PAGEOBJ_FORM:
            kind = _kind_within(shape)
        if kind not in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_TEXT):
            continue
        if not _BOUNDS(shape, *at_edges):
            continue
        left, bottom, right, top = [edge.value for edge in edges]
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
    form = ctypes.cast(form, raw.FPDF_PAGEOBJECT)
    for index in range(min(raw.FPDFFormObj_CountObjects(form), 8)):
        if raw.FPDFPageObj_GetType(raw.FPDFFormObj_GetObject(form, index)) == raw.FPDF_PAGEOBJ_IMAGE:
            return int(raw.FPDF_PAGEOBJ_IMAGE)
    return int(raw.FPDF_PAGEOBJ_FORM)


def laid_over(page: Handle) -> tuple[list[str], int]:
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
            notes.append(wide(partial(raw.FPDFAnnot_GetStringValue, note, b"Contents"), strip=True))
        raw.FPDFPage_CloseAnnot(note)
    return notes, filled
