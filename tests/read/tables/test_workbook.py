"""Workbooks as rows: dates and numbers as text, sheets chosen and named, what does not show said."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from factcheck.errors import FactcheckError
from tests.read.tables.reading import cells, opened
from tests.read.tables.spreadsheets import changed, ods, ods_row, saved, sheet_of, xls, xlsx

DAY = datetime.date(2016, 9, 8)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (DAY, "2016-09-08"),
        (datetime.datetime(2016, 9, 8, 14, 30), "2016-09-08T14:30:00"),
        (datetime.datetime(2016, 9, 8), "2016-09-08"),
        (datetime.time(14, 30), "14:30:00"),
        (datetime.timedelta(hours=26, minutes=5), "26:05:00"),
        (3, "3"),
        (3.0, "3"),
        (0.1 + 0.2, "0.3"),
        (1234567.891, "1234567.891"),
        (-0.5, "-0.5"),
        (1e21, "1E+21"),
        (True, "TRUE"),
        ("007", "007"),
        ("=x", "=x"),
        ("a\nb\tc", "a\nb\tc"),
        (" José ", " José "),
    ],
)
@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904], ids=["1900", "1904"])
def test_values_as_cells(value: object, cell: str, epoch: datetime.datetime | None) -> None:
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    book.active.append(["name", "it"])
    book.active.append(["x", value])
    if isinstance(value, str) and value.startswith("="):
        book.active["B2"].data_type = "s"
    assert cells(saved(book), "x.xlsx", header=True) == [("x", cell)]


def test_rows_have_the_numbers_of_the_sheet() -> None:
    book = openpyxl.Workbook()
    for cell, value in (("B3", "who"), ("C3", "n"), ("B4", "Ann"), ("C4", 1), ("B7", "Bob"), ("C7", 2)):
        book.active[cell] = value
    table, rows, told = opened(saved(book), "x.xlsx")
    assert (table.columns, table.unit, told) == (("who", "n"), "row", [])
    assert [(row.number, row.sheet_row, row.cells) for row in rows] == [
        (4, 4, ("Ann", "1")),
        (7, 7, ("Bob", "2")),
    ]
    assert opened(saved(book), "x.xlsx", header=False)[0].columns == ("B", "C")


def test_the_first_sheet_that_is_seen_and_filled_is_taken() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(xlsx(Secret=[["x", "y"], [1, 2]], Empty=[], Log=[["a", "b"], [3, 4]]))
    )
    book["Secret"].sheet_state = "hidden"
    table, rows, _ = opened(saved(book), "x.xlsx")
    assert (table.sheet, table.sheets) == ("Log", ("Secret", "Empty", "Log"))
    assert [row.cells for row in rows] == [("3", "4")]
    table, rows, _ = opened(saved(book), "x.xlsx", sheet="Secret")
    assert table.notes[0] == "The sheet “Secret” is hidden in the workbook."
    for sheet, said in (("None", "no sheet “None”"), ("Empty", "The sheet is empty")):
        with pytest.raises(FactcheckError, match=said):
            opened(saved(book), "x.xlsx", sheet=sheet)


def test_errors_are_kept_and_formulas_without_a_value_are_said() -> None:
    def word(text: str) -> str:
        return f'<c t="inlineStr"><is><t>{text}</t></is></c>'

    data = sheet_of(
        f'<row r="1">{word("who")}{word("n")}</row>'
        f'<row r="2">{word("Ann")}<c r="B2" t="e"><v>#REF!</v></c></row>'
        f'<row r="3">{word("Bob")}<c r="B3"><f>1+1</f><v>2</v></c></row>'
        f'<row r="4">{word("Cy")}<c r="B4"><f>1+1</f></c></row>'
        f'<row r="5" hidden="1">{word("Di")}<c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    table, rows, _ = opened(data, "x.xlsx")
    assert [row.cells for row in rows] == [("Ann", "#REF!"), ("Bob", "2"), ("Cy", ""), ("Di", "#DIV/0!")]
    assert any(note.startswith("1 formulas have no value") for note in table.notes)
    assert any(note.startswith("1 rows are hidden") for note in table.notes)


def test_merged_cells_titles_and_links_are_said() -> None:
    book = openpyxl.Workbook()
    for row in (["Register of calls", None, None], ["who", "when", "n"], ["Ann", DAY, 1], ["Bob", None, 2]):
        book.active.append(row)
    book.active.merge_cells("A1:C1")
    book.active.merge_cells("B3:B4")
    book.active["A3"].hyperlink = "https://example.gov/ann"
    table, rows, _ = opened(saved(book), "x.xlsx")
    assert table.columns == ("who", "when", "n")
    assert [row.cells for row in rows] == [("Ann", "2016-09-08", "1"), ("Bob", "", "2")]
    assert [note[:20] for note in table.notes] == [
        "2 blocks of cells ar",
        "1 cells have an addr",
        "Row 1 is above the t",
        "Row 2 is taken for t",
    ]


def test_cells_beyond_the_header_are_told() -> None:
    rows: list[Any] = [["a", "b"], *([1, 2] for _ in range(250)), [1, 2, 3]]
    _, read, told = opened(xlsx(Log=rows), "x.xlsx")
    assert len(read) == 250
    assert told == ["row 252: it has cells beyond the columns that the header names (2)."]


def test_other_workbooks() -> None:
    table, rows, _ = opened(
        xls({"Log": {(0, 0): "who", (0, 1): "n", (2, 0): "Ann", (2, 1): 0.25}, "Two": {(0, 0): "x"}}), "x.xls"
    )
    assert (table.sheets, table.columns) == (("Log", "Two"), ("who", "n"))
    assert [(row.number, row.cells) for row in rows] == [(3, ("Ann", "0.25"))]
    date = '<table:table-cell office:value-type="date" office:date-value="2016-09-08T14:30:00"/>'
    error = (
        '<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"'
        ' xmlns:calcext="urn:x"><text:p>#DIV/0!</text:p></table:table-cell>'
    )
    table, rows, _ = opened(
        ods(
            ods_row("when", "n")
            + f"<table:table-row>{date}{error}</table:table-row>"
            + ods_row("x", "y", repeated=2)
        ),
        "x.ods",
    )
    assert [row.cells for row in rows] == [("2016-09-08T14:30:00", ""), ("x", "y"), ("x", "y")]
    assert table.notes[0] == "1 cells of the workbook hold errors; they are empty here."


def test_the_name_does_not_matter() -> None:
    assert cells(xlsx(Log=[["a", "b"], [1, 2]]), "x.csv") == [("1", "2")]


LOG = xlsx(Log=[["a", "b"], [1, 2]])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (LOG[:-30], "damaged"),
        (LOG[: len(LOG) // 2], "damaged"),
        (changed(LOG, {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row>"}), "is no XML"),
        (changed(LOG, {"xl/worksheets/sheet1.xml": b"<a r='" + bytes(20) + b"'/>"}), "is no XML"),
        (changed(LOG, {"xl/workbook.xml": b"<workbook/>"}), "all its sheets are empty"),
        (changed(LOG, {"xl/_rels/workbook.xml.rels": b"<Relationships/>"}), "workbook"),
        (xlsx(Empty=[]), "all its sheets are empty"),
        (b"PK\x03\x04" + bytes(40), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Office file"),
        (xls({"Log": {(0, 0): "a"}})[:700], "workbook"),
    ],
)
def test_a_broken_workbook_is_refused_in_words(data: bytes, said: str) -> None:
    with pytest.raises(FactcheckError) as refused:
        opened(data, "x.xlsx")
    assert said in str(refused.value)


def test_another_archive_is_no_workbook() -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("notes.txt", "x")
    with pytest.raises(FactcheckError, match="no workbook that is read here"):
        opened(kept.getvalue(), "x.xlsx")
