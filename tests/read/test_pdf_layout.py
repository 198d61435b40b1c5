"""Words wherever they stand: a text with a mark for every page, and no word lost on the way."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.mapping import original_text
from factcheck.errors import FactcheckError
from factcheck.read.pages.compose import compose
from factcheck.read.pages.sheet import Run, Sheet, run_of
from tests.read.drawn import sheet_at

WORDS = (
    "harbour",
    "said",
    "1",
    "2",
    "3",
    "12",
    "Page",
    "ii",
    "Q.",
    "commun-",
    "ications",
    "9:30",
    "May",
    "--",
)


@st.composite
def runs(draw: st.DrawFn, order: int) -> Run:
    """Words on a coarse grid, so that they meet in rows, columns and margins; now and then anywhere."""
    grid = st.integers(0, 30).map(lambda step: step * 20.0)
    x, y = draw(grid | st.floats(-2e3, 2e3)), draw(grid | st.floats(-2e3, 2e3))
    placed = []
    for word in draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4)):
        placed.append((word, x, x + 6 * len(word), y))
        x += 6 * len(word) + 3
    return run_of(placed, draw(st.sampled_from((8.0, 12.0))), order)


@st.composite
def sheets(draw: st.DrawFn) -> list[Sheet]:
    pages = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        sheet = Sheet(number, 612.0, 792.0)
        sheet.runs = [draw(runs(order)) for order in range(draw(st.integers(0, 14)))]
        sheet.turned = [draw(runs(100 + order)) for order in range(draw(st.integers(0, 2)))]
        pages.append(sheet)
    return pages


@given(sheets())
@settings(max_examples=100, deadline=None)
def test_no_word_is_lost_and_every_page_has_its_mark(drawn: list[Sheet]) -> None:
    expected = Counter(
        word for sheet in drawn for run in (*sheet.runs, *sheet.turned) for word in run.text.split()
    )
    number = len(drawn)
    try:
        document = compose(drawn, "x.pdf")
    except FactcheckError as refused:
        assert "condensed" in refused.title
        return
    original = original_text(document)
    assert Counter(original.split()) == expected
    assert original.count("\f") == number - 1 and "\f" not in document.text
    starts = [mark.start for mark in document.marks]
    assert starts == sorted(set(starts)) and starts[0] == 0 and starts[-1] < len(document.text)
    assert {sheet_at(document, mark.start) for mark in document.marks} == set(range(1, number + 1))
