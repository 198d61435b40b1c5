"""The bytes of every format for the sample report.

A change of the bytes is a change for every reader. Look at it in a browser, then write the new ones with

    .venv/bin/python -m tests.report.test_golden
"""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.core.formats import REPORTS
from factcheck.report.door import render
from tests.report.sample_report import REPORT

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "report"
NAMES = [(as_, format_) for as_, formats in REPORTS.items() for format_ in formats]


@pytest.mark.parametrize(("as_", "format_"), NAMES, ids="-".join)
def test_the_bytes_are_those_of_the_golden_file(as_: str, format_: str) -> None:
    expected = (GOLDEN / f"{as_}.{format_}").read_bytes()
    assert render(REPORT, as_=as_, format=format_).decode().splitlines() == expected.decode().splitlines()
    assert render(REPORT, as_=as_, format=format_) == expected


def write() -> None:
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for as_, format_ in NAMES:
        (GOLDEN / f"{as_}.{format_}").write_bytes(render(REPORT, as_=as_, format=format_))


if __name__ == "__main__":
    write()
