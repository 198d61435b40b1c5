"""Turns of captions: who begins where, as far as a caption says; each flagged as one."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.anchors import anchor_in
from factcheck.core.document import Document
from factcheck.core.mapping import original_text
from factcheck.read.door import read_bytes
from factcheck.read.transcripts.captions.turns import is_captions


def read(text: str, kind: str | None = "captions") -> Document:
    return read_bytes(text.encode(), "a.txt", kind=kind)


def turns(document: Document) -> list[tuple[str | None, str]]:
    return [
        (turn.role if turn.role == "note" else turn.label, document.text[turn.start : turn.end])
        for turn in document.turns
    ]


def check(document: Document, source: str) -> None:
    assert original_text(document) == source
    at = 0
    for turn in document.turns:
        assert at <= turn.start < turn.end <= len(document.text)
        at = turn.end
        anchor = anchor_in(document.text, document, "D1", turn.start, turn.end)
        assert document.text[turn.start : turn.end] == anchor.exact == anchor.exact.strip()
        assert turn.flags == ("caption",)
        assert turn.speaker == turn.label


SPOKEN = [
    pytest.param(
        ">> WERE YOU THERE? >> NEVER.", [(None, "WERE YOU THERE?"), (None, "NEVER.")], id="two on one line"
    ),
    pytest.param(
        ">> REP. QUILL: YOU WROTE\nYOU WROTE TO HIM TWICE.\n>> MR. ADE: I DID.",
        [("REP. QUILL", "YOU WROTE\nTO HIM TWICE."), ("MR. ADE", "I DID.")],
        id="a line that grows is said once",
    ),
    pytest.param(
        "AND THAT IS ALL.\n>>> GOOD EVENING.\n>> Ada Quill: Thank you.",
        [(None, "AND THAT IS ALL."), (None, "GOOD EVENING."), ("Ada Quill", "Thank you.")],
        id="another story, and words before any mark",
    ),
    pytest.param(
        "SEN. ORLA: DID YOU CALL HIM?\nMR. ADE: NO, SENATOR.\nI WROTE: NO MORE CALLS.",
        [("SEN. ORLA", "DID YOU CALL HIM?"), ("MR. ADE", "NO, SENATOR.\nI WROTE: NO MORE CALLS.")],
        id="labels with titles, and words with a colon",
    ),
    pytest.param(
        "QUILL: Did you call him?\nADE: No.\nQUILL: Are you sure?",
        [("QUILL", "Did you call him?"), ("ADE", "No."), ("QUILL", "Are you sure?")],
        id="capitals among other words",
    ),
    pytest.param(
        ">> HERE IS THE THING: WE LEFT. >> THE CHAIR: ORDER. >> AT 10:30 WE MET. >> I'M SURE: NO.",
        [
            (None, "HERE IS THE THING: WE LEFT."), ("THE CHAIR", "ORDER."), (None, "AT 10:30 WE MET."),
            (None, "I'M SURE: NO."),
        ],
        id="words with a colon after a mark",
    ),
    pytest.param(
        ">> [MUSIC] >> WELCOME. [APPLAUSE] THANK YOU.\n[ no audio ]\nAS I SAID [INAUDIBLE] BEFORE.",
        [
            ("note", "[MUSIC]"), (None, "WELCOME."), ("note", "[APPLAUSE]"), (None, "THANK YOU."),
            ("note", "[ no audio ]"), (None, "AS I SAID [INAUDIBLE] BEFORE."),
        ],
        id="sounds are notes, a gap within words is not",
    ),
    pytest.param(
        ">> ADE: I THANK YOU. (LAUGHTER) AND I MEAN IT.",
        [("ADE", "I THANK YOU."), ("note", "(LAUGHTER)"), ("ADE", "AND I MEAN IT.")],
        id="after a note the same speaker goes on",
    ),
    pytest.param(
        "&gt;&gt; REPORTER: WHY? &gt;&gt; BECAUSE.", [("REPORTER", "WHY?"), (None, "BECAUSE.")], id="entities"
    ),
    pytest.param(
        ">> JOSÉ ÁLVAREZ-RUIZ: NO. >> DR. O'NEIL (BY PHONE): YES. >> (MODERATOR): WHO?",
        [("JOSÉ ÁLVAREZ-RUIZ", "NO."), ("DR. O'NEIL (BY PHONE)", "YES."), ("MODERATOR", "WHO?")],
        id="accents, hyphens, remarks",
    ),
    pytest.param(">> SEN. ORLA:\nYES.\n>> NO.", [("SEN. ORLA", "YES."), (None, "NO.")], id="label alone"),
    pytest.param(">> \n>> SO.\n>>", [(None, "SO.")], id="marks without words"),
    pytest.param("a >> b >>> c", [(None, "a"), (None, "b"), (None, "c")], id="marks within a line"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_spoken(text: str, expected: list[tuple[str | None, str]]) -> None:
    document = read(text)
    assert turns(document) == expected
    assert document.reader == "text/1 captions/1"
    check(document, text)


TIMED = [
    pytest.param(
        "- Were you there?\n- Never.", [(None, "Were you there?"), (None, "Never.")], id="a dash for each"
    ),
    pytest.param("– Ada: Where?\n- Home.", [("Ada", "Where?"), (None, "Home.")], id="a dash and a name"),
    pytest.param(">> Why?\n-- he asked", [(None, "Why?\n-- he asked")], id="two dashes interrupt"),
    pytest.param(">> Why?\n-5 degrees", [(None, "Why?\n-5 degrees")], id="a minus"),
]


@pytest.mark.parametrize(("text", "expected"), TIMED)
def test_timed(text: str, expected: list[tuple[str | None, str]]) -> None:
    source = f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n"
    document = read_bytes(source.encode(), "a")
    assert turns(document) == expected
    assert all(document.place_at(turn.start).time == "00:00:01.000" for turn in document.turns)
    check(document, source)


def test_words_without_a_mark_have_no_turns_and_that_is_said() -> None:
    document = read("WE MET ONCE.\nNO MORE.\n[MUSIC]")
    assert document.turns == ()
    assert [hole.what for hole in document.holes] == ["turns"]


def test_a_lone_beginning_with_a_colon_is_doubtful_and_said() -> None:
    document = read(">> I ASKED HIM.\nREMEMBER: HE KNEW.\n>> NO.")
    assert turns(document) == [(None, "I ASKED HIM.\nREMEMBER: HE KNEW."), (None, "NO.")]
    (hole,) = document.holes
    assert (hole.what, hole.count) == ("labels", 1)
    assert "REMEMBER:" in hole.where


def test_a_speaker_may_repeat_in_text_what_ended_the_line_before() -> None:
    text = ">> I SAID NO.\nNO.\nNO.\n>> YOU SAID NO.\nYOU SAID NO."
    assert read(text).text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (">> DID YOU GO?\n>> NO.\n>> NEVER?\n", True),
        (">> Ada Quill: Did you?\n>> Ben Orla: No.\n>> Ada Quill: Never?\n", True),
        (">> was it\n>> so\n>> he asked in the mail\n> no\n", False),
        (">> did you go there\n>> i did\n>> so\n", False),
        (">>> import os\n>>> print(os.name)\n>>> exit()\n", False),
        ("Prices rose >> 3 percent.\n", False),
        (">> ONE.\n", False),
    ],
)
def test_captions_are_recognised(text: str, expected: bool) -> None:
    assert is_captions(text) is expected
    assert (read(text, None).kind == "captions") is expected


PIECES = st.sampled_from([
    ">> ", ">>> ", ">>", "&gt;&gt; ", "ADE: ", "SEN. ORLA: ", "[MUSIC]", "[", "]", "(LAUGHTER)", "♪", "\n",
    " ", "- ", "you said ", "NO. ", "e\u0301", "\u2028", "\t", ":", "12", "\r\n", "a" * 40, "<v Ada>",
])  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_sequence_of_pieces(pieces: str) -> None:
    source = f"x{pieces}"
    check(read(source), source)


@pytest.mark.parametrize(
    "piece",
    [">> ", ">> [", "A: ", "A:\n", "[MUSIC] ", "\n- x", "(a (", "♪", " ", "\n", "&gt;&gt;", "A " * 50 + ":"],
)
def test_time_is_linear(piece: str) -> None:
    source = "x" + piece * (60_000 // len(piece))
    began = time.process_time()
    read(source)
    assert time.process_time() - began < 15
