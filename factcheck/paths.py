"""Every path the program uses. Nothing here makes a folder or opens a file.

``FACTCHECK_HOME`` gathers all that belongs to the user in one folder, for tests and for portable use.
"""

import os
from pathlib import Path

import platformdirs

from factcheck.errors import FactcheckError

_PACKAGE = Path(__file__).resolve().parent


def user_folder() -> Path:
    """Where the user's own files live: the sample's private copy, the name of the last case."""
    return _home() or platformdirs.user_data_path("factcheck", appauthor=False)


def config_file() -> Path:
    """The settings, written by hand; need not exist."""
    return (_home() or platformdirs.user_config_path("factcheck", appauthor=False)) / "config.toml"


def last_case_file() -> Path:
    """A text file of absolute paths, a line each: the cases opened lately, the last one first."""
    return user_folder() / "last-case"


def demo_case_file() -> Path:
    """The user's private copy of the sample case, made on first use."""
    return user_folder() / "sample.db"


def data_folder() -> Path:
    """The plain files that come with the program: inside an installed package, beside it in a checkout."""
    inside, beside = _PACKAGE / "data", _PACKAGE.parent / "data"
    if inside.is_dir():
        return inside
    if beside.is_dir() and (_PACKAGE.parent / "pyproject.toml").is_file():
        return beside
    raise FactcheckError(
        "The sample's files are missing",
        f"no folder {inside}",
        "Install factcheck again; the installation is incomplete.",
    )


def sample_folder() -> Path:
    """The sources and the script of the worked example."""
    return data_folder() / "sample"


def _home() -> Path | None:
    home = os.environ.get("FACTCHECK_HOME")
    return Path(home).expanduser().absolute() if home else None
