"""Tables as Documents: the text as it is, a name for every cell, a hole for every row that cannot be read."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.anchors import anchor_in, cite_place
from factcheck.core.document import Document
from factcheck.core.mapping import document_from_map, map_json, original_text
from factcheck.read.door import read_bytes
from factcheck.read.tables import naming
from factcheck.read.tables.header import letters
from tests.read.tables.reading import opened
from tests.read.tables.spreadsheets import xlsx

LOG = 'who,said,date\nAnn,"No, never\never",2016-09-08\nBob,"""Yes""",2016-09-09\n'


def named(document: Document) -> dict[str, str]:
    """The stretch of text that each name covers, to the next mark."""
    ends = [*(mark.start for mark in document.marks[1:]), len(document.text)]
    return {
        mark.place.cell or f"line {mark.place.line}": document.text[mark.start : end]
        for mark, end in zip(document.marks, ends, strict=True)
    }


def test_each_cell_has_the_name_that_a_sheet_gives_it() -> None:
    document = read_bytes(LOG.encode(), "log.csv")
    assert (document.kind, document.reader, document.text, document.holes) == (
        "table",
        "delimited/1",
        LOG,
        (),
    )
    assert named(document) == {
        "A1": "who,", "B1": "said,", "C1": "date\n",
        "A2": "Ann,", "B2": '"No, never\never",', "C2": "2016-09-08\n",
        "A3": "Bob,", "B3": '"""Yes""",', "C3": "2016-09-09\n",
    }  # fmt: skip
    at = document.text.index("never")
    anchor = anchor_in(document.text, document, "D1", at, at + 5)
    assert cite_place(anchor.place, anchor.place_end) == "B2"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_original_can_be_given_back(encoding: str, newline: str) -> None:
    text = LOG.replace("Bob", "José à Besançon").replace("\n", newline)
    document = read_bytes(text.encode(encoding), "log.csv")
    assert original_text(document).removeprefix("\ufeff") == text
    assert named(document)["A3"] == "José à Besançon,"
    assert (
        document_from_map(
            document.name,
            document.kind,
            sha256=document.sha256,
            size=document.size,
            text=document.text,
            map_text=map_json(document),
        )
        == document
    )


def test_blank_lines_and_the_line_that_names_the_delimiter() -> None:
    document = read_bytes(b"sep=;\nwho;n\n\nAnn;1\nBob;2\n", "log.csv")
    assert list(named(document)) == ["A1", "B1", "A3", "B3", "A4", "B4"]
    assert document.place_at(0).cell is None


def test_rows_that_cannot_be_read_are_holes() -> None:
    document = read_bytes(b'a,b,c\n1,2,3\n4,5\n6,"7"8,9\n1,2,3\n1,2,3\n1,2,3\n1,"2\n3\n', "log.csv")
    assert [(hole.what, hole.where, hole.count) for hole in document.holes] == [
        ("unreadable-row", "line 3: it has fewer cells than there are columns (2, not 3)", 1),
        ("unreadable-row", "line 4: its cells cannot be told apart (',' expected after '\"')", 1),
        ("unreadable-row", "lines 8 to 10: a quotation mark opens a cell and nothing closes it", 1),
    ]
    assert named(document)["A4:C4"] == '6,"7"8,9\n'
    assert named(document)["A8:C8"] == '1,"2\n3\n'


def test_only_so_many_are_told_one_by_one() -> None:
    document = read_bytes(b"a,b\n" + b"1,2\n" * 400 + b"1\n" * 80, "log.csv")
    assert [hole.count for hole in document.holes] == [*([1] * naming.MOST_TOLD), 80 - naming.MOST_TOLD]


def test_large_tables_have_rows_for_names_and_then_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.read.tables.delimited_text.MAX_CELL_NAMES", 10)
    document = read_bytes(LOG.encode() * 2, "log.csv")
    assert list(named(document)) == [f"A{row}:C{row}" for row in range(1, 7)]
    monkeypatch.setattr(naming, "MAX_NAMES", 3)
    document = read_bytes(LOG.encode() * 2, "log.csv")
    assert [mark.place.cell for mark in document.marks] == ["A1:C1", "A2:C2", "A3:C3", None]
    assert [(hole.what, hole.count) for hole in document.holes] == [("cell-names", 3)]


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=5) | st.sampled_from(
    ['"', ",", "\n", "a\r\nb", " ", 'x"y', "\u2028"]
)


@given(
    st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=6), st.sampled_from(["\n", "\r\n"])
)
def test_every_cell_is_where_its_name_says(rows: list[list[str]], newline: str) -> None:
    kept = io.StringIO(newline="")
    csv.writer(kept, lineterminator=newline).writerows([["one", "two"], *rows])
    document = read_bytes(kept.getvalue().encode(), "log.csv", kind="table")
    text = document.text
    expected = {
        f"{letters(column)}{row}": cell
        for row, cells in enumerate(csv.reader(io.StringIO(text)), 1)
        if any(cell.strip() for cell in cells)
        for column, cell in enumerate(cells)
    }
    assert {name: first_cell(stretch) for name, stretch in named(document).items()} == expected


def first_cell(stretch: str) -> str:
    """The cell that a stretch begins with; behind it is what divides it from the next, and blank rows."""
    return next(iter(next(csv.reader(io.StringIO(stretch, newline="")), [])), "")


@given(st.text(st.sampled_from('ab,"\n'), max_size=40))
def test_the_rows_of_a_document_are_those_of_the_stream(text: str) -> None:
    data = f"one,two\n{text}".encode()
    document = read_bytes(data, "log.csv", kind="table")
    _, rows, told = opened(data, header=True)
    names = [mark.place.cell for mark in document.marks if mark.place.cell]
    whole = {int(name[1:]) for name in names if name.startswith("A") and ":" not in name}
    assert {row.sheet_row for row in rows} <= whole
    broken = [why for why in told if "told apart" in why or "nothing closes" in why]
    assert len([name for name in names if ":" in name]) == len(broken)


def test_json_lines_are_named_by_their_lines() -> None:
    text = '{"a": 1}\n\n{"a": }\n{"a": 2, "a": 3}\n{"a": 4}'
    document = read_bytes(text.encode(), "x.jsonl")
    assert (document.kind, document.text) == ("table", text)
    assert [(mark.start, mark.place.line) for mark in document.marks] == [
        (0, "1"),
        (10, "3"),
        (18, "4"),
        (35, "5"),
    ]
    assert [hole.where.split(":")[0] for hole in document.holes] == ["line 3", "line 4"]


def test_the_items_of_a_list_are_named() -> None:
    rows = [{"who": "José", "n": 1}, {"who": "Ann", "n": 2}]
    text = json.dumps({"rows": rows}, indent=1, ensure_ascii=False).replace("\n", "\r\n")
    document = read_bytes(text.encode(), "x.json")
    assert original_text(document) == text
    decoder = json.JSONDecoder()
    assert [decoder.raw_decode(stretch)[0] for stretch in named(document).values()] == rows
    assert list(named(document)) == ["rows 1", "rows 2"]
    document = read_bytes(b'[{"a": 1}, {"a": 2', "x.json")
    assert document.holes[0].where.startswith("behind item 1: it is no JSON")


def test_other_json_is_a_text() -> None:
    document = read_bytes(b'{"headline": "No table"}', "x.json")
    assert (document.reader, document.text) == ("text/1", '{"headline": "No table"}')


def test_a_workbook_is_its_sheets() -> None:
    data = xlsx(
        Log=[["who", "n"], ["Ann", 1], [None, None], ["a\r\nb", None]],
        **{"My sheet": [[None, "x"]]},
        A1=[["y"]],
    )
    document = read_bytes(data, "log.xlsx")
    assert document.text == "Log\nwho\tn\nAnn\t1\na\nb\n\nMy sheet\nx\n\nA1\ny\n"
    assert (document.kind, document.encoding, document.holes) == ("table", None, ())
    assert named(document) == {
        "Log": "Log\n", "Log!A1": "who\t", "Log!B1": "n\n", "Log!A2": "Ann\t", "Log!B2": "1\n",
        "Log!A4": "a\nb\n\n", "'My sheet'": "My sheet\n", "'My sheet'!B1": "x\n\n",
        "'A1'": "A1\n", "'A1'!A1": "y\n",
    }  # fmt: skip


def test_a_large_workbook_has_rows_for_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.read.tables.workbook_text.MAX_CELL_NAMES", 4)
    document = read_bytes(xlsx(Log=[[1, 2]] * 4), "log.xlsx")
    assert [mark.place.cell for mark in document.marks] == [
        "Log", "Log!A1", "Log!B1", "Log!A2", "Log!B2", "Log!A3:B3", "Log!A4:B4",
    ]  # fmt: skip
