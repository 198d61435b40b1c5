"""An errata sheet beside its deposition: later statements, the original kept; a sheet that does not fit is
refused whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.core.document import Document, Mark, Place, Turn
from factcheck.errors import FactcheckError
from factcheck.store import rows
from factcheck.workbench import acts, quoting, readings, verifying
from factcheck.workbench.acts.errata import REVERSED, Errata
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, batches, empty_case, entry_count, state, written

LINES = [
    ("45", "10", "Q. Did you go to the dock on Tuesday?", "question", "Mr. Cole"),
    ("45", "11", "A. I did see the guard there", "answer", "Ann Lee"),
    ("45", "12", "and I spoke with him.", "answer", "Ann Lee"),
    ("45", "13", "Q. And on Friday?", "question", "Mr. Cole"),
    ("46", "1", "A. No. I was at home.", "answer", "Ann Lee"),
]
SHEET = """\
ERRATA SHEET of Ann Lee

Page 45, line 11: change "I did see" to "I did not see". Reason: misheard.
Page 46, line 1: change "at home" to "in Rome". Reason: slip.
"""


def deposition(case: OpenCase, name: str = "lee.txt") -> str:
    text, marks, starts = "", [], []
    for page, line, words, role, speaker in LINES:
        marks.append(Mark(len(text), Place(page=page, line=line)))
        if words[1:3] == ". ":
            starts.append((len(text) + 3, role, speaker))
        text += words + "\n"
    ends = [start - 4 for start, _, _ in starts[1:]] + [len(text) - 1]
    turns = (
        Turn(start, end, speaker, role) for (start, role, speaker), end in zip(starts, ends, strict=True)
    )
    document = Document(
        name=name, kind="deposition", sha256=name.encode().hex().ljust(64, "0")[:64], size=len(text),
        reader="test 1", encoding="utf-8", text=text, marks=tuple(marks),
        turns=tuple(turns),
    )  # fmt: skip
    made = acts.add_document(case, ANN, text.encode(), document, None).made
    assert made is not None
    return made.label


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    return empty_case(tmp_path)


def applied(case: OpenCase, text: str = SHEET, name: str = "sheet.txt", **said: str) -> Errata:
    return acts.apply_errata(case, ANN, "D1", written(case.path.parent, name, text), **said)


def test_each_entry_is_a_later_statement_and_the_answer_stays(case: OpenCase) -> None:
    deposition(case)
    done = applied(case, published="2018-06-20")
    assert [(one.place, one.original, one.later, one.turned) for one in done.corrected] == [
        ("45:11", "S1", "S2", ("polarity",)), ("46:1", "S3", "S4", ("name",)),
    ]  # fmt: skip
    original = readings.statement_view(case, ANN, "S1")
    assert original.words == "I did see the guard there\nand I spoke with him."
    assert original.speaker == "Ann Lee"
    claim = readings.claim_view(case, ANN, "S1.C1")
    (later,) = claim.later
    assert (later.label, later.afterwards, later.said_on) == ("S2", ("corrected",), "2018-06-20")
    assert later.words.startswith("Page 45, line 11: change")
    correction = readings.claim_view(case, ANN, "S2.C1")
    assert (correction.words, correction.status, correction.speaker) == (
        "I did not see",
        "to confirm",
        "Ann Lee",
    )
    assert correction.context is not None
    assert correction.context.endswith("“I did see” to “I did not see”. Reason given: misheard")
    tagged = rows.where(case.db, ANN, "tag", "target", correction.statement.id)
    assert [tag.get("name") for tag in tagged] == [REVERSED]
    assert {check.match for check in quoting.check_quotations(case.db, ANN)} == {"exact"}
    assert verifying.verify(case, ANN).problems == ()


def test_an_answer_that_was_recorded_is_taken_up(case: OpenCase) -> None:
    label = deposition(case)
    start = "\n".join(line[2] for line in LINES).index("I did see")
    acts.capture(case, ANN, label, [(start, start + len("I did see the guard there"))])
    assert applied(case).corrected[0].original == "S1"
    assert len(readings.claim_view(case, ANN, "S1.C1").later) == 1


def test_it_is_one_act_that_one_undo_takes_back(case: OpenCase) -> None:
    deposition(case)
    before, entries = state(case), entry_count(case)
    applied(case)
    assert len(batches(case, entries)) == 1
    acts.undo(case, ANN)
    assert state(case) == before


def test_the_same_sheet_twice_records_nothing_more(case: OpenCase) -> None:
    deposition(case)
    first = applied(case)
    entries = entry_count(case)
    again = acts.apply_errata(case, ANN, "D1", first.made.label)
    assert [one.later for one in again.corrected] == [one.later for one in first.corrected]
    assert all(one.known for one in again.corrected)
    assert entry_count(case) == entries


def test_a_table_does_as_well(case: OpenCase) -> None:
    deposition(case)
    done = applied(case, "page,line,from,to,reason\n45,11-12,there and I,there; I,\n", "sheet.csv")
    assert [(one.was, one.now, one.turned) for one in done.corrected] == [("there and I", "there; I", ())]


def test_a_sheet_that_is_sworn_to(case: OpenCase) -> None:
    deposition(case)
    done = applied(case, SHEET + "\nI declare under penalty of perjury that this is true.\n")
    assert done.sworn
    claim = readings.claim_view(case, ANN, "S2.C1")
    assert claim.status == "sworn written"
    assert claim.oath_citations[0].source_label == done.made.label


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        (
            '45:12 change "I did see" to "I did not see"\n45:11 change "I did see" to "I saw"',
            "it reads “and I spoke with him.”",
        ),
        ('99:1 change "I did see" to "I did not see"', "there is no such page and line"),
        ('45:13 change "And" to "Or"\n46:1 delete "yes"', "1 of 2 entries"),
        ("45:11 he was tired", "is not understood"),
        ("Nothing to correct.", "No line of it names"),
    ],
)  # fmt: skip
def test_a_sheet_that_does_not_fit_is_refused_whole(case: OpenCase, sheet: str, told: str) -> None:
    deposition(case)
    before, entries = state(case), entry_count(case)
    with pytest.raises(FactcheckError) as refused:
        applied(case, sheet)
    assert told in f"{refused.value.title}\n{refused.value.detail}"
    assert (state(case), entry_count(case)) == (before, entries)


def test_who_the_witness_is_may_be_said(case: OpenCase) -> None:
    deposition(case)
    done = applied(case, witness="Anna Lee")
    assert readings.statement_view(case, ANN, done.corrected[0].later).speaker == "Anna Lee"
