"""CSV and its relatives as rows: the cells that a CSV reader gives, and each row that cannot be read told."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.read.tables.characters import MAX_LINE
from factcheck.read.tables.door import open_table
from tests.read.tables.reading import cells, opened

HEAD = "id,title,date\n"


@pytest.mark.parametrize(
    ("text", "name", "delimiter", "expected"),
    [
        ("a,b\n1,2\n", "x.csv", ",", [("1", "2")]),
        ("a;b\n1,5;2,5\n3,5;4,5\n", "x.csv", ";", [("1,5", "2,5"), ("3,5", "4,5")]),
        ("1,5;2,5;x\n3,5;4,5;y\n", "x.csv", ";", [("1,5", "2,5", "x"), ("3,5", "4,5", "y")]),
        ("id,who\n1,Ann; Bob\n2,Cy; Di\n", "x.csv", ",", [("1", "Ann; Bob"), ("2", "Cy; Di")]),
        ("a|b\n1|x, y\n", "x.csv", "|", [("1", "x, y")]),
        ("a\tb\n1\tx, y\n", "x.tsv", "\t", [("1", "x, y")]),
        ("a\tb\n1\tx, y\n", "x.csv", "\t", [("1", "x, y")]),
        ('a;b\n"1;2";"x,y"\n', "x.csv", ";", [("1;2", "x,y")]),
        ("sep=;\na;b\n1;2\n", "x.csv", ";", [("1", "2")]),
        ("sep=|\r\na|b\r\n1|2\r\n", "x.csv", "|", [("1", "2")]),
        ('who\tsaid\nAnn\t"No\nBob\t"Never" was his word\n', "x.tsv", "\t",
         [("Ann", '"No'), ("Bob", '"Never" was his word')]),
        ('who\tsaid\nAnn\t"a\tb ""c"""\n', "x.tsv", "\t", [("Ann", 'a\tb "c"')]),
    ],
)  # fmt: skip
def test_what_divides_the_cells(
    text: str, name: str, delimiter: str, expected: list[tuple[str, ...]]
) -> None:
    table, rows, told = opened(text, name)
    assert table.delimiter == delimiter
    assert [row.cells for row in rows] == expected
    assert told == []


def test_the_person_decides_what_divides() -> None:
    assert cells("a;b,c\n1;2,3\n", delimiter=",", header=True) == [("1;2", "3")]
    for wrong in ("", "ab", '"', "\n"):
        with pytest.raises(FactcheckError) as refused:
            opened("a,b\n1,2\n", delimiter=wrong)
        assert refused.value.exit_code == 2


def test_what_was_found_out_is_said() -> None:
    table, _, _ = opened("Register of calls\n\nid;title;date\n1;Call;2016-09-08\n")
    assert table.notes == (
        "Cells are divided by semicolons.",
        "Line 1 is above the table: “Register of calls”.",
        "Line 3 is taken for the names of the columns.",
    )
    assert opened("a,b\n1,2\n", header=True, delimiter=",")[0].notes == ()


def test_rows_have_the_numbers_of_their_lines_and_of_a_sheet() -> None:
    _, rows, _ = opened('sep=,\nid,title\n\n1,"two\nlines"\n2,x\n')
    assert [(row.number, row.sheet_row, row.cells[0]) for row in rows] == [(4, 3, "1"), (6, 4, "2")]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("9,Call", "line 3: it has fewer cells than there are columns (2, not 3)."),
        ("9,Call,2016,x", "line 3: it has more cells than there are columns (4, not 3)."),
        ('9,"Call"s,2016', "line 3: its cells cannot be told apart (',' expected after '\"')."),
        ("9,Ca\0ll,2016", "line 3: it holds a NUL character, which no text has."),
        ('9,"Ca\n\nll,2016"', "lines 3 to 5: it has fewer cells than there are columns (2, not 3)."),
    ],
)
def test_a_row_that_cannot_be_read_is_told_in_its_place(row: str, told: str) -> None:
    _, rows, said = opened(f"{HEAD}1,Before,2016\n{row}\n2,After,2017\n")
    assert [row.cells[1] for row in rows] == ["Before", "After"]
    assert said == [told]


def test_errors_stand_between_the_rows() -> None:
    with open_table(f"{HEAD}1,a,b\n2\n3,c,d\n".encode(), "log.csv") as table:
        assert [isinstance(row, FactcheckError) for row in table.rows] == [False, True, False]


def test_empty_last_cells_and_blank_rows_are_no_trouble() -> None:
    assert cells(f"{HEAD}1,Call,2016,,\n,,\n\n   \n2,Tea,,\n") == [("1", "Call", "2016"), ("2", "Tea", "")]
    assert opened("a,b,,\n1,2,,\n")[0].columns == ("a", "b")
    assert opened("a,b,\n1,2,x\n")[0].columns == ("a", "b", "column C")


def test_a_quotation_mark_that_nothing_closes() -> None:
    _, rows, told = opened(f'{HEAD}1,Before,2016\n2,"The rest,2016\n3,Lost,2016\n')
    assert [row.cells[0] for row in rows] == ["1"]
    assert told == [
        "lines 3 to 4: a quotation mark opens a cell and nothing closes it, or the cell is too long."
    ]


@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_giant_cell(quote: str, newline: str) -> None:
    giant = f"{quote}{'x' * (MAX_LINE + 7)}{quote}"
    _, rows, told = opened(newline.join(("id,title", f"1,{giant}", "2,After", "")))
    assert [(row.number, row.cells) for row in rows] == [(3, ("2", "After"))]
    assert told == ["line 2: it has more than 4,000,000 characters."]


