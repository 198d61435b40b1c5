"""Names, aliases, titles, and namesakes."""

from __future__ import annotations

from factcheck.core.proposals import ProposedPerson
from tests.extract.articles import read


def persons(text: str) -> dict[str, ProposedPerson]:
    return {person.name: person for person in read(text).people}


def test_the_fullest_name_gathers_the_others() -> None:
    found = persons(
        "Port Commissioner Lotte Marie Brandt spoke first. Ms. Brandt left; Brandt’s lawyer, "
        "Émile O’Dowd, stayed. “Fine,” Mr. O’Dowd said."
    )
    assert {"Ms. Brandt", "Brandt"} <= set(found["Lotte Marie Brandt"].aliases)
    assert "Mr. O’Dowd" in found["Émile O’Dowd"].aliases
    assert any("Commissioner" in role for role in found["Lotte Marie Brandt"].roles)


def test_a_job_in_small_letters_is_a_role() -> None:
    found = persons("The Peruvian ambassador Inés Quispe waved. Ms. Quispe smiled.")
    assert found["Inés Quispe"].roles == ("Peruvian ambassador",)


def test_namesakes_are_kept_apart_by_title() -> None:
    found = persons("Bill Hale and Helen Hale arrived. Mrs. Hale spoke. Mr. Hale did not.")
    assert "Mrs. Hale" in found["Helen Hale"].aliases and "Mr. Hale" in found["Bill Hale"].aliases


def test_bodies_and_places_are_no_persons() -> None:
    assert persons("The Department of Justice and the Lakeside Tribune met in New York. CNN aired it.") == {}


def test_every_mention_has_its_place() -> None:
    text = "Mr. Lane met Ms. Rao. Lane left. “Rao is late,” Lane said."
    assert {name: len(person.mentions) for name, person in persons(text).items()} == {"Lane": 3, "Rao": 2}
