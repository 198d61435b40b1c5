"""How quoted words compare with the source."""

from __future__ import annotations

import pytest

from factcheck.core.report import MatchClass
from factcheck.workbench import acts, reporting
from factcheck.workbench.cases import OpenCase
from factcheck.workbench.quoting import match_class
from tests.workbench.inquiry import ANN


@pytest.mark.parametrize(
    ("quoted", "there", "match"),
    [
        ("I did not.", "I did not.", "exact"),
        ("I did not.", "I  did\nnot.", "whitespace"),
        ("I didn't -- no", "I didn’t -- no", "punctuation-normalised"),
        ("“No”", '"No"', "punctuation-normalised"),
        ("café", "cafe\u0301", "punctuation-normalised"),
        ("I did not.", "I did.", "NOT FOUND"),
        ("I did not.", "i did not.", "NOT FOUND"),
        ("I did not", "I did not.", "NOT FOUND"),
        ("I did not.", "", "NOT FOUND"),
    ],
)
def test_match_classes(quoted: str, there: str, match: MatchClass) -> None:
    assert match_class(quoted, there) == match


def test_every_quotation_of_every_record_is_checked(case: OpenCase) -> None:
    checks = reporting.report(case, ANN).quotations
    assert [(check.what, check.source, check.match) for check in checks] == [
        ("S1, question", "D1", "exact"),
        ("S1.C1", "D1", "exact"),
        ("S1", "D1", "exact"),
        ("S1.C2", "D1", "exact"),
        ("E1, evidence", "D2", "exact"),
        ("E3, evidence", "D2", "exact"),
    ]
    assert all(check.cite.startswith(("The hearing", "paper.txt")) for check in checks)


def test_what_is_withdrawn_is_not_checked_nor_what_is_part_of_it(case: OpenCase) -> None:
    acts.withdraw(case, ANN, "S1", "wrong")
    acts.withdraw(case, ANN, "E1", "wrong")
    assert [check.what for check in reporting.report(case, ANN).quotations] == ["E3, evidence"]
