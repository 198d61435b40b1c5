"""Bates numbers: as they are written, in ranges, in names and stamps; their order, gaps and overlaps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.bates import (
    Bates,
    BatesRange,
    gaps,
    overlaps,
    parse_bates,
    parse_range,
    parse_ranges,
    range_in_name,
    stamps_in,
    together,
)

PREFIXES = st.sampled_from(["ABC", "ABC-", "ABC_", "AB.C ", "Def-US-", "X2-", "VOL001_", "smith ", "A"])
NUMBERS = st.integers(0, 2_000)
SUFFIXES = st.sampled_from(["", "", "", "A", ".001", "_CONF"])


@st.composite
def numbers(draw: st.DrawFn) -> Bates:
    width = draw(st.integers(5, 10))
    return Bates(draw(PREFIXES), str(draw(NUMBERS)).zfill(width), draw(SUFFIXES))


@st.composite
def ranges(draw: st.DrawFn) -> BatesRange:
    first = draw(numbers())
    return BatesRange(first, first.plus(draw(st.integers(0, 300))))


@given(numbers())
def test_a_number_reads_back_as_it_was_written(number: Bates) -> None:
    assert parse_bates(str(number)) == number
    assert parse_bates(f"  {number} ") == number


@given(ranges())
def test_a_range_reads_back_as_it_is_cited(one: BatesRange) -> None:
    assert parse_range(str(one)) == one
    assert parse_range(f"{one.first} – {one.last}") == one
    assert parse_range(f"{one.first} to {one.last}") == one


@given(ranges(), st.integers(0, 400))
def test_every_page_of_a_range_has_its_number(one: BatesRange, page: int) -> None:
    assert one.count is not None
    if page >= one.count:
        assert not one.holds(one.first.plus(page))
        assert one.page_of(one.first.plus(page)) is None
    else:
        assert one.holds(one.first.plus(page))
        assert one.page_of(one.first.plus(page)) == page


@given(numbers())
def test_case_separators_and_zeros_do_not_matter(number: Bates) -> None:
    loose = Bates(
        "".join(c for c in number.prefix if c.isalnum()).lower(), f"0{number.digits}", number.suffix
    )
    assert loose.order == number.order
    assert BatesRange(number, number).holds(loose)


@given(st.lists(ranges(), max_size=8))
def test_gaps_and_ranges_together_cover_each_family_once(many: list[BatesRange]) -> None:
    joined = together(many)
    for family in {one.first.family for one in many}:
        held: set[int] = set()
        for one in many:
            if one.first.family == family:
                held |= set(range(one.first.number, one.last.number + 1))
        whole = set(range(min(held), max(held) + 1))
        missing = {
            number
            for gap in gaps(many)
            if gap.first.family == family
            for number in range(gap.first.number, gap.last.number + 1)
        }
        assert missing == whole - held
        covered = [one for one in joined if one.first.family == family]
        assert {n for one in covered for n in range(one.first.number, one.last.number + 1)} == held


@given(st.lists(ranges(), max_size=8))
def test_an_overlap_is_found_where_there_is_one(many: list[BatesRange]) -> None:
    found = overlaps(many)
    assert all(many[a].holds(many[b]) for a, b in found)
    there = any(many[a].holds(many[b]) for a in range(len(many)) for b in range(a))
    assert bool(found) == there


@given(st.text(max_size=80))
def test_any_text_is_a_number_or_none(text: str) -> None:
    for found in (parse_range(text), range_in_name(text)):
        if found is not None:
            assert found.first.family == found.last.family
            assert found.first.order <= found.last.order
    parse_ranges(text)
    stamps_in(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("ABC0001234-36", "ABC0001234", "ABC0001236"),
        ("ABC0001298-301", "ABC0001298", "ABC0001301"),
        ("ABC-0001234-ABC-0001240", "ABC-0001234", "ABC-0001240"),
        ("A-001-A-003", "A-001", "A-003"),
        ("ABC999-ABC1001", "ABC999", "ABC1001"),
        ("0001234-36", "0001234", "0001236"),
        ("ABC0001234A-ABC0001236A", "ABC0001234A", "ABC0001236A"),
        ("ABC-2016-0001234", "ABC-2016-0001234", "ABC-2016-0001234"),
        ("VOL001_0000123", "VOL001_0000123", "VOL001_0000123"),
    ],
)
def test_ranges_as_people_write_them(text: str, first: str, last: str) -> None:
    found = parse_range(text)
    assert found is not None
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Exhibit 12",
        "2017-03-06",
        "ABC0001298-01",
        "ABC",
        "",
        "12",
        "ABC0001240-ABC0001234",
        "abc" * 40 + "0001",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert parse_range(text) is None


@pytest.mark.parametrize(
    ("name", "range_"),
    [
        ("ABC0001234", "ABC0001234"),
        ("ABC0001234-ABC0001240", "ABC0001234-40"),
        ("ABC0001234_ABC0001240", "ABC0001234-40"),
        ("ABC0001234-40 letter", "ABC0001234-40"),
        ("ABC0001234 - Letter of 2017", "ABC0001234"),
        ("ABC0001234_Letter_2017", "ABC0001234"),
        ("VOL001_0000123", "VOL001_0000123"),
        ("0001234", "0001234"),
        ("ABC-0001234.001", "ABC-0001234.001"),
        ("20170306", None),
        ("2017-03-06 letter", None),
        ("letter", None),
        ("Exhibit 12", None),
    ],
)
def test_numbers_in_names(name: str, range_: str | None) -> None:
    found = range_in_name(name)
    assert (str(found) if found else None) == range_


def test_a_range_over_suffixes_counts_no_pages() -> None:
    found = parse_range("ABC0001234A-ABC0001236")
    assert found is not None
    assert found.count is None
    assert found.page_of(Bates("ABC", "0001235")) is None
    assert not BatesRange(Bates("ABC", "0001234"), Bates("ABC", "0001234")).holds(
        Bates("ABC", "0001234", "A")
    )


def test_lists_of_ranges() -> None:
    assert [str(one) for one in parse_ranges("ABC0001234-36; ABC0002000, DEF000001")] == [
        "ABC0001234-36",
        "ABC0002000",
        "DEF000001",
    ]
    assert parse_ranges("ABC0001234-36; see the letter") == ()
    assert parse_ranges(None) == ()


@pytest.mark.parametrize(
    ("line", "stamps"),
    [
        ("CONFIDENTIAL     ABC0001234", ["ABC0001234"]),
        ("ABC-0001234", ["ABC-0001234"]),
        ("FOIA_2016_000123", ["FOIA_2016_000123"]),
        ("the number abc0001234 in a sentence", []),
        ("See page 1234 of it", []),
        ("x" * 500 + " ABC0001234", []),
    ],
)
def test_stamps_in_a_line(line: str, stamps: list[str]) -> None:
    assert [str(one) for one in stamps_in(line)] == stamps
