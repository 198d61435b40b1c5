"""The record: events, the evidence of them, explanations, people."""

from __future__ import annotations

from typing import Any, get_args

import click

from factcheck.cli.arguments import CaseCommand, Code, what_was_said
from factcheck.cli.desk import Desk, acts
from factcheck.core import codes

_PLACES = click.option(
    "--at",
    "places",
    multiple=True,
    metavar='START:END|"WORDS"',
    help="Where in the source; may be given twice.",
)
_TIER = click.option(
    "--tier",
    type=Code(get_args(codes.Tier)),
    help="How near to the event: 1 official record ... 6 derivative.",
)


@click.command(
    "event",
    cls=CaseCommand,
    example='factcheck event inquiry.db --title "Office meeting" --when 2016-09-08 --who "Jeff Sessions"',
    short_help="Enter an event.",
)
@click.option("--title", required=True, help="What happened, in a few neutral words.")
@click.option(
    "--when", metavar="DATE", help='As it is known: 2016-09-08, "spring 2016", "about 8 September 2016".'
)
@click.option(
    "--who",
    multiple=True,
    metavar="PERSON",
    help="Who took part: NAME, NAME (CAPACITY), or NAME? where that is in doubt; may be given twice.",
)
@click.option("--place", help="Where.")
@click.option("--description", help="What else is known.")
@click.option("--established", type=Code(get_args(codes.Established)), help="How well it is established.")
@click.option("--count", type=click.IntRange(min=0), metavar="N", help="How many, when it stands for a set.")
@acts
def event_command(desk: Desk, title: str, who: tuple[str, ...], **said: Any) -> None:
    """Enter an event: what the record shows to have happened. factcheck evidence says what shows it."""
    from factcheck.workbench import acts as workbench

    desk.made(workbench.event(desk.case, desk.viewer, title=title, who=who, **what_was_said(said)))


@click.command(
    "evidence",
    cls=CaseCommand,
    example='factcheck evidence inquiry.db E2 --source D3 --at "spoke briefly" --mode reported --tier 4',
    short_help="Say what shows an event.",
)
@click.argument("event")
@click.option("--mode", required=True, type=Code(get_args(codes.Mode)), help="Scheduled is not attended.")
@click.option("--source", metavar="D", help="The document that shows it.")
@_PLACES
@_TIER
@click.option("--cited", help="The citation, where the case does not hold the document.")
@click.option("--says-when", metavar="DATE", help="When it was, by this evidence.")
@click.option("--says-place", metavar="PLACE", help="Where, by this evidence.")
@click.option("--says-means", metavar="MEANS", help="How (in person, by telephone), by this evidence.")
@click.option("--says-who", metavar="WHO", help="Who was there, by this evidence.")
@click.option("--origin", help="Whom this account goes back to: accounts of one origin count once.")
@acts
def evidence_command(
    desk: Desk, event: str, mode: str, source: str | None, places: tuple[str, ...], **said: Any
) -> None:
    """Say what shows EVENT: a passage of a source, or a citation.

    What sources say differently of the same event stays visible side by side.
    """
    from factcheck.workbench import acts as workbench

    spans = _spans(desk, source, places)
    desk.made(
        workbench.evidence(
            desk.case, desk.viewer, event, mode=mode, source=source, spans=spans, **what_was_said(said)
        )
    )


@click.command(
    "explain",
    cls=CaseCommand,
    example='factcheck explain inquiry.db L4 --words "He was asked about the campaign." --person "S. Flores" '
    "--offered by-spokesperson --fit partly",
    short_help="Enter the speaker's explanation.",
)
@click.argument("target")
@click.option("--words", help="The explanation, word for word, where it has no source.")
@click.option("--person", metavar="PERSON", help="Who gave it.")
@click.option("--on-behalf-of", metavar="PERSON", help="For whom.")
@click.option("--said-on", metavar="DATE", help="When it was given.")
@click.option("--source", metavar="D", help="The document that prints it.")
@_PLACES
@click.option("--offered", type=Code(get_args(codes.Offered)), help="How it came.")
@click.option("--type", type=Code(get_args(codes.ExplanationType)), help="What sort it is.")
@click.option("--fit", type=Code(get_args(codes.Fit)), help="How it fits the record.")
@click.option("--fit-why", help="Why.")
@click.option("--bears-on", multiple=True, metavar="E", help="An event that bears on it; may be given twice.")
@acts
def explain_command(
    desk: Desk, target: str, words: str | None, source: str | None, places: tuple[str, ...], **said: Any
) -> None:
    """Enter what the speaker, or someone for the speaker, says of a discrepancy; TARGET: a link or claim."""
    from factcheck.workbench import acts as workbench

    spans = _spans(desk, source, places)
    desk.made(
        workbench.explain(
            desk.case, desk.viewer, target, words=words, source=source, spans=spans, **what_was_said(said)
        )
    )


@click.command(
    "person",
    cls=CaseCommand,
    example='factcheck person inquiry.db "Jeff Sessions" --alias "J. Sessions" --role "Senator=1997/2017"',
    short_help="Enter a person.",
)
@click.argument("name")
@click.option("--alias", "aliases", multiple=True, metavar="NAME", help="Another name; may be given twice.")
@click.option("--role", "roles", multiple=True, metavar="OFFICE[=WHEN]", help="Held; may be given twice.")
@acts
def person_command(desk: Desk, name: str, aliases: tuple[str, ...], roles: tuple[str, ...]) -> None:
    """Enter a person, with other names and offices. Whoever is named in an act is entered anyway."""
    from factcheck.workbench import acts as workbench

    desk.made(
        workbench.person(desk.case, desk.viewer, name, aliases=aliases, roles=[_role(role) for role in roles])
    )


def _role(typed: str) -> tuple[str, str | None]:
    """An office and when it was held: `Senator=1997/2017`, or the office alone."""
    title, _, when = typed.partition("=")
    return title.strip(), when.strip() or None


def _spans(desk: Desk, source: str | None, places: tuple[str, ...]) -> list[tuple[int, int]]:
    if not places:
        return []
    if source is None:
        raise click.UsageError(
            "--at is a place in a source; say which with --source.", click.get_current_context()
        )
    from factcheck.cli.places import stretches_in_source

    return stretches_in_source(desk, source, places)
