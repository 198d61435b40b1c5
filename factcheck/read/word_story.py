"""The flow of words in a Word document: body, table cells, text boxes and notes, in reading order.

Elements are known by their local names, so that both namespaces of WordprocessingML (ECMA-376 transitional
and strict) are read. Insertions of tracked changes are text, deletions are told and left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from factcheck.core.document import Mark, Place
from factcheck.read.office_parts import attribute, local_name
from factcheck.read.visible import Told
from factcheck.read.word_cells import (
    INSERTED,
    WRAPPERS,
    children,
    grid_before,
    is_deleted_row,
    letters,
    rows,
    span,
)
from factcheck.read.word_lists import Lists

_DELETED = frozenset({"del", "moveFrom"})
_CHARACTERS = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad",
}  # fmt: skip
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_ONE_SPACE = str.maketrans("\n\r\t", "   ")
_PRIVATE = range(0xE000, 0xF900)
_NOT_READ = "\ufffd"


@dataclass(slots=True)
class Styles:
    """By style id: whether its words are hidden, and its list and level where it numbers its paragraphs."""

    hidden: set[str] = field(default_factory=set)
    numbered: dict[str, tuple[str, int]] = field(default_factory=dict)


class Story:
    """Text and marks as they grow, and what was met that is no text."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self.marks: list[Mark] = []
        self.notes: list[tuple[str, str]] = []
        self.deleted, self.hidden, self.field_codes = Told(), Told(), Told()
        self.insertions = self.images = self.drawings = self.embedded = self.equations = 0
        self.symbols = self.unnumbered = self.joined = 0
        self.first_at: dict[str, str] = {}
        self._styles, self._lists = styles, lists
        self._pieces: list[str] = []
        self._length = self._paragraphs = self._tables = 0
        self._place: Place | None = None
        self._goes_on = False
        self._boxes: list[Any] = []
        self._fields: list[bool] = []

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def body(self, element: Any) -> None:
        """The blocks of the body, each paragraph a line."""
        self._blocks(element)

    def note(self, element: Any, cell: str) -> None:
        """The blocks of a note, all at the place that `cell` names."""
        self._end_line()
        self._place, self._fields = Place(cell=cell), []
        self._mark(self._place)
        self._blocks(element)
        self._place = None

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _mark(self, place: Place) -> None:
        if self.marks and self.marks[-1].start == self._length:
            self.marks.pop()
        self.marks.append(Mark(self._length, place))

    def _blocks(self, parent: Any) -> None:
        for block in parent:
            name = local_name(block)
            if name == "p":
                self._paragraph(block)
            elif name == "tbl":
                self._table(block)
            elif name in WRAPPERS or name in INSERTED:
                self._blocks(block)
            elif name in _DELETED:
                self._delete(_all_text(block))
            elif name == "AlternateContent":
                self._blocks(_chosen(block))
            elif name in ("altChunk", "subDoc"):
                self._notice("embedded")
                self.embedded += 1

    def _notice(self, what: str) -> None:
        """Keeps where the first of something stands."""
        if what not in self.first_at:
            within = (
                self._place.cell if self._place else f"paragraph {self._paragraphs + (not self._goes_on)}"
            )
            self.first_at[what] = within or ""

    def _delete(self, words: str) -> None:
        self._notice("tracked-changes")
        self.deleted.add(words)

    def _paragraph(self, paragraph: Any) -> None:
        text = self._words_of(paragraph)
        joined = _end_is_deleted(paragraph) and bool(text or self._goes_on)
        if joined:
            self._notice("tracked-changes")
            self.joined += 1
        if text.strip() and self._place is None and not self._goes_on:
            self._paragraphs += 1
            self._mark(Place(paragraph=self._paragraphs))
        self._write(text if joined else f"{text}\n")
        self._goes_on = joined
        self._text_boxes()

    def _end_line(self) -> None:
        """Ends a paragraph whose end is deleted where none follows that it could go on in."""
        if self._goes_on:
            self._goes_on = False
            self._write("\n")

    def _text_boxes(self) -> None:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            fields, self._fields = self._fields, []
            self._blocks(box)
            self._fields = fields

    def _words_of(self, paragraph: Any) -> str:
        properties = next((child for child in paragraph if local_name(child) == "pPr"), None)
        text = "".join(self._inline(paragraph, self._is_hidden(properties, "pStyle")))
        label = self._label(properties) if text.strip() else ""
        return label + text

    def _label(self, properties: Any) -> str:
        style, number, level = "", "", None
        for child in properties if properties is not None else ():
            if local_name(child) == "pStyle":
                style = attribute(child, "val")
            elif local_name(child) == "numPr":
                for part in child:
                    if local_name(part) == "numId":
                        number = attribute(part, "val")
                    elif local_name(part) == "ilvl" and attribute(part, "val").isdigit():
                        level = int(attribute(part, "val"))
        if not number and style in self._styles.numbered:
            number, level = self._styles.numbered[style]
        if not number:
            return ""
        label = self._lists.label(number, level or 0)
        if label is None:
            self._notice("list-numbers")
            self.unnumbered += 1
        return label or ""

    def _is_hidden(self, properties: Any, style: str) -> bool:
        hidden = False
        for child in properties if properties is not None else ():
            name = local_name(child)
            if name == "vanish":
                return attribute(child, "val") not in ("0", "false", "off")
            hidden = hidden or (name == style and attribute(child, "val") in self._styles.hidden)
        return hidden

    def _inline(self, parent: Any, hidden: bool) -> Iterator[str]:
        for child in parent:
            name = local_name(child)
            if name == "r":
                yield from self._run(child, hidden)
            elif name in WRAPPERS:
                yield from self._inline(child, hidden)
            elif name in INSERTED:
                self._notice("tracked-changes")
                self.insertions += 1
                yield from self._inline(child, hidden)
            elif name in _DELETED:
                self._delete(_all_text(child))
            elif name == "AlternateContent":
                yield from self._inline(_chosen(child), hidden)
            elif name in ("oMath", "oMathPara"):
                self._notice("equation")
                self.equations += 1
                yield _all_text(child)

    def _run(self, run: Any, hidden: bool) -> Iterator[str]:
        properties = next((child for child in run if local_name(child) == "rPr"), None)
        hidden = hidden or self._is_hidden(properties, "rStyle")
        text = "".join(self._pieces_of(run))
        if not text:
            return
        if hidden:
            self._notice("hidden")
            self.hidden.add(text)
        elif True in self._fields:
            self._notice("field-code")
            self.field_codes.add(text)
        else:
            yield text

    def _pieces_of(self, run: Any) -> Iterator[str]:
        for child in run:
            name = local_name(child)
            if name == "t":
                yield (child.text or "").translate(_ONE_SPACE)
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name == "sym":
                yield self._symbol(child)
            elif name == "fldChar":
                self._field(attribute(child, "fldCharType"))
            elif name in _NOTES:
                self._notice("note-marks")
                self.notes.append((_NOTES[name], attribute(child, "id")))
            elif name == "commentReference":
                self._notice("comments")
            elif name == "delText":
                self._delete(child.text or "")
            elif name in ("drawing", "pict", "object"):
                self._graphic(child, name)
            elif name == "ruby":
                yield from self._inline(child, hidden=False)
            elif name == "AlternateContent":
                yield from self._pieces_of(_chosen(child))

    def _field(self, change: str) -> None:
        """Between a field's beginning and its separator stands its code, after that what it shows."""
        if change == "begin":
            self._fields.append(True)
        elif self._fields and change == "separate":
            self._fields[-1] = False
        elif self._fields and change == "end":
            self._fields.pop()

    def _symbol(self, element: Any) -> str:
        """A character of a named font; those of the private area mean nothing outside it."""
        try:
            code = int(attribute(element, "char"), 16)
        except ValueError:
            code = _PRIVATE.start
        if code in _PRIVATE or not 0x20 <= code < 0xD800:
            self._notice("symbol")
            self.symbols += 1
            return _NOT_READ
        return chr(code)

    def _graphic(self, element: Any, name: str) -> None:
        self._boxes += self._boxes_in(element)
        if name == "object":
            self._notice("embedded")
            self.embedded += 1

    def _boxes_in(self, element: Any) -> list[Any]:
        """The text boxes of a drawing; its pictures and its charts are counted."""
        boxes = []
        for child in element:
            name = local_name(child)
            if name == "txbxContent":
                boxes.append(child)
                continue
            if name in ("blip", "imagedata"):
                self._notice("image")
                self.images += 1
            elif name in ("chart", "relIds"):
                self._notice("drawing")
                self.drawings += 1
            boxes += self._boxes_in(_chosen(child) if name == "AlternateContent" else child)
        return boxes

    def _table(self, table: Any) -> None:
        self._end_line()
        if self._place is not None:  # in a note, or within a cell, whose place it keeps
            for row in rows(table):
                self._cells(row, None)
            return
        self._tables += 1
        for number, row in enumerate(rows(table), 1):
            if is_deleted_row(row):
                self._delete(_all_text(row))
            else:
                self._cells(row, number)
        self._place = None

    def _cells(self, row: Any, number: int | None) -> None:
        """The cells of a row, a tab apart; the paragraphs of a cell are lines. Without a number of the row
        they keep the place."""
        column = grid_before(row)
        for index, cell in enumerate(children(row, "tc")):
            if index:
                self._write("\t")
            if number is not None:
                self._place = Place(cell=f"T{self._tables}!{letters(column)}{number}")
                self._mark(self._place)
            before = self._length
            self._blocks(cell)
            self._goes_on = False
            self._drop_line_end(before)
            column += span(cell)
        self._write("\n")

    def _drop_line_end(self, before: int) -> None:
        """A cell's last line ends where the cell does."""
        if self._length > before and self._pieces[-1].endswith("\n"):
            self._pieces[-1] = self._pieces[-1][:-1]
            self._length -= 1


def _end_is_deleted(paragraph: Any) -> bool:
    """Whether a tracked change takes away the end of a paragraph, and so joins it to the next."""
    return any(
        local_name(mark) in _DELETED
        for properties in paragraph
        if local_name(properties) == "pPr"
        for run in properties
        if local_name(run) == "rPr"
        for mark in run
    )


def _chosen(alternate: Any) -> Any:
    """Of the forms of one content the first; the others say the same to older programs."""
    return next(iter(alternate), ())


def _all_text(element: Any) -> str:
    """All words within, those of deletions too."""
    return "".join((one.text or "").translate(_ONE_SPACE) for one in element.iter("{*}t", "{*}delText"))
