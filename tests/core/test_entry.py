"""Entries: canonical JSON, hashes, and what is wrong with an entry taken alone."""

import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.entry import (
    FORMAT,
    MAX_AT,
    MAX_SEQ,
    Body,
    Entry,
    body_text,
    canonical,
    entry_of,
    examined,
    faults_of,
    header_hash,
    read_body,
    sha256,
)

BODY = Body("5a17", "batch", "person.made", "p1", {"name": "Ann Åkesson", "label": "P1"})
ENTRY = entry_of(
    replica="r1",
    seq=2,
    at=5,
    wall="2017-03-02T14:05:09.000Z",
    actor="reviewer:ann",
    base=("b", "a"),
    prev="c" * 64,
    body=body_text(BODY),
)

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"b": 1, "a": [True, None, "x"]}, '{"a":[true,null,"x"],"b":1}'),
        ({"é": 1, "z": 2, "Z": 3}, '{"Z":3,"z":2,"é":1}'),
        ('"\\\n\t\x00\x1f\x7f/', '"\\"\\\\\\n\\t\\u0000\\u001f\x7f/"'),
        ("👩‍👧 会议 \u2028", '"👩‍👧 会议 \u2028"'),
        ([], "[]"),
        ({}, "{}"),
        (9007199254740991, "9007199254740991"),
    ],
)
def test_canonical_json(value: Any, expected: str) -> None:
    assert canonical(value) == expected


@given(json_values)
def test_canonical_json_is_one_to_one(value: Any) -> None:
    text = canonical(value)
    assert canonical(json.loads(text)) == text
    assert text == canonical(json.loads(json.dumps(value)))


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_json_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        canonical({"x": value})


def test_a_body_is_read_back() -> None:
    assert read_body(body_text(BODY)) == BODY
    assert examined(body_text(BODY)) == examined(body_text(BODY).encode()) == (BODY, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "[]",
        "{}",
        "1",
        '"x"',
        "null",
        "[" * 100_000,
        '{"salt":1}',
        '{"batch":"b","fields":[],"kind":"k","salt":"s","subject":"p"}',
        '{"batch":"b","fields":{},"kind":7,"salt":"s","subject":"p"}',
    ],
)
def test_what_is_no_body_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_body(text)
    assert examined(text) == (None, "the body is not what an entry holds")
    assert examined(text.encode()) == examined(text)


@pytest.mark.parametrize(
    "text",
    [
        body_text(BODY) + " ",
        body_text(BODY).replace(",", ", "),
        body_text(BODY).replace("Å", "\\u00c5"),
        body_text(BODY).replace('"salt":"5a17"', '"salt":"5a17","more":1'),
    ],
)
def test_a_body_is_canonical(text: str) -> None:
    assert examined(text)[1] == "the body is not canonical JSON"


def test_the_hash_is_that_of_the_header_alone() -> None:
    header = {
        "actor": "reviewer:ann",
        "at": 5,
        "base": ["a", "b"],
        "body_hash": sha256(body_text(BODY)),
        "format": FORMAT,
        "prev": "c" * 64,
        "replica": "r1",
        "seq": 2,
        "wall": "2017-03-02T14:05:09.000Z",
    }
    text = json.dumps(header, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert ENTRY.hash == hashlib.sha256(text.encode()).hexdigest()
    assert ENTRY.base == ("a", "b")
    assert faults_of(ENTRY) == []
    assert faults_of(replace(ENTRY, body=None)) == []


texts = st.text(st.characters(exclude_categories=["Cs"]))
numbers = st.integers(0, 2**53)


@given(texts, numbers, numbers, texts, texts, st.lists(texts), texts, texts, numbers)
def test_a_header_is_hashed_as_canonical_json(
    replica: str,
    seq: int,
    at: int,
    wall: str,
    actor: str,
    base: list[str],
    prev: str,
    body_hash: str,
    format_: int,
) -> None:
    header = {
        "replica": replica,
        "seq": seq,
        "at": at,
        "wall": wall,
        "actor": actor,
        "base": sorted(base),
        "prev": prev,
        "body_hash": body_hash,
        "format": format_,
    }
    found = header_hash(replica, seq, at, wall, actor, base, prev, body_hash, format_)
    assert found == sha256(canonical(header))


CHANGES: dict[str, Any] = {
    "replica": "r2",
    "seq": 3,
    "at": 6,
    "wall": "",
    "actor": "reviewer:ben",
    "base": ("a",),
    "prev": "",
    "body_hash": "0" * 64,
    "format": 0,
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_part_of_the_header_is_under_the_hash(name: str) -> None:
    changed = replace(ENTRY, **{name: CHANGES[name]})
    assert "the header was changed: its hash differs" in faults_of(changed)


def test_the_order_of_the_base_does_not_matter() -> None:
    assert faults_of(replace(ENTRY, base=("b", "a"))) == []


def test_the_body_is_under_its_hash() -> None:
    assert faults_of(replace(ENTRY, body=(ENTRY.body or "") + " ")) == [
        "the body was changed: its hash differs"
    ]


def made(**changes: Any) -> Entry:
    values: dict[str, Any] = {
        "replica": "r1",
        "seq": 1,
        "at": 5,
        "wall": "",
        "actor": "a",
        "base": (),
        "prev": "",
        "body": "{}",
    }
    return entry_of(**{**values, **changes})


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"format": FORMAT + 1}, f"format {FORMAT + 1} is newer than this program knows ({FORMAT})"),
        ({"at": -1}, "its clock lies outside the years 1970 to 2100"),
        ({"at": MAX_AT + 1}, "its clock lies outside the years 1970 to 2100"),
        ({"seq": 0}, "its number is no number of an entry"),
        ({"seq": MAX_SEQ + 1}, "its number is no number of an entry"),
    ],
)
def test_limits(changes: dict[str, Any], told: str) -> None:
    assert faults_of(made(**changes)) == [told]


def test_the_edges_are_inside() -> None:
    for changes in ({"at": 0}, {"at": MAX_AT}, {"seq": MAX_SEQ}):
        assert faults_of(made(**changes)) == []


def test_half_a_surrogate_pair_is_told() -> None:
    told = ["it holds half of a surrogate pair, which no text can keep"]
    assert faults_of(replace(ENTRY, body="\ud800")) == told
    assert faults_of(replace(ENTRY, actor="\ud800")) == told


def test_the_fold_order() -> None:
    entries = [made(at=2), made(at=1, replica="z"), made(at=1, seq=2), made(at=1, seq=1)]
    assert sorted(entries, key=lambda entry: entry.order) == [entries[3], entries[2], entries[1], entries[0]]
