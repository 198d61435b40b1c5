"""Who sees what: in a blind round nobody sees another's judgement of a target before giving their own."""

import inspect
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from factcheck.core import records as r
from factcheck.core.catalogue import fields_of
from factcheck.core.entities import ENTITIES
from factcheck.core.filters import parse_filter
from factcheck.core.query import read_query
from factcheck.core.viewer import Viewer, reviewer_id
from factcheck.errors import FactcheckError
from factcheck.store import filtering, pages, rows, search, visibility
from factcheck.store.act import Act
from factcheck.store.case import CaseFile
from tests.store.replicas import ANN, BEN, CLEO, DAN, new_case

EVE = Viewer(reviewer_id("Eve"), "Eve", "reviewer")
FAY = Viewer(reviewer_id("Fay"), "Fay", "reviewer")
NOBODY = Viewer(None, "Stranger")
VIEWERS = {
    "lead": ANN,
    "writer": BEN,
    "adjudicator": CLEO,
    "observer": DAN,
    "another": EVE,
    "graded": FAY,
    "stranger": NOBODY,
}

TELLTALE = "quixotic"
"""A word in everything that Ben wrote on the link."""


def by(viewer: Viewer) -> str:
    return viewer.reviewer or ""


def give(
    act: Act, subject: str, viewer: Viewer, *, target: str = "l", round_: int = 1, degree: str = "3"
) -> None:
    codes = {"relation": "c", "degree": degree, "kind": "4", "confidence": "2"}
    grade = r.Grade(
        target=target,
        reviewer=by(viewer),
        rubric="SVR",
        rubric_version=1,
        round=round_,
        as_of="2017-03-02",
        blind=True,
        codes=codes,
        basis="b",
        rationale=f"{TELLTALE} rationale",
    )
    act.put("grade.given", subject, fields_of(grade))


def settle(act: Act, subject: str, viewer: Viewer, *, target: str = "l", round_: int = 1) -> None:
    codes = {"relation": "c", "degree": "4", "kind": "4", "confidence": "3"}
    settled = r.Adjudication(
        target=target,
        reviewer=by(viewer),
        rubric="SVR",
        rubric_version=1,
        round=round_,
        as_of="2017-03-02",
        codes=codes,
        reason=f"{TELLTALE} reason",
        basis="b",
    )
    act.make("adjudication", settled, subject)


def remark(act: Act, suffix: str, target: str, scope: str = "team") -> None:
    note = r.Note(target=target, reviewer=by(BEN), text=f"{TELLTALE} note", scope=scope)  # type: ignore[arg-type]
    act.make("note", note, f"note-{suffix}")
    if scope == "team":
        act.make("tag", r.Tag(target=target, reviewer=by(BEN), name=f"{TELLTALE} tag"), f"tag-{suffix}")


def judged(folder: Path, *, blind: bool) -> CaseFile:
    """A claim linked to an event, in one round. Ben and Fay graded the link; Ben wrote remarks, and dissents
    from what Cleo settled."""
    case = new_case(folder)
    with case.act(ANN) as act:
        act.make("statement", r.Statement(label=act.label("statement", "s"), words="I met nobody."), "s")
        act.make(
            "claim", r.Claim(label=act.label("claim", "c", "s"), statement="s", words="I met nobody."), "c"
        )
        event = r.Event(label=act.label("event", "e"), title="Meeting", established="documented")
        act.make("event", event, "e")
        act.make("link", r.Link(label=act.label("link", "l"), claim="c", target="e"), "l")
        round_ = r.Round(number=1, blind=blind, rubric="SVR", rubric_version=1)
        act.put("round.opened", "r1", fields_of(round_))
        act.put("reviewer.joined", by(CLEO), fields_of(r.Reviewer(name="Cleo", role="adjudicator")))
    with case.act(BEN) as act:
        give(act, "g-ben", BEN)
        for suffix, target in (("link", "l"), ("grade", "g-ben"), ("claim", "c"), ("event", "e")):
            remark(act, suffix, target)
        for suffix, target in (("mine-link", "l"), ("mine-claim", "c")):
            remark(act, suffix, target, "mine")
        remark(act, "report-link", "l", "report")
        dissent = r.Dissent(target="l", reviewer=by(BEN), text=f"{TELLTALE} dissent")
        act.make("dissent", dissent, "dissent")
    with case.act(FAY) as act:
        give(act, "g-fay", FAY, degree="1")
    with case.act(CLEO) as act:
        settle(act, "settled", CLEO)
    return case


