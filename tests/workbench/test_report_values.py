"""What a report needs to know of each record, so that nothing is printed as what it is not."""

from __future__ import annotations

import re

import pytest

from factcheck.core.report import Report
from factcheck.workbench import acts, readings, reporting
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, BEN, CLEO, MEETING, PAPER, PLAN, TESTIMONY, stretch


def test_other_texts_and_later_words_say_what_they_are_and_where_they_stand(case: OpenCase) -> None:
    acts.capture(
        case, ANN, "D2", [stretch(MEETING, PAPER)], speaker="John Stone", variant_of="S1", quotation="mixed"
    )
    acts.statement(case, ANN, words="I stand by it.", speaker="John Stone", regarding="S1", said_on="2017-03")
    claim = readings.claim_view(case, ANN, "S1.C1")
    [variant], [later] = claim.variants, claim.later
    assert (variant.quotation, [citation.source_label for citation in variant.citations]) == ("mixed", ["D2"])
    assert (later.quotation, later.citations) == ("direct", ())
    page = reporting.render(case, ANN, format="txt").decode()
    assert "I stand by it." in page
    assert "“I stand by it." not in page


def test_another_statement_has_its_question_and_its_basis(case: OpenCase) -> None:
    acts.statement(
        case, ANN, words="No.", speaker="John Stone", question="Did you?", question_by="Al Frank",
        question_quotation="indirect", status="sworn written", status_basis="notary",
    )  # fmt: skip
    view = readings.statement_view(case, ANN, "S2")
    assert (view.status_basis, view.question_by, view.question_quotation) == (
        "notary",
        "Al Frank",
        "indirect",
    )
    assert readings.statement_view(case, ANN, "S1").question_citations[0].source_label == "D1"


def test_the_passage_of_the_swearing_in_is_cited(case: OpenCase) -> None:
    oath = TESTIMONY.split(".")[0]
    acts.capture(
        case, ANN, "D1", [stretch(oath)], speaker="A", oath_spans=[stretch(oath)], status="sworn oral"
    )
    claim = readings.claim_view(case, ANN, "S2.C1")
    assert claim.sworn == "yes"
    assert [citation.anchor and citation.anchor.exact for citation in claim.oath_citations] == [oath]
    assert "to confirm (entered as sworn oral" not in reporting.render(case, ANN, format="md").decode()


