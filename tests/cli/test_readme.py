"""The README names every command, and its examples print what it says they print.

A block fenced as ```console is a session: a line that begins with ``$ factcheck`` is run, what follows up to
the next command or the fence is what it prints, its remarks included. All blocks run one after another in one
folder that is empty but for the project's ``data``, as the reviewer "R. Alvarez", with COLUMNS=80 and
SOURCE_DATE_EPOCH set to March 2, 2026. ``...`` stands for any text that need not be shown. The folder's own
path is written ``~``. Any other command is refused: a session that is not run proves nothing.
"""

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.program import COMMANDS

AS_OF = "1772409600"
SESSION = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def sessions(readme: str) -> list[tuple[str, str]]:
    """Every command of the README's sessions, with what it prints."""
    steps: list[tuple[str, str]] = []
    for block in SESSION.findall(readme):
        for line in block.splitlines(keepends=True):
            if line.startswith("$ "):
                steps.append((line[2:].strip(), ""))
            else:
                steps[-1] = (steps[-1][0], steps[-1][1] + line)
    return steps


def say(command: str, folder: Path) -> str:
    program, *words = shlex.split(command)
    assert program == "factcheck", f"a session runs factcheck and nothing else: {command}"
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *words],
        cwd=folder,
        env={
            **os.environ,
            "COLUMNS": "80",
            "FACTCHECK_HOME": str(folder / "home"),
            "FACTCHECK_REVIEWER": "R. Alvarez",
            "SOURCE_DATE_EPOCH": AS_OF,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode in {0, 1}, done.stdout
    return done.stdout.replace(str(folder), "~")


def matches(expected: str, printed: str) -> bool:
    return doctest.OutputChecker().check_output(expected, printed, doctest.ELLIPSIS)


def test_the_sessions_print_what_the_readme_says(root: Path, tmp_path: Path) -> None:
    folder = tmp_path.resolve()
    (folder / "data").symlink_to(root / "data", target_is_directory=True)
    steps = sessions((root / "README.md").read_text("utf-8"))
    assert steps, "the README shows no session"
    for command, expected in steps:
        printed = say(command, folder)
        assert matches(expected, printed), f"$ {command}\n{printed}"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_the_command(name: str, root: Path) -> None:
    assert re.search(rf"\bfactcheck {name}\b", (root / "README.md").read_text("utf-8"))


def test_sessions_are_read() -> None:
    readme = (
        "a\n```console\n$ factcheck demo\nSAMPLE\n  2 claims\n$ factcheck verify\nok\n```\n```sh\n$ no\n```\n"
    )
    assert sessions(readme) == [("factcheck demo", "SAMPLE\n  2 claims\n"), ("factcheck verify", "ok\n")]


@pytest.mark.parametrize(
    ("expected", "printed", "same"),
    [("ok\n", "ok\n", True), ("o...k\n", "or what k\n", True), ("ok\n", "not ok\n", False)],
)
def test_output_is_compared(expected: str, printed: str, same: bool) -> None:
    assert matches(expected, printed) is same
