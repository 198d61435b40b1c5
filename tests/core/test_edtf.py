"""EDTF values: what each spelling spans, how two compare, how they are said, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.edtf import When, _parse_single, is_edtf, order_key, parse_edtf, plain_day
from factcheck.core.edtf_words import say
from factcheck.errors import FactcheckError

SPELLINGS = [
    ("2016-09-08", "2016-09-08", "2016-09-08", "day"),
    ("2016-09-08T10:30:00Z", "2016-09-08", "2016-09-08", "day"),
    ("2016-09", "2016-09-01", "2016-09-30", "month"),
    ("2016", "2016-01-01", "2016-12-31", "year"),
    ("2016-21", "2016-03-01", "2016-05-31", "season"),
    ("2016-22", "2016-06-01", "2016-08-31", "season"),
    ("2016-24", "2016-12-01", "2017-02-28", "season"),
    ("2016-29", "2016-09-01", "2016-11-30", "season"),
    ("2009-33", "2009-01-01", "2009-03-31", "season"),
    ("2009-36", "2009-10-01", "2009-12-31", "season"),
    ("2009-39", "2009-09-01", "2009-12-31", "season"),
    ("2009-41", "2009-07-01", "2009-12-31", "season"),
    ("201X", "2010-01-01", "2019-12-31", "decade"),
    ("20XX", "2000-01-01", "2099-12-31", "century"),
    ("2X16", "2016-01-01", "2916-12-31", "range"),
    ("2XXX", "2000-01-01", "2999-12-31", "range"),
    ("2016-XX", "2016-01-01", "2016-12-31", "year"),
    ("2016-XX-XX", "2016-01-01", "2016-12-31", "year"),
    ("2016-02-XX", "2016-02-01", "2016-02-29", "month"),
    ("2016-1X", "2016-10-01", "2016-12-31", "year"),
    ("2016-02-3X", None, None, None),
    ("XXXX-09-08", None, None, "unknown"),
    ("XXXX", None, None, "unknown"),
    ("Y2016", "2016-01-01", "2016-12-31", "year"),
    ("2016-07/2016-09", "2016-07-01", "2016-09-30", "range"),
    ("2014/..", "2014-01-01", None, "after"),
    ("../2017-01-20", None, "2017-01-20", "before"),
    ("/2017", None, "2017-12-31", "before"),
    ("2017/", "2017-01-01", None, "after"),
    ("../..", None, None, "unknown"),
    ("[2017-02,2016-02]", "2016-02-01", "2017-02-28", "set"),
    ("[2016-02, 2016-04..2016-06]", "2016-02-01", "2016-06-30", "set"),
    ("[..2016]", None, "2016-12-31", "set"),
    ("{2016,2018}", "2016-01-01", "2018-12-31", "set"),
]


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"), SPELLINGS, ids=[s[0] for s in SPELLINGS]
)
def test_what_it_spans(text: str, earliest: str | None, latest: str | None, precision: str | None) -> None:
    if precision is None:
        assert not is_edtf(text)
        return
    when = parse_edtf(text)
    assert (when.earliest and when.earliest.isoformat(), when.latest and when.latest.isoformat()) == (
        earliest,
        latest,
    )
    assert when.precision == precision


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2016-09~", True, False),
        ("2016-09?", False, True),
        ("2016-09%", True, True),
        ("2016-09", False, False),
        ("2016-~09-08", True, False),
        ("?2016-09-08", False, True),
        ("2017-01~/2017-02", True, False),
    ],
)
def test_marks(text: str, approximate: bool, uncertain: bool) -> None:
    when = parse_edtf(text)
    assert (when.approximate, when.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "hello",
        "2016-13",
        "2016-00",
        "2016-02-30",
        "2015-02-29",
        "2016-9-8",
        "16",
        "201",
        "0000",
        "-0044",
        "Y12345",
        "2017/2016",
        "2016/2017/2018",
        "[2016",
        "[]",
        "[2016,]",
        "2016-21-05",
        "2016-09-08T25:00",
        "2016-42",
        "2016-09-08 10:30",
        "٢٠١٦",
        "2016-09-08T10:30:00+1",
        "9999-24",
        "x" * 500,
    ],
)
def test_refused_in_words(text: str) -> None:
    assert not is_edtf(text)
    with pytest.raises(FactcheckError) as refused:
        parse_edtf(text)
    assert refused.value.detail and refused.value.hint


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2016-09-08", "8 September 2016, a Thursday"),
        ("2016-09", "September 2016"),
        ("2016", "2016"),
        ("2016-21", "spring 2016"),
        ("2009-33", "the first quarter of 2009"),
        ("2016-09~", "about September 2016"),
        ("2016-09?", "September 2016, uncertain"),
        ("../2017-01-20", "before 20 January 2017"),
        ("2014/..", "since 2014"),
        ("2016-07/2016-09", "between July and September 2016"),
        ("2016-11/2017-02", "between November 2016 and February 2017"),
        ("199X", "the 1990s"),
        ("18XX", "the 1800s"),
        ("2016-XX", "a month in 2016"),
        ("[2017-02,2016-02]", "February 2017 or February 2016"),
        ("2016-09-08T10:30Z", "8 September 2016 at 10:30 UTC, a Thursday"),
        ("XXXX-09-08", "8 September of an unknown year"),
        ("XXXX", "at an unknown time"),
        ("../..", "at an unknown time"),
    ],
)
def test_said_in_plain_english(text: str, said: str) -> None:
    assert say(parse_edtf(text)) == said


def test_approximate_days_are_not_certainly_before_their_neighbours() -> None:
    assert parse_edtf("2016-09-08").before(parse_edtf("2016-09-09"))
    assert not parse_edtf("2016-09-08~").before(parse_edtf("2016-09-09"))
    assert parse_edtf("2016-09-08~").before(parse_edtf("2016-10"))
    assert not parse_edtf("2016?").before(parse_edtf("2018"))
    assert not parse_edtf("../2017-01-20").before(parse_edtf("2017-01-20"))


def test_days_between_are_counted_only_between_days() -> None:
    assert parse_edtf("2016-09-08").days_to(parse_edtf("2017-01-10")) == 124
    assert parse_edtf("2017-01-10").days_to(parse_edtf("2016-09-08")) == -124
    assert parse_edtf("2016-09").days_to(parse_edtf("2017-01-10")) is None


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
SIMPLE = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda d: d.isoformat()[:7]),
    DAYS.map(lambda d: d.isoformat()[:4]),
    st.tuples(DAYS.filter(lambda d: d.year < 9999), st.integers(21, 41)).map(
        lambda p: f"{p[0].year:04d}-{p[1]}"
    ),
    DAYS.filter(lambda d: d.year > 9).map(lambda d: d.isoformat()[:3] + "X"),
)
MARKED = st.tuples(SIMPLE, st.sampled_from(["", "~", "?", "%"])).map("".join)
VALUES = st.one_of(
    MARKED,
    MARKED.map(lambda v: f"{v}/.."),
    MARKED.map(lambda v: f"../{v}"),
    st.tuples(SIMPLE, SIMPLE).map(lambda p: f"[{p[0]},{p[1]}]"),
    st.tuples(SIMPLE, SIMPLE).map(sorted).map("/".join).filter(is_edtf),
).map(parse_edtf)


@given(VALUES)
def test_a_value_reads_itself_and_can_be_said(when: When) -> None:
    assert parse_edtf(when.edtf) == when
    assert str(when) == when.edtf
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest
    assert say(when)
    assert when.overlaps(when) and not when.before(when)


@given(VALUES, VALUES)
def test_before_excludes_overlap_and_its_reverse(one: When, other: When) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    if one.before(other):
        assert not one.overlaps(other) and not other.before(one)


@given(DAYS, st.integers(-3000, 3000))
def test_days_to_is_the_calendar_distance(day: date, days: int) -> None:
    try:
        other = day + timedelta(days=days)
    except OverflowError:
        return
    assert parse_edtf(day.isoformat()).days_to(parse_edtf(other.isoformat())) == days


@given(st.lists(VALUES, max_size=8))
def test_order_is_total_and_puts_the_unknown_last(values: list[When]) -> None:
    ordered = sorted([*values, parse_edtf("XXXX")], key=order_key)
    assert ordered[-1].edtf == "XXXX"
    assert sorted([*values[::-1], ordered[-1]], key=order_key) == ordered


@given(st.text(alphabet="0123456789X-/.,~?%[]{}TYZ: ", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        when = parse_edtf(text)
    except FactcheckError:
        return
    assert say(when)


@given(
    st.from_regex(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?", fullmatch=True)
    | st.sampled_from(["2016-02-30", "2016-09-08T24:00", "0000-01-01", "2016-13-01", "2016-09-08T10:60"])
)
def test_the_short_way_to_a_day_is_that_of_the_grammar(value: str) -> None:
    if plain_day(value) is None:
        return
    read = _parse_single(value)
    assert parse_edtf(value) == read
    assert (read.earliest, read.latest) == (plain_day(value), plain_day(value))
