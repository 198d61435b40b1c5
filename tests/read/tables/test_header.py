"""Which row names the columns: by its cells beside those below, never by its words alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read.tables.header import beginning_of, distinct, letters
from tests.read.tables.reading import opened

WITH = {
    "types below": "name,date,count\nAnn,2016-09-08,3\nBob,2016-09-09,4\n",
    "words only": "name,place\nAnn,Bonn\nBob,Kyiv\n",
    "one type": "who;where;since\nAnn;Bonn;8 Sept 2016\nBob;Kyiv;9 Sept 2016\n",
    "years as names": "country,2015,2016\nFrance,12.5,13.5\nChad,2.5,3.5\n",
    "an index without a name": ",name,place\n0,Ann,Bonn\n1,Bob,Kyiv\n",
    "no rows": "name,date\n",
    "names twice": "name,date,name\nAnn,2016-09-08,Bob\n",
    "numbering": "No.,name\n1,Ann\n2,Bob\n",
    "addresses": "source,title\nhttps://example.gov/1,Call\nhttps://example.gov/2,Tea\n",
}
WITHOUT = {
    "types in it": "Ann,2016-09-08,3\nBob,2016-09-09,4\n",
    "a word that comes again": "Calendar,Works,Ann\nCalendar,Works,Bob\nCalendar,Mines,Cy\n",
    "an address in it": "Ann,ann@example.gov\nBob,bob@example.gov\n",
    "holes in it": "Ann,,,Bonn\nBob,aide,,Kyiv\n",
    "a sentence": "Ann,She said that she had never met the man and knew nothing of it\nBob,No\n",
    "a year": "2015,Ann\n2016,Bob\n",
    "a time": "14:30,Ann\n15:00,Bob\n",
}


@pytest.mark.parametrize("text", WITH.values(), ids=WITH)
def test_a_header_is_known(text: str) -> None:
    table, rows, told = opened(text)
    assert table.has_header
    assert len(rows) + len(told) == text.count("\n") - 1
    assert table.notes[-1] == "Line 1 is taken for the names of the columns."


@pytest.mark.parametrize("text", WITHOUT.values(), ids=WITHOUT)
def test_a_table_without_one_is_known(text: str) -> None:
    table, rows, _ = opened(text)
    assert not table.has_header
    assert len(rows) == text.count("\n")
    assert (table.columns, table.header) == (tuple(letters(n) for n in range(len(table.columns))), ())
    assert "called by their letters" in table.notes[-1]


def test_the_person_overrules() -> None:
    assert opened(WITH["words only"], header=False)[0].columns == ("A", "B")
    assert opened(WITHOUT["types in it"], header=True)[0].columns == ("Ann", "2016-09-08", "3")


@pytest.mark.parametrize(
    ("above", "lines"),
    [
        ("Register of meetings 2016\n", [1]),
        ("Register of meetings 2016\n\nPrinted by the office\n\n", [1, 3]),
        ("Register of meetings 2016,,,,\n,,,,\n", [1]),
        ('"Register, with all meetings"\n', [1]),
        ("Register, 2016\n", [1]),
    ],
)
def test_titles_above_a_table_are_said(above: str, lines: list[int]) -> None:
    table, rows, told = opened(
        above + "id,who,when,where,what\n1,Ann,2016-09-08,Bonn,Call\n2,Bob,2016,Kyiv,Tea\n"
    )
    assert table.columns == ("id", "who", "when", "where", "what")
    assert [note.split()[1] for note in table.notes if "above" in note] == [str(line) for line in lines]
    assert (len(rows), told) == (2, [])


def test_a_header_that_is_too_short_is_no_title() -> None:
    table, rows, told = opened("who,when,where\nr1,Ann,2016,Bonn\nr2,Bob,2017,Kyiv\n")
    assert table.columns[:3] == ("who", "when", "where")
    assert (len(rows), len(told)) == (0, 2)


def test_without_a_header_nothing_is_a_title() -> None:
    _, rows, told = opened("Total\n1,Ann,Bonn\n2,Bob,Kyiv\n", header=False)
    assert (len(rows), len(told)) == (2, 1)


def test_names_are_made_distinct() -> None:
    assert distinct(("a", "", "a", "a (2)", "", "a")) == (
        "a",
        "column B",
        "a (3)",
        "a (2)",
        "column E",
        "a (4)",
    )
    assert distinct(("", "x"), 26) == ("column AA", "x")


@given(st.lists(st.sampled_from(["", "a", "b", "a (2)", "a (3)", "column A", "column B"]), max_size=8))
def test_distinct_names_are_distinct(names: list[str]) -> None:
    made = distinct(names)
    assert len(set(made)) == len(names)
    assert all(one == name for one, name in zip(made, names, strict=True) if name and names.count(name) == 1)


@given(
    st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=5), max_size=6),
    st.sampled_from([None, True, False]),
)
def test_any_rows_have_a_beginning(rows: list[list[str]], header: bool | None) -> None:
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    start = beginning_of(filled, header)
    assert start.titles < max(1, len(filled))
    assert start.width <= max((len(row) for row in filled), default=0)
    if header is not None and filled:
        assert (start.header is not None) == header


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")]
)
def test_letters(column: int, name: str) -> None:
    assert letters(column) == name


def test_a_real_register_without_a_header(gold: Path) -> None:
    path = gold / "data" / "events" / "white-house-visitor-logs.csv"
    if not path.exists():
        pytest.skip(f"{os.fspath(path)} is not there")
    table, rows, told = opened(path)
    assert (table.has_header, len(table.columns), len(rows), told) == (False, 12, 8_802, [])
