"""What the page says, where it matters most that it says it rightly."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import factcheck.report
from factcheck.core.report import Report
from factcheck.report.door import render
from tests.report.changed_reports import leaves, with_value
from tests.report.read_page import Page
from tests.report.sample_report import CLAIM_MEETINGS, REPORT

PAGE = Page(render(REPORT))
ROOM = Path(next(iter(factcheck.report.__path__)))


def page_with(path: tuple[Any, ...], value: Any, report: Report = REPORT) -> Page:
    return Page(render(with_value(report, path, value)))


CLAIM = ("chapters", 0, "claim")


def test_nothing_remote_and_no_script() -> None:
    tags = {tag for tag, _ in PAGE.shape}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "svg", "video"}
    names = {name for _, name, _ in PAGE.attributes}
    assert not {name for name in names if name.startswith("on")} | names & {
        "src",
        "srcset",
        "style",
        "action",
    }
    assert not re.search(r"url\(|@import|expression\(", PAGE.style)


def test_one_strict_content_policy_that_lets_the_style_through() -> None:
    policies = re.findall(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', render(REPORT))
    digest = base64.b64encode(hashlib.sha256(PAGE.style.encode()).digest()).decode()
    assert [policy.decode() for policy in policies] == [
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    ]


def test_every_inner_link_has_its_place_and_no_place_is_double() -> None:
    ids = [value for _, name, value in PAGE.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in PAGE.links if link.startswith("#")} <= set(ids)


def test_only_web_addresses_become_links() -> None:
    assert [link for link in PAGE.links if not link.startswith("#")] == [
        "https://harbour.example/hearings/0410"
    ]
    assert "javascript:alert(1)" in PAGE.text


def test_sworn_is_said_only_with_its_basis() -> None:
    assert "sworn oral; basis: “The witness was duly sworn.”" in PAGE.text
    by_passage = page_with((*CLAIM, "status_basis"), None)
    assert "sworn oral; basis: Harbour Bd. Hrg. Tr. 3:12" in by_passage.text
    assert "The swearing-in Passage, as the source has it “The witness was duly sworn.”" in by_passage.text
    without = page_with((*CLAIM, "status_basis"), None, with_value(REPORT, (*CLAIM, "oath_citations"), ()))
    assert "to confirm (entered as sworn oral; no basis is given)" in without.text
    assert "Sworn to confirm" in without.text
    assert PAGE.text.count("to confirm (entered as sworn oral; no basis is given)") == 1


def test_a_scheduled_event_is_scheduled_for() -> None:
    assert "Scheduled for 3 March 2031, a Monday: Budget round with carriers" in PAGE.text
    assert "scheduled for · tier 1" in PAGE.text
    assert "ONLY SCHEDULED The register says what was planned." in PAGE.text


def test_the_question_is_whole_and_stands_before_the_words() -> None:
    question = " ".join((CLAIM_MEETINGS.question or "").split())
    assert f"“{question}”" in PAGE.text
    assert PAGE.text.index("The question, in full") < PAGE.text.index("The words Ivo Pell")
    assert PAGE.text.count(f"“{question}”") == 1, "the claims of one statement share its question"


def test_paraphrases_and_restatements_never_stand_in_quotation_marks() -> None:
    assert "“denied having spoken" not in PAGE.text
    assert "Paraphrase: a reporter’s words, not the speaker’s" in PAGE.text
    assert "“He had no meetings with Vann" not in PAGE.text
    assert "Reviewers’ restatement, not the speaker’s words" in PAGE.text


def test_words_that_are_not_in_their_source_are_no_quotation() -> None:
    words = "in his capacity as a member of the pilotage committee"
    assert f"“{words}" not in PAGE.text
    assert "NOT FOUND in the source cited: not to be printed as a quotation" in PAGE.text
    assert PAGE.text.index("1 quotation NOT FOUND in the stored source") < PAGE.text.index("Summary")


def test_the_claims_own_words_are_marked_within_the_statement() -> None:
    html = render(REPORT).decode()
    assert (
        "any of that. <mark>I was called an adviser once or twice</mark>, and "
        f"<mark>{CLAIM_MEETINGS.words}</mark>, and I cannot speak to it.”" in html
    )


@pytest.mark.parametrize("words", ["No finding: reviewers differ", "Not graded", "Cannot be determined"])
def test_what_is_no_finding_is_said_to_be_none(words: str) -> None:
    assert words in PAGE.text


def test_notes_of_mine_and_team_never_appear() -> None:
    for format_ in ("html", "json"):
        text = render(REPORT, format=format_).decode()
        assert "MINE-ONLY" not in text
        assert "TEAM-ONLY" not in text
        assert "n-5" not in text  # not even as the parent of one that does
        assert "The book was seen in the original" in text


def test_a_suppressed_dissent_is_told_without_its_words() -> None:
    for format_ in ("html", "json"):
        text = render(REPORT, format=format_).decode()
        assert "SUPPRESSED WORDS" not in text
        assert "Hidden Hand" not in text
        assert "X2" in text
    assert "Withheld from print by the lead" in PAGE.text


def test_a_sealed_source_is_not_printed() -> None:
    for format_ in ("html", "json"):
        assert "SEALED" not in render(REPORT, format=format_).decode()


def test_an_event_is_told_once_and_pointed_at_after() -> None:
    assert PAGE.text.count("The visitors’ book has one line") == 1
    assert "Its evidence is printed in full under L4." in PAGE.text


def test_wide_and_narrow_and_print_each_have_their_rules() -> None:
    for rule in (
        "@media print",
        "@media screen and (max-width",
        "break-inside: avoid",
        "@page",
        "counter(page)",
    ):
        assert rule in PAGE.style


def test_the_running_title_cannot_leave_its_string() -> None:
    style = Page(render(replace(REPORT, title='"; } </style><script>x</script> \\ \n *'))).style
    head = style[style.rindex("@page") :]
    strings = re.findall(r'"([^"]*)"', head)
    assert all(re.fullmatch(r"(?:[A-Za-z0-9 ]|\\[0-9a-f]{6} )*", string) for string in strings)
    assert "<" not in head


@pytest.mark.parametrize("name", sorted(path.name for path in ROOM.iterdir() if path.is_file()))
def test_the_room_draws_no_legal_conclusion_and_names_no_intent(name: str) -> None:
    text = (ROOM / name).read_text("utf-8")
    charged = r"\b(lied|lying|liar|lies about|perjur\w*|guilty|dishonest\w*|deceiv\w*|intended)\b"
    assert not re.search(charged, text, re.I)


OPTIONAL = {
    "question", "question_by", "context", "speaker", "said_on", "forum", "restatement", "place", "published",
    "established", "description", "person", "fit", "tier", "address",
}  # fmt: skip


def test_whatever_may_be_absent_may_be_absent() -> None:
    for leaf in leaves(REPORT):
        if (
            leaf.owner[0] in {"ClaimView", "EventView", "ExplanationView", "SourceView"}
            and leaf.owner[1] in OPTIONAL
        ):
            Page(render(with_value(REPORT, leaf.path, None)))


def test_the_paragraphs_of_a_statement_stay_apart_and_its_line_ends_flow() -> None:
    html = render(with_value(REPORT, (*CLAIM, "before"), "One line\ngoes on.\n\n  Another begins: ")).decode()
    assert "One line\ngoes on.<br><br>Another begins: <mark>" in html


def test_nothing_stands_between_words_and_the_marks_around_them() -> None:
    html = render(REPORT).decode()
    assert "“My answer was correct.”<sup" in html
    assert '[<a href="#source-2">D2</a>]' in html


def test_a_dissent_is_printed_in_its_chapter_and_named_at_the_end() -> None:
    assert PAGE.text.count("Dissent X1 on L4, by Ben Lund") == 2
    assert PAGE.text.count("The preface tells the witness") == 1


@pytest.mark.parametrize("format_", ["html", "md", "txt"])
def test_what_a_reviewer_typed_is_never_a_quotation_whatever_its_form(format_: str) -> None:
    [first, *_] = REPORT.chapters
    typed = replace(
        first.claim, quotation="direct", citations=(), statement_citations=(), question_citations=()
    )
    alone = replace(REPORT, chapters=(replace(first, claim=typed),))
    made = render(alone, format=format_).decode()
    assert "Typed by a reviewer, compared with no document" in made
    for words in ("I tell you this as it comes", "I didn’t have -- did not have meetings with"):
        assert words in " ".join(made.split()).replace("| ", "")
        assert f"“{words}" not in made


def test_other_texts_and_later_words_have_marks_only_where_they_are_quotations() -> None:
    assert "“My answer was correct.”" in PAGE.text
    assert "to the question put by Senator Orla he answers" in PAGE.text
    assert "“to the question put" not in PAGE.text
    assert "S1w · Typed by a reviewer, compared with no document Senator, I am not aware" in PAGE.text


def test_a_row_of_a_register_is_told_with_its_cells_and_its_source() -> None:
    assert "R12 Berth 3, Vann and Daughters, tender round" in PAGE.text
    assert "row 12 of a register, linked as it stands" in PAGE.text
    assert "Register Berth register, first quarter 2031 [D5]" in PAGE.text
    assert "“Line” Vann & Daughters “Remark” (empty)" in PAGE.text


def test_a_check_leads_to_its_footnote_and_is_then_named_by_its_ends() -> None:
    words = ("Mr. Pell met Juno Vann in", "February 14, two officials said.")
    assert re.search(rf"E2, evidence note \d+ {words[0]} … .*{re.escape(words[1])} The Courier", PAGE.text)
    assert "S1v I did not have any meetings with the line" in PAGE.text, "in no footnote, so it is whole"


def test_words_of_a_sealed_source_are_nowhere() -> None:
    at = next(place for place, source in enumerate(REPORT.sources) if source.head.label == "D2")
    sealed = with_value(REPORT, ("sources", at, "sealed"), True)
    for format_ in ("html", "json", "md", "txt"):
        made = render(sealed, format=format_).decode()
        for words in ("two officials said", "in his capacity as", "denied having spoken", "his office"):
            assert words not in made, format_
        assert "sealed: 1 passage" in made
    assert "two officials said" in PAGE.text


def test_where_grades_are_kept_from_the_reader_it_is_not_told_whether_there_are_any() -> None:
    at = PAGE.text.index("The grades of others, if there are any, are not shown")
    assert not PAGE.text[:at].rstrip().endswith("Not graded.")
