"""Claims of one statement, brought together."""

from __future__ import annotations

from dataclasses import fields, replace

from factcheck.core.report import ClaimChapter
from factcheck.core.views.claims import ClaimView
from factcheck.report.statements import SHARED, by_statement
from tests.report.sample_report import CLAIM_ADVISER, CLAIM_CONTRACT, CLAIM_MEETINGS

TWO = (ClaimChapter(CLAIM_MEETINGS, (), ()), ClaimChapter(CLAIM_ADVISER, (), ()))


def test_what_is_shared_is_named_by_fields_that_exist() -> None:
    assert set(SHARED) <= {item.name for item in fields(ClaimView)}


def test_claims_of_one_statement_come_together_and_others_stay_apart() -> None:
    grouped = by_statement((*TWO, ClaimChapter(CLAIM_CONTRACT, (), ())))
    assert [len(spoken.chapters) for spoken in grouped] == [2, 1]


def test_a_difference_in_what_they_share_parts_them() -> None:
    other = replace(CLAIM_ADVISER, context="another context")
    assert len(by_statement((TWO[0], ClaimChapter(other, (), ())))) == 2


def test_the_words_are_cut_where_claims_begin_and_end_and_nothing_is_lost() -> None:
    [spoken] = by_statement(TWO)
    assert "".join(text for text, _ in spoken.stretches) == spoken.words
    assert [text for text, marked in spoken.stretches if marked] == [
        CLAIM_ADVISER.words,
        CLAIM_MEETINGS.words,
    ]


def test_a_claim_that_is_the_whole_marks_nothing() -> None:
    whole = replace(CLAIM_MEETINGS, before="", after="")
    [spoken] = by_statement((ClaimChapter(whole, (), ()),))
    assert spoken.stretches == [(CLAIM_MEETINGS.words, False)]
