"""JSON and JSON lines as rows: one object a row, however many, and nothing guessed of a broken one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.read.tables.characters import MAX_LINE
from factcheck.read.tables.door import holds_objects, open_objects
from tests.read.tables.reading import cells, opened

ANN, BOB = {"name": "Ann", "place": "Bonn"}, {"name": "Bob", "place": "Kyiv"}


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        (json.dumps([ANN, BOB]), "x.json", "item"),
        (json.dumps([ANN, BOB], indent=2), "x.json", "item"),
        (json.dumps({"count": 2, "rows": [ANN, BOB]}), "x.json", "item"),
        (json.dumps({"result": {"note": [1, 2], "records": [ANN, BOB]}}), "x.json", "item"),
        (f"{json.dumps(ANN)}\n\n{json.dumps(BOB)}\n", "x.jsonl", "line"),
        (f"{json.dumps(ANN)}\r\n{json.dumps(BOB)}", "x.ndjson", "line"),
        (f"{json.dumps(ANN)}\n{json.dumps(BOB)}\n", "x.json", "line"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_same_rows_in_every_shape(text: str, name: str, unit: str, encoding: str) -> None:
    table, rows, told = opened(text.encode(encoding), name)
    assert (table.columns, table.has_header, table.unit, told) == (("name", "place"), True, unit, [])
    assert [row.cells for row in rows] == [("Ann", "Bonn"), ("Bob", "Kyiv")]
    assert holds_objects(text.encode(encoding), name)


@pytest.mark.parametrize("name", ["x.json", "x.jsonl"])
def test_values_of_an_object_within_are_cells_of_their_own(name: str) -> None:
    visits: list[dict[str, Any]] = [
        {"day": "2018-10-03", "visitor": {"last": "Pell", "of": {"firm": "Crane Guild"}}},
        {"visitor": {"first": "Ida"}, "host": {}},
        {"visitor": {"last": "Dare"}, "visitor.last": "Other"},
        {"a": {"b": {"c": {"d": {"e": 1}}}}},
    ]
    text = json.dumps(visits) if name == "x.json" else "\n".join(map(json.dumps, visits))
    table, rows, _ = opened(text, name)
    assert table.columns == (
        "day", "visitor.last", "visitor.of.firm", "visitor.first", "host", "visitor", "a.b.c.d",
    )  # fmt: skip
    assert [row.cells for row in rows] == [
        ("2018-10-03", "Pell", "Crane Guild", "", "", "", ""),
        ("", "", "", "Ida", "{}", "", ""),
        ("", "Other", "", "", "", '{"last": "Dare"}', ""),
        ("", "", "", "", "", "", '{"e": 1}'),
    ]


def test_numbers_are_those_of_lines_or_of_the_list() -> None:
    assert [row.number for row in opened('{"a": 1}\n\n{"a": 2}\n', "x.jsonl")[1]] == [1, 3]
    assert [row.number for row in opened('[{"a": 1}, 7, {"a": 2}]', "x.json")[1]] == [1, 3]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (["Ann Lee", "Bob Ray"], "Ann Lee; Bob Ray"),
        ([1, None, True], "1; ; true"),
        ({}, "{}"),
        ([{"name": "José"}], '[{"name": "José"}]'),
        (None, ""),
        (True, "true"),
        (7, "7"),
        ("a\nb", "a\nb"),
    ],
)
def test_values_as_cells(value: Any, cell: str) -> None:
    assert cells(json.dumps([{"id": 1, "it": value}]), "x.json") == [("1", cell)]


def test_numbers_keep_their_digits() -> None:
    assert cells('[{"a": 1.50, "b": 1E5, "c": -0.0, "d": 12345678901234567890, "e": NaN}]', "x.json") == [
        ("1.50", "1E5", "-0.0", "12345678901234567890", "NaN")
    ]


def test_objects_may_have_different_names() -> None:
    table, rows, _ = opened('{"a": 1}\n{"b": 2, "a": 3}\n', "x.jsonl")
    assert (table.columns, [row.cells for row in rows]) == (("a", "b"), [("1", ""), ("3", "2")])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "it is no JSON"),
        ("[" * 100_000, "it is no JSON"),
        ('{"a": ' + "[" * 400 + "]" * 400 + "}", "too deep"),
        ('{"a": 1, "b": 2, "a": 3}', "it gives “a” twice"),
        ('{"a": {"b": 1, "b": 2}}', "it gives “b” twice"),
        ('{"a": "\\ud800"}', "surrogate"),
        ('{"a": "x\\u0000"}', "NUL"),
        ('{"a": ' + "9" * 5_000 + "}", "it is no JSON"),
        ("7", "it is no JSON object"),
        ('{"a": "' + "x" * MAX_LINE + '"}', "more than 4,000,000 characters"),
    ],
    ids=lambda value: value[:20],
)
def test_a_line_that_cannot_be_read_is_told(line: str, told: str) -> None:
    _, rows, said = opened(f'{{"a": "Before"}}\n{line}\n{{"a": "After"}}\n', "x.jsonl")
    assert [row.cells for row in rows] == [("Before",), ("After",)]
    assert said[0].startswith("line 2: ")
    assert told in said[0]


def test_a_list_that_breaks_gives_what_came_before() -> None:
    _, rows, told = opened('[{"a": 1}, {"a": 2}, {"a": 3', "x.json")
    assert [row.number for row in rows] == [1, 2]
    assert told[0].startswith("behind item 2: it is no JSON")
    _, rows, told = opened('[{"a": 1}, {"a": 2}] x', "x.json")
    assert (len(rows), told) == (2, ["behind item 2: there is more behind its end; the rest was not read."])


def test_a_giant_value_in_a_list_ends_it() -> None:
    _, rows, told = opened('[{"a": 1}, {"a": "' + "x" * (2 * MAX_LINE) + '"}]', "x.json")
    assert len(rows) == 1
    assert "more than 4,000,000 characters" in told[0]


def test_several_lists_are_named_and_one_is_chosen() -> None:
    text = json.dumps({"empty": [], "people": [ANN], "places": [{"town": "Bonn"}]})
    table, _, _ = opened(text, "x.json")
    assert (table.sheet, table.sheets) == ("people", ("people", "places"))
    assert table.notes == ("The rows are those of “people”; there are also: places.",)
    assert cells(text, "x.json", sheet="places") == [("Bonn",)]
    with pytest.raises(FactcheckError, match="no list “x”"):
        opened(text, "x.json", sheet="x")


@pytest.mark.parametrize(
    "text", ["[]", "[1, 2]", '[["a"], ["b"]]', '{"a": 1}', '{"a": [1]}', "[" * 50_000, "{"]
)
def test_json_without_rows_is_refused(text: str) -> None:
    with pytest.raises(FactcheckError) as refused:
        opened(text, "x.json")
    assert "no rows in this JSON" in str(refused.value)


def test_objects_come_as_they_are() -> None:
    data = b'[{"who": [{"name": "Ann"}], "n": 1.5}, {"n": {}}]'
    with open_objects(data, "x.json") as objects:
        assert list(objects.rows) == [(1, {"who": [{"name": "Ann"}], "n": 1.5}), (2, {"n": {}})]


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=5)
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@given(
    st.lists(st.dictionaries(st.sampled_from("abc"), VALUES, min_size=1, max_size=3), min_size=1, max_size=6),
    st.sampled_from([None, 1]),
)
def test_a_list_gives_its_objects(objects: list[dict[str, Any]], indent: int | None) -> None:
    text = json.dumps(objects, indent=indent)
    kept = [one for one in objects if "\\u0000" not in json.dumps(one) and "\\ud" not in json.dumps(one)]
    with open_objects(text.encode(), "x.json") as found:
        rows = [row for row in found.rows if not isinstance(row, FactcheckError)]
    assert [value for _, value in rows] == kept or len(kept) < len(objects)


READ = """
import resource, sys
from pathlib import Path
from factcheck.read.tables.door import open_table
path = Path(sys.argv[1])
with open_table(path, path.name) as table:
    assert sum(1 for row in table.rows) == int(sys.argv[2])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="this system measures memory in another way")
def test_memory_does_not_grow_with_a_list(tmp_path: Path, root: Path) -> None:
    def peak(rows: int) -> int:
        path = tmp_path / f"{rows}.json"
        path.write_text(json.dumps({"rows": [{"id": n, "title": f"Meeting {n}"} for n in range(rows)]}))
        done = subprocess.run(
            [sys.executable, "-c", READ, str(path), str(rows)],
            cwd=root, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return int(done.stdout) * (1 if sys.platform == "darwin" else 1024)

    assert peak(50_000) - peak(5_000) < 3_000_000
