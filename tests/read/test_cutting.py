"""What is cut out of a text comes back where it was, and marks keep to their words."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.document import Document, Mark, Place, Removed
from factcheck.core.mapping import original_text
from factcheck.read.cutting import Cut, overlaid, without
from factcheck.read.door import read_bytes

LETTERS = "ab \n\r"


@st.composite
def cut_twice(draw: st.DrawFn) -> tuple[Document, list[Cut], list[Cut]]:
    document = read_bytes(("x" + draw(st.text(LETTERS, max_size=60))).encode(), "a.txt")
    first = draw(cuts_in(len(document.text)))
    second = draw(cuts_in(len(without(document, first).text)))
    return document, first, second


@st.composite
def cuts_in(draw: st.DrawFn, length: int) -> list[Cut]:
    edges = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    return [Cut(a, b, "page-mark") for a, b in zip(edges[::2], edges[1::2], strict=False)]


@given(cut_twice())
def test_the_original_is_restored_after_cuts_upon_cuts(case: tuple[Document, list[Cut], list[Cut]]) -> None:
    document, first, second = case
    once = without(document, first)
    twice = without(once, second)
    assert original_text(once) == original_text(document)
    assert original_text(twice) == original_text(document)
    assert len(once.text) == len(document.text) - sum(cut.end - cut.start for cut in first)


@given(cut_twice())
def test_every_code_point_that_stays_keeps_its_place(case: tuple[Document, list[Cut], list[Cut]]) -> None:
    document, cuts, _ = case
    numbered = replace(document, marks=tuple(Mark(n, Place(line=str(n))) for n in range(len(document.text))))
    gone = {n for cut in cuts for n in range(cut.start, cut.end)}
    stayed = [str(n) for n in range(len(document.text)) if n not in gone]
    after = without(numbered, cuts)
    assert [after.place_at(n).line for n in range(len(after.text))] == stayed


def test_places_of_the_uncut_text_take_the_stead_of_the_marks() -> None:
    document = Document(
        name="a", kind="trial", sha256="", size=0, reader="", encoding=None, text="12 one\n13 two",
        marks=(Mark(0, Place(paragraph=1)),),
    )  # fmt: skip
    cuts = [Cut(0, 3, "line-number"), Cut(7, 10, "line-number")]
    after = without(document, cuts, [(0, Place(line="12")), (7, Place(line="13"))])
    assert after.text == "one\ntwo"
    assert after.marks == (Mark(0, Place(line="12")), Mark(4, Place(line="13")))


def test_a_cut_keeps_what_was_left_out_within_it_before() -> None:
    document = Document(
        name="a", kind="news", sha256="", size=0, reader="", encoding=None, text="one\ntwo\nthree",
        newline="mixed", removed=(Removed(0, "\ufeff", "byte-order-mark"), Removed(3, "\r\n", "newline")),
    )  # fmt: skip
    after = without(document, [Cut(2, 8, "page-mark")])
    assert after.text == "onthree"
    assert after.removed == (Removed(0, "\ufeff", "byte-order-mark"), Removed(2, "e\r\ntwo\n", "page-mark"))


def test_an_entity_is_read_as_its_character_and_comes_back() -> None:
    document = read_bytes(b"x &amp;\r\ny &lt; z", "a.txt")
    once = without(document, [Cut(2, 7, "entity", reads="&"), Cut(10, 14, "entity", reads="<")])
    assert once.text == "x &\ny < z"
    assert once.removed == (Removed(2, "&amp;", "entity"), Removed(6, "&lt;", "entity"))
    assert original_text(once) == "x &amp;\r\ny &lt; z"
    for start in range(len(once.text)):
        for end in range(start, len(once.text) + 1):
            twice = without(once, [Cut(start, end, "page-mark")])
            assert original_text(twice) == "x &amp;\r\ny &lt; z"
            assert twice.text == once.text[:start] + once.text[end:]


def test_layers_of_marks_are_one() -> None:
    pages = [Mark(0, Place(page="1")), Mark(10, Place(page="2"))]
    lines = [Mark(0, Place(line="1")), Mark(5, Place(line="2")), Mark(10, Place())]
    assert overlaid(pages, lines) == (
        Mark(0, Place(page="1", line="1")),
        Mark(5, Place(page="1", line="2")),
        Mark(10, Place(page="2")),
    )
