"""Every field that a view has is printed, or is listed here with the reason why it is not."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from typing import Any, get_args

import pytest

from factcheck.core.report import Report
from factcheck.report.annex import annex
from factcheck.report.door import render
from tests.annotations import hints
from tests.report.changed_reports import Leaf, Owner, leaves, with_value
from tests.report.sample_report import REPORT

ID = "an internal id; the label is printed"
STAMP = "as-of dates are the only times in an output"
NOT_PAPER = "for machines that place the quotation again; the JSON has it, the page prints the pin cite"
OWN = "reviewers' own working label, not meant for readers; the JSON has it"

LEFT_OUT: dict[Owner, str] = {
    ("Head", "id"): ID,
    ("Head", "entity"): "the page says what a record is by where it stands",
    ("Head", "made_at"): STAMP,
    ("Head", "changed_at"): STAMP,
    ("Contender", "wall"): STAMP,
    ("Contender", "entry"): ID,
    ("Anchor", "source"): ID,
    ("Anchor", "prefix"): NOT_PAPER,
    ("Anchor", "suffix"): NOT_PAPER,
    ("Anchor", "place"): NOT_PAPER,
    ("Anchor", "place_end"): NOT_PAPER,
    ("Place", "page"): NOT_PAPER,
    ("Place", "line"): NOT_PAPER,
    ("Place", "paragraph"): NOT_PAPER,
    ("Place", "cell"): NOT_PAPER,
    ("Place", "time"): NOT_PAPER,
    ("ClaimView", "tags"): OWN,
    ("EventView", "tags"): OWN,
    ("LinkView", "tags"): OWN,
    ("LinkView", "claim"): ID,
    ("LinkView", "target"): ID,
    ("GradeView", "target"): ID,
    ("LaterView", "id"): ID,
    ("Citation", "source"): ID,
    ("VariantView", "id"): ID,
}
"""Fields of which the page prints nothing."""

DECIDES = {
    ("NoteView", "scope"): "decides whether a note is printed at all",
    ("SourceView", "sealed"): "decides whether a source is printed at all",
    ("DissentView", "suppressed"): "decides whether a dissent's words are printed",
    ("Anchor", "exact"): "printed where the quoted words do not hold it",
    ("Citation", "record"): "joins a quotation to its check",
    ("QuoteCheck", "record"): "joins a check to its quotation",
    ("ExplanationView", "anchored"): "decides whether an explanation is a quotation",
}
"""Fields that change what is printed and are not themselves words on the page."""

NEVER = {("ClaimView", "proposed"), ("EventView", "proposed")}
"""Fields of what waits on the Bench to be accepted: a report is made of records, which are accepted."""


def classes_of_a_report() -> dict[str, type]:
    """Every dataclass that a Report can hold, found by its annotations."""
    found: dict[str, type] = {}
    waiting: list[Any] = [Report]
    while waiting:
        hint = waiting.pop()
        waiting += get_args(hint)
        if dataclasses.is_dataclass(hint) and isinstance(hint, type) and hint.__name__ not in found:
            found[hint.__name__] = hint
            waiting += hints(hint).values()
    return found


FIELDS = [
    (name, item.name)
    for name, kind in sorted(classes_of_a_report().items())
    for item in dataclasses.fields(kind)
    if (name, item.name) not in NEVER
]
LEAVES = list(leaves(REPORT))
APART = replace(REPORT, chapters=(REPORT.chapters[0], *REPORT.chapters[2:]))
"""The same without the second claim of a statement: whatever parts it from the first prints the statement
twice, which would hide that the part itself is not printed."""
OUTLINE = annex(APART)
ON_PAPER = ("html", "md", "txt")
PRINTED = {format_: render(REPORT, format=format_) for format_ in ON_PAPER}


def other(leaf: Leaf) -> Any:
    """A value of the same type that is not the one there."""
    match leaf.value:
        case bool():
            return not leaf.value
        case int():
            return leaf.value + 7
        case str():
            return f"{leaf.value} otherwise"
    return "something where there was nothing"


def changes_page(leaf: Leaf, format_: str) -> bool:
    return render(with_value(REPORT, leaf.path, other(leaf)), format=format_) != PRINTED[format_]


def changes_outline(held: list[Leaf]) -> bool:
    report = APART
    for leaf in held:
        report = with_value(report, leaf.path, other(leaf))
    return annex(report) != OUTLINE


def test_the_lists_name_fields_that_exist() -> None:
    assert set(LEFT_OUT) | set(DECIDES) <= set(FIELDS)


def values_of(field: Owner, among: list[Leaf] = LEAVES) -> list[Leaf]:
    """What a field holds in the sample, else what lies deeper in it; what is absent is no value."""
    held = [leaf for leaf in among if leaf.value is not None and field in leaf.owners]
    return [leaf for leaf in held if leaf.owner == field] or held


@pytest.mark.parametrize("field", FIELDS, ids=".".join)
def test_every_field_is_printed_or_left_out_on_purpose(field: Owner) -> None:
    held = values_of(field)
    assert held, "the sample report has no value for it"
    if field in LEFT_OUT:  # what is not in the outline is in no format
        held = values_of(field, list(leaves(APART)))
        if field == ("Head", "id"):
            held = held[:1]  # ids also join records; the first claim's joins nothing
        assert not changes_outline(held), "it is printed after all"
        return
    for format_ in ON_PAPER:
        assert any(changes_page(leaf, format_) for leaf in held), (
            "it is neither printed nor left out on purpose"
        )


@pytest.mark.parametrize("field", FIELDS, ids=".".join)
def test_the_json_has_every_field(field: Owner) -> None:
    before = render(REPORT, format="json")
    assert any(
        render(with_value(REPORT, leaf.path, other(leaf)), format="json") != before
        for leaf in values_of(field)
    )
