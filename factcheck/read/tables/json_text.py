"""JSON and JSON lines as a Document: the text as it is, each object named by its line or its place in its
list."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.core.document import Document, Place
from factcheck.read import text
from factcheck.read.given import Given
from factcheck.read.tables.characters import MAX_LINE
from factcheck.read.tables.json_values import Broken, Item, Values, items_in, no_json
from factcheck.read.tables.naming import Names, Unread
from factcheck.read.tables.recognise import JSON_LINES, text_form

READER = "json/1"
"""Stored with the text; a new number whenever the same bytes would give another text or other marks."""

_LINE = re.compile(r"[^\n]+")


def read(given: Given) -> Document:
    """The Document of JSON; raises FactcheckError where it is no text. Where there is no list of objects in
    it, it is read as any text is."""
    document = text.read(given)
    names, unread = Names(each_cell=True), Unread()
    if text_form(given.data, given.name) == JSON_LINES:
        _name_lines(document.text, names, unread)
    else:
        _name_items(document.text, names, unread)
        if not names.marks:
            return document
    return replace(
        document,
        kind=given.kind or "table",
        reader=READER,
        marks=tuple(names.marks),
        holes=(
            *(hole for hole in document.holes if hole.what != "paragraph-numbers"),
            *unread.holes(),
            *names.holes(),
        ),
    )


def _name_lines(text: str, names: Names, unread: Unread) -> None:
    values = Values()
    for number, start, line in _lines(text):
        names.put(start, Place(line=str(number)))
        if len(line) > MAX_LINE:
            unread.tell(f"line {number}: it has more than {MAX_LINE:,} characters")
            continue
        try:
            value = values.of(line)
        except (ValueError, RecursionError) as error:
            unread.tell(f"line {number}: {no_json(error)}")
            continue
        if fault := _fault(value, values.repeated):
            unread.tell(f"line {number}: {fault}")


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    at, number = 0, 1
    for found in _LINE.finditer(text):
        number += text.count("\n", at, found.start())
        at = found.start()
        if not found.group().isspace():
            yield number, at, found.group()


def _name_items(text: str, names: Names, unread: Unread) -> None:
    last = "the beginning"
    try:
        for item in items_in(io.StringIO(text, newline="")):
            if not isinstance(item.value, dict):
                continue
            last = _called(item)
            names.put(item.start, Place(cell=last))
            if fault := _fault(item.value, item.repeated):
                unread.tell(f"{last}: {fault}")
    except Broken as error:
        unread.tell(f"behind {last}: {error}")


def _called(item: Item) -> str:
    return f"{item.path} {item.number}" if item.path else f"item {item.number}"


def _fault(value: object, repeated: list[str] | tuple[str, ...]) -> str | None:
    if not isinstance(value, dict):
        return "it is no JSON object"
    return f"it gives “{repeated[0][:60]}” twice" if repeated else None
