"""Trials become turns: judge, counsel, one witness after the other, sidebars, what is stricken."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from factcheck.core.document import Document
from factcheck.core.mapping import original_text
from factcheck.read.door import read_bytes

FRONT = """\
IN THE SUPERIOR COURT OF ALDER COUNTY

STATE OF ALDER,
            Plaintiff,
     v.                       Case No. CR-2018-1
PETER VANCE,
            Defendant.

TRANSCRIPT OF JURY TRIAL - DAY 3
Before the HONORABLE RUTH ADLER
Tuesday, June 12, 2018
Alder City, Alder

APPEARANCES
For the State:      MR. SAMUEL COLE, Deputy District Attorney
For the Defendant:  MS. INGRID STRÖM, Public Defender
"""

FIRST_PAGE = """\
(Open court; jury present.)
     THE COURT:  Call your next witness.
     MR. COLE:  The State calls Greta Hannan.
     THE CLERK:  Do you swear to tell the truth?
     THE WITNESS:  I do.
              GRETA HANNAN,
called as a witness by the State, having been duly
sworn, testified as follows:
                   DIRECT EXAMINATION
BY MR. COLE:
Q    Where were you on May 2nd?
A    At the pier.
     MS. STRÖM:  Objection, relevance.
     THE COURT:  Overruled.
     THE WITNESS:  At the pier with Dan.
Q    What did he say?
A    He said he took it.
     MS. STRÖM:  Objection.  Hearsay.  Move to strike.
     THE COURT:  Sustained.  The answer is stricken.
     MR. COLE:  Pass the witness."""

SECOND_PAGE = """\
                   CROSS-EXAMINATION
BY MS. STRÖM:
Q    You didn't see him?
A    No.
     THE COURT:  Ms. Hannan, was it dark?
     THE WITNESS:  Yes, your Honor.
     (At sidebar, out of the hearing of the jury:)
     MS. STRÖM:  May we approach?
     THE COURT:  No.
     (End of sidebar.)
BY MS. STRÖM:
Q    Nothing more.
     (Witness excused.)
              OTTO BLAKE,
called as a witness by the State, having been duly
sworn, testified as follows:
                   DIRECT EXAMINATION