@pytest.fixture
def blind(tmp_path: Path) -> Iterator[CaseFile]:
    with judged(tmp_path, blind=True) as case:
        yield case


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[CaseFile]:
    with judged(tmp_path, blind=False) as case:
        yield case


OPEN = frozenset({"note-claim", "note-event", "tag-claim", "tag-event"})
JUDGED = frozenset(
    {
        "g-ben",
        "g-fay",
        "settled",
        "dissent",
        "note-link",
        "note-grade",
        "note-report-link",
        "tag-link",
        "tag-grade",
    }
)
MINE = frozenset({"note-mine-link", "note-mine-claim"})

SEEN_BLIND = {
    "lead": OPEN | JUDGED,
    "writer": OPEN | JUDGED | MINE,
    "adjudicator": OPEN | JUDGED,
    "observer": OPEN,
    "another": OPEN,
    "graded": OPEN | JUDGED,
    "stranger": OPEN,
}
SEEN_OPEN = {name: OPEN | JUDGED | (MINE if name == "writer" else frozenset()) for name in VIEWERS}


def seen(case: CaseFile, viewer: Viewer) -> set[str]:
    """The ids that `rows.every` gives of all sorts that not everybody may see."""
    return {
        stored.id
        for entity in visibility.CONDITIONS
        for stored in rows.every(case.db, viewer, entity, withdrawn=True)
    }


@pytest.mark.parametrize("name", VIEWERS)
def test_a_blind_round(blind: CaseFile, name: str) -> None:
    assert seen(blind, VIEWERS[name]) == SEEN_BLIND[name]


@pytest.mark.parametrize("name", VIEWERS)
def test_an_open_round(opened: CaseFile, name: str) -> None:
    assert seen(opened, VIEWERS[name]) == SEEN_OPEN[name]


@pytest.mark.parametrize("name", VIEWERS)
def test_every_way_of_reading_agrees(blind: CaseFile, name: str) -> None:
    viewer, db = VIEWERS[name], blind.db
    for id_ in sorted(OPEN | JUDGED | MINE):
        (entity,) = db.execute("SELECT entity FROM record WHERE id = ?", (id_,)).fetchone()
        (target,) = db.execute(f"SELECT target FROM {entity} WHERE id = ?", (id_,)).fetchone()
        may = id_ in SEEN_BLIND[name]
        assert (rows.find(db, viewer, id_) is not None) == may
        assert (id_ in {stored.id for stored in rows.where(db, viewer, entity, "target", target)}) == may
        assert visibility.may_see(db, viewer, entity, id_) == may
        assert visibility.may_see_entry(db, viewer, id_, entity, "reviewer:x") == may
    hits = {found.id for found in search.find_records(db, viewer, read_query(TELLTALE), 99)}
    assert hits == {id_ for id_ in SEEN_BLIND[name] if id_.startswith(("note", "tag"))}


DEGREES = {
    "lead": "4",
    "writer": "4",
    "adjudicator": "4",
    "observer": None,
    "another": None,
    "graded": "4",
    "stranger": None,
}


@pytest.mark.parametrize("name", VIEWERS)
def test_findings_show_what_the_viewer_may_see_of_them(blind: CaseFile, name: str) -> None:
    finding = visibility.finding_for(blind.db, VIEWERS[name], "c")
    assert finding.degree == DEGREES[name]
    if DEGREES[name] is None:
        assert (finding.state, finding.low, finding.high, finding.text) == (
            "none",
            None,
            None,
            "no finding: nothing is graded",
        )
    assert visibility.findings_for(blind.db, VIEWERS[name], ["c"]) == {"c": finding}
    settled, grades = visibility.verdicts_for(blind.db, VIEWERS[name], ["l"])["l"]
    assert (settled is None) == (DEGREES[name] is None)
    assert set(grades) == ({by(BEN), by(FAY)} if DEGREES[name] else set())


@pytest.mark.parametrize("name", VIEWERS)
def test_whether_others_graded_is_told_to_nobody_who_is_blind(blind: CaseFile, name: str) -> None:
    for target in ("l", "a target without grades"):
        graded = name in {"writer", "graded"} and target == "l"
        expected = not (VIEWERS[name].sees_all or graded)
        assert visibility.is_blind(blind.db, VIEWERS[name], target) == expected


