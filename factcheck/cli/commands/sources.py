"""Sources: bringing documents into a case, and deciding what of their proposals becomes a record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from factcheck.cli import out, trouble
from factcheck.cli.arguments import CaseCommand, Code, what_was_said
from factcheck.cli.desk import Desk, acts
from factcheck.core import codes
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.core.views import ProposalView
    from factcheck.workbench.acts import Added

ONE_ONLY = ("title", "cite_as", "address", "printed_as")
"""What can be said of one document only."""

_ID_SHOWN = 8


@click.command(
    "add",
    cls=CaseCommand,
    example='factcheck add inquiry.db letter.txt --kind letter --published 2017-03-06 --cite-as "Letter"\n'
    "factcheck add inquiry.db https://www.example.org/article.html\n"
    "factcheck add inquiry.db exhibits --recursive",
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
@click.option("--recursive", is_flag=True, help="Add all that can be read in a folder, and in those in it.")
@click.option("--no-extract", is_flag=True, help="Propose nothing from it.")
@acts
def add_command(
    desk: Desk, places: tuple[str, ...], recursive: bool, no_extract: bool, **said: str | None
) -> None:
    """Add documents: each is kept byte for byte, read, and searched for statements and events to propose.

    PATH is a file, the address of a page (https://...), or with --recursive a folder. What a page says of its
    title, author and date is taken over where no option says it. Bytes that the case already holds are said
    and skipped, and so is what cannot be read in a folder. One PATH that fails does not stop the others.
    """
    several = len(places) > 1 or (recursive and Path(places[0]).is_dir())
    if several and (too_many := [name for name in ONE_ONLY if said[name] is not None]):
        option = too_many[0].replace("_", "-")
        raise click.UsageError(
            f"--{option} is of one document; add them one by one.", click.get_current_context()
        )
    bringing = _Bringing(desk, several)
    card = {"extract": not no_extract, **what_was_said(said)}
    for place in places:
        bringing.bring(place, recursive, card)
    bringing.end()


@dataclass
class _Bringing:
    """Documents on their way in: what came, what did not, and the word on each."""

    desk: Desk
    several: bool
    answers: list[dict[str, Any]] = field(default_factory=list)
    skipped: int = 0
    failed: int = 0
    is_of_folders: bool = False

    def bring(self, place: str, recursive: bool, card: dict[str, Any]) -> None:
        from factcheck.workbench import acts as workbench
        from factcheck.workbench import fetching

        case, viewer, path = self.desk.case, self.desk.viewer, Path(place)
        try:
            if fetching.is_address(place):
                self._came(place, fetching.add_address(case, viewer, place, progress=trouble.say, **card))
            elif path.is_dir():
                self._bring_folder(path, recursive, card)
            else:
                self._came(place, workbench.add_source(case, viewer, path, **card))
        except FactcheckError as error:
            if not self.several:
                raise
            self._did_not_come(error)

    def _bring_folder(self, folder: Path, recursive: bool, card: dict[str, Any]) -> None:
        from factcheck.workbench import folders

        if not recursive:
            raise FactcheckError(
                "This is a folder, not a file",
                f"{folder}",
                "Add all that can be read in it with --recursive, or name the files.",
            )
        self.is_of_folders = True
        for outcome in folders.add_folder(self.desk.case, self.desk.viewer, folder, **card):
            if outcome.added:
                self._came(str(outcome.path), outcome.added)
            elif outcome.failed:
                self._did_not_come(outcome.failed)
            else:
                self.skipped += 1
                trouble.say(f"{outcome.path} was skipped: {outcome.skipped}")

    def end(self) -> None:
        """The answer for a program, the sum for a person, and the exit code."""
        if self.desk.as_json and (self.answers or self.is_of_folders):
            out.value(self.answers if self.several else self.answers[0])
        known = sum(answer["same_as"] is not None for answer in self.answers)
        if self.is_of_folders:
            trouble.say(
                f"{len(self.answers) - known} added, {known} already there, {self.skipped} skipped, "
                f"{self.failed} failed."
            )
        elif self.failed:
            trouble.say(f"{self.failed} of {self.failed + len(self.answers)} could not be added.")
        if self.failed:
            raise click.exceptions.Exit(trouble.TROUBLE)

    def _came(self, place: str, added: Added) -> None:
        self.answers.append(_answer(place, added))
        if not self.desk.as_json:
            out.lines(self.answers[-1]["label"])
        _remark(place, added)

    def _did_not_come(self, error: FactcheckError) -> None:
        self.failed += 1
        trouble.report(error)


def _answer(place: str, added: Added) -> dict[str, Any]:
    return {
        "id": added.made.id if added.made else None,
        "label": added.made.label if added.made else added.same_as,
        "file": place,
        "same_as": added.same_as,
        "proposals": added.proposals,
        "holes": [{"what": what, "where": where, "count": count} for what, where, count in added.holes],
    }


def _remark(place: str, added: Added) -> None:
    if added.made is None:
        trouble.say(f"{place} is already here as {added.same_as}; skipped.")
        return
    for hole in added.holes:
        what, where, count = hole
        trouble.say(f"{added.made.label}: {count} not read: {what}, {where}")
    if added.proposals:
        trouble.say(f"{added.made.label}: {added.proposals} proposals wait; factcheck triage lists them.")


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
