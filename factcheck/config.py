"""Settings: one frozen value, read once at the start and passed down.

The file is TOML, all of it optional::

    reviewer = "R. Alvarez"
    theme = "light"

    [keys]                      # action = key
    "grade.open" = "g"

``FACTCHECK_REVIEWER`` and ``FACTCHECK_THEME`` win over the file. Where neither names a reviewer, the login
name does.
"""

import getpass
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from factcheck import paths
from factcheck.errors import FactcheckError

Theme = Literal["dark", "light"]


@dataclass(frozen=True)
class Settings:
    """``reviewer`` is None where nothing names anyone, not even the system; ``keys`` maps action to key."""

    reviewer: str | None = None
    theme: Theme = "dark"
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def load(file: Path | None = None) -> Settings:
    """Read the settings file (the user's own unless told) and the environment.

    A missing file is no trouble. Bad TOML, an unknown setting or a wrong value raises ``FactcheckError``: a
    setting that is silently ignored would be worse than one that is refused.
    """
    file = file or paths.config_file()
    table = _read(file)
    known = {"reviewer", "theme", "keys"}
    if unknown := sorted(set(table) - known):
        raise _wrong(
            f"{file}: unknown setting {unknown[0]!r}", f"Known settings: {', '.join(sorted(known))}."
        )
    return Settings(
        reviewer=_name(os.environ.get("FACTCHECK_REVIEWER")) or _reviewer(file, table) or _login_name(),
        theme=_theme(file, table),
        keys=_keys(file, table.get("keys", {})),
    )


def _read(file: Path) -> dict[str, object]:
    try:
        written = file.read_bytes().decode("utf-8-sig")
        import tomllib  # most have no such file

        return tomllib.loads(written)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _wrong(f"{file}: {error.strerror}", "Make the file readable, or move it away.") from error
    except ValueError as error:  # not TOML, or not UTF-8
        raise _wrong(f"{file}: {error}", "Mend the line named, or move the file away.") from error


def _reviewer(file: Path, table: Mapping[str, object]) -> str | None:
    value = table.get("reviewer", "")
    if not isinstance(value, str):
        raise _wrong(f"{file}: reviewer is {value!r}", 'Write a name in quotes: reviewer = "R. Alvarez".')
    return _name(value)


def _theme(file: Path, table: Mapping[str, object]) -> Theme:
    said = os.environ.get("FACTCHECK_THEME")
    match said or table.get("theme", "dark"):
        case "dark":
            return "dark"
        case "light":
            return "light"
        case other:
            what = "FACTCHECK_THEME" if said else f"{file}: theme"
            raise _wrong(f"{what} is {other!r}", 'Choose "dark" or "light".')


def _keys(file: Path, value: object) -> Mapping[str, str]:
    if not isinstance(value, dict) or not all(isinstance(key, str) and key.strip() for key in value.values()):
        raise _wrong(f"{file}: keys is {value!r}", 'Write a table of action = "key".')
    return MappingProxyType(value)


def _name(value: str | None) -> str | None:
    return (value or "").strip() or None


def _login_name() -> str | None:
    try:
        return _name(getpass.getuser())
    except (OSError, KeyError, ImportError):  # the system knows no name for this user
        return None


def _wrong(detail: str, hint: str) -> FactcheckError:
    return FactcheckError("The settings cannot be used", detail, hint)
