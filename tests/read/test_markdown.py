"""Markdown: the source as it is, and what its front matter says."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.document import Document
from factcheck.core.mapping import original_text
from factcheck.errors import FactcheckError
from factcheck.read.door import read_bytes, read_path

BRIEFING = """\
---
date: '2022-05-13'
published_time: 2022-05-13 19:21:00-04:00
source_url: https://house.example/briefing/
authors:
  - Jane Roe
  - 'Zoë O''Doe'
publisher: Press Office # of the House
title: "Press Briefing by
  Jen\\_Psaki"
---

# Another heading

MS. PSAKI: Hi, everyone.
"""


def read(text: str, name: str = "a.md") -> Document:
    return read_bytes(text.encode(), name)


def test_a_briefing() -> None:
    document = read(BRIEFING)
    assert document.text == BRIEFING
    assert document.title == "Press Briefing by Jen Psaki"
    assert (document.published, document.published_basis) == ("2022-05-13", "front matter date: 2022-05-13")
    assert document.author == "Jane Roe, Zoë O'Doe"
    assert document.publisher == "Press Office"
    assert document.address == "https://house.example/briefing/"
    assert (document.reader, document.holes) == ("markdown/1", ())
    assert [mark.place.paragraph for mark in document.marks] == [1, 2, 3]


def test_what_a_person_says_wins() -> None:
    document = read_bytes(BRIEFING.encode(), "a.md", published="2020", title="Mine")
    assert (document.published, document.published_basis, document.title) == ("2020", None, "Mine")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Text.\n\n## A *title* ##\n\n# Later", "A *title*"),
        ("Title\n=====\n", "Title"),
        ("Title\n---\n", "Title"),
        ("```\n# no\n```\n# Yes", "Yes"),
        ("~~~\n# no\n```\n# no\n~~~\n# Yes", "Yes"),
        ("- item\n---\n", None),
        ("#hashtag\n", None),
        ("#\n# Yes", "Yes"),
        ("---\ntitle:\n---\n# Yes", "Yes"),
        ("---\ntitle: No end\n# Yes", "Yes"),
        ("Plain words.", None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    assert read(text).title == title


@pytest.mark.parametrize("name", ["a.md", "A.MD", "x/a.markdown"])
def test_markdown_is_known_by_its_name(name: str) -> None:
    assert read("# A", name).reader == "markdown/1"
    assert read("# A", "a.txt").reader == "text/1"


@pytest.mark.parametrize("value", ["03/02/2017", "soon", "2017-13-01", "", "[]"])
def test_a_date_that_has_no_one_meaning_is_none(value: str) -> None:
    assert read(f"---\ndate: {value}\n---\ntext").published is None


@given(
    st.lists(
        st.sampled_from(["---\n", "title: ", '"', "'", "\\x", "\\", "date: 2017-03-02\n", "# ", "```", "\n",
                         "é", " ", "- a", "[a, b]", "\r\n", "==="]),
        max_size=30,
    )
)  # fmt: skip
def test_any_markdown_is_read_unchanged_or_refused(parts: list[str]) -> None:
    source = "".join(parts)
    try:
        document = read(source)
    except FactcheckError as refused:
        assert refused.hint
        return
    assert document.text == source.replace("\r\n", "\n").replace("\r", "\n")
    assert not document.title or "\n" not in document.title


def test_a_real_briefing(gold: Path) -> None:
    data, document = read_path(gold / "data" / "transcripts" / "wh-briefing-2022-05-13.md", kind="briefing")
    assert original_text(document).encode() == data
    assert document.title == "Press Briefing by Press Secretary Jen Psaki, May 13, 2022"
    assert document.published == "2022-05-13"
    assert document.turns and not document.holes
