"""The consistency checks of SVR-1: what blocks, what warns, what is owed."""

import pytest

from factcheck.core.checks import Graded, check_grade
from factcheck.core.rubric import read_codes

FULL = Graded(established="documented", modes=("attended",), rationale="as recorded")


def texts(typed: str, unit: Graded, severity: str) -> list[str]:
    return [remark.text for remark in check_grade(read_codes(typed), unit) if remark.severity == severity]


def graded(**changes: object) -> Graded:
    values = {name: getattr(FULL, name) for name in FULL.__slots__}
    return Graded(**{**values, **changes})


BLOCKED = {
    "supports above 0": ("s102", FULL, "degree 0"),
    "context above 0": ("x242", FULL, "degree 0"),
    "does not bear above 0": ("n402", FULL, "degree 0"),
    "degree u without relation or kind u": ("cu42", FULL, "relation u or kind u"),
    "changed account beside an event": ("c382", FULL, "another statement"),
}
PASSED = {
    "contradicts": ("c342", FULL),
    "supports": ("s002", FULL),
    "context": ("x002", FULL),
    "does not bear": ("n002", FULL),
    "cannot tell": ("u", graded(reason="two sources conflict")),
    "degree u with kind u": ("cuu2", FULL),
    "degree u with relation u": ("uu42", graded(reason="not established")),
    "relation u with a degree": ("u342", FULL),
    "a mere detail": ("c162", FULL),
    "changed account beside a statement": ("c382", graded(target_is_statement=True)),
}
WARNED = {
    "qualifies with 3": ("q342", FULL, "say why it does not contradict"),
    "qualifies with 4": ("q442", FULL, "say why it does not contradict"),
    "4 though every word can be true": ("c432", FULL, "no reasonable reading"),
    "a single report": ("c342", graded(established="single report"), "a single report"),
    "alleged": ("c342", graded(established="alleged"), "is alleged"),
    "disputed": ("c442", graded(established="disputed"), "is disputed"),
    "only scheduled": ("c342", graded(modes=("scheduled",)), "only scheduled"),
    "recollection of a categorical claim": ("c252", graded(form="categorical"), "nobody has pleaded memory"),
    "text without another text": ("c192", FULL, "another text"),
    "4 on a fundamentally ambiguous question": (
        "c442",
        graded(clarity="fundamentally ambiguous"),
        "fundamentally ambiguous",
    ),
}
SILENT = {
    "qualifies with 2": ("q242", FULL),
    "3 though every word can be true": ("c332", FULL),
    "a single report at 2": ("c242", graded(established="single report")),
    "scheduled and attended": ("c342", graded(modes=("scheduled", "attended"))),
    "recollection, pleaded": ("c252", graded(form="categorical", has_explanation=True)),
    "recollection of a hedged claim": ("c252", graded(form="no recollection")),
    "text with another text": ("c192", graded(has_variant=True)),
    "3 on a fundamentally ambiguous question": ("c342", graded(clarity="fundamentally ambiguous")),
    "4 on an arguably ambiguous question": ("c442", graded(clarity="arguably ambiguous")),
    "admitted": ("c442", graded(established="admitted")),
}
OWED = {
    "no rationale at 2": ("c242", graded(rationale=None), "Rationale owed"),
    "no rationale at 4": ("c442", graded(rationale=None), "Rationale owed"),
    "no reason for u": ("u", graded(rationale=None), "Reason owed"),
}
PAID = {
    "no rationale at 1": ("c162", graded(rationale=None)),
    "no rationale at 0": ("s002", graded(rationale=None)),
    "a reason for u": ("u", graded(rationale=None, reason="classified")),
    "a rationale for u": ("u", FULL),
    "a rationale at 3": ("c342", FULL),
}


@pytest.mark.parametrize(("typed", "unit", "told"), BLOCKED.values(), ids=BLOCKED.keys())
def test_what_blocks(typed: str, unit: Graded, told: str) -> None:
    (found,) = texts(typed, unit, "block")
    assert told in found
    assert check_grade(read_codes(typed), unit)[0].severity == "block"


@pytest.mark.parametrize(("typed", "unit"), PASSED.values(), ids=PASSED.keys())
def test_what_passes(typed: str, unit: Graded) -> None:
    assert texts(typed, unit, "block") == []


@pytest.mark.parametrize(("typed", "unit", "told"), WARNED.values(), ids=WARNED.keys())
def test_what_warns(typed: str, unit: Graded, told: str) -> None:
    (found,) = texts(typed, unit, "warn")
    assert told in found


@pytest.mark.parametrize(("typed", "unit"), SILENT.values(), ids=SILENT.keys())
def test_what_does_not_warn(typed: str, unit: Graded) -> None:
    assert texts(typed, unit, "warn") == []


@pytest.mark.parametrize(("typed", "unit", "told"), OWED.values(), ids=OWED.keys())
def test_what_is_owed(typed: str, unit: Graded, told: str) -> None:
    (found,) = texts(typed, unit, "owed")
    assert told in found


@pytest.mark.parametrize(("typed", "unit"), PAID.values(), ids=PAID.keys())
def test_what_is_not_owed(typed: str, unit: Graded) -> None:
    assert texts(typed, unit, "owed") == []
