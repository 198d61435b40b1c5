"""Keeping a case safe: a case from a backup, and a look at whether everything is in order."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli import out, trouble
from factcheck.cli.arguments import CaseCommand, Command
from factcheck.cli.desk import asked_of_the_program

MARKS = {"ok": "ok", "note": "note", "wrong": "look here"}


@click.command(
    "restore",
    cls=Command,
    by=False,
    example="factcheck restore inquiry-20260302T140500Z.db inquiry.db",
    short_help="Make a case from a backup.",
)
@click.argument("backup", type=click.Path(path_type=Path))
@click.argument("out_file", metavar="OUT", type=click.Path(path_type=Path))
def restore_command(backup: Path, out_file: Path) -> None:
    """Verify BACKUP and make the case OUT from it. The backup stays as it is, and no file is written over.

    A withdrawn record is put back with factcheck reinstate.
    """
    from factcheck.workbench import cases

    written = cases.restore_case(backup, out_file)
    if asked_of_the_program().as_json:
        out.value({"path": written})
        return
    out.lines(f"wrote {written}")
    trouble.say(f"Next: factcheck open {written}")


@click.command(
    "doctor",
    cls=CaseCommand,
    example="factcheck doctor\nfactcheck doctor inquiry.db --json",
    short_help="Check program, terminal and case.",
)
def doctor_command(case: Path | None) -> None:
    """Check what factcheck stands on: Python, SQLite, the terminal, your folders, and the case.

    Each line says ok, note (worth knowing), or look here, with what to do. The exit code is 1 where one has
    to look. The case opened last is checked unless one is named.
    """
    from factcheck.workbench import cases, doctoring

    if case is None and (case := cases.last_case()) is not None:
        trouble.say(f"case: {case}")
    checks = doctoring.examine(case)
    is_sound = all(check.state != "wrong" for check in checks)
    if asked_of_the_program().as_json:
        out.value({"ok": is_sound, "checks": checks})
    else:
        for check in checks:
            out.lines(f"{MARKS[check.state]:<9}  {check.name}: {check.found}")
            if check.advice:
                out.lines(f"{'':<9}  {check.advice}")
    if not is_sound:
        raise click.exceptions.Exit(trouble.TROUBLE)
