"""Press briefings become turns."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.document import Document
from factcheck.core.mapping import original_text
from factcheck.read.door import read_bytes
from factcheck.read.transcripts.hearings import briefing

BRIEFING = """\
---
date: '2022-05-13'
title: "Press Briefing by Press Secretary Ada\u00a0Pell, May 13, 2022"
---

James S. Brady Press Briefing Room

1:18 P.M. EDT

MS. PELL:  Hi, everyone.  I have two guests: Mayor Quentin Lucas, and the
chief of the harbor police.

NOTE: the harbor is closed.

MAYOR LUCAS:  Thank you.

CHIEF WHITE:  Good afternoon.  I am James White.

Q\u00a0   Thank you.  Mayor, did you close it, and did you say why?

MAYOR LUCAS:  I did.  (Laughter.)

Q    Can you —

MS. PELL:  One at a time.

Q    (Cross-talk.)

THE PRESIDENT:  I closed it.

Q: And the lamp?

MS. PELL:  It burns.

2:32 P.M. EDT
"""


def said(document: Document) -> list[tuple[str | None, str, str]]:
    return [(t.speaker, t.role, " ".join(document.text[t.start : t.end].split())) for t in document.turns]


def test_indented_paragraphs_are_a_briefing_too() -> None:
    document = read_bytes(BRIEFING.replace("\n\n", "\n\n     ").encode(), "briefing.md")
    assert document.kind == "briefing"
    assert said(document) == said(read_bytes(BRIEFING.encode(), "briefing.md"))


def test_who_speaks() -> None:
    document = read_bytes(BRIEFING.encode(), "briefing.md")
    assert document.kind == "briefing" and document.reader.endswith(briefing.LAYOUT)
    assert [line[:2] for line in said(document)] == [
        ("Ada Pell", "statement"),
        ("NOTE", "statement"),
        ("Quentin Lucas", "statement"),
        ("James White", "statement"),
        (None, "question"),
        ("Quentin Lucas", "answer"),
        (None, "question"),
        ("Ada Pell", "answer"),
        (None, "note"),
        ("THE PRESIDENT", "answer"),
        (None, "question"),
        ("Ada Pell", "answer"),
    ]
    assert said(document)[-1] == ("Ada Pell", "answer", "It burns.")
    labels = [turn.label for turn in document.turns if turn.role == "question"]
    assert labels == ["Q", "Q", "Q:"]
    assert document.turns[4].flags == ("compound",) and document.turns[6].flags == ("interrupted",)
    assert document.turns[4].speaker_candidates == ()


def test_day_and_place() -> None:
    document = read_bytes(BRIEFING.encode(), "briefing.md")
    assert document.published == "2022-05-13"
    assert [(section.sort, section.date, section.place) for section in document.sections] == [
        ("front", None, None),
        ("sitting", "2022-05-13", "James S. Brady Press Briefing Room"),
    ]


def test_the_day_may_stand_above_the_briefing() -> None:
    text = "Remarks by President Holm\n\nMay 3, 2001\n\nTHE PRESIDENT:  Hello.\n\nSENATOR ORLA:  Hello.\n"
    document = read_bytes(text.encode(), "x.txt")
    assert (document.kind, document.published) == ("briefing", "2001-05-03")


def test_two_of_one_surname_are_candidates() -> None:
    text = (
        "Ann Poe and Bob Poe came to the press briefing.\n\nMS. POE:  Hello.\n\nQ    Who?\n\nQ    "
        "Why?\n\nMS. POE:  I.\n"
    )
    document = read_bytes(text.encode(), "x.txt")
    assert document.turns[0].speaker == "MS. POE"
    assert document.turns[0].speaker_candidates == ("Ann Poe", "Bob Poe")
    assert "ambiguous-speaker" in document.turns[0].flags


@given(
    st.lists(
        st.sampled_from([*BRIEFING.split("\n"), "Q", "Q ", "MS. PELL:", "**Q**  Why?", "END"]), max_size=60
    )
)
@settings(max_examples=100)
def test_whatever_the_lines_the_map_holds(rows: list[str]) -> None:
    text = "\n".join(["x", *rows])
    document = read_bytes(text.encode(), "x.txt", kind="briefing")
    assert original_text(document) == text
    end = 0
    for turn in document.turns:
        assert end <= turn.start < turn.end <= len(document.text)
        end = turn.end


@pytest.mark.timeout(60)
@pytest.mark.parametrize("unit", ["A", " ", "A. ", "Ann Poe ", "MS. POE:  Hello.\n\n", "Q    Why?\n\n", "\n"])
def test_time_grows_with_the_length_only(unit: str) -> None:
    text = BRIEFING + unit * ((2_000_000 if len(unit) == 1 else 300_000) // len(unit))
    assert read_bytes(text.encode(), "x.txt", kind="briefing").turns
