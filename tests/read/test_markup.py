"""Tokens of HTML: what browsers make of markup that nobody would write, in linear time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read.markup import LOST, TEXT, attributes_of, decoded, tokens


def seen(source: str) -> list[tuple[str, str]]:
    """Texts as ("text", characters), all else as (kind, name)."""
    return [(token.kind, token.text if token.kind == TEXT else token.name) for token in tokens(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a &amp; b", [("text", "a & b")]),
        ("<P Class=x>y</p >", [("start", "p"), ("text", "y"), ("end", "p")]),
        ("a < b <3", [("text", "a < b <3")]),
        ('<a href="u>v">t', [("start", "a"), ("text", "t")]),
        ("<p title=it's>x</p>", [("start", "p"), ("text", "x"), ("end", "p")]),
        ('<a x="never closed>b</a>', [("start", "a"), ("text", "b"), ("end", "a")]),
        ("<br/>x<br / >", [("start", "br"), ("text", "x"), ("start", "br")]),
        ("<!-- a > b -->x", [("comment", ""), ("text", "x")]),
        ("<!-->x<!---->y", [("comment", ""), ("text", "x"), ("comment", ""), ("text", "y")]),
        ("<!DOCTYPE html>x<?php y ?>z", [("comment", ""), ("text", "x"), ("comment", ""), ("text", "z")]),
        ("<style>a<b</STYLE >x", [("start", "style"), ("raw", "style"), ("end", "style"), ("text", "x")]),
        ("<title>A &lt; <b></title>", [("start", "title"), ("raw", "title"), ("end", "title")]),
        ("<title>A<p>x", [("start", "title"), ("text", "A"), ("start", "p"), ("text", "x")]),
        ("x<script>y", [("text", "x"), ("start", "script"), ("lost", "script")]),
        ("x<!-- y <p>", [("text", "x"), ("lost", "comment")]),
        ("x<p class='y", [("text", "x"), ("lost", "tag")]),
        ("x</ y>z", [("text", "x"), ("text", "z")]),
        ("", []),
    ],
)  # fmt: skip
def test_tokens(source: str, expected: list[tuple[str, str]]) -> None:
    assert seen(source) == expected


def test_attributes() -> None:
    assert attributes_of(""" a=1 B='2 3' c="4&amp;5" d e = 6 a=7 /f""") == {
        "a": "1", "b": "2 3", "c": "4&5", "d": "", "e": "6", "f": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&eacute;", "é"),
        ("&#128;", "€"),
        ("&#xD800;", "\ufffd"),
        ("&#" + "9" * 9999 + ";", "\ufffd"),
        ("AT&T", "AT&T"),
    ],
)
def test_entities(written: str, read: str) -> None:
    assert decoded(written) == read


@given(st.text(alphabet="<>/!-?&;\"'=a p\n", max_size=80))
def test_every_input_is_understood_somehow(source: str) -> None:
    for token in tokens(source):
        if token.kind in (TEXT, LOST):
            assert token.text or token.kind == LOST


@pytest.mark.parametrize(
    "unit",
    [
        "<a ",
        "<a x='",
        "<!--",
        "<!",
        "</",
        "<script>",
        "<title>",
        "&a",
        "&#1",
        "<",
        "<a ='\"",
        "<a / ",
        "<p a='>'",
        "<![CDATA[",
    ],
)
def test_time_is_linear(unit: str) -> None:
    started = time.process_time()
    for end in ("", ">", "'>", "-->"):
        for _ in tokens(unit * (1_000_000 // len(unit)) + end):
            pass
    assert time.process_time() - started < 15
