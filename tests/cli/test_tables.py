"""Columns line up in cells, and nothing is wider than its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cli.tables import cells, cut, table, wrapped

WORDS = st.text(st.characters(categories=["L", "N", "P", "Mn"], include_characters=" \n"))


@pytest.mark.parametrize(("text", "wide"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("é", 1), ("", 0)])
def test_cells(text: str, wide: int) -> None:
    assert cells(text) == wide


def test_columns_line_up() -> None:
    lines = table(("ID", "NAME", "WORDS"), [("S1", "日本", "a"), ("S12", "Zoe", "b\nc")])
    assert lines == ["ID   NAME  WORDS", "S1   日本  a", "S12  Zoe   b c"]


def test_an_empty_column_is_left_out() -> None:
    assert table(("ID", "WHEN", "WORDS"), [("S1", "", "a")]) == ["ID  WORDS", "S1  a"]


def test_a_line_is_cut_where_it_ends() -> None:
    assert table(("ID", "WORDS"), [("S1", "one two three")], width=12)[1] == "S1  one two…"


@given(WORDS, st.integers(2, 30))
def test_cut_fits(text: str, width: int) -> None:
    assert cells(cut(text, width)) <= width


@given(WORDS, st.integers(6, 30))
def test_wrapped_fits_and_keeps_every_word(text: str, width: int) -> None:
    lines = list(wrapped(text, width, "  "))
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
