"""JSON one value at a time: a list of a million objects is never held whole.

Duplicate names in an object are told (the standard leaves open which of the values counts), numbers keep
their digits as written.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TextIO

from factcheck.core.rules import MAX_DEPTH
from factcheck.read.decode import BYTE_ORDER_MARK
from factcheck.read.tables.characters import MAX_LINE, Encoding
from factcheck.read.tables.origin import Origin

_CHUNK = 65_536
_MOST_LEVELS = 8
_SPACE = " \t\r\n"


class Written(float):
    """A number with a fraction or an exponent, and its digits as they are written."""

    __slots__ = ("text",)
    text: str

    def __new__(cls, text: str) -> Written:
        number = super().__new__(cls, text)
        number.text = text
        return number


class Broken(Exception):
    """From here on it is no JSON, or more than can be held at once; why, in words."""


@dataclass(slots=True)
class Values:
    """Decodes values; `repeated` gathers the names that one object gives twice."""

    repeated: list[str] = field(default_factory=list)
    _decoder: json.JSONDecoder = field(init=False)

    def __post_init__(self) -> None:
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._as_object, parse_float=Written, parse_constant=Written
        )

    def of(self, text: str) -> Any:
        """The value that the whole text is; raises ValueError or RecursionError."""
        self.repeated.clear()
        return self._decoder.decode(text)

    def at(self, text: str, start: int) -> tuple[Any, int]:
        """The value that begins at `start`, and its end."""
        self.repeated.clear()
        return self._decoder.raw_decode(text, start)

    def _as_object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            names = [name for name, _ in pairs]
            self.repeated.extend(name for name in made if names.count(name) > 1)
        return made


@dataclass(frozen=True, slots=True)
class Item:
    """An element of a list: of which list (the names that lead to it, joined by dots; "" for the outermost),
    which one from 1, where it begins and ends in the text (code points), and whether it `is_plain`."""

    path: str
    number: int
    value: Any
    repeated: tuple[str, ...]
    start: int
    end: int
    plain: bool


def is_plain(text: str, start: int, end: int) -> bool:
    """Whether a value that is written so can hold nothing that `unkept` finds: no character is written by its
    number, and there are not brackets enough to lie too deep."""
    brackets = text.count("[", start, end) + text.count("{", start, end)
    return brackets < MAX_DEPTH and text.find("\\u", start, end) < 0 and text.find("\udcff", start, end) < 0


def items(origin: Origin, encoding: Encoding) -> Iterator[Item]:
    """The elements of the list that the text is, or of each list within the objects that it is; ends with
    `Broken` where it is no JSON."""
    with io.TextIOWrapper(
        origin.opened(), encoding=encoding.name, errors="factcheck-damage-in-a-row", newline=""
    ) as file:
        yield from items_in(file)


def items_in(file: TextIO) -> Iterator[Item]:
    """The same of a text; a byte-order mark before it is passed over."""
    window = _Window(file)
    if window.next() == BYTE_ORDER_MARK:
        window.pass_over()
    yield from _within(window, (), 0)
    if window.next():
        raise Broken("there is more behind its end")


def _within(window: _Window, path: tuple[str, ...], level: int) -> Iterator[Item]:
    opening = window.next()
    if opening == "[":
        yield from _elements(window, ".".join(path))
    elif opening == "{" and level < _MOST_LEVELS:
        window.pass_over()
        if window.next() == "}":
            window.pass_over()
            return
        seen: set[str] = set()
        while True:
            name, _, _ = window.value()
            if not isinstance(name, str) or window.next() != ":":
                raise Broken("a name with a colon is missing")
            if name in seen:
                raise Broken(f"an object gives “{name[:60]}” twice")
            seen.add(name)
            window.pass_over()
            yield from _within(window, (*path, name), level + 1)
            if window.closes("}"):
                return
    else:
        window.value()


def _elements(window: _Window, path: str) -> Iterator[Item]:
    window.pass_over()
    if window.next() == "]":
        window.pass_over()
        return
    number = 0
    while True:
        number += 1
        window.next()
        value, start, end = window.value()
        yield Item(path, number, value, tuple(window.values.repeated), start, end, window.was_plain)
        if window.closes("]"):
            return


class _Window:
    """As much of a text as the value in hand needs."""

    def __init__(self, file: TextIO) -> None:
        self.values = Values()
        self.was_plain = True
        self._file = file
        self._text = ""
        self._at = 0
        self._before = 0
        self._ended = False

    def next(self) -> str:
        """The next character that is no white space; "" at the end."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _SPACE:
                    return self._text[self._at]
                self._at += 1
            if not self._grow():
                return ""

    def pass_over(self) -> None:
        self._at += 1

    def closes(self, closing: str) -> bool:
        """Passes over the comma before another value, or the closing bracket."""
        found = self.next()
        if found not in (",", closing) or not found:
            raise Broken(f"a comma or “{closing}” is missing")
        self.pass_over()
        if found == "," and self.next() == closing:
            raise Broken("a value is missing after a comma")
        return found == closing

    def value(self) -> tuple[Any, int, int]:
        """The next value, and where it begins and ends."""
        self.next()
        while True:
            why = ""
            try:
                value, end = self.values.at(self._text, self._at)
            except RecursionError as error:
                raise Broken("its values lie too deep in one another") from error
            except ValueError as error:
                why = no_json(error)
            if why or (end == len(self._text) and not self._ended):  # a number may go on
                if len(self._text) - self._at > MAX_LINE:
                    raise Broken(f"one value has more than {MAX_LINE:,} characters, or {why or 'goes on'}")
                if self._grow():
                    continue
                if why:
                    raise Broken(why)
            start, self._at = self._at, end
            self.was_plain = is_plain(self._text, start, end)
            return value, self._before + start, self._before + end

    def _grow(self) -> bool:
        left = len(self._text) - self._at
        more = self._file.read(max(_CHUNK, left))
        self._ended = not more
        if more:
            self._before += self._at
            self._text, self._at = self._text[self._at :] + more, 0
        return bool(more)


