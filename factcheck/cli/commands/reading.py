"""Reading without a case: what a document holds, and what extraction would propose."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import out, trouble
from factcheck.cli.arguments import Code, Command
from factcheck.cli.desk import asked_of_the_program
from factcheck.core.document import KINDS
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command(
    "read",
    cls=Command,
    example="factcheck read article.html --published 2017-03-02\n"
    "factcheck read hearing.txt --kind hearing --json > hearing.json\n"
    "factcheck read --lines docs.jsonl --json > read.jsonl",
    short_help="Read documents without a case.",
)
@click.argument("files", nargs=-1, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--lines", "lines_file", metavar="DOCS", help="Documents as lines of JSON: id, text, published, kind."
)
@click.option("--kind", type=Code(KINDS), help="What the document is, where factcheck should not guess.")
@click.option(
    "--published", metavar="DATE", help="When it was published: relative dates are counted from it."
)
def read_command(
    files: tuple[Path, ...], lines_file: str | None, kind: str | None, published: str | None
) -> None:
    """Read FILEs and show what extraction finds: turns, statements, events, people, dates, holes.

    With several files, or with --lines, --json prints one JSON value a line, in order. A document that cannot
    be read is said, keeps its line ({"source": {"name"}, "error"}) and makes the exit code 1.
    """
    if bool(files) == bool(lines_file):
        raise click.UsageError(
            "Name files, or --lines DOCS.jsonl: one of the two.", click.get_current_context()
        )
    asked = asked_of_the_program()
    if len(files) == 1:
        read = _read_file(files[0], kind, published)
        if asked.as_json:
            out.value(read)
        else:
            _print_card(read)
        return
    failed = 0
    documents = _lines_of(lines_file, kind, published) if lines_file else _each(files, kind, published)
    for name, read_or_error in documents:
        if isinstance(read_or_error, FactcheckError):
            failed += 1
            trouble.report(read_or_error)
            if asked.as_json:
                out.value_line({"source": {"name": name}, "error": _as_fields(read_or_error)})
        elif asked.as_json:
            out.value_line(read_or_error)
        else:
            _print_card(read_or_error)
    if failed:
        trouble.say(f"{failed} could not be read.")
        raise click.exceptions.Exit(trouble.TROUBLE)


def _read_file(file: Path, kind: str | None, published: str | None) -> dict[str, Any]:
    from factcheck.workbench import reading

    return reading.as_json(*reading.read_file(file, kind, published))


def _each(
    files: tuple[Path, ...], kind: str | None, published: str | None
) -> Iterator[tuple[str, dict[str, Any] | FactcheckError]]:
    """Several files, in several processes where that pays."""
    from factcheck.workbench import many

    with closing(many.read_files(files, kind, published)) as results:
        yield from results


def _lines_of(
    file: str, kind: str | None, published: str | None
) -> Iterator[tuple[str, dict[str, Any] | FactcheckError]]:
    """The documents of a file of JSON lines ("-": standard input); a line's own kind and date win."""
    from factcheck.workbench import reading

    for number, line in _numbered(file):
        name = f"line {number}"
        try:
            given = _parsed(line, f"{file}:{number}")
            name = given["id"] = str(given.get("id", name))
            _check(given, f"{file}:{number}")
            given["kind"] = given.get("kind") or kind
            given["published"] = given.get("published") or published
            yield name, reading.as_json(*reading.read_line(given))
        except FactcheckError as error:
            yield name, error


def _numbered(file: str) -> Iterator[tuple[int, str]]:
    """Lines are ended by newlines alone: JSON text may hold the other separators as they are."""
    if file == "-":
        source = sys.stdin.buffer
    else:
        try:
            source = Path(file).open("rb")  # noqa: SIM115 - closed below, standard input stays open
        except OSError as error:
            raise FactcheckError("The file cannot be read", f"{file}: {error.strerror}") from error
    try:
        for number, line in enumerate(source, 1):
            if line.strip():
                yield number, line.decode("utf-8-sig", "surrogateescape")
    finally:
        if file != "-":
            source.close()


def _parsed(line: str, where: str) -> dict[str, Any]:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FactcheckError("A line is no JSON", f"{where}: {error}") from error
    if not isinstance(given, dict):
        raise FactcheckError("A line is no document", f"{where}: it must be an object with a text.")
    return given


def _check(given: dict[str, Any], where: str) -> None:
    if not isinstance(given.get("text"), str):
        raise FactcheckError("A line is no document", f"{where}: it has no text.")
    for name in ("kind", "published"):
        if not isinstance(given.get(name, ""), str | None):
            raise FactcheckError("A line is no document", f"{where}: {name} must be text.")


def _as_fields(error: FactcheckError) -> dict[str, str]:
    return {"title": error.title, "detail": error.detail, "hint": error.hint}


def _print_card(read: dict[str, Any]) -> None:
    from factcheck.cli.cards import reading_card

    out.lines(reading_card(read))
