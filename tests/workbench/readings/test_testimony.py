"""A transcript in a case: who speaks, what was asked, and what a statement taken from it has by itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.core.document import Mark, Place, Section, Turn
from factcheck.errors import FactcheckError
from factcheck.workbench import acts, reading, readings
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, empty_case

TEXT = """DEPOSITION OF ARTHUR PELL
ARTHUR PELL, having been first duly sworn, testified:
Q. Were you there
on the ninth?
MS. RUIZ: Objection.
A. I was not there.
Q. Thank you.
office 1:5 1:6
"""
LINES = TEXT.splitlines(keepends=True)
STARTS = [sum(map(len, LINES[:n])) for n in range(len(LINES))]


def place(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    """A case with one deposition, page 1 with a line of that number for each of the text."""
    made = empty_case(tmp_path)
    data = TEXT.encode()
    document = replace(
        reading.read_data(data, "pell.txt", kind="letter"),
        kind="deposition",
        published="2018-05-16",
        marks=tuple(Mark(start, Place("1", str(n + 1))) for n, start in enumerate(STARTS)),
        turns=(
            Turn(*place("Were you there\non the ninth?"), "Ben Cole", "question", "Q."),
            Turn(*place("Objection."), "Ada Ruiz", "objection", "MS. RUIZ"),
            Turn(*place("I was not there."), "Arthur Pell", "answer", "A."),
            Turn(*place("Thank you."), "Ben Cole", "question", "Q."),
        ),
        sections=(
            Section(0, "front"), Section(STARTS[1], "sitting", "2018-05-16"), Section(STARTS[-1], "index"),
        ),
    )  # fmt: skip
    acts.add_document(made, ANN, data, document, reading.propose(document))
    return made


def test_whose_turn_a_place_is_in(case: OpenCase) -> None:
    turn = readings.turn_at(case, ANN, "D1", TEXT.index("was not"))
    assert turn is not None and (turn.speaker, turn.role, turn.label) == ("Arthur Pell", "answer", "A.")
    assert readings.turn_at(case, ANN, "D1", TEXT.index("Objection.") + 10) is None
    assert readings.turn_at(case, ANN, "D1", 0) is None


def test_questions_with_their_answers(case: OpenCase) -> None:
    assert readings.questions(case, ANN, "D1") == [
        (TEXT.index("Were"), TEXT.index("I was")),
        (TEXT.index("Thank"), None),
    ]


def test_words_taken_from_a_turn_have_speaker_question_day_and_oath_by_themselves(case: OpenCase) -> None:
    made = acts.capture(case, ANN, "D1", [place("I was not there.")])
    taken = readings.statement_view(case, ANN, made.id)
    assert taken.speaker == "Arthur Pell"
    assert taken.question == "Were you there\non the ninth?"
    assert taken.said_on == "2018-05-16" and taken.status == "sworn oral"
    assert [citation.anchor.place.line for citation in taken.citations if citation.anchor] == ["6"]
    assert [citation.anchor.place.line for citation in taken.oath_citations if citation.anchor] == ["2"]
    assert [citation.anchor.place.line for citation in taken.question_citations if citation.anchor] == ["3"]


def test_what_is_given_wins_and_what_is_given_empty_stays_empty(case: OpenCase) -> None:
    made = acts.capture(
        case, ANN, "D1", [place("I was not there.")], speaker="Somebody Else", question="", said_on="2018-06"
    )
    taken = readings.statement_view(case, ANN, made.id)
    assert taken.speaker == "Somebody Else"
    assert taken.question is None and taken.said_on == "2018-06"


def test_an_accepted_denial_has_its_question_and_its_oath(case: OpenCase) -> None:
    (denial,) = readings.proposals(case, ANN, "D1")
    made = acts.accept(case, ANN, [denial.id])
    taken = readings.statement_view(case, ANN, made[0].id)
    assert taken.words == "I was not there." and taken.status == "sworn oral" and taken.oath_citations
    assert taken.question == "Were you there\non the ninth?"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1:3-1:4", "Were you there\non the ninth?"),
        ("1:3-4", "Were you there\non the ninth?"),
        ("1:6-6", "I was not there."),
        ("1:5-6", "Objection.\nA. I was not there."),
    ],
)
def test_page_and_line_name_a_stretch(case: OpenCase, typed: str, words: str) -> None:
    found = readings.stretch_typed(case, ANN, "D1", typed)
    assert found is not None and TEXT[slice(*found)] == words


def test_a_page_and_line_that_is_not_printed_is_refused(case: OpenCase) -> None:
    assert readings.stretch_typed(case, ANN, "D1", "12:30") is None
    with pytest.raises(FactcheckError, match="There is no 1:40"):
        readings.stretch_typed(case, ANN, "D1", "1:3-1:40")
    assert readings.place_typed(case, ANN, "D1", "1:4") == TEXT.index("on the ninth")
    assert readings.place_typed(case, ANN, "D1", "p. 1") == 0
    with pytest.raises(FactcheckError, match="There is no p"):
        readings.place_typed(case, ANN, "D1", "p. 7")


def test_the_word_index_is_not_searched(case: OpenCase) -> None:
    assert not [hit for hit in readings.find(case, ANN, "office") if hit.start is not None]
    assert [hit for hit in readings.find(case, ANN, "ninth") if hit.start is not None]
