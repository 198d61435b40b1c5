"""The reader of Markdown: its source as it is, with the same marks as plain text.

From a front matter (lines `name: value` between two lines `---` at the top) are read, as far as they are
there: title; author, authors or byline; publisher or site; date, published, published_time or pubdate; url,
source_url, canonical_url or link. A value is words as they stand, a quoted text, or a list. A title that does
not stand there is the first heading. All of it stays in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.core.document import Document
from factcheck.read import text
from factcheck.read.given import Given
from factcheck.read.page_facts import day_of, is_address, one_line

READER = "markdown/1"
"""Stored with the text; a new number whenever the same bytes would give another text or other marks."""

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LONGEST_FRONT = 20_000
_ENTRY = re.compile(r"([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*)|[ \t]*)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
_AUTHORS = ("author", "authors", "byline")
_PUBLISHERS = ("publisher", "site")
_DATES = ("date", "published", "published_time", "pubdate")
_ADDRESSES = ("url", "source_url", "canonical_url", "link")

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_NO_HEADING = re.compile(r"[ \t]*(?:[-*+>|]|\d+[.)])(?:[ \t]|\Z)| {4}|\t")
_LINES_LOOKED_AT = 500

_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
"""YAML 1.2.2, section 5.7."""


def read(given: Given) -> Document:
    """The Document of a Markdown text; raises FactcheckError where it is empty or no text."""
    document = text.read(given)
    front, body = _front_of(document.text)
    published, basis = _published(front)
    return replace(
        document,
        reader=READER,
        title=given.title or _first(front, ("title",)) or _heading(body),
        published=given.published or published,
        published_basis=None if given.published else basis,
        author=_first(front, _AUTHORS),
        publisher=_first(front, _PUBLISHERS),
        address=next((url for url in _values(front, _ADDRESSES) if is_address(url)), None),
    )


def _front_of(source: str) -> tuple[dict[str, str], str]:
    found = _FRONT.match(source, 0, _LONGEST_FRONT)
    if not found:
        return {}, source
    return dict(_entries(found[1].splitlines())), source[found.end() :]


def _entries(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names and values; a quoted value may go on over indented lines, a list may stand below its name."""
    name, value, items = "", "", list[str]()
    for line in lines:
        if entry := _ENTRY.fullmatch(line):
            if name:
                yield name, _value(value, items)
            name, value, items = entry[1].lower(), entry[2] or "", []
        elif name and not value and (item := _ITEM.fullmatch(line)):
            items.append(item[1])
        elif name and value[:1] in ('"', "'") and line[:1] in (" ", "\t"):
            value += " " + line.strip()
    if name:
        yield name, _value(value, items)


def _value(written: str, items: list[str]) -> str:
    written = written.strip()
    if written.startswith("[") and written.endswith("]"):
        items = written[1:-1].split(",")
    if items:
        return ", ".join(filter(None, map(_scalar, items)))
    return _scalar(written)


def _scalar(written: str) -> str:
    written = written.strip()
    if len(written) > 1 and written[0] == written[-1] == '"':
        return _ESCAPE.sub(_unescaped, written[1:-1])
    if len(written) > 1 and written[0] == written[-1] == "'":
        return written[1:-1].replace("''", "'")
    return "" if written in ("", "~", "null", "|", ">") else written.split(" #")[0].rstrip()


def _unescaped(found: re.Match[str]) -> str:
    if code := found[1] or found[2] or found[3]:
        number = int(code, 16)
        return "\ufffd" if 0xD800 <= number <= 0xDFFF or number > 0x10FFFF else chr(number)
    return _ESCAPES.get(found[4], found[4])


def _published(front: dict[str, str]) -> tuple[str | None, str | None]:
    for name in _DATES:
        if day := day_of(front.get(name, "")):
            return day, f"front matter {name}: {front[name]}"
    return None, None


def _first(front: dict[str, str], names: Iterable[str]) -> str | None:
    return next(_values(front, names), None)


def _values(front: dict[str, str], names: Iterable[str]) -> Iterator[str]:
    return (value for name in names if (value := one_line(front.get(name))))


def _heading(body: str) -> str | None:
    """The first heading outside fenced code, as it is written, if it stands near the beginning."""
    before, fence = "", ""
    for line in body[: _LINES_LOOKED_AT * 200].split("\n")[:_LINES_LOOKED_AT]:
        if found := _FENCE.match(line):
            fence = "" if fence == found[1] else fence or found[1]
        elif not fence and (heading := _HEADING.fullmatch(line)) and one_line(heading[1]):
            return one_line(heading[1])
        elif not fence and before.strip() and not _NO_HEADING.match(before) and _UNDERLINE.fullmatch(line):
            return one_line(before)
        before = "" if found or fence else line
    return None
