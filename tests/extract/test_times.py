"""Time expressions: every kind of reading, each with several examples, counted from Thursday 2 March 2017."""

from __future__ import annotations

import json
import os
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.edtf import is_edtf, parse_edtf
from factcheck.extract.times import LocalAnchor, TimeExpression, find_times, understand

PUBLISHED = parse_edtf("2017-03-02")
GOLD = os.environ.get("FACTCHECK_GOLD")


def read(text: str, published: str | None = "2017-03-02") -> tuple[TimeExpression, ...]:
    return find_times(text, parse_edtf(published) if published else None)


def values(text: str, published: str | None = "2017-03-02") -> list[str | None]:
    return [e.edtf for e in read(text, published)]


# kind, text, the one value it must give
ONE_READING = [
    ("full date", "They met on Sept. 8, 2016, in his office.", "2016-09-08"),
    ("full date", "They met on 8 September 2016.", "2016-09-08"),
    ("full date", "They met on the 8th of September, 2016.", "2016-09-08"),
    ("full date", "They met on Thursday, September 8th, 2016.", "2016-09-08"),
    ("full date", "The log has 2016-09-08 as the day.", "2016-09-08"),
    ("full date", "The stamp says 8-Sep-2016.", "2016-09-08"),
    ("day of one order only", "The entry of 9/28/2016 is missing.", "2016-09-28"),
    ("day of one order only", "The entry of 28/9/2016 is missing.", "2016-09-28"),
    ("day of one order only", "The entry of 9/9/2016 is missing.", "2016-09-09"),
    ("month and year", "He joined in February, 2016.", "2016-02"),
    ("month and year", "He joined in Feb. 2016.", "2016-02"),
    ("month and year", "He joined in the May of 2016.", "2016-05"),
    ("bare month", "They spoke in September about it.", "2016-09"),
    ("bare month", "They spoke at the convention in July.", "2016-07"),
    ("bare month", "It was signed in January.", "2017-01"),
    ("bare month", "Talks began in March.", "2017-03"),
    ("bare month ahead", "The panel will meet in May.", "2017-05"),
    ("bare month ahead", "The book is due to be published in April.", "2017-04"),
    ("last month", "He was fired last month.", "2017-02"),
    ("last month", "He was fired a month ago.", "2017-02"),
    ("next month", "A vote is planned for next month.", "2017-04"),
    ("last year", "They spoke twice last year.", "2016"),
    ("last year", "They met in September of last year.", "2016-09"),
    ("last year", "They met two years ago.", "2015"),
    ("weekday behind", "The department said Wednesday night.", "2017-03-01"),
    ("weekday behind", "He resigned on Friday.", "2017-02-24"),
    ("weekday ahead", "He will testify Wednesday.", "2017-03-08"),
    ("weekday ahead", "The hearing is scheduled for Tuesday.", "2017-03-07"),
    ("weekday ahead", "She is expected to speak on Monday.", "2017-03-06"),
    ("weekday of the day itself", "The office said on Thursday that it knew.", "2017-03-02"),
    ("weekday of a week", "He met them on Tuesday of last week.", "2017-02-21"),
    ("day words", "The call was yesterday.", "2017-03-01"),
    ("day words", "The call was made earlier today.", "2017-03-02"),
    ("day words", "They met the day before yesterday.", "2017-02-28"),
    ("day words", "They met last night.", "2017-03-01"),
    ("bare day", "At his Jan. 10 hearing he was asked.", "2017-01-10"),
    ("bare day", "He was asked on 10 January.", "2017-01-10"),
    ("bare day", "They met on Sept. 8.", "2016-09-08"),
    ("bare day ahead", "The order will take effect on March 16.", "2017-03-16"),
    ("bare day by its weekday", "He was asked on Tuesday, January 10.", "2017-01-10"),
    ("week", "They met last week.", "2017-02-20/2017-02-26"),
    ("week", "They met in the last week of January.", "2017-01-23/2017-01-29"),
    ("weekend", "He spoke to them over the weekend.", "2017-02-25/2017-02-26"),
    ("early part", "He was hired early this year.", "2017-01~/2017-02~"),
    ("early part", "He was hired in early 2016.", "2016-01~/2016-04~"),
    ("late part", "He was hired in late September 2016.", "2016-09-21~/2016-09-30~"),
    ("late part", "He was hired at the end of 2016.", "2016-09~/2016-12~"),
    ("middle", "He was hired in mid-2016.", "2016-05~/2016-08~"),
    ("season", "They met in the summer of 2016.", "2016-22"),
    ("season", "They met this past summer.", "2016-22"),
    ("season", "They met in spring 2016.", "2016-21"),
    ("quarter", "Sales fell in the third quarter of 2016.", "2016-35"),
    ("quarter", "Fourth-quarter sales fell.", "2016-36"),
    ("half", "Sales fell in the second half of 2016.", "2016-41"),
    ("range", "They spoke between July and September.", "2016-07/2016-09"),
    ("range", "They spoke from July to September 2016.", "2016-07/2016-09"),
    ("range", "They spoke between November and February.", "2016-11/2017-02"),
    ("range", "The convention of July 18-21, 2016 was in Ohio.", "2016-07-18/2016-07-21"),
    ("range", "He served from 2009 to 2011.", "2009/2011"),
    ("range", "He led it in 2009-10.", "2009/2010"),
    ("open end", "He has worked there since 2014.", "2014/.."),
    ("open end", "He has worked there since last May.", "2016-05/.."),
    ("open start", "It was known before Jan. 20, 2017.", "../2017-01-20"),
    ("open start", "It was known until October 2016.", "../2016-10"),
    ("about", "They met in about September 2016.", "2016-09~"),
    ("number beside a year", "He had more than 25 conversations in 2016.", "2016"),
    ("number beside a year", "Some 1,900 people and 2000 soldiers came in 2016.", "2016"),
    ("year as adjective", "He was a surrogate in the 2016 campaign.", "2016"),
    ("decade", "It was common in the 1990s.", "199X"),
    ("decade", "It was common in the late '90s.", "1997~/1999~"),
    ("century", "It was common in the 19th century.", "18XX"),
    ("closing weeks", "They called in the final weeks of the campaign.", "2016-10-18~/2016-11-08"),
    ("closing weeks", "They called in the last two weeks of the campaign.", "2016-10-25~/2016-11-08"),
    ("counted from a date", "He called three days before Jan. 10, 2017.", "2017-01-07"),
    ("counted from a date", "He called 2 weeks after May 13, 2016.", "2016-05-27"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "edtf"), ONE_READING, ids=[f"{k}: {t}" for k, t, _ in ONE_READING])
