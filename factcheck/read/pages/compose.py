"""Sheets to a reading text, its marks, what was left out of it and what could not be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from factcheck.core.document import Document, Mark, Place
from factcheck.read.cutting import Cut, without
from factcheck.read.pages.condensed import apart
from factcheck.read.pages.furniture import mark_furniture
from factcheck.read.pages.hyphens import AMBIGUOUS, DROP, HYPHENS, ends_broken, joint, words_in
from factcheck.read.pages.labels import labels_of
from factcheck.read.pages.lines import Line, PageLines, lines_of
from factcheck.read.pages.page import pages_of
from factcheck.read.pages.page_numbers import number_pages
from factcheck.read.pages.sheet import Sheet
from factcheck.read.pages.unread import holes_of

SHEET_END = "\f"
"""Stands in the original text after each sheet but the last; cut as a page mark."""

_SENTENCE_ENDS = re.compile(r"""[.?!:;]["'”’)\]]*$""")


@dataclass(slots=True)
class _Writer:
    """The text as it grows, furniture included, and what of it will be cut; all offsets are of this text."""

    words: frozenset[str]
    texts: list[str] = field(default_factory=list)
    length: int = 0
    cuts: list[Cut] = field(default_factory=list)
    """Those of hyphens come late: only the next line of words shows what they are."""
    marks: list[Mark] = field(default_factory=list)
    line: str | None = None
    """The last line of words, while it may go on in the next."""
    hyphen: int | None = None
    feed: int = 0

    def page(self, read: PageLines, label: str) -> None:
        self._mark(Place(page=label))
        bodies = 0
        for line in read.lines:
            if line.why:
                self._write(f"{line.text}\n", line.why)
                continue
            bodies += 1
            self._words(line, label, numbered=read.page.column is not None)
        if not bodies:
            self._write("\n")
            self.line = None

    def page_ends(self, following: PageLines, sheet_ends: bool) -> None:
        numbered = following.page.column is not None
        first = next((line for line in following.lines if line.why is None), None)
        goes_on = (
            first is not None
            and self.line is not None
            and (numbered or not first.indent)
            and (numbered or not _SENTENCE_ENDS.search(self.line))
        )
        if not goes_on:
            self._write("\n")
            self.line = None
        if sheet_ends:
            self._write(SHEET_END, "page-mark")

    def _words(self, line: Line, label: str, *, numbered: bool) -> None:
        joined = self._join(line)
        if line.apart and not joined and self.line is not None:
            self._write("\n")
        if line.numeral:
            self._mark(Place(page=label, line=line.numeral.text))
        elif numbered and line.unnumbered:
            self._mark(Place(page=label))
        if line.numeral and line.numeral.left:
            self._write(f"{line.numeral.text} " if line.text else line.numeral.text, "line-number")
        if line.indent and not joined:
            self._write(" " * line.indent)
        self._write(line.text)
        hyphened = line.broken or ends_broken(line.text)
        self.hyphen = self.length - 1 if hyphened else None
        if line.numeral and not line.numeral.left:
            self._write(f" {line.numeral.text}" if line.text else line.numeral.text, "line-number")
        self.feed = self.length
        self._write("\n")
        self.line = line.text

    def _join(self, line: Line) -> bool:
        """Joins a word that the last line broke; False where this line does not go on with it."""
        if self.line is None or self.hyphen is None or line.apart:
            return False
        verdict = joint(self.line, line.text, self.words)
        if verdict is None:
            return False
        begin = self.feed
        if verdict == DROP and self.hyphen + 1 == self.feed:
            begin = self.hyphen
        elif verdict == DROP:
            self.cuts.append(Cut(self.hyphen, self.hyphen + 1, "hyphen"))
        self.cuts.append(Cut(begin, self.feed + 1, "hyphen", verdict == AMBIGUOUS))
        return True

    def _write(self, text: str, why: str | None = None) -> None:
        self.texts.append(text)
        if why and text:
            self.cuts.append(Cut(self.length, self.length + len(text), why))
        self.length += len(text)

    def _mark(self, place: Place) -> None:
        """Of several marks at one place the last holds."""
        if self.marks and self.marks[-1].start == self.length:
            self.marks.pop()
        self.marks.append(Mark(self.length, place))


def compose(sheets: Sequence[Sheet], name: str) -> Document:
    """The Document of sheets in the order of the file: text, marks, removals and holes; what is known of its
    bytes is for the caller to say.

    Every page begins with a mark and has one character at least, an empty line where it has no words.
    """
    pages = pages_of(apart(sheets, name))
    number_pages(pages)
    mark_furniture(pages)
    labels = labels_of(pages)
    read = []
    for page in pages:
        read.append(lines_of(page))
        page.runs = []
    lines = [line.text for one in read for line in one.lines if line.why is None]
    writer = _Writer(words_in(lines) if any(text.endswith(HYPHENS) for text in lines) else frozenset())
    for index, one in enumerate(read):
        if index:
            sheet_ends = one.page.sheet.number != read[index - 1].page.sheet.number
            writer.page_ends(one, sheet_ends)
        writer.page(one, labels[index])
    document = Document(
        name=name,
        kind="news",
        sha256="",
        size=0,
        reader="",
        encoding=None,
        text="".join(writer.texts),
        marks=tuple(writer.marks),
        holes=tuple(holes_of(read, labels)),
    )
    return without(document, sorted(writer.cuts, key=attrgetter("start")))
