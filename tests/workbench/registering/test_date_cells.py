"""Cells that hold dates and times, and the order of day and month that is proven, said, or missing."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.edtf import is_edtf
from factcheck.workbench.registering.date_cells import ORDERS, Order, day_of_parts, read_date
from factcheck.workbench.registering.date_columns import Column, is_date
from factcheck.workbench.registering.time_cells import read_time


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("2016-09-08", "2016-09-08"),
        ("2016/9/8", "2016-09-08"),
        ("20160908", "2016-09-08"),
        ("20160908T1015Z", "2016-09-08T10:15Z"),
        ("2016-09-08T10:00:00.000Z", "2016-09-08T10:00Z"),
        ("2016-09-08 10:00", "2016-09-08T10:00"),
        ("2016-09-08T10:00:00-05:00", "2016-09-08T10:00-05:00"),
        ("8 Sep 2016", "2016-09-08"),
        ("8th September, 2016 at 14:30", "2016-09-08T14:30"),
        ("Sept. 8, 2016", "2016-09-08"),
        ("September 8 2016 2pm", "2016-09-08T14:00"),
        ("08-Sep-16", "2016-09-08"),
        ("Thu 8 Sep 2016 10:30am", "2016-09-08T10:30"),
        ("Thursday, September 8, 2016", "2016-09-08"),
        ("8. September 2016", "2016-09-08"),
        ("1er mars 2017", "2017-03-01"),
        ("3 de mayo de 2017", "2017-05-03"),
        ("September 2016", "2016-09"),
        ("2016", "2016"),
        ("2016-09~", "2016-09~"),
        ("spring 2016", "2016-21"),
        ("8-9 September 2016", "2016-09-08/2016-09-09"),
        ("5 May 2016 - 7 May 2016", "2016-05-05/2016-05-07"),
        ("12/31/69 – 1/2/70", None),
        ("13/04/2016", "2016-04-13"),
        ("04/13/2016", "2016-04-13"),
        ("03/03/2016", "2016-03-03"),
    ],
)
def test_what_can_be_read_in_one_way_is_read(cell: str, edtf: str | None) -> None:
    assert read_date(cell, None).edtf == edtf


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("03/04/2016", "two ways"),
        ("Sep-16", "no date"),
        ("42621", "bare number"),
        ("July", "no year"),
        ("3 July", "no year"),
        ("03/07", "no year"),
        ("31/02/2016", "no such day"),
        ("2016-02-30", "no such day"),
        ("ongoing", "no date"),
        ("8 Sep 2016 sharp", "no time"),
        ("29 Feb 2015", "no such day"),
    ],
)
def test_what_cannot_be_read_says_why(cell: str, why: str) -> None:
    read = read_date(cell, None)
    assert read.edtf is None
    assert why in read.why


@pytest.mark.parametrize(
    ("cell", "order", "edtf"),
    [
        ("03/04/2016", "dmy", "2016-04-03"),
        ("03/04/2016", "mdy", "2016-03-04"),
        ("3.4.16", "dmy", "2016-04-03"),
        ("3-4-69", "dmy", "1969-04-03"),
        ("3-4-68", "dmy", "2068-04-03"),
        ("16/04/03", "ymd", "2016-04-03"),
        ("3/4/2016 9:05 PM", "mdy", "2016-03-04T21:05"),
        ("2016-04-03", "mdy", "2016-04-03"),
        ("03/04/2016 - 05/04/2016", "dmy", "2016-04-03/2016-04-05"),
        ("13/04/2016", "mdy", None),
    ],
)
def test_an_order_that_was_said_is_kept_to(cell: str, order: Order, edtf: str | None) -> None:
    assert read_date(cell, order).edtf == edtf


def seen(*cells: str, told: Order | None = None) -> Column:
    column = Column("Date", told)
    for number, cell in enumerate(cells, 2):
        column.see(number, cell)
    return column


def test_one_value_proves_the_order_of_all() -> None:
    column = seen("03/04/2016", "13/04/2016", "05/06/2016")
    assert (column.order, column.must_be_said, column.contradicts) == ("dmy", False, False)
    assert column.proof["mdy"] == (3, "13/04/2016")


def test_nothing_is_guessed_where_nothing_proves_it() -> None:
    column = seen("03/04/2016", "05/06/2016", "12/12/2016")
    assert (column.order, column.must_be_said, column.open) == (None, True, (2, "03/04/2016"))


def test_values_that_contradict_each_other_are_seen() -> None:
    column = seen("03/04/2016", "13/04/2016", "04/13/2016")
    assert column.contradicts
    assert column.ruling_out(*ORDERS) == [(3, "13/04/2016"), (4, "04/13/2016")]
    assert not seen("13/04/2016", "04/13/2016", told="dmy").contradicts


def test_dates_that_no_order_changes_need_none() -> None:
    assert not seen("03/03/2016", "2016-04-05", "5 June 2016").must_be_said


def test_years_of_two_digits_prove_less() -> None:
    assert seen("13/04/16").order is None  # the 13th, or 2013
    assert seen("13/04/16", "31/12/16", "04/05/99").order == "dmy"
    assert seen("1/23/17", "12/10/17").order == "mdy"


def test_a_day_that_does_not_exist_proves_nothing() -> None:
    assert seen("31/02/2016", "03/04/2016").must_be_said


def test_times_that_are_all_midnight_are_none() -> None:
    assert seen("2016-09-08 00:00:00", "2016-09-09T00:00").days_only
    assert not seen("2016-09-08 00:00:00", "2016-09-09 10:00").days_only
    assert not seen("2016-09-08").days_only
    assert read_date("2016-09-08 00:00:00", None, days_only=True).edtf == "2016-09-08"


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.sampled_from(ORDERS), st.sampled_from("/.-"))
def test_a_written_day_is_read_back(day: date, order: Order, sign: str) -> None:
    parts = {"d": f"{day.day:02d}", "m": f"{day.month}", "y": f"{day.year:04d}"}
    cell = sign.join(parts[letter] for letter in order)
    assert read_date(cell, order).edtf == day.isoformat()
    column = seen(cell)
    assert column.order in {None, order}
    assert not column.contradicts


@given(
    st.lists(st.dates(date(1970, 1, 1), date(2060, 12, 31)), min_size=1, max_size=30),
    st.sampled_from(ORDERS[:2]),
)
def test_the_true_order_is_never_ruled_out(days: list[date], order: Order) -> None:
    cells = [
        "/".join({"d": f"{day.day}", "m": f"{day.month}", "y": f"{day.year}"}[letter] for letter in order)
        for day in days
    ]
    column = seen(*cells)
    assert order in column.orders
    if column.order:
        assert column.order == order
    elif any(day.day != day.month for day in days):
        assert column.must_be_said


@pytest.mark.parametrize(
    ("cell", "times"),
    [
        ("10:00", ("10:00", None)),
        ("10.30am", ("10:30", None)),
        ("12:15 a.m.", ("00:15", None)),
        ("12 PM", ("12:00", None)),
        ("1430", ("14:30", None)),
        ("14h30", ("14:30", None)),
        ("10 Uhr", ("10:00", None)),
        ("noon", ("12:00", None)),
        ("9-10am", ("09:00", "10:00")),
        ("11:30-1:30 pm", ("11:30", "13:30")),
        ("9.00 – 9.30", ("09:00", "09:30")),
        ("10:00 AM to 11:00 AM", ("10:00", "11:00")),
        ("10:00-11:00", ("10:00", "11:00")),
        ("14:00 EST", ("14:00", None)),
        ("14:00:30+0100", ("14:00+01:00", None)),
        ("All day", (None, None)),
        ("25:00", None),
        ("10", None),
        ("13:30 pm", ("13:30", None)),
        ("13 am", None),
        ("after lunch", None),
    ],
)
def test_times_of_day(cell: str, times: tuple[str | None, str | None] | None) -> None:
    assert read_time(cell) == times


@pytest.mark.parametrize(
    ("parts", "edtf"),
    [
        (("2021", "3", "4"), "2021-03-04"),
        (("2021", "March", ""), "2021-03"),
        (("2021", "", ""), "2021"),
        (("21", "mars", "4"), "2021-03-04"),
        (("", "3", "4"), None),
        (("2021", "13", "4"), None),
        (("2021", "2", "30"), None),
        (("", "", ""), None),
    ],
)
def test_a_date_in_three_cells(parts: tuple[str, str, str], edtf: str | None) -> None:
    assert day_of_parts(*parts).edtf == edtf


@settings(max_examples=300)
@given(st.text(max_size=40) | st.from_regex(r"[\d/.:\-T apmAPMZ]{1,24}"), st.sampled_from([None, *ORDERS]))
def test_any_cell_may_be_looked_at(cell: str, order: Order | None) -> None:
    read = read_date(cell, order)
    assert read.edtf is None or is_edtf(read.edtf)
    times = read_time(cell)
    for time in times or ():
        assert time is None or is_edtf(f"2016-09-08T{time}")
    is_date(cell)
    seen(cell)
