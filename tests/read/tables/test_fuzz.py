"""Any bytes: a table, a Document, or the one error that a person sees."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.core.mapping import map_json, original_text
from factcheck.errors import FactcheckError
from factcheck.read.door import read_bytes
from factcheck.read.tables.door import open_table
from tests.read.tables.spreadsheets import changed, ods, ods_row, xls, xlsx

CSV = 'id,"who",date\n1,"Ann, ""aide""",2016-09-08\n2,"José\nLee",\n'.encode()
TEXTS = {
    "x.csv": CSV,
    "y.csv": CSV.decode().encode("utf-16"),
    "x.tsv": CSV.replace(b",", b"\t"),
    "x.json": b'{"n": 1, "rows": [{"a": "x", "b": [1, 2.5]}, {"a": null, "c": {"d": "\\u00e9"}}]}',
    "x.jsonl": b'{"a": 1}\n{"b": ["x", "y"], "a": "\\ud83d\\ude00"}\n',
}
BOOKS = {
    "x.xlsx": xlsx(Log=[["who", "n"], ["Ann", 1.5], ["José", True]], Two=[[None, "x"]]),
    "x.ods": ods(ods_row("who", "n") + ods_row("Ann", "1", repeated=3)),
    "x.xls": xls({"Log": {(0, 0): "who", (0, 1): "n", (1, 0): "Ann", (1, 1): 2.5}, "Two": {(3, 3): "x"}}),
}

MUTATIONS = st.lists(
    st.tuples(
        st.sampled_from(["flip", "cut", "double", "insert"]),
        st.floats(0, 1, exclude_max=True),
        st.binary(min_size=1, max_size=4)
        | st.sampled_from([b'"', b"\0", b"\r", b"\xff", b",", b"{", b"]", b"\n"]),
    ),
    min_size=1,
    max_size=6,
)


def mutated(data: bytes, changes: list[tuple[str, float, bytes]]) -> bytes:
    for sort, share, piece in changes:
        at = int(share * len(data))
        if sort == "flip":
            data = data[:at] + piece + data[at + len(piece) :]
        elif sort == "insert":
            data = data[:at] + piece + data[at:]
        elif sort == "cut":
            data = data[:at] + data[at + 1 + len(piece) * 7 :]
        else:
            data = data[:at] + data[at : at + 40] + data[at:]
    return data


def check(data: bytes, name: str) -> None:
    """Nothing but rows, Documents and errors in words comes out, and what comes out is whole."""
    try:
        with open_table(data, name) as table:
            for row in table.rows:
                if isinstance(row, FactcheckError):
                    assert row.detail
                else:
                    assert len(row.cells) == len(table.columns)
                    assert row.number > 0
    except FactcheckError as error:
        assert error.title
    try:
        document = read_bytes(data, name, kind="table")
    except FactcheckError:
        return
    starts = [mark.start for mark in document.marks]
    assert starts == sorted(set(starts))
    assert all(start <= len(document.text) for start in starts)
    assert "\r" not in document.text
    map_json(document)
    if document.encoding:
        original_text(document)


@given(st.sampled_from(sorted(TEXTS)), MUTATIONS)
def test_damaged_texts(name: str, changes: list[tuple[str, float, bytes]]) -> None:
    check(mutated(TEXTS[name], changes), name)


@given(st.sampled_from(sorted(BOOKS)), MUTATIONS)
@settings(max_examples=80)
def test_damaged_workbooks(name: str, changes: list[tuple[str, float, bytes]]) -> None:
    check(mutated(BOOKS[name], changes), name)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


PARTS = {
    (name, part): content
    for name in ("x.xlsx", "x.ods")
    for part, content in parts_of(BOOKS[name]).items()
    if part.endswith((".xml", ".rels")) and content
}


@given(st.sampled_from(sorted(PARTS)), MUTATIONS)
@settings(max_examples=150)
def test_damaged_parts_of_workbooks(key: tuple[str, str], changes: list[tuple[str, float, bytes]]) -> None:
    name, part = key
    check(changed(BOOKS[name], {part: mutated(PARTS[key], changes)}), name)


@given(st.binary(max_size=200), st.sampled_from(sorted(TEXTS)))
def test_any_bytes(data: bytes, name: str) -> None:
    check(data, name)


@given(st.text(max_size=120), st.sampled_from(sorted(TEXTS)))
def test_any_text(text: str, name: str) -> None:
    check(text.encode("utf-8", "surrogatepass"), name)


@given(data=st.data(), changes=MUTATIONS)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_real_tables(
    gold: Path, data: st.DataObject, changes: list[tuple[str, float, bytes]]
) -> None:
    found = sorted((gold / "data").glob("*/*.[ct]sv"))
    if not found:
        pytest.skip("there is no real table")
    path = data.draw(st.sampled_from(found))
    with path.open("rb") as file:
        check(mutated(file.read(20_000), changes), path.name)
