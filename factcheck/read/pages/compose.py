"""Sheets to a reading text, its marks, what was left out of it and what could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.core.document import Document, Mark, Place
from factcheck.read.cutting import Cut, without
from factcheck.read.pages.condensed import apart
from factcheck.read.pages.furniture import mark_furniture
from factcheck.read.pages.hyphens import AMBIGUOUS, DROP, ends_broken, joint, words_in
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
class _Piece:
    text: str
    why: str | None = None
    ambiguous: bool = False


@dataclass(slots=True)
class _Writer:
    """The text as it grows, furniture included, and what of it will be cut."""

    words: frozenset[str]
    pieces: list[_Piece] = field(default_factory=list)
    marks: list[tuple[int, Place]] = field(default_factory=list)
    """By the index of a piece."""

    line: str | None = None
    """The last line of words, while it may go on in the next."""
    hyphen: int = -1
    feed: int = -1

    def page(self, read: PageLines, label: str) -> None:
        self.marks.append((len(self.pieces), Place(page=label)))
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
            self.marks.append((len(self.pieces), Place(page=label, line=line.numeral.text)))
        elif numbered and line.unnumbered:
            self.marks.append((len(self.pieces), Place(page=label)))
        if line.numeral and line.numeral.left:
            self._write(f"{line.numeral.text} " if line.text else line.numeral.text, "line-number")
        if line.indent and not joined:
            self._write(" " * line.indent)
        hyphened = line.broken or ends_broken(line.text)
        self._write(line.text[:-1] if hyphened else line.text)
        if hyphened:
            self.hyphen = len(self.pieces)
            self._write(line.text[-1])
        if line.numeral and not line.numeral.left:
            self._write(f" {line.numeral.text}" if line.text else line.numeral.text, "line-number")
        self.feed = len(self.pieces)
        self._write("\n")
        self.line = line.text
        if not hyphened:
            self.hyphen = -1

    def _join(self, line: Line) -> bool:
        """Joins a word that the last line broke; False where this line does not go on with it."""
        if self.line is None or self.hyphen < 0 or line.apart:
            return False
        verdict = joint(self.line, line.text, self.words)
        if verdict is None:
            return False
        if verdict == DROP:
            self.pieces[self.hyphen].why = "hyphen"
        feed = self.pieces[self.feed]
        feed.why, feed.ambiguous = "hyphen", verdict == AMBIGUOUS
        return True

    def _write(self, text: str, why: str | None = None) -> None:
        self.pieces.append(_Piece(text, why))


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
    writer = _Writer(words_in(line.text for one in read for line in one.lines if line.why is None))
    for index, one in enumerate(read):
        if index:
            sheet_ends = one.page.sheet.number != read[index - 1].page.sheet.number
            writer.page_ends(one, sheet_ends)
        writer.page(one, labels[index])
    text, marks, cuts = _laid_out(writer)
    document = Document(
        name=name,
        kind="news",
        sha256="",
        size=0,
        reader="",
        encoding=None,
        text=text,
        marks=marks,
        holes=tuple(holes_of(read, labels)),
    )
    return without(document, cuts)


def _laid_out(writer: _Writer) -> tuple[str, tuple[Mark, ...], list[Cut]]:
    starts: list[int] = []
    cuts: list[Cut] = []
    at = 0
    for piece in writer.pieces:
        starts.append(at)
        end = at + len(piece.text)
        if piece.why and piece.text:
            last = cuts[-1] if cuts else None
            if last and last.end == at and last.why == piece.why == "hyphen":
                cuts[-1] = Cut(last.start, end, piece.why, piece.ambiguous)
            else:
                cuts.append(Cut(at, end, piece.why, piece.ambiguous))
        at = end
    marks = tuple(_last_at_each((starts[index], place) for index, place in writer.marks))
    return "".join(piece.text for piece in writer.pieces), marks, cuts


def _last_at_each(places: Iterator[tuple[int, Place]]) -> Iterator[Mark]:
    waiting: Mark | None = None
    for start, place in places:
        if waiting and waiting.start != start:
            yield waiting
        waiting = Mark(start, place)
    if waiting:
        yield waiting
