"""Searching the case: its records and the text of its sources, and writing down that nothing was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli import out, trouble
from factcheck.cli.arguments import CaseCommand, Code
from factcheck.cli.desk import Desk, acts, looks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.views.searching import Hit

KINDS = {
    "statements": ("statement",),
    "claims": ("claim",),
    "events": ("event",),
    "people": ("person", "alias", "role"),
    "evidence": ("evidence",),
    "explanations": ("explanation",),
    "notes": ("note",),
    "tags": ("tag",),
    "sources": ("source",),
    "text": ("place",),
}
"""What `--kind` takes, and what it looks through: `text` is what the sources say."""


@click.command(
    "search",
    cls=CaseCommand,
    example='factcheck search inquiry.db "did not have communications"\n'
    "factcheck search inquiry.db kislyak --kind events --kind people\n"
    "factcheck search inquiry.db '\"Russian ambassador\" meet*'\n"
    "factcheck search inquiry.db who:kislyak linked:no",
    short_help="Search records and the text of sources.",
)
@click.argument("query", nargs=-1, required=True, metavar="QUERY...")
@click.option(
    "--kind", "kinds", multiple=True, type=Code(tuple(KINDS)), help="Only these; may be given twice."
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=50,
    metavar="N",
    help="How many at most; 50 unless you say.",
)
@looks
def search_command(desk: Desk, query: tuple[str, ...], kinds: tuple[str, ...], limit: int) -> None:
    """Search the case: each word of QUERY must occur, "quoted words" together, meet* is a beginning.

    Conditions narrow it to statements, claims and events: who:kislyak, date:2016-07..2016-09, linked:no,
    graded:yes, degree:2..4, status:sworn, tag:x; a minus before one turns it round (-who:kislyak; put --
    before the query then). Letter case and accents do not count. AT is the place in the source's text, in
    characters from 0.
    """
    from factcheck.workbench import readings

    sorts = [sort for kind in kinds for sort in KINDS[kind]] or None
    typed = " ".join(query)
    found = readings.search_case(desk.case, desk.viewer, typed, limit, sorts)
    if desk.as_json:
        out.value(found)
    elif found:
        _print(found)
        if len(found) == limit:
            trouble.say(f"The first {limit}; --limit shows more.")
    else:
        trouble.say("Nothing was found. Of sources, factcheck searched can put that on record.")


@click.command(
    "searched",
    cls=CaseCommand,
    example="factcheck searched inquiry.db --source D3 --source D4 --query kislyak",
    short_help="Record a search that finds nothing.",
)
@click.option(
    "--source", "sources", multiple=True, required=True, metavar="D", help="Where; may be given twice."
)
@click.option("--query", required=True, help="What is looked for, as factcheck search takes it.")
@acts
def searched_command(desk: Desk, sources: tuple[str, ...], query: str) -> None:
    """Search the text of sources. Where it is not there, that becomes an event, with what was searched.

    The event names the query, the sources, how much was searched and what of them could not be read; it can
    be linked and graded. Where the words are found, they are shown and nothing is recorded.
    """
    from factcheck.workbench import acts as workbench

    answer = workbench.searched(desk.case, desk.viewer, query, sources)
    if answer.made is not None:
        desk.made(answer.made, hits=[])
    elif desk.as_json:
        out.value({"id": None, "label": None, "hits": answer.hits})
    else:
        _print(answer.hits)
    if answer.made is None:
        trouble.say(f"Found {len(answer.hits)} times: nothing is recorded.")


def _print(hits: Sequence[Hit]) -> None:
    from factcheck.cli.tables import table

    rows = [
        (
            hit.entity if hit.start is None else "text",
            hit.label,
            "" if hit.start is None else str(hit.start),
            hit.snippet,
        )
        for hit in hits
    ]
    out.lines(table(("KIND", "ID", "AT", "WORDS"), rows))
