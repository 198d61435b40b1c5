"""Who looks: one name is one person on every replica, and no two names are."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.codes import Role
from factcheck.core.records import Reviewer, Signature
from factcheck.core.rules import check_fields
from factcheck.core.viewer import Viewer, reviewer_id


@pytest.mark.parametrize(
    "same",
    [
        ("Ann", "ann", " ANN "),
        ("Eve Roe", "eve  roe", "Eve\tRoe"),
        ("André", "Andre\N{COMBINING ACUTE ACCENT}", "ANDRÉ"),
        ("Straße", "STRASSE"),
    ],
)
def test_one_name_is_one_person(same: tuple[str, ...]) -> None:
    assert len({reviewer_id(name) for name in same}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann", "Anne"),
        ("Ann Lee", "AnnLee"),
        ("Andre", "André"),
        ("a_20b", "a b"),
        ("A 1", "Aȁ"),
        ("éa", "ບ"),
        ("李", "李4"),
        ("x" * 300, "x" * 301),
    ],
)
def test_other_names_are_other_people(one: str, other: str) -> None:
    assert reviewer_id(one) != reviewer_id(other)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.text(min_size=1))
def test_every_name_makes_an_id_and_no_two_the_same(one: str, other: str) -> None:
    check_fields(Signature, {"reviewer": reviewer_id(one)}, whole=False)

    def folded(name: str) -> str:
        return normalize("NFC", normalize("NFC", " ".join(name.split())).casefold())

    assert (reviewer_id(one) == reviewer_id(other)) == (folded(one) == folded(other))


@pytest.mark.parametrize(
    ("role", "expected"), [("lead", True), ("adjudicator", True), ("reviewer", False), ("observer", False)]
)
def test_who_sees_all(role: Role, expected: bool) -> None:
    assert Viewer("reviewer:x", "X", role).sees_all is expected


def test_somebody_new_is_a_reviewer() -> None:
    assert Viewer(None, "X").role == Reviewer(name="X").role == "reviewer"
