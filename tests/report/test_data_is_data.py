"""Whatever the texts of a report hold is shown: none becomes an element, an attribute or a style."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.report import Report
from factcheck.core.shown import STEERING, shown
from factcheck.report.discretion import printable
from factcheck.report.door import render
from tests.report.changed_reports import Leaf, leaves, rewritten
from tests.report.hostile import HOSTILE
from tests.report.read_markdown import Markdown
from tests.report.read_page import Page
from tests.report.sample_report import REPORT
from tests.report.test_annex_json import texts
from tests.report.test_nothing_forgotten import DECIDES, LEFT_OUT

KEPT = {
    ("NoteView", "scope"),
    ("NoteView", "parent"),
    ("Head", "id"),
    ("Anchor", "exact"),
    ("QuoteCheck", "match"),
}
"""Texts that decide what is printed; they stay, so that the page keeps its branches."""

CODED = {
    ("Report", "rubric"),
    ("Finding", "state"),
    ("Finding", "degree"),
    ("ClaimView", "sworn"),
    ("LinkView", "state"),
}
"""Codes that the page puts in words; what they say is tested elsewhere."""


def with_texts(text: str) -> Page:
    report = rewritten(REPORT, lambda leaf: leaf.value if leaf.owner in KEPT else text)
    return Page(render(report))


BENIGN = with_texts("plain")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_in_every_field_changes_no_element(text: str) -> None:
    page = with_texts(text)
    tags = {tag for tag, _ in page.shape}
    assert tags <= {tag for tag, _ in BENIGN.shape} | {tag for tag, _ in Page(render(REPORT)).shape}
    assert {name for _, names in page.shape for name in names} <= {
        "lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "dir", "scope",
        "aria-label", "title", "aria-hidden", "value", "rel",
    }  # fmt: skip
    assert sum(name == "http-equiv" for _, name, _ in page.attributes) == 1
    assert all(link.startswith(("#", "http://", "https://")) for link in page.links)
    assert not page.comments
    assert not set(page.text) & (STEERING - {"\n", "\t"})
    if text.strip():
        assert " ".join(shown(text, keep="\n\t").split()) in page.text
    json.loads(
        render(rewritten(REPORT, lambda leaf: leaf.value if leaf.owner in KEPT else text), format="json")
    )


LONG = {
    ("Report", "title"), ("ClaimView", "words"), ("GradeView", "rationale"), ("SourceView", "address"),
    ("QuoteCheck", "cite"),
}  # fmt: skip


def test_a_word_of_a_hundred_thousand_letters_is_shown_whole() -> None:
    word = "w" * 100_000
    page = Page(render(rewritten(REPORT, lambda leaf: word if leaf.owner in LONG else leaf.value)))
    assert word in page.text
    assert "overflow-wrap: anywhere" in page.style


def test_classes_and_ids_come_from_the_template_alone() -> None:
    page = with_texts('x" y')
    for tag, name, value in page.attributes:
        if name in {"class", "id", "dir", "scope", "rel", "lang", "value"}:
            assert re.fullmatch(r"[a-z0-9 -]*", value), (tag, name, value)


def tokens(words: str) -> tuple[dict[tuple[object, ...], str], Report]:
    """The sample with a text of its own in every field, and those texts by where they are."""
    made: dict[tuple[object, ...], str] = {}

    def own(leaf: Leaf) -> str:
        if leaf.owner in KEPT | CODED:
            return str(leaf.value)
        return made.setdefault(leaf.path, f"{words} q{len(made)}q")

    report = rewritten(REPORT, own)
    return {leaf.path: leaf.value for leaf in leaves(printable(report)) if leaf.path in made}, report


def squeezed(text: str) -> str:
    """A text without its blanks and line ends: these are a format's own."""
    return "".join(shown(text, keep="\n\t").split())


@settings(max_examples=8)
@given(st.text(st.characters(codec="utf-8"), max_size=40).map(lambda text: f"a{text}z"))
def test_every_text_of_the_report_is_in_every_format(words: str) -> None:
    made, report = tokens(words)
    in_json = set(texts(json.loads(render(report, format="json"))))
    page = Page(render(report)).text
    markdown = squeezed(Markdown(render(report, format="md")).text)
    plain = re.sub(r"(?m)^ *[|:!] ", "", render(report, format="txt").decode())
    plain = squeezed(plain)
    owner = {leaf.path: leaf.owner for leaf in leaves(printable(REPORT))}
    for path, text in made.items():
        if not text:
            continue  # a suppressed dissent's
        if path[:5] == ("chapters", 2, "exhibits", 0, "event"):
            continue  # the same event as in the first chapter, told there
        assert text in in_json, owner[path]
        if owner[path] not in LEFT_OUT and owner[path] not in DECIDES:
            assert " ".join(shown(text, keep="\n\t").split()) in page, (owner[path], path)
            assert squeezed(text) in markdown, (owner[path], path)
            assert squeezed(text) in plain, (owner[path], path)