@pytest.mark.parametrize(
    ("graded", "settled", "state"),
    [
        ((), False, "none"),
        (((BEN, "c342"),), False, "one reviewer"),
        (((BEN, "c342"), (CLEO, "c343")), False, "agreed"),
        (((BEN, "c342"), (CLEO, "q242")), False, "range"),
        (((BEN, "c342"), (CLEO, "q242")), True, "adjudicated"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_how_a_link_stands(
    case: OpenCase, graded: tuple[tuple[object, str], ...], settled: bool, state: str
) -> None:
    for viewer, codes in graded:
        acts.grade(case, viewer, "L1", codes, rationale="x")  # type: ignore[arg-type]  # codes of any sort are the point
    if settled:
        acts.adjudicate(case, CLEO, "L1", "c342", "y", as_of="2017-03-01")
    link = readings.link_view(case, CLEO, "L1")
    assert link.state == state
    if settled:
        [adjudication] = link.adjudications
        assert (adjudication.round, adjudication.as_of, adjudication.chosen) == (1, "2017-03-01", None)


def test_the_grade_that_an_adjudicator_chose_is_named(case: OpenCase) -> None:
    acts.grade(case, BEN, "L1", "c342", rationale="x", occasion="The question named meetings.")
    [grade] = readings.link_view(case, CLEO, "L1").grades
    assert grade.occasion == "The question named meetings."
    acts.adjudicate(case, CLEO, "L1", "c342", "y", chosen=grade.head.id)
    assert readings.link_view(case, CLEO, "L1").adjudications[0].chosen == (grade.head.label or "Ben")


def test_an_explanation_says_whether_its_words_are_a_sources(case: OpenCase) -> None:
    acts.explain(case, ANN, "L1", source="D2", spans=[stretch(PLAN, PAPER)], person="John Stone")
    pair = readings.pair(case, ANN, "S1.C2", "E1")
    assert [(item.head.label, item.anchored) for item in pair.explanations] == [("X1", False), ("X2", True)]
    page = reporting.render(case, ANN, format="txt").decode()
    assert "“He was asked about the campaign" not in page


def test_a_source_has_what_relates_it_to_others(case: OpenCase) -> None:
    acts.edit(case, ANN, "D2", {"variant_of": "D1", "bates": "AB 0001-0002"})
    card = readings.source_view(case, ANN, "D2")
    assert (card.version_of, card.variant_of, card.bates) == (None, "D1", "AB 0001-0002")
    assert card.published_said == "2 March 2017, a Thursday"


def row_linked(case: OpenCase) -> None:
    """A register of D2 with one row, which S1.C2 is linked to."""
    with case.act(ANN) as act:
        source = readings.head(case, ANN, "D2").id
        register = {
            "source": source,
            "rows_sha": act.keep(b"{}"),
            "count": 1,
            "mode": "scheduled",
            "mapping": {},
        }
        act.put("rows.imported", "register-1", register)
        cells = {"Guest": "Stone", "Room": None}
        row = {"register": "register-1", "number": 7, "title": "Lunch", "when": "2016-09-07", "cells": cells}
        act.put("row.cited", "row-1", {"label": act.label("row", "row-1"), **row})
    acts.link(case, ANN, "S1.C2", "R1")


def test_a_row_is_shown_as_it_stands_in_its_register(case: OpenCase) -> None:
    row_linked(case)
    pair = readings.pair(case, ANN, "S1.C2", "R1")
    assert pair.row is not None
    assert (pair.row.title, pair.row.number, pair.row.when_said) == (
        "Lunch",
        7,
        "7 September 2016, a Wednesday",
    )
    assert (pair.row.cells, pair.row.mode) == ((("Guest", "Stone"), ("Room", "")), "scheduled")
    assert (pair.row.source_label, pair.days) == ("D2", 125)
    page = reporting.render(case, ANN, format="txt").decode()
    assert re.search(r"Scheduled for +7 September 2016", page)


def checks_without_a_note(report: Report, page: str) -> list[str]:
    told = page[page.index("Check of every quotation") :]
    return [
        check.what for check in report.quotations if not re.search(rf"{check.what}\b[^\n]* · notes? \d", told)
    ]


def test_every_check_of_a_quotation_reaches_its_footnote(case: OpenCase) -> None:
    page = reporting.render(case, ANN, format="txt").decode()
    assert checks_without_a_note(reporting.report(case, ANN), page) == []


def test_the_claim_of_another_text_is_left_out_until_something_is_said_of_it(case: OpenCase) -> None:
    acts.capture(case, ANN, "D2", [stretch(MEETING, PAPER)], speaker="John Stone", variant_of="S1")
    assert [chapter.claim.head.label for chapter in reporting.report(case, ANN).chapters] == [
        "S1.C1",
        "S1.C2",
    ]
    acts.link(case, ANN, "S2.C1", "E3")
    assert "S2.C1" in [chapter.claim.head.label for chapter in reporting.report(case, ANN).chapters]


def test_what_a_sealed_source_says_is_in_no_format(case: OpenCase) -> None:
    row_linked(case)
    with case.act(ANN) as act:
        act.put("source.sealed", readings.head(case, ANN, "D2").id, {"sealed": True})
    for format_ in ("html", "json", "md", "txt"):
        made = " ".join(reporting.render(case, ANN, format=format_).decode().split())
        assert "sealed: 1 passage" in made
        assert "sealed: 1 row" in made
        for words in (MEETING, PLAN, "Lunch", "Guest", "paper.txt"):
            assert words not in made, format_
