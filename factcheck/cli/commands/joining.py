"""Joining records: what turns out to be one and the same, what was not after all, and sets of events."""

from __future__ import annotations

import click

from factcheck.cli.arguments import CaseCommand
from factcheck.cli.desk import Desk, acts


@click.command(
    "same",
    cls=CaseCommand,
    example="factcheck same inquiry.db E2 E7\nfactcheck same inquiry.db P1 P4 P9",
    short_help="Say that records are one and the same.",
)
@click.argument("records", nargs=-1, required=True, metavar="ID ID...")
@acts
def same_command(desk: Desk, records: tuple[str, ...]) -> None:
    """Say that these people, events or statements are one: the first stands for all of them from now on.

    Nothing is deleted. The other labels still name it, and what belongs to them is shown with it. Prints the
    label of the one that stands; factcheck separate takes one of the others out again.
    """
    from factcheck.workbench import acts as workbench

    desk.made(workbench.same(desk.case, desk.viewer, records))


@click.command(
    "separate",
    cls=CaseCommand,
    example="factcheck separate inquiry.db E7",
    short_help="Say that a record is not the same after all.",
)
@click.argument("record", metavar="ID")
@acts
def separate_command(desk: Desk, record: str) -> None:
    """Say that the record ID, which was joined to another with factcheck same, stands for itself again."""
    from factcheck.workbench import acts as workbench

    desk.made(workbench.separate(desk.case, desk.viewer, record))


@click.command(
    "group",
    cls=CaseCommand,
    example='factcheck group inquiry.db E4 E5 E6 --title "Three calls in December 2016"',
    short_help="Make a set of several events.",
)
@click.argument("events", nargs=-1, required=True, metavar="E E...")
@click.option("--title", help="What the set is called, in a few neutral words.")
@acts
def group_command(desk: Desk, events: tuple[str, ...], title: str | None) -> None:
    """Make events a set with a count, an event of its own that can be linked and graded as one.

    They stay what they are. The set is as well established as the weakest of them; its date is their span,
    where each of them has one.
    """
    from factcheck.workbench import acts as workbench

    desk.made(workbench.group(desk.case, desk.viewer, events, title=title))
