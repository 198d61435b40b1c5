"""Leaving: a report, a check of everything, completion for the shell."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli import out, trouble
from factcheck.cli.arguments import CaseCommand, Command
from factcheck.cli.desk import Desk, asked_of_the_program, looks, the_last_case
from factcheck.core.formats import REPORTS

FORMATS = tuple(dict.fromkeys(format_ for formats in REPORTS.values() for format_ in formats))
SHELLS = ("bash", "zsh", "fish")


@click.command(
    "report",
    cls=CaseCommand,
    example="factcheck report inquiry.db --as annex --format html -o annex.html",
    short_help="Write the annotated report.",
)
@click.option(
    "--as",
    "as_",
    type=click.Choice(tuple(REPORTS)),
    default="annex",
    help="Which report; annex unless you say.",
)
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), help="Its format; by the name of OUT unless you say."
)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="The file to write; - prints it, as plain text unless --format says.",
)
@click.option("--as-of", metavar="DATE", help="The date it bears; today unless you say.")
@looks
def report_command(desk: Desk, as_: str, format_: str | None, output: Path, as_of: str | None) -> None:
    """Write the report: every claim with its question, what the record shows, grades, explanations, dissents.

    Every quotation is compared with its stored source; one that is not found there is said in the report.
    """
    from factcheck.workbench import reporting

    if str(output) == "-":
        made = reporting.render(desk.case, desk.viewer, as_=as_, format=format_ or "txt", as_of=as_of)
        if desk.as_json:
            out.value({"report": made.decode("utf-8")})
        else:
            out.lines(made.decode("utf-8").rstrip("\n"))
        return
    by_name = output.suffix.lower().removeprefix(".")
    written = reporting.write_report(
        desk.case,
        desk.viewer,
        as_=as_,
        format=format_ or (by_name if by_name in REPORTS[as_] else REPORTS[as_][0]),
        out=output,
        as_of=as_of,
    )
    if desk.as_json:
        out.value({"path": written})
    else:
        out.lines(f"wrote {written}")


@click.command(
    "verify",
    cls=CaseCommand,
    example="factcheck verify inquiry.db",
    short_help="Check that nothing was lost or changed.",
)
def verify_command(case: Path | None) -> None:
    """Check the case: the chain of its history, that replaying it gives what is shown, quotations, files.

    The exit code is 1 where something is wrong. A history rewritten as a whole shows only against a copy.
    """
    from factcheck.workbench import verifying

    verified = verifying.verify_file(case or the_last_case())
    if asked_of_the_program().as_json:
        out.value(verified)
    elif verified.ok:
        out.lines(f"ok: {verified.entries} entries")
    else:
        out.lines(f"not ok: {verified.entries} entries, {len(verified.problems)} problems")
        out.lines(f"{problem.where}: {problem.what}" for problem in verified.problems)
    if not verified.ok:
        raise click.exceptions.Exit(trouble.TROUBLE)


@click.command(
    "completion",
    cls=Command,
    by=False,
    as_json=False,
    example='eval "$(factcheck completion bash)"\n'
    "factcheck completion fish > ~/.config/fish/completions/factcheck.fish",
    short_help="Complete commands in your shell.",
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion_command(ctx: click.Context, shell: str) -> None:
    """Print the script that teaches SHELL to complete factcheck's commands and options."""
    from click.shell_completion import get_completion_class

    completion = get_completion_class(shell)
    assert completion is not None  # noqa: S101 - click knows these three
    out.source_code(completion(ctx.find_root().command, {}, "factcheck", "_FACTCHECK_COMPLETE").source())
