"""What the sheets of an old workbook (XLS) would grow to, before a library lets them: two cells at the far
corners of a sheet make it fill all between them, in every sheet at once.

Formats: [MS-CFB] (the file as a small file system) and [MS-XLS] (the records of a workbook).
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator

from factcheck.read.tables.census import MAX_AREA, MAX_CHARACTERS
from factcheck.read.tables.origin import Origin

_END_OF_CHAIN = 0xFFFFFFFA
_SECTORS_IN_HEADER = 109
_SMALL_STREAM = 4096
_CELLS = frozenset(
    {0x06, 0x0206, 0x0406, 0x0203, 0x0204, 0x0205, 0xFD, 0x027E, 0xBD, 0xBE, 0xD6, 0x03, 0x04, 0x05, 0x02}
)
_LISTS_OF_CELLS = frozenset({0xBD, 0xBE})
_TRUTH_OR_ERROR = 0x0205
_FORMULAS = frozenset({0x06, 0x0206, 0x0406})
_SHARED_STRINGS, _CONTINUED, _USES_STRING = 0xFC, 0x3C, 0xFD
_LONGEST = 65_535
_BEGIN_SHEET = frozenset({0x0809, 0x0409, 0x0209, 0x09})


def census_of_records(origin: Origin) -> int:
    """How many cells hold an error. Raises FactcheckError where the file is no workbook, or its sheets are
    more than can be held."""
    with origin.opened() as file:
        data = file.read()
    try:
        stream = _workbook(data)
        area, characters = sum(_areas(stream)), _characters(stream)
    except (struct.error, IndexError, ValueError, OverflowError) as error:
        raise origin.error(
            "The workbook cannot be read",
            f"it is an old Office file without the records of a workbook ({error})",
            "Open it in a spreadsheet program and save it as XLSX.",
        ) from error
    if area > MAX_AREA or characters > MAX_CHARACTERS:
        raise origin.error(
            "The workbook is too large",
            f"its sheets have more than {MAX_AREA:,} cells, or {MAX_CHARACTERS:,} characters",
            "Save the sheet that matters as CSV and read that.",
        )
    return sum(1 for record, start, _ in _records(stream) if _is_error(stream, record, start))


def _is_error(stream: bytes, record: int, start: int) -> bool:
    if record == _TRUTH_OR_ERROR:
        return stream[start + 7 : start + 8] == b"\x01"
    return (
        record in _FORMULAS
        and stream[start + 6 : start + 7] == b"\x02"
        and stream[start + 12 : start + 14] == b"\xff\xff"
    )


def _workbook(data: bytes) -> bytes:
    """The stream of the workbook in the file."""
    sector = 1 << struct.unpack_from("<H", data, 30)[0]
    if sector not in (512, 4096):
        raise ValueError("its sectors have no size that is known")
    table = _allocation(data, sector)
    directory = _chained(data, table, struct.unpack_from("<I", data, 48)[0], sector)
    root_start = struct.unpack_from("<I", directory, 116)[0]
    for at in range(0, len(directory) - 127, 128):
        length = struct.unpack_from("<H", directory, at + 64)[0]
        name = directory[at : at + max(0, length - 2)].decode("utf-16-le", "replace").lower()
        if name in ("workbook", "book"):
            start, size = struct.unpack_from("<II", directory, at + 116)
            if size >= _SMALL_STREAM:
                return _chained(data, table, start, sector)[:size]
            small = _chained(data, table, root_start, sector)
            small_table = _numbers(_chained(data, table, struct.unpack_from("<I", data, 60)[0], sector))
            return _chained(small, small_table, start, 64, first=0)[:size]
    raise ValueError("no stream is called Workbook")


def _allocation(data: bytes, sector: int) -> list[int]:
    """The table that says which sector follows which."""
    parts = list(struct.unpack_from(f"<{_SECTORS_IN_HEADER}I", data, 76))
    more, seen = struct.unpack_from("<I", data, 68)[0], 0
    while more < _END_OF_CHAIN and seen < len(data) // sector:
        listed = _numbers(data[(more + 1) * sector : (more + 2) * sector])
        parts, more, seen = parts + listed[:-1], listed[-1], seen + 1
    table: list[int] = []
    for part in parts:
        if part < _END_OF_CHAIN:
            table += _numbers(data[(part + 1) * sector : (part + 2) * sector])
        if len(table) > 2 * (len(data) // sector) + 1024:
            break
    return table


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))


def _chained(data: bytes, table: list[int], start: int, sector: int, first: int = 1) -> bytes:
    """The bytes of the sectors that follow one another from `start` on."""
    pieces: list[bytes] = []
    at = start
    while at < _END_OF_CHAIN:
        if len(pieces) > len(data) // sector:
            raise ValueError("its sectors go round in a circle")
        pieces.append(data[(at + first) * sector : (at + first + 1) * sector])
        at = table[at]
    return b"".join(pieces)


def _records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """Each record's sort, and where its data begin and end."""
    at = 0
    while at + 4 <= len(stream):
        record, length = struct.unpack_from("<HH", stream, at)
        yield record, at + 4, min(at + 4 + length, len(stream))
        at += 4 + length


