"""Whatever is typed is a query, and its words are found where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.query import Term, read_query, spans


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", ()),
        ('" * - ^ ( )', ()),
        ("met Kislyak", (Term(("met",)), Term(("Kislyak",)))),
        ("kisl*", (Term(("kisl",), beginning=True),)),
        ('"Russian ambassador" met', (Term(("Russian", "ambassador")), Term(("met",)))),
        ("“Russian ambassador”", (Term(("Russian", "ambassador")),)),
        ('"never closed', (Term(("never", "closed")),)),
        ("NEAR(a b) AND words:x", (Term(("NEAR", "a")), Term(("b",)), Term(("AND",)), Term(("words", "x")))),
        ("O'Brien", (Term(("O", "Brien")),)),
        ("北京会议 met", (Term(("北京会议",), cjk=True), Term(("met",)))),
    ],
)
def test_what_is_typed(typed: str, terms: tuple[Term, ...]) -> None:
    assert read_query(typed).terms == terms


@pytest.mark.parametrize(
    ("typed", "last"),
    [("met kisl", True), ("met k", False), ("met kisl ", False), ('"met kisl', True), ('"met kisl"', False)],
)
def test_the_last_word_may_go_on_while_one_types(typed: str, last: bool) -> None:
    assert read_query(typed, live=True).terms[-1].beginning is last


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("He met Kislyak.", "kisl*", ["Kislyak"]),
        ("Kislyak, kislyak's", "KISLYAK", ["Kislyak", "kislyak"]),
        ("the re\u0301sume\u0301 of Élodie", "résumé elodie", ["re\u0301sume\u0301", "Élodie"]),
        ("unsworn and sworn", "sworn", ["sworn"]),
        ("the Russian\nambassador", '"russian ambassador"', ["Russian\nambassador"]),
        ("在北京会议厅", "会议", ["会议"]),
        ("a metric meter", "met", []),
    ],
)
def test_where_words_stand(text: str, typed: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, read_query(typed))] == found


@given(st.text(), st.text(), st.booleans())
def test_nothing_typed_is_an_error(text: str, typed: str, live: bool) -> None:
    last = 0
    for start, end in spans(text, read_query(typed, live=live)):
        assert last <= start < end <= len(text)
        last = end
