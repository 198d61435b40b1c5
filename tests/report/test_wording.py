"""Values in words."""

from __future__ import annotations

import pytest

from factcheck.report import wording
from factcheck.report.addresses import web_address


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (124, "124 days before the statement"),
        (1, "1 day before the statement"),
        (0, "on the day of the statement"),
        (-55, "55 days after the statement"),
        (None, "cannot be counted: the two dates are not both known to the day"),
    ],
)
def test_days(days: int | None, words: str) -> None:
    assert wording.days_words(days) == words


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        ("2016-09-08", "known to the day"),
        ("2016-09~", "known to the month"),
        ("2016-21", "known to the season"),
        ("../2017-01-20", "known only as no later than"),
        ("2016-07/2016-09", "known as a range"),
        ("never", ""),
        (None, ""),
    ],
)
def test_precision(edtf: str | None, precision: str) -> None:
    assert wording.precision_words(edtf) == precision


@pytest.mark.parametrize("edtf", ["2016-09~", "2016", "2016-21", "../2017-01-20", "2016-09-08?"])
def test_a_date_keeps_its_value_beside_its_words(edtf: str) -> None:
    assert edtf in wording.date_words(edtf)


def test_the_words_of_a_day_say_it_all() -> None:
    assert wording.date_words("2016-09-08") == "8 September 2016, a Thursday"
    assert wording.date_aside("2016-09-08") == ""
    assert wording.date_aside("2016-09") == "2016-09, known to the month"
    assert wording.date_aside("2016-99-99") == "2016-99-99"


@pytest.mark.parametrize(
    ("state", "degrees", "words"),
    [
        ("adjudicated", ("2", "3"), "Settled by adjudication"),
        ("agreed", ("3", "3"), "The reviewers agree"),
        ("one reviewer", ("3",), "Graded by one reviewer only"),
        ("range", ("3", "1"), "The reviewers differ, and nobody has settled it (degrees 1 to 3)"),
        ("range", (None, "2"), "The reviewers differ, and nobody has settled it (degrees 2 to u)"),
        ("none", (), "Not graded"),
    ],
)
def test_how_a_link_stands(state: str, degrees: tuple[str | None, ...], words: str) -> None:
    assert wording.link_state_words(state, degrees) == words


def test_a_long_quotation_is_named_by_its_ends() -> None:
    assert wording.ends_of("a b c d e f g h", 2) == "a b … g h"
    assert wording.ends_of("a b  c d e f", 2) == "a b  c d e f"


def test_a_date_that_cannot_be_read_stays_as_it_is() -> None:
    assert wording.date_words("last February") == "last February"


@pytest.mark.parametrize(
    ("status", "basis", "words"),
    [
        ("sworn oral", None, "to confirm (entered as sworn oral; no basis is given)"),
        ("affirmed", None, "to confirm (entered as affirmed; no basis is given)"),
        ("sworn oral", "Tr. 3:12", "sworn oral; basis: Tr. 3:12"),
        ("unsworn public", None, "unsworn public"),
        ("to confirm", "reported as sworn", "to confirm; reported as sworn"),
    ],
)
def test_status(status: str, basis: str | None, words: str) -> None:
    assert wording.status_words(status, basis) == words


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ((), ""),
        (("A",), "A"),
        (("A", "B"), "A and B"),
        (("A", "B", "C", "D", "E", "F"), "A, B, C, D and 2 others"),
    ],
)
def test_lists(names: tuple[str, ...], words: str) -> None:
    assert wording.listed(names) == words


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", " https://a.example", "https:a.example",
        "https://",
        "https://u@a.example", "https://a.example\\@b.example", "https://a.example/\u202ex",
        "data:text/html,x",
        "http://[::1", "ftp://a.example", "//a.example", "https://a.example/a b",
        "https://a.example/<b>", "", None,
    ],
)  # fmt: skip
def test_addresses_that_become_no_link(address: str | None) -> None:
    assert web_address(address) == ""


@pytest.mark.parametrize(
    "address", ["https://a.example/b?c=d&e=%20#f", "http://a.example", "HTTPS://A.EXAMPLE/x"]
)
def test_addresses_that_become_a_link(address: str) -> None:
    assert web_address(address) == address