def test_giving_ones_own_grade_opens_the_others_and_withdrawing_it_closes_them(blind: CaseFile) -> None:
    assert seen(blind, EVE) == OPEN
    with blind.act(EVE) as act:
        give(act, "g-eve", EVE)
    assert seen(blind, EVE) == OPEN | JUDGED | {"g-eve"}
    with blind.act(EVE) as act:
        act.put("grade.withdrawn", "g-eve", {"withdrawn": True, "withdrawn_reason": "by mistake"})
    assert seen(blind, EVE) == OPEN | {"g-eve"}


def test_a_grade_of_another_round_or_target_opens_nothing(blind: CaseFile) -> None:
    with blind.act(EVE) as act:
        give(act, "g-eve-later", EVE, round_=2)
        give(act, "g-eve-claim", EVE, target="c")
    assert seen(blind, EVE) & JUDGED == set()


def test_opening_the_round_opens_all(blind: CaseFile) -> None:
    with blind.act(ANN) as act:
        act.put("round.edited", "r1", {"blind": False})
    for name, viewer in VIEWERS.items():
        assert seen(blind, viewer) == SEEN_OPEN[name]


EVERYBODY = frozenset(VIEWERS)
ALWAYS = frozenset({"lead", "adjudicator"})
PHASES: dict[str, tuple[list[bool], str | None, dict[str, frozenset[str]]]] = {
    "first, blind": ([True], None, {"g-fay": ALWAYS | {"writer", "graded"}}),
    "first, open": ([False], None, {"g-fay": EVERYBODY}),
    "open after blind": ([True, False], None, {"g-fay": EVERYBODY, "note-link": EVERYBODY}),
    "open after blind, regraded": ([True, False], "graded", {"g-fay": EVERYBODY, "again": EVERYBODY}),
    "blind after blind": ([True, True], None, {"g-fay": ALWAYS | {"observer", "graded"}, "note-link": ALWAYS
                          | {"writer"}}),
    "blind after open": ([False, True], None, {"g-fay": ALWAYS | {"observer", "graded"}}),
    "blind after blind, another graded": (
        [True, True],
        "another",
        {"g-fay": ALWAYS | {"observer", "graded", "another"}, "again": ALWAYS | {"another"}},
    ),
    "blind after blind, the writer graded": (
        [True, True],
        "writer",
        {"g-fay": ALWAYS | {"observer", "graded", "writer"}, "again": ALWAYS | {"writer"}},
    ),
    "open after two blind": ([True, True, False], "another", {"g-fay": EVERYBODY, "again": EVERYBODY}),
}  # fmt: skip
"""The rounds, blind or not; who graded in the second; and who sees what: a grade of the first round by the
viewer "graded", one of the second (`again`), a note on the link by the viewer "writer"."""


@pytest.mark.parametrize("phase", PHASES)
def test_every_role_in_every_phase(tmp_path: Path, phase: str) -> None:
    rounds, again, expected = PHASES[phase]
    with judged(tmp_path, blind=rounds[0]) as case:
        for number, blind in enumerate(rounds[1:], 2):
            with case.act(ANN) as act:
                round_ = r.Round(number=number, blind=blind, rubric="SVR", rubric_version=1)
                act.put("round.opened", f"r{number}", fields_of(round_))
            if again and number == 2:
                with case.act(VIEWERS[again]) as act:
                    give(act, "again", VIEWERS[again], round_=2)
        for record, seers in expected.items():
            assert {name for name, viewer in VIEWERS.items() if record in seen(case, viewer)} == seers, record
        told = {name for name, viewer in VIEWERS.items() if not visibility.is_blind(case.db, viewer, "l")}
        assert told == (ALWAYS | ({again} if again else set()) | ({"writer", "graded"} if len(rounds) == 1
                        else set()) if rounds[-1] else EVERYBODY)  # fmt: skip
        own = {"writer": "3", "graded": "1"}
        for name, viewer in VIEWERS.items():
            sees = name in told or (len(rounds) > 1 and name == "observer")
            degree = "4" if sees else own.get(name)
            assert visibility.finding_for(case.db, viewer, "c").degree == degree
            assert visibility.findings_for(case.db, viewer, ["c"])["c"].degree == degree


def test_a_withdrawn_round_hides_nothing(blind: CaseFile) -> None:
    with blind.act(ANN) as act:
        act.put("round.edited", "r1", {"withdrawn": True, "withdrawn_reason": "by mistake"})
    assert rows.latest_round(blind.db) == 1
    for name, viewer in VIEWERS.items():
        assert seen(blind, viewer) == SEEN_OPEN[name]


