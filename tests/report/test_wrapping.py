"""Lines of so many columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.wrapping import columns, wrapped


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("漢字", 4), ("e\u0301", 1), ("👩\u200d👩", 4), ("ｱ", 1), ("\u2764\ufe0f", 1), ("", 0)],
)
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("aa bb cc", ["aa bb", "cc"]),
        ("aaaaaaaa b", ["aaaaaaaa", "b"]),
        ("漢字漢字", ["漢字", "漢字"]),
        ("ab漢字", ["ab漢", "字"]),
        ("", [""]),
        ("well-known", ["well-known"]),
    ],
)
def test_lines(text: str, lines: list[str]) -> None:
    assert list(wrapped(text, width=5)) == lines


def test_the_first_line_begins_otherwise_than_the_rest() -> None:
    assert list(wrapped("aa bb cc", "- ", "  ", 7)) == ["- aa bb", "  cc"]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zs", "Zl", "Zp")), max_size=80))
def test_nothing_is_lost(text: str) -> None:
    assert "".join("".join(wrapped(text, width=7)).split()) == "".join(text.split())
