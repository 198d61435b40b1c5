"""What a field may hold: every shape takes what it should and refuses, in words, everything else."""

from dataclasses import dataclass
from typing import Any, Literal

import pytest

from factcheck.core.rules import (
    MAX_DEPTH,
    MAX_INTEGER,
    MAX_TEXT,
    Anchors,
    CodeMap,
    Count,
    Edtf,
    EventId,
    Json,
    Names,
    RecordId,
    RefList,
    Sha,
    Text,
    check_fields,
    rules_of,
)
from factcheck.errors import FactcheckError

ANCHOR: dict[str, Any] = {"source": "d1", "start": 3, "end": 6, "exact": "met"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """A field of every shape."""

    text: Text
    letters: str = ""
    flag: bool = False
    count: Count | None = None
    code: Literal["a", "b"] = "a"
    edtf: Edtf | None = None
    sha: Sha | None = None
    ref: RecordId | None = None
    event: EventId | None = None
    names: Names | None = None
    refs: RefList | None = None
    codes: CodeMap | None = None
    json: Json | None = None
    anchors: Anchors | None = None


def nested(depth: int) -> Any:
    return [] if depth == 0 else [nested(depth - 1)]


GOOD: dict[str, list[Any]] = {
    "text": ["x", " ", "x" * MAX_TEXT, "👩‍👧\u202e[sic]"],
    "letters": ["", "b", "zz", "abcd"],
    "flag": [True, False],
    "count": [0, 1, MAX_INTEGER, None],
    "code": ["a", "b"],
    "edtf": ["2016-09-08", "2016-09", "2016~", "../2016", "2016/2017", None],
    "sha": ["0" * 64, None],
    "ref": ["case", "reviewer:ann_20lee", "proposal:x1.2-3", "0" * 24, "a" * 128, None],
    "event": ["e1"],
    "names": [[], ["x", "y"], None],
    "refs": [[], ["e1"]],
    "codes": [{}, {"relation": "c"}, None],
    "json": [{}, [], "x", 0, -5, True, {"a": [None, {"b": "c"}]}, nested(MAX_DEPTH), None],
    "anchors": [
        [ANCHOR],
        [ANCHOR, {**ANCHOR, "prefix": "", "suffix": "x"}],
        [{**ANCHOR, "place": {"page": "210", "line": "4"}, "place_end": {"paragraph": 3}}],
        [{**ANCHOR, "place": {"cell": "A1", "time": "00:01"}}],
        [{**ANCHOR, "end": 4, "exact": "👩"}],
        None,
    ],
}
BAD: dict[str, list[Any]] = {
    "text": ["", None, 1, True, [], {}, 1.5, "x" * (MAX_TEXT + 1), "\ud800"],
    "letters": ["B", "b1", "abcde", "é", " ", None, 1],
    "flag": [0, 1, "true", None, []],
    "count": [-1, MAX_INTEGER + 1, True, 1.0, "1", []],
    "code": ["c", "", "A", None, 1, ["a"], {}],
    "edtf": ["", "2016-13", "yesterday", "2016-09-08T25:00", 2016, True, []],
    "sha": ["", "0" * 63, "0" * 65, "A" * 64, "0" * 64 + "\n", 0],
    "ref": ["", "A", "a b", "-a", "a" * 129, "a\n", "é", 1, []],
    "event": [["e1"]],
    "names": ["x", [""], [1], [None], {"a": "b"}, [["x"]], ["\ud800"]],
    "refs": ["x", [""]],
    "codes": [[], "c", {"a": 1}, {"a": None}, {1: "a"}, {"a": "\ud800"}],
    "json": [
        1.5,
        {"a": 0.5},
        {1: "a"},
        MAX_INTEGER + 1,
        "\ud800",
        ("a",),
        nested(MAX_DEPTH + 1),
        object(),
        b"x",
    ],
    "anchors": [
        [],
        {},
        "x",
        [None],
        [{}],
        [{**ANCHOR, "end": 7}],
        [{**ANCHOR, "start": 6, "end": 3}],
        [{**ANCHOR, "start": 3, "end": 3, "exact": ""}],
        [{**ANCHOR, "start": -3, "end": 0}],
        [{**ANCHOR, "start": True, "end": 4}],
        [{**ANCHOR, "start": 3.0}],
        [{**ANCHOR, "exact": None}],
        [{**ANCHOR, "exact": ["m", "e", "t"]}],
        [{**ANCHOR, "exact": "me\ud800"}],
        [{**ANCHOR, "source": None}],
        [{**ANCHOR, "source": "D 1"}],
        [{**ANCHOR, "prefix": 1}],
        [{**ANCHOR, "suffix": None}],
        [{**ANCHOR, "place": []}],
        [{**ANCHOR, "place": {"page": 210}}],
        [{**ANCHOR, "place": {"paragraph": "3"}}],
        [{**ANCHOR, "place": {"shelf": "3"}}],
        [{**ANCHOR, "place_end": "210"}],
        [{**ANCHOR, "more": 1}],
        [{**ANCHOR, "start": 2**60, "end": 2**60 + 3}],
    ],
}


@pytest.mark.parametrize(
    ("name", "value"),
    [(name, value) for name, values in GOOD.items() for value in values],
    ids=lambda item: repr(item)[:40],
)
def test_what_is_taken(name: str, value: Any) -> None:
    check_fields(Everything, {name: value}, whole=False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param(name, value, id=f"{name} {number}")
        for name, values in BAD.items()
        for number, value in enumerate(values)
    ],
)
def test_what_is_refused(name: str, value: Any) -> None:
    with pytest.raises(FactcheckError, match="This cannot be recorded: everything: ") as refused:
        check_fields(Everything, {name: value}, whole=False)
    assert name in refused.value.detail


def test_a_field_nobody_knows_is_refused() -> None:
    with pytest.raises(FactcheckError, match="curse is no field"):
        check_fields(Everything, {"text": "x", "curse": 1}, whole=True)


def test_a_whole_record_has_what_is_needed() -> None:
    check_fields(Everything, {"text": "x"}, whole=True)
    check_fields(Everything, {}, whole=False)
    with pytest.raises(FactcheckError, match="text is missing"):
        check_fields(Everything, {"count": 1}, whole=True)


def test_every_shape_is_tried() -> None:
    assert set(rules_of(Everything)) == set(GOOD) == set(BAD)


@pytest.mark.parametrize(
    ("name", "shape", "entity", "required", "default"),
    [
        ("text", "text", None, True, None),
        ("letters", "letters", None, False, ""),
        ("flag", "flag", None, False, False),
        ("count", "count", None, False, None),
        ("code", "code", None, False, "a"),
        ("ref", "ref", "record", False, None),
        ("event", "ref", "event", False, None),
    ],
)
def test_an_annotation_is_a_rule(
    name: str, shape: str, entity: str | None, required: bool, default: Any
) -> None:
    rule = rules_of(Everything)[name]
    assert (rule.shape, rule.entity, rule.required, rule.default) == (shape, entity, required, default)
