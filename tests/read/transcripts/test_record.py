"""The Congressional Record becomes turns."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.document import Document
from factcheck.core.mapping import original_text
from factcheck.read.door import read_bytes
from factcheck.read.transcripts.hearings import record
from tests.bench.transcripts_bench import compare, rows_of

RECORD = """\
[Congressional Record Volume 163, Number 36 (Thursday, March 2, 2017)]
[Senate]
[Pages S1586-S1588]
From the Congressional Record Online through the Government Publishing Office [www.gpo.gov]


                           THE HARBOR LIGHTS

  The PRESIDING OFFICER (Ms. Rowe). The Senator from Maine is
recognized.
  Mr. McVANN. Madam President, I rise to speak of lights. As the keeper
wrote:

       The lamp was lit at nine and it burned until the oil was

[[Page S1587]]

     gone.

  That is all he wrote. I ask unanimous consent that his letter be
printed in the Record.
  There being no objection, the letter was ordered to be printed in the
Record, as follows:

                                                     March 1, 2017.

       Dear Senator: The lamp is out.
       Mr. HOLM. That is how I sign.

  Mr. McVANN. I yield the floor.
  Mr. HOLM addressed the Chair.
  The PRESIDING OFFICER. The Senator from Iowa.
  Mr. HOLM. Did the Senator write it himself?
  Mr. McVANN. I did not.
  Ms. VAN ORLA.
  I suggest the absence of a quorum.
  The PRESIDING OFFICER. The clerk will call the roll.
  The bill clerk proceeded to call the roll.
  Mr. GARZA of Texas. Madam President, I have a good deal to say of
this matter, and I have waited for a long while to say it, since nobody
else seems to have read the letter that we are speaking of, and since the
letter says something else than what we have been told that it says, as
anybody can see who will take the trouble to read it from the beginning.
                                 ______

      By Mr. LEE:
  S. 999. A bill to relight the lamp; to the Committee on Lamps.

<bullet> Mr. LEE. Madam President, I support the lamp.<bullet>

                          ____________________
"""


def said(document: Document) -> list[tuple[str | None, str, str, tuple[str, ...]]]:
    return [
        (turn.speaker, turn.role, " ".join(document.text[turn.start : turn.end].split())[:50], turn.flags)
        for turn in document.turns
    ]


def test_who_speaks() -> None:
    document = read_bytes(RECORD.encode(), "x.txt")
    assert document.kind == "record" and document.reader.endswith(record.LAYOUT)
    assert said(document) == [
        ("Ms. Rowe", "colloquy", "The Senator from Maine is recognized.", ()),
        ("Mr. McVANN", "colloquy", "Madam President, I rise to speak of lights. As the", ()),
        (None, "note", "There being no objection, the letter was ordered t", ()),
        ("Mr. McVANN", "colloquy", "I yield the floor.", ()),
        (None, "note", "Mr. HOLM addressed the Chair.", ()),
        ("Ms. Rowe", "colloquy", "The Senator from Iowa.", ()),
        ("Mr. HOLM", "question", "Did the Senator write it himself?", ()),
        ("Mr. McVANN", "answer", "I did not.", ()),
        ("Ms. VAN ORLA", "colloquy", "I suggest the absence of a quorum.", ()),
        ("Ms. Rowe", "colloquy", "The clerk will call the roll.", ()),
        (None, "note", "The bill clerk proceeded to call the roll.", ()),
        ("Mr. GARZA of Texas", "statement", "Madam President, I have a good deal to say of this", ()),
        ("Mr. LEE", "colloquy", "Madam President, I support the lamp.", ("inserted",)),
    ]


def test_what_a_speaker_quotes_is_his_and_what_is_printed_after_him_is_not() -> None:
    document = read_bytes(RECORD.encode(), "x.txt")
    first = document.text[document.turns[1].start : document.turns[1].end]
    assert "burned until the oil was\n     gone." in first and first.endswith("printed in the Record.")
    assert document.text[document.turns[-2].end - 10 : document.turns[-2].end] == "beginning."
    assert document.text[document.turns[-1].end - 5 : document.turns[-1].end] == "lamp."


def test_day_chamber_and_pages() -> None:
    document = read_bytes(RECORD.encode(), "x.txt")
    assert document.published == "2017-03-02"
    assert document.published_basis == "header of the Record: Thursday, March 2, 2017"
    assert [(section.sort, section.date, section.place) for section in document.sections] == [
        ("front", None, None),
        ("sitting", "2017-03-02", "Senate"),
    ]
    assert document.place_at(document.turns[0].start).page == "S1586"
    assert document.place_at(document.turns[1].end - 1).page == "S1587"


def test_the_clock_of_the_house_is_a_place() -> None:
    text = RECORD.replace("[Senate]", "[House]").replace(
        "Mr. HOLM. Did", "\n                              {time}  1430\n\n  Mr. HOLM. Did"
    )
    document = read_bytes(text.encode(), "x.txt")
    assert "{time}" not in document.text
    (turn,) = (turn for turn in document.turns if turn.role == "question")
    assert (document.place_at(turn.start).time, document.place_at(turn.start).page) == ("14:30", "S1587")


def test_extensions_of_remarks_are_written() -> None:
    document = read_bytes(RECORD.replace("[Senate]", "[Extensions of Remarks]").encode(), "x.txt")
    assert document.sections[-1].sort == "written"


@given(
    st.lists(st.sampled_from([*RECORD.split("\n"), "", "{time} 900", "[[Page H1]]", "<bullet>"]), max_size=80)
)
@settings(max_examples=100)
def test_whatever_the_lines_the_map_holds(rows: list[str]) -> None:
    text = "\n".join(["[Congressional Record Volume 163, Number 36 (Thursday, March 2, 2017)]", *rows])
    document = read_bytes(text.encode(), "x.txt")
    assert original_text(document) == text
    end = 0
    for turn in document.turns:
        assert end <= turn.start < turn.end <= len(document.text)
        end = turn.end


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "unit", ["A", " ", "  Mr. HOLM. A\n", "       set in\n", "  There being no objection\n", "\n"]
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    text = RECORD + unit * ((2_000_000 if len(unit) == 1 else 300_000) // len(unit))
    assert read_bytes(text.encode(), "x.txt", kind="record").turns


def test_the_record_as_others_parsed_it(gold: Path) -> None:
    path = gold / "data" / "transcripts" / "CREC-1997-01-28-pt1-PgS726-2.htm"
    whole, _ = compare(read_bytes(path.read_bytes(), path.name), rows_of(path), errors=False)
    assert whole.f1 > 0.99 and whole.accuracy > 0.98