BY MR. COLE:
Q    And you?
A    I saw it.
     PROSPECTIVE JUROR NO. 5:  I know him.
     (Proceedings adjourned at 4:58 p.m.)"""

COLE, STROM, HANNAN, BLAKE = "Samuel Cole", "Ingrid Ström", "Greta Hannan", "Otto Blake"
DIRECT, CROSS = "direct-examination", "cross-examination"
SAID: list[tuple[str, str | None, str, str, set[str]]] = [
    ("note", None, "(Open court; jury present.)", "1120:1", set()),
    ("colloquy", "THE COURT", "Call your next witness.", "1120:2", set()),
    ("colloquy", COLE, "The State calls Greta Hannan.", "1120:3", set()),
    ("colloquy", "THE CLERK", "Do you swear to tell the truth?", "1120:4", set()),
    ("colloquy", HANNAN, "I do.", "1120:5", set()),
    (
        "note",
        None,
        "GRETA HANNAN, called as a witness by the State, having been duly sworn, testified as follows:",
        "1120:6",
        set(),
    ),
    ("question", COLE, "Where were you on May 2nd?", "1120:11", {DIRECT}),
    ("answer", HANNAN, "At the pier.", "1120:12", {DIRECT}),
    ("objection", STROM, "Objection, relevance.", "1120:13", set()),
    ("colloquy", "THE COURT", "Overruled.", "1120:14", set()),
    ("answer", HANNAN, "At the pier with Dan.", "1120:15", {DIRECT}),
    ("question", COLE, "What did he say?", "1120:16", {DIRECT}),
    ("answer", HANNAN, "He said he took it.", "1120:17", {DIRECT, "stricken"}),
    ("objection", STROM, "Objection. Hearsay. Move to strike.", "1120:18", set()),
    ("colloquy", "THE COURT", "Sustained. The answer is stricken.", "1120:19", set()),
    ("colloquy", COLE, "Pass the witness.", "1120:20", set()),
    ("question", STROM, "You didn't see him?", "1121:3", {CROSS, "negative-question"}),
    ("answer", HANNAN, "No.", "1121:4", {CROSS}),
    ("question", "THE COURT", "Ms. Hannan, was it dark?", "1121:5", set()),
    ("answer", HANNAN, "Yes, your Honor.", "1121:6", {CROSS}),
    ("note", None, "(At sidebar, out of the hearing of the jury:)", "1121:7", set()),
    ("colloquy", STROM, "May we approach?", "1121:8", set()),
    ("colloquy", "THE COURT", "No.", "1121:9", set()),
    ("note", None, "(End of sidebar.)", "1121:10", set()),
    ("question", STROM, "Nothing more.", "1121:12", {CROSS}),
    ("note", None, "(Witness excused.)", "1121:13", set()),
    (
        "note",
        None,
        "OTTO BLAKE, called as a witness by the State, having been duly sworn, testified as follows:",
        "1121:14",
        set(),
    ),
    ("question", COLE, "And you?", "1121:19", {DIRECT}),
    ("answer", BLAKE, "I saw it.", "1121:20", {DIRECT}),
    ("colloquy", "PROSPECTIVE JUROR NO. 5", "I know him.", "1121:21", set()),
    ("note", None, "(Proceedings adjourned at 4:58 p.m.)", "1121:22", set()),
]


def read(text: str, kind: str | None = None) -> Document:
    document = read_bytes(text.encode(), "vance.txt", kind=kind)
    assert original_text(document) == text
    return document


def page(number: int, rows: str, head: str = "") -> str:
    lines = "".join(f"{n:>2}  {row}".rstrip() + "\n" for n, row in enumerate(rows.splitlines(), 1))
    return f"\f{head}{number:>60}\n{lines}"


@pytest.mark.parametrize(
    "heads", [("", ""), ("  Hannan - Direct\n", "  Hannan - Cross\n"), ("VOLUME III\n", "VOLUME III\n")]
)
def test_a_day_in_court(heads: tuple[str, str]) -> None:
    document = read(FRONT + page(1120, FIRST_PAGE, heads[0]) + page(1121, SECOND_PAGE, heads[1]))
    assert document.kind == "trial"
    assert (document.title, document.published) == ("State of Alder v. Peter Vance, trial", "2018-06-12")
    got = [
        (
            turn.role,
            turn.speaker,
            " ".join(document.text[turn.start : turn.end].split()),
            f"{document.place_at(turn.start).page}:{document.place_at(turn.start).line}",
            set(turn.flags),
        )
        for turn in document.turns
    ]
    assert got == SAID
    assert not any(head.strip() and head.strip() in document.text.split("APPEARANCES")[1] for head in heads)
    sitting = document.section_at(document.turns[0].start)
    assert sitting is not None and (sitting.sort, sitting.date, sitting.place) == (
        "sitting",
        "2018-06-12",
        "Alder City, Alder",
    )


def test_running_heads_alone_name_witness_and_examination() -> None:
    rows = "Hannan - Cross\nQ. You saw\n\n\n\nHannan - Cross\nhim?\nA. Yes.\n"
    document = read(FRONT + "MS. STRÖM:  Thank you.\nBY MS. STRÖM:\n" + rows, kind="trial")
    question, answer = document.turns[-2:]
    assert document.text[question.start : question.end] == "You saw\nhim?"
    assert (answer.speaker, answer.flags) == ("Hannan", ("cross-examination",))
    assert document.place_at(question.start).page is None
    assert [one.text for one in document.removed if one.text.strip()] == ["Hannan - Cross\n"] * 2


def test_the_witness_of_a_running_head_is_known_in_full_by_the_call() -> None:
    text = (
        "MR. COLE:  The State calls Special Agent Greta Hannan.\n"
        "Hannan - Direct\nBY MR. COLE:\nQ. Well?\nA. Yes.\n"
    )
    assert read(FRONT + text, kind="trial").turns[-1].speaker == "Greta Hannan"


@pytest.mark.parametrize(
    "head",
    [
        "Hannan - Direct",
        "HANNAN – CROSS",
        "G. Hannan - direct - Cole",
        "O5S1GUO1 Greta Hannan - Redirect",
        "Hannan - Cross/Ström   112",
        "112    Hannan - Cross",
    ],
)
def test_running_heads_of_other_courts(head: str) -> None:
    document = read(
        FRONT + f"MR. COLE:  Now.\nBY MR. COLE:\nQ. You were\n\n\n{head}\nthere?\nA. Yes.\n", kind="trial"
    )
    assert [document.text[turn.start : turn.end] for turn in document.turns] == [
        "Now.",
        "You were\nthere?",
        "Yes.",
    ]
    assert any(one.text.strip() == head for one in document.removed)
    assert "hannan" in (document.turns[-1].speaker or "").lower()


@pytest.mark.parametrize(
    ("ruling", "stricken"),
    [
        ("Sustained.  Stricken.", True),
        ("I will strike the answer.", True),
        ("The jury will disregard the last answer.", True),
        ("Granted.", True),
        ("Overruled.  I will not strike the answer.", False),
        ("Denied.", False),
        ("Strike that.  Let us go on.", False),
    ],
)
def test_what_the_judge_strikes_stays_and_is_flagged(ruling: str, stricken: bool) -> None:
    text = (
        "THE COURT:  Go on.\nBY MR. COLE:\nQ. Well?\nA. He took it.\n"
        f"MS. STRÖM:  Move to strike.\nTHE COURT:  {ruling}\n"
    )
    answer = next(turn for turn in read(FRONT + text, kind="trial").turns if turn.role == "answer")
    assert ("stricken" in answer.flags) is stricken


def test_an_english_court() -> None:
    document = read(
        "IN THE HIGH COURT OF JUSTICE\nTuesday, 12 June 2018\nBefore: MR JUSTICE HALE\n"
        "1   MR JUSTICE HALE:  Yes, Mr Cole.\n2   MR COLE:  My Lord, I call Mr Blake.\n"
        "3           MR DESMOND BLAKE (sworn)\n4          Examination-in-chief by MR COLE\n"
        "5   Q.  Is this your statement?\n6   A.  It is.\n7           Cross-examination by MS STROM\n"
        "8   Q.  You were alone?\n9   A.  I was.\n10  MR JUSTICE HALE:  Were you sure?\n11  A.  I "
        "was, my Lord.\n"
    )
    assert document.kind == "trial"
    assert [(turn.role, turn.speaker, document.place_at(turn.start).line) for turn in document.turns] == [
        ("colloquy", "MR JUSTICE HALE", "1"),
        ("colloquy", "MR COLE", "2"),
        ("note", None, "3"),
        ("question", "MR COLE", "5"),
        ("answer", "Desmond Blake", "6"),
        ("question", "MS STROM", "8"),
        ("answer", "Desmond Blake", "9"),
        ("question", "MR JUSTICE HALE", "10"),
        ("answer", "Desmond Blake", "11"),
    ]


def test_a_real_day_has_every_question_and_answer() -> None:
    gold = os.environ.get("FACTCHECK_GOLD")
    if not gold:
        pytest.skip("FACTCHECK_GOLD names the folder of real inputs")
    data = (Path(gold) / "data" / "transcripts" / "us-v-guo-2024-05-28.txt").read_bytes()
    document = read_bytes(data, "guo.txt")
    assert document.kind == "trial"
    assert original_text(document) == data.decode()
    for letter, role in (("Q", "question"), ("A", "answer")):
        printed = len(re.findall(rf"^{letter}\. ", data.decode(), re.MULTILINE))
        labelled = [turn for turn in document.turns if turn.label == f"{letter}."]
        assert len(labelled) == printed
        assert {turn.role for turn in labelled} == {role}
    assert {turn.speaker for turn in document.turns if turn.label == "A."} == {"Le Zhou"}
    assert {turn.speaker for turn in document.turns if turn.label == "Q."} == {
        "Juliana N. Murray",
        "Sidhardha Kamaraju",
    }
    assert not re.search(r"O5S\dGUO|Le Zhou - (?:Direct|Cross)", document.text)
