"""The reader of web pages: the words of the article as the page shows them, a blank line between paragraphs.

A page that is one `<pre>`, as those of the Government Publishing Office, keeps its lines.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from factcheck.core.document import Document, Hole
from factcheck.errors import FactcheckError
from factcheck.read import main_text
from factcheck.read.binary import is_binary
from factcheck.read.decode import decode
from factcheck.read.given import Given
from factcheck.read.holes import is_seen, not_text, unseen
from factcheck.read.page_facts import facts_of
from factcheck.read.paragraphs import paragraph_marks
from factcheck.read.visible import NOTED, Block, Page, Told, page_of

READER = "html/1"
"""Stored with the text, with the version of trafilatura where that chose the main text."""

MAX_BYTES = 25_000_000
"""The largest page that is read: its markup costs some ten times its size in memory."""

_HEAD = 4096
_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_COMMENTED = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_ALL_PRE = 0.8
_KINDS = (
    (re.compile(r"\[(?:House|Senate|Joint) (?:[\w ]+ )?Hearing\b|\bS\. Hrg\. \d"), "hearing"),
    (re.compile(r"\[Congressional Record Volume \d"), "record"),
)
_FIRST_LINES = 400


def read(given: Given) -> Document:
    """The Document of a web page; raises FactcheckError where it is too large, no text, or shows nothing."""
    if len(given.data) > MAX_BYTES:
        raise FactcheckError(
            title="The page is too large",
            detail=f"{given.name} has {len(given.data):,} bytes; a web page may have {MAX_BYTES:,}.",
            hint="Save the text that matters as plain text (.txt, UTF-8) and read that.",
        )
    decoded = decode(given.data, _declared(given.data))
    if is_binary(decoded.text):
        raise not_text(given.name)
    source = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    page = page_of(source, given.name)
    if not any(is_seen(block.text) for block in page.blocks):
        raise _shows_nothing(given.name, page)
    blocks, left_out, reader = _main(source, page)
    text = "\n\n".join(block.text for block in blocks)
    marks, unnumbered = paragraph_marks(text)
    facts = facts_of(page)
    kind = given.kind or _kind_of(text, blocks)
    return Document(
        name=given.name,
        kind=kind,
        sha256=hashlib.sha256(given.data).hexdigest(),
        size=len(given.data),
        reader=reader,
        encoding=decoded.encoding,
        text=text,
        title=given.title or facts.title,
        published=given.published or facts.published,
        published_basis=None if given.published else facts.published_basis,
        author=facts.author,
        publisher=facts.publisher,
        address=facts.address,
        marks=marks,
        holes=(*decoded.holes, *left_out, *_not_shown(page), *unseen(text), *unnumbered),
    )


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(_COMMENTED.sub(b"", data[:_HEAD]))
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def _main(source: str, page: Page) -> tuple[Sequence[Block], tuple[Hole, ...], str]:
    """The blocks of the main text, what was left out or could not be told apart, and the reader's name."""
    blocks = page.blocks
    shown = sum(len(block.text) for block in blocks)
    if sum(len(block.text) for block in blocks if block.tag == "pre") >= shown * _ALL_PRE:
        return blocks, (), READER
    kept = main_text.chosen(source, page)
    if kept is None or True not in kept:
        hole = Hole(
            what="boilerplate",
            where="no main text could be told apart: menus and notices of the page, if any, are in the text",
        )
        return blocks, (hole,), READER
    left = Told()
    for block, is_main in zip(blocks, kept, strict=True):
        if not is_main:
            left.add(block.text)
    holes = (
        (_passages("left-out", "passages around the main text (menus, notices)", left),) if left.count else ()
    )
    main = [block for block, is_main in zip(blocks, kept, strict=True) if is_main]
    return main, holes, f"{READER} {main_text.version()}"


def _not_shown(page: Page) -> Iterator[Hole]:
    if page.hidden.count:
        yield _passages("hidden", "passages that the page itself hides", page.hidden)
    if page.unended.count:
        yield _passages("unended", "what follows a comment, script or tag that never ends", page.unended)
    if page.quotation_elements:
        yield Hole(
            what="quotation-marks",
            where="quotations whose marks only a browser draws (<q>); they are not in the text",
            count=page.quotation_elements,
        )


def _passages(what: str, where: str, told: Told) -> Hole:
    begins = told.first if len(told.first) < NOTED else f"{told.first[: NOTED - 1]}…"
    return Hole(what=what, where=f"{where}; first: “{begins}”", count=told.count)


def _kind_of(text: str, blocks: Sequence[Block]) -> str:
    """A page of the Government Publishing Office says at its top what it is; of others no kind is guessed."""
    if blocks and blocks[0].tag == "pre":
        for pattern, kind in _KINDS:
            if pattern.search(text, 0, _FIRST_LINES):
                return kind
    return "news"


def _shows_nothing(name: str, page: Page) -> FactcheckError:
    hidden = page.hidden.count + page.unended.count
    more = f" It holds {hidden} hidden passages." if hidden else ""
    return FactcheckError(
        title="There is nothing to read",
        detail=f"{name} is a web page that shows no text.{more}",
        hint="If a script makes its text, copy the text from the browser into a .txt file and read that.",
    )
