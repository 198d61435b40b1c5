"""Oral evidence with numbered questions, as committees of the British parliament print it."""

from __future__ import annotations

import pytest

from factcheck.core.document import Document
from factcheck.read.door import read_bytes

EVIDENCE = """\
Harbours Committee

Oral evidence: Pier safety, HC 311

Tuesday 4 March 2029

Members present: Dame Alba Reed (Chair); Tom Odell; Petra van Dam.

Questions 1 - 5

Witnesses

I: Arthur Pell, Director, Harbour Safety Office; Dr Helena Quist, Bayside University.

Examination of witnesses
Witnesses: Arthur Pell and Dr Helena Quist.

Q1 Chair: Welcome. Mr Pell, did you meet the union?

Arthur Pell: I did not meet the union at any time.
Let me add: it was never proposed.
Correct: never.

Q2 Tom Odell: Did you see the letter?

Dr Quist: I do not recall it.

Petra van Dam: May I come in?

Chair: Briefly. Thank you both.

Examination of witness
Witness: Sir Leo Marsh.

Q3 Chair: Sir Leo, who wrote it?

Sir Leo Marsh: The Director: I am sure of it.
"""


def read(text: str) -> Document:
    return read_bytes(text.encode(), "evidence.txt")


def test_every_question_stands_with_its_answer() -> None:
    document = read(EVIDENCE)
    assert (document.kind, document.published) == ("hearing", "2029-03-04")
    assert [
        (turn.speaker, turn.role, " ".join(document.text[turn.start : turn.end].split()))
        for turn in document.turns
    ] == [
        ("Alba Reed", "question", "Welcome. Mr Pell, did you meet the union?"),
        (
            "Arthur Pell",
            "answer",
            "I did not meet the union at any time. Let me add: it was never proposed. Correct: never.",
        ),
        ("Tom Odell", "question", "Did you see the letter?"),
        ("Helena Quist", "answer", "I do not recall it."),
        ("Petra van Dam", "question", "May I come in?"),
        ("Alba Reed", "colloquy", "Briefly. Thank you both."),
        ("Alba Reed", "question", "Sir Leo, who wrote it?"),
        ("Leo Marsh", "answer", "The Director: I am sure of it."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Q1 was about the pier.\n\nQ2 was not.\n\nThe chair: it broke.\n",
        "Dear all,\n\nChair: the blue one.\nQ1 Sales: 3\n",
    ],
)
def test_other_texts_are_none(text: str) -> None:
    assert read(text).kind != "hearing"
