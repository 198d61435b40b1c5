"""Grading: one reviewer's judgement of a link, typed in one line."""

from __future__ import annotations

import re
from typing import Any

import click

from factcheck.cli import trouble
from factcheck.cli.arguments import Assignment, CaseCommand, Code
from factcheck.cli.desk import Desk, acts, as_of_stamp
from factcheck.core.codes import SCOPE_SLOTS
from factcheck.core.rubric import AWARENESS, SVR1, read_codes
from factcheck.errors import FactcheckError

_LINK = re.compile(r"L\d+[a-z]*", re.IGNORECASE)
_PAIR = re.compile(r"(\S+?)\s*[-–]\s*(\S+)")
_SLOTS = {re.sub(r"\W+", "", slot): slot for slot in SCOPE_SLOTS}


def _meanings(dimension: str) -> str:
    return ", ".join(f"{code.key} {code.label}" for code in SVR1.dimension(dimension).codes)


@click.command(
    "grade",
    cls=CaseCommand,
    example='factcheck grade inquiry.db L4 c342 --rationale "No limit of capacity stands in the words."\n'
    'factcheck grade inquiry.db S1.C3 E2 c 3 4 2 --reading "A plain=4" --reading "B campaign only=1"\n'
    'factcheck grade inquiry.db S1.C3-E3 u --reason "The encounter is not established."',
    short_help="Grade a link.",
)
@click.argument("words", nargs=-1, required=True, metavar="TARGET CODES...")
@click.option("--relation", metavar="KEY", help=f"{_meanings('relation')}.")
@click.option("--degree", metavar="KEY", help=f"{_meanings('degree')}.")
@click.option("--kind", metavar="KEY", help=f"{_meanings('kind')}.")
@click.option("--confidence", metavar="KEY", help=f"{_meanings('confidence')}.")
@click.option("--rationale", help="Why; owed from degree 2 on.")
@click.option("--reason", help="What is missing, where one cannot tell.")
@click.option("--as-of", metavar="DATE", help="The state of knowledge; today unless you say.")
@click.option("--also", multiple=True, metavar="KIND", help="A second kind; may be given twice.")
@click.option(
    "--reading",
    "readings",
    multiple=True,
    type=Assignment(last=True),
    metavar="NAME TEXT=DEGREE",
    help="A reading with a degree of its own; may be given twice.",
)
@click.option(
    "--scope",
    multiple=True,
    type=Assignment(),
    metavar="SLOT=y|n|?",
    help=f"Whether claim and event meet in {', '.join(SCOPE_SLOTS)}.",
)
@click.option(
    "--awareness",
    type=Code(tuple(AWARENESS)),
    help=f"Evidence of awareness: {', '.join(f'{key} {words}' for key, words in AWARENESS.items())}.",
)
@acts
def grade_command(
    desk: Desk,
    words: tuple[str, ...],
    relation: str | None,
    degree: str | None,
    kind: str | None,
    confidence: str | None,
    rationale: str | None,
    reason: str | None,
    as_of: str | None,
    also: tuple[str, ...],
    readings: tuple[tuple[str, str], ...],
    scope: tuple[tuple[str, str], ...],
    awareness: str | None,
) -> None:
    """Grade TARGET: a link (L4), or a claim and an event (S1.C3 E2, or S1.C3-E2), which are then linked.

    CODES are the four keys in order (relation, degree, kind, confidence), as c342 or c 3 4 2; or give the
    four options. u alone says that one cannot tell.
    """
    from factcheck.workbench import acts as workbench

    claim, target, typed = _target_and_codes(words)
    named = {"relation": relation, "degree": degree, "kind": kind, "confidence": confidence}
    codes = _codes(typed, {name: key for name, key in named.items() if key is not None})
    graded = workbench.grade(
        desk.case,
        desk.viewer,
        target,
        codes,
        claim=claim,
        rationale=rationale,
        reason=reason,
        as_of=as_of_stamp(as_of),
        also=also,
        scope={_slot(name): value for name, value in scope} or None,
        readings=[_reading(said, its_degree) for said, its_degree in readings] or None,
        awareness=awareness,
    )
    remarks = [{"severity": remark.severity, "text": remark.text} for remark in graded.remarks]
    desk.made(graded.made, remarks=remarks)
    trouble.say(SVR1.say(codes))
    for remark in graded.remarks:
        trouble.say(remark.text)


def _target_and_codes(words: tuple[str, ...]) -> tuple[str | None, str, str]:
    """(claim or None, target, codes as typed). A pair may be one word or two; a link is always one."""
    first, rest = words[0], words[1:]
    if pair := _PAIR.fullmatch(first):
        return pair[1], pair[2], " ".join(rest)
    if _LINK.fullmatch(first) or _is_a_grade(rest) or not rest:
        return None, first, " ".join(rest)
    return first, rest[0], " ".join(rest[1:])


def _is_a_grade(words: tuple[str, ...]) -> bool:
    try:
        return bool(read_codes(" ".join(words)))
    except FactcheckError:
        return False


def _codes(typed: str, named: dict[str, str]) -> dict[str, str]:
    if typed and named:
        raise click.UsageError(
            "Type the codes, or give them as options: one of the two.", click.get_current_context()
        )
    if typed:
        return read_codes(typed)
    if missing := [item.key for item in SVR1.dimensions if item.key not in named]:
        raise FactcheckError(
            "The grade is not complete",
            f"Missing: {', '.join(missing)}.",
            "Type four keys: c342 is contradicts, degree 3, kind 4 (scope or capacity), confidence 2.",
            trouble.USAGE,
        )
    for dimension in SVR1.dimensions:
        dimension.code(named[dimension.key])
    return named


def _slot(name: str) -> str:
    if (slot := _SLOTS.get(re.sub(r"[\W_]+", "", name.lower()))) is None:
        raise click.BadParameter(f"“{name}” is none of: {', '.join(SCOPE_SLOTS)}.", param_hint="--scope")
    return slot


def _reading(said: str, degree: str) -> dict[str, Any]:
    name, _, text = said.partition(" ")
    SVR1.dimension("degree").code(degree)
    return {"name": name, "text": text.strip(), "degree": degree}
