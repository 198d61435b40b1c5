"""Changing records: correcting fields, dividing a statement into claims, withdrawing and putting back."""

from __future__ import annotations

import click

from factcheck.cli.arguments import Assignment, CaseCommand
from factcheck.cli.desk import Desk, acts


@click.command(
    "edit",
    cls=CaseCommand,
    example='factcheck edit inquiry.db S1 forum="Senate Judiciary Committee" said_on=2017-01-10\n'
    "factcheck edit inquiry.db E3 established=",
    short_help="Correct fields of a record.",
)
@click.argument("record", metavar="ID")
@click.argument("changes", nargs=-1, required=True, type=Assignment(), metavar="FIELD=VALUE...")
@acts
def edit_command(desk: Desk, record: str, changes: tuple[tuple[str, str], ...]) -> None:
    """Correct fields of the record ID; `FIELD=` empties one. factcheck show ID names its fields."""
    from factcheck.workbench import acts as workbench

    fields = {name.replace("-", "_"): value or None for name, value in changes}
    if len(fields) < len(changes):
        raise click.UsageError("A field is given twice.", click.get_current_context())
    desk.made(workbench.edit(desk.case, desk.viewer, record, fields))


@click.command(
    "split",
    cls=CaseCommand,
    example='factcheck split inquiry.db S1.C1 "I\'m not aware of any of those activities" '
    '"did not have communications with the Russians"\n'
    "factcheck split inquiry.db S1.C1 0:53 106:152",
    short_help="Divide a statement into claims.",
)
@click.argument("claim")
@click.argument("pieces", nargs=-1, required=True, metavar='START:END|"WORDS"...')
@acts
def split_command(desk: Desk, claim: str, pieces: tuple[str, ...]) -> None:
    """Divide CLAIM into one claim for each piece, so that each can be checked by itself.

    A piece is quoted, or given by its offsets within the statement's words: characters from 0, the end
    excluded.
    """
    from factcheck.cli.places import pieces_of_statement
    from factcheck.workbench import acts as workbench

    spans = pieces_of_statement(desk, claim, pieces)
    desk.made_all(workbench.split(desk.case, desk.viewer, claim, spans))


@click.command(
    "withdraw",
    cls=CaseCommand,
    example='factcheck withdraw inquiry.db E3 --reason "Same meeting as E2"',
    short_help="Withdraw a record, with a reason.",
)
@click.argument("record", metavar="ID")
@click.option("--reason", required=True, help="Why; it stays with the record.")
@acts
def withdraw_command(desk: Desk, record: str, reason: str) -> None:
    """Withdraw the record ID. It stays readable, marked as withdrawn, and no longer counts."""
    from factcheck.workbench import acts as workbench

    desk.made(workbench.withdraw(desk.case, desk.viewer, record, reason))


@click.command(
    "reinstate",
    cls=CaseCommand,
    example="factcheck reinstate inquiry.db E3",
    short_help="Put a withdrawn record back.",
)
@click.argument("record", metavar="ID")
@acts
def reinstate_command(desk: Desk, record: str) -> None:
    """Put the record ID back, which was withdrawn. Both stay in its history."""
    from factcheck.workbench import acts as workbench

    desk.made(workbench.restore(desk.case, desk.viewer, record))
