"""Into which rows a source's text is cut for search."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.store.findable import LONG, _rows_of


@given(st.text("ab \n", max_size=80), st.sets(st.integers(0, 90)), st.integers(0, 5))
def test_rows_are_in_order_apart_and_hold_every_letter(text: str, borders: set[int], start: int) -> None:
    rows = list(_rows_of(text, start, sorted(borders)))
    assert all(0 <= first < last <= len(text) for first, last in rows)
    assert all(one[1] <= other[0] for one, other in pairwise(rows))
    held = "".join(text[first:last] for first, last in rows)
    assert held.replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", "")


def test_a_turn_begins_a_row_with_its_label() -> None:
    text = "Q. Were you\nthere?\nA. No.\n\nThe end."
    rows = [text[first:last] for first, last in _rows_of(text, 100, [103, 100 + text.index("No.")])]
    assert [row.strip("\n") for row in rows] == ["Q. Were you\nthere?", "A. No.", "The end."]


def test_a_long_paragraph_is_cut_at_line_ends() -> None:
    text = "one line of a table;\n" * 1_000
    rows = list(_rows_of(text, 0, []))
    assert len(rows) > 5 and all(last - first < LONG + 30 for first, last in rows)
    assert all(text[first:last].startswith("one line") for first, last in rows)
