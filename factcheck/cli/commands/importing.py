"""Importing: statements or events by the hundred, or a register as rows; and rows that become events."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from factcheck.cli import out, trouble
from factcheck.cli.arguments import Assignment, CaseCommand, Code
from factcheck.cli.desk import Desk, acts

SORTS = ("rows", "statements", "events")
ROWS_ONLY = ("mode", "date_order", "title", "updates", "sheet", "delimiter", "header", "fill", "dry_run")
"""Options that mean something only for rows."""


MODES = ("attended", "reported", "scheduled", "cancelled", "absent")
ORDERS = ("dmy", "mdy", "ymd", "serial")


@click.command(
    "import",
    cls=CaseCommand,
    example="factcheck import inquiry.db chronology.csv --as events\n"
    "factcheck import inquiry.db answers.tsv --as statements --map text=Answer --map date=Day\n"
    "factcheck import inquiry.db visitors.csv --as rows --mode attended --date-order dmy",
    short_help="Import rows, statements or events.",
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
@click.option(
    "--again",
    is_flag=True,
    help="Statements, events: make rows without an id once more that the case has already, word for word.",
)
@click.option("--mode", type=Code(MODES), help="Rows: what the whole register shows.")
@click.option(
    "--date-order",
    type=Code(ORDERS),
    help="Rows: how dates in numbers are written, where no value proves it; dmy is day first, serial the "
    "count of days that a spreadsheet keeps.",
)
@click.option("--title", metavar="T", help="Rows: what the register is called.")
@click.option(
    "--updates", metavar="D7", help="Rows: the register whose rows these replace; none for one of its own."
)
@click.option("--sheet", metavar="NAME", help="Rows: the sheet of a workbook.")
@click.option("--delimiter", metavar="SIGN", help="Rows: what divides the cells of a text.")
@click.option("--header/--no-header", default=None, help="Rows: whether the first row names the columns.")
@click.option(
    "--fill",
    multiple=True,
    metavar="COLUMN",
    help="Rows: a column in which an empty cell means the one above; may be given twice.",
)
@click.option("--dry-run", is_flag=True, help="Rows: show what would be imported, and import nothing.")
@acts
def import_command(
    desk: Desk, file: Path, as_: str, mapping: tuple[tuple[str, str], ...], again: bool, **options: Any
) -> None:
    """Import FILE (CSV, TSV, XLSX, ODS, JSON or JSON lines) in one act, which one factcheck undo takes back.

    A statement has the fields text, speaker, date, question, forum, status; an event title, when, who (names
    with ; between them), where, text; both an id. A row whose id the case has already is skipped; so is one
    without an id that says what the case has (words, speaker and date; title, when, where and text), unless
    --again. A row that cannot be read, or a date that can be read in two ways, is left out and said; the rest
    come in, and the exit code is 1. Ctrl-C leaves the case as it was.

    Rows stay rows: they are searched, suggested and linked (factcheck link S1.C3 D7:4512) as they stand, and
    become events with factcheck promote. What their columns mean is guessed, shown (--dry-run) and put right
    with --map: when, time, year, month, day, end, end-time, title, who, with (whom they met; each also in
    parts: who-first, who-middle, who-last), organisation, where, status, id, cite, note. FIELD= takes a guess
    away; --map title=A --map title=B joins two columns. A row whose status says that it was cancelled, or
    that nobody came, is so marked whatever the register shows. A register with the same header is read as
    the last one was.
    """
    if as_ == "rows":
        if again:
            raise click.UsageError("--again is for statements and events.", click.get_current_context())
        _import_rows(desk, file, mapping, **options)
        return
    _refuse_what_is_for_rows(options)
    from factcheck.workbench import acts as workbench

    fields = dict(mapping)
    if len(fields) < len(mapping):
        raise click.UsageError("A field is mapped twice.", click.get_current_context())
    try:
        with trouble.counting("rows read") as progress:
            done = workbench.import_table(
                desk.case, desk.viewer, file, as_=as_, mapping=fields, again=again, progress=progress
            )
    except KeyboardInterrupt:
        trouble.say("Nothing was imported; the case is as it was.")
        raise
    answer: dict[str, Any] = {
        "made": done.made,
        "known": done.known,
        "same": done.same,
        "unread": done.unread,
        "problems": done.problems,
        "notes": done.notes,
    }
    if desk.as_json:
        out.value(answer)
    else:
        out.lines(f"{done.made:,} {as_.removesuffix('s') if done.made == 1 else as_} made")
        if done.known:
            trouble.say(f"{done.known:,} {'was' if done.known == 1 else 'were'} here already.")
        if done.same:
            rows, them = ("1 row is", "it") if done.same == 1 else (f"{done.same:,} rows are", "them")
            trouble.say(f"{rows} in the case already, word for word; --again makes {them} once more.")
        for note in done.notes:
            trouble.say(note)
    for problem in done.problems:
        trouble.say(problem)
    if done.unread > len(done.problems):
        trouble.say(f"... and {done.unread - len(done.problems):,} more.")
    if done.unread:
        rows = "1 row was" if done.unread == 1 else f"{done.unread:,} rows were"
        trouble.say(f"{rows} not read. Correct them and import the file again: "
                    "rows with an id that are here already are skipped.")  # fmt: skip
        raise click.exceptions.Exit(trouble.TROUBLE)


def _import_rows(desk: Desk, file: Path, mapping: tuple[tuple[str, str], ...], **options: Any) -> None:
    from factcheck.cli.registering import import_register
    from factcheck.workbench.acts import Asked

    asked = Asked(
        mapping=mapping,
        date_order=options["date_order"],
        sheet=options["sheet"],
        header=options["header"],
        fill=tuple(options["fill"]),
        delimiter=_SIGNS.get(options["delimiter"], options["delimiter"]),
    )
    import_register(
        desk,
        file,
        asked,
        mode=options["mode"],
        title=options["title"],
        updates=options["updates"],
        dry_run=options["dry_run"],
    )


_SIGNS = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";"}
"""Signs by name, for those that a shell does not pass on."""


def _refuse_what_is_for_rows(options: dict[str, Any]) -> None:
    if given := [name for name in ROWS_ONLY if options.get(name) not in (None, False, ())]:
        named = given[0].replace("_", "-")
        raise click.UsageError(f"--{named} is for --as rows.", click.get_current_context())


@click.command(
    "promote",
    cls=CaseCommand,
    example="factcheck promote inquiry.db D7:4512\nfactcheck promote inquiry.db D7:12 D7:13 R3",
    short_help="Make events of rows.",
)
@click.argument("refs", metavar="ROW...", nargs=-1, required=True)
@acts
def promote_command(desk: Desk, refs: tuple[str, ...]) -> None:
    """Make events of rows of registers (D7:4512, R3), in one act: when, where, what, and who of names that
    are one person's. The row is their evidence, in its register's mode; a row of a chronology is a finding
    aid, and what it cites is the evidence.
    """
    from factcheck.workbench import acts as workbench

    done = workbench.promote(desk.case, desk.viewer, refs)
    desk.made_all([*done.made, *done.known])
    for made in done.known:
        trouble.say(f"{made.label} was made of that row before.")
    for row, name in done.unnamed:
        trouble.say(f"{row}: “{name}” was not entered as a person; it may be several, or a name of several.")
    for row, cited in done.unresolved:
        trouble.say(f"{row}: “{cited}” names nothing that the case has.")
    for row in done.unanchored:
        trouble.say(f"{row}: cited by its number; its words were not found in the text of its source.")
