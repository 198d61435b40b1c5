"""History: what was done, by whom, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli import out, trouble
from factcheck.cli.arguments import CaseCommand
from factcheck.cli.desk import Desk, acts, looks
from factcheck.cli.wording import moment

if TYPE_CHECKING:
    from factcheck.core.views.history import UndoOffer


@click.command(
    "undo", cls=CaseCommand, example="factcheck undo inquiry.db", short_help="Take back your own last act."
)
@click.option("--yes", is_flag=True, help="Also an act of an earlier day, without asking.")
@acts
def undo_command(desk: Desk, yes: bool) -> None:
    """Take back your own last act, a bulk act as a whole. Nothing is lost: factcheck redo brings it back."""
    from factcheck.workbench import acts as workbench
    from factcheck.workbench import readings

    offer = readings.undo_offer(desk.case, desk.viewer)
    if offer is not None and offer.earlier_day and not yes and trouble.can_ask():
        what = f"{offer.sentence} ({moment(offer.at)})"
        yes = trouble.ask(f"Your last act was on an earlier day: {what}. Take it back?")
    _say_done(desk, workbench.undo(desk.case, desk.viewer, even_earlier=yes), "undone")


@click.command(
    "redo", cls=CaseCommand, example="factcheck redo inquiry.db", short_help="Bring back what you undid."
)
@acts
def redo_command(desk: Desk) -> None:
    """Bring back what you last undid."""
    from factcheck.workbench import acts as workbench

    _say_done(desk, workbench.redo(desk.case, desk.viewer), "done again")


@click.command(
    "log",
    cls=CaseCommand,
    example="factcheck log inquiry.db\nfactcheck log inquiry.db S1.C3",
    short_help="Show what was done, and by whom.",
)
@click.argument("record", metavar="[ID]", required=False)
@click.option(
    "--limit", type=click.IntRange(min=1), default=200, metavar="N", help="How many; 200 unless you say."
)
@looks
def log_command(desk: Desk, record: str | None, limit: int) -> None:
    """Show the history of the case, or of the record ID."""
    from factcheck.cli.tables import table
    from factcheck.workbench import readings

    found = readings.log(desk.case, desk.viewer, record, limit)
    if desk.as_json:
        out.value(found)
        return
    out.lines(
        table(
            ("WHEN", "WHO", "WHAT"),
            [
                (moment(line.at), line.by, f"(undone) {line.sentence}" if line.undone else line.sentence)
                for line in found
            ],
        )
    )


def _say_done(desk: Desk, done: UndoOffer, how: str) -> None:
    if desk.as_json:
        out.value({"batch": done.batch, "at": done.at, "sentence": done.sentence})
    else:
        out.lines(f"{how}: {done.sentence}")
