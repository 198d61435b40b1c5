"""The annex for machines: exact values, words beside codes, W3C selectors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factcheck.report.door import render
from tests.report.changed_reports import with_value
from tests.report.sample_report import ANSWER, HEARING, REPORT

BYTES = render(REPORT, format="json")
ANNEX = json.loads(BYTES)


def test_the_form_of_the_file() -> None:
    assert BYTES.endswith(b"}\n")
    assert (json.dumps(ANNEX, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode() == BYTES
    assert ANNEX["format"] == "factcheck-annex"
    assert "Unicode code points" in ANNEX["offsets"]


def test_an_anchor_is_a_quote_selector_and_a_position_selector() -> None:
    target = ANNEX["report"]["chapters"][0]["claim"]["citations"][0]["anchor"]
    quote, position = target["selector"]
    assert quote["type"] == "TextQuoteSelector"
    assert quote["exact"] == ANSWER[0] == HEARING[position["start"] : position["end"]]
    assert HEARING.index(quote["prefix"] + quote["exact"] + quote["suffix"]) == position["start"] - len(
        quote["prefix"]
    )
    assert position["type"] == "TextPositionSelector"
    assert target["place"] == {"line": "4", "page": "35"}


def test_codes_stand_beside_their_words() -> None:
    exhibit = ANNEX["report"]["chapters"][0]["exhibits"][0]
    grade = exhibit["link"]["grades"][0]
    assert grade["codes"] == {"relation": "c", "degree": "3", "kind": "4", "confidence": "2"}
    assert grade["codes_words"]["kind"] == "scope or capacity"
    assert grade["also_words"] == ["omission", "definition"]
    assert grade["scope_words"]["capacity"] == "open"
    assert exhibit["days_words"] == "55 days before the statement"
    assert exhibit["event"]["evidence"][0]["tier_words"] == "official record or original document"


def test_a_grade_under_another_rubric_gets_no_words_of_this_one() -> None:
    grade = ANNEX["report"]["chapters"][0]["exhibits"][1]["link"]["grades"][0]
    assert (grade["rubric"], grade["codes_words"]) == ("house-scale", None)


def test_rows_have_named_columns() -> None:
    report = ANNEX["report"]
    assert report["people"][1] == {"name": "Dana Orla", "roles": ["senator, harbour board"], "aliases": []}
    assert report["reviewers"][0] == {"name": "Ada Rowe", "role": "lead"}
    assert report["unread"][0]["source_label"] == "D1"
    event = report["chapters"][0]["exhibits"][0]["event"]
    assert event["who"][2] == {"name": "Kay Flint", "capacity": None, "doubtful": True}
    assert event["disagreements"]["place"][1] == {
        "value": "his office",
        "citation": "The Courier, 1 May 2031, ¶1",
    }


def test_sworn_without_a_basis_is_to_confirm_in_words() -> None:
    claim = ANNEX["report"]["chapters"][3]["claim"]
    assert (claim["sworn"], claim["sworn_words"]) == ("yes", "to confirm")


def test_what_steers_a_terminal_is_written_as_an_escape_and_read_back_exactly() -> None:
    words = "a\x1b[31mb\x9bc\u202ed\u2028e\ud800f\x7f\tg"
    made = render(with_value(REPORT, ("title",), words), format="json")
    assert json.loads(made)["report"]["title"] == words
    assert not {chr(byte) for byte in made if byte < 0x20} - {"\n"}
    assert not set(made.decode()) & set("\x9b\u202e\u2028\x7f")


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value
