"""The annex as Markdown: what it says, and that data in it is data."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from factcheck.core.shown import STEERING
from factcheck.report.door import render
from tests.report.changed_reports import rewritten, with_value
from tests.report.hostile import HOSTILE
from tests.report.read_markdown import Markdown
from tests.report.sample_report import CLAIM_MEETINGS, REPORT
from tests.report.test_data_is_data import KEPT


def read(text: str) -> Markdown:
    report = rewritten(REPORT, lambda leaf: leaf.value if leaf.owner in KEPT else text)
    return Markdown(render(report, format="md"))


ANNEX = Markdown(render(REPORT, format="md"))
BENIGN = read("plain")


def test_it_is_complete_in_its_order() -> None:
    levels_two = [words for tag, words in ANNEX.headings if tag == "h2"]
    assert levels_two == [
        "Before this is printed",
        "1 quotation NOT FOUND in the stored source",
        "Summary",
        "Findings",
        "People and roles",
        "What the case holds, and what is not covered",
        "S1 · Ivo Pell, 10 April 2031, a Thursday",
        "S1 · Ivo Pell, 10 April 2031, a Thursday",
        "S2 · Ivo Pell, about May 2031",
        "S3 · A VOICE, date not known",
        "Events that are linked to no claim here",
        "Check of every quotation",
        "Dissents",
        "Sources",
        "Key",
        "Words to look at again",
        "Method",
    ]


def test_quotations_are_block_quotations_in_marks_and_paraphrases_have_none() -> None:
    text = render(REPORT, format="md").decode()
    assert f"> “{CLAIM_MEETINGS.words}” \\[" in text
    assert "> denied having spoken of the contract" in text
    assert "“denied having spoken" not in text


def test_the_words_of_the_claims_are_strong_in_the_statement() -> None:
    assert CLAIM_MEETINGS.words in ANNEX.emphasised


def test_only_web_addresses_are_links() -> None:
    assert ANNEX.links == ["https://harbour.example/hearings/0410"]


MARKDOWN = {
    "heading": "# not a heading",
    "heading below": "words\n=====\nmore\n-----",
    "list": "- item\n+ item\n* item\n1. item\n2) item",
    "rule": "***",
    "quotation": "> said",
    "fence": "```\ncode\n```",
    "tildes": "~~~\ncode",
    "indented": "words\n\n    code",
    "table": "a | b\n--- | ---\nc | d",
    "link": "[x](https://evil.example)",
    "image": "![x](https://evil.example/i.png)",
    "autolink": "<https://evil.example>",
    "definition": "[x]: https://evil.example\n\n[x]",
    "footnote": "[^1]: x\n\n[^1]",
    "emphasis": "**a** _b_ ~~c~~ `d` __e__",
    "formula": "$x$ $$y$$",
    "backslashes": "a\\\\*b* \\",
    "comment": "<!-- x --> <b>x</b> </blockquote>",
}


@pytest.mark.parametrize(
    "text", [*HOSTILE.values(), *MARKDOWN.values()], ids=[*HOSTILE.keys(), *MARKDOWN.keys()]
)
def test_a_hostile_text_in_every_field_makes_no_block_and_no_link(text: str) -> None:
    made = read(text)
    assert made.kinds <= BENIGN.kinds | {"code_inline", "hardbreak"}
    assert {"html_block", "html_inline", "fence", "code_block", "image", "hr", "s_open"}.isdisjoint(
        made.kinds
    )
    assert len(made.headings) <= len(BENIGN.headings)
    assert all(re.match(r"https?://", link) for link in made.links)
    assert not set(made.text) & (STEERING - {"\n"})


@pytest.mark.parametrize(
    "text", ["https://evil.example", "HTTP://evil.example", "www.evil.example", "ftp://x.y"]
)
def test_a_bare_address_in_data_is_no_link_where_bare_addresses_are(text: str) -> None:
    made = render(replace(REPORT, title=f"see {text} now"), format="md").decode()
    assert text not in made
    assert f"see {text} now" in Markdown(made.encode()).text


def test_an_address_that_is_none_of_the_web_is_words() -> None:
    at = ("sources", 0, "address")
    for address in (
        "javascript:alert(1)",
        "https://a.example/<b>",
        "https://u@a.example",
        "https://a.example/ b",
    ):
        made = Markdown(render(with_value(REPORT, at, address), format="md"))
        assert made.links == []
        assert address in made.text


def test_a_mark_that_would_not_be_read_as_emphasis_is_left_out() -> None:
    claim = replace(CLAIM_MEETINGS, before="so", words="“no”", after="more")
    alone = replace(REPORT, chapters=(replace(REPORT.chapters[0], claim=claim),))
    text = render(alone, format="md").decode()
    assert "> “so“no”more”" in text
