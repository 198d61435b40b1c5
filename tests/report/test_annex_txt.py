"""The annex as plain text: 80 columns, headings that no data can feign."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from factcheck.core.shown import STEERING
from factcheck.report.door import render
from factcheck.report.wrapping import WIDTH, columns
from tests.report.changed_reports import rewritten
from tests.report.hostile import HOSTILE
from tests.report.sample_report import REPORT
from tests.report.test_data_is_data import KEPT

TEXT = render(REPORT, format="txt").decode()
AT_THE_MARGIN = re.compile(r"^\S.*$", re.MULTILINE)


def test_no_line_is_wider_than_eighty_columns_and_none_ends_in_blanks() -> None:
    lines = TEXT.split("\n")
    assert max(map(columns, lines)) <= WIDTH
    assert not [line for line in lines if line != line.rstrip()]
    assert "\n\n\n\n" not in TEXT
    assert TEXT.endswith("\n") and not TEXT.endswith("\n\n")


def test_a_quotation_has_marks_and_a_bar_and_a_paraphrase_neither() -> None:
    assert "  | “I didn’t have -- did not have meetings with the line”" in TEXT
    assert "  : denied having spoken of the contract" in TEXT
    assert "“denied having spoken" not in TEXT
    assert "! in his capacity as a member of the pilotage committee" in TEXT


def test_wide_letters_are_counted_and_may_be_parted() -> None:
    made = render(replace(REPORT, summary="漢字" * 60), format="txt").decode()
    lines = [line for line in made.split("\n") if "漢" in line]
    assert len(lines) > 1
    assert max(map(columns, lines)) <= WIDTH
    assert "漢字" * 60 in re.sub(r"\s", "", made)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_reaches_the_margin_but_in_a_heading(text: str) -> None:
    feigned = f"{text} x\n\nFINDINGS\n========"
    report = rewritten(REPORT, lambda leaf: leaf.value if leaf.owner in KEPT else feigned)
    made = render(report, format="txt").decode()
    assert not set(made) & (STEERING - {"\n"})
    assert "\nFINDINGS" not in made
