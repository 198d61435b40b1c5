"""Depositions become turns with page and line, whatever firm printed them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.core.document import Document, Mark, Place, Turn
from factcheck.core.mapping import document_from_map, map_json, original_text
from factcheck.errors import FactcheckError
from factcheck.read.door import read_bytes
from factcheck.read.transcripts.testimony import deposition
from tests.read.transcripts.printed import COLE, COVER, FIRST, LAYOUTS, PAGES, RUIZ, SAID, WITNESS, Said


def read(text: str, kind: str | None = "deposition") -> Document:
    document = read_bytes(text.encode(), "vale.txt", kind=kind)
    assert original_text(document) == text
    return document


def at(place: Place) -> tuple[int | None, int | None]:
    return (int(place.page) if place.page else None, int(place.line) if place.line else None)


def words(document: Document, turn: Turn) -> str:
    return " ".join(document.text[turn.start : turn.end].split())


def said(document: Document) -> list[tuple[object, ...]]:
    return [
        (
            turn.role,
            turn.speaker,
            words(document, turn),
            at(document.place_at(turn.start)),
            at(document.place_at(turn.end - 1)),
            turn.flags,
        )
        for turn in document.turns
    ]


def expected(said: Said) -> tuple[object, ...]:
    return (said.role, said.speaker, said.words, said.begins, said.ends, said.flags)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_turns_at_the_same_places(layout: str) -> None:
    document = read(COVER + "\n" + LAYOUTS[layout](PAGES, FIRST), kind=None)
    assert document.kind == "deposition"
    assert said(document) == [expected(one) for one in SAID]
    assert document.title == "Deposition of Zoé Marín-Hale"
    assert (document.published, document.published_basis) == (
        "2018-05-16",
        "the day on which it was taken, on the cover: May 16, 2018",
    )
    assert [(one.sort, one.date, one.place) for one in document.sections] == [
        ("front", None, None),
        ("sitting", "2018-05-16", "the offices of Cole & Partners, 12 Quay Street, Port Elder"),
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_windows_line_ends_and_a_byte_order_mark_change_nothing(layout: str) -> None:
    text = "\ufeff" + (COVER + "\n" + LAYOUTS[layout](PAGES, FIRST)).replace("\n", "\r\n")
    document = read_bytes(text.encode(), "vale.txt", kind="deposition")
    assert original_text(document) == text
    assert said(document) == [expected(one) for one in SAID]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_volume_may_begin_at_any_page(layout: str) -> None:
    document = read(LAYOUTS[layout](PAGES, 210))
    assert {mark.place.page for mark in document.marks if mark.place.line} == {"210", "211"}


def test_the_map_keeps_everything() -> None:
    document = read(COVER + LAYOUTS["times right"](PAGES, FIRST))
    back = document_from_map(
        document.name,
        document.kind,
        sha256=document.sha256,
        size=document.size,
        text=document.text,
        map_text=map_json(document),
        title=document.title,
        published=document.published,
    )
    assert back == document


def test_line_numbers_stripped_leave_places_unknown_and_turns_as_they_are() -> None:
    stripped = "\n".join("\n".join(rows) for rows in PAGES)
    document = read(COVER + "\n" + stripped)
    assert said(document) == [(*expected(one)[:3], (None, None), (None, None), one.flags) for one in SAID]


def test_words_that_begin_or_end_with_numbers_keep_them() -> None:
    document = read(LAYOUTS["number below"](PAGES, FIRST))
    assert "the 12 others who\n14 days earlier had signed?" in document.text


def test_an_unnumbered_line_on_a_numbered_page_has_no_line() -> None:
    document = read(
        "        45\n 1  Q.  Were you\n 2  there?\n    30 of you?\n 3  A.  No.\n 4  Q.  And then?\n"
        " 5  A.  We left.\n"
    )
    here = document.text.index("30 of you")
    assert at(document.place_at(here)) == (45, None)
    assert at(document.place_at(document.text.index("No."))) == (45, 3)


def test_a_page_without_a_number_has_none() -> None:
    pages = [
        f"{label}\n" + "".join(f"{n:>2}  Q.  And {n}?\n" for n in range(1, 24))
        for label in ("  7", "  8", "", "  10")
    ]
    document = read("\f".join(pages))
    places = {at(mark.place) for mark in document.marks}
    assert {(7, 23), (8, 23), (None, 23), (10, 23)} <= places
    assert not any(line and line > 23 for _, line in places)


def test_marks_that_a_reader_has_set_are_kept() -> None:
    text = "EXAMINATION BY MS. ROE:\nQ.  Were you\n12 of the crew?\nA.  No.\n"
    marks = tuple(
        Mark(text.index(start), Place(page="31", line=line))
        for start, line in (("EXAM", "3"), ("Q.", "4"), ("12 of", "5"), ("A.", "6"))
    )
    document = deposition.read_turns(replace(read(text, "news"), kind="deposition", marks=marks))
    assert document.text == text
    assert document.marks == marks
    assert [at(document.place_at(turn.end - 1)) for turn in document.turns] == [(31, 5), (31, 6)]


def test_pages_of_a_reader_are_joined_to_the_lines_found() -> None:
    text = "Q.  Were you\nthere?\nA.  No.\n"
    numbered = "".join(f"{n}  {row}\n" for n, row in enumerate(text.splitlines(), 1))
    start = replace(read(numbered, "news"), kind="deposition", marks=(Mark(0, Place(page="9")),))
    document = deposition.read_turns(start)
    assert document.text == text
    assert [at(document.place_at(turn.start)) for turn in document.turns] == [(9, 1), (9, 3)]


EXAMINATION = (
    COVER + "P R O C E E D I N G S\nZOÉ MARÍN-HALE, having been duly sworn, testified as follows:\n"
    "EXAMINATION BY MR. COLE:\n"
)

CASES: dict[str, tuple[str, list[tuple[str, str | None, str, set[str]]]]] = {
    "question and answer": (
        "Q. Were you there?\nA. No.",
        [("question", COLE, "Were you there?", set()), ("answer", WITNESS, "No.", set())],
    ),
    "objection, then the witness": (
        "Q. Were you there?\nMS. RUIZ: Objection; form.\nTHE WITNESS: I was.",
        [
            ("question", COLE, "Were you there?", set()),
            ("objection", RUIZ, "Objection; form.", set()),
            ("answer", WITNESS, "I was.", set()),
        ],
    ),
    "the last heading says who asks": (
        "Q. One?\nA. One.\nEXAMINATION BY MS. RUIZ:\nQ. Two?",
        [
            ("question", COLE, "One?", set()),
            ("answer", WITNESS, "One.", set()),
            ("question", RUIZ, "Two?", set()),
        ],
    ),
    "an examiner resumes": (
        "EXAMINATION BY MS. RUIZ:\nQ. One?\nA. One.\nBY MR. COLE:\nQ. Two?",
        [
            ("question", RUIZ, "One?", set()),
            ("answer", WITNESS, "One.", set()),
            ("question", COLE, "Two?", set()),
        ],
    ),
    "resumes on the same line": (
        "BY MS. RUIZ:  Q.  One?\nA. One.\nQ. (BY MR. COLE) Two?",
        [
            ("question", RUIZ, "One?", set()),
            ("answer", WITNESS, "One.", set()),
            ("question", COLE, "Two?", set()),
        ],
    ),
    "the examiner's label before the question": (
        "MS. RUIZ:  Q.  One?\nA. One.\nQ. Two?",
        [
            ("question", RUIZ, "One?", set()),
            ("answer", WITNESS, "One.", set()),
            ("question", RUIZ, "Two?", set()),
        ],
    ),
    "the reporter did not catch the answer": (
        "Q. Who?\nA. Two men.\nTHE REPORTER: I'm sorry, two?\nTHE WITNESS: Two men.\n"
        "THE REPORTER: Thank you.\nTHE WITNESS: Sure.",
        [
            ("question", COLE, "Who?", set()),
            ("answer", WITNESS, "Two men.", set()),
            ("colloquy", "THE REPORTER", "I'm sorry, two?", set()),
            ("answer", WITNESS, "Two men.", set()),
            ("colloquy", "THE REPORTER", "Thank you.", set()),
            ("colloquy", WITNESS, "Sure.", set()),
        ],
    ),
    "a rough draft in capitals": (
        "Q. YOU DIDN'T CALL?\nMS. RUIZ: OBJECTION.  FORM.\nA. STRIKE THAT. NO. I DON'T RECALL.",
        [
            ("question", COLE, "YOU DIDN'T CALL?", {"negative-question"}),
            ("objection", RUIZ, "OBJECTION. FORM.", set()),
            ("answer", WITNESS, "STRIKE THAT. NO. I DON'T RECALL.", {"self-corrected", "mixed-answer"}),
        ],
    ),
    "a tag that says not is no negation": (
        "Q. You called, didn't you?\nA. Yes.\nQ. You never called, did you?",
        [
            ("question", COLE, "You called, didn't you?", set()),
            ("answer", WITNESS, "Yes.", set()),
            ("question", COLE, "You never called, did you?", {"negative-question"}),
        ],
    ),
    "examiner on the line below": (
        "CROSS-EXAMINATION BY\nMS. RUIZ:\nQ. One?",
        [("question", RUIZ, "One?", {"cross-examination"})],
    ),
    "strike that": (
        "Q. Let me strike that. Did you call?",
        [("question", COLE, "Let me strike that. Did you call?", {"self-corrected"})],
    ),
    "memory and a plain no": (
        "Q. Well?\nA. Not that I recall. No.",
        [("question", COLE, "Well?", set()), ("answer", WITNESS, "Not that I recall. No.", {"mixed-answer"})],
    ),
    "a gesture": (
        "Q. Well?\nA. (Witness nods.)",
        [("question", COLE, "Well?", set()), ("answer", WITNESS, "(Witness nods.)", {"nonverbal"})],
    ),
    "a gesture that the reporter notes alone": (
        "Q. Well?\n(Witness shakes head.)\nQ. Aloud?",
        [
            ("question", COLE, "Well?", set()),
            ("answer", WITNESS, "(Witness shakes head.)", {"nonverbal"}),
            ("question", COLE, "Aloud?", set()),
        ],
    ),
    "go ahead": (
        "Q. Well?\nMR. COLE: Go ahead.\nTHE WITNESS: Yes.",
        [
            ("question", COLE, "Well?", set()),
            ("colloquy", COLE, "Go ahead.", set()),
            ("answer", WITNESS, "Yes.", set()),
        ],
    ),
    "reading into the record": (
        'Q. "We never spoke." Do you see that?\nA. I see that.',
        [
            ("question", COLE, '"We never spoke." Do you see that?', {"quotes-document"}),
            ("answer", WITNESS, "I see that.", set()),
        ],
    ),
    "through an interpreter": (
        "Q. Well?\nA. (Through interpreter) I left.",
        [("question", COLE, "Well?", set()), ("answer", WITNESS, "I left.", {"translated"})],
    ),
    "no question open": (
        "Q. Well?\nA. Yes.\nTHE REPORTER: Louder, please.\nTHE WITNESS: Sorry.",
        [
            ("question", COLE, "Well?", set()),
            ("answer", WITNESS, "Yes.", set()),
            ("colloquy", "THE REPORTER", "Louder, please.", set()),
            ("colloquy", WITNESS, "Sorry.", set()),
        ],
    ),
    "an answer cut off goes on": (
        "Q. Well?\nA. I was --\nMR. COLE: Wait.\nTHE WITNESS: -- at home.",
        [
            ("question", COLE, "Well?", set()),
            ("answer", WITNESS, "I was --", {"interrupted"}),
            ("colloquy", COLE, "Wait.", set()),
            ("answer", WITNESS, "-- at home.", set()),
        ],
    ),
    "off the record": (
        "THE VIDEOGRAPHER: Off the record at 9:40.\n(Recess taken from 9:40 to 9:55.)\nTHE "
        "VIDEOGRAPHER: Back on the record.",
        [
            ("colloquy", "THE VIDEOGRAPHER", "Off the record at 9:40.", {"off-record"}),
            ("note", None, "(Recess taken from 9:40 to 9:55.)", set()),
            ("colloquy", "THE VIDEOGRAPHER", "Back on the record.", {"on-record"}),
        ],
    ),
    "a note over two lines, and the answer goes on": (
        "Q. Well?\nA. I wrote it\n(Exhibit 14 was marked for\nidentification.)\nand sent it.",
        [
            ("question", COLE, "Well?", set()),
            ("answer", WITNESS, "I wrote it", set()),
            ("note", None, "(Exhibit 14 was marked for identification.)", set()),
            ("answer", WITNESS, "and sent it.", set()),
        ],
    ),
    "a parenthesis within words": (
        "Q. Well?\nA. At Elder\n(phonetic) Quay.",
        [("question", COLE, "Well?", set()), ("answer", WITNESS, "At Elder (phonetic) Quay.", set())],
    ),
    "compound": (
        "Q. Did you write it, and did you send it?",
        [("question", COLE, "Did you write it, and did you send it?", {"compound"})],
    ),
    "negative": (
        "Q. You never called, did you?",
        [("question", COLE, "You never called, did you?", {"negative-question"})],
    ),
    "why not is no yes or no": (
        "Q. Why didn't you call?",
        [("question", COLE, "Why didn't you call?", set())],
    ),
    "no objection": (
        "Q. Well?\nMS. RUIZ: No objection.",
        [("question", COLE, "Well?", set()), ("colloquy", RUIZ, "No objection.", set())],
    ),
    "counsel joins": (
        "Q. Well?\nMR. COLE: Objection.\nMS. RUIZ: Join.",
        [
            ("question", COLE, "Well?", set()),
            ("objection", COLE, "Objection.", set()),
            ("objection", RUIZ, "Join.", set()),
        ],
    ),
    "words in full": (
        "QUESTION:  Well?\nANSWER:  Yes.",
        [("question", COLE, "Well?", set()), ("answer", WITNESS, "Yes.", set())],
    ),
    "letters without a stop": (
        "Q    Who came?\nA    A man came.\nQ    Which\nA man?\nA    That one.",
        [
            ("question", COLE, "Who came?", set()),
            ("answer", WITNESS, "A man came.", set()),
            ("question", COLE, "Which A man?", set()),
            ("answer", WITNESS, "That one.", set()),
        ],
    ),
    "numbered questions": (
        "101.  Q.  Well?\n      A.  Yes.\n102.  Q.  And?",
        [
            ("question", COLE, "Well?", set()),
            ("answer", WITNESS, "Yes.", set()),
            ("question", COLE, "And?", set()),
        ],
    ),
    "labels as in prose": (
        "Q. Well?\nMs. Ruiz: Objection to form.\nThe Witness: Yes.",
        [
            ("question", COLE, "Well?", set()),
            ("objection", RUIZ, "Objection to form.", set()),
            ("answer", WITNESS, "Yes.", set()),
        ],
    ),
    "colons that are no labels": (
        "Q. Well?\nA. I told him this: go home.\nNote: he did. And so\nMr. Cole said in a letter: stay.",
        [
            ("question", COLE, "Well?", set()),
            (
                "answer",
                WITNESS,
                "I told him this: go home. Note: he did. And so Mr. Cole said in a letter: stay.",
                set(),
            ),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_printed_and_what_it_is(case: str) -> None:
    text, wanted = CASES[case]
    document = read(EXAMINATION + text + "\n")
    turns = document.turns[1:]
    assert [(turn.role, turn.speaker, words(document, turn), set(turn.flags)) for turn in turns] == wanted


@pytest.mark.parametrize("case", CASES)
def test_the_same_with_numbered_lines_and_other_indents(case: str) -> None:
    text, wanted = CASES[case]
    rows = (EXAMINATION + text).splitlines()
    pages = [rows[k : k + 25] for k in range(0, len(rows), 25)]
    document = read(
        "".join(
            f"\f{page:>70}\n" + "".join(f"{n:>2}     {row}\n" for n, row in enumerate(part, 1))
            for page, part in enumerate(pages, 9)
        )
    )
    turns = document.turns[1:]
    assert [(turn.role, turn.speaker, words(document, turn), set(turn.flags)) for turn in turns] == wanted


def test_labels_stand_as_printed() -> None:
    document = read(EXAMINATION + "Q. (BY MS. RUIZ) One?\nA. (Through interpreter) Yes.\nMS.  RUIZ:  Fine.\n")
    assert [turn.label for turn in document.turns[1:]] == [
        "Q. (BY MS. RUIZ)",
        "A. (Through interpreter)",
        "MS. RUIZ",
    ]


def test_two_of_one_surname_are_candidates_and_the_label_stays() -> None:
    front = COVER.replace("     RUIZ LAW GROUP\n", "     By:  Paula Cole, Esq.\n     RUIZ LAW GROUP\n")
    document = read(front + "EXAMINATION BY MS. RUIZ:\nQ. Well?\nA. Yes.\nMS. COLE: Objection.\n")
    turn = document.turns[-1]
    assert (turn.speaker, turn.speaker_candidates) == ("MS. COLE", ("Tobias Cole", "Paula Cole"))
    assert "ambiguous-speaker" in turn.flags


def test_titles_among_the_appearances_tell_two_of_one_surname_apart() -> None:
    front = COVER.replace("TOBIAS COLE, ESQ.", "MR. TOBIAS COLE").replace(
        "Elena M. Ruiz, Esq.", "MS. PAULA COLE"
    )
    document = read(front + "EXAMINATION BY MS. COLE:\nQ. Well?\nA. Yes.\nMR. COLE: Objection.\n")
    assert [turn.speaker for turn in document.turns] == ["Paula Cole", WITNESS, "Tobias Cole"]


def test_who_asks_is_not_guessed_where_no_heading_says_it() -> None:
    document = read(
        "DEPOSITION OF NORA VALE\nBY: TOBIAS COLE\nBY: ELENA RUIZ\n\nQ. Well?\nA. Yes.\n"
        "MR. COLE: Right.\nMS. RUIZ: Fine.\n"
    )
    question, answer = document.turns[:2]
    assert (question.speaker, question.speaker_candidates) == ("Q.", ("Tobias Cole", "Elena Ruiz"))
    assert answer.speaker == "Nora Vale"


def test_counsel_who_introduce_themselves_are_known_by_it() -> None:
    document = read(
        "DEPOSITION OF NORA VALE\n\nMR. COLE:  Tobias Cole for the plaintiff.\nBY MR. COLE:\nQ. Well?\n"
    )
    assert [turn.speaker for turn in document.turns] == ["Tobias Cole", "Tobias Cole"]


ENTITY = COVER.replace(
    "               VIDEOTAPED DEPOSITION OF ZOÉ MARÍN-HALE\n",
    "      30(b)(6) DEPOSITION OF ORLO SHIPPING COMPANY\n      by and through its designee ZOÉ "
    "MARÍN-HALE, JR.\n",
)


def test_a_witness_for_a_company_speaks_in_that_capacity() -> None:
    document = read(ENTITY + "BY MR. COLE:\nQ. Well?\nA. The company has no record.\n")
    assert document.title == "Deposition of Zoé Marín-Hale, Jr."
    assert [turn.flags for turn in document.turns] == [(), ("entity-capacity",)]


def test_all_answers_of_a_witness_sworn_through_an_interpreter_are_translated() -> None:
    oath = "ZOÉ MARÍN-HALE, having been first duly sworn through the interpreter, testified as follows:\n"
    document = read(COVER + oath + "BY MR. COLE:\nQ. One?\nA. Yes.\nQ. Two?\nA. (In English) Two.\n")
    assert [turn.flags for turn in document.turns if turn.role == "answer"] == [("translated",), ()]


def test_one_sitting_for_each_volume() -> None:
    first = (
        COVER + "VOLUME I\nP R O C E E D I N G S\nBY MR. COLE:\nQ. One?\nA. One.\n(Whereupon, the "
        "deposition adjourned.)\n"
    )
    second = COVER.replace("May 16", "May 17") + "IT IS HEREBY STIPULATED that signature is not waived.\n" * 3
    end = "P R O C E E D I N G S\nBY MS. RUIZ:\nQ. Two?\nA. Two.\n"
    document = read(first + "REPORTER'S CERTIFICATE\nI certify this.\n" + second + end)
    assert [(one.sort, one.date) for one in document.sections] == [
        ("front", None),
        ("sitting", "2018-05-16"),
        ("back", None),
        ("front", None),
        ("sitting", "2018-05-17"),
    ]
    assert [turn.speaker for turn in document.turns if turn.role == "question"] == [COLE, RUIZ]
    assert document.title == "Deposition of Zoé Marín-Hale, Volume I"


def test_the_cover_of_a_second_volume_is_no_running_head_for_having_been_printed_before() -> None:
    first = numbered(5, ["BY MR. COLE:", "Q.   One?", "A.   One."], above="{:>60}\n")
    second = numbered(6, ["BY MS. RUIZ:", "Q.   Two?", "A.   Two."], above="{:>60}\n")
    document = read(COVER + "\n" + first + "\n" + COVER + "\n" + second)
    assert document.text.count("IN THE CIRCUIT COURT OF HARBOR COUNTY") == 2
    assert document.text.count("Elena M. Ruiz, Esq.") == 2
    asked = [turn for turn in document.turns if turn.role == "question"]
    assert [(turn.speaker, at(document.place_at(turn.start))) for turn in asked] == [
        (COLE, (5, 2)),
        (RUIZ, (6, 2)),
    ]


BACK = """\
(Whereupon, the deposition concluded at 10:30 a.m.)
     ____________________
     ZOÉ MARÍN-HALE
              REPORTER'S CERTIFICATE
