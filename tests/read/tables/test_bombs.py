"""Small files that would become large: refused in words, within a second or two and little memory."""

from __future__ import annotations

import io
import json
import struct
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from factcheck.errors import FactcheckError
from factcheck.read.door import read_bytes
from factcheck.read.tables import package
from tests.read.tables.reading import opened
from tests.read.tables.spreadsheets import changed, ods, ods_row, sheet_of, xls, xlsx

TEXT = '<table:table-cell office:value-type="string"><text:p>a{}</text:p></table:table-cell>'


def far_corners() -> bytes:
    return sheet_of(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    )


def corner_in_a_comment_of_quotes() -> bytes:
    return sheet_of(
        '<row r="1"><c r="A1"><v>1</v></c></row><row><c foo=">" r="XFD1048576"><v>2</v></c></row>'
    )


def one_string_a_million_times() -> bytes:
    row = "".join(f'<c t="s" r="{chr(65 + n)}{{0}}"><v>0</v></c>' for n in range(20))
    data = sheet_of("".join(f'<row r="{n}">{row.format(n)}</row>' for n in range(1, 1_001)))
    return changed(data, {"xl/sharedStrings.xml": b"<sst><si><t>" + b"x" * 1_000_000 + b"</t></si></sst>"})


def strings_without_end() -> bytes:
    return changed(xlsx(Log=[["a"]]), {"xl/sharedStrings.xml": b"<sst>" + b"<si/>" * 17_000_000 + b"</sst>"})


def laughing_entities() -> bytes:
    declared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return changed(xlsx(Log=[["a"]]), {"xl/worksheets/sheet1.xml": f"{declared}<worksheet/>".encode()})


def a_size_that_lies() -> bytes:
    data = bytearray(
        changed(xlsx(Log=[["a"]]), {"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * 5_000_000})
    )
    at = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    data[at + 24 : at + 28] = struct.pack("<I", 11)
    return bytes(data)


def two_parts_of_one_name() -> bytes:
    kept = io.BytesIO(xlsx(Log=[["a"]]))
    with zipfile.ZipFile(kept, "a") as archive:
        archive.writestr("XL/worksheets/Sheet1.xml", "<worksheet/>")
    return kept.getvalue()


def repeated_rows() -> bytes:
    return ods(ods_row("a", repeated=100_000_000))


def repeated_long_rows() -> bytes:
    return ods(ods_row("a" * 100_000, repeated=1_000_000))


def repeated_columns() -> bytes:
    empty = '<table:table-cell table:number-columns-repeated="99999999999"/>'
    return ods(f"<table:table-row>{empty}{TEXT.format('')}</table:table-row>")


def repeated_spaces() -> bytes:
    return ods("<table:table-row>" + TEXT.format('<text:s text:c="9999999999"/>') + "</table:table-row>")


def corners_of_old_sheets() -> bytes:
    return xls({f"S{number}": {(0, 0): "a", (65_535, 255): "b"} for number in range(4)})


def one_string_in_old_cells() -> bytes:
    return xls({"S": {(row, column): "a" for row in range(300) for column in range(20)}}, repeats=60_000)


@pytest.mark.parametrize(
    "bomb",
    [
        far_corners, corner_in_a_comment_of_quotes, one_string_a_million_times, strings_without_end,
        laughing_entities, a_size_that_lies, two_parts_of_one_name, repeated_rows, repeated_long_rows,
        repeated_columns, repeated_spaces, corners_of_old_sheets, one_string_in_old_cells,
    ],
)  # fmt: skip
def test_it_does_not_go_off(bomb: Callable[[], bytes]) -> None:
    data = bomb()
    with pytest.raises(FactcheckError) as refused:
        opened(data, "x.xlsx")
    assert refused.value.hint
    with pytest.raises(FactcheckError):
        read_bytes(data, "x.xlsx")


def test_a_part_that_unpacks_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PART", 5_000_000)
    data = changed(xlsx(Log=[["a"]]), {"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * 6_000_000})
    with pytest.raises(FactcheckError, match="too large"):
        opened(data, "x.xlsx")


def test_a_wide_sheet_with_little_in_it_is_read() -> None:
    rows = sheet_of(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>'
    )
    with pytest.raises(FactcheckError, match="scattered"):
        opened(rows, "x.xlsx")
    rows = sheet_of(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="200000"><c r="A200000"><v>2</v></c></row>'
    )
    assert [row.number for row in opened(rows, "x.xlsx", header=False)[1]] == [1, 200_000]


def test_many_names_make_no_table() -> None:
    text = "\n".join(json.dumps({f"n{line}_{name}": 1 for name in range(100)}) for line in range(200))
    with pytest.raises(FactcheckError, match="make no table"):
        opened(text, "x.jsonl")


@pytest.mark.parametrize("cell", [",", '"",', "\n", ",\n"])
def test_endless_cells_and_rows_are_bounded(cell: str) -> None:
    data = b"a,b\n1,2\n" + cell.encode() * 400_000
    tracemalloc.start()
    document = read_bytes(data, "x.csv")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(document.marks) < 20_000
    assert peak < 20 * len(data)
