"""The zipped XML that workbooks are made of, unpacked within bounds before a library sees any of it.

What an archive says of its own sizes is not believed: each part is unpacked to its end and counted.
"""

from __future__ import annotations

import copy
import posixpath
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO
from xml.parsers import expat

from factcheck.errors import FactcheckError
from factcheck.read.tables.origin import Origin
from factcheck.read.zip_damage import DAMAGES

MAX_PART = 1_000_000_000
"""Bytes that the parts of a workbook may have together when unpacked."""

MAX_TAGS = 60_000_000
MAX_STRING_TAGS = 16_000_000
"""Tags in one part, and in the part that holds a workbook's strings, each of which is kept in memory."""

_PIECE = 1 << 18
_NO_END = 1 << 62
_LOCKED = 0x1
_PASSED_OVER = ("xl/media/", "Pictures/", "xl/embeddings/", "Thumbnails/", "Object ", "ObjectReplacements/")

Attributes = dict[str, str]


class Package:
    """The parts of a workbook by name; raises FactcheckError on opening where they are more than is read."""

    def __init__(self, origin: Origin, file: BinaryIO) -> None:
        self._origin = origin
        try:
            self._archive = zipfile.ZipFile(file)
        except DAMAGES as error:
            raise self._damaged(str(error)) from error
        self.names = [info.filename for info in self._archive.infolist()]
        if len({name.lower() for name in self.names}) < len(self.names):
            raise self._damaged("it has two parts of one name")
        left = MAX_PART
        for info in self._archive.infolist():
            if not info.filename.startswith(_PASSED_OVER):
                left -= self._measured(info, left)

    def parsed(self, name: str, start: Callable[[str, Attributes], None]) -> None:
        """Calls `start` with the name and the attributes of each element of a part."""
        self.feed(self.parser(start), name)

    def parser(self, start: Callable[[str, Attributes], None]) -> expat.XMLParserType:
        """Reads XML, no entities but the five of its own; `start` hears of each element."""
        made = expat.ParserCreate()
        made.buffer_text = True
        made.StartElementHandler = start
        made.StartDoctypeDeclHandler = self._refuse_doctype
        return made

    def feed(self, parser: expat.XMLParserType, name: str) -> None:
        """Gives a part to a parser that was made here."""
        try:
            for piece in self.pieces(name):
                parser.Parse(piece, False)
            parser.Parse(b"", True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise self._damaged(f"{name} is no XML ({error})") from error

    def pieces(self, name: str) -> Iterator[bytes]:
        """A part's bytes, unpacked piece by piece."""
        yield from self._unpacked(self._archive.getinfo(name))

    def _measured(self, info: zipfile.ZipInfo, most: int) -> int:
        size = tags = 0
        most_tags = MAX_STRING_TAGS if "sharedstrings" in info.filename.lower() else MAX_TAGS
        for piece in self._unpacked(info):
            size += len(piece)
            tags += piece.count(b"<")
            if size > most or tags > most_tags:
                raise self._origin.error(
                    "The workbook is too large",
                    f"unpacked, it has more than {MAX_PART:,} bytes, or {most_tags:,} tags in one part",
                    "Save the sheet that matters as CSV and read that.",
                )
        if size != info.file_size:
            raise self._damaged(f"{info.filename} is not of the size that it says")
        return size

    def _unpacked(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        if info.flag_bits & _LOCKED:
            raise self._origin.error(
                "The workbook is locked by a password",
                "its parts are encrypted",
                "Save it without one and read that.",
            )
        whole = copy.copy(info)
        whole.file_size = _NO_END  # what it says of itself would end the reading
        try:
            with self._archive.open(whole) as part:
                while piece := part.read(_PIECE):
                    yield piece
        except DAMAGES as error:
            raise self._damaged(f"{info.filename} cannot be unpacked ({error})") from error

    def _refuse_doctype(self, *_: object) -> None:
        raise self._damaged("it declares entities, which no spreadsheet program does")

    def _damaged(self, why: str) -> FactcheckError:
        return self._origin.error(
            "The workbook is damaged", why.rstrip("."), "Open it in a spreadsheet program and save it anew."
        )


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def sheet_parts(package: Package) -> Mapping[str, str]:
    """The part that holds each sheet of an XLSX, by the sheet's name, as the library will look for it."""
    targets: dict[str, str] = {}
    parts: dict[str, str] = {}

    def relation(tag: str, attributes: Attributes) -> None:
        if local(tag) == "Relationship":
            target = attributes.get("Target", "")
            target = target[1:] if target.startswith("/") else target
            named = target if target.startswith("xl/") else posixpath.join("xl", target)
            targets[attributes.get("Id", "")] = named

    def sheet(tag: str, attributes: Attributes) -> None:
        if local(tag) == "sheet":
            related = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            if part := targets.get(related):
                parts[attributes.get("name", "")] = part

    known = {name.lower(): name for name in package.names}
    for part, read in (("xl/_rels/workbook.xml.rels", relation), ("xl/workbook.xml", sheet)):
        if part in known:
            package.parsed(known[part], read)
    return {sheet: known[part.lower()] for sheet, part in parts.items() if part.lower() in known}
