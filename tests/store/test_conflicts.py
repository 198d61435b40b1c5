"""Conflicts: two people who did not know of each other set one field to different values. Both are shown."""

import json
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core import records as r
from factcheck.store import rows, subjects
from factcheck.store.case import CaseFile
from tests.store.histories import Hand
from tests.store.replicas import ANN, BEN, PEOPLE, copied, new_case, send, sync


@pytest.fixture
def pair(case: CaseFile) -> tuple[CaseFile, CaseFile]:
    """A case with one event, and a copy of it."""
    with case.act(ANN) as act:
        act.make("event", r.Event(label=act.label("event", "e"), title="Meeting"), "e")
    return case, copied(case, "b")


def edit(case: CaseFile, viewer: Any, **fields: Any) -> str:
    with case.act(viewer) as act:
        act.put("event.edited", "e", fields)
    return act.batch


def undo(case: CaseFile, batch: str) -> None:
    with case.act(ANN) as act:
        act.put("batch.undone", batch, {"batch": batch})


def conflicts(case: CaseFile) -> dict[str, list[Any]]:
    """Field -> the values that contend, in fold order."""
    (stored,) = case.db.execute("SELECT conflicts FROM record WHERE id = 'e'").fetchone()
    return {name: [item["value"] for item in found] for name, found in json.loads(stored or "{}").items()}


def value(case: CaseFile, field: str) -> Any:
    return case.db.execute(f"SELECT {field} FROM event WHERE id = 'e'").fetchone()[0]


def test_two_values_set_apart_are_a_conflict_and_the_later_is_shown(pair: tuple[CaseFile, CaseFile]) -> None:
    one, two = pair
    edit(one, ANN, place="Washington")
    edit(two, BEN, place="Cleveland")
    sync(one, two)
    for case in pair:
        assert conflicts(case) == {"place": ["Washington", "Cleveland"]} or conflicts(case) == {
            "place": ["Cleveland", "Washington"]
        }
        assert value(case, "place") == conflicts(case)["place"][-1]
    shown = rows.get(one.db, ANN, "E1").head.conflicts
    assert shown is not None
    assert {contender.actor for contender in shown["place"]} == {"Ann", "Ben"}


def test_equal_values_and_other_fields_are_no_conflict(pair: tuple[CaseFile, CaseFile]) -> None:
    one, two = pair
    edit(one, ANN, place="Washington", title="A meeting")
    edit(two, BEN, place="Washington", description="An encounter")
    sync(one, two)
    assert conflicts(one) == conflicts(two) == {}
    assert value(one, "title") == "A meeting"
    assert value(one, "description") == "An encounter"


def test_whoever_knows_both_settles_it(pair: tuple[CaseFile, CaseFile]) -> None:
    one, two = pair
    edit(one, ANN, place="Washington")
    edit(two, BEN, place="Cleveland")
    sync(one, two)
    settled = edit(two, BEN, place="Cleveland")
    sync(one, two)
    assert conflicts(one) == conflicts(two) == {}
    undo(one, settled)
    assert conflicts(one) == {"place": conflicts(one)["place"]} != {}


def test_setting_another_field_settles_nothing(pair: tuple[CaseFile, CaseFile]) -> None:
    one, two = pair
    edit(one, ANN, place="Washington")
    edit(two, BEN, place="Cleveland")
    sync(one, two)
    edit(one, ANN, title="The meeting")
    assert set(conflicts(one)) == {"place"}


def test_one_after_the_other_is_no_conflict(pair: tuple[CaseFile, CaseFile]) -> None:
    one, two = pair
    edit(one, ANN, place="Washington")
    send(one, two)
    edit(two, BEN, place="Cleveland")
    sync(one, two)
    assert conflicts(one) == conflicts(two) == {}
    assert value(one, "place") == "Cleveland"


def test_an_undone_entry_still_counts_as_an_ancestor(pair: tuple[CaseFile, CaseFile]) -> None:
    one, two = pair
    edit(one, ANN, place="Washington")
    middle = edit(one, ANN, place="Boston")
    edit(one, ANN, place="Cleveland")
    undo(one, middle)
    sync(one, two)
    assert conflicts(one) == conflicts(two) == {}
    assert value(two, "place") == "Cleveland"


def test_undoing_one_side_ends_the_conflict(pair: tuple[CaseFile, CaseFile]) -> None:
    one, two = pair
    edit(one, ANN, place="Washington")
    theirs = edit(two, BEN, place="Cleveland")
    sync(one, two)
    undo(one, theirs)
    assert conflicts(one) == {}
    assert value(one, "place") == "Washington"


def test_what_a_writer_had_before_them_decides_not_what_the_file_holds(
    pair: tuple[CaseFile, CaseFile],
) -> None:
    """A form opened before a colleague's change came in is saved after it: `seen` says what it was based
    on."""
    one, two = pair
    seen = subjects.state_of(one.db, "e").heads
    edit(two, BEN, place="Cleveland")
    send(two, one)
    with one.act(ANN) as act:
        act.put("event.edited", "e", {"place": "Washington"}, seen=seen)
    assert conflicts(one) == {"place": ["Cleveland", "Washington"]}


@settings(max_examples=30)
@given(st.integers(0, 9_999), st.integers(2, 14))
def test_conflicts_are_what_the_definition_says(seed: int, length: int) -> None:
    """Compared with a direct reading of the definition: live, set apart, different, and nobody settled it."""
    chance = Random(seed)
    with TemporaryDirectory() as folder:
        first = new_case(Path(folder), "a")
        with first.act(ANN) as act:
            act.make("event", r.Event(label=act.label("event", "e"), title="Meeting"), "e")
        cases = [first, copied(first, "b"), copied(first, "c")]
        for _ in range(length):
            case = chance.choice(cases)
            match chance.randrange(5):
                case 0:
                    send(case, chance.choice(cases))
                case 1:
                    edits = "SELECT batch FROM act WHERE kind = 'event.edited' ORDER BY batch"
                    for (batch,) in case.db.execute(edits).fetchall()[:1]:
                        Hand(case, chance).takes_back(ANN, batch)
                case _:
                    edit(case, chance.choice(PEOPLE), place=chance.choice("xyz"))
        sync(*cases)
        for case in cases:
            assert set(conflicts(case).get("place", ())) == by_definition(case)
            case.close()


def by_definition(case: CaseFile) -> set[str]:
    """The contending values of `place`, straight from the ledger."""
    dead = subjects.dead(case.db)
    acts = {act.hash: act for act in subjects.acts_of(case.db, "e")}

    def ancestors(hash_: str) -> set[str]:
        parents = set(acts[hash_].base) & acts.keys()
        return parents.union(*(ancestors(parent) for parent in parents))

    setters = [act for act in acts.values() if "place" in act.fields and act.batch not in dead]
    standing = {
        act.fields["place"]
        for act in setters
        if not any(act.hash in ancestors(other.hash) for other in setters)
    }
    return standing if len(standing) > 1 else set()
