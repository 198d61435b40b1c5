"""What can be asked of the room, and what it says to the rest."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from factcheck.core.formats import REPORTS
from factcheck.errors import FactcheckError
from factcheck.report.door import render
from tests.report.sample_report import REPORT


def test_the_usual_report_is_the_annex_as_a_page() -> None:
    assert render(REPORT) == render(REPORT, as_="annex", format="html")


@pytest.mark.parametrize(
    ("as_", "format_", "named"),
    [("memoir", "html", "annex"), ("annex", "docx", "html, json, md, txt")],
    ids=["no such report", "no such format"],
)
def test_what_there_is_not_is_refused_and_what_there_is_named(as_: str, format_: str, named: str) -> None:
    with pytest.raises(FactcheckError) as refusal:
        render(REPORT, as_=as_, format=format_)
    assert named in refusal.value.detail
    assert refusal.value.exit_code == 2


@pytest.mark.parametrize("format_", REPORTS["annex"])
def test_equal_reports_give_equal_bytes(format_: str) -> None:
    turned = replace(
        REPORT,
        counts=dict(reversed(list(REPORT.counts.items()))),
        rubric=dict(reversed(list(REPORT.rubric.items()))),
    )
    assert turned == REPORT
    assert render(turned, format=format_) == render(REPORT, format=format_)


def test_the_door_and_the_json_do_without_the_template_engine() -> None:
    program = (
        "import sys; from tests.report.sample_report import REPORT; from factcheck.report.door import render;"
        "render(REPORT, format='json'); sys.exit('jinja2' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize("format_", REPORTS["annex"])
def test_an_empty_report_is_a_report(format_: str) -> None:
    empty = replace(
        REPORT, question=None, summary=None, sample=False, status="LOCKED", counts={}, people=(),
        reviewers=(), chapters=(), other_events=(), sources=(), quotations=(), lint=(), unread=(), sealed=0,
        warnings=(), rubric={},
    )  # fmt: skip
    page = render(empty, format=format_).decode()
    assert "SAMPLE" not in page.split("<style>")[0].split("</style>")[-1]
    assert "LOCKED" in page
