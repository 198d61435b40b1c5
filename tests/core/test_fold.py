"""The fold of one record, and which acts are undone, without a database."""

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.fold import Act, Reversal, dead_batches, fold


def act(name: str, at: int, base: str = "", *, makes: bool = False, replica: str = "r", **fields: Any) -> Act:
    """An act whose hash and batch are its name; `base` names others, letter by letter."""
    return Act(
        name, (at, replica, at, name), f"by {name}", f"wall {at}", tuple(base), name, "kind", fields, makes
    )


def values(*acts: Act, dead: str = "") -> dict[str, Any]:
    return fold(acts, set(dead)).fields


def contending(*acts: Act, dead: str = "") -> dict[str, list[Any]]:
    found = fold(acts, set(dead)).conflicts
    return {name: [item.value for item in contenders] for name, contenders in found.items()}


MADE = act("a", 1, makes=True, x=1, y=1)


def test_a_record_is_present_when_an_entry_that_makes_it_counts() -> None:
    assert fold([MADE], set()).present
    assert not fold([MADE], {"a"}).present
    assert not fold([act("b", 2, x=2)], set()).present
    late = act("b", 2, "a", makes=True, x=2)
    assert fold([MADE, late], {"a"}).present
    assert fold([MADE, late], {"a"}).made == late


def test_nothing_is_left_of_nothing() -> None:
    state = fold([MADE], {"a"})
    assert (state.fields, state.conflicts, state.live, state.heads) == ({}, {}, (), ("a",))
    assert (state.made, state.changed) == (None, None)


def test_the_last_of_a_chain_holds() -> None:
    chain = (MADE, act("b", 2, "a", x=2), act("c", 3, "b", y=None))
    assert values(*chain) == {"x": 2, "y": None}
    assert values(*chain, dead="b") == {"x": 1, "y": None}
    assert fold(chain, set()).heads == ("c",)
    assert fold(chain, {"c"}).heads == ("c",)
    assert fold(chain, {"c"}).live == ("a", "b")
    assert fold(chain, set()).changed == chain[2]


def test_two_apart_are_a_conflict() -> None:
    apart = (MADE, act("b", 2, "a", x=2), act("c", 3, "a", x=3))
    assert values(*apart)["x"] == 3
    assert contending(*apart) == {"x": [2, 3]}
    assert fold(apart, set()).heads == ("b", "c")
    told = fold(apart, set()).conflicts["x"][0]
    assert (told.value, told.actor, told.wall, told.entry) == (2, "by b", "wall 2", "b")


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ((act("b", 2, "a", x=2), act("c", 3, "a", x=2)), {}),
        ((act("b", 2, "a", x=2), act("c", 3, "a", y=2)), {}),
        ((act("b", 2, "a", x=2), act("c", 3, "a", x=3), act("d", 4, "bc", x=4)), {}),
        ((act("b", 2, "a", x=2), act("c", 3, "a", x=3), act("d", 4, "bc", y=4)), {"x": [2, 3]}),
        ((act("b", 2, "a", x=2), act("c", 3, "a", x=3), act("d", 4, "b", x=4)), {"x": [3, 4]}),
        ((act("b", 2, "a", x=None), act("c", 3, "a", x=3)), {"x": [None, 3]}),
        ((act("b", 2, "a", x=2), act("c", 3, "a", x=3), act("d", 4, "a", x=2)), {"x": [2, 3]}),
        ((act("b", 2, "a", x=2), act("c", 3, x=3)), {"x": [2, 3]}),
    ],
    ids=["equal values", "other fields", "settled", "another field settles nothing", "one side goes on",
         "set and emptied", "three, two of them equal", "one that knows nothing"],
)  # fmt: skip
def test_what_is_a_conflict(acts: tuple[Act, ...], expected: dict[str, list[Any]]) -> None:
    assert contending(MADE, *acts) == expected


def test_an_undone_entry_counts_as_an_ancestor() -> None:
    chain = (MADE, act("b", 2, "a", y=2), act("c", 3, "b", x=3))
    assert contending(*chain, dead="b") == {}
    assert values(*chain, dead="b") == {"x": 3, "y": 1}


def test_undoing_what_settled_brings_the_conflict_back() -> None:
    acts = (MADE, act("b", 2, "a", x=2), act("c", 3, "a", x=3), act("d", 4, "bc", x=4))
    assert contending(*acts, dead="d") == {"x": [2, 3]}
    assert contending(*acts, dead="bd") == {}
    assert contending(*acts, dead="cd") == {}


def test_an_unknown_base_and_one_that_comes_later_are_passed_over() -> None:
    assert values(MADE, act("b", 2, "za", x=2)) == {"x": 2, "y": 1}
    assert contending(act("b", 1, "a", x=2), act("a", 2, makes=True, x=1)) == {"x": [2, 1]}


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Act], set[str]]:
    """Up to eight acts of one record, each based on some of those before it, and some undone."""
    names = "abcdefgh"[: draw(st.integers(1, 8))]
    acts = []
    for number, name in enumerate(names):
        base = "".join(draw(st.sets(st.sampled_from(names[:number])))) if number else ""
        fields = draw(st.dictionaries(st.sampled_from("xy"), st.integers(0, 2)))
        made = act(name, number, base, makes=number == 0)
        acts.append(replace(made, fields=fields))
    return acts, draw(st.sets(st.sampled_from(names)))


@given(histories())
def test_the_fold_is_what_its_definition_says(history: tuple[list[Act], set[str]]) -> None:
    acts, dead = history
    known = {item.hash: item for item in acts}

    def ancestors(name: str) -> set[str]:
        parents = set(known[name].base)
        return parents.union(*(ancestors(parent) for parent in parents))

    state = fold(acts, dead)
    for field in "xy":
        setters = [item for item in acts if item.batch not in dead and field in item.fields]
        covered = set().union(*(ancestors(item.hash) for item in setters)) if setters else set()
        standing = [item.fields[field] for item in setters if item.hash not in covered]
        assert (field in state.fields) == bool(standing)
        if standing:
            assert state.fields[field] == standing[-1]
        contenders = {item.value for item in state.conflicts.get(field, ())}
        assert contenders == (set(standing) if len(set(standing)) > 1 else set())


def undo(batch: str, names: str, at: int) -> Reversal:
    return Reversal((at, "r", at, batch), batch, names)


DEAD = {
    "nothing": ([], ""),
    "an undo": ([undo("U", "a", 1)], "a"),
    "a redo": ([undo("U", "a", 1), undo("R", "U", 2)], "U"),
    "undone again": ([undo("U", "a", 1), undo("R", "U", 2), undo("V", "R", 3)], "Ra"),
    "undone again by its name": ([undo("U", "a", 1), undo("R", "U", 2), undo("V", "a", 3)], "Ua"),
    "twice": ([undo("U", "a", 1), undo("V", "a", 2)], "a"),
    "twice, one taken back": ([undo("U", "a", 1), undo("V", "a", 2), undo("R", "U", 3)], "aU"),
    "itself": ([undo("U", "U", 1)], ""),
    "each other": ([undo("U", "V", 1), undo("V", "U", 2)], "U"),
    "one that comes later": ([undo("R", "U", 1), undo("U", "a", 2)], "a"),
    "what is not there": ([undo("U", "nowhere", 1)], "nowhere"),
}


@pytest.mark.parametrize(("reversals", "expected"), DEAD.values(), ids=DEAD.keys())
def test_which_acts_are_undone(reversals: list[Reversal], expected: str) -> None:
    wanted = {"nowhere"} if expected == "nowhere" else set(expected)
    for order in permutations(reversals):
        assert dead_batches(order) == wanted