def test_one_reading(kind: str, text: str, edtf: str) -> None:
    assert values(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "published", "readings"),
    [
        ("He joined last February.", "2017-03-02", {"2017-02", "2016-02"}),
        ("He joined last May.", "2016-07-01", {"2016-05", "2015-05"}),
        ("He will join next May.", "2017-03-02", {"2017-05", "2018-05"}),
        ("They met last Tuesday.", "2017-03-02", {"2017-02-28", "2017-02-21"}),
        ("They met on 8/9/2016.", "2017-03-02", {"2016-09-08", "2016-08-09"}),
        (
            "They called in the last two weeks of the campaign.",
            "2019-03-02",
            {"2018-10-23~/2018-11-06", "2016-10-25~/2016-11-08"},
        ),
        ("They met on 8.9.16.", "2017-03-02", {"2016-09-08", "2016-08-09"}),
    ],
)
def test_ambiguous_readings_are_given_and_none_chosen(text: str, published: str, readings: set[str]) -> None:
    (found,) = read(text, published)
    assert found.edtf is None
    assert {c.edtf for c in found.candidates} == readings
    assert "ambiguous" in found.flags
    assert sum(c.confidence for c in found.candidates) == pytest.approx(1)


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("He joined last May.", "2013-03-21", "2012-05"),
        ("He joined last December.", "2017-03-02", "2016-12"),
        ("He joined last summer.", "2017-03-02", "2016-22"),
        ("They met last Friday.", "2017-02-27", "2017-02-24"),
        ("He will join next May.", "2016-11-20", "2017-05"),
    ],
)
def test_last_and_next_with_one_reading_are_read(text: str, published: str, edtf: str) -> None:
    assert values(text, published) == [edtf]


def test_leading_words_open_every_candidate() -> None:
    (found,) = read("He has been there since last February.")
    assert {c.edtf for c in found.candidates} == {"2017-02/..", "2016-02/.."}
    (found,) = read("He was there from 8/9/2016 to 10/9/2016.")
    assert {c.edtf for c in found.candidates} >= {"2016-09-08/2016-09-10", "2016-08-09/2016-10-09"}


def test_a_date_may_run_over_a_line_end() -> None:
    assert values("The hearing of January\n    10, 2017, and the\n  following\n  day") == [
        "2017-01-10",
        "2017-01-11",
    ]


def test_day_and_month_order_is_flagged_and_can_be_told() -> None:
    (found,) = read("They met on 8/9/2016.")
    assert "day-month-order" in found.flags
    assert find_times("They met on 8/9/2016.", PUBLISHED, day_first=True)[0].edtf == "2016-09-08"
    assert find_times("They met on 8/9/2016.", PUBLISHED, day_first=False)[0].edtf == "2016-08-09"


