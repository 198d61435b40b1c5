"""The team: who reviews, in which round, and how a disagreement between them is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from factcheck.cli import out, trouble
from factcheck.cli.arguments import CaseCommand, Code
from factcheck.cli.desk import Desk, acts, as_of_stamp, looks
from factcheck.cli.wording import moment
from factcheck.core import codes

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "reviewers",
    cls=CaseCommand,
    example="factcheck reviewers inquiry.db\n"
    'factcheck reviewers inquiry.db --add "Anna Lind" --role adjudicator',
    short_help="List the reviewers, or add one.",
)
@click.option("--add", "name", metavar="NAME", help="Add this person, or give them another role.")
@click.option("--role", type=Code(get_args(codes.Role)), help="What they do here; reviewer unless you say.")
def reviewers_command(case: Path | None, name: str | None, role: codes.Role | None) -> None:
    """List who works on the case and as what; with --add, enrol somebody.

    Whoever acts becomes a reviewer; other roles are given by a lead. A lead opens rounds, a lead and an
    adjudicator see the grades of a blind round, an observer only looks.
    """
    if name is None and role is not None:
        raise click.UsageError(
            "--role is the role of somebody: say whom with --add.", click.get_current_context()
        )
    if name is None:
        _list_reviewers(case=case)
    else:
        _enrol(case=case, name=name, role=role or "reviewer")


@looks
def _list_reviewers(desk: Desk) -> None:
    from factcheck.cli.lists import KINDS
    from factcheck.cli.tables import table
    from factcheck.workbench import readings

    found = readings.list_records(desk.case, desk.viewer, "reviewers")
    if desk.as_json:
        out.value(found)
        return
    columns = KINDS["reviewers"].columns
    heads = [column.head for column in columns]
    out.lines(table(heads, [[column.of(item) for column in columns] for item in found]))


@acts
def _enrol(desk: Desk, name: str, role: codes.Role) -> None:
    from factcheck.workbench import cases

    enrolled = cases.enrol(desk.case, desk.viewer, name, role)
    if desk.as_json:
        out.value({"id": enrolled.reviewer, "label": enrolled.name, "role": enrolled.role})
    else:
        out.lines(enrolled.name)


@click.command(
    "round",
    cls=CaseCommand,
    example="factcheck round inquiry.db\nfactcheck round inquiry.db --blind",
    short_help="Show the rounds, or open the next.",
)
@click.option(
    "--blind/--open", "blind", default=None,
    help="Open a round in which nobody sees a colleague's grade before giving one, or one where all see all.",
)  # fmt: skip
def round_command(case: Path | None, blind: bool | None) -> None:
    """Show the rounds of grading; with --blind or --open, open the next one. Earlier grades stay."""
    if blind is None:
        _list_rounds(case=case)
    else:
        _open_round(case=case, blind=blind)


@looks
def _list_rounds(desk: Desk) -> None:
    from factcheck.cli.tables import table
    from factcheck.workbench import readings

    found = readings.rounds(desk.case, desk.viewer)
    if desk.as_json:
        out.value(found)
    elif found:
        rows = [
            (
                str(item.number),
                "blind" if item.blind else "open",
                item.head.made_by,
                moment(item.head.made_at),
            )
            for item in found
        ]
        out.lines(table(("ROUND", "HOW", "OPENED BY", "WHEN"), rows))
    else:
        trouble.say("No round was opened: grades are given in round 1, which is open.")


@acts
def _open_round(desk: Desk, blind: bool) -> None:
    from factcheck.workbench import acts as workbench

    desk.made(workbench.open_round(desk.case, desk.viewer, blind=blind))


@click.command(
    "adjudicate",
    cls=CaseCommand,
    example='factcheck adjudicate inquiry.db L4 c342 --reason "Both agree on the words; the letter decides."',
    short_help="Settle differing grades, with a reason.",
)
@click.argument("target")
@click.argument("keys", nargs=-1, required=True, metavar="CODES...")
@click.option("--reason", required=True, help="Why it is settled so; it prints with the finding.")
@click.option("--as-of", metavar="DATE", help="The state of knowledge; today unless you say.")
@acts
def adjudicate_command(
    desk: Desk, target: str, keys: tuple[str, ...], reason: str, as_of: str | None
) -> None:
    """Settle TARGET, a link (L4) or a claim as a whole (S1.C3). The reviewers' own grades stay as they are.

    CODES are the four keys of a grade, as c342 or c 3 4 2.
    """
    from factcheck.core.rubric import SVR1, read_codes
    from factcheck.workbench import acts as workbench

    given = read_codes(" ".join(keys))
    desk.made(workbench.adjudicate(desk.case, desk.viewer, target, given, reason, as_of=as_of_stamp(as_of)))
    trouble.say(SVR1.say(given))


@click.command(
    "dissent",
    cls=CaseCommand,
    example='factcheck dissent inquiry.db L4 "The question was about the campaign." q242',
    short_help="Disagree with what was settled.",
)
@click.argument("target")
@click.argument("text")
@click.argument("keys", nargs=-1, metavar="[CODES]...")
@acts
def dissent_command(desk: Desk, target: str, text: str, keys: tuple[str, ...]) -> None:
    """Attach a disagreement to TARGET, a link or a claim. It prints with every report.

    CODES, if given, are the four keys that you would have chosen.
    """
    from factcheck.workbench import acts as workbench

    codes_ = " ".join(keys) or None
    desk.made(workbench.dissent(desk.case, desk.viewer, target, text, codes_))
