"""Records as forms: what stands in them, and what becomes of them when they are saved."""

from __future__ import annotations

import pytest

from factcheck.core.forms import RecordForm
from factcheck.errors import FactcheckError
from factcheck.workbench import acts, forms, readings
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, BEN, PAPER, stretch
from tests.workbench.proposed import propose


def texts(form: RecordForm) -> dict[str, str]:
    return {field.name: field.text for field in form.fields}


@pytest.mark.parametrize("ref", ["S1", "S1.C1", "E1", "E3", "P1", "D1", "X1", "L1"])
def test_a_form_that_is_saved_as_it_stands_changes_nothing(case: OpenCase, ref: str) -> None:
    if ref == "L1":
        case.db.execute("SELECT 1")
    form = forms.form_of(case, ANN, ref)
    entries = case.db.execute("SELECT count(*) FROM entry").fetchone()
    forms.save_form(case, ANN, form, texts(form))
    assert case.db.execute("SELECT count(*) FROM entry").fetchone() == entries


def test_fields_are_typed_as_people_write(case: OpenCase) -> None:
    form = forms.form_of(case, ANN, "E1")
    shown = texts(form)
    assert (shown["title"], shown["when"]) == ("Meeting in the office", "2016-09-08")
    assert shown["who"] == "John Stone; Sergey K. (ambassador)"
    forms.save_form(case, ANN, form, {**shown, "when": "spring 2016", "established": "alle", "place": ""})
    changed = readings.event_view(case, ANN, "E1")
    assert (changed.when, changed.established) == ("2016-21", "alleged")
    with pytest.raises(FactcheckError, match="is not one date"):
        forms.save_form(case, ANN, form, {**shown, "when": "whenever"})


def test_participants_are_changed_in_the_events_form_as_one_act(case: OpenCase) -> None:
    form = forms.form_of(case, ANN, "E1")
    forms.save_form(case, ANN, form, {"who": "John Stone?; Ann Lee (aide)", "title": "A talk"})
    assert readings.event_view(case, ANN, "E1").who == (
        ("John Stone", None, True),
        ("Ann Lee", "aide", False),
    )
    acts.undo(case, ANN, even_earlier=True)
    assert texts(forms.form_of(case, ANN, "E1")) == texts(form)


def test_what_a_source_says_is_fixed(case: OpenCase) -> None:
    fixed = {field.name for field in forms.form_of(case, ANN, "S1").fields if field.fixed}
    assert fixed == {"words", "source", "question"}


def test_a_conflict_is_shown_with_both_sides_and_decided(case: OpenCase) -> None:
    first = forms.form_of(case, ANN, "E1")
    second = forms.form_of(case, BEN, "E1")
    forms.save_form(case, ANN, first, {"place": "his office"})
    forms.save_form(case, BEN, second, {"place": "by telephone"})
    form = forms.form_of(case, ANN, "E1")
    place = next(field for field in form.fields if field.name == "place")
    assert {(side.text, side.by) for side in place.contested} == {
        ("his office", "Ann"),
        ("by telephone", "Ben"),
    }
    forms.save_form(case, ANN, form, {"place": place.text}, ["place"])
    again = forms.form_of(case, ANN, "E1")
    assert not any(field.contested for field in again.fields) and texts(again)["place"] == place.text


def test_new_records(case: OpenCase) -> None:
    event = forms.new_form(case, ANN, "event")
    made = forms.save_form(case, ANN, event, {"title": "A call", "when": "May 2016", "who": "Ann Lee"})
    assert readings.event_view(case, ANN, made.id).who == (("Ann Lee", None, False),)
    statement = forms.new_form(case, ANN, "statement")
    made = forms.save_form(case, ANN, statement, {"words": "No.", "speaker": "Ann Lee", "form": "cat"})
    assert readings.statement_view(case, ANN, made.id).words == "No."
    evidence = forms.new_form(case, ANN, "evidence", "E2", ("D2", [stretch("officials said", PAPER)]))
    forms.save_form(case, ANN, evidence, {"mode": "reported", "tier": "5"})
    assert readings.event_view(case, ANN, "E2").evidence[-1].words == "officials said"
    explanation = forms.new_form(case, ANN, "explanation", "L1")
    made = forms.save_form(case, ANN, explanation, {"words": "I misheard.", "fit": "untest"})
    assert made.label == "X2"
    with pytest.raises(FactcheckError, match="is not made by a form"):
        forms.new_form(case, ANN, "grade")


def test_a_proposal_is_accepted_with_what_was_corrected(case: OpenCase) -> None:
    propose(case)
    statement, event = readings.proposals(case, ANN)
    form = forms.form_of(case, ANN, event.id)
    assert form.purpose == "accept" and texts(form)["title"] == "Lee met the envoy"
    made = forms.save_form(case, ANN, form, {**texts(form), "when": "2016-09-08"})
    view = readings.event_view(case, ANN, made.id)
    assert (view.when, [name for name, *_ in view.who]) == (
        "2016-09-08",
        ["Robert (Bob) Lee", "Zoë (the envoy)?"],
    )
    said = forms.form_of(case, ANN, statement.id)
    assert texts(said)["speaker"] == "Robert (Bob) Lee"
    assert {field.name for field in said.fields if field.fixed} == {"words", "question"}


def test_dates_and_names_for_the_echo(case: OpenCase) -> None:
    assert forms.date_said("Sept 8 2016").startswith("2016-09-08")
    assert forms.names_like(case, ANN, "sto") == ["John Stone"]
    assert forms.names_like(case, ANN, "%_'") == []