def test_other_dates_of_the_text_show_the_order_of_day_and_month() -> None:
    assert values("He came on 12.04.2016 and on 17.05.2016.") == ["2016-04-12", "2016-05-17"]
    assert values("He came on 8/9/2016 and 9/23/2016.") == ["2016-08-09", "2016-09-23"]
    assert values("He came on 8/9/2016, 9/23/2016 and 23/9/2016.")[0] is None


@pytest.mark.parametrize(
    "text", ["on Thursday, Sept. 9, 2016", "on Thu., 9 September 2016", "on Thursday 9 Sept 2016"]
)
def test_weekday_that_disagrees_keeps_both(text: str) -> None:
    (found,) = read(f"They met {text}.")
    assert "weekday-conflict" in found.flags
    assert {c.edtf for c in found.candidates} == {"2016-09-09", "2016-09-08"}


@pytest.mark.parametrize(
    "text", ["Feb. 30, 2016", "31 September 2016", "2016-02-30", "30/2/2016", "June 31", "Feb. 29, 2015"]
)
def test_impossible_day_is_flagged_not_moved(text: str) -> None:
    (found,) = read(f"They met on {text}.")
    assert found.edtf is None and not found.candidates
    assert "impossible-date" in found.flags


@pytest.mark.parametrize(
    "text",
    [
        "last month",
        "yesterday",
        "on Wednesday",
        "in September",
        "on Jan. 10",
        "last February",
        "two years ago",
    ],
)
def test_without_an_anchor_relative_dates_stay_unresolved(text: str) -> None:
    (found,) = read(f"He said so {text}.", None)
    assert (found.edtf, found.earliest, found.latest, found.anchor) == (None, None, None, "none")
    assert "unresolved" in found.flags


def test_a_document_known_to_the_month_does_not_date_days() -> None:
    assert values("They met last year, and again yesterday.", "2017-03") == ["2016", None]


def test_two_months_named_together_are_two_dates() -> None:
    assert values("When they spoke in July and September, he was a senator.") == ["2016-07", "2016-09"]
    assert values("They spoke in July and September 2015.") == ["2015-07", "2015-09"]
    assert values("They spoke on Sept. 8 and 9, 2016.") == ["2016-09-08", "2016-09-09"]


def test_a_range_has_its_ends_as_parts() -> None:
    (found,) = read("They spoke between July and September.")
    assert [(p.text, p.edtf) for p in found.parts] == [("July", "2016-07"), ("September", "2016-09")]
    assert found.precision == "range"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They met on Sept. 8, 2016. The next day he flew home.", "2016-09-09"),
        ("They met on Sept. 8, 2016. The day before, he had called.", "2016-09-07"),
        ("They met on Sept. 8, 2016. Two days later he flew home.", "2016-09-10"),
        ("They met on Sept. 8, 2016. He flew home that day.", "2016-09-08"),
        ("They met on Sept. 8, 2016. He resigned the following month.", "2016-10"),
        ("At the Jan. 10 hearing he denied it. He had called three days before the hearing.", "2017-01-07"),
        ("At the Jan. 10 hearing he denied it. The day after the hearing he called.", "2017-01-11"),
    ],
)
def test_counted_from_what_was_told(text: str, edtf: str) -> None:
    found = read(text)[-1]
    assert (found.edtf, found.anchor) == (edtf, "event")


def test_a_named_happening_can_be_given() -> None:
    (found,) = find_times(
        "He called three days before the hearing.",
        PUBLISHED,
        happenings={"hearing": parse_edtf("2017-01-10")},
    )
    assert (found.edtf, found.anchor) == ("2017-01-07", "event")


def test_nothing_told_leaves_the_next_day_unresolved() -> None:
    (found,) = read("The next day he flew home.")
    assert (found.edtf, found.anchor) == (None, "event")


def test_an_utterance_has_its_own_now() -> None:
    text = "At the hearing he said: I met him last year, and this past summer."
    anchor = LocalAnchor(23, len(text), parse_edtf("2017-01-10"))
    found = find_times(text, parse_edtf("2018-05-01"), anchors=[anchor])
    assert [(e.edtf, e.anchor) for e in found] == [("2016", "utterance"), ("2016-22", "utterance")]


def test_vague_words_have_no_value() -> None:
    (found,) = read("He is currently in office.")
    assert (found.edtf, found.candidates, found.flags) == (None, (), ("vague", "present"))


@pytest.mark.parametrize(
    "text",
    [
        "He may march in the fall of the regime.",
        "Theresa May said so.",
        "April Ryan asked.",
        "It sat in the sun.",
        "He paid $2016 for 1,999 copies.",
        "See page 1984.",
        "He has 2,016 votes and 2000 men.",
        "Black Friday sales rose.",
        "They meet every Friday.",
        "The Sunday Times reported it.",
        "a second time, first of all",
        "the day is long",
    ],
)
def test_what_is_not_a_date_is_left_alone(text: str) -> None:
    assert values(text) == []


