"""The characters of a table that is too large to be decoded whole: which encoding, and lines of bounded
length.

All bytes are looked at once before the first line is given: that a file is UTF-8 shows only at its end, and a
first name with an accent may stand in row 40,000.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from factcheck.core.light import dataclass
from factcheck.read.binary import is_binary
from factcheck.read.decode import BYTE_ORDER_MARK, decode
from factcheck.read.holes import not_text
from factcheck.read.tables.origin import Origin

MAX_LINE = 4_000_000
"""Characters a line, or a cell, may have."""

MAX_ROW = 4 * MAX_LINE
"""Characters that the lines of one row may have together."""

_HEAD = 65_536
_BLOCK = 1 << 20
_BEFORE = 256
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_TELLING = re.compile(rb"[^\n]*[\x80-\xff][^\n]*\n?")
_DAMAGE = "\udcff"
"""Stands for what is not of the encoding, where it is found out which row it is in; no text has it."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """The name of an encoding, whether a byte-order mark says so, and what is doubtful about it, in words."""

    name: str
    marked: bool = False
    doubts: tuple[str, ...] = ()


def encoding_of(origin: Origin) -> Encoding:
    """The encoding of all of it; raises FactcheckError where it is no text."""
    head = origin.head(_HEAD)
    if head.startswith(_MARKS) or b"\0" in head:
        decoded = decode(head[: len(head) // 4 * 4] or head)
        if is_binary(decoded.text):
            raise not_text(origin.name)
        if decoded.mark or decoded.encoding.startswith("utf-16") or decoded.encoding.startswith("utf-32"):
            return Encoding(decoded.encoding, bool(decoded.mark))
    telling = _what_is_not_utf8(origin)
    if telling is None:
        if is_binary(head.decode("utf-8", "ignore")):
            raise not_text(origin.name)
        return Encoding("utf-8")
    decoded = decode(telling)
    if is_binary(decoded.text):
        raise not_text(origin.name)
    doubts = () if decoded.encoding == "utf-8" else tuple(hole.where for hole in decoded.holes)
    return Encoding(decoded.encoding, False, doubts)


def _what_is_not_utf8(origin: Origin) -> bytes | None:
    """Lines that tell which encoding it is: from the beginning and from the first that is not UTF-8 on, no
    more than a sample of each. None where all is UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with origin.opened() as file:
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            broken = max(0, file.tell() - len(error.object) + error.start - _BEFORE)
            return _telling_lines(file, 0, broken) + _telling_lines(file, broken, file.seek(0, io.SEEK_END))
    return None


def _telling_lines(file: BinaryIO, start: int, end: int) -> bytes:
    file.seek(start)
    lines: list[bytes] = []
    size = 0
    while size < _HEAD and (block := file.read(min(_BLOCK, end - file.tell()))):
        for found in _TELLING.finditer(block):
            lines.append(found.group()[:_HEAD])
            size += len(lines[-1])
            if size >= _HEAD:
                break
    return b"".join(lines)


def _mark_damage(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _DAMAGE, error.end


codecs.register_error("factcheck-damage-in-a-row", _mark_damage)


class TooLong(Exception):
    """A line, or the lines of one row together, are too long to be held; reading may go on behind them."""


class Lines:
    """The lines of a table, none longer than `MAX_LINE`. To be iterated over again after `TooLong`.

    `number` is that of the last line given, from 1. Whoever begins a row sets `held` to 0 and `fault` to
    None: from then on these are the characters of its lines, and what one of them has that no row may have.
    """

    def __init__(self, origin: Origin, encoding: Encoding) -> None:
        self.number = 0
        self.fault: str | None = None
        self.held = 0
        self._encoding = encoding
        self._file = io.TextIOWrapper(
            origin.opened(), encoding=encoding.name, errors="factcheck-damage-in-a-row", newline=""
        )
        if encoding.marked and self._file.read(1) != BYTE_ORDER_MARK:
            self._file.seek(0)

    def close(self) -> None:
        self._file.close()

    def __iter__(self) -> Iterator[str]:
        readline = self._file.readline
        while line := readline(MAX_LINE + 1):
            self.number += 1
            self.held += len(line)
            if len(line) > MAX_LINE:
                self._pass_over(line)
                raise TooLong(f"it has more than {MAX_LINE:,} characters")
            if self.held > MAX_ROW:
                raise TooLong(f"its lines have more than {MAX_ROW:,} characters")
            if "\0" in line:
                self.fault = "it holds a NUL character, which no text has"
            elif not line.isascii() and _DAMAGE in line:
                self.fault = f"it holds bytes that are not {self._encoding.name}"
            yield line

    def _pass_over(self, line: str) -> None:
        while line and not line.endswith(("\n", "\r")):
            line = self._file.readline(MAX_LINE)
        if line.endswith("\r"):  # the LF of a CRLF that was cut in two would be a line of its own
            at = self._file.tell()
            if self._file.read(1) != "\n":
                self._file.seek(at)


def beginning(origin: Origin, encoding: Encoding, size: int) -> str:
    """The first characters, `size` at most, without the byte-order mark."""
    with io.TextIOWrapper(
        origin.opened(), encoding=encoding.name, errors="factcheck-damage-in-a-row", newline=""
    ) as file:
        text = file.read(size)
    return text.removeprefix(BYTE_ORDER_MARK) if encoding.marked else text
