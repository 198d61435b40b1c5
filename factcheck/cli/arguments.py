"""How a command line is understood: commands that take CASE first and the program's options anywhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from factcheck.cli.desk import Asked

if TYPE_CHECKING:  # the oldest click we support cannot be subscripted
    from collections.abc import Callable, Iterator, Mapping, Sequence

    _PathType = click.ParamType[Path | None]
    _TextType = click.ParamType[str]
    _PairType = click.ParamType[tuple[str, str]]
else:
    _PathType = _TextType = _PairType = click.ParamType

_SQLITE = b"SQLite format 3\0"


def names_a_case(word: str) -> bool:
    """Whether a word on the command line is a case: it ends in `.db`, or it is an SQLite file."""
    if word.lower().endswith(".db"):
        return True
    path = Path(word)
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):  # unreadable, or no name a file can have
        return False


class CaseFile(_PathType):
    """A case, or nothing: then the one opened last."""

    name = "case"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path | None:
        return Path(value) if value else None

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(incomplete, type="file")]


class Code(_TextType):
    """One of a closed vocabulary; `sworn-oral` is read as “sworn oral”, in any case of letters."""

    name = "code"

    def __init__(self, options: Sequence[str]) -> None:
        self.options = tuple(options)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        plain = {_letters(option): option for option in self.options}
        if (found := plain.get(_letters(str(value)))) is not None:
            return found
        self.fail(f"“{value}” is none of: {', '.join(self.options)}.", param, ctx)

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        return f"[{'|'.join(self.options)}]"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(option) for option in self.options if option.startswith(incomplete)]


class Assignment(_PairType):
    """`NAME=VALUE` as a pair; `NAME=` has the value "". With `last` it is the last `=` that divides."""

    name = "assignment"

    def __init__(self, *, last: bool = False) -> None:
        self.last = last

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        if isinstance(value, tuple):  # click converts a default a second time
            return (str(value[0]), str(value[1]))
        name, equals, said = str(value).rpartition("=") if self.last else str(value).partition("=")
        if not equals or not name.strip():
            self.fail(f"“{value}” is not of the form NAME=VALUE.", param, ctx)
        return name.strip(), said.strip()


class Command(click.Command):
    """A command with an example in its help; `--by` and `--json` may stand before or after it."""

    def __init__(
        self, *args: Any, example: str, by: bool = True, as_json: bool = True, **attributes: Any
    ) -> None:
        super().__init__(*args, **attributes)
        self.example = example
        self.as_json = as_json
        self.params += [option for option, wanted in ((by_option(), by), (json_option(), as_json)) if wanted]

    def invoke(self, ctx: click.Context) -> Any:
        if not self.as_json and ctx.ensure_object(Asked).as_json:
            raise click.UsageError("This command has no answer to give as JSON.", ctx)
        if not all(map(_is_text, ctx.params.values())):
            raise click.UsageError("A word on the command line is not text in this system's encoding.", ctx)
        return super().invoke(ctx)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Example"):
            for line in self.example.splitlines():
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")


class CaseCommand(Command):
    """A command whose first argument may be a case; without one it works on the case opened last."""

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.params.insert(0, click.Argument(["case"], required=False, type=CaseFile()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = next(self._words(args), None)
        return super().parse_args(ctx, args if first is None or names_a_case(first) else ["", *args])

    def _words(self, args: Sequence[str]) -> Iterator[str]:
        """What stands on the line beside options and their values."""
        takes = {
            name: param.nargs
            for param in self.params
            if isinstance(param, click.Option) and not param.is_flag and not param.count
            for name in (*param.opts, *param.secondary_opts)
        }
        rest = iter(args)
        for arg in rest:
            if arg == "--":
                yield from rest
            elif arg == "-" or not arg.startswith("-"):
                yield arg
            else:
                for _ in range(takes.get(arg, 0)):
                    next(rest, None)


def what_was_said(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options that were given, those that may be given twice as lists; the rest stays open."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in options.items()
        if value is not None and value != ()
    }


def by_option() -> click.Option:
    """`--by`: who acts and looks."""
    return click.Option(
        ["--by"],
        metavar="REVIEWER",
        expose_value=False,
        callback=_ask("by"),
        help="Who you are in this case.",
    )


def json_option() -> click.Option:
    """`--json`: the answer for a program."""
    return click.Option(
        ["--json", "as_json"],
        is_flag=True,
        expose_value=False,
        callback=_ask("as_json"),
        help="Answer in JSON.",
    )


def _ask(what: str) -> Callable[[click.Context, click.Parameter, Any], Any]:
    def note(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
        if value:
            if not _is_text(value):
                raise click.BadParameter("this is not text in this system's encoding.", ctx, param)
            setattr(ctx.ensure_object(Asked), what, value)
        return value

    return note


def _is_text(value: Any) -> bool:
    """Whether no word holds bytes that could not be decoded; the name of a file may, and is let through."""
    if isinstance(value, list | tuple):
        return all(map(_is_text, value))
    return not isinstance(value, str) or value.isascii() or not any("\ud800" <= c <= "\udfff" for c in value)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()
