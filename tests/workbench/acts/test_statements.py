"""Statements and claims: quoted words are those of the source, whatever the text, wherever one cuts."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.anchors import JOINT, Anchor
from factcheck.core.document import Mark, Place
from factcheck.core.views.citations import Citation
from factcheck.errors import FactcheckError
from factcheck.workbench import acts, readings, verifying
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, ANSWER, FIRST, QUESTION, SECOND, TESTIMONY, empty_case, stretch
from tests.workbench.proposed import document


def add(case: OpenCase, text: str, marks: tuple[Mark, ...] = ()) -> str:
    added = acts.add_document(case, ANN, text.encode(), document(text, marks), None)
    assert added.made is not None
    return added.made.label


def anchors(citations: tuple[Citation, ...]) -> list[Anchor]:
    return [citation.anchor for citation in citations if citation.anchor is not None]


def test_captured_words_have_their_question_and_their_claims(case: OpenCase) -> None:
    claim = readings.claim_view(case, ANN, "S1.C2")
    assert (claim.before, claim.words, claim.after) == (f"{FIRST}, and ", SECOND, "")
    assert (claim.question, claim.question_by) == (QUESTION, "Al Frank")
    assert (claim.speaker, claim.said_on, claim.said_on_said) == (
        "John Stone",
        "2017-01-10",
        "10 January 2017, a Tuesday",
    )
    [anchor] = anchors(claim.citations)
    assert (anchor.start, anchor.end) == stretch(SECOND)
    assert (anchor.exact, anchor.prefix[-5:], anchor.suffix[:2]) == (SECOND, " and ", ".\n")
    [asked] = anchors(claim.question_citations)
    assert asked.exact == QUESTION


def test_a_statement_without_a_source_has_no_citation(empty: OpenCase) -> None:
    acts.statement(empty, ANN, words=" I met him. Once. ", speaker="Ann Lee", claims=[(0, 10), (11, 16)])
    assert [row.words for row in readings.bench_rows(empty, ANN, 0, 9)] == [
        "I met him. Once.",
        "I met him.",
        "Once.",
    ]
    assert readings.claim_view(empty, ANN, "S1.C2").citations == ()


@pytest.mark.parametrize(("status", "sworn"), [("sworn oral", "yes"), ("affirmed", "yes"), ("private", "no")])
def test_sworn_is_said_only_with_the_swearing_in(case: OpenCase, status: str, sworn: str) -> None:
    oath = [stretch("Thank you.")]
    acts.capture(case, ANN, "D1", [stretch(FIRST)], speaker="A", status=status, oath_spans=oath)
    acts.capture(case, ANN, "D1", [stretch(FIRST)], speaker="A", status=status)
    assert readings.claim_view(case, ANN, "S2.C1").sworn == sworn
    assert readings.claim_view(case, ANN, "S3.C1").sworn == ("to-confirm" if sworn == "yes" else sworn)


def test_splitting_keeps_the_first_piece_under_its_label(case: OpenCase) -> None:
    made = acts.split(case, ANN, "S1.C2", [stretch("with them", ANSWER), stretch("I did not", ANSWER)])
    assert [piece.label for piece in made] == ["S1.C2", "S1.C3"]
    assert readings.claim_view(case, ANN, "S1.C2").words == "I did not"
    assert readings.claim_view(case, ANN, "S1.C3").words == "with them"
    assert readings.link_view(case, ANN, "L1").claim_label == "S1.C2"


def test_where_a_claim_stands_within_its_statement(case: OpenCase) -> None:
    words, start, end = acts.words_within(case, ANN, "S1.C2")
    assert (words, words[start:end]) == (ANSWER, SECOND)


MARKS = (
    Mark(0, Place(page="7", line="1")),
    Mark(10, Place(page="7", line="2")),
    Mark(20, Place(page="8", line="1")),
    Mark(30, Place(page="8", line="2")),
)


def test_a_claim_has_the_place_of_its_own_words(empty: OpenCase) -> None:
    add(empty, "0123456789" * 4, MARKS)
    acts.capture(
        empty, ANN, "D1", [(2, 18), (22, 38)], speaker="A", claims=[(0, 5), (9, 16), (12, 24), (26, 35)]
    )
    cites = [
        [citation.cite.split(", ")[-1] for citation in readings.claim_view(empty, ANN, f"S1.C{n}").citations]
        for n in range(1, 5)
    ]
    assert cites == [["7:1"], ["7:2"], ["7:2", "8:1"], ["8:1-2"]]
    acts.split(empty, ANN, "S1.C4", [(32, 35), (19, 22)])
    assert [readings.claim_view(empty, ANN, label).citations[0].cite for label in ("S1.C4", "S1.C5")] == [
        "paper.txt, 8:1",
        "paper.txt, 8:2",
    ]


@pytest.mark.parametrize("change", [{"words": "Yes."}, {"question": "Really?"}, {"source": "D2"}], ids=str)
def test_what_is_quoted_is_not_edited(case: OpenCase, change: dict[str, str]) -> None:
    with pytest.raises(FactcheckError, match="Quoted words are not edited"):
        acts.edit(case, ANN, "S1", change)


SCRIPTS = st.sampled_from(
    [
        "a",
        "Z",
        " ",
        "\n",
        ".",
        "…",
        " … ",
        "é",
        "e\u0301",
        "n\u0303o",
        "👩‍👧",
        "🇺🇸",
        "👍🏽",
        "שלום",
        "مرحبا",
        "会议",
        "\u202eabc",
        "\x1b[2J",
        "[sic]",
        "0",
    ]
)
texts = (
    st.lists(SCRIPTS, min_size=3, max_size=60)
    .map("".join)
    .filter(lambda text: len(text) >= 3 and text.strip())
)


@st.composite
def stretches(draw: st.DrawFn, text: str, most: int = 3) -> list[tuple[int, int]]:
    """Stretches of the text in its order, none of white space alone."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2 * most, unique=True)))
    found = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if text[a:b].strip()]
    return found or [(0, len(text))]


