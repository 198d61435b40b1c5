"""Hearings become turns: the cases of the field, as a table of small hearings with their right reading."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.anchors import anchor_in
from factcheck.core.document import Document, Mark, Place, Turn
from factcheck.core.exchanges import exchanges_of
from factcheck.core.mapping import document_from_map, map_json, original_text
from factcheck.read.cutting import overlaid
from factcheck.read.door import read_bytes
from factcheck.read.transcripts.hearings import hearing
from tests.read.transcripts.invented_hearings import (
    APPROPRIATIONS,
    ARMED_SERVICES,
    COLLAPSED,
    COMMERCE,
    ENERGY,
    FLUSH,
    HOUSE,
    OVERSIGHT,
    SENATE,
    TWO_MILLERS,
)

HEARINGS = [
    SENATE,
    HOUSE,
    ARMED_SERVICES,
    APPROPRIATIONS,
    COMMERCE,
    FLUSH,
    TWO_MILLERS,
    ENERGY,
    OVERSIGHT,
    COLLAPSED,
]


def read(text: str) -> Document:
    return read_bytes(text.encode(), "hearing.txt", kind="hearing")


def words(document: Document, turn: Turn) -> str:
    return document.text[turn.start : turn.end]


def said(document: Document, beginning: str) -> Turn:
    """The one turn that begins with these words."""
    (turn,) = (turn for turn in document.turns if words(document, turn).startswith(beginning))
    return turn


def lines(document: Document) -> list[tuple[str | None, str, str]]:
    return [(turn.speaker, turn.role, " ".join(words(document, turn).split())) for turn in document.turns]


ROSTER = """\
                   COMMITTEE ON TIDES

                  ADA GRELL, Iowa, Chairman
MIRIAM ORLA, Vermont                 THOMAS J. LEE, Utah
ANNA GARZA, Ohio                     JOSE GARZA, Texas

                        TUESDAY, JANUARY 10, 2017

                              United States Senate,
                                   Committee on Tides,
                                                    Washington, DC.
    The Committee met, pursuant to notice, at 9:35 a.m., in
Room SR-99, Russell Senate Office Building, Hon. Ada Grell,
Chairman, presiding.

          STATEMENT OF ARTHUR PELL, DIRECTOR

    Mr. Pell. Thank you.
