"""What a transcript's turns propose: the telling answers, each with its question, day and oath."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.core.document import Document, Section, Turn
from factcheck.core.proposals import ProposedStatement
from factcheck.extract.testimony import propose, statement_at
from factcheck.extract.testimony.choosing import weight_of

ORLA, PELL = ("Senator Orla", "question"), ("Arthur Pell", "answer")


def transcript(
    *said: tuple[tuple[str, str], str], kind: str = "hearing", before: str = "", sort: str = "sitting"
) -> Document:
    text, turns = before, []
    for (speaker, role), words in said:
        label = f"    {speaker.split()[-1]}. "
        turns.append(
            Turn(len(text) + len(label), len(text) + len(label) + len(words), speaker, role, label.strip())
        )
        text += f"{label}{words}\n"
    return Document(
        name="h.txt", kind=kind, sha256="", size=0, reader="", encoding=None, text=text, title="Nomination",
        published="2017-01-10", turns=tuple(turns),
        sections=(Section(0, sort, "2017-01-11" if sort == "sitting" else None),),
    )  # fmt: skip


def statements(document: Document, *known: str) -> tuple[ProposedStatement, ...]:
    found = propose(document, known).statements
    for statement in found:
        for segment in statement.segments:
            assert document.text[segment.start : segment.end] == segment.exact
    return found


def test_a_denial_stands_with_the_question_that_drew_it() -> None:
    (denial,) = statements(
        transcript((ORLA, "Did you meet any of them?"), (PELL, "I did not meet any of them."))
    )
    assert denial.segments[0].exact == "I did not meet any of them."
    assert denial.speaker == "Arthur Pell" and denial.addressee == "Senator Orla"
    assert denial.question is not None and denial.question.span.exact == "Did you meet any of them?"
    assert denial.question.speaker == "Senator Orla"
    assert denial.said_on is not None and denial.said_on.edtf == "2017-01-11"
    assert (denial.quotation, denial.form, denial.sworn) == ("transcript", "categorical", "to-confirm")


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("No.", True),
        ("No, sir.", True),
        ("Not at all.", True),
        ("Not on the contract, no.", True),
        ("Not only that.", False),
        ("Absolutely not.", True),
        ("Never, Senator.", True),
        ("I do not recall that call.", True),
        ("I'm not aware of any such meeting.", True),
        ("I respectfully decline to answer.", True),
        ("Nobody from my office was there.", True),
        ("We had no contact with the company.", True),
        ("That is false.", True),
        ("He wasn’t on the floor.", True),
        ("I do not own any shares.", True),
        ("It does not work that way.", False),
        ("I do not think that is wise.", False),
        ("Rates will not come down.", False),
        ("Yes.", False),
        ("Yes, Senator.", False),
        ("I met him in July.", False),
        ("Did you say I did not?", False),
        ("It is cold, isn't it?", False),
        ("No problem.", False),
        ("I couldn't agree more.", False),
        ("Thank you, Mr. Chairman.", False),
    ],
)
def test_denials_memory_knowledge_and_refusals_are_chosen_and_not_every_answer(
    words: str, chosen: bool
) -> None:
    assert (weight_of(words, opens=True, answers=True) > 0) is chosen


def test_no_is_a_denial_only_as_an_answer() -> None:
    assert weight_of("No.", opens=True, answers=False) == 0


def test_an_answer_that_names_somebody_known_is_proposed() -> None:
    asked = transcript((ORLA, "Whom did you see?"), (PELL, "I saw\n    Viktor Sand at the door."))
    assert statements(asked) == ()
    (named,) = statements(asked, "Viktor Sand")
    assert named.segments[0].exact == "I saw\n    Viktor Sand at the door."


def test_of_a_long_answer_the_telling_sentences_are_taken() -> None:
    filler = "We keep the files on the second floor of the building, as we have for years. " * 10
    (found,) = statements(
        transcript(
            (ORLA, "Did you open it?"), (PELL, f"{filler}I did not open it. I never had the key. {filler}")
        )
    )
    assert found.segments[0].exact == "I did not open it. I never had the key."


def test_of_a_long_question_the_end_is_kept_from_a_sentence_on() -> None:
    lead = "This is what the committee has been told by others over a number of months. " * 40
    (found,) = statements(transcript((ORLA, f"{lead}Did you sign?"), (PELL, "I did not sign.")))
    assert found.question is not None
    question = found.question.span.exact
    assert (
        question.startswith("This is what") and question.endswith("Did you sign?") and len(question) <= 2_000
    )


@pytest.mark.parametrize(
    ("passage", "sworn"),
    [
        ("[Witness sworn.]\n", True),
        ("ARTHUR PELL, having been first duly sworn, testified as follows:\n", True),
        ("    Mr. Pell was sworn.\n", True),
        ("    The CHAIRMAN. Do you solemnly swear that the testimony is the truth?\n", True),
        ("    The CHAIRMAN. Do you swear or affirm to tell the truth?\n", True),
        ("The witness was not sworn.\n", False),
        ("He swears by the old edition.\n", False),
        ("The mayor was sworn in that day.\n", False),
        ("    Mr. Pell. I gave a sworn statement then.\n", False),
        ("The committee met at nine.\n", False),
    ],
)
def test_sworn_only_where_a_passage_shows_it(passage: str, sworn: bool) -> None:
    (found,) = statements(transcript((ORLA, "Did you?"), (PELL, "I did not."), before=passage))
    assert found.sworn == ("yes" if sworn else "to-confirm")


def test_an_oath_of_one_day_does_not_cover_the_next() -> None:
    document = transcript((ORLA, "Did you?"), (PELL, "I did not."), before="[Witness sworn.]\n")
    second_day = replace(document, sections=(Section(0, "sitting"), Section(17, "sitting")))
    assert statements(document)[0].sworn == "yes"
    assert statements(second_day)[0].sworn == "to-confirm"
    assert statements(replace(second_day, kind="deposition"))[0].sworn == "yes"
    assert statements(replace(second_day, kind="briefing"))[0].sworn == "no"


def test_a_statement_put_into_the_middle_of_a_sitting_leaves_it_one() -> None:
    document = transcript((ORLA, "Did you?"), (PELL, "I did not."), before="[Witness sworn.]\n")

    def sections(second: str | None, sort: str = "written") -> tuple[Section, ...]:
        return Section(0, "sitting", "2017-01-11"), Section(17, sort), Section(18, "sitting", second)

    assert statements(replace(document, sections=sections("2017-01-11")))[0].sworn == "yes"
    assert statements(replace(document, sections=sections("2017-01-12")))[0].sworn == "to-confirm"
    assert statements(replace(document, sections=sections("2017-01-11", "back")))[0].sworn == "to-confirm"


def test_where_several_may_have_answered_they_are_named_and_none_is_chosen() -> None:
    document = transcript((ORLA, "Did you write?"), (PELL, "We did not write."))
    both = replace(document.turns[1], speaker=None, speaker_candidates=("Arthur Pell", "Ada Quist"))
    (answer,) = statements(replace(document, turns=(document.turns[0], both)))
    assert (answer.speaker, answer.speaker_candidates) == (None, ("Arthur Pell", "Ada Quist"))
    assert answer.speaker_basis == "the label “Pell.”, of Arthur Pell or Ada Quist"


def test_an_oath_covers_those_who_took_it_and_no_others() -> None:
    put, late = ("Senator Lee", "colloquy"), ("Ada Quist", "answer")
    document = transcript(
        (put, "Do you swear to tell the truth?"), (PELL, "I do."),
        (ORLA, "Did you?"), (PELL, "I did not."), (ORLA, "Did you?"), (late, "I did not."),
    )  # fmt: skip
    found = {one.speaker: one for one in statements(document) if "did not" in one.segments[0].exact}
    assert found["Arthur Pell"].sworn == "yes" and found["Ada Quist"].sworn == "to-confirm"
    passage = found["Arthur Pell"].oath
    assert passage is not None and passage.exact == "Lee. Do you swear to tell the truth?"
    assert document.text[passage.start : passage.end] == passage.exact and found["Ada Quist"].oath is None


def test_any_stretch_of_a_turn_is_a_statement_of_its_speaker() -> None:
    document = transcript((ORLA, "Were you there?"), (PELL, "Yes. At nine."), (ORLA, "Thank you."))
    start = document.text.index("Yes.")
    found = statement_at(document, start, start + 4)
    assert found is not None and found.speaker == "Arthur Pell" and found.segments[0].exact == "Yes."
    assert found.question is not None and found.question.span.exact == "Were you there?"
    asked = statement_at(document, document.text.index("Were"), document.text.index("?"))
    assert asked is not None and asked.speaker == "Senator Orla" and asked.question is None
    assert statement_at(document, 0, 5) is None
    assert statement_at(document, start, len(document.text)) is None


def test_written_answers_have_no_day_of_the_hearing_and_no_oath() -> None:
    asked = transcript(
        (ORLA, "Have you met any?"), (PELL, "No."), before="[Witness sworn.]\n", sort="questions"
    )
    (found,) = statements(asked)
    assert found.said_on is None and found.sworn == "to-confirm" and "written" in found.flags


def test_people_are_who_speaks_with_their_labels() -> None:
    document = transcript((ORLA, "Did you?"), (PELL, "No."), (("THE COURT", "colloquy"), "Go on."))
    assert [(person.name, person.aliases) for person in propose(document).people] == [
        ("Senator Orla", ("Orla.",)),
        ("Arthur Pell", ("Pell.",)),
    ]
