"""Whatever the text: spans that match, no exception, and time that grows with the length only."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.articles import read

PIECES = [
    "“I saw nothing,” Pell said.",
    "Mr. Pell",
    " told the Post",
    "‘Don’t’",
    "'",
    '"',
    "“",
    "”",
    "’",
    "‘",
    "\n\n",
    "\n",
    " ",
    ",",
    ".",
    "?",
    ":",
    ";",
    " said",
    " asked Ms. Orla",
    " he responded",
    "according to ",
    "ORLA: ",
    "Q: ",
    "On Jan. 10",
    " in July and September",
    " who ",
    " and ",
    " by ",
    " was asked by ",
    "the senator",
    "—",
    " - ",
    "(",
    ")",
    "A.",
    "U.S.",
    "``",
    "''",
    "«",
    "»",
    "„",
    "\u00a0",
    "\ue000",
    "\u2028",
    "é",
    "e\u0301",
    "😀",
    "漢字",
    " met with Mr. Rao",
    "a spokeswoman for ",
    "’s",
    " denied ",
    "if ",
    "\x00",
    "\r",
]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    read(text)


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_mangled_articles(text: str) -> None:
    read(text)


@pytest.mark.parametrize("published", [None, "", "2017", "2017-03", "not a date", "2017-03-02/.."])
def test_any_publication_date(published: str | None) -> None:
    read("“I left last month,” Pell said on Tuesday.", published)


@pytest.mark.parametrize(
    "unit",
    [
        "Pell said ",
        "“",
        '"',
        "'a ",
        "‘a ",
        "’ ",
        "a, ",
        "said, ",
        "according to ",
        "Mr. ",
        "Aa ",
        "A.",
        "(",
        "“a” ",
        "who, ",
        "Jan. 1, ",
        "the of ",
        "ORLA: a? PELL: b. ",
        "“a “b ‘c ",
        "x",
        " ",
        "\n",
        "Mr. Pell met Mr. Rao. ",
        "asked by Pell, a spokesman for Rao, ",
        "\n“a",
        "He said he said he ",
        "“A,” Pell said. “B.” ",
        "did not recall ",
        "at the a b c d e f ",
        "not aware have not had ",
        ". . ",
        "\ue000",
    ],
)
def test_time_is_linear_on_hostile_repetition(unit: str) -> None:
    once, thrice = unit * (20_000 // len(unit)), unit * (60_000 // len(unit))
    started = time.process_time()
    read(once)
    middle = time.process_time()
    read(thrice)
    ended = time.process_time()
    assert ended - middle < 8 * (middle - started) + 0.5
    assert ended - started < 10
