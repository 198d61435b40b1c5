"""The parts of an Office package (ECMA-376 part 2): taken out of its ZIP within bounds, parsed without
entities, document types or network."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from factcheck.errors import FactcheckError
from factcheck.read.zip_damage import DAMAGES

MAX_ENTRIES = 20_000
"""Entries of the package's directory."""

MAX_PART = 40_000_000
"""Bytes of one part, unpacked: some ten thousand pages of text; its tree costs ten times as much memory."""

MAX_TOTAL = 80_000_000
MAX_TAGS = 6_000_000
"""Tags of one part, those that end an element counted: what its tree costs goes by these."""

_DIRECTORY_ENTRY = b"PK\x01\x02"
_DOCUMENT_TYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Those that a package may use; others unpack without a bound of memory."""


def local_name(element: Any) -> str:
    """An element's name without its namespace: the two of WordprocessingML are read alike."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Any, name: str) -> str:
    """The value of an attribute by its local name; "" where there is none."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


class Package:
    """A package's parts by name ("word/document.xml"). Raises FactcheckError where it cannot be opened."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._left = MAX_TOTAL
        if data.count(_DIRECTORY_ENTRY) > MAX_ENTRIES:
            raise self._refused("holds too many parts", f"more than {MAX_ENTRIES:,}")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._names = {info.filename.lower(): info for info in self._archive.infolist()}
        except DAMAGES as error:
            raise self._refused("is damaged", str(error)) from error

    def part(self, name: str) -> bytes | None:
        """The bytes of a part; None where there is none. Raises FactcheckError where it is too large."""
        info = self._names.get(name.lower())
        if info is None:
            return None
        if info.compress_type not in _METHODS:
            raise self._refused("is damaged", f"{name} is packed by method {info.compress_type}")
        limit = min(MAX_PART, self._left)
        try:
            with self._archive.open(info) as file:
                data = file.read(limit + 1)
        except DAMAGES as error:
            raise self._refused("is damaged", f"{name} cannot be unpacked: {error}") from error
        if len(data) > limit:
            raise self._refused("is too large", f"{name} unpacks to more than {limit:,} bytes")
        self._left -= len(data)
        return data

    def xml(self, name: str) -> Any:
        """The root element of a part, without comments and instructions; None where there is no such part.
        Raises FactcheckError where it is no well-formed XML or has a document type."""
        from lxml import etree

        data = self.part(name)
        if data is None:
            return None
        if _DOCUMENT_TYPE.search(data[:8192].replace(b"\0", b"")):
            raise self._refused(
                "defines entities", f"{name} has a document type, which no Office program writes"
            )
        if data.count(b"<") > MAX_TAGS:
            raise self._refused("is too large", f"{name} has more than {MAX_TAGS:,} tags")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._refused("is damaged", f"{name} is no well-formed XML: {error}") from error
        if root.getroottree().docinfo.doctype:
            raise self._refused(
                "defines entities", f"{name} has a document type, which no Office program writes"
            )
        return root

    def relations(self, name: str) -> Mapping[str, str]:
        """Of a part ("" for the package) the parts it names: the last word of each relation's type and the
        part, the first of several; those outside the package are left out."""
        folder, base = posixpath.split(name)
        found: dict[str, str] = {}
        for relation in self._relation_elements(posixpath.join(folder, "_rels", f"{base}.rels")):
            sort = relation.get("Type", "").rpartition("/")[2]
            if relation.get("TargetMode") != "External":
                target = posixpath.join("/", folder, unquote(relation.get("Target", "")))
                found.setdefault(sort, posixpath.normpath(target).lstrip("/"))
        return found

    def related(self, name: str, sorts: frozenset[str]) -> list[str]:
        """All parts that a part names by relations of these sorts, in order."""
        folder, base = posixpath.split(name)
        return [
            posixpath.normpath(posixpath.join("/", folder, unquote(relation.get("Target", "")))).lstrip("/")
            for relation in self._relation_elements(posixpath.join(folder, "_rels", f"{base}.rels"))
            if relation.get("Type", "").rpartition("/")[2] in sorts
            and relation.get("TargetMode") != "External"
        ]

    def _relation_elements(self, name: str) -> list[Any]:
        root = self.xml(name)
        return [] if root is None else [one for one in root if isinstance(one.tag, str)]

    def _refused(self, how: str, detail: str) -> FactcheckError:
        return FactcheckError(
            title=f"The document {how}",
            detail=f"{self.name}: {detail}.",
            hint="Open it in its own program, save it as plain text (.txt, UTF-8) and read that.",
        )
