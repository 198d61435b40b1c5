"""What leaves on standard output cannot steer a terminal, and JSON comes back as it went."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cli import out
from factcheck.core.shown import STEERING

TEXT = st.text(st.characters(codec=None, categories=None))
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=8,
)


@given(PLAIN, st.sampled_from([None, 2]))
def test_json_comes_back_and_steers_nothing(value: object, indent: int | None) -> None:
    text = out.as_json(value, indent)
    assert json.loads(text) == value
    assert not set(text) & (STEERING - {"\n"})
    assert indent or "\n" not in text


@dataclass(frozen=True)
class Thing:
    name: str
    parts: tuple[int, ...]


def test_views_and_paths_are_plain() -> None:
    value = {"thing": Thing("a", (1, 2)), "at": Path("a") / "b", "set": frozenset("b")}
    assert json.loads(out.as_json(value)) == {
        "thing": {"name": "a", "parts": [1, 2]},
        "at": str(Path("a") / "b"),
        "set": ["b"],
    }


def test_lines_keep_newlines_and_nothing_else_that_steers(capsys: pytest.CaptureFixture[str]) -> None:
    out.lines("one\ntwo\x1b[31m\rthree")
    assert capsys.readouterr().out == "one\ntwo␛[31m␍three\n"


def test_several_values_stand_on_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    for value in ({"a": "x\ny"}, {"b": 1}):
        out.value_line(value)
    assert [json.loads(line) for line in capsys.readouterr().out.split("\n")[:-1]] == [
        {"a": "x\ny"},
        {"b": 1},
    ]
