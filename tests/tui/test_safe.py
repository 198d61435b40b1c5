"""Data on its way to the screen: harmless, of the same length, never markup."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from factcheck.tui.safe import said, shown

KEPT = {"\u200c", "\u200d"}
HARMLESS = {"Cf"}


@given(st.text(st.characters(exclude_categories=[]), max_size=60))
def test_of_the_same_length_and_without_control_characters(text: str) -> None:
    for lines in (False, True):
        painted = shown(text, lines=lines)
        assert len(painted) == len(text)
        assert not [c for c in painted if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} and c != "\n"]
        assert not [c for c in painted if unicodedata.bidirectional(c) in {"RLO", "LRO", "RLE", "LRE", "PDF"}]
    assert "\n" not in shown(text)


@pytest.mark.parametrize(
    ("text", "painted"),
    [
        ("plain", "plain"),
        ("\x1b]52;c;QQ==\x07", "␛]52;c;QQ==␇"),
        ("a\tb", "a␉b"),
        ("\x7f", "␡"),
        ("\x9b31m", "▯31m"),
        ("a\u202eb", "a▯b"),
        ("a\nb", "a b"),
        ("Kisľak é", "Kisľak é"),
        ("👩‍👩‍👧 می‌خواهم", "👩‍👩‍👧 می‌خواهم"),
    ],
)
def test_stand_ins(text: str, painted: str) -> None:
    assert shown(text) == painted


@pytest.mark.parametrize(
    "text", ["[/]", "[sic]", "[@click=app.bell]x[/]", "[red]x", "\\[bold]", "[$primary]"]
)
@pytest.mark.parametrize("style", ["", "bold"])
def test_data_is_never_markup(text: str, style: str) -> None:
    content = said(text, style)
    assert isinstance(content, Content)
    assert content.plain == text
    assert [str(span.style) for span in content.spans] == ([style] if style else [])
