"""How the line is understood: what is a case, what is a grade, what is a place."""

from pathlib import Path

import pytest

from factcheck.cli.arguments import names_a_case
from factcheck.cli.commands.grading import _target_and_codes
from factcheck.cli.places import _stretch
from factcheck.errors import FactcheckError

TEXT = "He said “I didn’t meet\nhim” – never. And “I did” again. “I did”, he said."


@pytest.mark.parametrize(
    ("name", "content", "is_case"),
    [
        ("a.db", None, True),
        ("A.DB", None, True),
        ("inquiry", b"SQLite format 3\0more", True),
        ("letter.txt", b"Dear", False),
        ("missing.txt", None, False),
        ("S1.C3", None, False),
        ("x" * 5000, None, False),
        ("nul\0", None, False),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_what_is_a_case(
    name: str, content: bytes | None, is_case: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if content is not None:
        Path(name).write_bytes(content)
    assert names_a_case(name) is is_case


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    assert not names_a_case(str(tmp_path))


@pytest.mark.parametrize(
    ("words", "understood"),
    [
        ("L4 c342", (None, "L4", "c342")),
        ("L4 c 3 4 2", (None, "L4", "c 3 4 2")),
        ("L4 c3 42", (None, "L4", "c3 42")),
        ("L4 u", (None, "L4", "u")),
        ("L4", (None, "L4", "")),
        ("l4b s001", (None, "l4b", "s001")),
        ("L4 c34", (None, "L4", "c34")),
        ("S1.C3 E2 c342", ("S1.C3", "E2", "c342")),
        ("S1.C3 E2 c 3 4 2", ("S1.C3", "E2", "c 3 4 2")),
        ("S1.C3 E2 u", ("S1.C3", "E2", "u")),
        ("S1.C3 E2", ("S1.C3", "E2", "")),
        ("S1.C3-E2 c342", ("S1.C3", "E2", "c342")),
        ("S1.C3-E2", ("S1.C3", "E2", "")),
        ("S1.C3–E2 q 2 4 2", ("S1.C3", "E2", "q 2 4 2")),
        ("0123456789abcdef01234567 c342", (None, "0123456789abcdef01234567", "c342")),
        ("0123456789abcdef01234567 E2 c342", ("0123456789abcdef01234567", "E2", "c342")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_graded(words: str, understood: tuple[str | None, str, str]) -> None:
    assert _target_and_codes(tuple(words.split())) == understood


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("0:7", "He said"),
        ("I didn't meet him", "I didn’t meet\nhim"),
        ("\"I didn't meet", "“I didn’t meet"),
        ('him" - never', "him” – never"),
    ],
)
def test_where_words_stand(place: str, words: str) -> None:
    start, end = _stretch(place, TEXT, "D1")
    assert TEXT[start:end] == words


@pytest.mark.parametrize(
    ("place", "title"),
    [
        ("I met him", "These words are not in D1"),
        ("  ", "These words are not in D1"),
        ("I did”", "These words stand 2 times in D1"),
    ],
)
def test_words_that_stand_nowhere_or_twice_are_refused(place: str, title: str) -> None:
    with pytest.raises(FactcheckError) as refused:
        _stretch(place, TEXT, "D1")
    assert refused.value.title == title
    assert refused.value.exit_code == 2


def test_the_choice_among_several_places_is_shown() -> None:
    with pytest.raises(FactcheckError) as refused:
        _stretch("I did”", TEXT, "D1")
    first = refused.value.detail.splitlines()[0]
    start, end = map(int, first.split()[0].split(":"))
    assert TEXT[start:end] == "I did”"
    assert "[I did”]" in first
