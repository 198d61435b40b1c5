"""Plain text: nothing changed but the line ends, and the way back to every byte."""

import hashlib
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.anchors import anchor_in
from factcheck.core.document import Document, Removed
from factcheck.core.mapping import document_from_map, map_json, original_text
from factcheck.errors import FactcheckError
from factcheck.read import paragraphs as paragraph_rules
from factcheck.read import text as reader
from factcheck.read.door import read_bytes

SCRIPTS = (
    "e\u0301",
    "Zoë",
    "👩\u200d👩\u200d👧",
    "שלום",
    "العربية",
    "記録",
    "한국",
    "\u202eabc",
    "ﬁ",
    "A\u030a",
    "🇺🇸",
    "\u2028",
    "\x85",
    "\x0c",
    "\t",
)
pieces = st.one_of(st.sampled_from([*SCRIPTS, "\n", "\r", "\r\n", " ", "\n\n"]), st.text(max_size=6))
texts = st.lists(pieces, max_size=30).map("".join)


def read(text: str, encoding: str = "utf-8") -> Document:
    return read_bytes(text.encode(encoding), "x.txt")


def read_or_none(data: bytes) -> Document | None:
    try:
        return read_bytes(data, "x.txt")
    except FactcheckError as refused:
        assert refused.title and refused.detail and refused.hint
        return None


def paragraphs(text: str) -> list[tuple[int, int | None]]:
    return [(mark.start, mark.place.paragraph) for mark in read(text).marks]


def test_what_is_said_of_a_text() -> None:
    data = "\ufeffOne.\r\n\r\nTwo 😀.\r\n".encode()
    document = read_bytes(data, "a.txt", kind="letter", published="2017-03-02", title="A letter")
    assert document.text == "One.\n\nTwo 😀.\n"
    assert (document.kind, document.published, document.title) == ("letter", "2017-03-02", "A letter")
    assert (document.size, document.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert (document.reader, document.encoding, document.newline) == ("text/1", "utf-8", "\r\n")
    assert document.removed == (Removed(0, "\ufeff", "byte-order-mark"),)
    assert (document.holes, document.turns) == ((), ())


def test_what_nobody_said_is_absent() -> None:
    document = read("Headline\n\nBody, March 2, 2017.")
    assert (document.kind, document.published, document.title) == ("news", None, None)


@pytest.mark.parametrize(
    ("original", "text", "newline", "removed"),
    [
        ("a\nb", "a\nb", "\n", ()),
        ("a", "a", "\n", ()),
        ("a\r\nb\r\n", "a\nb\n", "\r\n", ()),
        ("a\rb\r", "a\nb\n", "\r", ()),
        ("a\r\nb\nc\rd", "a\nb\nc\nd", "mixed", (Removed(1, "\r\n", "newline"), Removed(5, "\r", "newline"))),
        ("a\r\r\nb", "a\n\nb", "mixed", (Removed(1, "\r", "newline"), Removed(2, "\r\n", "newline"))),
        ("a\u2028b\x0bc\x0cd", "a\u2028b\x0bc\x0cd", "\n", ()),
    ],
)
def test_newlines(original: str, text: str, newline: str, removed: tuple[Removed, ...]) -> None:
    document = read(original)
    assert (document.text, document.newline, document.removed) == (text, newline, removed)
    assert original_text(document) == original


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("One\ntwo\n\nThree", [(0, 1), (9, 2)]),
        ("\n \n  One\n \t\n\n  Two\n\n", [(3, 1), (13, 2)]),
        ("One\ntwo\nthree\n", [(0, 1)]),
        ("Short\n" + "x" * 121 + "\nlast\n\n", [(0, 1), (6, 2), (128, 3)]),
        ("\n\n" + "x" * 121 + "\nlast", [(2, 1), (124, 2)]),
        ("Short\n\n" + "x" * 121 + "\nlast", [(0, 1), (7, 2)]),
    ],
)
def test_paragraphs(text: str, marks: list[tuple[int, int]]) -> None:
    assert paragraphs(text) == marks


def test_the_blank_line_belongs_to_the_paragraph_before() -> None:
    document = read("\nOne\n\nTwo")
    assert [document.place_at(offset).paragraph for offset in range(9)] == [None, 1, 1, 1, 1, 1, 2, 2, 2]


