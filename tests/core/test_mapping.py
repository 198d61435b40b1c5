"""A document's map: what goes in comes out, small, and never trusted blindly."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.document import Document, Hole, Mark, Place, Removed, Section, Turn
from factcheck.core.mapping import document_from_map, map_json, original_text
from factcheck.errors import FactcheckError

TEXT = "One.\nTwo 😀.\n\nThree.\n" * 4
labels = st.none() | st.text(st.characters(codec="utf-8"), max_size=4)
offsets = st.integers(0, len(TEXT))
places = st.builds(
    Place, page=labels, line=labels, paragraph=st.none() | st.integers(1, 10**6), cell=labels, time=labels
)
marks = st.builds(Mark, start=offsets, place=places)
names = st.text(max_size=3).filter(str.isascii)
turns = st.builds(
    Turn,
    start=offsets,
    end=offsets,
    speaker=labels,
    role=st.sampled_from(["question", "answer"]),
    label=labels,
    speaker_candidates=st.lists(names, max_size=2).map(tuple),
    flags=st.lists(names, max_size=2).map(tuple),
)
sections = st.builds(
    Section,
    start=offsets,
    sort=st.sampled_from(["sitting", "questions"]),
    date=labels,
    place=labels,
    heading=labels,
    present=st.lists(names, max_size=2).map(tuple),
)
holes = st.builds(Hole, what=names, where=names, count=st.integers(1, 9), page=labels)
removals = st.builds(
    Removed, offset=offsets, text=names, why=st.sampled_from(["hyphen", "newline"]), ambiguous=st.booleans()
)


def several(kind: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(kind, max_size=12).map(tuple)


documents = st.builds(
    Document,
    name=names,
    kind=st.just("news"),
    sha256=names,
    size=st.integers(0, 9),
    reader=st.just("text/1"),
    encoding=st.none() | st.just("utf-8"),
    text=st.just(TEXT),
    title=labels,
    published=labels,
    author=labels,
    publisher=labels,
    address=labels,
    newline=st.sampled_from(["\n", "\r\n", "\r", "mixed"]),
    marks=several(marks),
    turns=several(turns),
    sections=several(sections),
    holes=several(holes),
    removed=several(removals),
    _starts=st.builds(list),
)


def plain(**parts: object) -> Document:
    fields: dict[str, object] = {
        "name": "a.txt",
        "kind": "news",
        "sha256": "00",
        "size": 1,
        "reader": "text/1",
        "encoding": "utf-8",
        "text": TEXT,
    }
    return Document(**{**fields, **parts})  # type: ignore[arg-type]


def back(document: Document, map_text: str) -> Document:
    return document_from_map(
        document.name,
        document.kind,
        sha256=document.sha256,
        size=document.size,
        text=document.text,
        map_text=map_text,
        title=document.title,
        published=document.published,
        author=document.author,
        publisher=document.publisher,
        address=document.address,
    )


@given(documents)
def test_what_goes_in_comes_out(document: Document) -> None:
    kept = map_json(document)
    assert back(document, kept) == document
    assert map_json(back(document, kept)) == kept
    canonical = json.dumps(json.loads(kept), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert kept == canonical


def test_the_format_as_written() -> None:
    document = plain(
        newline="mixed",
        marks=(Mark(0, Place("210", "1", 1)), Mark(5, Place("210", "2", 1)), Mark(13, Place("211", "1", 2))),
        turns=(Turn(0, 4, "Ms. Roe", "answer", flags=("interrupted",)),),
        holes=(Hole("image", "page 3", page="3"),),
        removed=(Removed(4, "\r\n", "newline"), Removed(11, "\r\n", "newline", True)),
    )
    assert json.loads(map_json(document)) == {
        "format": 1,
        "reader": "text/1",
        "encoding": "utf-8",
        "newline": "mixed",
        "marks": {
            "start": [0, 5, 8],
            "page": ["210", 1, "211"],
            "line": ["1", "2", "1"],
            "paragraph": [1, 0, 1],
        },
        "turns": {
            "start": [0],
            "length": [4],
            "speaker": ["Ms. Roe"],
            "role": ["answer"],
            "label": [None],
            "speaker_candidates": [],
            "flags": [[0, ["interrupted"]]],
        },
        "holes": [["image", "page 3", 1, "3"]],
        "removed": {"offset": [4, 7], "text": ["\r\n", 1], "why": ["newline", 1], "ambiguous": [1]},
    }


def test_a_hundred_thousand_marks_stay_small() -> None:
    count = 100_000
    document = plain(
        text="x" * (60 * count),
        marks=tuple(Mark(60 * n, Place(str(n // 25 + 1), str(n % 25 + 1), n + 1)) for n in range(count)),
    )
    kept = map_json(document)
    assert len(kept) < 1_200_000
    assert back(document, kept) == document


@pytest.mark.parametrize(
    "change",
    [
        {"marks": {"start": [len(TEXT) + 1], "paragraph": [1]}},
        {"marks": {"start": [-1]}},
        {"marks": {"start": [0.5]}},
        {"marks": {"start": [0], "page": ["1", 10**12]}},
        {"marks": {"start": [0], "page": [1]}},
        {"marks": {"start": [0, 1], "page": ["1"]}},
        {"marks": {"start": [0], "page": [["1"]]}},
        {"marks": []},
        {"turns": None},
        {"holes": [["image"]]},
        {"newline": "\x85"},
        {"format": 2},
        {"format": "x"},
    ],
    ids=str,
)
def test_a_map_that_cannot_be_is_refused(change: dict[str, object]) -> None:
    document = plain()
    with pytest.raises(FactcheckError) as refused:
        back(document, json.dumps({**json.loads(map_json(document)), **change}))
    assert refused.value.hint


@pytest.mark.parametrize("map_text", ["", "[]", "null", "{}", "{", "[" * 100_000, "1" * 10_000])
def test_what_is_no_map_is_refused(map_text: str) -> None:
    with pytest.raises(FactcheckError):
        back(plain(), map_text)


def test_removed_characters_go_back_to_where_they_stood() -> None:
    document = plain(
        text="A compound\nword",
        newline="\r\n",
        removed=(
            Removed(0, "\ufeff", "byte-order-mark"),
            Removed(5, "-\r\n", "hyphen"),
            Removed(11, "Page 2\r\n", "page-mark"),
        ),
    )
    assert original_text(document) == "\ufeffA com-\r\npound\r\nPage 2\r\nword"
