"""Places as people type them: cells of tables and times of captions, beside pages and lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.core.document import Document, Mark, Place
from factcheck.errors import FactcheckError
from factcheck.workbench import acts, readings
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, empty_case

CELLS = ["A1", "B1", "AB2:AD2", "Visits!A1", "'My sheet'!C3"]
CAPTIONS = ["00:00:01.500", "00:00:04.000", "00:12:34.000", "01:02:03.000"]
CLOCK = ["10:04", "10:05", "11:30"]


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    return empty_case(tmp_path)


def add(case: OpenCase, places: list[Place]) -> None:
    """D1: ten code points at each place."""
    text = "abcdefghi\n" * len(places)
    marks = tuple(Mark(10 * n, place) for n, place in enumerate(places))
    document = Document(
        name="x", kind="table", sha256="0" * 64, size=len(text), reader="test 1", encoding="utf-8",
        text=text, marks=marks,
    )  # fmt: skip
    acts.add_document(case, ANN, text.encode(), document, None)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("A1", 0), ("b1", 1), (" B1 ", 1), ("AC2", 2), ("ad2", 2), ("Visits!A1", 3), ("visits!a1", 3),
        ("My sheet!C3", 4), ("C3", 4), ("@31", 3.1), ("AE2", None), ("C1", None), ("Other!A1", None),
        ("45:12", None), ("", None),
    ],
)  # fmt: skip
def test_cells(case: OpenCase, typed: str, at: float | None) -> None:
    add(case, [Place(cell=cell) for cell in CELLS])
    goes(case, typed, at)


@pytest.mark.parametrize(
    ("lines", "typed", "at"),
    [
        (["01", "02", "12", "20"], "7:2", 1), (["01", "02", "12", "20"], "7:02", 1),
        (["01", "02", "12", "20"], "7:12", 2), (["2", "02"], "7:2", 0),
        (["2", "02"], "7:02", 1), (["01", "02"], "7:3", None), (["20"], "7:2", None),
    ],
)  # fmt: skip
def test_numbers_that_a_source_pads_with_zeros(
    case: OpenCase, lines: list[str], typed: str, at: int | None
) -> None:
    add(case, [Place(page="7", line=line) for line in lines])
    goes(case, typed, at)


def test_a_range_of_padded_lines_is_found_and_cited_as_printed(case: OpenCase) -> None:
    add(case, [*(Place(page="7", line=line) for line in ("01", "02", "03")), Place(page="7")])
    assert readings.stretch_typed(case, ANN, "D1", "7:2-3") == (10, 29)
    made = acts.capture(case, ANN, "D1", [(10, 29)])
    (cited,) = readings.statement_view(case, ANN, made.id).citations
    assert cited.cite.endswith("7:02-03")


@pytest.mark.parametrize(
    ("times", "typed", "at"),
    [
        (CAPTIONS, "0:01", 0), (CAPTIONS, "0:03", 0), (CAPTIONS, "0:04", 1), (CAPTIONS, "12:34", 2),
        (CAPTIONS, "0:12:34", 2), (CAPTIONS, "00:12:34.5", 2), (CAPTIONS, "1:02:03", 3),
        (CAPTIONS, "9:00:00", 3), (CAPTIONS, "0:00", 0), (CAPTIONS, "12", None),
        (CLOCK, "10:04", 0), (CLOCK, "10:59", 1), (CLOCK, "11:30:10", 2), (CLOCK, "9:00", 0),
    ],
)  # fmt: skip
def test_times(case: OpenCase, times: list[str], typed: str, at: int | None) -> None:
    add(case, [Place(time=time) for time in times])
    goes(case, typed, at)


def test_page_and_line_come_before_a_time(case: OpenCase) -> None:
    add(case, [Place(page="9", line="1", time="10:04"), Place(page="10", line="4", time="10:05")])
    goes(case, "10:4", 1)
    goes(case, "10:05", 1)


def goes(case: OpenCase, typed: str, at: float | None) -> None:
    if at is None:
        with pytest.raises(FactcheckError, match="in D1"):
            readings.place_typed(case, ANN, "D1", typed)
    else:
        assert readings.place_typed(case, ANN, "D1", typed) == round(10 * at)
