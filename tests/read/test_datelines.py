"""The day of a dateline is the story's where nothing else says when it was written."""

from __future__ import annotations

import pytest

from factcheck.read.door import read_bytes


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("HARTWELL, 3 May 2023 - The minister spoke.", "2023-05-03"),
        ("NEW HARTWELL, Ohio, Sept. 9, 2021 (Wire) — The minister spoke.", "2021-09-09"),
        ("GENEVA, June 30, 2020 -- The minister spoke.", "2020-06-30"),
        ("GENEVA, June 31, 2020 -- The minister spoke.", None),
        ("GENEVA, June 30 -- The minister spoke.", None),
        ("Geneva is quiet, 3 May 2023 - or was.", None),
        ("In GENEVA, 3 May 2023 - The minister spoke.", None),
    ],
)
def test_a_dateline_with_a_year_dates_the_story(opening: str, day: str | None) -> None:
    document = read_bytes(f"A headline\n\nBy Ida Vann\n\n{opening} It rained.\n".encode(), "story.txt")
    assert document.published == day
    assert (document.published_basis or "").startswith("dateline: " if day else "")


def test_a_day_that_was_given_stays() -> None:
    document = read_bytes(b"GENEVA, June 30, 2020 -- She spoke.\n", "story.txt", published="2020-07-01")
    assert (document.published, document.published_basis) == ("2020-07-01", None)
