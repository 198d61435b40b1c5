"""Depositions and interviews before committees: members ask in between, by their labels."""

from __future__ import annotations

import pytest

from factcheck.core.document import Document, Turn
from factcheck.core.exchanges import exchanges_of
from factcheck.core.mapping import original_text
from factcheck.extract.testimony.proposing import propose
from factcheck.read.door import read_bytes

COVER = (
    "SELECT COMMITTEE ON HARBORS,",
    "U.S. HOUSE OF REPRESENTATIVES,",
    "WASHINGTON, D.C.",
    "DEPOSITION OF: ADAM STONE",
    "Thursday, May 17, 2018",
    "Present: Representatives Vann, Ruiz, and O'Dell.",
)
APPEARANCES = (
    "Appearances:",
    "For the SELECT COMMITTEE ON HARBORS:",
    "TOBIAS COLE, SENIOR COUNSEL",
    "PAULA MARCH, MINORITY COUNSEL",
    "For ADAM STONE:",
    "PAUL HALE, ESQ.",
)
COLE, MARCH, HALE, STONE = "Tobias Cole", "Paula March", "Paul Hale", "Adam Stone"


def page(number: int, rows: tuple[str, ...]) -> str:
    filled = [*rows, *[""] * (25 - len(rows))]
    lines = (f"{line:>2}    {row}".rstrip() for line, row in enumerate(filled, 1))
    return f"\f{number:>50}\n" + "\n".join(lines) + "\n"


def read(*pages: tuple[str, ...], first: int = 1) -> Document:
    text = "".join(page(number, rows) for number, rows in enumerate(pages, first))
    document = read_bytes(text.encode(), "stone.txt")
    assert document.kind == "deposition" and original_text(document) == text
    return document


def said(document: Document, turn: Turn) -> tuple[str, str | None, str, str]:
    begins, ends = document.place_at(turn.start), document.place_at(turn.end - 1)
    words = " ".join(document.text[turn.start : turn.end].split())
    assert begins.page == ends.page
    return turn.role, turn.speaker, words, f"{begins.page}:{begins.line}-{ends.line}"


# each row as printed, and the role and the speaker of the turn that it begins; none where it begins none
Rows = tuple[tuple[str, str | None, str | None], ...]

