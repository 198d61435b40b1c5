"""What could not be read of pages, or only with doubt, as holes with place and count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, groupby

from factcheck.core.document import Hole
from factcheck.read.pages.lines import PageLines
from factcheck.read.pages.sheet import Sheet

_GARBLED = 0.05
"""Of the letters of a page: from this share on its text is not to be trusted."""

_QUOTED = 60


def holes_of(read: Sequence[PageLines], labels: Sequence[str]) -> Iterator[Hole]:
    """The holes of all pages: one for each page that is an image, else one for each kind of trouble."""
    sheets = _sheets(read)
    of = max((sheet.number for sheet in sheets), default=0)
    for one, label in zip(read, labels, strict=True):
        sheet = one.page.sheet
        if sheet.unread:
            yield Hole("page", f"page {sheet.number} of {of}: {sheet.unread}", 1, label)
        elif sheet.image:
            yield Hole("image", f"page {sheet.number} of {of} has no text: it is an image", 1, label)
        elif sheet.recognised:
            where = f"page {sheet.number} of {of} was read off its image by a machine; compare it"
            yield Hole("machine-read", where, 1, label)
        elif sheet.layer:
            where = f"page {sheet.number} of {of}: its text was read off an image by a machine; compare it"
            yield Hole("ocr-layer", where, 1, label)
        elif sheet.unmapped and sheet.unmapped >= _GARBLED * sheet.letters:
            where = f"page {sheet.number} of {of}: its font does not say which letters its signs are"
            yield Hole("encoding", where, sheet.unmapped, label)
    unsure = {id(one.page.sheet) for one in read if one.unsure}
    yield from _listed(
        "order-unsure", "whether text side by side is read across or down", sheets, lambda s: id(s) in unsure
    )
    turned = {id(one.page.sheet): one.turned for one in read}
    yield from _counted(
        "turned", "lines that stand turned, read after the others", sheets, lambda s: turned.get(id(s), 0)
    )
    yield from _counted(
        "picture", "pictures beside the text", sheets, lambda s: 0 if s.image or s.layer else s.pictures
    )
    yield from _quoted("annotation", "notes, stamps and drawings over the page", sheets, lambda s: s.notes)
    yield from _counted("form-field", "fields of a form", sheets, lambda s: s.unfilled)
    yield from _quoted("hidden", "text that the page does not show", sheets, lambda s: s.hidden)
    yield from _counted("outside", "pieces of text beyond the page's edges", sheets, lambda s: s.beyond)


def _sheets(read: Iterable[PageLines]) -> list[Sheet]:
    return [one.page.sheet for one in read]


def _listed(
    what: str, where: str, sheets: Sequence[Sheet], holds: Callable[[Sheet], object]
) -> Iterator[Hole]:
    numbers = [sheet.number for sheet in sheets if holds(sheet)]
    if numbers:
        yield Hole(what, f"{_pages(numbers)}: {where}", len(numbers))


def _counted(what: str, where: str, sheets: Sequence[Sheet], of: Callable[[Sheet], int]) -> Iterator[Hole]:
    numbers = [sheet.number for sheet in sheets if of(sheet)]
    if numbers:
        yield Hole(what, f"{_pages(numbers)}: {where}", sum(map(of, sheets)))


def _quoted(
    what: str, where: str, sheets: Sequence[Sheet], of: Callable[[Sheet], list[str]]
) -> Iterator[Hole]:
    numbers = [sheet.number for sheet in sheets if of(sheet)]
    if numbers:
        first = next((text for sheet in sheets for text in of(sheet) if text), "")
        begins = first if len(first) <= _QUOTED else f"{first[: _QUOTED - 1]}…"
        quoted = f"; first: “{begins}”" if begins else ""
        said = sum(len(of(sheet)) for sheet in sheets)
        yield Hole(what, f"{_pages(numbers)}: {where}, left out{quoted}", said)


def _pages(numbers: Iterable[int]) -> str:
    """`page 3`, `pages 3, 5-9`: places in the file, from 1."""
    counter = count()
    spans = [
        list(span) for _, span in groupby(sorted(set(numbers)), key=lambda number: number - next(counter))
    ]
    said = [str(span[0]) if len(span) == 1 else f"{span[0]}-{span[-1]}" for span in spans]
    shown = ", ".join(said[:20]) + (f" and {len(said) - 20} more stretches" if len(said) > 20 else "")
    return f"page {shown}" if len(said) == 1 and len(spans[0]) == 1 else f"pages {shown}"