def unkept(value: Any, depth: int = 0) -> str | None:
    """Why a case cannot keep a value; None where it can."""
    if depth > MAX_DEPTH:
        return "its values lie too deep in one another"
    if isinstance(value, str):
        if "\0" in value:
            return "it holds a NUL character, which no text has"
        if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
            return "it holds half of a surrogate pair, which no text file can keep"
        return None
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        return next((fault for one in value if (fault := unkept(one, depth + 1))), None)
    return None


MOST_WITHIN = 4
"""Objects within one another whose names become columns; what lies deeper stays JSON in a cell."""


def flat(value: dict[str, Any], level: int = 1) -> dict[str, Any]:
    """The values of an object with those of the objects in it beside them, named by the way to them:
    {"visitor": {"last": "Pell"}} has `visitor.last`. An object stays as it is where such a name is taken."""
    if not any(isinstance(one, dict) for one in value.values()):
        return value
    found: dict[str, Any] = {}
    for name, one in value.items():
        inner = flat(one, level + 1) if isinstance(one, dict) and level < MOST_WITHIN else {}
        named = {f"{name}.{part}": what for part, what in inner.items()}
        taken = named.keys() & (value.keys() | found.keys())
        found.update(named if named and not taken else {name: one})
    return found


def no_json(error: Exception) -> str:
    """Why a text is no JSON, in words."""
    if isinstance(error, json.JSONDecodeError):
        return f"it is no JSON ({error.msg[:1].lower()}{error.msg[1:]})"
    return "it is no JSON that can be read (a number too long, or values too deep in one another)"


def as_cell(value: Any) -> str:
    """A value as the text of a cell: names in a list with semicolons between them, objects as JSON."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, Written):
        return value.text
    if isinstance(value, list) and not any(isinstance(one, dict | list) for one in value):
        return "; ".join(as_cell(one) for one in value)
    return json.dumps(value, ensure_ascii=False)
