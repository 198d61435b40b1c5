"""Everything that a careful reader finds in a real article is found, by rules that serve any article."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from factcheck.core.document import Document
from factcheck.core.edtf import parse_edtf
from factcheck.core.proposals import Proposals, ProposedEvent, ProposedStatement, WhenRead
from factcheck.extract.article import propose

FOLDER = os.environ.get("FACTCHECK_GOLD")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="FACTCHECK_GOLD names no folder with seed/article.txt and gold.json"
)


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        (Path(FOLDER or "") / "seed" / "gold.json").read_text(encoding="utf-8")
    )
    return loaded


@pytest.fixture(scope="module")
def found(gold: dict[str, Any]) -> Proposals:
    text = (Path(FOLDER or "") / "seed" / "article.txt").read_text(encoding="utf-8")
    document = Document(
        "article.txt",
        "news",
        "0" * 64,
        len(text.encode()),
        "text",
        "utf-8",
        text,
        published=gold["published"],
    )
    proposals = propose(document)
    for statement in proposals.statements:
        assert all(text[span.start : span.end] == span.exact for span in statement.segments)
    return proposals


def words(statement: ProposedStatement) -> str:
    return " … ".join(span.exact for span in statement.segments)


def holds(value: str | None, part: str) -> bool:
    return value is not None and part in value


def test_statements(gold: dict[str, Any], found: Proposals) -> None:
    for wanted in gold["statements"]:
        fitting = [s for s in found.statements if wanted["contains"] in words(s)]
        fitting = [s for s in fitting if s.quotation == wanted["quotation"]]
        assert len(fitting) == 1, wanted["contains"]
        statement = fitting[0]
        assert statement.sworn in wanted["sworn_in"]
        assert holds(statement.speaker, wanted.get("speaker", wanted.get("speaker_contains", "")))
        for key, value in (
            ("addressee", statement.addressee),
            ("on_behalf_of", statement.on_behalf_of),
            ("form", statement.form),
            ("said_on", statement.said_on.edtf if statement.said_on else None),
        ):
            assert key not in wanted or value == wanted[key], (wanted["contains"], key)
        for key, value in (
            ("forum_contains", statement.forum),
            ("reporter_contains", statement.reporter),
            ("question_contains", statement.question.span.exact if statement.question else None),
        ):
            assert key not in wanted or holds(value, wanted[key]), (wanted["contains"], key)


def test_what_is_no_statement(gold: dict[str, Any], found: Proposals) -> None:
    for unwanted in gold["not_statements"]:
        assert not any(unwanted in words(statement) for statement in found.statements)


def test_events(gold: dict[str, Any], found: Proposals) -> None:
    for wanted in gold["events"]:
        fitting = [
            event
            for event in found.events
            if _is_about(event, wanted["about"]) and _is_then(event, wanted["when_any"])
        ]
        if "where_contains" in wanted:
            fitting = [event for event in fitting if holds(event.where, wanted["where_contains"])]
            assert len(fitting) == 1 and len(fitting[0].passages) >= 2
        assert fitting, wanted


def _is_about(event: ProposedEvent, about: list[str]) -> bool:
    return all(any(part in name for name, _ in event.who) for part in about)


def _is_then(event: ProposedEvent, dates: list[str]) -> bool:
    return (event.when.edtf if event.when is not None else "unknown") in dates


def test_dates(gold: dict[str, Any], found: Proposals) -> None:
    for wanted in gold["dates"]:
        for edtf in wanted.get("edtf_all", [wanted.get("edtf")]):
            assert any(
                date.when.edtf == edtf
                and _overlaps(date.when, edtf)
                and _shares(date.span.exact, wanted["text"])
                for date in found.dates
            ), wanted


def _overlaps(when: WhenRead, edtf: str) -> bool:
    return when.edtf is not None and parse_edtf(when.edtf).overlaps(parse_edtf(edtf))


def _shares(one: str, other: str) -> bool:
    return one in other or other in one


def test_people(gold: dict[str, Any], found: Proposals) -> None:
    persons = {person.name: person for person in found.people}
    assert set(gold["people"]) <= set(persons)
    for name, aliases in gold["aliases"].items():
        assert set(aliases) <= set(persons[name].aliases)
