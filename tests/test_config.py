"""Settings: what wins over what, and what is refused in words."""

import dataclasses
import getpass
from pathlib import Path

import pytest

from factcheck import config
from factcheck.errors import FactcheckError


@pytest.fixture
def file(nobodys_machine: Path) -> Path:
    return nobodys_machine / "config.toml"


def test_nothing_written_gives_the_defaults() -> None:
    assert config.load() == config.Settings(reviewer="tester", theme="dark", keys={})


def test_the_file_is_read(file: Path) -> None:
    file.write_text('reviewer = "R. Álvarez"\ntheme = "light"\n[keys]\n"grade.open" = "g"\n', "utf-8")
    assert config.load() == config.Settings("R. Álvarez", "light", {"grade.open": "g"})


def test_a_byte_order_mark_is_no_trouble(file: Path) -> None:
    file.write_text('theme = "light"', "utf-8-sig")
    assert config.load().theme == "light"


def test_the_environment_wins_over_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('reviewer = "file"\ntheme = "light"', "utf-8")
    monkeypatch.setenv("FACTCHECK_REVIEWER", " env ")
    monkeypatch.setenv("FACTCHECK_THEME", "dark")
    assert (config.load().reviewer, config.load().theme) == ("env", "dark")


def test_an_empty_name_is_no_name(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('reviewer = "  "', "utf-8")
    monkeypatch.setenv("FACTCHECK_REVIEWER", "")
    assert config.load().reviewer == "tester"


def test_a_system_without_a_login_name_gives_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("no such uid")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert config.load().reviewer is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(b"theme = ", "Invalid value", id="not TOML"),
        pytest.param(b'reviewer = "\xff"', "utf-8", id="not UTF-8"),
        pytest.param(b'them = "light"', "'them'", id="a misspelt setting"),
        pytest.param(b'theme = "blue"', "'blue'", id="a theme there is not"),
        pytest.param(b"theme = [1]", "[1]", id="a theme of another type"),
        pytest.param(b"reviewer = 3", "3", id="a name that is a number"),
        pytest.param(b'keys = "g"', "'g'", id="keys that are no table"),
        pytest.param(b"keys = {undo = 1}", "1", id="a key that is a number"),
        pytest.param(b'keys = {undo = " "}', "' '", id="a key that is blank"),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(file: Path, text: bytes, words: str) -> None:
    file.write_bytes(text)
    with pytest.raises(FactcheckError) as caught:
        config.load()
    assert str(file) in caught.value.detail
    assert words in caught.value.detail
    assert caught.value.hint


def test_a_wrong_theme_in_the_environment_does_not_blame_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_THEME", "blue")
    with pytest.raises(FactcheckError, match="FACTCHECK_THEME is 'blue'"):
        config.load()


def test_a_file_that_cannot_be_read_is_said(file: Path) -> None:
    file.mkdir()
    with pytest.raises(FactcheckError, match="settings"):
        config.load()


def test_settings_do_not_change() -> None:
    settings = config.load()
    with pytest.raises(dataclasses.FrozenInstanceError):
        settings.theme = "light"  # type: ignore[misc]  # the point of the test
    with pytest.raises(TypeError):
        settings.keys["undo"] = "z"  # type: ignore[index]  # the point of the test
