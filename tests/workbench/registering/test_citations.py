"""Citations resolved to sources, places and records of a case."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.core.document import Document, Mark, Place
from factcheck.core.entry import sha256
from factcheck.store.case import CaseFile
from factcheck.workbench import acts
from factcheck.workbench.registering.citations import Cited, Citing
from tests.store.replicas import ANN, new_case

PAGES = ((45, 12), (45, 13), (46, 1), (46, 2), (47, 1))


def deposition() -> Document:
    """Five lines, each with its page and line."""
    text, marks = "", []
    for page, line in PAGES:
        marks.append(Mark(len(text), Place(page=str(page), line=str(line))))
        text += f"words of {page} line {line}\n"
    return of("grant.txt", text, tuple(marks))


def exhibit() -> Document:
    """Three pages."""
    text, marks = "", []
    for page in "123":
        marks.append(Mark(len(text), Place(page=page)))
        text += f"page {page} of the exhibit\n"
    return of("exhibit.txt", text, tuple(marks))


def of(name: str, text: str, marks: tuple[Mark, ...] = ()) -> Document:
    return Document(name, "letter", sha256(text), len(text), "test/1", "utf-8", text, marks=marks)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFile]:
    """D1 Grant Dep., D2 an exhibit ABC0001234-36, D3 and D4 both called The Paper, D5 an address; E1."""
    with new_case(tmp_path_factory.mktemp("cites")) as made:
        for document, card in (
            (deposition(), {"cite_as": "Grant Dep."}),
            (exhibit(), {"title": "Exhibit 14", "bates": "ABC0001234-36"}),
            (of("a.txt", "One.\n"), {"title": "The Paper"}),
            (of("b.txt", "Two.\n"), {"title": "The Paper"}),
            (of("c.txt", "Three.\n"), {"address": "https://example.org/c"}),
        ):
            acts.add_document(made, ANN, document.text.encode(), document, None, **card)
        acts.event(made, ANN, title="Talk")
        acts.evidence(made, ANN, "E1", mode="reported", source="D3", spans=[(0, 3)])
        yield made


def resolved(case: CaseFile, cell: str) -> list[Cited]:
    with case.reading() as db:
        return Citing(db, ANN).resolved(cell)


def shown(case: CaseFile, cited: Cited) -> tuple[str | None, str]:
    """The label of the source, and the words at its places."""
    row = case.db.execute("SELECT label FROM record WHERE id = ?", (cited.source,)).fetchone()
    return (row[0] if row else None), " | ".join(anchor.exact for anchor in cited.anchors)


@pytest.mark.parametrize(
    ("typed", "label", "words"),
    [
        ("Grant Dep. 45:12", "D1", "words of 45 line 12"),
        ("Grant Dep. 45:12-13", "D1", "words of 45 line 12\nwords of 45 line 13"),
        ("See Grant Dep., at 45:13-46:1", "D1", "words of 45 line 13\nwords of 46 line 1"),
        ("grant dep 46:2, 47:1", "D1", "words of 46 line 2 | words of 47 line 1"),
        ("Grant Dep. p. 46", "D1", "words of 46 line 1\nwords of 46 line 2"),
        ("Grant Dep. at 46-47", "D1", "words of 46 line 1\nwords of 46 line 2\nwords of 47 line 1"),
        ("D1 47:1", "D1", "words of 47 line 1"),
        ("D1", "D1", ""),
        ("D1.", "D1", ""),
        ("grant.txt", "D1", ""),
        ("Exhibit 14 p. 2", "D2", "page 2 of the exhibit"),
        ("Ex. 14 at ABC0001235", "D2", "page 2 of the exhibit"),
        ("ABC0001234", "D2", "page 1 of the exhibit"),
        ("abc-1235-36", "D2", "page 2 of the exhibit\npage 3 of the exhibit"),
        ("https://example.org/c", "D5", ""),
        ("E1", "D3", "One"),
    ],
)
def test_a_citation_leads_to_its_place(case: CaseFile, typed: str, label: str, words: str) -> None:
    (cited,) = resolved(case, typed)
    assert cited.why == ""
    assert shown(case, cited) == (label, words)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("Hale Dep. 45:12", "no source of the case is called so"),
        ("Grant Dep. 99:1", "D1: it has no 99:1"),
        ("Grant Dep. p. 99", "D1: it has no page 99"),
        ("D1 46:1-45:12", "ends before it begins"),
        ("The Paper", "2 sources are called so: D3, D4"),
        ("D9 p. 4", "no source"),
        ("ABC0009999", "no source"),
        ("Grant", "no source"),
        ("45:12", "no source"),
    ],
)
def test_what_does_not_resolve_says_why(case: CaseFile, typed: str, why: str) -> None:
    (cited,) = resolved(case, typed)
    assert not cited.resolved
    assert why in cited.why
    assert cited.anchors == ()


def test_citations_are_divided_by_semicolons(case: CaseFile) -> None:
    found = resolved(case, "Grant Dep. 45:12; ABC0001234;\nsomething else ; ")
    assert [(one.typed, one.resolved) for one in found] == [
        ("Grant Dep. 45:12", True),
        ("ABC0001234", True),
        ("something else", False),
    ]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cell=st.text(max_size=60) | st.from_regex(r"(D[1-9]|Grant Dep\.|ABC0001234)[ ,:;\-–0-9p.at¶]{0,20}"))
def test_any_cell_may_be_resolved(case: CaseFile, cell: str) -> None:
    for cited in resolved(case, cell):
        for anchor in cited.anchors:
            row = case.db.execute("SELECT text FROM chunk WHERE source = ?", (anchor.source,)).fetchone()
            assert row[0][anchor.start : anchor.end] == anchor.exact
