"""Statements: what was said on the record, from a source or as a reviewer enters it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import click

from factcheck.cli.arguments import CaseCommand, Code, what_was_said
from factcheck.cli.desk import Desk, acts
from factcheck.core import codes

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.core.views.sources import TurnView


def _about_a_statement(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that both ways of making a statement share, in the order of the help."""
    options = [
        click.option("--said-on", metavar="DATE", help="When it was said."),
        click.option("--forum", help="Where: the committee, the court, the programme."),
        click.option("--addressee", metavar="PERSON", help="To whom."),
        click.option("--on-behalf-of", metavar="PERSON", help="For whom the speaker spoke."),
        click.option("--reporter", help="Who reports words that are not quoted directly."),
        click.option("--question", help="The question that drew it, word for word."),
        click.option("--question-by", metavar="PERSON", help="Who asked."),
        click.option("--context", help="What one must know to read it."),
        click.option("--clarity", type=Code(get_args(codes.Clarity)), help="How clear the question was."),
        click.option("--elicited", type=Code(get_args(codes.Elicited)), help="Whether it was asked for."),
        click.option("--responsive", type=Code(get_args(codes.Responsive)), help="Whether it answers."),
        click.option("--form", type=Code(get_args(codes.Form)), help="How it is put."),
        click.option("--status", type=Code(get_args(codes.Status)), help="Sworn or not."),
        click.option("--status-basis", help="What shows that."),
        click.option("--setting", type=Code(get_args(codes.Setting)), help="How it came about."),
        click.option("--quotation", type=Code(get_args(codes.Quotation)), help="How its words come to us."),
        click.option("--variant-of", metavar="S", help="It is another text of this statement."),
        click.option("--regarding", metavar="S", help="It takes up this earlier statement."),
        click.option(
            "--afterwards",
            multiple=True,
            type=Code(get_args(codes.Afterwards)),
            help="How it takes it up; may be given twice.",
        ),
        click.option("--prompted/--unprompted", default=None, help="Whether somebody pressed for it."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@click.command(
    "capture",
    cls=CaseCommand,
    example='factcheck capture inquiry.db D1 "did not have communications" --speaker "Jeff Sessions"\n'
    'factcheck capture inquiry.db D1 1204:1389 --speaker "Jeff Sessions" --said-on 2017-01-10',
    short_help="Take a statement from a source.",
)
@click.argument("source")
@click.argument("places", nargs=-1, required=True, metavar='START:END|P:L-P:L|"EXACT WORDS"...')
@click.option("--speaker", metavar="PERSON", help="Who said it; of a transcript, as it says itself.")
@click.option("--question-at", "questions", multiple=True, metavar="PLACE", help="Where the question stands.")
@click.option("--oath-at", "oaths", multiple=True, metavar="PLACE", help="Where the speaker is sworn in.")
@_about_a_statement
@acts
def capture_command(
    desk: Desk,
    source: str,
    places: tuple[str, ...],
    speaker: str | None,
    questions: tuple[str, ...],
    oaths: tuple[str, ...],
    **said: Any,
) -> None:
    """Take a statement from SOURCE: its words stay anchored there. It gets one claim, the whole of it.

    A place is a stretch of offsets (characters from 0, the end excluded), page and line as printed
    (45:12-46:3), or exact words; several make one statement that the source interrupts. Of a transcript, who
    speaks, the question, the day and the oath are taken from it unless they are given.
    """
    from factcheck.cli.places import stretches_in_source
    from factcheck.workbench import acts as workbench
    from factcheck.workbench import readings

    spans, asked, sworn = (stretches_in_source(desk, source, named) for named in (places, questions, oaths))
    turn = readings.turn_at(desk.case, desk.viewer, source, spans[0][0])
    if speaker is None and (turn is None or turn.speaker is None):
        raise click.UsageError(_unnamed(source, turn), click.get_current_context())
    desk.made(
        workbench.capture(
            desk.case,
            desk.viewer,
            source,
            spans,
            speaker=speaker,
            question_spans=asked,
            oath_spans=sworn,
            **what_was_said(said),
        )
    )


def _unnamed(source: str, turn: TurnView | None) -> str:
    if turn is None or not turn.candidates:
        return f"Nobody is named as the speaker there in {source}; say who it is with --speaker."
    return f"It may be {' or '.join(turn.candidates)} who speaks there in {source}; say which with --speaker."


@click.command(
    "statement",
    cls=CaseCommand,
    example='factcheck statement inquiry.db --words "My answer was correct." --speaker "Jeff Sessions"',
    short_help="Enter a statement that has no source.",
)
@click.option("--words", required=True, help="What was said, word for word.")
@click.option("--speaker", required=True, metavar="PERSON", help="Who said it.")
@_about_a_statement
@acts
def statement_command(desk: Desk, words: str, speaker: str, **said: Any) -> None:
    """Enter a statement without a document. It is marked so everywhere, until a source is captured."""
    from factcheck.workbench import acts as workbench

    desk.made(
        workbench.statement(desk.case, desk.viewer, words=words, speaker=speaker, **what_was_said(said))
    )
