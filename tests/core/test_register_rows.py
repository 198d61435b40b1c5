"""Rows of a register as they are kept, named and weighed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.entry import canonical
from factcheck.core.register_rows import (
    RegisterRow,
    RowRef,
    blobs_of,
    name_term,
    open_id,
    row_from,
    row_typed,
    rows_in,
)

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
FILLED = WORDS.filter(lambda text: bool(text))
ROWS = st.builds(
    RegisterRow,
    number=st.integers(1, 10**9),
    title=WORDS,
    cells=st.lists(WORDS, max_size=6).map(tuple),
    when=st.sampled_from([None, "2016-09-08", "2016", "2016-09-08T10:00Z", "2016-09-08/2016-09-10"]),
    end=st.none() | FILLED,
    who=st.lists(FILLED, max_size=3).map(tuple),
    with_=st.lists(FILLED, max_size=3).map(tuple),
    organisation=st.none() | FILLED,
    place=st.none() | FILLED,
    id=st.none() | FILLED,
    cite=st.none() | FILLED,
    note=st.none() | FILLED,
    sheet_row=st.integers(0, 10**6),
    gone=st.none() | FILLED,
    open=st.lists(FILLED, max_size=2).map(tuple),
)


@given(st.lists(ROWS, max_size=20))
def test_rows_come_back_from_their_blobs(rows: list[RegisterRow]) -> None:
    assert [row for blob in blobs_of(rows) for row in rows_in(blob)] == rows


def test_blobs_are_bounded_and_there_is_always_one() -> None:
    rows = [RegisterRow(n, "t" * 1000, ("c" * 1000,)) for n in range(3000)]
    sizes = [len(blob) for blob in blobs_of(rows)]
    assert len(sizes) > 3
    assert max(sizes) < 1_010_000
    assert list(blobs_of([])) == [b""]


def test_a_line_of_an_earlier_form_is_read() -> None:
    line = canonical({"number": 3, "when": "2016-09-08", "title": "Lunch", "cells": {"B": "2", "A": "1"}})
    assert row_from(json.loads(line)) == RegisterRow(3, "Lunch", ("1", "2"), when="2016-09-08")


@pytest.mark.parametrize(
    "line",
    [
        {"title": "x", "cells": []},
        {"number": "3", "title": "x", "cells": []},
        {"number": True, "title": "x", "cells": []},
        {"number": 3, "title": "x", "cells": "abc"},
        {"number": 3, "title": ["x"], "cells": []},
        {"number": 3, "title": "x", "cells": [{}]},
        {"number": 3, "title": "x", "cells": [], "who": "x"},
    ],
)
def test_what_is_no_row_is_refused(line: dict[str, object]) -> None:
    with pytest.raises((ValueError, KeyError)):
        row_from(line)


@pytest.mark.parametrize(
    ("names", "same"),
    [
        (("Sergey Kislyak", "KISLYAK, SERGEY I", "Amb. Sergey I. Kislyak", "Kislyak Sergey"), True),
        (("The Rt Hon Dame Ida Vogel MP", "Ida Vogel"), True),
        (("Ida Vogel", "Ida Vogler"), False),
        (("Ida Vogel", "Ann Vogel"), False),
    ],
)
def test_a_name_has_one_term_however_it_is_written(names: tuple[str, ...], same: bool) -> None:
    terms = {name_term(name) for name in names}
    assert (len(terms) == 1) is same
    assert all(term.isalnum() for term in terms)


@pytest.mark.parametrize("name", ["Vogel", "", "Dr. Vogel", "V. V.", "one two three four five six seven"])
def test_what_is_not_a_whole_name_has_no_term(name: str) -> None:
    assert name_term(name) == ""


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("D7:4512", RowRef("D7", 4512)),
        ("d7:4,512", RowRef("D7", 4512)),
        ("D7b row 12", RowRef("D7b", 12)),
        ("D7, row 4,512", RowRef("D7", 4512)),
        ("D7:May 2016:12", RowRef("D7", 12, "May 2016")),
        ("D7", None),
        ("D7:", None),
        ("S1.C3", None),
        ("E7:12", None),
        ("D0:1", None),
        ("D7:,", None),
    ],
)
def test_a_row_is_named_by_its_place(typed: str, found: RowRef | None) -> None:
    assert row_typed(typed) == found


@given(st.text(max_size=30))
def test_any_text_may_be_asked_for(typed: str) -> None:
    row_typed(typed)
    open_id(typed)


def test_an_open_row_has_an_id_of_register_and_number() -> None:
    assert open_id("row:ab12:4512:7") == ("ab12", 4512, 7)
    assert open_id("row:ab12:4512") is None
    assert open_id("row-1") is None
