"""Dates as people type them: understood and echoed, or refused with the choices."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.workbench import dates

TODAY = date(2017, 3, 8)


@pytest.mark.parametrize(
    ("typed", "edtf", "echoed"),
    [
        ("2016-09-08", "2016-09-08", "8 September 2016, a Thursday"),
        ("  2016-09~ ", "2016-09~", "about September 2016"),
        ("2016", "2016", "2016"),
        ("2016-21", "2016-21", "spring 2016"),
        ("spring 2016", "2016-21", "spring 2016"),
        ("Sept 8 2016", "2016-09-08", "8 September 2016, a Thursday"),
        ("Sept. 8, 2016", "2016-09-08", "8 September 2016, a Thursday"),
        ("8 September 2016", "2016-09-08", "8 September 2016, a Thursday"),
        ("July 2016", "2016-07", "July 2016"),
        ("9/2016", "2016-09", "September 2016"),
        ("9/18/2016", "2016-09-18", "18 September 2016, a Sunday"),
        ("2016-07/2016-09", "2016-07/2016-09", "between July and September 2016"),
        ("../2017-01-20", "../2017-01-20", "before 20 January 2017"),
        ("yesterday", "2017-03-07", "7 March 2017, a Tuesday"),
        ("last month", "2017-02", "February 2017"),
    ],
)
def test_a_date_is_echoed_as_understood(typed: str, edtf: str, echoed: str) -> None:
    assert dates.understood(typed, TODAY) == edtf
    assert dates.said(edtf) == echoed


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("8/9/2016", "It may mean 2016-09-08 or 2016-08-09."),
        ("08.09.2016", "It may mean 2016-09-08 or 2016-08-09."),
        ("2016-02-30", "cannot be read"),
        ("September 31, 2016", "cannot be read"),
        ("some day", "cannot be read"),
        ("at the office in 2016 or so, he said", "cannot be read"),
        ("", "cannot be read"),
        ("2016-09-08; DROP TABLE event", "cannot be read"),
    ],
)
def test_what_is_no_single_date_is_refused(typed: str, told: str) -> None:
    with pytest.raises(FactcheckError, match="is not one date") as refused:
        dates.understood(typed, TODAY)
    assert told in refused.value.detail
    assert refused.value.hint.startswith("Type it as")
    assert refused.value.exit_code == 2


@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)))
def test_every_day_is_understood_however_it_is_written(day: date) -> None:
    iso = day.isoformat()
    for typed in (iso, f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}"):
        assert dates.understood(typed, TODAY) == iso
    assert str(day.year) in dates.said(iso) and f"{day:%A}" in dates.said(iso)


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_refused(typed: str) -> None:
    try:
        edtf = dates.understood(typed, TODAY)
    except FactcheckError:
        return
    assert dates.understood(edtf, TODAY) == edtf
    assert dates.said(edtf)


def test_nothing_is_said_of_no_date() -> None:
    assert dates.said(None) == "no date"


@pytest.mark.parametrize(
    ("earlier", "later", "days"),
    [
        ("2016-09-08", "2017-01-10", 124),
        ("2017-03-01", "2017-01-10", -50),
        ("2016-09", "2017-01-10", None),
        (None, "2017-01-10", None),
        ("2016-09-08", None, None),
    ],
)
def test_days_are_counted_between_days_only(earlier: str | None, later: str | None, days: int | None) -> None:
    assert dates.days_between(earlier, later) == days


@pytest.mark.parametrize(
    ("values", "differ"),
    [
        (["2016-09-08"], False),
        (["2016-09-08", "2016-09"], False),
        (["2016-09-08", "2016-09-08", "2016"], False),
        (["2016-09-08", "2016-09-09"], True),
        (["2016-09", "2016-08-01/2016-09-01"], False),
        (["2016", "2016-05", "2016-06"], True),
    ],
)
def test_dates_disagree_only_where_no_day_lies_in_both(values: list[str], differ: bool) -> None:
    assert dates.contradict(values) is differ


def test_statements_without_a_date_come_last() -> None:
    wanted = ["../2016-09-08", "2016", "2016-03-01", "2016-21", "2016-09", "2016-09-08", None]
    for order in list(permutations(wanted))[::97]:
        placed = sorted(order, key=dates.in_time)
        assert placed[0] == wanted[0] and placed[-1] is None
        assert placed.index("2016-09-08") > placed.index("2016-21")
