"""Joining the two sides, and saying something about anything."""

from __future__ import annotations

from typing import get_args

import click

from factcheck.cli.arguments import CaseCommand, Code
from factcheck.cli.desk import Desk, acts
from factcheck.core import codes


@click.command(
    "link",
    cls=CaseCommand,
    example="factcheck link inquiry.db S1.C3 E2",
    short_help="Join a claim to the record.",
)
@click.argument("claim")
@click.argument("target")
@click.option("--reasons", help="Why the two belong together.")
@acts
def link_command(desk: Desk, claim: str, target: str, reasons: str | None) -> None:
    """Join CLAIM to TARGET, an event or another statement. A link that exists is named again."""
    from factcheck.workbench import acts as workbench

    desk.made(workbench.link(desk.case, desk.viewer, claim, target, reasons=reasons))


@click.command(
    "note",
    cls=CaseCommand,
    example='factcheck note inquiry.db L4 "Ask the committee for the official print" --scope report',
    short_help="Write a note on anything.",
)
@click.argument("target", metavar="ID")
@click.argument("text")
@click.option(
    "--scope", type=Code(get_args(codes.NoteScope)), default="team", help="Who reads it; team unless you say."
)
@click.option("--answers", metavar="NOTE", help="The note that this one answers.")
@acts
def note_command(desk: Desk, target: str, text: str, scope: codes.NoteScope, answers: str | None) -> None:
    """Write a note on the record ID: for you alone (mine), for the team, or to print in the report."""
    from factcheck.workbench import acts as workbench

    desk.made(workbench.note(desk.case, desk.viewer, target, text, scope=scope, parent=answers))


@click.command(
    "tag", cls=CaseCommand, example="factcheck tag inquiry.db S1 follow-up", short_help="Tag anything."
)
@click.argument("target", metavar="ID")
@click.argument("name", metavar="TAG")
@acts
def tag_command(desk: Desk, target: str, name: str) -> None:
    """Put a tag on the record ID."""
    from factcheck.workbench import acts as workbench

    desk.made(workbench.tag(desk.case, desk.viewer, target, name))
