"""Readers in a process of their own: whatever happens there, an answer or one error in words."""

from __future__ import annotations

import pytest

from factcheck.errors import FactcheckError
from factcheck.read.apart import Apart, Reader
from factcheck.read.door import read_bytes
from tests.read.tables.spreadsheets import xlsx

APART = Apart("tests.read.misbehaving", "workbook", "Save it anew.", 20)


def test_answers_follow_one_another_and_nothing_reaches_the_terminal(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with Reader(APART, "x.xlsx") as reader:
        for data in (b"", b"a\n\0b", b"x" * 300_000):
            assert reader.ask("read", data) == ({"held": len(data), "size": len(data)}, data[::-1])
        with pytest.raises(FactcheckError) as refused:
            reader.ask("refuse")
        said = refused.value
        assert (said.title, said.detail, said.hint, said.exit_code) == (
            "No",
            "x: it is none.",
            "Get another.",
            2,
        )
        assert reader.ask("read", b"ab")[1] == b"ba"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("crash", "signal 11"),
        ("swell", "MemoryError"),
        ("break off", "code 3"),
        ("hang", "after 1 seconds it was not done"),
    ],
)
def test_whatever_happens_is_one_error_in_words(
    act: str, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    seconds = 1 if act == "hang" else 20
    with Reader(Apart(APART.module, "workbook", "Save it anew.", seconds), "x.xlsx") as reader:
        with pytest.raises(FactcheckError, match="This workbook could not be read within bounds") as failed:
            reader.ask(act, b"x" * 100_000)
        assert said in failed.value.detail and failed.value.detail.startswith("x.xlsx: ")
        assert failed.value.hint == "Save it anew."
        with pytest.raises(FactcheckError):
            reader.ask("read")
    assert capfd.readouterr() == ("", "")


def test_a_workbook_comes_through_in_batches() -> None:
    rows = [[f"name {n}", n] for n in range(1_200)]
    text = read_bytes(xlsx(Log=[["who", "n"], *rows], Two=[["x"]]), "x.xlsx").text
    assert text == "Log\nwho\tn\n" + "".join(f"{who}\t{n}\n" for who, n in rows) + "\nTwo\nx\n"
