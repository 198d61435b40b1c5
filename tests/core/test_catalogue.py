"""The catalogue: every kind has its record, its sentence and its effect, and an entry must keep its rules."""

import re
from dataclasses import fields
from string import Formatter
from typing import Any

import pytest

from factcheck.core import records as r
from factcheck.core.catalogue import GIVEN_ONCE, KINDS, MADE_BY, check_entry, fields_of, references
from factcheck.core.entities import ENTITIES
from factcheck.core.rules import rules_of
from factcheck.errors import FactcheckError

SAID_OF_ALL = {"subject", "changes", "codes"}


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_is_well_formed(name: str) -> None:
    kind = KINDS[name]
    assert kind.name == name
    assert re.fullmatch(r"[a-z]+\.[a-z]+", name)
    assert not kind.sentence.endswith(".")
    named = {field for _, field, _, _ in Formatter().parse(kind.sentence) if field}
    if kind.effect == "reverses":
        assert named == {"batch"}
        return
    assert named <= SAID_OF_ALL | set(rules_of(ENTITIES[kind.entity].record))


def test_every_record_class_is_an_entity_once() -> None:
    classes = {
        value
        for value in vars(r).values()
        if isinstance(value, type) and issubclass(value, r.Record) and value is not r.Record
    }
    assert {entity.record for entity in ENTITIES.values()} == classes
    assert len(ENTITIES) == len(classes)


def test_every_entity_can_be_made() -> None:
    assert set(MADE_BY) == set(ENTITIES)
    for entity, kind in MADE_BY.items():
        assert (KINDS[kind].entity, KINDS[kind].effect) == (entity, "makes")
    assert MADE_BY["decision"] == "proposal.accepted"


def test_letters_are_single_and_belong_to_what_has_a_label() -> None:
    letters = [entity.letter for entity in ENTITIES.values() if entity.letter]
    assert len(letters) == len(set(letters))
    for entity in ENTITIES.values():
        assert (entity.letter is not None) == ("label" in rules_of(entity.record))


def test_what_a_record_needs_stands_before_it_in_the_catalogue() -> None:
    order = list(ENTITIES)
    for entity in ENTITIES.values():
        for rule in rules_of(entity.record).values():
            if rule.shape == "ref" and rule.required and rule.entity != "record":
                assert order.index(rule.entity or "") < order.index(entity.name)


def test_no_table_is_a_word_of_sql() -> None:
    assert ENTITIES["case"].table == "case_card"
    assert all(entity.table == entity.name for entity in ENTITIES.values() if entity.name != "case")


@pytest.mark.parametrize(
    ("kind", "given", "told"),
    [
        ("person.cursed", {}, "no entry kind"),
        ("person.made", {"label": "P1"}, "name is missing"),
        ("person.made", {"label": "P1", "name": ""}, "must be text"),
        ("person.edited", {"name": None}, "must have a value"),
        ("person.edited", {"age": 5}, "is no field"),
        ("person.edited", {"label": "P2"}, "given once"),
        ("source.edited", {"text_sha": "0" * 64}, "given once"),
        ("source.sealed", {"length": 5}, "given once"),
        ("batch.undone", {}, "must name one batch"),
        ("batch.undone", {"batch": 1}, "must name one batch"),
        ("batch.redone", {"batch": "b", "more": 1}, "must name one batch"),
    ],
)
def test_what_is_refused(kind: str, given: dict[str, Any], told: str) -> None:
    with pytest.raises(FactcheckError, match=told):
        check_entry(kind, given)


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("person.made", {"label": "P1", "name": "Smith"}),
        ("person.edited", {"note": None}),
        ("person.edited", {}),
        ("batch.undone", {"batch": "b"}),
        ("source.sealed", {"sealed": True}),
        ("rows.updated", {"rows_sha": "0" * 64}),
    ],
)
def test_what_is_taken(kind: str, given: dict[str, Any]) -> None:
    check_entry(kind, given)


def test_a_label_and_a_text_are_given_once() -> None:
    assert {"label", "text_sha", "map_sha", "bytes_sha"} <= GIVEN_ONCE
    known = {name for entity in ENTITIES.values() for name in rules_of(entity.record)}
    assert known >= GIVEN_ONCE


def test_the_fields_of_a_record_leave_out_what_is_absent() -> None:
    person = r.Person(label="P1", name="Smith")
    assert fields_of(person) == {"label": "P1", "name": "Smith"}
    told = r.Participant(event="e", person="p", doubtful=True)
    assert fields_of(told) == {"event": "e", "person": "p", "doubtful": True}
    replica = r.Replica(letter="", origin="new case", version="1")
    assert fields_of(replica)["letter"] == ""
    for entity in ENTITIES.values():
        assert {item.name for item in fields(entity.record)} == set(rules_of(entity.record))


def test_references() -> None:
    given = {"claim": "c", "target": "e", "label": "L1", "reasons": "near"}
    assert references("link", given) == ["c", "e"]
    assert references("note", {"target": "e", "parent": None, "reviewer": "reviewer:ann"}) == [
        "e",
        "reviewer:ann",
    ]
