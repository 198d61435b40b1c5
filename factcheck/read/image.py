"""The reader of images, PNG, JPEG, TIFF of many pages, and of documents that are a file a page: a page for
each, without words until somebody, or a machine, reads them.

As of image pages in a PDF, the reading text is an empty line for each page, under that page's mark.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from factcheck.core.document import Document
from factcheck.errors import FactcheckError
from factcheck.read.bound_pages import files_of
from factcheck.read.detect import PAGES, form_of
from factcheck.read.given import Given
from factcheck.read.page_images import MAX_FRAMES, MAX_PIXELS, opened, too_large
from factcheck.read.pages.compose import compose
from factcheck.read.pages.sheet import Sheet

READER = "image/1"
"""Stored with the text, with the version of Tesseract where that read it."""


def read(given: Given) -> Document:
    """The Document of an image; raises FactcheckError where it is broken or beyond bounds."""
    form = form_of(given.data, given.name).name
    sheets = list(_bound_sheets(given) if form == PAGES else _sheets(given.data, given.name))
    reader = READER
    if given.ocr:
        from factcheck.read import ocr

        seen = [sheet.number for sheet in sheets if sheet.image]
        read = {sheet.number: sheet for sheet in ocr.read_pages(given.data, given.name, form, seen)}
        sheets = [read.get(sheet.number, sheet) for sheet in sheets]
        reader = f"{READER} {ocr.version()}"
    document = compose(sheets, given.name)
    return replace(
        document,
        kind=given.kind or document.kind,
        sha256=hashlib.sha256(given.data).hexdigest(),
        size=len(given.data),
        reader=reader,
        title=given.title,
        published=given.published,
    )


def _sheets(data: bytes, name: str) -> Iterator[Sheet]:
    with opened(data, name) as image:
        frames = getattr(image, "n_frames", 1)
        if frames > MAX_FRAMES:
            raise _too_many(name, frames)
        for number in range(1, frames + 1):
            image.seek(number - 1)
            width, height = image.size
            if width * height > MAX_PIXELS:
                raise too_large(name, f"page {number} is {width:,} by {height:,} dots")
            yield Sheet(number, float(width), float(height), image=True)


def _bound_sheets(given: Given) -> Iterator[Sheet]:
    """The pages of all files in their order; one whose file is missing or broken is a page that is not
    read."""
    number = 0
    for data, name in files_of(given.data, given.name):
        try:
            sheets = list(_sheets(data, name)) if data else [_unread(f"its file, {name}, is missing")]
        except FactcheckError as error:
            sheets = [_unread(f"{error.title}: {error.detail}")]
        for sheet in sheets:
            number += 1
            if number > MAX_FRAMES:
                raise _too_many(given.name, number)
            yield replace(sheet, number=number)


def _unread(why: str) -> Sheet:
    return Sheet(0, 1.0, 1.0, unread=why)


def _too_many(name: str, frames: int) -> FactcheckError:
    return FactcheckError(
        title="This image has too many pages",
        detail=f"{name} has {frames:,} pages; at most {MAX_FRAMES:,} are read.",
        hint="Split it into parts and read each as a source of its own.",
    )