CASES: dict[str, Rows] = {
    "members between counsel's questions": (
        ("EXAMINATION", None, None),
        ("BY MR. COLE:", None, None),
        ("Q    Were you at the office in May?", "question", COLE),
        ("A    No, I was not.", "answer", STONE),
        ("Mr. O'Dell.  Did you ever speak to Mr. Orlo?", "question", "Mr. O'Dell"),
        ("A    Never.", "answer", STONE),
        ("Mr. O'Dell.  Thank you.  I yield back.", "colloquy", "Mr. O'Dell"),
        ("Q    And after that?", "question", COLE),
        ("A    I went home.", "answer", STONE),
        ("BY MS. MARCH:", None, None),
        ("Q    Did he pay you?", "question", MARCH),
        ("A    He did not.", "answer", STONE),
        ("Chairman Vann.  Did anybody?", "question", "Chairman Vann"),
        ("Mr. Hale.  Objection.", "objection", HALE),
        ("Mr. Hale.  If you know.", "colloquy", HALE),
        ("The Witness.  Nobody did.", "answer", STONE),
        ("Mr. Vann of Ohio.  In June, too?", "question", "Mr. Vann of Ohio"),
        ("Mr. Stone.  In June, too.", "answer", STONE),
        ("Q    Let me go on.  Who signed?", "question", MARCH),
        ("A    I don't know.", "answer", STONE),
    ),
    "labels with a colon": (
        ("BY MR. COLE:", None, None),
        ("Q.   Were you there?", "question", COLE),
        ("A.   No.", "answer", STONE),
        ("Mr. Vann of New York:  Who was?", "question", "Mr. Vann of New York"),
        ("THE WITNESS:  I could not say.", "answer", STONE),
        ("CHAIRWOMAN RUIZ:  Was your brother?", "question", "CHAIRWOMAN RUIZ"),
        ("MR. STONE:  No.", "answer", STONE),
        ("Q.   Sure?", "question", COLE),
        ("A.   Yes.", "answer", STONE),
    ),
    "counsel for the witness": (
        ("BY MR. COLE:", None, None),
        ("Q    Were you there?", "question", COLE),
        ("A    No.", "answer", STONE),
        ("Mr. Hale.  Adam, do you want some water?", "colloquy", HALE),
        ("Mr. Stone.  Yes, please.", "colloquy", STONE),
        ("Mr. Hale.  And a break?", "colloquy", HALE),
        ("A    No.", "colloquy", STONE),
        ("Q    Who was there?", "question", COLE),
        ("Mr. Hale.  Can we confer?", "colloquy", HALE),
        ("Mr. Cole.  Do you want to leave the room?", "colloquy", COLE),
        ("Mr. Hale.  No.  He can answer.", "colloquy", HALE),
        ("The Witness.  My brother was.", "answer", STONE),
    ),
    "a member who has the floor": (
        ("Ms. Ruiz.  Tell us about the ledger.", "question", "Ms. Ruiz"),
        ("Mr. Stone.  I kept none.", "answer", STONE),
        ("Ms. Ruiz.  Not in that year.", "question", "Ms. Ruiz"),
        ("Mr. Stone.  Not in any.", "answer", STONE),
        ("Ms. Ruiz.  Thank you for that.", "colloquy", "Ms. Ruiz"),
        ("Mr. Stone.  Of course.", "colloquy", STONE),
        ("Mr. O'Dell.  We have heard that before.", "colloquy", "Mr. O'Dell"),
        ("Mr. Stone.  So have I.", "colloquy", STONE),
        ("Mr. O'Dell.  Who kept it, then?  Just the name.", "question", "Mr. O'Dell"),
        ("Mr. Stone.  Mr. Orlo.", "answer", STONE),
    ),
    "a member while counsel's question is open": (
        ("BY MR. COLE:", None, None),
        ("Q    When did he call?", "question", COLE),
        ("Ms. Ruiz.  In which year?", "question", "Ms. Ruiz"),
        ("A    In 2016.", "answer", STONE),
        ("Q    And when?", "question", COLE),
        ("Ms. Ruiz.  Excuse me.", "colloquy", "Ms. Ruiz"),
        ("A    In May.", "answer", STONE),
    ),
    "counsel by office": (
        ("EXAMINATION BY MAJORITY COUNSEL:", None, None),
        ("Q.   Were you there?", "question", "Majority Counsel"),
        ("A.   No.", "answer", STONE),
        ("Mr. O'Dell:  And before?", "question", "Mr. O'Dell"),
        ("A.   No.", "answer", STONE),
        ("EXAMINATION BY MINORITY COUNSEL:", None, None),
        ("Q.   Were you paid?", "question", "Minority Counsel"),
        ("A.   I was not.", "answer", STONE),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_who_asks_and_who_answers(case: str) -> None:
    document = read(COVER, APPEARANCES, tuple(row for row, _, _ in CASES[case]))
    wanted = [
        (role, speaker, f"3:{line}-{line}")
        for line, (_, role, speaker) in enumerate(CASES[case], 1)
        if role is not None
    ]
    turns = [said(document, turn) for turn in document.turns]
    assert [(role, speaker, place) for role, speaker, _, place in turns] == wanted
    assert all(any(row.endswith(words) or words in " ".join(row.split()) for row, _, _ in CASES[case])
               for _, _, words, _ in turns)  # fmt: skip


def test_each_answer_goes_with_its_own_question() -> None:
    document = read(COVER, APPEARANCES, tuple(row for row, _, _ in next(iter(CASES.values()))))
    words = [said(document, turn)[2] for turn in document.turns]
    pairs = [
        (words[one.question], [words[answer] for answer in one.answers])
        for one in exchanges_of(document.turns, document.sections)
    ]
    assert pairs == [
        ("Were you at the office in May?", ["No, I was not."]),
        ("Did you ever speak to Mr. Orlo?", ["Never."]),
        ("And after that?", ["I went home."]),
        ("Did he pay you?", ["He did not."]),
        ("Did anybody?", ["Nobody did."]),
        ("In June, too?", ["In June, too."]),
        ("Let me go on. Who signed?", ["I don't know."]),
    ]


def test_what_is_proposed_names_the_member_the_day_and_the_oath() -> None:
    oath = (
        "Mr. Cole.  Do you swear that what you will say is the truth?",
        "The Witness.  I do.",
        "Senator Vann.  Did you ever meet him?",
        "The Witness.  I never met him.",
    )
    (proposed,) = propose(read(COVER, APPEARANCES, oath)).statements
    assert proposed.question is not None
    assert (proposed.segments[0].exact, proposed.speaker) == ("I never met him.", STONE)
    assert (proposed.question.span.exact, proposed.question.speaker) == (
        "Did you ever meet him?",
        "Senator Vann",
    )
    assert proposed.addressee == "Senator Vann"
    assert proposed.said_on is not None and proposed.said_on.edtf == "2018-05-17"
    assert proposed.sworn == "yes" and proposed.oath is not None and "Do you swear" in proposed.oath.exact


def test_an_interview_in_which_everybody_has_a_label() -> None:
    cover = ("COMMITTEE ON HARBORS,", "U.S. SENATE,", "TRANSCRIBED INTERVIEW OF: AMBASSADOR LEE STONE")
    listed = ("Appearances:", "For the MINORITY:", "ELLA COLE, COUNSEL", "For AMBASSADOR STONE:", "PAUL HALE")
    rows = (
        "Ms. Cole.  Did you speak to Mr. Orlo that summer, in the",
        "week of the storm?",
        "Ambassador Stone.  I did not.",
        "Dr. de la Cruz.  Ever?",
        "Ambassador Stone.  Never.",
        "Mr. Hale.  Did you mean in May?",
        "Ambassador Stone.  Yes.",
    )
    document = read(cover, listed, rows)
    assert document.title == "Deposition of Lee Stone"
    assert [said(document, turn) for turn in document.turns] == [
        (
            "question",
            "Ella Cole",
            "Did you speak to Mr. Orlo that summer, in the week of the storm?",
            "3:1-2",
        ),
        ("answer", "Lee Stone", "I did not.", "3:3-3"),
        ("question", "Dr. de la Cruz", "Ever?", "3:4-4"),
        ("answer", "Lee Stone", "Never.", "3:5-5"),
        ("colloquy", HALE, "Did you mean in May?", "3:6-6"),
        ("colloquy", "Lee Stone", "Yes.", "3:7-7"),
    ]


def test_an_excerpt_without_a_cover() -> None:
    rows = (
        "BY MR. COLE:",
        "Q    Were you there?",
        "A    No.",
        "Ms. Ruiz.  Was anybody?",
        "The Witness.  No one was.",
    )
    document = read((*rows, "Q    Sure?", "A    Yes."), first=44)
    assert [(turn.role, turn.speaker) for turn in document.turns][2:4] == [
        ("question", "Ms. Ruiz"),
        ("answer", "The Witness"),
    ]


def test_in_a_lawsuit_counsel_who_speak_by_label_make_talk() -> None:
    cover = ("NORA VALE v. ORLO SHIPPING", "DEPOSITION OF ADAM STONE", "May 17, 2018")
    rows = (
        "BY MR. COLE:",
        "Q.   Well?",
        "A.   No.",
        "MS. RUIZ:  Do you need a break?",
        "THE WITNESS:  I do.",
    )
    document = read(cover, rows)
    assert [turn.role for turn in document.turns] == ["question", "answer", "colloquy", "colloquy"]
