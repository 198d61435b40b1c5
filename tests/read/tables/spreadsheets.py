"""Workbooks for the tests: XLSX by a library, ODS and XLS by hand, since no library here writes them."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

import openpyxl


def xlsx(**sheets: Sequence[Sequence[Any]]) -> bytes:
    """A workbook with these sheets, each of rows of values."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def changed(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """An archive with some of its parts exchanged, or added."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return kept.getvalue()


def sheet_of(xml: str) -> bytes:
    """A workbook whose one sheet has these rows, as the XML that they are."""
    part = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{xml}</sheetData></worksheet>"
    )
    return changed(xlsx(Log=[["a"]]), {"xl/worksheets/sheet1.xml": part.encode()})


def ods(rows: str) -> bytes:
    """A workbook in the OpenDocument format whose one sheet has these rows, as the XML that they are."""
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="Log">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest:manifest/>")
    return kept.getvalue()


def ods_row(*cells: str, repeated: int = 1) -> str:
    written = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
        for cell in cells
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{written}</table:table-row>'


def xls(sheets: Mapping[str, Mapping[tuple[int, int], str | float]], repeats: int = 1) -> bytes:
    """An old workbook (BIFF8) whose sheets have these cells, by row and column from 0; `repeats` makes each
    shared string so many times as long."""
    strings = sorted(
        {value for cells in sheets.values() for value in cells.values() if isinstance(value, str)}
    )
    bodies = [_xls_sheet(cells, strings) for cells in sheets.values()]
    sst = _record(0xFC, struct.pack("<II", len(strings), len(strings)) + b"".join(
        struct.pack("<HB", len(text) * repeats, 0) + (text * repeats).encode("latin-1") for text in strings
    ))  # fmt: skip
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    named = sum(4 + 8 + 2 * len(name) for name in sheets)
    at = len(begin) + named + len(sst) + 4
    listed = b""
    for name, body in zip(sheets, bodies, strict=True):
        listed += _record(0x85, struct.pack("<IHBB", at, 0, len(name), 1) + name.encode("utf-16-le"))
        at += len(body)
    return _compound(begin + listed + sst + _record(0x0A, b"") + b"".join(bodies))


def _xls_sheet(cells: Mapping[tuple[int, int], str | float], strings: Sequence[str]) -> bytes:
    body = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for (row, column), value in sorted(cells.items()):
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(value, str):
            body += _record(0xFD, place + struct.pack("<I", strings.index(value)))
        else:
            body += _record(0x0203, place + struct.pack("<d", value))
    return body + _record(0x0A, b"")


def _record(sort: int, data: bytes) -> bytes:
    return struct.pack("<HH", sort, len(data)) + data


def _compound(stream: bytes) -> bytes:
    """The file around one stream called Workbook ([MS-CFB], sectors of 512 bytes)."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    tables = -(-(sectors + 1 + sectors // 127 + 1) // 128)
    chain = [*range(1, sectors), 0xFFFFFFFE, 0xFFFFFFFE, *([0xFFFFFFFD] * tables)]
    chain += [0xFFFFFFFF] * (tables * 128 - len(chain))
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
        + struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, sectors, 0, 4096, 0xFFFFFFFE, 0,
                      0xFFFFFFFE, 0)
        + struct.pack("<109I", *range(sectors + 1, sectors + 1 + tables), *([0xFFFFFFFF] * (109 - tables)))
    )  # fmt: skip
    directory = _entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + _entry("Workbook", 2, 0xFFFFFFFF, 0, len(stream))
    return header + stream + directory.ljust(512, b"\0") + struct.pack(f"<{len(chain)}I", *chain)


def _entry(name: str, sort: int, child: int, start: int, size: int) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(written), sort, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
        + bytes(36)
        + struct.pack("<III", start, size, 0)
    )
