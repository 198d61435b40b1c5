"""Where a command works: what was asked for the whole program, and the case it opened, for whom."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any

import click

from factcheck import config
from factcheck.cli import out, trouble
from factcheck.core.viewer import Viewer
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factcheck.core.views.records import Made
    from factcheck.workbench.cases import OpenCase


@dataclass
class Asked:
    """The options that belong to the program, wherever on the line they stood."""

    by: str | None = None
    as_json: bool = False

    @cached_property
    def settings(self) -> config.Settings:
        return config.load()

    @property
    def name(self) -> str | None:
        """Who acts: `--by`, else what the environment, the settings or the system say."""
        return (self.by or "").strip() or self.settings.reviewer


@dataclass(frozen=True)
class Desk:
    """An open case and who works on it. `as_json` says in what form the answer is wanted."""

    case: OpenCase
    viewer: Viewer
    as_json: bool

    def made(self, made: Made, **more: Any) -> None:
        """Prints what an act made: its label (its id where it has none), or both as JSON with `more`."""
        if self.as_json:
            out.value({"id": made.id, "label": made.label, **more})
        else:
            out.lines(made.label or made.id)

    def made_all(self, made: list[Made]) -> None:
        """Prints what one act made several of: a label a line, or a JSON list."""
        if self.as_json:
            out.value([{"id": item.id, "label": item.label} for item in made])
        else:
            out.lines(item.label or item.id for item in made)


MANY = 5_000
"""Entries from which on making a case's tables anew is felt."""


def say_that_it_takes_a_while(entries: int) -> None:
    """Of a case that another version wrote last."""
    if entries >= MANY:
        trouble.say(f"The case is brought up to date with this version, once: {entries:,} entries ...")


def looks(command: Callable[..., None]) -> Callable[..., None]:
    """Makes a reading of a function whose first parameter is a Desk; CASE comes as the parameter `case`."""

    @wraps(command)
    def run(case: Path | None, **arguments: Any) -> None:
        from factcheck.workbench import cases

        asked = asked_of_the_program()
        with cases.open_case(case or the_last_case(), renewing=say_that_it_takes_a_while) as opened:
            viewer = cases.viewer_for(opened, asked.name) if asked.name else Viewer(None, "")
            command(Desk(opened, viewer, asked.as_json), **arguments)

    return run


def acts(command: Callable[..., None]) -> Callable[..., None]:
    """Makes an act of a function whose first parameter is a Desk. A name new to the case is said once."""

    @wraps(command)
    def run(case: Path | None, **arguments: Any) -> None:
        from factcheck.workbench import cases

        asked = asked_of_the_program()
        name = the_name_of_who_acts(asked)
        with cases.open_case(case or the_last_case(), renewing=say_that_it_takes_a_while) as opened:
            viewer = cases.viewer_for(opened, name)
            is_known = cases.has_joined(opened, viewer)
            try:
                command(Desk(opened, viewer, asked.as_json), **arguments)
            finally:
                if not is_known and cases.has_joined(opened, viewer):
                    trouble.say(f"{name} is now a reviewer of this case.")

    return run


def asked_of_the_program() -> Asked:
    """What the running command line asked for beside its command."""
    return click.get_current_context().ensure_object(Asked)


def the_last_case() -> Path:
    """The case opened last, named on standard error; a FactcheckError where there is none."""
    from factcheck.workbench import cases

    if (path := cases.last_case()) is None:
        raise FactcheckError(
            "No case was named, and none was opened before",
            hint="Name one (it ends in .db), make one with: factcheck new CASE.db,\n"
            "or look at the sample with: factcheck demo",
            exit_code=trouble.USAGE,
        )
    trouble.say(f"case: {path}")
    return path


def the_name_of_who_acts(asked: Asked) -> str:
    """The reviewer's name; a FactcheckError where nothing on this machine says who acts."""
    if asked.name is None:
        raise FactcheckError(
            "Nobody is named",
            "An act needs to know who does it.",
            "Say it with --by NAME, or set FACTCHECK_REVIEWER.",
            trouble.USAGE,
        )
    return asked.name


def as_of_stamp(said: str | None = None) -> str | None:
    """The as-of date: as said, else the day of SOURCE_DATE_EPOCH, else None: the workbench takes today."""
    if said is not None:
        return said
    if not (epoch := os.environ.get("SOURCE_DATE_EPOCH")):
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise FactcheckError(
            "SOURCE_DATE_EPOCH is no time",
            f"It is {epoch!r}; it must be whole seconds since 1970.",
            exit_code=trouble.USAGE,
        ) from error