def test_the_log_keeps_undone_judgements_from_those_who_could_not_see_them(blind: CaseFile) -> None:
    (batch,) = blind.db.execute("SELECT batch FROM act WHERE subject = 'g-ben'").fetchone()
    with blind.act(BEN) as act:
        act.put("batch.undone", batch, {"batch": batch})

    def may(viewer: Viewer, subject: str, entity: str) -> bool:
        return visibility.may_see_entry(blind.db, viewer, subject, entity, by(BEN))

    assert [may(viewer, "g-ben", "grade") for viewer in (ANN, BEN, EVE)] == [True, True, False]
    assert [may(viewer, "note-mine-link", "note") for viewer in (ANN, BEN, EVE)] == [False, True, False]
    assert may(EVE, "e", "event")


@pytest.mark.parametrize(
    "words", [f"degree:{degree}" for degree in "01234"] + [f"tag:“{TELLTALE} tag”", TELLTALE]
)
def test_no_filter_finds_what_the_viewer_may_not_see(blind: CaseFile, words: str) -> None:
    """What is found must be found without the hidden judgements too."""
    wanted = parse_filter(words)
    found = list(filtering.bench(blind.db, EVE, wanted))
    for table in ("grade_code", "stale", "finding", "dissent", "adjudication", "grade"):
        blind.db.execute(f"DELETE FROM {table}")
    blind.db.execute("DELETE FROM tag WHERE id IN ('tag-link', 'tag-grade')")
    blind.db.execute("DELETE FROM note WHERE target IN ('l', 'g-ben')")
    assert list(filtering.bench(blind.db, EVE, wanted)) == found


def answers(module: ModuleType, case: CaseFile, viewer: Viewer) -> Iterator[tuple[str, Any]]:
    """What every reading of a module says when asked for everything that its signature lets one ask for."""
    given: dict[str, list[Any]] = {
        "db": [case.db],
        "viewer": [viewer],
        "ref": ["l", "g-ben"],
        "id_": ["l", "g-ben"],
        "entity": list(ENTITIES),
        "field": ["target"],
        "value": ["l", "g-ben"],
        "claim": ["c"],
        "offset": [0],
        "limit": [99],
        "links": [["l"]],
        "subjects": [None],
        "reviewer": [by(viewer)],
        "withdrawn": [True],
    }
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if function.__module__ != module.__name__ or name.startswith("_"):
            continue
        wanted = inspect.signature(function).parameters
        if any(each.default is each.empty and each.name not in given for each in wanted.values()):
            continue
        choices: list[dict[str, Any]] = [{}]
        for each in wanted:
            if each in given:
                choices = [{**choice, each: value} for choice in choices for value in given[each]]
        for choice in choices:
            if "entity" in choice and "field" in choice and choice["entity"] not in visibility.CONDITIONS:
                continue
            yield name, (function, choice)


@pytest.mark.parametrize("module", [rows, pages], ids=["rows", "pages"])
def test_no_reading_says_a_word_to_a_blind_viewer(blind: CaseFile, module: ModuleType) -> None:
    with blind.act(ANN) as act:  # what everybody may see would say the word too
        for subject in OPEN:
            act.put(
                f"{subject.partition('-')[0]}.withdrawn",
                subject,
                {"withdrawn": True, "withdrawn_reason": "x"},
            )
            field = "text" if subject.startswith("note") else "name"
            act.put(f"{subject.partition('-')[0]}.edited", subject, {field: "open"})
    told = asked = 0
    for _, (function, choice) in answers(module, blind, EVE):
        try:
            answer = repr(function(**choice))
        except FactcheckError:
            continue
        asked += 1
        told += TELLTALE in answer
    assert asked > 3
    assert told == 0


def test_every_judgement_has_its_condition() -> None:
    owned = {
        name for name, entity in ENTITIES.items() if {"reviewer", "target"} <= set(entity.record.__slots__)
    }
    assert owned - {"assignment", "signature"} == set(visibility.CONDITIONS)


def test_a_filter_finds_what_the_viewer_may_see(blind: CaseFile) -> None:
    for viewer, count in ((ANN, 1), (FAY, 1), (EVE, 0)):
        assert len(filtering.bench(blind.db, viewer, parse_filter("degree:4"))) >= count
    assert len(filtering.bench(blind.db, EVE, parse_filter("degree:4"))) == 0
