"""What each page is called: as printed, else as the file names it, else by its place in the file."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.read.pages.page import Page


def labels_of(pages: Sequence[Page]) -> list[str]:
    """A name for each page. Where other pages have printed numbers that are not their place in the file, a
    page without one is named by its place in brackets, as "[3]", so that nobody takes it for printed."""
    printed = [page for page in pages if page.printed]
    agree = all(page.printed == str(page.sheet.number) for page in printed)
    named = _names_in_file(pages)
    taken = {page.printed for page in printed}
    labels = []
    for page, name in zip(pages, named, strict=True):
        if page.printed:
            labels.append(page.printed)
        elif name and name not in taken:
            labels.append(name)
        else:
            place = str(page.sheet.number)
            labels.append(place if agree and place not in taken else f"[{place}]")
    return labels


def _names_in_file(pages: Sequence[Page]) -> list[str | None]:
    """The names that a PDF gives its pages, where it gives each its own."""
    names = [page.sheet.label for page in pages]
    return names if len(set(names)) == len(names) else [None] * len(names)