def test_history_follows_its_own_years() -> None:
    text = (
        "In July 1861 they met. On May 3, 1863 he fell. In June he rose. "
        "The war began in April 1861. On July 3 it ended."
    )
    assert values(text, "2009-12-19") == ["1861-07", "1863-05-03", "1863-06", "1861-04", "1861-07-03"]


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("spring 2016", "2016-21"),
        ("2016-09~", "2016-09~"),
        ("sept 8 2016", "2016-09-08"),
        ("8 sep 2016", "2016-09-08"),
        ("last month", "2017-02"),
        ("before 20 jan 2017", "../2017-01-20"),
        ("2016-07/2016-09", "2016-07/2016-09"),
        ("september", "2016-09"),
        ("9/2016", "2016-09"),
        ("may 2016", "2016-05"),
        ("since 2014", "2014/.."),
        ("between july and september 2016", "2016-07/2016-09"),
        ("around sept 2016", "2016-09~"),
        ("the 1990s", "199X"),
        ("late 2016", "2016-09~/2016-12~"),
        ("  8   September  2016 ", "2016-09-08"),
        ("yesterday", "2017-03-01"),
        ("2016", "2016"),
        ("..", None),
        ("hello", None),
        ("", None),
        ("8 sep 2016 and then", None),
    ],
)
def test_typed_dates(typed: str, edtf: str | None) -> None:
    found = understand(typed, date(2017, 3, 2))
    assert (found.edtf if found else None) == edtf


def test_typed_day_and_month_order_is_never_guessed() -> None:
    found = understand("8/9/2016", date(2017, 3, 2))
    assert found is not None and found.edtf is None
    assert {c.edtf for c in found.candidates} == {"2016-09-08", "2016-08-09"}


def test_typed_impossible_day_says_so() -> None:
    found = understand("feb 30 2016", None)
    assert found is not None and "impossible-date" in found.flags


@pytest.mark.skipif(not GOLD, reason="FACTCHECK_GOLD names no folder")
def test_the_dates_of_a_real_article() -> None:
    seed = Path(GOLD or "", "seed")
    text = (seed / "article.txt").read_text("utf-8")
    gold = json.loads((seed / "gold.json").read_text("utf-8"))
    found = find_times(text, parse_edtf(gold["published"]))
    for want in gold["dates"]:
        start = text.index(want["text"])
        over = [e.edtf for e in found if e.start < start + len(want["text"]) and start < e.end]
        assert over == want.get("edtf_all", [want.get("edtf")]), want


_PIECES = st.sampled_from(
    [
        "Jan.",
        "Feb",
        "30",
        "31",
        "2016",
        "99",
        "the",
        "day",
        "before",
        "after",
        "last",
        "next",
        "May",
        "march",
        "since",
        "between",
        "and",
        "to",
        "-",
        "/",
        ",",
        ".",
        "of",
        "8/9/2016",
        "10",
        "Wednesday",
        "night",
        "week",
        "year",
        "ago",
        "three",
        "quarter",
        "first",
        "'90s",
        "1990s",
        "2009-10",
        "T",
        "Z",
        "BC",
        "early",
        "mid-",
        "end",
        "beginning",
        "fall",
        "\n",
        "İ",
        "ﬁ",
        "٣",
        "0000-00-00",
        "9999-12-31",
        "1000",
        "day",
        "days",
        "later",
        "hearing",
        "campaign",
        "final",
        "weeks",
        "12th",
        "century",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=120), st.lists(_PIECES, max_size=40).map(" ".join)),
    st.sampled_from([PUBLISHED, None]),
)
def test_any_text_gives_sound_expressions(text: str, published: object) -> None:
    previous = 0
    for found in find_times(text, published):  # type: ignore[arg-type]  # hypothesis mixes dates with None
        assert text[found.start : found.end] == found.text
        assert previous <= found.start < found.end
        previous = found.end if not found.parts else found.start + 1
        assert found.edtf is None or is_edtf(found.edtf)
        assert all(is_edtf(c.edtf) for c in found.candidates)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_do_not_break(published: str) -> None:
    read(
        "last century, 100 years ago, next week, the next decade, last winter, next Friday, in May",
        published,
    )


@pytest.mark.parametrize(
    "piece",
    [
        "the ",
        "a few ",
        "between ",
        "1990",
        "1-",
        "Jan. ",
        "last ",
        "\n",
        "2016 - ",
        "1",
        "1,",
        "a.",
        "three days before x ",
        "first and x",
        "[",
        "8/",
        "early in the ",
    ],
)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        find_times(text, PUBLISHED)
        return time.process_time() - start

    small, large = min(seconds(10_000) for _ in range(3)), min(seconds(80_000) for _ in range(2))
    assert large < max(small, 0.002) * 8 * 4
