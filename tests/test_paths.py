"""Where things lie, with and without FACTCHECK_HOME."""

from pathlib import Path

import pytest

from factcheck import paths
from factcheck.errors import FactcheckError


def test_one_folder_holds_all_that_is_the_users(nobodys_machine: Path) -> None:
    assert paths.user_folder() == nobodys_machine
    assert paths.config_file() == nobodys_machine / "config.toml"
    assert paths.last_case_file().parent == nobodys_machine
    assert paths.demo_case_file().parent == nobodys_machine


def test_asking_for_a_path_makes_nothing(nobodys_machine: Path) -> None:
    paths.config_file(), paths.last_case_file(), paths.demo_case_file()
    assert list(nobodys_machine.iterdir()) == []


def test_a_relative_home_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_HOME", "here")
    assert paths.user_folder() == tmp_path / "here"


@pytest.mark.parametrize("home", [None, ""], ids=["unset", "empty"])
def test_else_the_systems_own_places_are_used(monkeypatch: pytest.MonkeyPatch, home: str | None) -> None:
    monkeypatch.delenv("FACTCHECK_HOME") if home is None else monkeypatch.setenv("FACTCHECK_HOME", home)
    assert paths.user_folder().is_absolute()
    assert "factcheck" in paths.user_folder().parts
    assert "factcheck" in paths.config_file().parts


def test_a_checkout_reads_the_data_beside_it(root: Path) -> None:
    assert paths.data_folder() == root / "data"
    assert paths.sample_folder() == root / "data" / "sample"


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An installed package in another place."""
    package = tmp_path / "site-packages" / "factcheck"
    package.mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    return package


def test_an_installed_package_reads_its_own_data(elsewhere: Path) -> None:
    (elsewhere / "data").mkdir()
    (elsewhere.parent / "data").mkdir()
    assert paths.data_folder() == elsewhere / "data"


def test_a_stranger_called_data_is_not_taken_for_ours(elsewhere: Path) -> None:
    (elsewhere.parent / "data").mkdir()
    with pytest.raises(FactcheckError, match="missing"):
        paths.data_folder()
