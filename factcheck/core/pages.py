"""The pages of a document in order, by what is known of them: those that bear text, and those that do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from factcheck.core.document import Document

TYPED = "typed/1"
"""The reader of a source whose text a reviewer typed from the image of a page."""


def is_typed(reader: str) -> bool:
    """Whether a source's text was typed by a reviewer, in this or an earlier way of keeping it."""
    return reader.startswith("typed/")


def pages_of(document: Document) -> list[str]:
    """The labels of a document's pages, in order; empty where it has none."""
    marked = [mark.place.page for mark in document.marks]
    with_text = [page for page, _ in groupby(marked) if page is not None]
    return merged(with_text, (hole.page for hole in document.holes if hole.page is not None))


def merged(with_text: Sequence[str], others: Iterable[str]) -> list[str]:
    """Pages in the order of the text, and pages that have none: these take their place where all of them are
    numbered, else they come last."""
    known = set(with_text)
    without = [page for page in dict.fromkeys(others) if page not in known]
    pages = [*with_text, *without]
    if without and all(page.isascii() and page.isdecimal() for page in pages):
        return sorted(pages, key=int)
    return pages
