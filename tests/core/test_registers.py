"""Which word over a column means which field, and by what the same sort of table is known again."""

import pytest

from factcheck.core import registers
from factcheck.core.registers import checked_mapping, meanings, plain_header, shape_of, with_changes
from factcheck.errors import FactcheckError


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("APPT_START_DATE", "appt start date"),
        ("apptStartDate", "appt start date"),
        ("  Name of   cabinet/DG ", "name of cabinet dg"),
        ("Lieu précis", "lieu precis"),
        ("#", "#"),
        ("", ""),
    ],
)
def test_a_header_is_its_folded_words(header: str, words: str) -> None:
    assert plain_header(header) == words


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Date", "when"),
        ("Date of the meeting", "when"),
        ("Hearing Date/Time", "when"),
        ("Start", "when"),
        ("Minister", "with"),
        ("Minister's name", "with"),
        ("visitee_namelast", "with-last"),
        ("NAMEFIRST", "who-first"),
        ("Visitor First Name", "who-first"),
        ("Surname", "who-last"),
        ("Person or organisation that meeting was with", "organisation"),
        ("Purpose of visit", "title"),
        ("MEETING_LOC", "where"),
        ("Courtroom", "where"),
        ("Case No.", "id"),
        ("Pin cite", "cite"),
        ("Bemerkungen", "note"),
        ("Uhrzeit", "time"),
    ],
)
def test_a_header_means_a_field(header: str, field: str) -> None:
    found = dict(meanings(header))
    assert max(found, key=lambda name: (found[name], name == field)) == field


@pytest.mark.parametrize(
    "header",
    ["RELEASE_DATE", "Last updated", "Date of birth", "APPT_MADE_DATE", "APPT_CANCEL_DATE", "Date published"],
)
def test_the_date_of_keeping_a_record_is_not_that_of_what_happened(header: str) -> None:
    assert "when" not in dict(meanings(header))


@pytest.mark.parametrize("header", ["Badge colour", "BDGNBR", "Total_People", "Duration", ""])
def test_a_header_may_mean_nothing(header: str) -> None:
    assert [says for _, says in meanings(header) if says >= 40] == []


def test_a_shape_is_the_columns_words_in_order() -> None:
    one = shape_of(("Visit Date", "Name"), has_header=True)
    assert shape_of(("visit_date", "NAME"), has_header=True) == one
    assert shape_of(("Name", "Visit Date"), has_header=True) != one
    assert shape_of(("A", "B"), has_header=False) == shape_of(("A", "B"), has_header=False)
    assert shape_of(("A", "B"), has_header=False) != shape_of(("A", "B"), has_header=True)


def test_columns_are_named_as_people_name_them() -> None:
    columns = ("Visit Date", "Name", "Unit")
    given = [("date", "visit date"), ("who", "#2"), ("Who", "Unit"), ("place", "")]
    assert checked_mapping(given, columns) == {
        "when": ("Visit Date",),
        "who": ("Name", "Unit"),
        "where": (),
    }


@pytest.mark.parametrize(
    ("given", "title"),
    [
        (("colour", "Name"), "no field"),
        (("who", "Nome"), "no column"),
        (("who", "#9"), "no column"),
        (("who", "#0"), "no column"),
    ],
)
def test_what_there_is_not_cannot_be_mapped(given: tuple[str, str], title: str) -> None:
    with pytest.raises(FactcheckError, match=title) as refused:
        checked_mapping([given], ("Date", "Name"))
    assert refused.value.exit_code == 2


def test_what_was_said_takes_the_guess_s_place() -> None:
    guessed = {"when": ("D",), "who-first": ("F",), "who-last": ("L",), "title": ("T",), "note": ("N",)}
    changed = with_changes(guessed, {"who": ("V",), "title": ("N",), "note": ()})
    assert changed == {"when": ("D",), "who": ("V",), "title": ("N",)}
    assert list(changed) == [field for field in registers.FIELDS if field in changed]
