"""Texts as Markdown that shows them and does nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.markdown import emphasised, escaped, opening
from factcheck.report.paragraphs import on_one_line
from tests.report.read_markdown import Markdown


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a*b_c", "a\\*b\\_c"),
        ("[sic]", "\\[sic\\]"),
        ("a | b", "a \\| b"),
        ("R&D", "R\\&D"),
        ("see http://a.example", "see http\\://a.example"),
        ("www.a.example", "www\\.a.example"),
        ("two\nlines\tand\x1b", "two lines and␛"),
    ],
)
def test_escaped(text: str, made: str) -> None:
    assert escaped(text) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("- a", "\\- a"),
        ("12. a", "12\\. a"),
        ("12 a", "12 a"),
        ("= a", "\\= a"),
        ("  + a", "\\+ a"),
        ("a - b", "a - b"),
    ],
)
def test_opening(text: str, made: str) -> None:
    assert opening(text) == made


@pytest.mark.parametrize(
    ("text", "before", "after", "made"),
    [
        ("a", "", "", "**a**"),
        (" a ", "x", "y", " **a** "),
        ("“a”", "x", "y", "“a”"),
        ("“a”", "x ", " y", "**“a”**"),
        ("a", "x", "y", "**a**"),
        ("  ", "x", "y", " "),
    ],
)
def test_emphasised(text: str, before: str, after: str, made: str) -> None:
    assert emphasised(text, before, after) == made


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_whatever_the_text_it_is_read_back_as_one_paragraph_of_itself(text: str) -> None:
    made = opening(escaped(text))
    read = Markdown(made.encode())
    assert read.kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}
    assert read.text == " ".join(on_one_line(text).split())
