"""What holds of every act: one batch, one undo step that restores everything; refusals in words."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from factcheck.core.document import Document, Mark, Place, Turn
from factcheck.core.viewer import Viewer
from factcheck.errors import FactcheckError
from factcheck.workbench import acts, readings, verifying
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import (
    ANN,
    ANSWER,
    BEN,
    FIRST,
    PAPER,
    SECOND,
    TESTIMONY,
    batches,
    entry_count,
    inquiry,
    state,
    stretch,
    written,
)
from tests.workbench.proposed import propose

Act = Callable[[OpenCase, Viewer], Any]


def a_source(case: OpenCase, viewer: Viewer) -> Any:
    path = written(case.path.parent, "letter.txt", "He met John Stone on May 3, 2016, Ann Lee said.\n")
    return acts.add_source(case, viewer, path, kind="news", published="2017-03-05")


def a_table(case: OpenCase, viewer: Viewer) -> Any:
    path = written(
        case.path.parent, "events.csv", "id,title,when,who\n1,Call,2016-05-03,John Stone;Ann Lee\n2,Tea,,\n"
    )
    return acts.import_table(case, viewer, path, as_="events")


def proposals(case: OpenCase, viewer: Viewer) -> tuple[str, str]:
    """A statement and an event that wait."""
    propose(case)
    statement, event = readings.proposals(case, viewer)
    return statement.id, event.id


def withdrawn(case: OpenCase, viewer: Viewer, ref: str) -> str:
    acts.withdraw(case, viewer, ref, "wrong")
    return ref


def merged(case: OpenCase, viewer: Viewer) -> str:
    acts.same(case, viewer, ["E1", "E2"])
    return "E2"


def a_version(case: OpenCase, viewer: Viewer, text: str = TESTIMONY, **kin: Any) -> str:
    """D3, a later version of D1 or, with `variant_of`, another text of the same words."""
    path = written(case.path.parent, "final.txt", "CERTIFIED\n" + text)
    made = acts.add_source(
        case, viewer, path, kind="hearing", extract=False, **(kin or {"version_of": "D1"})
    ).made
    assert made is not None
    return made.label


def a_changed_version(case: OpenCase, viewer: Viewer) -> str:
    return a_version(case, viewer, TESTIMONY.replace("did not have", "did have"))


def an_explanation(case: OpenCase, viewer: Viewer) -> tuple[int, int]:
    """An explanation that stands in D1, and where it would stand in D3."""
    acts.explain(case, viewer, "L1", source="D1", spans=[stretch("Thank you.")], person="Al Frank")
    a_version(case, viewer)
    return stretch("HEARING", "CERTIFIED\n" + TESTIMONY)


def a_sheet(case: OpenCase, viewer: Viewer) -> Path:
    """A page of testimony with page and line, and the sheet of its errata."""
    document = Document(
        name="lee.txt", kind="deposition", sha256="5" * 64, size=6, reader="test 1", encoding="utf-8",
        text="I did.", marks=(Mark(0, Place(page="45", line="12")),),
        turns=(Turn(0, 6, "Ann Lee", "answer"),),
    )  # fmt: skip
    acts.add_document(case, viewer, b"I did.", document, None)
    return written(case.path.parent, "sheet.txt", '45:12 change "did" to "did not"\n')


def a_register(case: OpenCase, viewer: Viewer) -> acts.RowsImported:
    """D3, a register of one row."""
    path = written(case.path.parent, "gate.csv", "Date,Visitor\n2016-09-08,John Stone\n")
    return acts.import_rows(case, viewer, path, mode="attended")


def a_row(case: OpenCase, viewer: Viewer) -> str:
    a_register(case, viewer)
    return "D3:2"


def scanned(case: OpenCase, viewer: Viewer) -> str:
    """A source that is the image of one page."""
    path = case.path.parent / "page.png"
    Image.new("L", (8, 8), 255).save(path)
    added = acts.add_source(case, viewer, path, kind="letter")
    assert added.made is not None
    return added.made.label


def typed(case: OpenCase, viewer: Viewer) -> str:
    """What another reviewer typed from it."""
    return acts.type_page(case, BEN, scanned(case, viewer), "1", "He met her.").label


ACTS: dict[str, tuple[Callable[[OpenCase, Viewer], Any], Callable[[OpenCase, Viewer, Any], Any]]] = {
    "add_source": (lambda c, v: None, lambda c, v, _: a_source(c, v)),
    "type_page": (scanned, lambda c, v, ref: acts.type_page(c, v, ref, "1", "He met her.")),
    "check_page": (typed, lambda c, v, ref: acts.check_page(c, v, ref)),
    "import_table": (lambda c, v: None, lambda c, v, _: a_table(c, v)),
    "import_rows": (lambda c, v: None, lambda c, v, _: a_register(c, v)),
    "promote": (a_row, lambda c, v, ref: acts.promote(c, v, [ref])),
    "person": (
        lambda c, v: None,
        lambda c, v, _: acts.person(
            c, v, "Ann Lee", aliases=["A. Lee"], roles=[("aide", "2016")], note="hers"
        ),
    ),
    "capture": (
        lambda c, v: None,
        lambda c, v, _: acts.capture(c, v, "D2", [stretch("I never met them", PAPER)], speaker="the senator"),
    ),
    "statement": (lambda c, v: None, lambda c, v, _: acts.statement(c, v, words="No.", speaker="Ann Lee")),
    "split": (
        lambda c, v: None,
        lambda c, v, _: acts.split(c, v, "S1.C2", [stretch(SECOND, ANSWER), stretch("with them", ANSWER)]),
    ),
    "event": (
        lambda c, v: None,
        lambda c, v, _: acts.event(c, v, title="A call", who=["Ann Lee?", "John Stone"]),
    ),
    "take_part": (lambda c, v: None, lambda c, v, _: acts.take_part(c, v, "E2", ["Ann Lee", "John Stone"])),
    "evidence": (
        lambda c, v: None,
        lambda c, v, _: acts.evidence(c, v, "E1", mode="reported", cited="A diary", says_who="Ann Lee"),
    ),
    "explain": (
        lambda c, v: None,
        lambda c, v, _: acts.explain(c, v, "S1.C1", words="A slip.", person="Ann Lee"),
    ),
    "group": (lambda c, v: None, lambda c, v, _: acts.group(c, v, ["E1", "E2"])),
    "searched": (lambda c, v: None, lambda c, v, _: acts.searched(c, v, "submarine", ["D1", "D2"])),
    "link": (lambda c, v: None, lambda c, v, _: acts.link(c, v, "S1.C1", "E3", reasons="same day")),
    "set_aside": (lambda c, v: None, lambda c, v, _: acts.set_aside(c, v, "S1.C1", "E3")),
    "grade": (
        lambda c, v: None,
        lambda c, v, _: acts.grade(c, v, "E3", "c 3 4 2", claim="S1.C2", rationale="It was on."),
    ),
    "adjudicate": (lambda c, v: None, lambda c, v, _: acts.adjudicate(c, v, "L1", "c342", "Most natural.")),
    "dissent": (lambda c, v: None, lambda c, v, _: acts.dissent(c, v, "L1", "I would say 2.", "q242")),
    "note": (lambda c, v: None, lambda c, v, _: acts.note(c, v, "L1", "Ask the office.")),
    "tag": (lambda c, v: None, lambda c, v, _: acts.tag(c, v, "E1", "to print")),
    "edit": (
        lambda c, v: None,
        lambda c, v, _: acts.edit(c, v, "S1", {"addressee": "Ann Lee", "said_on": "2017", "forum": None}),
    ),
    "withdraw": (lambda c, v: None, lambda c, v, _: acts.withdraw(c, v, "E1", "another day")),
    "restore": (lambda c, v: withdrawn(c, v, "S1"), lambda c, v, ref: acts.restore(c, v, ref)),
    "same": (lambda c, v: None, lambda c, v, _: acts.same(c, v, ["E1", "E2"])),
    "separate": (merged, lambda c, v, ref: acts.separate(c, v, ref)),
    "set_version": (lambda c, v: None, lambda c, v, _: acts.set_version(c, v, "D2", "D1")),
    "set_variant": (lambda c, v: None, lambda c, v, _: acts.set_variant(c, v, "D2", "D1")),
    "carry": (a_version, lambda c, v, label: acts.carry(c, v, label)),
    "keep": (a_changed_version, lambda c, v, label: acts.keep(c, v, label, ["S1"])),
    "anchor_by_hand": (an_explanation, lambda c, v, span: acts.anchor_by_hand(c, v, "D3", "X2", [span])),
    "make_primary": (
        lambda c, v: a_version(c, v, variant_of="D1"),
        lambda c, v, label: acts.make_primary(c, v, "S1", label),
    ),
    "apply_errata": (a_sheet, lambda c, v, path: acts.apply_errata(c, v, "D3", path)),
    "open_round": (lambda c, v: None, lambda c, v, _: acts.open_round(c, v, blind=True)),
    "accept": (proposals, lambda c, v, ids: acts.accept(c, v, ids)),
    "accept_edited": (proposals, lambda c, v, ids: acts.accept_edited(c, v, ids[1], {"when": "2016-09-08"})),
    "accept_into": (proposals, lambda c, v, ids: acts.accept_into(c, v, ids[1], "E1")),
    "accept_pair": (proposals, lambda c, v, ids: acts.accept_pair(c, v, *ids)),
    "accept_split": (proposals, lambda c, v, ids: acts.accept_split(c, v, ids[0], [(0, 7), (10, 19)])),
    "grade_pair": (
        proposals,
        lambda c, v, ids: acts.grade_pair(c, v, ids[0], ids[1], "c142", rationale="so"),
    ),
    "turn_down": (proposals, lambda c, v, ids: acts.turn_down(c, v, "S1.C1", [ids[1], "E3"])),
    "tag_all": (lambda c, v: None, lambda c, v, _: acts.tag_all(c, v, ["E1", "S1"], "to print")),
    "reject": (proposals, lambda c, v, ids: acts.reject(c, v, ids)),
}
"""Each act: what must be there before, and the act itself, given that."""

NO_ACTS = {"undo", "redo", "save_draft", "drop_draft", "words_within", "add_document"}
"""Reversals, drafts, a reading, and what `add_source` does with a document at hand."""


def test_no_act_is_forgotten() -> None:
    functions = {name for name in acts.__all__ if inspect.isfunction(getattr(acts, name))}
    assert functions - NO_ACTS == set(ACTS)


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_one_batch_and_one_undo_step_that_restores_everything(case: OpenCase, name: str) -> None:
    prepare, act = ACTS[name]
    needed = prepare(case, ANN)
    before, entries = state(case), entry_count(case)
    act(case, ANN, needed)
    after = state(case)
    assert after != before
    assert len(batches(case, entries)) == 1
    offer = readings.undo_offer(case, ANN)
    assert offer is not None
    assert acts.undo(case, ANN) == offer
    assert state(case) == before
    assert verifying.verify(case, ANN).problems == ()
    again = readings.redo_offer(case, ANN)
    assert again is not None
    assert (again.batch, again.sentence) == (offer.batch, offer.sentence)
    acts.redo(case, ANN)
    assert state(case) == after
    assert verifying.verify(case, ANN).problems == ()


@pytest.mark.parametrize("name", ACTS)
def test_nobody_acts_without_a_name(case: OpenCase, name: str) -> None:
    prepare, act = ACTS[name]
    needed = prepare(case, ANN)
    entries = entry_count(case)
    with pytest.raises(FactcheckError) as refused:
        act(case, Viewer(None, "", "lead"), needed)
    assert (refused.value.title, refused.value.hint) == (
        "Nobody acts here",
        "Say who you are with --by NAME.",
    )
    assert entry_count(case) == entries


QUESTION_PART = "what will you do?"
BLANK = (TESTIMONY.index("\n\n"), TESTIMONY.index("\n\n") + 2)
REFUSED: dict[str, Act] = {
    "an unknown record": lambda c, v: acts.link(c, v, "S9.C1", "E1"),
    "a record of another sort": lambda c, v: acts.link(c, v, "E1", "E2"),
    "a claim linked to its own statement": lambda c, v: acts.link(c, v, "S1.C1", "S1"),
    "a claim linked to itself": lambda c, v: acts.link(c, v, "S1.C1", "S1.C1"),
    "a statement of several claims": lambda c, v: acts.link(c, v, "S1", "E1"),
    "a link of a withdrawn claim": lambda c, v: acts.link(c, v, "S1.C3", "E3"),
    "a link to a withdrawn event": lambda c, v: acts.link(c, v, "S1.C1", "E4"),
    "a grade of a withdrawn link": lambda c, v: acts.grade(c, v, "L4", "c161"),
    "evidence of a withdrawn event": lambda c, v: acts.evidence(c, v, "E4", mode="reported", cited="x"),
    "a capture without words": lambda c, v: acts.capture(c, v, "D1", [], speaker="Ann Lee"),
    "a capture of white space": lambda c, v: acts.capture(c, v, "D1", [BLANK], speaker="A"),
    "a capture beyond the text": lambda c, v: acts.capture(c, v, "D1", [(0, 9999)], speaker="Ann Lee"),
    "a capture that runs backwards": lambda c, v: acts.capture(
        c, v, "D1", [stretch(SECOND), stretch(FIRST)], speaker="Ann Lee"
    ),
    "a capture that overlaps itself": lambda c, v: acts.capture(
        c, v, "D1", [stretch(ANSWER), stretch(SECOND)], speaker="Ann Lee"
    ),
    "a claim outside the words": lambda c, v: acts.capture(
        c, v, "D1", [stretch(FIRST)], speaker="Ann Lee", claims=[(0, 900)]
    ),
    "a question other than the quoted one": lambda c, v: acts.capture(
        c, v, "D1", [stretch(FIRST)], speaker="A", question_spans=[stretch(QUESTION_PART)], question="What?"
    ),
    "a date in two readings": lambda c, v: acts.capture(
        c, v, "D1", [stretch(FIRST)], speaker="Ann Lee", said_on="8/9/2016"
    ),
    "no such form": lambda c, v: acts.capture(c, v, "D1", [stretch(FIRST)], speaker="Ann Lee", form="vague"),
    "no such field": lambda c, v: acts.statement(c, v, words="No.", speaker="Ann Lee", mood="cross"),
    "a statement without words": lambda c, v: acts.statement(c, v, words="  ", speaker="Ann Lee"),
    "another text of an event": lambda c, v: acts.statement(
        c, v, words="No.", speaker="A. L.", variant_of="E1"
    ),
    "an event without a title": lambda c, v: acts.event(c, v, title=" ", who=["Ann Lee"]),
    "a participant without a name": lambda c, v: acts.event(c, v, title="Tea", who=["Ann Lee", "(aide)"]),
    "a person that is no person": lambda c, v: acts.event(c, v, title="Tea", who=["Ann Lee", "E1"]),
    "an unknown person's label": lambda c, v: acts.event(c, v, title="Tea", who=["Ann Lee", "P77"]),
    "evidence of nothing": lambda c, v: acts.evidence(c, v, "E1", mode="reported", origin="Ann Lee"),
    "evidence without its words": lambda c, v: acts.evidence(c, v, "E1", mode="reported", source="D1"),
    "evidence of no mode": lambda c, v: acts.evidence(c, v, "E1", mode="seen", cited="A diary"),
    "an explanation without words": lambda c, v: acts.explain(c, v, "L1", person="Ann Lee", words=" "),
    "an explanation without its place": lambda c, v: acts.explain(c, v, "L1", words="A slip.", source="D1"),
    "an explanation of a person": lambda c, v: acts.explain(c, v, "P1", words="A slip.", person="Ann Lee"),
    "an explanation that bears on nothing known": lambda c, v: acts.explain(
        c, v, "L1", words="A slip.", bears_on="E1, E77"
    ),
    "pieces of nothing": lambda c, v: acts.split(c, v, "S1.C1", []),
    "a piece of nothing": lambda c, v: acts.split(c, v, "S1.C1", [(0, 5), (7, 7)]),
    "a piece outside": lambda c, v: acts.split(c, v, "S1.C1", [(0, 5), (5, 900)]),
    "a person without a name": lambda c, v: acts.person(c, v, " ", aliases=["Ann Lee"]),
    "a role without a date": lambda c, v: acts.person(c, v, "Ann Lee", roles=[("aide", "some time")]),
    "a blocked grade": lambda c, v: acts.grade(c, v, "E3", "s342", claim="S1.C1"),
    "an incomplete grade": lambda c, v: acts.grade(c, v, "L1", {"relation": "c", "degree": "2"}),
    "a grade of unknown keys": lambda c, v: acts.grade(
        c, v, "L1", {"relation": "c", "degree": "2", "kind": "1", "confidence": "2", "mood": "x"}
    ),
    "a grade with an unknown code": lambda c, v: acts.grade(
        c, v, "L1", {"relation": "z", "degree": "2", "kind": "1", "confidence": "2"}
    ),
    "an unknown secondary kind": lambda c, v: acts.grade(c, v, "L1", "c342", also=["z"]),
    "an unknown slot": lambda c, v: acts.grade(c, v, "L1", "c342", scope={"why": "y"}),
    "an unknown answer of a slot": lambda c, v: acts.grade(c, v, "L1", "c342", scope={"who": "maybe"}),
    "an unknown awareness": lambda c, v: acts.grade(c, v, "L1", "c342", awareness="9"),
    "a reading of no degree": lambda c, v: acts.grade(
        c, v, "L1", "c342", readings=[{"name": "A", "degree": "9"}]
    ),
    "a grade on a day that is none": lambda c, v: acts.grade(c, v, "L1", "c342", as_of="8/9/2016"),
    "a grade of an event alone": lambda c, v: acts.grade(c, v, "E1", "c342"),
    "an adjudication without a reason": lambda c, v: acts.adjudicate(c, v, "L1", "c342", " "),
    "an adjudication that contradicts itself": lambda c, v: acts.adjudicate(c, v, "L1", "n312", "why"),
    "an adjudication that chooses no grade": lambda c, v: acts.adjudicate(
        c, v, "L1", "c342", "why", chosen="E1"
    ),
    "a dissent without words": lambda c, v: acts.dissent(c, v, "L1", " "),
    "a note without words": lambda c, v: acts.note(c, v, "L1", " "),
    "a note on nothing": lambda c, v: acts.note(c, v, "L77", "what?"),
    "an answer to no note": lambda c, v: acts.note(c, v, "L1", "yes", parent="E1"),
    "a tag without a name": lambda c, v: acts.tag(c, v, "L1", " "),
    "words that are quoted": lambda c, v: acts.edit(c, v, "S1", {"words": "I did."}),
    "a question that is quoted": lambda c, v: acts.edit(c, v, "S1", {"question": "Did you?"}),
    "the source of quoted words": lambda c, v: acts.edit(c, v, "S1", {"source": "D2"}),
    "a field that is fixed": lambda c, v: acts.edit(c, v, "S1", {"label": "S9"}),
    "the mark of the sample": lambda c, v: acts.edit(c, v, "case", {"sample": "yes"}),
    "a field that must stand": lambda c, v: acts.edit(c, v, "E1", {"place": "Paris", "title": ""}),
    "one bad field of several": lambda c, v: acts.edit(c, v, "E1", {"place": "Paris", "when": "some day"}),
    "an unknown slot of a claim": lambda c, v: acts.edit(c, v, "S1.C1", {"scope": "why=stated"}),
    "an unknown sort of afterwards": lambda c, v: acts.edit(c, v, "S1", {"afterwards": "denied"}),
    "a role of one's own choice": lambda c, v: acts.edit(c, v, v.reviewer or "", {"role": "lead"}),
    "another reviewer's name": lambda c, v: acts.edit(c, v, "reviewer:ben", {"name": "Benedict"}),
    "a withdrawal without a reason": lambda c, v: acts.withdraw(c, v, "E1", " "),
    "a withdrawal of the case": lambda c, v: acts.withdraw(c, v, "case", "over"),
    "a restoring of what stands": lambda c, v: acts.restore(c, v, "E1"),
    "one record alone the same": lambda c, v: acts.same(c, v, ["E1"]),
    "records of two sorts the same": lambda c, v: acts.same(c, v, ["E1", "S1"]),
    "apart from nothing": lambda c, v: acts.separate(c, v, "E1"),
    "a set of one": lambda c, v: acts.group(c, v, ["E1", "E1"]),
    "a search for nothing": lambda c, v: acts.searched(c, v, "…", ["D1"]),
    "a search nowhere": lambda c, v: acts.searched(c, v, "office", []),
    "a version of itself": lambda c, v: acts.set_version(c, v, "D1", "D1"),
    "carrying to what is no version": lambda c, v: acts.carry(c, v, "D1"),
    "leaving what is no version": lambda c, v: acts.keep(c, v, "D2", ["S1"]),
    "words without a place, by hand": lambda c, v: acts.anchor_by_hand(c, v, "D1", "S1", []),
    "a passage of another document": lambda c, v: acts.anchor_by_hand(c, v, "D2", "S1", [(0, 5)]),
    "a text that is quoted already": lambda c, v: acts.make_primary(c, v, "S1", "D1"),
    "another document as primary": lambda c, v: acts.make_primary(c, v, "S1", "D2"),
    "a sheet that is none": lambda c, v: acts.apply_errata(c, v, "D1", "D2"),
    "no proposal": lambda c, v: acts.accept(c, v, []),
    "an unknown proposal": lambda c, v: acts.reject(c, v, ["nothing"]),
    "nothing to redo": lambda c, v: acts.redo(c, v),
    "an unknown sort of import": lambda c, v: acts.import_table(c, v, Path("x.csv"), as_="people"),
}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> OpenCase:
    """The small case for refusals, which leave it as it is; with a withdrawn claim, event and link."""
    case = inquiry(tmp_path_factory.mktemp("refused"))
    acts.split(case, ANN, "S1.C1", [stretch(FIRST, ANSWER), stretch("activities", ANSWER)])
    acts.event(case, ANN, title="Never")
    acts.link(case, ANN, "S1.C1", "E2")
    for ref in ("S1.C3", "E4", "L4"):
        acts.withdraw(case, ANN, ref, "wrong")
    return case


@pytest.mark.parametrize("what", REFUSED)
def test_a_refusal_is_in_words_and_leaves_nothing(shared: OpenCase, what: str) -> None:
    before, entries = state(shared), entry_count(shared)
    blobs = shared.db.execute("SELECT count(*) FROM blob").fetchone()
    with pytest.raises(FactcheckError) as refused:
        REFUSED[what](shared, ANN)
    error = refused.value
    assert error.title and not error.title.endswith(".")
    assert error.title != "The case could not be read or written"
    assert error.exit_code in {1, 2}
    assert (state(shared), entry_count(shared)) == (before, entries)
    assert shared.db.execute("SELECT count(*) FROM blob").fetchone() == blobs


REPEATED: dict[str, Act] = {
    "the same source": lambda c, v: acts.add_source(c, v, c.path.parent / "paper.txt"),
    "the same link": lambda c, v: acts.link(c, v, "S1.C2", "E1"),
    "the same tag": lambda c, v: acts.tag(c, v, "E1", "To  Print"),
    "the same values": lambda c, v: acts.edit(
        c, v, "E1", {"title": "Meeting in the office", "when": "Sept 8 2016"}
    ),
    "the same person": lambda c, v: acts.person(
        c, v, "john stone", aliases=["J. Stone"], roles=[("senator", "2016")]
    ),
    "the same participant": lambda c, v: acts.take_part(c, v, "E1", ["Sergey K. (ambassador)", "J. Stone"]),
    "the same split": lambda c, v: acts.split(c, v, "S1.C2", [stretch(SECOND, ANSWER)]),
    "a withdrawal": lambda c, v: acts.withdraw(c, v, "E3", "again"),
    "no version as before": lambda c, v: acts.set_version(c, v, "D2", None),
}


@pytest.mark.parametrize("what", REPEATED)
def test_what_is_there_already_is_not_recorded_twice(case: OpenCase, what: str) -> None:
    acts.tag(case, ANN, "E1", "to print")
    acts.person(case, ANN, "John Stone", aliases=["J. Stone"], roles=[("senator", "2016")])
    acts.withdraw(case, ANN, "E3", "another")
    entries = entry_count(case)
    REPEATED[what](case, ANN)
    assert entry_count(case) == entries


def test_a_text_that_no_test_uses_is_no_text() -> None:
    assert FIRST in TESTIMONY and SECOND in TESTIMONY and ANSWER in TESTIMONY
