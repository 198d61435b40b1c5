"""Load files: golden bytes of each form and encoding, and whatever else is given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.read.load_file import LoadFile, read

HEAD = ("BEGBATES", "ENDBATES", "TITLE", "NATIVELINK", "TEXTLINK")
ROWS = (
    (
        "ABC0001234",
        "ABC0001236",
        "Réunion",
        r"VOL01\NATIVES\0001\ABC0001234.pdf",
        r"VOL01\TEXT\ABC0001234.txt",
    ),
    ("ABC0001237", "ABC0001237", "Two®lines", r"VOL01\NATIVES\0001\ABC0001237.xlsx", ""),
)


def dat(divider: str = "\x14") -> str:
    lines = [divider.join(f"þ{field}þ" for field in row) for row in (HEAD, *ROWS)]
    return "\r\n".join(lines) + "\r\n"


def told(found: LoadFile) -> list[tuple[str, tuple[str, ...]]]:
    return [(str(row.bates), row.paths) for row in found.rows]


EXPECTED = [("ABC0001234-36", ROWS[0][3:]), ("ABC0001237", ROWS[1][3:4])]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (dat().encode("cp1252"), "cp1252"),
        (dat().encode("utf-8"), "utf-8"),
        (dat().encode("utf-8-sig"), "utf-8-sig"),
        (dat().encode("utf-16"), "utf-16"),
        (dat().encode("utf-16-le"), "utf-16-le"),
        (dat().encode("utf-16-be"), "utf-16-be"),
        (dat("¶").encode("cp1252"), "cp1252"),
        (dat("¶").encode("utf-8"), "utf-8"),
    ],
)
def test_concordance_in_every_encoding(data: bytes, encoding: str) -> None:
    found = read(data, "prod.dat")
    assert (found.form, found.encoding, told(found), found.holes) == ("dat", encoding, EXPECTED, ())


def test_a_field_may_run_over_lines() -> None:
    data = dat().replace("Two®lines", "Two\r\nlines").encode()
    found = read(data, "prod.dat")
    assert told(found) == EXPECTED
    assert [row.line for row in found.rows] == [2, 3]


def test_a_row_whose_numbers_cannot_be_read_is_a_hole() -> None:
    data = dat() + "\x14".join(f"þ{field}þ" for field in ("none", "", "", "x.pdf", "")) + "\r\n"
    backwards = data + "\x14".join(f"þ{f}þ" for f in ("ABC0000009", "ABC0000003", "", "y.pdf", ""))
    found = read(backwards.encode(), "prod.dat")
    assert told(found) == EXPECTED
    assert [(hole.what, hole.count) for hole in found.holes] == [("unreadable-row", 2)]
    assert "line 4, 5" in found.holes[0].where


def test_opticon_single_pages() -> None:
    data = (
        b"ABC0001234,VOL01,.\\IMAGES\\0001\\ABC0001234.tif,Y,,,3\r\n"
        b"ABC0001235,VOL01,.\\IMAGES\\0001\\ABC0001235.tif,,,,\r\n"
        b"ABC0001236,VOL01,.\\IMAGES\\0001\\ABC0001236.tif,,,,\r\n"
        b"ABC0001237,VOL01,.\\IMAGES\\0001\\ABC0001237.tif,Y,,,1\r\n"
    )
    found = read(data, "prod.opt")
    assert found.form == "opt"
    assert [(str(row.bates), len(row.pages)) for row in found.rows] == [
        ("ABC0001234-36", 3),
        ("ABC0001237", 0),
    ]
    assert [str(bates) for bates, _ in found.rows[0].pages] == ["ABC0001234", "ABC0001235", "ABC0001236"]


@pytest.mark.parametrize(
    "data",
    [
        b"ABC1001,V,A.tif,,,,\r\nABC1002,V,B.tif,,,,\r\n",  # no break is marked: each is a document
        b"ABC1002,V,A.tif,Y,,,\r\nABC1001,V,B.tif,,,,\r\n",  # numbers that fall
        b"ABC1001,V,A.tif,Y,,,\r\nXYZ1002,V,B.tif,,,,\r\n",
    ],
)
def test_opticon_without_documents(data: bytes) -> None:
    assert [(row.paths, row.pages) for row in read(data, "prod.opt").rows] == [
        (("A.tif",), ()),
        (("B.tif",), ()),
    ]


def test_opticon_files_of_several_pages() -> None:
    repeated = (
        b"ABC0001234,V,IMAGES\\A.tif,Y,,,2\r\nABC0001235,V,IMAGES\\A.tif,,,,\r\n"
        b"ABC0001236,V,IMAGES\\B.pdf,Y,,,4\r\nABC0001240,V,IMAGES\\C.tif,Y,,,1\r\n"
    )
    assert told(read(repeated, "prod.opt")) == [
        ("ABC0001234-35", ("IMAGES\\A.tif",)),
        ("ABC0001236-39", ("IMAGES\\B.pdf",)),
        ("ABC0001240", ("IMAGES\\C.tif",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "begin,end,path\nABC0001234,ABC0001236,a/b.pdf\nABC0001237,,c.pdf\n",
        "Beg Bates;End Bates;File\nABC0001234;ABC0001236;a/b.pdf\nABC0001237;;c.pdf\n",
        'Title\tBegDoc#\tEndDoc#\tPath\nx\tABC0001234\tABC0001236\ta/b.pdf\n"y, z"\tABC0001237\t\tc.pdf\n',
    ],
)
def test_tables(text: str) -> None:
    assert told(read(text.encode(), "list.csv")) == [
        ("ABC0001234-36", ("a/b.pdf",)),
        ("ABC0001237", ("c.pdf",)),
    ]


@pytest.mark.parametrize("data", [b"", b"name,size\nx,1\n", b"\x89PNG\r\n\x1a\n\0\0\0", b"He said no.\n"])
def test_what_is_no_load_file(data: bytes) -> None:
    with pytest.raises(FactcheckError, match="no load file"):
        read(data, "x.dat")


@given(st.binary(max_size=400) | st.text(alphabet="þ\x14¶®,;\nABC012 Y.tif\\", max_size=300).map(str.encode))
def test_any_bytes_are_a_load_file_or_refused(data: bytes) -> None:
    for given_ in (data, dat().encode() + data, b"begin,end\n" + data):
        try:
            found = read(given_, "x")
        except FactcheckError:
            continue
        assert all(row.bates.first.order <= row.bates.last.order for row in found.rows)


def test_a_quote_that_never_closes_takes_no_long_time() -> None:
    data = dat().encode() + b"\xc3\xbeopen\n" + b"line\n" * 200_000
    assert told(read(data, "x.dat"))[:2] == EXPECTED
