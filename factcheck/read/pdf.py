"""The reader of PDF files: words by their position on the page, in reading order, page and line as printed.

The reading text has one line for each printed line, indented as the page is. Running heads, page numbers,
line numbers and the hyphens of broken words are in the map. A page without words is an image: it has its
mark, an empty line, and a hole that names it. The original that `original_text` gives is the text of the
pages with all that, a form feed after each page of the file.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from factcheck.core.document import Document, Hole
from factcheck.core.mapping import document_from_map
from factcheck.read.given import Given
from factcheck.read.holes import unseen
from factcheck.read.pages.apart import ask
from factcheck.read.pages.sheet import sheet_as_fields
from factcheck.read.pages.sheets import image_pages

READER = "pdf/2"
"""Stored with the text, with the version of PDFium."""

_MADE_BY_PROGRAM = re.compile(
    r"(?:microsoft \w+ - .*|untitled.*|(?:document|slide|presentation|scan|print|layout)[ _-]?\d*"
    r"|.*\.(?:docx?|rtf|pdf|wpd|indd|qxd|xlsx?|pptx?|txt|html?|tmp|fm|dvi|tex|ps|eps|max|tiff?|jpe?g))",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_TITLE = 300
_RECORD = re.compile(
    r"CONGRESSIONAL RECORD *[—–-]+ *(?:Senate|House|Extensions of Remarks|Daily Digest)\b", re.I
)


def read(given: Given) -> Document:
    """The Document of a PDF; raises FactcheckError where it is locked, broken, or beyond bounds.

    A title that the PDF gives itself is taken where it looks like one; its dates and its author are those of
    the file, not of the words, and are not taken.
    """
    document = _read(given, [])
    if given.ocr and (pages := image_pages(document)):
        from factcheck.read import ocr

        sheets = ocr.read_pages(given.data, given.name, "pdf", pages)
        document = _read(given, [sheet_as_fields(sheet) for sheet in sheets])
        document = replace(document, reader=f"{document.reader} {ocr.version()}")
    return document


def _read(given: Given, recognised: list[dict[str, object]]) -> Document:
    answer, text = ask(given.data, given.name, "read", recognised=recognised)
    document = document_from_map(
        given.name,
        "news",
        sha256=hashlib.sha256(given.data).hexdigest(),
        size=len(given.data),
        text=text.decode("utf-8", "surrogatepass"),
        map_text=answer["map"],
        title=given.title or _title(answer["title"]),
        published=given.published,
    )
    of_the_file = (Hole(what, where, count) for what, where, count in answer["holes"])
    return replace(
        document,
        kind=given.kind or ("record" if _is_record(document) else "news"),
        reader=f"{READER} {answer['version']}",
        holes=(*document.holes, *of_the_file, *unseen(document.text)),
    )


def _is_record(document: Document) -> bool:
    """Whether its running heads are those of the Congressional Record; the words of a page do not say so."""
    return any(one.why == "running-head" and _RECORD.search(one.text) for one in document.removed)


def _title(said: str | None) -> str | None:
    """The title in the file's own facts, where it is no name that a program made up."""
    title = " ".join((said or "").split())
    if len(title) < 3 or len(title) > _LONGEST_TITLE or _MADE_BY_PROGRAM.fullmatch(title):
        return None
    return title if title.isprintable() else None
