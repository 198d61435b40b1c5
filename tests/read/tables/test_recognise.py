"""What is a table: by its name and its rows together, or because a person says so."""

import io
import zipfile

import pytest

from factcheck.errors import FactcheckError
from factcheck.read.detect import form_of
from factcheck.read.door import read_bytes
from tests.read.tables.reading import opened
from tests.read.tables.spreadsheets import ods, ods_row, xls, xlsx

PROSE = (
    "Dear Chairman,\n\nI met him in May, as I said, and again in June.\n"
    "I do not recall the third time, nor the place.\n\nYours, Ann Lee\n"
)
ROWS = "who,when\nAnn,2016\nBob,2017\n"


@pytest.mark.parametrize(
    ("text", "name", "kind", "form"),
    [
        (ROWS, "log.csv", None, "csv"),
        (ROWS.replace(",", "\t"), "log.TSV", None, "csv"),
        (ROWS.replace(",", ";"), "log.csv", None, "csv"),
        (ROWS, "log.txt", None, "text"),
        (ROWS, "log.txt", "table", "csv"),
        (ROWS, "log.csv", "letter", "text"),
        (ROWS, "log.csv", "calendar", "csv"),
        (PROSE, "letter.csv", None, "text"),
        (PROSE, "letter.csv", "table", "csv"),
        ("Ann Lee\nBob Ray\n", "names.csv", None, "text"),
        ("Ann Lee, aide\n", "one.csv", None, "text"),
        ('{"a": 1}\n{"a": 2}\n', "x.jsonl", None, "jsonl"),
        ('{"a": 1}\n{"a": 2}\n', "x.json", None, "jsonl"),
        ('[{"a": 1}]', "x.json", None, "json"),
        ('{"a": 1}', "x.json", None, "json"),
        ('{"a": 1}', "x.jsonl", None, "jsonl"),
        ('[{"a": 1}]', "x.txt", None, "text"),
        ('[{"a": 1}]', "x.txt", "table", "json"),
        ("[sic] he said.\n", "x.txt", None, "text"),
        ("<!doctype html><p>Sign in</p>", "log.csv", None, "html"),
    ],
)
def test_forms(text: str, name: str, kind: str | None, form: str) -> None:
    assert form_of(text.encode(), name, kind).name == form
    document = read_bytes(text.encode(), name, kind=kind)
    assert (document.kind == "table") == (form in ("csv", "json", "jsonl") and kind in (None, "table")) or (
        form == "json"
    )


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (xlsx(Log=[["a"]]), "xlsx"),
        (ods(ods_row("a")), "ods"),
        (xls({"Log": {(0, 0): "a"}}), "xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "ole"),
    ],
)
def test_workbooks_by_their_content(data: bytes, form: str) -> None:
    assert form_of(data, "letter.txt").name == form
    if form != "ole":
        assert read_bytes(data, "letter.txt").kind == "table"


def test_a_locked_workbook_is_said_to_be_one() -> None:
    locked = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(80)
    )
    with pytest.raises(FactcheckError, match="an Office file locked by a password"):
        read_bytes(locked, "log.xlsx")
    with pytest.raises(FactcheckError, match="an Office file locked by a password"):
        opened(locked, "log.xlsx")
    data = bytearray(xlsx(Log=[["a"]]))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(FactcheckError, match="locked by a password"):
        opened(bytes(data), "log.xlsx")


@pytest.mark.parametrize("packed", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_archive_of_workbooks_is_an_archive(packed: int) -> None:
    for inner in (xlsx(Log=[["a"]]), ods(ods_row("a"))):
        kept = io.BytesIO()
        with zipfile.ZipFile(kept, "w", packed) as archive:
            archive.writestr("log", inner)
        assert form_of(kept.getvalue(), "logs.zip").name == "zip"


def test_a_table_of_talk_is_a_table_still() -> None:
    text = "speaker,words\n" + "".join(
        f"The CHAIRMAN,Mr. Lee. I do. {n}\nMr. LEE,Q. No. A. Yes.\n" for n in range(30)
    )
    document = read_bytes(text.encode(), "turns.csv")
    assert (document.kind, document.turns) == ("table", ())
