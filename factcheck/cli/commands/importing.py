"""Importing: statements or events by the hundred, from a table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from factcheck.cli import out, trouble
from factcheck.cli.arguments import Assignment, CaseCommand, Code
from factcheck.cli.desk import Desk, acts

SORTS = ("statements", "events")


@click.command(
    "import",
    cls=CaseCommand,
    example="factcheck import inquiry.db chronology.csv --as events\n"
    "factcheck import inquiry.db answers.tsv --as statements --map text=Answer --map date=Day",
    short_help="Import statements or events.",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as", "as_", required=True, type=Code(SORTS), help="What each row is.")
@click.option(
    "--map",
    "mapping",
    multiple=True,
    type=Assignment(),
    metavar="FIELD=COLUMN",
    help="The column that holds a field, where its name does not say so; may be given twice.",
)
@acts
def import_command(desk: Desk, file: Path, as_: str, mapping: tuple[tuple[str, str], ...]) -> None:
    """Import FILE (CSV, TSV, or JSON lines; UTF-8) in one act, which one factcheck undo takes back.

    A statement has the fields text, speaker, date, question, forum, status; an event title, when, who (names
    with ; between them), where, text; both an id. A row whose id the case has already is skipped. A row that
    cannot be read, or a date that can be read in two ways, is left out and said; the rest come in, and the
    exit code is 1. Ctrl-C leaves the case as it was.
    """
    from factcheck.workbench import acts as workbench

    fields = dict(mapping)
    if len(fields) < len(mapping):
        raise click.UsageError("A field is mapped twice.", click.get_current_context())
    try:
        with trouble.counting("rows read") as progress:
            done = workbench.import_table(
                desk.case, desk.viewer, file, as_=as_, mapping=fields, progress=progress
            )
    except KeyboardInterrupt:
        trouble.say("Nothing was imported; the case is as it was.")
        raise
    answer: dict[str, Any] = {
        "made": done.made,
        "known": done.known,
        "unread": done.unread,
        "problems": done.problems,
    }
    if desk.as_json:
        out.value(answer)
    else:
        out.lines(f"{done.made} {as_} made")
        if done.known:
            trouble.say(f"{done.known} were here already.")
    for problem in done.problems:
        trouble.say(problem)
    if done.unread > len(done.problems):
        trouble.say(f"... and {done.unread - len(done.problems)} more.")
    if done.unread:
        trouble.say(f"{done.unread} rows were not read. Correct them and import the file again: "
                    "rows with an id that are here already are skipped.")  # fmt: skip
        raise click.exceptions.Exit(trouble.TROUBLE)