def _areas(stream: bytes) -> Iterator[int]:
    """The rectangle around the cells of each sheet."""
    least, most = [1 << 16, 1 << 16], [-1, -1]
    for record, start, end in _records(stream):
        if record in _CELLS and end - start >= 4:
            row, column = struct.unpack_from("<HH", stream, start)
            last = column + max(0, (end - start) // 2 - 3) if record in _LISTS_OF_CELLS else column
            least = [min(least[0], row), min(least[1], column)]
            most = [max(most[0], row), max(most[1], last)]
        elif record in _BEGIN_SHEET and most[0] >= 0:
            yield (most[0] - least[0] + 1) * (most[1] - least[1] + 1)
            least, most = [1 << 16, 1 << 16], [-1, -1]
    if most[0] >= 0:
        yield (most[0] - least[0] + 1) * (most[1] - least[1] + 1)


def _characters(stream: bytes) -> int:
    """The characters of all cells that share strings, a copy for each."""
    uses: Counter[int] = Counter()
    chunks: list[bytes] = []
    before = 0
    for record, start, end in _records(stream):
        if record == _SHARED_STRINGS or (record == _CONTINUED and before == _SHARED_STRINGS):
            chunks.append(stream[start:end])
            record = _SHARED_STRINGS
        elif record == _USES_STRING and end - start >= 10:
            uses[struct.unpack_from("<I", stream, start + 6)[0]] += 1
        before = record
    lengths = list(_lengths(chunks)) if uses else []
    return sum(
        count * (lengths[index] if index < len(lengths) else _LONGEST) for index, count in uses.items()
    )


def _lengths(chunks: list[bytes]) -> Iterator[int]:
    """The length of each shared string; ends where they are no longer understood."""
    strings = _Chunks(chunks)
    try:
        strings.take(8)
        while True:
            (length,) = struct.unpack("<H", strings.take(2))
            flags = strings.take(1)[0]
            runs = struct.unpack("<H", strings.take(2))[0] if flags & 8 else 0
            more = struct.unpack("<I", strings.take(4))[0] if flags & 4 else 0
            strings.pass_characters(length, flags)
            strings.pass_over(4 * runs + more)
            yield length
    except (struct.error, IndexError):
        return


class _Chunks:
    """The data of a record and those that continue it, as one."""

    def __init__(self, chunks: list[bytes]) -> None:
        self._chunks = chunks
        self._chunk = self._at = 0

    def take(self, count: int) -> bytes:
        taken = b""
        while len(taken) < count:
            piece = self._chunks[self._chunk][self._at : self._at + count - len(taken)]
            taken += piece
            self._at += len(piece)
            if len(taken) < count:
                self._chunk, self._at = self._chunk + 1, 0
        return taken

    def pass_characters(self, count: int, flags: int) -> None:
        """One or two bytes a character; where they go on in the next chunk, it says anew which."""
        while count:
            width = 2 if flags & 1 else 1
            here = min(count, (len(self._chunks[self._chunk]) - self._at) // width)
            self._at += here * width
            count -= here
            if count:
                self._chunk, self._at = self._chunk + 1, 1
                flags = self._chunks[self._chunk][0]

    def pass_over(self, count: int) -> None:
        while count:
            here = min(count, len(self._chunks[self._chunk]) - self._at)
            self._at += here
            count -= here
            if count:
                self._chunk, self._at = self._chunk + 1, 0