@settings(max_examples=40)
@given(st.data())
def test_every_quotation_is_what_its_source_says(data: st.DataObject) -> None:
    text = data.draw(texts)
    with TemporaryDirectory() as folder, empty_case(Path(folder)) as case:
        add(case, text, tuple(Mark(place, Place(line=str(place))) for place in range(0, len(text), 7)))
        spans = data.draw(stretches(text))
        words = JOINT.join(text[start:end] for start, end in spans)
        pieces = [piece for piece in data.draw(stretches(words)) if _has_words(text, spans, *piece)] or [
            (0, len(words))
        ]
        acts.capture(
            case, ANN, "D1", spans, speaker="A", question_spans=data.draw(stretches(text)), claims=pieces
        )
        acts.event(case, ANN, title="x")
        acts.evidence(case, ANN, "E1", mode="attended", source="D1", spans=data.draw(stretches(text)))
        acts.explain(case, ANN, "S1.C1", source="D1", spans=data.draw(stretches(text)))
        again = [piece for piece in data.draw(stretches(words)) if _has_words(text, spans, *piece)] or [
            (0, len(words))
        ]
        acts.split(case, ANN, "S1.C1", again)
        _everything_is_quoted_right(case, text, words, spans)


def _has_words(text: str, spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch of the joined words holds more than white space and what joins them."""
    position = 0
    for a, b in spans:
        first, last = max(a, a + start - position), max(a, min(b, a + end - position))
        if text[first:last].strip():
            return True
        position += b - a + len(JOINT)
    return False


def _everything_is_quoted_right(case: OpenCase, text: str, words: str, spans: list[tuple[int, int]]) -> None:
    assert verifying.verify(case, ANN).problems == ()
    assert readings.statement_view(case, ANN, "S1").words == words
    claims = readings.show(case, ANN, "S1")["claims"]
    for listed in claims:
        claim = readings.claim_view(case, ANN, listed["id"])
        own = anchors(claim.citations)
        assert JOINT.join(anchor.exact for anchor in own) == claim.words
        assert all(any(a <= anchor.start < anchor.end <= b for a, b in spans) for anchor in own)
        _, start, end = acts.words_within(case, ANN, listed["id"])
        assert words[start:end] == claim.words
        assert claim.before + claim.words + claim.after == words
    citations = [
        *readings.statement_view(case, ANN, "S1").citations,
        *readings.claim_view(case, ANN, "S1.C1").question_citations,
        *readings.event_view(case, ANN, "E1").evidence[0].citations,
        *readings.pair(case, ANN, "S1.C1", None).explanations[0].citations,
    ]
    for anchor in (
        *anchors(tuple(citations)),
        *(a for c in claims for a in anchors(readings.claim_view(case, ANN, c["id"]).citations)),
    ):
        assert text[anchor.start : anchor.end] == anchor.exact
        assert text[: anchor.start].endswith(anchor.prefix) and len(anchor.prefix) == min(32, anchor.start)
        assert text[anchor.end :].startswith(anchor.suffix) and len(anchor.suffix) == min(
            32, len(text) - anchor.end
        )
        assert anchor.place == Place(line=str(anchor.start // 7 * 7))
        assert anchor.place_end == Place(line=str((anchor.end - 1) // 7 * 7))


def test_nothing_of_the_testimony_is_twice() -> None:
    assert TESTIMONY.count(ANSWER) == 1
