"""Versions and variants of sources: what became of their passages, and the texts of one utterance."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import out, trouble
from factcheck.cli.arguments import CaseCommand
from factcheck.cli.desk import Desk, acts, looks
from factcheck.cli.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.core.changes import Change
    from factcheck.workbench.readings.comparing import Comparison, TextOf
    from factcheck.workbench.readings.versions import Passage, Versions

STATES = {
    "carried": "carried over",
    "ready": "to be carried",
    "waits": "waits",
    "kept": "left there",
    "orphan": "no place",
}
_WIDTH = 80


@click.command(
    "versions",
    cls=CaseCommand,
    example="factcheck versions inquiry.db D7\nfactcheck versions inquiry.db D7 --all --json",
    short_help="What became of an earlier version's passages.",
)
@click.argument("source", metavar="D")
@click.option("--all", "of_all", is_flag=True, help="List those with the same words, too.")
@looks
def versions_command(desk: Desk, source: str, of_all: bool) -> None:
    """List the versions and variants of a source, and what became of the passages of its earlier versions.

    A passage is the same (same words, same place), moved (same words elsewhere), changed (similar words: the
    difference is shown, and what it turns over is named), or without a place. What changed waits until
    somebody accepts it or leaves it with factcheck carry. With --json all passages are listed.
    """
    from factcheck.workbench import readings

    found = readings.versions_of(desk.case, desk.viewer, source)
    if desk.as_json:
        out.value(found)
    else:
        out.lines(_listing(found, of_all=of_all))


def _listing(found: Versions, *, of_all: bool) -> Iterator[str]:
    from factcheck.cli.tables import table

    yield from table(
        ("SOURCE", "WHAT", "PASSAGES", "DATE", "TITLE"),
        [
            (kin.label, kin.relation, str(kin.passages), kin.published or "", kin.title)
            for kin in found.family
        ],
    )
    if not found.passages:
        return
    yield ""
    yield ", ".join(f"{count} {outcome}" for outcome, count in found.counts.items())
    shown = [one for one in found.passages if of_all or one.state != "carried" or one.outcome == "changed"]
    if not of_all:
        shown = [one for one in shown if one.outcome not in {"same", "moved"} or one.state == "waits"]
    whole = {(one.unit, one.words, one.words_now) for one in shown if one.entity != "claim"}
    shown = [
        one for one in shown if one.entity != "claim" or (one.unit, one.words, one.words_now) not in whole
    ]
    if shown:
        yield ""
        yield from table(
            ("RECORD", "PART", "FROM", "WHAT", "NOW", "PLACE", "THERE", "WORDS"),
            [_row(one) for one in shown],
        )
    for one in shown:
        yield from _details(one)
    if any(one.state in {"waits", "orphan"} for one in found.passages):
        trouble.say(
            f"factcheck carry {found.label} RECORD accepts what waits; --keep leaves it; "
            "--at PLACE anchors it by hand."
        )


def _row(one: Passage) -> tuple[str, ...]:
    return (
        one.unit if one.label in {one.unit, ""} else one.label,
        one.part,
        one.source,
        one.outcome,
        STATES[one.state],
        one.place,
        one.place_now or "",
        one.words,
    )


def _details(one: Passage) -> Iterator[str]:
    from factcheck.cli.tables import wrapped

    if one.outcome in {"same", "moved"} and not one.why:
        return
    yield ""
    yield listed(one.label or one.unit, one.part, one.why, turned_words(one.turned))
    if one.changes:
        yield from wrapped(marked(one.changes), _WIDTH, "  ")
    elif one.instead:
        yield from wrapped(f"was:   {one.words}", _WIDTH, "  ", "       ")
        yield from wrapped(f"there: {one.instead}", _WIDTH, "  ", "       ")


def turned_words(turned: Iterable[str]) -> str | None:
    """What a change turns over, for a person to see at once."""
    named = ", ".join(what.upper() for what in turned)
    return f"{named} DIFFERS" if named else None


def marked(changes: Iterable[Change]) -> str:
    """A difference of words in a line of text: `I [-did not-] {+did+} call`."""
    forms = {"same": "{}", "gone": "[-{}-]", "come": "{{+{}+}}"}
    return " ".join(forms[change.op].format(change.words) for change in changes)


@click.command(
    "carry",
    cls=CaseCommand,
    example="factcheck carry inquiry.db D7\nfactcheck carry inquiry.db D7 S4 E2.evidence\n"
    'factcheck carry inquiry.db D7 S5 --keep\nfactcheck carry inquiry.db D7 S6 --at "45:12-46:3"',
    short_help="Carry passages over to a later version.",
)
@click.argument("source", metavar="D")
@click.argument("records", nargs=-1, metavar="[ID...]")
@click.option("--keep", is_flag=True, help="Leave these in the earlier version; they no longer wait.")
@click.option(
    "--at",
    "places",
    multiple=True,
    metavar="PLACE",
    help="Anchor one record here by hand: START:END, 45:12-46:3, or its exact words.",
)
@click.option(
    "--part", type=click.Choice(["words", "question", "oath"]), default="words", help="With --at: which part."
)
@acts
def carry_command(
    desk: Desk, source: str, records: tuple[str, ...], keep: bool, places: tuple[str, ...], part: str
) -> None:
    """Carry over to the source D what its earlier versions hold: all passages with the same words, at once.

    With ID those that you accept although their words changed: grades that rest on them become stale. The
    earlier version and its history stay.
    """
    from factcheck.cli.kin import tell_carried
    from factcheck.cli.places import stretches_in_source
    from factcheck.workbench import acts as workbench

    ctx = click.get_current_context()
    if keep and (places or not records):
        raise click.UsageError("--keep needs the records that stay, and no --at.", ctx)
    if places and len(records) != 1:
        raise click.UsageError("--at anchors one record.", ctx)
    if keep:
        desk.made_all(workbench.keep(desk.case, desk.viewer, source, records))
    elif places:
        spans = stretches_in_source(desk, source, places)
        desk.made(workbench.anchor_by_hand(desk.case, desk.viewer, source, records[0], spans, part))
    else:
        done = workbench.carry(desk.case, desk.viewer, source, records)
        desk.made(done.made, **tell_carried(done))


@click.command(
    "compare",
    cls=CaseCommand,
    example="factcheck compare inquiry.db S1",
    short_help="Set the texts of one utterance side by side.",
)
@click.argument("statement", metavar="S")
@looks
def compare_command(desk: Desk, statement: str) -> None:
    """Show the words of a statement in every text of them, word by word: the primary one, recorded variants,
    and what stands there in sources that are variants of its source.
    """
    from factcheck.workbench import readings

    found = readings.compare(desk.case, desk.viewer, statement)
    if desk.as_json:
        out.value(found)
    else:
        out.lines(_compared(found))


@click.command(
    "primary",
    cls=CaseCommand,
    example="factcheck primary inquiry.db S1 D4",
    short_help="Let a statement quote another text of its words.",
)
@click.argument("statement", metavar="S")
@click.argument("source", metavar="D")
@acts
def primary_command(desk: Desk, statement: str, source: str) -> None:
    """Let the statement S quote the source D, which is a variant of the one that it quotes now.

    Its claims, links and grades stay with it; grades are stale where the words differ. The text that was
    quoted stays as a variant. Captions never take the place of a transcript.
    """
    from factcheck.workbench import acts as workbench

    desk.made(workbench.make_primary(desk.case, desk.viewer, statement, source))


def _compared(found: Comparison) -> Iterator[str]:
    from factcheck.cli.tables import wrapped

    yield listed(found.label, found.speaker)
    for text in found.texts:
        yield ""
        yield _head(text)
        if text.words is None:
            yield f"  not found there: {text.why}"
            continue
        words = marked(text.changes) if text.differs else text.words
        yield from wrapped(words, _WIDTH, "  ")
        if text.turned:
            yield f"  {turned_words(text.turned)}"
    if found.reason:
        yield ""
        yield from wrapped(found.reason, _WIDTH)


def _head(text: TextOf) -> str:
    return listed(
        text.label or "not recorded",
        f"{text.source} {text.title}" if text.source else text.title,
        text.place,
        "primary"
        if text.primary
        else ("differs" if text.differs else "the same words" if text.words else None),
        "captions" if text.captions else (f"tier {text.tier}" if text.tier else None),
    )


@click.command(
    "errata",
    cls=CaseCommand,
    example="factcheck errata inquiry.db D3 sheet.csv --published 2018-06-20\n"
    "factcheck errata inquiry.db D3 D9",
    short_help="Record a witness's errata sheet.",
)
@click.argument("transcript", metavar="D")
@click.argument("sheet", metavar="FILE|D")
@click.option("--witness", metavar="P", help="Who signs it, where the transcript does not tell.")
@click.option("--published", metavar="DATE", help="When it was signed.")
@acts
def errata_command(
    desk: Desk, transcript: str, sheet: str, witness: str | None, published: str | None
) -> None:
    """Record each entry of an errata sheet of the transcript D as a later statement of the witness.

    An entry names a page, a line, the words there and what they should be; a table names its columns. The
    answer as it was given stays what it is, and the correction stands beside it. A sheet whose words do not
    stand at its pages and lines is refused whole.
    """
    from factcheck.workbench import acts as workbench

    given: str | Path = Path(sheet) if Path(sheet).is_file() else sheet
    done = workbench.apply_errata(
        desk.case, desk.viewer, transcript, given, witness=witness, published=published
    )
    if desk.as_json:
        out.value({"sheet": done.made.label, "sworn": done.sworn, "corrected": list(done.corrected)})
        return
    from factcheck.cli.tables import table

    out.lines(
        table(
            ("PLACE", "ANSWER", "CORRECTION", "TURNS", "FROM", "TO"),
            [
                (
                    one.place,
                    one.original,
                    one.later,
                    ", ".join(one.turned),
                    one.was or "(nothing)",
                    one.now or "(struck)",
                )
                for one in done.corrected
            ],
        )
    )
    for one in done.corrected:
        if "polarity" in one.turned:
            trouble.say(f"{one.later} turns the answer of {one.original} round: “{one.was}” to “{one.now}”.")
    if not done.sworn:
        trouble.say(f"{done.made.label} does not say that it is sworn to: the status is to confirm.")