def test_paragraphs_beyond_the_bound_have_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paragraph_rules, "MAX_PARAGRAPHS", 2)
    document = read("a\n\nb\n\nc\n\nd")
    assert [mark.place.paragraph for mark in document.marks] == [1, 2, None]
    assert [(hole.what, hole.count) for hole in document.holes] == [("paragraph-numbers", 2)]


def test_too_many_mixed_newlines_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_MIXED_NEWLINES", 2)
    with pytest.raises(FactcheckError, match="line ends"):
        read("a\r\nb\nc\r\nd\re")


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", b" \r\n\t\n", b"\0", "\u3000\ufeff".encode()])
def test_nothing_to_see_is_refused(data: bytes) -> None:
    with pytest.raises(FactcheckError, match="nothing to read"):
        read_bytes(data, "x.txt")


def test_the_notation_of_a_program_is_said() -> None:
    saved = str("He said “no”.\nThen he left.\n".encode())
    (hole,) = read(saved).holes
    assert (hole.what, hole.count) == ("bytes-literal", 8)
    assert read(saved).text == saved
    assert not read("b'ginning, he said \\n").holes


def test_a_transcript_in_which_nobody_speaks_is_said_to_have_no_turns() -> None:
    document = read_bytes(b"It was so said.\n", "x", kind="deposition")
    assert [hole.what for hole in document.holes] == ["turns"]


@given(texts, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_the_original_comes_back_byte_for_byte(text: str, codec: str) -> None:
    data = text.encode(codec)
    document = read_or_none(data)
    if document is not None and document.encoding:
        assert "\r" not in document.text
        assert original_text(document).encode(document.encoding) == data


@pytest.mark.parametrize("text", ["000\0", "0\x000\0", "He\0 said so."])
def test_a_stray_nul_is_no_other_encoding(text: str) -> None:
    document = read_or_none(text.encode())
    assert document is None or (document.encoding, document.text) == ("utf-8", text)


@given(texts, st.data())
def test_every_slice_is_its_quotation(text: str, data: st.DataObject) -> None:
    document = read_or_none(text.encode())
    if document is None:
        return
    if text.count("\0") < 4:  # more of them may look like UTF-16, which is then what the reader says it took
        assert document.text == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    anchor = anchor_in(document.text, document, "D1", start, end)
    assert document.text[anchor.start : anchor.end] == anchor.exact
    assert (anchor.prefix + anchor.exact + anchor.suffix) in document.text


@given(texts)
def test_marks_are_in_order_and_numbered_from_one(text: str) -> None:
    document = read_or_none(text.encode())
    if document is not None:
        starts = [mark.start for mark in document.marks]
        assert starts == sorted(set(starts))
        assert [mark.place.paragraph for mark in document.marks] == list(range(1, len(starts) + 1))
        assert all(start == 0 or document.text[start - 1] == "\n" for start in starts)
        assert starts


NEWS = "The Attorney General said “I did not” — twice.\r\n\r\nHe met Zoë’s aide on July 18, 2016.\n" * 3


@given(
    st.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-32", "cp1252"]),
    st.lists(st.tuples(st.integers(0, 600), st.binary(max_size=3)), max_size=8),
    st.integers(0, 600),
)
def test_damaged_texts_are_read_or_refused(codec: str, blows: list[tuple[int, bytes]], cut: int) -> None:
    data = bytearray(NEWS.encode(codec))
    for at, piece in blows:
        data[at : at + len(piece)] = piece
    document = read_or_none(bytes(data[:cut]))
    if document is not None:
        check(document)


@given(st.binary(max_size=600))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    document = read_or_none(data)
    if document is not None:
        check(document)


def check(document: Document) -> None:
    assert "\r" not in document.text
    document.text.encode()
    assert same(document) == document


def same(document: Document) -> Document:
    return document_from_map(
        document.name,
        document.kind,
        sha256=document.sha256,
        size=document.size,
        text=document.text,
        map_text=map_json(document),
    )


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"a" * 50_000_000, id="one word"),
        pytest.param(b" " * 50_000_000 + b"x", id="one word after spaces"),
        pytest.param(b"x\n" + b" " * 50_000_000 + b"x", id="spaces after a line"),
        pytest.param(b"a" * 49_999_999 + b"\xe9", id="legacy at the end"),
    ],
)
def test_a_giant_line_is_read_in_linear_time_and_bounded_memory(data: bytes) -> None:
    started = time.process_time()
    tracemalloc.start()
    try:
        document = read_bytes(data, "x.txt")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(document.text) == len(data)
    assert time.process_time() - started < 20
    assert peak < 6 * len(data)
