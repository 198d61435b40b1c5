"""The entry: runs the command line and ends the process with its exit code."""

import sys

from factcheck.cli import trouble


def main() -> None:
    """Runs `sys.argv`. Nothing is imported before the guard stands: ctrl-c is met from the first moment."""
    sys.exit(trouble.exit_code_of(_run))


def _run() -> object:
    from factcheck.cli.program import program

    return program.main(prog_name="factcheck", standalone_mode=False)