I, DANA FISK, certify that the witness was duly sworn.
                   ERRATA SHEET
45 12 change "no" to "yes" misspoke
46 2 change X to Y clarify
                    WORD INDEX
0
0042 1:6
1
12 4:5 45:12
office 12:4 45:12
46:1,3
record 45:16
"""


def test_what_follows_the_testimony_is_no_testimony() -> None:
    document = read(EXAMINATION + "Q. Well?\nA. Yes.\n" + BACK)
    assert [one.sort for one in document.sections] == ["front", "sitting", "back", "errata", "index"]
    assert document.turns[-1].role == "note"
    index = document.text[document.sections[-1].start :]
    assert index.split() == BACK[BACK.index("WORD INDEX") :].split()
    errata = document.text[document.sections[-2].start : document.sections[-1].start]
    assert '45 12 change "no" to "yes" misspoke' in errata


def test_a_word_index_without_a_heading_is_known_by_its_lines() -> None:
    document = read(
        EXAMINATION + "Q. Well?\nA. Yes.\n\n\noffice 12:4 45:12\npier 12:6\nquay 12:7,9 14:2\nrope 3:4\n"
    )
    assert document.sections[-1].sort == "index"
    assert document.text[document.sections[-1].start :].startswith("office")


def test_an_index_of_examinations_in_front_is_no_examination() -> None:
    index = (
        "I N D E X\nWITNESS                       PAGE\nZOÉ MARÍN-HALE\n"
        "  Examination by Mr. Cole ........ 5\n  Examination by Ms. Ruiz          46\n"
    )
    document = read(COVER + index + "P R O C E E D I N G S\nEXAMINATION BY MR. COLE:\nQ. Well?\n")
    assert [(turn.role, turn.speaker) for turn in document.turns] == [("question", COLE)]
    assert document.text[document.sections[1].start :].startswith("P R O C E E D I N G S")


def test_condensed_sheets_are_refused_with_advice() -> None:
    rows = [
        f"{n:>2}  Q.  And what of the {n}?          {n:>2}  A.  Nothing that I know." for n in range(1, 26)
    ]
    sheet = "Page 45                                Page 46\n" + "\n".join(rows) + "\n"
    with pytest.raises(FactcheckError, match="condensed sheets") as refused:
        read(sheet * 2)
    assert "full-size" in refused.value.hint


def test_a_title_and_a_date_given_by_a_person_stay() -> None:
    document = read_bytes(COVER.encode(), "a.txt", kind="deposition", title="Vale I", published="2019")
    assert (document.title, document.published, document.published_basis) == ("Vale I", "2019", None)


def test_a_deposition_in_which_nobody_speaks_says_so() -> None:
    assert [hole.what for hole in read(COVER).holes] == ["turns"]


def numbered(number: int, rows: list[str], above: str = "", head: str = "") -> str:
    filled = [*([head] if head else []), *rows]
    filled += [""] * (25 - len(filled))
    return above.format(number) + "".join(
        f"{n:>2}    {row}".rstrip() + "\n" for n, row in enumerate(filled, 1)
    )


def test_labels_that_end_with_a_full_stop_in_interviews_of_congress() -> None:
    cover = [
        "SELECT COMMITTEE ON HARBORS,",
        "INTERVIEW OF: NORA VALE",
        "Thursday, May 17, 2018",
        "Washington, D.C.",
        "For the COMMITTEE:",
        "TOBIAS COLE, SENIOR COUNSEL",
        "For NORA VALE:",
        "PAUL RUIZ, ESQ.",
    ]
    said = [
        "Mr. Cole.  Good morning.  State your name.",
        "The Witness.  Nora Vale.",
        "EXAMINATION",
        "BY MR. COLE:",
        "Q    So you were at the office in",
        "2017?",
        "Mr. Ruiz.  You can answer.",
        "The Witness.  In May.",
        "Q    Sure?",
        "A    Yes.  A lot of people were there.",
    ]
    above = "\f{:>50}\n"
    document = read(numbered(1, cover, above) + numbered(2, said, above), kind=None)
    assert document.kind == "deposition"
    assert [(turn.role, turn.speaker, words(document, turn)) for turn in document.turns] == [
        ("colloquy", "Tobias Cole", "Good morning. State your name."),
        ("colloquy", "Nora Vale", "Nora Vale."),
        ("question", "Tobias Cole", "So you were at the office in 2017?"),
        ("colloquy", "Paul Ruiz", "You can answer."),
        ("answer", "Nora Vale", "In May."),
        ("question", "Tobias Cole", "Sure?"),
        ("answer", "Nora Vale", "Yes. A lot of people were there."),
    ]


def test_a_running_head_on_the_first_numbered_line_is_no_part_of_an_answer() -> None:
    above = "{:>60}\n"
    pages = [
        ["EXAMINATION BY", "MR. COLE:", "Q.   You went", *["and went"] * 21],
        ["there?", "A.   Yes, I", *["did"] * 22],
    ]
    text = COVER + "".join(
        numbered(n, rows, above, "     Z. MARÍN-HALE") for n, rows in enumerate((*pages, ["so."], []), 4)
    )
    document = read(text)
    question, answer = document.turns
    assert "MARÍN" not in document.text[question.start : answer.end]
    assert (at(document.place_at(question.start)), at(document.place_at(question.end - 1))) == (
        (4, 4),
        (5, 2),
    )
    assert (at(document.place_at(answer.end - 1)), words(document, answer)[-3:]) == ((6, 2), "so.")


def test_a_firm_that_prints_times_after_one_blank_and_its_own_name_below() -> None:
    rows = ["EXAMINATION BY MS. RUIZ:", "Q.   You signed at", "12:30 that day?", "A.   Yes, about", "12:30."]
    rows += ["Q.   Well?", "A.   Yes."] * 10
    text = COVER.replace("ELENA M. RUIZ", "RUIZ")
    for page in (4, 5):
        text += f"{'Page':>60} {page}\n"
        text += "".join(f"{n:>2}    {row} 09:{10 + n}\n" for n, row in enumerate(rows, 1))
        text += "             Gannet Legal Solutions\n212-555-0100     www.gannet.example\n\f"
    document = read(text)
    first = [words(document, turn) for turn in document.turns[:2]]
    assert first == ["You signed at 12:30 that day?", "Yes, about 12:30."]
    assert "Gannet" not in document.text
    assert document.place_at(document.turns[1].end - 1) == Place(page="4", line="5", time="09:15")


def test_line_numbers_in_brackets() -> None:
    document = read(
        "Page 45\n[1] Q: Were you there?\n[2] A: No, I\n[3] was ill.\nPage 46\n[1] Q: So?\n[2] A: So.\n"
    )
    assert [(words(document, turn), at(document.place_at(turn.end - 1))) for turn in document.turns] == [
        ("Were you there?", (45, 1)), ("No, I was ill.", (45, 3)), ("So?", (46, 1)), ("So.", (46, 2)),
    ]  # fmt: skip


def test_a_surname_of_several_words() -> None:
    front = COVER.replace("By:  Elena M. Ruiz, Esq.", "MICHAEL T. DE LA CRUZ, ESQUIRE")
    document = read(front + "BY MR. COLE:\nQ. Well?\nMR. DE LA CRUZ: Form.\n")
    assert document.turns[-1].speaker == "Michael T. de la Cruz"
    assert document.turns[-1].role == "objection"


def test_an_interpreter_sworn_before_the_witness_translates_what_the_witness_says() -> None:
    oaths = (
        "INÉS PAZ, the interpreter, was duly sworn to interpret from Spanish into English.\n"
        "ZOÉ MARÍN-HALE, having been duly sworn, testified as follows:\n"
    )
    document = read(COVER + "THE REPORTER:  Good morning.\n" + oaths + "BY MR. COLE:\nQ. Well?\nA. Yes.\n")
    assert [(turn.speaker, turn.flags) for turn in document.turns[-2:]] == [
        (COLE, ()),
        (WITNESS, ("translated",)),
    ]
