"""Pages that are images: typed, checked by a second person, and how a report says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from factcheck.core.document import Document, Hole, Mark, Place
from factcheck.core.entry import sha256
from factcheck.errors import FactcheckError
from factcheck.workbench import acts, readings, reporting, verifying
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, BEN, CLEO, entry_count, written

WORDS = "He met the envoy on May 3, 2016.\n\nNobody else was there."


@pytest.fixture
def scanned(empty: OpenCase, tmp_path: Path) -> OpenCase:
    """A case whose D1 is an image of three pages, ABC0001234 to ABC0001236."""
    frames = [Image.new("L", (20, 30), 255 - n) for n in range(3)]
    frames[0].save(tmp_path / "letter.tif", save_all=True, append_images=frames[1:])
    acts.add_source(
        empty,
        ANN,
        tmp_path / "letter.tif",
        kind="letter",
        published="2016-06-01",
        title="Letter of June 1",
        bates="ABC0001234-36",
    )
    return empty


def test_what_is_typed_is_a_variant_of_the_image_with_its_page(scanned: OpenCase) -> None:
    made = acts.type_page(scanned, ANN, "D1", "2", WORDS + "\r\n")
    view = readings.source_view(scanned, ANN, made.label)
    assert (view.variant_of, view.reader, view.typed_by, view.checked_by) == ("D1", "typed/1", "Ann", None)
    assert (view.title, view.published, view.kind) == ("Letter of June 1", "2016-06-01", "letter")
    assert readings.text_of(scanned, ANN, "D2", 0, 999) == WORDS
    assert {line.place for line in readings.text_lines(scanned, ANN, "D2", 0, 9)} == {"p. 2"}
    assert verifying.verify(scanned, ANN).ok


@pytest.mark.parametrize(
    ("source", "page", "meant"),
    [("D1", "3", "3"), ("ABC0001235", None, "2"), ("abc-1236", None, "3"), ("D1", "ABC0001234", "1")],
)
def test_the_page_that_is_meant(scanned: OpenCase, source: str, page: str | None, meant: str) -> None:
    acts.type_page(scanned, ANN, source, page, WORDS)
    (typed,) = [one for one in readings.pages(scanned, ANN, "D1") if one.typed]
    assert typed.page == meant


@pytest.mark.parametrize(
    ("source", "page", "words", "told"),
    [
        ("D1", None, WORDS, "Which page of D1"),
        ("D1", "9", WORDS, "D1 has no page 9"),
        ("D1", "2", " \n", "Nothing was typed"),
        ("D1", "2", "x" * 1_000_001, "More was typed"),
        ("D7", "2", WORDS, "no record “D7”"),
    ],
)
def test_what_is_refused(scanned: OpenCase, source: str, page: str | None, words: str, told: str) -> None:
    entries = entry_count(scanned)
    with pytest.raises(FactcheckError, match=told):
        acts.type_page(scanned, ANN, source, page, words)
    assert entry_count(scanned) == entries


def test_nothing_is_typed_from_what_was_typed(scanned: OpenCase) -> None:
    acts.type_page(scanned, ANN, "D1", "2", WORDS)
    with pytest.raises(FactcheckError, match="The image is D1"):
        acts.type_page(scanned, BEN, "D2", "2", WORDS)


def test_a_second_person_checks_and_not_the_first(scanned: OpenCase) -> None:
    acts.type_page(scanned, ANN, "D1", "2", WORDS)
    with pytest.raises(FactcheckError, match="You typed D2 yourself"):
        acts.check_page(scanned, ANN, "D2")
    acts.check_page(scanned, BEN, "D2")
    assert readings.source_view(scanned, ANN, "D2").checked_by == "Ben"
    with pytest.raises(FactcheckError, match="D2 is checked already"):
        acts.check_page(scanned, CLEO, "D2")
    acts.undo(scanned, BEN)
    assert readings.source_view(scanned, ANN, "D2").checked_by is None


def test_what_was_read_from_its_bytes_is_not_checked(scanned: OpenCase) -> None:
    with pytest.raises(FactcheckError, match="was not typed from an image"):
        acts.check_page(scanned, BEN, "D1")


def test_nobody_marks_it_checked_by_editing(scanned: OpenCase) -> None:
    acts.type_page(scanned, ANN, "D1", "2", WORDS)
    with pytest.raises(FactcheckError, match="cannot be changed"):
        acts.edit(scanned, ANN, "D2", {"checked_by": "reviewer:ben"})


def test_the_same_typed_by_a_second_is_the_check(scanned: OpenCase) -> None:
    first = acts.type_page(scanned, ANN, "D1", "2", WORDS)
    with pytest.raises(FactcheckError, match="typed already, as D2"):
        acts.type_page(scanned, ANN, "D1", "2", WORDS)
    assert acts.type_page(scanned, BEN, "D1", "2", WORDS).id == first.id
    assert readings.source_view(scanned, ANN, "D2").checked_by == "Ben"
    other = acts.type_page(scanned, CLEO, "D1", "3", WORDS)
    assert other.label == "D3"
    (page,) = [one for one in readings.pages(scanned, ANN, "D1") if one.page == "2"]
    assert [(one.label, one.typed_by, one.checked_by) for one in page.typed] == [("D2", "Ann", "Ben")]


def test_a_report_says_how_sure_the_words_are(scanned: OpenCase) -> None:
    acts.type_page(scanned, ANN, "D1", "2", WORDS)
    acts.capture(scanned, ANN, "D2", [(0, 32)], speaker="Ann Lee")
    acts.event(scanned, ANN, title="A meeting")
    acts.evidence(scanned, ANN, "E1", mode="reported", source="D2", spans=[(34, 55)])
    report = reporting.report(scanned, ANN)
    assert {check.match for check in report.quotations} == {"read from image"}
    assert {check.cite for check in report.quotations} == {"Letter of June 1, 2016-06-01, p. 2 (ABC0001235)"}
    assert "S1: nobody has checked D2, typed from an image." in report.warnings
    assert b"checked by nobody" in reporting.render(scanned, ANN, format="txt")
    acts.check_page(scanned, BEN, "D2")
    report = reporting.report(scanned, ANN)
    assert {check.match for check in report.quotations} == {"read from image, checked"}
    assert not [one for one in report.warnings if "image" in one]
    for format_ in ("txt", "md", "html", "json"):
        printed = reporting.render(scanned, ANN, format=format_).decode()
        assert "checked by nobody" not in printed
        assert "Ben" in printed


def test_a_bates_number_leads_everywhere(scanned: OpenCase, tmp_path: Path) -> None:
    acts.add_source(scanned, ANN, written(tmp_path, "n.txt", "He went.\n"), bates="ABC0001240-41")
    (hit,) = readings.find(scanned, ANN, "ABC0001236")
    assert (hit.label, hit.snippet) == ("D1", "ABC0001234-36, page 3")
    assert hit.start == readings.place_typed(scanned, ANN, "D1", "p. 3") > 0
    assert [hit.label for hit in readings.search_case(scanned, ANN, "abc 1236-1240")] == ["D1", "D2"]
    assert readings.source_view(scanned, ANN, "ABC0001241").head.label == "D2"
    second = readings.place_typed(scanned, ANN, "D1", "p. 2")
    assert readings.place_typed(scanned, ANN, "D1", "ABC0001235") == second
    named = readings.numbered(scanned, ANN, "ABC0001235")
    assert named is not None
    assert named[1:] == (second, hit.start)
    assert readings.numbered(scanned, ANN, "ABC0001299") is None
    assert readings.place_typed(scanned, ANN, "D2", "ABC0001241") == 0
    with pytest.raises(FactcheckError, match="ABC0001235 is in D1, not in D2"):
        readings.place_typed(scanned, ANN, "D2", "ABC0001235")
    with pytest.raises(FactcheckError, match="no record “ABC0001299”"):
        readings.source_view(scanned, ANN, "ABC0001299")


def test_a_number_in_two_sources_is_refused_unless_one_is_a_variant(
    scanned: OpenCase, tmp_path: Path
) -> None:
    acts.add_source(scanned, ANN, written(tmp_path, "n.txt", "He went.\n"), bates="ABC0001236")
    with pytest.raises(FactcheckError, match="2 sources bear “ABC0001236”"):
        readings.source_view(scanned, ANN, "ABC0001236")
    with pytest.raises(FactcheckError, match="2 sources bear"):
        readings.numbered(scanned, ANN, "ABC0001236")
    assert len(readings.find(scanned, ANN, "ABC0001236")) == 2
    acts.edit(scanned, ANN, "D2", {"variant_of": "D1"})
    assert readings.source_view(scanned, ANN, "ABC0001236").head.label == "D1"


def test_the_pages_of_a_source_without_a_proven_range(empty: OpenCase, scanned: OpenCase) -> None:
    acts.edit(scanned, ANN, "D1", {"bates": "ABC0001234-37"})
    assert [one.bates for one in readings.pages(scanned, ANN, "D1")] == [None, None, None]
    (hit,) = readings.find(scanned, ANN, "ABC0001236")
    assert (hit.start, hit.snippet) == (None, "ABC0001234-37")


def test_what_a_machine_read_is_never_said_to_be_simply_exact(empty: OpenCase) -> None:
    """Only on the page that a machine read; the other page's words are the bytes' own."""
    text = "I was there on May 3.\nI was not there on May 4.\n"
    marks = (Mark(0, Place(page="1")), Mark(22, Place(page="2")))
    hole = Hole("machine-read", "page 2 of 2 was read off its image by a machine; compare it", 1, "2")
    document = Document(
        "scan.pdf", "letter", sha256(text), len(text), "pdf/1", None, text, marks=marks, holes=(hole,)
    )
    acts.add_document(empty, ANN, text.encode(), document, None)
    acts.capture(empty, ANN, "D1", [(0, 21)], speaker="Ann Lee")
    acts.capture(empty, ANN, "D1", [(22, 47)], speaker="Ann Lee")
    acts.capture(empty, ANN, "D1", [(11, 30)], speaker="Ann Lee")
    report = reporting.report(empty, ANN)
    found = {check.what: check.match for check in report.quotations if "." not in check.what}
    assert found == {"S1": "exact", "S2": "machine-read", "S3": "machine-read"}
    assert "S2: a machine read this passage of D1; compare the image." in report.warnings
    printed = reporting.render(empty, ANN, format="txt")
    assert b"exact in machine-read text, not checked by a person" in printed
