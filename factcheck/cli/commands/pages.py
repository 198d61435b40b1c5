"""Pages that are images: look at them, type what they say, check what another typed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from factcheck.cli import out, trouble
from factcheck.cli.arguments import CaseCommand
from factcheck.cli.desk import Desk, acts, looks
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.core.views.sources import PageView

_SHEET = """\
# Type what page {page} of {label} says, word for word, below this line.
# Lines that begin with # are left out. An empty text adds nothing.
"""


@click.command(
    "page",
    cls=CaseCommand,
    example="factcheck page inquiry.db D4\nfactcheck page inquiry.db D4 3\n"
    "factcheck page inquiry.db ABC0001236",
    short_help="List a source's pages, or open one outside.",
)
@click.argument("source")
@click.argument("page", required=False)
@looks
def page_command(desk: Desk, source: str, page: str | None) -> None:
    """Open PAGE of SOURCE in the program that shows such files; without PAGE, list the pages.

    SOURCE may be a Bates number: then its page is opened. Over ssh, or without a display, the path of a copy
    and the page are printed instead.
    """
    from factcheck.workbench import opening, readings

    pages = readings.pages(desk.case, desk.viewer, source)
    if page is None and len(pages) != 1 and _is_label(desk, source):
        if desk.as_json:
            out.value(pages)
        elif pages:
            _list(pages)
        else:
            trouble.say(f"{source} has no pages.")
        return
    opened = opening.open_page(desk.case, desk.viewer, source, page)
    if desk.as_json:
        out.value(opened)
        return
    shown = opened.page
    number = f"  page {shown.number} of the file" if shown else ""
    out.lines(f"{opened.path}{number}{f', {shown.bates}' if shown and shown.bates else ''}")
    if opened.why:
        trouble.say(f"Not opened: {opened.why}.")


def _is_label(desk: Desk, source: str) -> bool:
    """Whether the source was named by its label or id, and not by a number on one of its pages."""
    from factcheck.workbench import readings

    return readings.numbered(desk.case, desk.viewer, source) is None


def _list(pages: Sequence[PageView]) -> None:
    from factcheck.cli.tables import table

    rows = [(view.page, view.bates or "", "text" if view.has_text else "image", "; ".join(_typed(view)))
            for view in pages]  # fmt: skip
    out.lines(table(("PAGE", "BATES", "HOLDS", "TYPED"), rows))


def _typed(page: PageView) -> Iterator[str]:
    for one in page.typed:
        checked = f"checked by {one.checked_by}" if one.checked_by else "not checked"
        yield f"{one.label} by {one.typed_by}, {checked}"


@click.command(
    "type",
    cls=CaseCommand,
    example='factcheck type inquiry.db D4 3 --words "I met him on September 8."\n'
    "factcheck type inquiry.db ABC0001236",
    short_help="Type what a page that is an image says.",
)
@click.argument("source")
@click.argument("page", required=False)
@click.option("--words", help="What it says, word for word; else standard input, or your editor, has it.")
@acts
def type_command(desk: Desk, source: str, page: str | None, words: str | None) -> None:
    """Type what PAGE of SOURCE says, or the passage of it that matters.

    It becomes a source of its own, a variant of SOURCE with the page as its place, marked “read from image”;
    capture and evidence take words from it. A second reviewer confirms it with factcheck check, or by typing
    the same.
    """
    from factcheck.workbench import acts as workbench

    typed = words if words is not None else _asked_for(source, page)
    made = workbench.type_page(desk.case, desk.viewer, source, page, typed)
    desk.made(made)
    trouble.say(
        f"{made.label}: read from image; factcheck check {made.label} confirms it, by another reviewer."
    )


def _asked_for(source: str, page: str | None) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.read()
    written = click.edit(_SHEET.format(page=page or "it", label=source), extension=".txt")
    if written is None:
        raise FactcheckError("Nothing was typed", "The editor was left without saving.")
    return "\n".join(line for line in written.splitlines() if not line.startswith("#"))


@click.command(
    "check",
    cls=CaseCommand,
    example='factcheck check inquiry.db D8 --by "Ben Ito"',
    short_help="Confirm what another typed from an image.",
)
@click.argument("typed", metavar="D")
@acts
def check_command(desk: Desk, typed: str) -> None:
    """Say that D, which another reviewer typed, has what the image of its page has, word for word.

    Look at both first: factcheck show D --text, and factcheck page D. Whoever typed it cannot check it.
    """
    from factcheck.workbench import acts as workbench

    made = workbench.check_page(desk.case, desk.viewer, typed)
    desk.made(made)
    trouble.say(f"{made.label}: read from image, checked.")
