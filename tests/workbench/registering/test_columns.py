"""What the columns of registers of many shapes are taken to mean, and how their rows read."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.registers import FIELDS
from factcheck.workbench.registering.columns import guess, is_name
from factcheck.workbench.registering.survey import Asked, hindrance, surveyed
from tests.workbench.registering.registers_of_shapes import SHAPES, Shape


@pytest.mark.parametrize("shape", SHAPES, ids=[shape.name for shape in SHAPES])
def test_a_register_s_columns_are_found(shape: Shape) -> None:
    survey = surveyed(shape.text.encode(), "register.csv", Asked())
    assert {field: survey.fields.get(field) for field in shape.fields} == shape.fields
    assert not set(shape.absent) & set(survey.fields)
    assert hindrance(survey) is None
    first = survey.first[0]
    assert {name: getattr(first, name) for name in shape.first} == shape.first
    orders = {date.order for date in survey.dates if date.column in shape.fields.get("when", ())}
    if shape.order:
        assert orders == {shape.order}


def test_no_column_has_two_meanings() -> None:
    for shape in SHAPES:
        fields = surveyed(shape.text.encode(), "register.csv", Asked()).fields
        columns = [column for named in fields.values() for column in named]
        assert len(columns) == len(set(columns)), shape.name


def test_the_order_of_columns_makes_no_difference() -> None:
    columns = ("Date", "Visitor", "Host", "Purpose")
    row = ("2021-03-04", "Anna Grant", "Paul Stoll", "A tour of the works")
    for order in permutations(range(4)):
        found = guess([columns[n] for n in order], [[row[n] for n in order]] * 3, has_header=True)
        assert found == {"when": ("Date",), "title": ("Purpose",), "who": ("Visitor",), "with": ("Host",)}


def test_what_stands_below_a_header_may_belie_it() -> None:
    found = guess(
        ("Date", "Event"), [["see below", "2021-03-04"], ["as before", "2021-03-05"]], has_header=True
    )
    assert found.get("when") == ("Event",)


def test_an_id_that_stands_twice_is_none() -> None:
    columns, rows = ("ID", "Date", "Subject"), [["7", "2021-03-04", "Tour"], ["7", "2021-03-05", "Tour"]]
    assert "id" not in guess(columns, rows, has_header=True)


def test_addresses_are_no_citations() -> None:
    rows = [["2021-03-04", "Tour", "https://example.org/a"], ["2021-03-05", "Talk", "https://example.org/b"]]
    assert "cite" not in guess(("Date", "Fact", "Source"), rows, has_header=True)


@pytest.mark.parametrize("cell", ["Anna Grant", "GRANT, ANNA M", "Jean-Luc de la Tour", "Ida O’Hara"])
def test_names_look_like_names(cell: str) -> None:
    assert is_name(cell)


@pytest.mark.parametrize("cell", ["2021-03-04", "to discuss ports", "Room 5", "", "https://example.org"])
def test_other_cells_do_not(cell: str) -> None:
    assert not is_name(cell)


CELLS = st.text(max_size=12)


@settings(max_examples=60)
@given(st.integers(1, 6).flatmap(lambda n: st.tuples(
    st.lists(CELLS, min_size=n, max_size=n, unique=True),
    st.lists(st.lists(CELLS, min_size=n, max_size=n), max_size=5),
    st.booleans(),
)))  # fmt: skip
def test_any_table_may_be_guessed_at(table: tuple[list[str], list[list[str]], bool]) -> None:
    columns, rows, has_header = table
    found = guess(columns, rows, has_header=has_header)
    assert set(found) <= set(FIELDS)
    assert all(column in columns for named in found.values() for column in named)
