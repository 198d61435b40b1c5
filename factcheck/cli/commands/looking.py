"""Looking: the records of a kind as a table, one record as a card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import out, trouble
from factcheck.cli.arguments import CaseCommand, Code
from factcheck.cli.desk import Desk, looks
from factcheck.cli.lists import KINDS, UNRESOLVED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.core.views.rows import RecordRow

_PAGE = 200


@click.command(
    "list",
    cls=CaseCommand,
    example="factcheck list inquiry.db claims\nfactcheck list inquiry.db grades --json",
    short_help="List the records of a kind.",
)
@click.argument("kind", type=Code(tuple(KINDS)), metavar="KIND")
@click.option("--register", metavar="D7", help="Of rows: those of one register.")
@click.option("--filter", "wanted", metavar="F", help="Of rows: who:grant date:2016-07..2016-09 words")
@click.option("--unresolved", is_flag=True, help="Of rows: those whose citations name nothing here.")
@click.option("--offset", type=click.IntRange(min=0), metavar="N", help="Of rows: how many to pass over.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Of rows: how many, 200 unless said.")
@looks
def list_command(desk: Desk, kind: str, **options: Any) -> None:
    """List the records of KIND: sources, statements, claims, events, rows, links, grades, findings, people,
    notes, tags, explanations, reviewers or proposals.

    Lines are cut to the terminal's width; --json has everything. Rows of registers come a page at a time.
    """
    from factcheck.workbench import readings

    if kind == "rows":
        _list_rows(desk, **options)
        return
    if any(options.values()):
        raise click.UsageError("These options are for rows.", click.get_current_context())
    records = readings.list_records(desk.case, desk.viewer, kind)
    if desk.as_json:
        out.value(records)
    elif records:
        from factcheck.cli.tables import table

        columns = KINDS[kind].columns
        out.lines(
            table(
                [column.head for column in columns],
                [[column.of(item) for column in columns] for item in records],
            )
        )
    else:
        trouble.say(f"No {kind} here yet. {KINDS[kind].when_empty}")


def _once(row: dict[str, Any]) -> dict[str, Any]:
    """A row as a line shows it: its place only where that is not its label, that it is gone only where it is,
    and each citation that waits with the reason."""
    waits = [f"{one['cite']} ({one['why']})" for one in row.get("unresolved", ())]
    place = None if row["ref"] == row["label"] else row["ref"]
    return {**row, "ref": place, "gone": row["gone"] or None, "unresolved": "; ".join(waits)}


def _list_rows(
    desk: Desk,
    register: str | None,
    wanted: str | None,
    unresolved: bool,
    offset: int | None,
    limit: int | None,
) -> None:
    from factcheck.workbench import readings

    page = readings.register_rows(
        desk.case,
        desk.viewer,
        register=register,
        wanted=wanted or "",
        unresolved=unresolved,
        offset=offset or 0,
        limit=limit or _PAGE,
    )
    if desk.as_json:
        out.value(page.rows)
    elif page.rows:
        from factcheck.cli.tables import table

        columns = (UNRESOLVED if unresolved else KINDS["rows"]).columns
        out.lines(
            table(
                [column.head for column in columns],
                [[column.of(_once(item)) for column in columns] for item in page.rows],
            )
        )
    elif unresolved:
        trouble.say("No citation waits.")
    else:
        trouble.say("No rows fit." if wanted else f"No rows here yet. {KINDS['rows'].when_empty}")
    last = page.offset + len(page.rows)
    if page.rows and (page.total is None or last < page.total):
        of = f" of {page.total:,}" if page.total is not None else ""
        trouble.say(f"Rows {page.offset + 1:,} to {last:,}{of}; go on with --offset {last}.")


@click.command(
    "show",
    cls=CaseCommand,
    example="factcheck show inquiry.db S1.C3\nfactcheck show inquiry.db L4 --json\n"
    "factcheck show inquiry.db D1 --text",
    short_help="Show a record in full.",
)
@click.argument("record", metavar="ID")
@click.option(
    "--text", "as_text", is_flag=True, help="The text of a source, each line with the offset it begins at."
)
@looks
def show_command(desk: Desk, record: str, as_text: bool) -> None:
    """Show everything of the record ID (a label such as S1.C3, E2, L4, D1, or an id), with its history."""
    from factcheck.workbench import readings

    if as_text:
        _print_text(desk, record)
        return
    found = readings.show(desk.case, desk.viewer, record)
    if desk.as_json:
        out.value(found)
    else:
        out.lines(_card(desk, found))
        _say_page(desk, record, found)


def _say_page(desk: Desk, typed: str, found: dict[str, Any]) -> None:
    """Which page it is, where a source was named by a Bates number."""
    from factcheck.workbench import readings

    if found["entity"] == "source" and readings.numbered(desk.case, desk.viewer, typed):
        hit = next(iter(readings.find(desk.case, desk.viewer, typed, 1)), None)
        if hit is not None:
            trouble.say(f"{typed} is in {hit.label}: {hit.snippet}")


def _card(desk: Desk, found: dict[str, Any]) -> Iterator[str]:
    """The card that fits the record best, and its history."""
    from factcheck.cli import bench_cards, cards
    from factcheck.workbench import readings

    id_ = found["id"]
    match found["entity"]:
        case "claim":
            claim = readings.claim_view(desk.case, desk.viewer, id_)
            yield from bench_cards.claim_card(claim, _linked(desk, id_))
        case "event":
            yield from bench_cards.event_card(readings.event_view(desk.case, desk.viewer, id_))
        case "link":
            link = readings.link_view(desk.case, desk.viewer, id_)
            yield from bench_cards.link_card(readings.pair(desk.case, desk.viewer, link.claim, link.target))
        case _:
            yield from cards.record_card(found)
            return
    yield from cards.history_card(found)


def _linked(desk: Desk, claim: str) -> list[RecordRow]:
    """What is linked to a claim; it comes first among the record beside it."""
    from factcheck.workbench import readings

    linked: list[RecordRow] = []
    while page := readings.record_rows(desk.case, desk.viewer, claim, len(linked), _PAGE):
        linked += (more := [row for row in page if row.link])
        if len(more) < len(page):
            break
    return linked


def _print_text(desk: Desk, source: str) -> None:
    from factcheck.workbench import readings

    if desk.as_json:
        length = readings.source_view(desk.case, desk.viewer, source).length
        out.value({"text": readings.text_of(desk.case, desk.viewer, source, 0, length)})
        return
    for first in range(0, readings.line_count(desk.case, desk.viewer, source), _PAGE):
        lines = readings.text_lines(desk.case, desk.viewer, source, first, _PAGE)
        out.lines(f"{line.start:>7}  {line.text}" for line in lines)