def test_a_row_of_endless_lines() -> None:
    lines = '1,"' + ("x" * 999_998 + '","\n') * 20 + '"\n'
    _, rows, told = opened(f"id,title\n0,Before\n{lines}")
    assert rows[0].cells == ("0", "Before")
    assert "lines 3 to 18: its lines have more than 16,000,000 characters." in told


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_unicode_in_every_coat(encoding: str, newline: str) -> None:
    text = newline.join(("name,place,date", "José,Łódź,2016", "李,東京,2017", "Ann,Bonn,2018", ""))
    table, rows, told = opened(text.encode(encoding))
    assert (table.columns, told) == (("name", "place", "date"), [])
    assert [row.cells[1] for row in rows] == ["Łódź", "東京", "Bonn"]


def test_a_legacy_encoding_is_said() -> None:
    text = "nom,parole\n" + "".join(f"{n},Le témoin a déjà été entendu à Besançon\n" for n in range(40))
    table, rows, _ = opened(text.encode("cp1252"))
    assert table.encoding == "windows-1252"
    assert rows[0].cells[1].endswith("Besançon")
    table, _, _ = opened(b"name,place\nJos\xe9,here\n")
    assert "windows-1252" in table.notes[0]


def test_the_first_accent_may_stand_far_behind(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    plain = "".join(f"{n},Meeting,Room {n % 9}\n" for n in range(100_000))
    path.write_bytes(
        f"id,title,place\n{plain}".encode() + "1,Réunion à Besançon,Élysée\n".encode("cp1252") * 20
    )
    table, rows, told = opened(path)
    assert (table.encoding, told) == ("windows-1252", [])
    assert rows[-1].cells == ("1", "Réunion à Besançon", "Élysée")


def test_a_broken_byte_in_utf8_is_told_at_its_row(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    good = "".join(f"{n},Réunion,Łódź\n" for n in range(30_000)).encode()
    path.write_bytes(b"id,title,place\n" + good + b"x,R\xe9union,here\n" + good)
    table, rows, told = opened(path)
    assert (table.encoding, len(rows)) == ("utf-8", 60_000)
    assert told == ["line 30002: it holds bytes that are not utf-8."]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no row"),
        (b"\n\n \n,,\n", "no row"),
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"<!DOCTYPE html><html><p>Sign in, please</p>", "web page"),
        (b"a,b\n" + b"\0" * 50, "not a text file"),
        (bytes(range(256)) * 40, "text"),
    ],
)
def test_what_is_no_table(content: bytes, said: str) -> None:
    with pytest.raises(FactcheckError) as refused:
        opened(content)
    assert said in str(refused.value)


def test_what_is_no_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv", tmp_path / "a\0b.csv"):
        with pytest.raises(FactcheckError):
            opened(path)


def test_a_first_row_that_cannot_be_read() -> None:
    text = 'id,"ti"tle,date\n1,Call,2016\n2,Tea,2017\n'
    with pytest.raises(FactcheckError, match="row that names the columns was not read: log"):
        opened(text, header=True)
    table, rows, told = opened(text)
    assert (table.has_header, len(rows), len(told)) == (False, 2, 1)


def test_a_disk_that_fails_while_rows_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "log.csv"
    path.write_text("a,b\n" + "1,2\n" * 100_000, "utf-8")

    def fails(lines: object) -> None:
        raise OSError(5, "Input/output error")

    with open_table(path, "log.csv") as table:
        monkeypatch.setattr("factcheck.read.tables.characters.Lines.__iter__", fails)
        with pytest.raises(FactcheckError, match="can no longer be read: log"):
            list(table.rows)


def test_a_calendar_is_a_table_of_its_events() -> None:
    text = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20160908T140000Z\r\nSUMMARY:Call\r\nEND:VEVENT\r\n"
    for content in (text, f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{text}END:VCALENDAR\r\n"):
        table, rows, _ = opened(content, "log.ics")
        assert "Call" in dict(zip(table.columns, rows[0].cells, strict=True)).values()


def test_a_table_has_no_sheets() -> None:
    with pytest.raises(FactcheckError) as refused:
        opened("a,b\n1,2\n", sheet="Log")
    assert refused.value.exit_code == 2


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=6) | st.sampled_from(
    ['"', '""', ",", "\n", "\r\n", "a\nb", " ", "x;y"]
)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=8), st.sampled_from(",;\t|"))
def test_the_cells_are_those_of_a_csv_reader(rows: list[list[str]], delimiter: str) -> None:
    kept = io.StringIO(newline="")
    csv.writer(kept, delimiter=delimiter).writerows([["one", "two", "three"], *rows])
    text = kept.getvalue()
    expected = [
        tuple(row)
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        if any(cell.strip() for cell in row)
    ]
    table, found, told = opened(text, delimiter=delimiter, header=True)
    assert told == []
    assert [row.cells for row in found] == expected[1:]
    assert table.columns == ("one", "two", "three")


READ = """
import resource, sys
from pathlib import Path
from factcheck.read.tables.door import open_table
path = Path(sys.argv[1])
with open_table(path, path.name) as table:
    assert sum(1 for row in table.rows) == int(sys.argv[2])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="this system measures memory in another way")
def test_memory_does_not_grow_with_the_table(tmp_path: Path, root: Path) -> None:
    def peak(rows: int) -> int:
        path = tmp_path / f"{rows}.csv"
        path.write_text("id,title,date\n" + "".join(f"{n},Meeting of José,2016-09-08\n" for n in range(rows)))
        done = subprocess.run(
            [sys.executable, "-c", READ, str(path), str(rows)],
            cwd=root, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return int(done.stdout) * (1 if sys.platform == "darwin" else 1024)

    assert peak(100_000) - peak(10_000) < 3_000_000
