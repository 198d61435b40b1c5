"""Reading without a case: the names that `read --json` promises, and places that hold."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factcheck.core.document import Document, Hole, Mark, Place, Turn
from factcheck.core.entry import sha256
from factcheck.core.proposals import (
    DateRead,
    Proposals,
    ProposedEvent,
    ProposedPerson,
    ProposedStatement,
    QuestionRead,
    Span,
    WhenRead,
)
from factcheck.errors import FactcheckError
from factcheck.workbench import reading
from tests.workbench.inquiry import PAPER, written

TEXT = "Q. Did you?\nA. I never, he said, met him on 8/9/2016.\n"

SOURCE = {
    "name", "kind", "sha256", "encoding", "title", "published", "text", "text_sha256",
    "published_basis", "author", "publisher", "address",
}  # fmt: skip
TURN = {
    "speaker",
    "speaker_candidates",
    "role",
    "text",
    "start",
    "end",
    "page",
    "line",
    "page_end",
    "line_end",
    "flags",
}
STATEMENT = {
    "exact", "segments", "speaker", "speaker_candidates", "speaker_basis", "addressee", "on_behalf_of",
    "reporter",
    "question", "quotation", "said_on", "forum", "sworn", "form", "start", "end", "page", "line", "page_end",
    "line_end", "confidence", "flags",
}  # fmt: skip
EVENT = {"title", "text", "start", "end", "when", "who", "where", "according_to", "confidence", "flags"}
WHEN = {"edtf", "earliest", "latest", "precision", "anchor", "candidates"}
DATE = {"text", "start", "end", "edtf", "earliest", "latest", "precision", "anchor", "candidates", "flags"}


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


DOCUMENT = Document(
    name="depo.txt",
    kind="deposition",
    sha256=sha256(TEXT),
    size=len(TEXT),
    reader="test 1",
    encoding="utf-8",
    text=TEXT,
    marks=(Mark(0, Place(page="45", line="1")), Mark(12, Place(page="45", line="2"))),
    turns=(
        Turn(3, 11, "Ms. Q", "question", "Q."),
        Turn(15, 53, None, "answer", "A.", ("A", "B"), ("interrupted",)),
    ),
    holes=(Hole("image", "page 46", 2, "46"),),
)
AMBIGUOUS = WhenRead(None, candidates=(("2016-09-08", 0.5), ("2016-08-09", 0.5)))
PROPOSED = Proposals(
    "test 1",
    statements=(
        ProposedStatement(
            segments=(span("I never,"), span("met him")),
            speaker=None,
            quotation="direct",
            confidence=0.5,
            speaker_candidates=("A", "B"),
            question=QuestionRead(span("Did you?"), "Ms. Q"),
            said_on=AMBIGUOUS,
            flags=("ambiguous-speaker",),
        ),
        ProposedStatement((span("met him"),), "A", "direct", 1.0),
    ),
    events=(
        ProposedEvent("A met him", (span("met him"),), AMBIGUOUS, (("A", None), ("him", "envoy"))),
        ProposedEvent("B met him", (span("met him"),), None, ()),
    ),
    people=(ProposedPerson("A", ("a",), ("aide",)),),
    dates=(DateRead(span("8/9/2016"), AMBIGUOUS, ("x",)),),
)


@pytest.fixture(scope="module")
def printed() -> dict[str, Any]:
    value = reading.as_json(DOCUMENT, PROPOSED)
    assert json.loads(json.dumps(value)) == value
    return value


def test_the_fields_have_the_promised_names(printed: dict[str, Any]) -> None:
    assert set(printed) == {"source", "turns", "statements", "events", "people", "dates", "holes"}
    assert set(printed["source"]) >= SOURCE
    for turn in printed["turns"]:
        assert set(turn) >= TURN
    for statement in printed["statements"]:
        assert set(statement) >= STATEMENT
    for event in printed["events"]:
        assert set(event) >= EVENT
    assert set(printed["statements"][0]["question"]) == {"exact", "speaker", "start", "end"}
    assert set(printed["statements"][0]["said_on"]) == {"edtf", "candidates", "basis"}
    assert set(printed["events"][0]["when"]) >= WHEN
    assert [set(date) >= DATE for date in printed["dates"]] == [True]
    assert set(printed["people"][0]) == {"name", "aliases", "roles"}
    assert set(printed["holes"][0]) == {"what", "where", "count", "page"}


def test_the_values_are_those_of_the_document(printed: dict[str, Any]) -> None:
    source = printed["source"]
    assert (source["name"], source["text"], source["text_sha256"]) == ("depo.txt", TEXT, sha256(TEXT))
    assert (source["title"], source["published"]) == (None, None)
    question, answer = printed["turns"]
    assert (question["text"], question["page"], question["line"]) == ("Did you?", "45", "1")
    assert (answer["speaker"], answer["speaker_candidates"], answer["flags"]) == (
        None,
        ["A", "B"],
        ["interrupted"],
    )
    first, second = printed["statements"]
    assert first["exact"] == "I never, … met him"
    assert (first["start"], first["end"]) == (span("I never,").start, span("met him").end)
    assert (first["page"], first["line"], first["page_end"], first["line_end"]) == ("45", "2", "45", "2")
    for segment in first["segments"]:
        assert TEXT[segment["start"] : segment["end"]] == segment["exact"]
    assert first["said_on"]["edtf"] is None
    assert [candidate["edtf"] for candidate in first["said_on"]["candidates"]] == ["2016-09-08", "2016-08-09"]
    assert (second["question"], second["said_on"], second["sworn"]) == (None, None, "to-confirm")
    met, unknown = printed["events"]
    assert met["who"] == [{"name": "A", "capacity": None}, {"name": "him", "capacity": "envoy"}]
    assert (met["text"], met["when"]["edtf"], unknown["when"]) == ("met him", None, None)
    assert printed["holes"] == [{"what": "image", "where": "page 46", "count": 2, "page": "46"}]


def test_a_document_without_places_has_none(printed: dict[str, Any]) -> None:
    bare = reading.as_json(replace(DOCUMENT, marks=()), PROPOSED)["statements"][0]
    assert (bare["page"], bare["line"], bare["page_end"], bare["line_end"]) == (None, None, None, None)
    assert printed["statements"][0]["page"] == "45"


def test_a_file_is_read_with_the_date_as_typed(tmp_path: Path) -> None:
    document, proposed = reading.read_file(written(tmp_path, "paper.txt", PAPER), "news", "March 2, 2017")
    assert (document.published, document.kind) == ("2017-03-02", "news")
    value = reading.as_json(document, proposed)
    for statement in value["statements"]:
        for segment in statement["segments"]:
            assert value["source"]["text"][segment["start"] : segment["end"]] == segment["exact"]
    with pytest.raises(FactcheckError, match="not one date"):
        reading.read_file(tmp_path / "paper.txt", "news", "8/9/2016")


def test_a_line_is_read_like_a_file() -> None:
    document, _ = reading.read_line({"id": 7, "text": PAPER, "published": "2017-03-02", "kind": "news"})
    assert (document.name, document.text, document.published) == ("7", PAPER, "2017-03-02")


@pytest.mark.parametrize(
    "line", [{}, {"id": "a"}, {"id": "a", "text": ""}, {"id": "a", "text": 7}, {"text": None}]
)
def test_a_line_without_a_text_is_refused(line: dict[str, Any]) -> None:
    with pytest.raises(FactcheckError, match="without text") as refused:
        reading.read_line(line)
    assert "None" not in refused.value.detail
