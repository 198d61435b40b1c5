"""Which pages of the file have no words: a printed number may come twice, or not at all."""

from __future__ import annotations

from bisect import bisect_right

from factcheck.core.document import Document
from factcheck.read.pages.compose import SHEET_END


def image_pages(document: Document) -> list[int]:
    """The pages of the file, from 1, that are images without words."""
    images = {hole.page for hole in document.holes if hole.what == "image"}
    ends = [removed.offset for removed in document.removed if _is_end(removed.why, removed.text)]
    starts = {0, *ends}
    return [
        1 + bisect_right(ends, mark.start)
        for mark in document.marks
        if mark.start in starts and mark.place.page in images
    ]


def _is_end(why: str, text: str) -> bool:
    return why == "page-mark" and text == SHEET_END
