"""What every test stands on: a machine that belongs to nobody, and chance that can be repeated.

``pytest --hypothesis-profile=deep`` looks twenty times longer for a counterexample.
"""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("swift", deadline=None, print_blob=True)
settings.register_profile("deep", deadline=None, print_blob=True, max_examples=2_000)
settings.load_profile("swift")

_OF_THE_DEVELOPER = (
    "COLUMNS",
    "FACTCHECK_REVIEWER",
    "FACTCHECK_THEME",
    "FORCE_COLOR",
    "LINES",
    "NO_COLOR",
    "SOURCE_DATE_EPOCH",
)


@pytest.fixture(autouse=True)
def nobodys_machine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Shut out the developer's settings, cases, name and terminal; gives the empty home that stands in."""
    home = tmp_path_factory.mktemp("home")
    for name in _OF_THE_DEVELOPER:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FACTCHECK_HOME", str(home))
    monkeypatch.setenv("LOGNAME", "tester")  # what the system's own login name is read from first
    monkeypatch.setenv("TERM", "xterm-256color")
    return home


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def gold() -> Path:
    """Texts with their right readings, too large to travel with the project: FACTCHECK_GOLD names them."""
    folder = os.environ.get("FACTCHECK_GOLD")
    if not folder or not Path(folder).is_dir():
        pytest.skip("FACTCHECK_GOLD names no folder of texts with their right readings")
    return Path(folder)
