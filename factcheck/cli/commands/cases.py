"""Cases: the sample, a new one, an open one, copies."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import out, trouble
from factcheck.cli.arguments import CaseCommand, CaseFile, Command
from factcheck.cli.desk import (
    Asked,
    Desk,
    asked_of_the_program,
    looks,
    say_that_it_takes_a_while,
    the_last_case,
    the_name_of_who_acts,
)
from factcheck.core.viewer import Viewer

if TYPE_CHECKING:
    from factcheck.workbench.cases import OpenCase


@click.command(
    "demo", cls=Command, example="factcheck demo\nfactcheck demo --fresh", short_help="Open the sample case."
)
@click.option("--fresh", is_flag=True, help="Begin again: what you did to your copy goes.")
def demo_command(fresh: bool) -> None:
    """Open the sample, a worked example from the public record.

    You work on a private copy that keeps what you do to it. Without a terminal its summary is printed.
    """
    from factcheck.workbench import demo

    asked = asked_of_the_program()
    with demo.open_sample(fresh=fresh) as case:
        _open_for_the_person(case, asked)


@click.command(
    "new",
    cls=Command,
    example='factcheck new inquiry.db --title "The hearing of January 10"',
    short_help="Make a case.",
)
@click.argument("case", type=CaseFile())
@click.option("--title", help="What the case is called; the file's name unless you say.")
def new_command(case: Path, title: str | None) -> None:
    """Make a case: one file, which holds sources, records, judgements and their history."""
    from factcheck.workbench import cases

    asked = asked_of_the_program()
    name = the_name_of_who_acts(asked)
    with cases.new_case(case, by=name, title=title) as made:
        cases.remember_case(made.path)
        if asked.as_json:
            out.value({"path": made.path, "title": title or case.stem})
            return
        out.lines(str(case))
        trouble.say(f"Next: factcheck add {case} FILE...")


@click.command(
    "open", cls=CaseCommand, example="factcheck open inquiry.db", short_help="Open a case in the interface."
)
def open_command(case: Path | None) -> None:
    """Open a case in the interface. Without a terminal, and with --json, its summary is printed."""
    from factcheck.workbench import cases

    asked = asked_of_the_program()
    if case is None and cases.last_case() is None:
        from factcheck.workbench import demo

        with demo.open_sample() as sample:
            _open_for_the_person(sample, asked)
        return
    with cases.open_case(case or the_last_case(), renewing=say_that_it_takes_a_while) as opened:
        _open_for_the_person(opened, asked)


@click.command(
    "copy",
    cls=CaseCommand,
    example="factcheck copy inquiry.db inquiry-for-anna.db",
    short_help="Copy a case, verified.",
)
@click.argument("out_file", metavar="OUT", type=click.Path(path_type=Path))
@looks
def copy_command(desk: Desk, out_file: Path) -> None:
    """Copy a case to OUT and verify the copy.

    It may be open meanwhile, where a plain file copy could be torn.
    """
    from factcheck.workbench import cases

    _say_where(desk, cases.copy_case(desk.case, desk.viewer, out_file))


@click.command(
    "backup",
    cls=CaseCommand,
    example="factcheck backup inquiry.db\nfactcheck backup inquiry.db /Volumes/safe/inquiry.db",
    short_help="Keep a dated copy, verified.",
)
@click.argument("out_file", metavar="[OUT]", required=False, type=click.Path(path_type=Path))
@looks
def backup_command(desk: Desk, out_file: Path | None) -> None:
    """Keep a verified copy: beside the case under a dated name, or as OUT."""
    from factcheck.workbench import cases

    _say_where(desk, cases.backup_case(desk.case, desk.viewer, out_file))


def _say_where(desk: Desk, path: Path) -> None:
    if desk.as_json:
        out.value({"path": path})
    else:
        out.lines(f"wrote {path}")


def _open_for_the_person(case: OpenCase, asked: Asked) -> None:
    """In a terminal the interface; else the summary, with a word about why."""
    from factcheck.workbench import cases, readings

    viewer = cases.viewer_for(case, asked.name) if asked.name else Viewer(None, "")
    cases.remember_case(case.path)
    if asked.as_json:
        out.value(readings.summary(case, viewer))
    elif _has_a_terminal():
        from factcheck.tui.door import open_interface

        if code := open_interface(case, viewer, asked.settings):
            raise click.exceptions.Exit(code)
    else:
        from factcheck.cli.cards import summary_card

        out.lines(summary_card(readings.summary(case, viewer)))
        trouble.say("The interface needs a terminal; this is the case's summary. Commands: factcheck --help")


def _has_a_terminal() -> bool:
    """A terminal to read keys from and to draw on; one that calls itself dumb cannot be drawn on."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") != "dumb"