"""

ORLA, LEE, PELL = "Miriam Orla", "Thomas J. Lee", "Arthur Pell"

CASES = {
    "a question and its answer": (
        "    Senator Orla. Was it you who\nrang the bell?\n    Mr. Pell. It was not.\n",
        [(ORLA, "question", "Was it you who rang the bell?"), (PELL, "answer", "It was not.")],
    ),
    "the chair by the presiding line": (
        "    The CHAIRMAN. Senator Orla is recognized.\n    Senator Orla. Thank you.\n",
        [("Ada Grell", "colloquy", "Senator Orla is recognized."), (ORLA, "colloquy", "Thank you.")],
    ),
    "one surname, two States": (
        "    Senator Garza of Ohio. I yield.\n    Senator Garza of Texas. Good.\n",
        [("Anna Garza", "colloquy", "I yield."), ("Jose Garza", "colloquy", "Good.")],
    ),
    "an address is no label": (
        "    Senator Orla. It rained.\n    Mr. Chairman, I object.\n    Mr. Chairman. I object.\n",
        [(ORLA, "colloquy", "It rained. Mr. Chairman, I object. Mr. Chairman. I object.")],
    ),
    "who is called does not speak": (
        "    Senator Orla. Mr. Pell, thank you. Senator Lee.\n    Senator Lee. So am I.\n",
        [(ORLA, "colloquy", "Mr. Pell, thank you. Senator Lee."), (LEE, "colloquy", "So am I.")],
    ),
    "a call on a line of its own": (
        "    Senator Orla. That is all.\n    Senator Lee.\n    Senator Lee. I thank her.\n",
        [(ORLA, "colloquy", "That is all. Senator Lee."), (LEE, "colloquy", "I thank her.")],
    ),
    "laughter within": (
        "    Mr. Pell. It sank.\n    [Laughter.]\n    Only a little.\n    Senator Lee. Yes.\n",
        [(PELL, "colloquy", "It sank. [Laughter.] Only a little."), (LEE, "colloquy", "Yes.")],
    ),
    "laughter between": (
        "    Mr. Pell. It sank.\n    [Laughter.]\n    Senator Lee. Yes.\n",
        [(PELL, "colloquy", "It sank."), (None, "note", "[Laughter.]"), (LEE, "colloquy", "Yes.")],
    ),
    "an answer without words": (
        "    Senator Orla. You saw it, did you not?\n    Mr. Pell. [Nonverbal response.]\n",
        [(ORLA, "question", "You saw it, did you not?"), (PELL, "answer", "[Nonverbal response.]")],
    ),
    "a word between question and answer": (
        "    Senator Orla. Who rang?\n    Senator Lee. Point of order.\n    Mr. Pell. No one.\n",
        [(ORLA, "question", "Who rang?"), (LEE, "colloquy", "Point of order."), (PELL, "answer", "No one.")],
    ),
    "a question without its mark": (
        "    Senator Orla. That is not what you wrote.\n    Mr. Pell. I wrote it in haste.\n",
        [(ORLA, "question", "That is not what you wrote."), (PELL, "answer", "I wrote it in haste.")],
    ),
    "thanks ask nothing": (
        "    Senator Orla. Who rang?\n    Mr. Pell. I.\n    Senator Orla. OK. Thank you.\n    Mr. Pell. "
        "Gladly.\n",
        [
            (ORLA, "question", "Who rang?"),
            (PELL, "answer", "I."),
            (ORLA, "colloquy", "OK. Thank you."),
            (PELL, "answer", "Gladly."),
        ],
    ),
    "the chair in brackets": (
        "    The PRESIDING OFFICER (Ms. Rowe). Without objection.\n    The PRESIDING OFFICER. So ordered.\n",
        [("Ms. Rowe", "colloquy", "Without objection."), ("Ms. Rowe", "colloquy", "So ordered.")],
    ),
    "a voice": (
        "    Voice. Shame!\n    Unidentified Speaker. Louder.\n    A Voice. Yes.\n    Staff. Ten minutes.\n",
        [
            (None, "colloquy", "Shame!"),
            (None, "colloquy", "Louder."),
            (None, "colloquy", "Yes."),
            ("Staff", "colloquy", "Ten minutes."),
        ],
    ),
    "capitals, and words after the label": (
        "    Senator ORLA [presiding]. Well.\n    Mr. PELL. [continuing] And so on.\n",
        [(ORLA, "colloquy", "Well."), (PELL, "colloquy", "And so on.")],
    ),
    "titles": (
        "    General Maria de la Cruz. Aye.\n    Attorney General Holm. Aye.\n    Mr. Daniel E. Lund of "
        "Iowa. Aye.\n"
        "    Vice Admiral O'Shea. Aye.\n    Ms. Jackson Lie. Aye.\n    Mr. Niño-Ærø, Jr. Aye.\n    Lt. "
        "Gen. Poe. Aye.\n",
        [
            ("General Maria de la Cruz", "colloquy", "Aye."),
            ("Attorney General Holm", "colloquy", "Aye."),
            ("Mr. Daniel E. Lund of Iowa", "colloquy", "Aye."),
            ("Vice Admiral O'Shea", "colloquy", "Aye."),
            ("Ms. Jackson Lie", "colloquy", "Aye."),
            ("Mr. Niño-Ærø, Jr", "colloquy", "Aye."),
            ("Lt. Gen. Poe", "colloquy", "Aye."),
        ],
    ),
}


@pytest.mark.parametrize(("spoken", "expected"), CASES.values(), ids=CASES)
def test_what_is_said(spoken: str, expected: list[tuple[str | None, str, str]]) -> None:
    document = read(ROSTER + spoken)
    assert lines(document)[0] == (PELL, "statement", "Thank you.")
    assert lines(document)[1:] == expected


FLAGS = {
    "Did you call him, and did you write to him?": ("compound",),
    "Did you call him? Did you then write to him?": ("compound",),
    "Is it not true that you never rang?": ("negative-question",),
    "Didn't you ring?": ("negative-question",),
    "You rang, did you not?": (),
    "You rang and ran?": (),
    "And when you rang--": ("interrupted",),
}


@pytest.mark.parametrize(("asked", "flags"), FLAGS.items(), ids=FLAGS)
def test_flags_of_questions(asked: str, flags: tuple[str, ...]) -> None:
    document = read(f"{ROSTER}    Senator Orla. {asked}\n    Mr. Pell. Yes.\n")
    assert (document.turns[1].role, document.turns[1].flags) == ("question", flags)


@pytest.mark.parametrize(
    ("answer", "flags"),
    [
        ("Yes, Senator. [Pause.] I mean no.", ("self-corrected",)),
        ("I mean, it was late.", ()),
        ("[Nodding.]", ("nonverbal",)),
        ("[No audible response.]", ("nonverbal",)),
        ("Well, I--", ("interrupted",)),
    ],
)
def test_flags_of_answers(answer: str, flags: tuple[str, ...]) -> None:
    document = read(f"{ROSTER}    Senator Orla. Did you ring?\n    Mr. Pell. {answer}\n")
    assert (document.turns[2].role, document.turns[2].flags) == ("answer", flags)
    assert words(document, document.turns[2]) == answer


def test_a_senator_who_is_the_nominee_answers() -> None:
    document = read(SENATE)
    turn = said(document, "I did not meet them.")
    assert (turn.speaker, turn.role) == ("Lucia Vann", "answer")
    index = document.turns.index(turn)
    asked = {
        exchange.answers: exchange.question for exchange in exchanges_of(document.turns, document.sections)
    }
    assert document.turns[asked[(index,)]].speaker == "Miriam Orla"


def test_a_witness_is_known_by_the_oath_alone() -> None:
    document = read(
        "    Senator Orla. Do you swear to tell the truth?\n    Senator Vann. I do.\n"
        "    Senator Orla. Did you meet them?\n    Senator Vann. I did not.\n"
    )
    assert [turn.role for turn in document.turns] == ["question", "answer", "question", "answer"]


def test_days_of_a_hearing_and_its_written_parts() -> None:
    document = read(SENATE)
    assert [(section.sort, section.date) for section in document.sections] == [
        ("front", None),
        ("sitting", "2017-01-10"),
        ("written", None),
        ("sitting", "2017-01-10"),
        ("sitting", "2017-01-11"),
        ("back", None),
        ("questions", "2017-01-17"),
        ("back", None),
    ]
    assert document.title == "THE NOMINATION OF HON. LUCIA VANN TO BE SECRETARY OF HARBORS"
    assert document.published == "2017-01-10"
    assert document.published_basis == "day of the hearing: TUESDAY, JANUARY 10, 2017"
    first = document.sections[1]
    assert first.place == "Room SR-999, Russell Senate Office Building, Washington, DC"
    assert first.present == ("Grell", "Orla", "Lee", "McTarry", "Garza of Ohio", "Garza of Texas")


def test_a_prepared_statement_is_written_and_its_authors() -> None:
    document = read(SENATE)
    turn = next(
        turn for turn in document.turns if words(document, turn).startswith("Mr. Chairman, I have the honor")
    )
    section = document.section_at(turn.start)
    assert section is not None and section.sort == "written"
    assert (turn.speaker, turn.role, turn.label) == ("Lucia Vann", "statement", None)
    assert words(document, turn).endswith("I thank the Committee.")


def test_written_questions() -> None:
    document = read(SENATE)
    (section,) = (section for section in document.sections if section.sort == "questions")
    written = [
        line for line, turn in zip(lines(document), document.turns, strict=True) if turn.start > section.start
    ]
    orla, vann = "Miriam Orla", "Lucia Vann"
    assert written == [
        (orla, "question", "Have you met any of them?"),
        (vann, "answer", "No."),
        (orla, "question", "Did you write to:"),
        (orla, "question", "the owners?"),
        (vann, "answer", "Please see my answer to Question 1."),
        (orla, "question", "the keeper?"),
        (vann, "answer", "Yes. I wrote: 1. in May; and 2. in June."),
    ]


@pytest.mark.parametrize(
    ("heading", "marks"),
    [
        ("QUESTIONS FROM SENATOR ORLA", ("1.", "RESPONSE:")),
        (
            "RESPONSE TO WRITTEN QUESTIONS OF SENATOR ORLA\n                    FROM ARTHUR PELL",
            ("Q.1.", "A.1."),
        ),
        ("Questions Submitted by Senator Orla to Arthur Pell", ("Question.", "Answer.")),
        ("RESPONSES OF ARTHUR PELL TO QUESTIONS FROM SENATOR ORLA", ("Question 1:", "Answer:")),
        ("QUESTIONS FOR THE RECORD FOR ARTHUR PELL FROM SENATOR ORLA", ("QUESTION 1.", "ANSWER.")),
    ],
)
def test_headings_of_written_questions(heading: str, marks: tuple[str, str]) -> None:
    text = (
        f"{ROSTER}    [Whereupon, at 1 p.m., the hearing was adjourned.]\n\n"
        f"             {heading}\n\n{marks[0]} Was the bell rung?\n\n{marks[1]} It was.\n"
    )
    document = read(text)
    question, answer = document.turns[-2:]
    assert (question.speaker, question.role, question.label) == (ORLA, "question", marks[0])
    assert (answer.speaker, answer.role, answer.label) == (PELL, "answer", marks[1])
    assert (words(document, question), words(document, answer)) == ("Was the bell rung?", "It was.")


@pytest.mark.parametrize(
    ("heading", "asks", "answers"),
    [
        ("JOINT RESPONSES OF ARTHUR PELL AND JANE HOLT TO QUESTIONS FROM SENATOR ORLA", ORLA,
         (PELL, "Jane Holt")),
        ("RESPONSES OF ARTHUR PELL, JANE HOLT, AND TOM REED TO QUESTIONS FROM SENATOR ORLA", ORLA,
         (PELL, "Jane Holt")),
        ("QUESTIONS FROM SENATORS ORLA AND LEE TO ARTHUR PELL", (ORLA, LEE), PELL),
        ("QUESTIONS FROM SENATOR ORLA", ORLA, (PELL, "Jane Holt")),
    ],
)  # fmt: skip
def test_written_by_several_is_nobodys_alone(
    heading: str, asks: str | tuple[str, ...], answers: str | tuple[str, ...]
) -> None:
    text = (
        f"{ROSTER}\n              STATEMENT OF JANE HOLT, KEEPER\n\n    Ms. Holt. Thank you.\n"
        f"    [Whereupon, at 1 p.m., the hearing was adjourned.]\n\n"
        f"          {heading}\n\nQuestion 1. Was the bell rung?\n\nAnswer. It was.\n"
    )
    for turn, who in zip(read(text).turns[-2:], (asks, answers), strict=True):
        if isinstance(who, str):
            assert (turn.speaker, turn.speaker_candidates) == (who, ())
        else:
            assert turn.speaker is None and set(turn.speaker_candidates) >= set(who)
            assert turn.flags[0] == "ambiguous-speaker"


@pytest.mark.parametrize(
    ("spoken", "expected"),
    [
        ("    Senator Lee. Were you there?\n    The Nominee. I was.\n", (PELL, "answer")),
        ("    Ranking Member Voss. Mr. Pell, were you there?\n    Mr. Pell. I was.\n",
         ("Ranking Member Voss", "question")),
    ],
)  # fmt: skip
def test_labels_of_offices(spoken: str, expected: tuple[str, str]) -> None:
    document = read(f"{ROSTER}    The Chairman. Good morning.\n{spoken}    The Chairman. Thank you.\n")
    assert expected in [(turn.speaker, turn.role) for turn in document.turns]


def test_a_heading_that_joins_two_witnesses_with_and_names_both() -> None:
    text = ROSTER + (
        "\n     TESTIMONY OF LEO VAN DER BERG, MASTER, AND MIGUEL IBARRA,\n"
        "                   CHIEF ENGINEER, AND CHIEF PILOT, FLEET\n\n"
        "    Mr. Van Der Berg. Thank you.\n    Mr. Ibarra. Thank you.\n"
        "    Senator Orla. Did you report it?\n    Mr. Ibarra. I did.\n"
    )
    assert [(turn.speaker, turn.role) for turn in read(text).turns][-1] == ("Miguel Ibarra", "answer")


def test_nothing_of_front_or_back_matter_is_speech() -> None:
    for text in HEARINGS:
        document = read(text)
        spoken = {"sitting", "written", "questions"}
        for turn in document.turns:
            section = document.section_at(turn.start)
            assert section is not None
            assert section.sort in spoken or turn.role == "note", words(document, turn)
    document = read(SENATE)
    assert not any("This is a letter" in words(document, turn) for turn in document.turns)


def test_page_marks_leave_the_sentence_whole() -> None:
    document = read(SENATE)
    turn = said(document, "No.\n    Mr. Chairman, I would")
    start = document.text.index("The letter that I am being")
    end = document.text.index("asked about") + len("asked about")
    anchor = anchor_in(document.text, document, "d", start, end)
    assert anchor.exact == "The letter that I am being\nasked about"
    assert (anchor.place.page, anchor.place_end.page) == ("35", "36")
    assert turn.start < start < end < turn.end
    assert "[[" not in document.text


def test_hyphens_at_line_ends() -> None:
    document = read(
        f"{ROSTER}    Mr. Pell. Our commun-\nications about the well-\nknown man-\nmade Anglo-\nAmerican "
        f"pier.\n"
    )
    assert "Our communications about the well-\nknown man-\nmade Anglo-\nAmerican pier." in document.text
    ambiguous = [document.text[one.offset : one.offset + 6] for one in document.removed if one.ambiguous]
    assert ambiguous == ["-\nknow", "-\nmade"]
    assert [one.text for one in document.removed if not one.ambiguous] == ["-\n"]


def test_a_word_that_stands_whole_elsewhere_is_joined_and_a_compound_is_not() -> None:
    document = read(
        f"{ROSTER}    Mr. Pell. A light-\nhouse and a safe-\nguard; the lighthouse is a safe-guard.\n"
    )
    assert "A lighthouse and a safe-\nguard; the" in document.text
    assert not any(one.ambiguous for one in document.removed)


def test_pictures_are_holes() -> None:
    extra = (
        "\n[GRAPHIC] [TIFF OMITTED] T1.001\n\n[GRAPHICS NOT AVAILABLE IN TIFF FORMAT]\n\n<GRAPHIC(S) "
        "NOT AVAILABLE IN TIFF FORMAT>\n"
    )
    (hole,) = (hole for hole in read(SENATE + extra).holes if hole.what == "image")
    assert hole.count == 4


def test_a_house_hearing() -> None:
    document = read(HOUSE)
    assert lines(document) == [
        ("Carlos J. Moor", "colloquy", "The subcommittee will come to order."),
        ("Bob Bishop", "colloquy", "Mr. Chairman, I ask unanimous consent to speak."),
        ("Carlos J. Moor", "colloquy", "Without objection."),
        ("Sheila Jackson Leigh", "colloquy", "I thank the chairman."),
        ("Brad Miller", "question", "Colonel, were the lamps lit?"),
        ("Ruth Adair", "answer", "They were."),
        ("Beto O'Rorke", "question", "Sheriff, you were there, weren't you?"),
        ("Walter Fitzroy", "answer", "I was."),
        (
            "Ira Nathan",
            "colloquy",
            "The record will be open for 5 days. Mr. CORVERS, you said. That is what he wrote.",
        ),
        ("John Corvers, Jr.", "colloquy", "I said so."),
        ("The CLERK", "colloquy", "Mr. Smythe."),
        (None, "note", "[No response.]"),
        ("Carlos J. Moor", "colloquy", "The subcommittee is adjourned."),
        (None, "note", "[Whereupon, at 11 a.m., the subcommittee was adjourned.]"),
    ]


def test_questions_under_numbered_labels() -> None:
    document = read(ARMED_SERVICES)
    (first, *_) = (section for section in document.sections if section.sort == "questions")
    written = [
        line for line, turn in zip(lines(document), document.turns, strict=True) if turn.start > first.start
    ]
    assert written[:-1] == [
        ("John McKane", "question", "Admiral Hendry, is the pier sound?"),
        ("Marcus T. Hendry", "answer", "The pier is sound."),
        ("John McKane", "question", "Admiral Hendry, who paid?"),
        ("Marcus T. Hendry", "answer", "The Navy paid."),
        ("Kay Hagen", "question", "Admiral Hendry, and the lamp?"),
        ("Marcus T. Hendry", "answer", "It is lit."),
    ]


def test_several_days_without_an_opening_paragraph() -> None:
    document = read(APPROPRIATIONS)
    assert [section.date for section in document.sections if section.sort == "sitting"] == [
        "1997-03-05",
        "1997-03-05",
        "1997-03-06",
    ]
    assert ("Janet Renno", "colloquy", "Thank you, Mr. Chairman.") in lines(document)
    assert lines(document)[-2:] == [
        ("Jim Kolb", "question", "Ms. Pike, is there rope?"),
        ("Ada Pike", "answer", "There is."),
    ]


def test_a_panel_and_those_who_accompany_it() -> None:
    document = read(COMMERCE)
    assert lines(document)[-6:-1] == [
        ("Ada Crow", "colloquy", "I agree."),
        ("Ed Whitfeld", "question", "Secretary Crow, did you buy the oil?"),
        ("John Light", "answer", "She did not."),
        ("Ada Crow", "answer", "I did not."),
        ("Cliff Stern", "colloquy", "I yield to the gentlelady."),
    ]
    assert said(document, "Thank you. I have studied").role == "statement"


def test_text_whose_paragraphs_have_no_indent() -> None:
    document = read(FLUSH)
    assert [(turn.speaker, turn.role) for turn in document.turns] == [
        ("August Grell", "colloquy"),
        ("Senator ORLA", "colloquy"),
        ("August Grell", "colloquy"),
        ("Arthur Pell", "statement"),
        ("Senator ORLA", "question"),
        ("Arthur Pell", "answer"),
        (None, "note"),
    ]
    assert words(document, document.turns[2]).endswith("I agree with\nMr. Pell. That is rare.")
    assert document.place_at(document.turns[4].start).page == "31"
    assert "VerDate" not in document.text and "DSKJ" not in document.text


def test_pages_that_the_form_reader_marked_stay() -> None:
    plain = read_bytes(FLUSH.encode(), "x.txt", kind="news")
    at = plain.text.index("We begin")
    pages = [Mark(0, Place(page="7")), Mark(at, Place(page="8"))]
    document = hearing.read_turns(replace(plain, kind="hearing", marks=overlaid(plain.marks, pages)))
    assert document.place_at(document.turns[0].start).page == "7"
    assert document.place_at(document.turns[1].start).page == "8"


def test_who_fits_twice_is_a_candidate_and_no_choice() -> None:
    document = read(TWO_MILLERS)
    turn = said(document, "Who lit it?")
    assert turn.speaker == "Mr. Miller"
    assert turn.speaker_candidates == ("Brad Miller of North Carolina", "Gary Miller of California")
    assert "ambiguous-speaker" in turn.flags
    assert said(document, "I did.").speaker == "Gary Miller"


def test_a_sitting_that_another_chairs() -> None:
    text = ROSTER.replace(
        "Hon. Ada Grell,\nChairman, presiding", "Hon. Miriam Orla,\n[member of the Committee] presiding"
    )
    document = read(text + "    The CHAIRMAN. Order.\n")
    assert document.turns[-1].speaker_candidates == ("Miriam Orla", "Ada Grell")


def test_a_sitting_that_goes_on_in_the_afternoon() -> None:
    document = read(ENERGY)
    assert ("Linda G. Cohn", "answer", "It is 10.") in lines(document)
    assert lines(document)[-4:] == [
        ("Dale Bumper", "question", "Was it cheap?"),
        ("Federico F. Pena", "answer", "No."),
        ("Dale Bumper", "question", "Will it be?"),
        ("Federico F. Pena", "answer", "Perhaps. See the list: 1. oil 2. wax"),
    ]


def test_contents_of_the_newer_kind() -> None:
    document = read(OVERSIGHT)
    assert said(document, "Chairman Cumings, Ranking Member").role == "statement"
    assert lines(document)[-5:-1] == [
        ("Eleanor Holmes Nortone", "question", "Did he know of it?"),
        ("Michael Cone", "answer", "He did."),
        ("Carolyn B. Malone", "question", "You're sure?"),
        ("Michael Cone", "answer", "Yes, ma'am."),
    ]


def test_a_copy_without_indents() -> None:
    document = read(COLLAPSED)
    assert [turn.speaker for turn in document.turns] == [
        "Howard P. McKean",
        "Mr. Smithe",
        "Howard P. McKean",
        None,
    ]


def test_a_short_given_name_is_no_second_person() -> None:
    entry = "Orla, Hon. Mimi, a U.S. Senator from the State of Vermont........   1\n"
    banner = "                        TUESDAY"
    front = ROSTER.replace(banner, f"   C O N T E N T S\n\n{entry}\n{banner}")
    document = read(f"{front}    Senator Orla. Yes.\n")
    assert document.turns[-1].speaker == ORLA


def test_a_persons_date_stands() -> None:
    document = read_bytes(SENATE.encode(), "x.txt", published="2017-02")
    assert (document.published, document.published_basis) == ("2017-02", None)


def test_without_a_banner_the_front_page_gives_the_day() -> None:
    cut = SENATE[: SENATE.index("                       TUESDAY, JANUARY 10, 2017")]
    document = read(cut + "    Senator Orla. Good day.\n")
    assert document.published == "2017-01-10"
    assert document.published_basis == "front page: JANUARY 10 AND 11, 2017"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_hearing_noted_as_bytes(end: str) -> None:
    text = SENATE.replace("the books, and", "the bücher’s 📚, and")
    page = f'<html>\n<title> - "LAMPS"</title>\n<body><pre>\n{text}\n</pre></body></html>\n'
    quoted = repr(page.encode()) + end
    document = read_bytes(quoted.encode(), "x.txt")
    assert document.kind == "hearing"
    assert original_text(document) == quoted
    assert lines(document) == lines(read(text))
    assert document.title == '"LAMPS"'
    assert not any(hole.what == "bytes-literal" for hole in document.holes)


def test_bytes_that_are_no_characters_stay_and_are_told() -> None:
    quoted = repr(SENATE.encode() + b"\xff\xe2")
    document = read_bytes(quoted.encode(), "x.txt")
    assert original_text(document) == quoted
    (hole,) = (hole for hole in document.holes if hole.what == "bytes-literal")
    assert hole.count == 1 and "\\xff\\xe2" in document.text


@pytest.mark.parametrize("text", HEARINGS, ids=range(len(HEARINGS)))
def test_line_ends_and_the_map_are_kept(text: str) -> None:
    document = read(text.replace("\n", "\r\n"))
    assert original_text(document) == text.replace("\n", "\r\n")
    assert document.kind == "hearing" and document.reader.endswith(hearing.LAYOUT)
    kept = document_from_map(
        document.name,
        document.kind,
        sha256=document.sha256,
        size=document.size,
        text=document.text,
        map_text=map_json(document),
        title=document.title,
        published=document.published,
    )
    assert kept == document


PIECES = [
    *(line for text in HEARINGS for line in text.split("\n")[::7]),
    "[[Page 3]]", "", "    ", "[Laughter.]", "    [Recess.]", "[", "]", "    Mr. Pell.", "Q.1. Why?",
    "RPTR COLE", " 14", "{time} 1430", "---------------------------", "    [The statement follows:]",
    "QUESTIONS FROM SENATOR ORLA", "VerDate Sep 11 2014", "well-", "\f", "Ünï. Ø. x",
]  # fmt: skip


@given(st.sampled_from(HEARINGS), st.data())
@settings(max_examples=150)
def test_whatever_happens_to_a_hearing_its_map_holds(text: str, data: st.DataObject) -> None:
    rows = text.split("\n")
    for _ in range(data.draw(st.integers(0, 8))):
        at = data.draw(st.integers(0, len(rows)))
        what = data.draw(st.sampled_from(["insert", "drop", "move", "glue"]))
        if what == "insert":
            rows.insert(at, data.draw(st.sampled_from(PIECES) | st.text(max_size=40)))
        elif what == "drop":
            del rows[at : at + data.draw(st.integers(1, 30))]
        elif what == "move":
            rows[at:at] = rows[: data.draw(st.integers(0, 40))]
        else:
            rows[at : at + 2] = ["".join(rows[at : at + 2])]
    source = "\n".join(rows).encode("utf-8", "replace").decode()
    if not source.strip() or "\0" in source or "\r" in source:
        return
    plain = read_bytes(source.encode(), "x.txt", kind="news")
    document = hearing.read_turns(plain)
    assert original_text(document) == original_text(plain)
    check(document)


def check(document: Document) -> None:
    """What holds of every document: turns and sections in order, apart, within the text, and none blank."""
    end = 0
    for turn in document.turns:
        assert end <= turn.start < turn.end <= len(document.text)
        assert not words(document, turn)[0].isspace() and not words(document, turn)[-1].isspace()
        end = turn.end
    starts = [section.start for section in document.sections]
    assert starts == sorted(set(starts)) and all(0 <= start <= len(document.text) for start in starts)
    marks = [mark.start for mark in document.marks]
    assert marks == sorted(marks)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "unit",
    ["A", " ", "-", ".", "[", "(", "Mr. A. ", "    Mr. A (\n", "    [x\n", "The committee met ", "\n\n",
     "--------------------\n", "1 ", "OK, ", "    Mr. Pell. Did you? Yes.\n",
     "QUESTIONS FROM SENATOR A\n\n1. A?\n\n",
     "TUESDAY, JANUARY 10, 2017\n    The committee met at 9 a.m.\n"],
)  # fmt: skip
def test_time_grows_with_the_length_only(unit: str) -> None:
    long = read_bytes(b"x", "x.txt")
    size = 5_000_000 if len(unit) == 1 else 300_000
    check(hearing.read_turns(replace(long, text=unit * (size // len(unit)) + "\n")))
