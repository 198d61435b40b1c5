"""Each question with its answer: the right one, whoever spoke between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.document import ROLES, Section, Turn
from factcheck.core.exchanges import exchanges_of


def turns(*said: tuple[str, str]) -> tuple[Turn, ...]:
    return tuple(Turn(10 * n, 10 * n + 5, speaker, role) for n, (speaker, role) in enumerate(said))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ([("Orla", "question"), ("Pell", "answer")], [(0, (1,))]),
        ([("Orla", "question"), ("Ruiz", "objection"), ("Pell", "answer")], [(0, (2,))]),
        ([("Orla", "question"), ("Lee", "colloquy"), ("Pell", "answer")], [(0, (2,))]),
        ([("Orla", "question"), ("Lee", "question"), ("Pell", "answer")], [(0, ()), (1, (2,))]),
        ([("Orla", "question"), ("Pell", "answer"), ("Vann", "answer")], [(0, (1, 2))]),
        ([("Orla", "question"), ("Orla", "answer")], [(0, ())]),
        ([("Orla", "question"), ("Lee", "statement"), ("Pell", "answer")], [(0, ())]),
        ([("Pell", "answer")], []),
        ([("Orla", "question")], [(0, ())]),
    ],
)
def test_an_answer_belongs_to_the_question_asked_last_by_somebody_else(
    said: list[tuple[str, str]], found: list[tuple[int, tuple[int, ...]]]
) -> None:
    exchanges = exchanges_of(turns(*said))
    assert [(exchange.question, exchange.answers) for exchange in exchanges] == found


def test_a_new_section_answers_no_earlier_question() -> None:
    said = turns(("Orla", "question"), ("Pell", "answer"), ("Orla", "question"), ("Pell", "answer"))
    sections = (Section(0, "sitting"), Section(25, "questions"))
    assert [exchange.answers for exchange in exchanges_of(said, sections)] == [(1,), ()]


@given(st.lists(st.tuples(st.sampled_from(["Orla", "Pell", "Lee"]), st.sampled_from(ROLES)), max_size=30))
def test_every_question_is_there_once_and_no_answer_answers_twice(said: list[tuple[str, str]]) -> None:
    exchanges = exchanges_of(turns(*said))
    questions = [n for n, (_, role) in enumerate(said) if role == "question"]
    answers = [answer for exchange in exchanges for answer in exchange.answers]
    assert [exchange.question for exchange in exchanges] == questions
    assert len(answers) == len(set(answers)) and all(said[n][1] == "answer" for n in answers)
    assert all(exchange.question < answer for exchange in exchanges for answer in exchange.answers)
