"""The program: its commands in the order in which one meets them, and what it does when none is named."""

from __future__ import annotations

import difflib
from importlib import import_module

import click

import factcheck
from factcheck.cli.arguments import by_option, json_option, names_a_case

SECTIONS: dict[str, dict[str, str]] = {
    "Cases": {
        **dict.fromkeys(("demo", "new", "open", "copy", "backup"), "cases"),
        **dict.fromkeys(("restore", "doctor"), "keeping"),
    },
    "Sources": {
        "read": "reading",
        **dict.fromkeys(("add", "triage"), "sources"),
        **dict.fromkeys(("versions", "carry", "compare", "primary", "errata"), "versions"),
        **dict.fromkeys(("page", "type", "check"), "pages"),
        "import": "importing",
    },
    "Look": {**dict.fromkeys(("list", "show"), "looking"), "search": "searching", "suggest": "matching"},
    "Make records": {
        **dict.fromkeys(("capture", "statement"), "statements"),
        **dict.fromkeys(("event", "evidence", "explain", "person"), "records"),
        "group": "joining",
        "promote": "importing",
        "searched": "searching",
    },
    "Change them": {
        **dict.fromkeys(("edit", "split", "withdraw", "reinstate"), "changing"),
        **dict.fromkeys(("same", "separate"), "joining"),
    },
    "Judge": {
        **dict.fromkeys(("link", "note", "tag"), "judging"),
        "grade": "grading",
        "set-aside": "matching",
    },
    "Team": dict.fromkeys(("reviewers", "round", "adjudicate", "dissent"), "team"),
    "History": dict.fromkeys(("undo", "redo", "log"), "history"),
    "Leave": dict.fromkeys(("report", "verify", "completion"), "leaving"),
}
"""Every command, under the heading of the help, with the module of `cli.commands` that holds it."""

COMMANDS = {name: module for section in SECTIONS.values() for name, module in section.items()}


class Program(click.Group):
    """Commands are loaded when they are named. A case alone opens, and nothing at all opens the last one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"factcheck.cli.commands.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if (command := self.get_command(ctx, name)) is not None:
            return name, command, args[1:]
        if names_a_case(name):
            return "open", self.get_command(ctx, "open"), args
        if ctx.resilient_parsing:  # the shell asks what could follow
            return None, None, args[1:]
        if name.startswith("-"):
            ctx.fail(f"No such option: {name}")
        near = difflib.get_close_matches(name, COMMANDS, 1)
        ctx.fail(f"There is no command “{name}”" + (f"; did you mean “{near[0]}”?" if near else ""))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, names in SECTIONS.items():
            found = [
                (name, command) for name in names if (command := self.get_command(ctx, name)) is not None
            ]
            with formatter.section(title):
                formatter.write_dl(
                    [(f"{name:<10}", command.get_short_help_str(60)) for name, command in found]
                )


@click.group(
    cls=Program,
    name="factcheck",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    params=[by_option(), json_option()],
)
@click.version_option(factcheck.__version__, prog_name="factcheck", message="%(prog)s %(version)s")
@click.pass_context
def program(ctx: click.Context) -> None:
    """Set what was said on the record beside what is documented to have happened.

    Alone, factcheck opens the case opened last, or the sample on a first run; factcheck FILE.db opens that
    one. Where a command takes CASE first, leaving it out means the case opened last.
    """
    if ctx.invoked_subcommand is None:
        command = program.get_command(ctx, "open")
        assert command is not None  # noqa: S101 - it stands in the table above
        with command.make_context("open", [], parent=ctx) as opening:
            command.invoke(opening)
