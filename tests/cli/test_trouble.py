"""Every way a command can go wrong: one clear message, the right exit code, no traceback."""

import io
import sys
from collections.abc import Callable

import click
import pytest

from factcheck.cli import out, trouble
from factcheck.errors import FactcheckError


def raising(error: BaseException) -> Callable[[], object]:
    def run() -> object:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (
            FactcheckError("No such case", "a.db", "Make it."),
            1,
            "factcheck: No such case\n  a.db\n  Make it.\n",
        ),
        (FactcheckError("No such record", exit_code=2), 2, "factcheck: No such record\n"),
        (FactcheckError("Bad\x1b[2Jname"), 1, "factcheck: Bad␛[2Jname\n"),
        (click.UsageError("Missing argument 'TARGET'."), 2, "factcheck: Missing argument 'TARGET'\n"),
        (click.Abort(), 130, "factcheck: interrupted\n"),
        (KeyboardInterrupt(), 130, "factcheck: interrupted\n"),
        (BrokenPipeError(32, "Broken pipe"), 1, ""),
        (OSError(28, "No space left on device"), 1, "factcheck: The system refused\n  the output: No space"),
        (
            PermissionError(13, "Permission denied", "a.db"),
            1,
            "factcheck: The system refused\n  a.db: Permission",
        ),
        (
            ValueError("odd"),
            1,
            "factcheck: Something went wrong inside factcheck\n  ValueError: odd (test_trouble",
        ),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_how_it_ends(
    error: BaseException, code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert trouble.exit_code_of(raising(error)) == code
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.startswith(message)
    assert bool(written.err) == bool(message)
    assert "Traceback" not in written.err


def test_the_traceback_is_there_for_who_asks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(trouble.TRACE, "1")
    assert trouble.exit_code_of(raising(ValueError("odd"))) == 1
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("outcome", [None, 0, 1, 2], ids=str)
def test_an_outcome_is_the_exit_code(outcome: int | None) -> None:
    assert trouble.exit_code_of(lambda: outcome) == (outcome or 0)


class Poor(io.TextIOWrapper):
    """A terminal that knows only ASCII."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), "ascii")

    def written(self) -> str:
        self.flush()
        self.seek(0)
        return self.read()


def test_a_poor_terminal_gets_codes_and_one_remark(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    poor = Poor()
    monkeypatch.setattr(sys, "stdout", poor)
    out._said.clear()
    out.lines(["“yes”", "né", "plain"])
    assert poor.written() == "\\u201cyes\\u201d\nn\\xe9\nplain\n"
    assert capsys.readouterr().err.count("ascii") == 1


def test_json_is_whole_on_a_poor_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    poor = Poor()
    monkeypatch.setattr(sys, "stdout", poor)
    out.value({"words": "“yes” 🙂"})
    assert poor.written() == '{"words": "\\u201cyes\\u201d \\ud83d\\ude42"}\n'
