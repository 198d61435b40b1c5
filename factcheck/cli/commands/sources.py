"""Sources: bringing documents into a case, and deciding what of their proposals becomes a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from factcheck.cli import out, trouble
from factcheck.cli.adding import ONE_ONLY, Adding
from factcheck.cli.arguments import CaseCommand, Code, what_was_said
from factcheck.cli.desk import Desk, acts
from factcheck.core import codes
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.views.proposals import ProposalView

_ID_SHOWN = 8


@click.command(
    "add",
    cls=CaseCommand,
    example='factcheck add inquiry.db letter.txt --kind letter --published 2017-03-06 --cite-as "Letter"\n'
    "factcheck add inquiry.db https://www.example.org/article.html\n"
    "factcheck add inquiry.db exhibits --recursive --bates from-name",
    short_help="Add documents to a case.",
)
@click.argument("places", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option("--kind", type=Code(get_args(codes.SourceKind)), help="What the document is.")
@click.option("--published", metavar="DATE", help="When it was published.")
@click.option("--title", help="What it is called.")
@click.option("--cite-as", help="How a report cites it.")
@click.option(
    "--tier",
    type=Code(get_args(codes.Tier)),
    help="How near to the events: 1 official record ... 6 derivative.",
)
@click.option("--publisher", help="Who published it.")
@click.option("--author", help="Who wrote it.")
@click.option("--address", metavar="URL", help="Where it can be found.")
@click.option("--printed-as", help="What print this text was taken from.")
@click.option("--version-of", metavar="D", help="The source of which this is a later version.")
@click.option("--variant-of", metavar="D", help="The source of whose words this is another text.")
@click.option("--recursive", is_flag=True, help="Add all that can be read in a folder, and in those in it.")
@click.option(
    "--bates",
    metavar="from-name|stamp|FILE",
    help="Where Bates numbers stand: in the names of the files, stamped on the pages, or in a load file "
    "(DAT, OPT, CSV).",
)
@click.option("--dry-run", is_flag=True, help="List what would be added, and add nothing.")
@click.option(
    "--yes", is_flag=True, help="Ask nothing, and add even where the listing finds something wrong."
)
@click.option("--ocr", is_flag=True, help="Let images of pages be read by machine, marked so (extra: ocr).")
@click.option("--no-extract", is_flag=True, help="Propose nothing from it.")
@acts
def add_command(
    desk: Desk,
    places: tuple[str, ...],
    recursive: bool,
    bates: str | None,
    dry_run: bool,
    yes: bool,
    ocr: bool,
    no_extract: bool,
    **said: str | None,
) -> None:
    """Add documents: each is kept byte for byte, read, and searched for statements and events to propose.

    PATH is a file, the address of a page (https://...), or with --recursive a folder. What is in a ZIP
    archive or attached to a message is added, too, named by its path there. What a page says of its title,
    author and date is taken over where no option says it. Bytes that the case already holds are said and
    skipped, and so is what cannot be read in a folder. One PATH that fails does not stop the others.

    With --bates the files are listed first, with their numbers, pages, gaps and duplicates; on a terminal
    a folder or an archive is, too, and you are asked once. Without a terminal it goes on unless something is
    wrong: then nothing is added without --yes.
    """
    adding = Adding(desk, recursive, bates, dry_run, yes, {"extract": not no_extract, "ocr": ocr})
    if adding.of_several(places) and (too_many := [name for name in ONE_ONLY if said[name] is not None]):
        option = too_many[0].replace("_", "-")
        raise click.UsageError(
            f"--{option} is of one document; add them one by one.", click.get_current_context()
        )
    adding.add(places, what_was_said(said))


@click.command(
    "triage",
    cls=CaseCommand,
    example="factcheck triage inquiry.db\nfactcheck triage inquiry.db --accept-all --min-confidence 0.8",
    short_help="List proposals, accept or reject them.",
)
@click.option("--source", metavar="D", help="Only those of one source.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="X", help="From 0 to 1.")
@click.option("--accept-all", is_flag=True, help="Make records of all that are listed, in one act.")
@click.option(
    "--accept",
    multiple=True,
    metavar="ID",
    help="Make a record of this one; the beginning of its ID is enough.",
)
@click.option("--reject", multiple=True, metavar="ID", help="Turn this one down, for good.")
@acts
def triage_command(
    desk: Desk,
    source: str | None,
    min_confidence: float,
    accept_all: bool,
    accept: tuple[str, ...],
    reject: tuple[str, ...],
) -> None:
    """List what extraction proposes and nobody has decided yet.

    A proposal is no fact until a person accepts it. One that is rejected does not come back.
    """
    from factcheck.workbench import acts as workbench
    from factcheck.workbench import readings

    if accept_all and (accept or reject):
        raise click.UsageError(
            "--accept-all leaves nothing to --accept or --reject.", click.get_current_context()
        )
    proposed = readings.proposals(desk.case, desk.viewer, source)
    if accept or reject:
        wanted, unwanted = (
            [_named(proposed, beginning) for beginning in group] for group in (accept, reject)
        )
        made = workbench.accept(desk.case, desk.viewer, wanted) if wanted else []
        if unwanted:
            workbench.reject(desk.case, desk.viewer, unwanted)
            trouble.say(f"{len(unwanted)} turned down.")
        desk.made_all(made)
        return
    waiting = [proposal for proposal in proposed if proposal.confidence >= min_confidence]
    if accept_all:
        made = workbench.accept(desk.case, desk.viewer, [item.id for item in waiting]) if waiting else []
        desk.made_all(made)
        trouble.say(f"{len(made)} accepted." if made else "No proposal waits.")
    elif desk.as_json:
        out.value(waiting)
    else:
        _list(waiting)


def _named(proposed: Sequence[ProposalView], beginning: str) -> str:
    """The id of the one proposal that waits and begins so."""
    found = [item.id for item in proposed if beginning and item.id.startswith(beginning)]
    if len(found) == 1:
        return found[0]
    raise FactcheckError(
        f"{len(found) or 'No'} proposals that wait begin with “{beginning}”",
        ", ".join(found),
        "factcheck triage lists those that wait.",
        trouble.USAGE,
    )


def _list(waiting: Sequence[ProposalView]) -> None:
    from factcheck.cli.tables import table

    if not waiting:
        trouble.say("No proposal waits. factcheck add brings a document and its proposals.")
        return
    out.lines(
        table(
            ("ID", "WHAT", "SURE", "SOURCE", "WHEN", "WORDS"),
            [
                (
                    item.id[:_ID_SHOWN],
                    item.entity,
                    f"{item.confidence:.2f}",
                    f"{item.source_label} {item.start}:{item.end}",
                    item.when or "",
                    f"{item.speaker}: “{item.words}”" if item.speaker else item.words,
                )
                for item in waiting
            ],
        )
    )
    trouble.say(
        f"{len(waiting)} wait. Accept with --accept-all, or one by one with --accept ID; --reject ID."
    )
