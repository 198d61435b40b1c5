"""Promises that hold for every command, read from the table of commands."""

import json
import shlex
import subprocess
import sys

import click
import pytest

from factcheck.cli.arguments import CaseCommand, Command
from factcheck.cli.desk import Asked
from factcheck.cli.program import COMMANDS, program
from tests.cli.conftest import Run

WITHOUT_JSON = {"completion"}
ROOT = click.Context(program, info_name="factcheck")


def command(name: str) -> Command:
    found = program.get_command(ROOT, name)
    assert isinstance(found, Command)
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_it_has_help_with_an_example(name: str, run: Run) -> None:
    done = run(name, "--help")
    assert done.code == 0
    assert done.err == ""
    assert done.out.startswith(f"Usage: factcheck {name} ")
    assert f"\nExample:\n  {command(name).example.splitlines()[0]}\n" in done.out
    assert command(name).short_help
    assert command(name).name == name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained(name: str) -> None:
    silent = [
        option.opts for option in command(name).params if isinstance(option, click.Option) and not option.help
    ]
    assert silent == []


EXAMPLES = [
    line for name in COMMANDS for line in command(name).example.splitlines() if line.startswith("factcheck ")
]


@pytest.mark.parametrize("line", EXAMPLES)
def test_its_examples_are_understood(line: str) -> None:
    words = shlex.split(line.partition(" > ")[0])[1:]
    with command(words[0]).make_context(words[0], words[1:], parent=click.Context(program)) as ctx:
        assert ctx.params is not None


@pytest.mark.parametrize("name", COMMANDS)
def test_it_answers_in_json_when_asked(name: str) -> None:
    assert ("--json" in {opt for option in command(name).params for opt in option.opts}) is (
        name not in WITHOUT_JSON
    )


def test_json_asked_of_a_command_without_an_answer_is_refused(run: Run) -> None:
    done = run("--json", "completion", "bash")
    assert (done.code, done.out) == (2, "")
    assert "JSON" in done.err


@pytest.mark.parametrize(
    "line",
    [
        "--json --by Ann list a.db claims",
        "list --json --by Ann a.db claims",
        "list a.db --json claims --by=Ann",
        "--by Ann list a.db claims --json",
        "--by Bob list a.db claims --json --by Ann",
    ],
)
def test_the_programs_options_may_stand_anywhere(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Asked] = []

    def note(self: CaseCommand, ctx: click.Context) -> None:
        seen.append(ctx.ensure_object(Asked))

    monkeypatch.setattr(CaseCommand, "invoke", note)
    program.main(line.split(), standalone_mode=False)
    assert [(asked.by, asked.as_json) for asked in seen] == [("Ann", True)]


@pytest.mark.parametrize(
    ("line", "case", "rest"),
    [
        ("list a.db claims", "a.db", "claims"),
        ("list claims", None, "claims"),
        ("list --by a.db claims", None, "claims"),
        ("list --by=x a.db claims", "a.db", "claims"),
        ("list --json -- a.db claims", "a.db", "claims"),
    ],
)
def test_the_first_argument_is_the_case_if_it_is_one(line: str, case: str | None, rest: str) -> None:
    words = line.split()
    with command("list").make_context("list", words[1:], parent=click.Context(program)) as ctx:
        found = ctx.params["case"]
        assert (str(found) if found else None, ctx.params["kind"]) == (case, rest)


def test_the_help_of_the_program_names_every_command(run: Run) -> None:
    done = run("--help")
    assert [name for name in COMMANDS if f"\n  {name} " not in done.out] == []
    assert max(map(len, done.out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("lst", "did you mean “list”?"),
        ("frobnicate", "There is no command “frobnicate”"),
        ("--frobnicate", "No such option"),
        ("list a.db frobs", "sources"),
        ("list a.db", "Missing argument"),
        ("link a.db S1", "Missing argument 'TARGET'"),
        ("read", "Name files"),
        ("read a.txt --lines b.jsonl", "Name files"),
        ("read a.txt --kind frob", "is none of"),
        ("triage a.db --min-confidence 2", "0<=x<=1"),
        ("edit a.db S1 forum", "NAME=VALUE"),
        ("completion tcsh", "tcsh"),
        ("search a.db", "Missing argument 'QUERY...'"),
        ("search a.db x --kind frobs", "is none of"),
        ("search a.db x --limit 0", "x>=1"),
        ("suggest a.db S1 --top 0", "x>=1"),
        ("set-aside a.db S1.C1", "Missing argument 'TARGET'"),
        ("searched a.db --query x", "--source"),
        ("import a.db t.csv --as frobs", "is none of"),
        ("import a.db t.csv", "--as"),
        ("same a.db", "Missing argument"),
        ("group a.db", "Missing argument"),
        ("reviewers a.db --role frob", "is none of"),
        ("reviewers a.db --role lead", "--add"),
        ("adjudicate a.db L1 c342", "--reason"),
        ("restore a.db", "Missing argument 'OUT'"),
    ],
)
def test_what_is_not_understood_is_said(line: str, said: str, run: Run) -> None:
    done = run(*line.split())
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err


LOADED = """
import json, sys
sys.argv = ["factcheck", *sys.argv[1:]]
from factcheck.cli.main import main
try:
    main()
finally:
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize("line", ["--help", "grade --help", "nonsense", "list a.db nonsense"])
def test_help_and_mistakes_load_no_more_than_the_command_line(line: str) -> None:
    done = subprocess.run([sys.executable, "-c", LOADED, *line.split()], capture_output=True, text=True)
    loaded = set(json.loads(done.stderr.splitlines()[-1]))
    rooms = {name.split(".")[1] for name in loaded if name.startswith("factcheck.")}
    assert rooms <= {"cli", "core", "errors", "config", "paths"}
    assert not loaded & {"sqlite3", "textual", "rich", "jinja2", "charset_normalizer"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_of_its_shell(shell: str, run: Run) -> None:
    done = run("completion", shell)
    assert done.code == 0
    assert "_FACTCHECK_COMPLETE" in done.out


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("factcheck tri", "triage"),
        ("factcheck grade --rat", "--rationale"),
        ("factcheck statement --status sworn", "sworn oral"),
        ("factcheck list a.db cl", "claims"),
        ("factcheck set-", "set-aside"),
        ("factcheck search a.db x --kind peo", "people"),
        ("factcheck reviewers --role adj", "adjudicator"),
        ("factcheck nonsense x", None),
    ],
)
def test_the_shell_is_told_what_could_follow(typed: str, offered: str | None) -> None:
    words = typed.split()
    done = subprocess.run(
        [sys.executable, "-m", "factcheck"],
        env={"_FACTCHECK_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1)},
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    assert offered is None or f"plain,{offered}" in done.stdout.splitlines()
