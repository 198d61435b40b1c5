"""The members of a ZIP archive: taken out one at a time, within bounds, whatever its directory claims."""

from __future__ import annotations

import io
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import IO

from factcheck.core.document import Hole, Member
from factcheck.errors import FactcheckError
from factcheck.read.members import safe_path
from factcheck.read.zip_damage import DAMAGES

MAX_ENTRIES = 50_000
"""Entries of the directory of one archive, read at most."""

MAX_MEMBER = 100_000_000
"""Bytes of one member: the largest source that is read."""

MAX_RATIO = 400
FREE_OF_RATIO = 20_000_000
"""A member that is longer than this must not be more than MAX_RATIO times as long as it was packed."""

_BLOCK = 1_048_576
_DIRECTORY_ENTRY = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others unpack without a bound of memory
_ENCRYPTED = 0x1
_UTF8 = 0x800


def members(data: bytes, name: str) -> Iterator[Member]:
    """Every file in the archive, in the order of its directory; folders are left out.

    A member that is encrypted, damaged, too large, packed beyond reason, a link, or packed by an unknown
    method comes without data and says why. Two of one name are told apart by a number. Raises FactcheckError
    where the archive itself cannot be opened.
    """
    with _opened(data, name) as archive:
        seen: Counter[str] = Counter()
        for number, entry in enumerate(archive.infolist(), 1):
            if entry.is_dir():
                continue
            path = safe_path(_decoded(entry)) or f"member {number}"
            seen[path] += 1
            if seen[path] > 1:
                path = f"{path} ({seen[path]})"
            yield _member(archive, entry, path)


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    if data.count(_DIRECTORY_ENTRY) > MAX_ENTRIES:
        raise FactcheckError(
            "The archive holds too many files",
            f"{name}: more than {MAX_ENTRIES:,}.",
            "Unpack it and add its folders one by one.",
        )
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except DAMAGES as error:
        raise FactcheckError(
            "The archive is damaged",
            f"{name}: {error}.",
            "Get it again; if it is one part of several, join them first.",
        ) from error


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: str) -> Member:
    if stat.S_ISLNK(entry.external_attr >> 16):
        return _unread(path, "link", "it is a link, not a file")
    if entry.flag_bits & _ENCRYPTED:
        return _unread(path, "encrypted", "it is encrypted; unpack it with its password and add it")
    if entry.compress_type not in _METHODS:
        return _unread(path, "packing-method", f"it is packed by method {entry.compress_type}; unpack it")
    if entry.file_size > MAX_MEMBER:
        return _unread(path, "too-large", f"it says that it has {entry.file_size:,} bytes")
    try:
        with archive.open(entry) as file:
            taken = _taken(file, entry.compress_size)
    except DAMAGES as error:
        return _unread(path, "damaged", f"it cannot be unpacked: {error}")
    return Member(path, taken) if isinstance(taken, bytes) else _unread(path, *taken)


def _taken(file: IO[bytes], packed: int) -> bytes | tuple[str, str]:
    """The unpacked bytes, or what is wrong with them; never more than the bounds are held in memory."""
    blocks: list[bytes] = []
    length = 0
    while block := file.read(_BLOCK):
        blocks.append(block)
        length += len(block)
        if length > MAX_MEMBER:
            return "too-large", f"it has more than {MAX_MEMBER:,} bytes"
        if length > FREE_OF_RATIO and length > MAX_RATIO * packed:
            return "zip-bomb", f"it grows to more than {MAX_RATIO} times its packed size"
    return b"".join(blocks)


def _unread(path: str, what: str, why: str) -> Member:
    return Member(path, None, Hole(what, f"{path}: {why}"))


def _decoded(entry: zipfile.ZipInfo) -> str:
    """The entry's name; one that is UTF-8 without saying so is read as that."""
    if entry.flag_bits & _UTF8:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename
