"""Matching: what of the record may bear on a claim, best first, and what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import out, trouble
from factcheck.cli.arguments import CaseCommand
from factcheck.cli.desk import Desk, acts, looks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.core.views.claims import ClaimView
    from factcheck.core.views.searching import Suggestion


@click.command(
    "suggest",
    cls=CaseCommand,
    example="factcheck suggest inquiry.db S1.C3\nfactcheck suggest inquiry.db --top 3 --json",
    short_help="Suggest what of the record fits a claim.",
)
@click.argument("claim", required=False)
@click.option(
    "--top", type=click.IntRange(min=1), default=10, metavar="N", help="How many a claim; 10 unless you say."
)
@looks
def suggest_command(desk: Desk, claim: str | None, top: int) -> None:
    """Suggest events for CLAIM, or for every claim, best first, with the reasons.

    A suggestion is no finding: factcheck link joins the two, factcheck set-aside turns one down for this
    claim. What is linked already is marked with its link.
    """
    from factcheck.workbench import readings

    suggested = _for_one(desk, claim, top) if claim else readings.suggest_all(desk.case, desk.viewer, top)
    if desk.as_json:
        out.value([_as_fields(desk, label, found) for _, label, found in suggested])
        return
    shown = 0
    for id_, _, found in suggested:
        if found or claim:
            view = readings.claim_view(desk.case, desk.viewer, id_)
            out.lines([*([""] if shown else []), *_card(desk, view, found)])
            shown += 1
    if not shown:
        trouble.say(
            "Nothing of the record fits a claim yet. factcheck event and factcheck triage bring events."
        )


@click.command(
    "set-aside",
    cls=CaseCommand,
    example="factcheck set-aside inquiry.db S1.C3 E7",
    short_help="Turn a suggestion down for a claim.",
)
@click.argument("claim")
@click.argument("target")
@acts
def set_aside_command(desk: Desk, claim: str, target: str) -> None:
    """Turn TARGET down for CLAIM: it is not suggested for it again. For other claims nothing changes."""
    from factcheck.workbench import acts as workbench

    desk.made(workbench.set_aside(desk.case, desk.viewer, claim, target))


def _for_one(desk: Desk, claim: str, top: int) -> Iterator[tuple[str, str, list[Suggestion]]]:
    from factcheck.workbench import readings

    head = readings.claim_view(desk.case, desk.viewer, claim).head
    yield head.id, head.label, readings.suggest(desk.case, desk.viewer, head.id, top)


def _link_label(desk: Desk, item: Suggestion) -> str | None:
    from factcheck.workbench import readings

    return readings.head(desk.case, desk.viewer, item.link).label if item.link else None


def _as_fields(desk: Desk, claim: str, found: list[Suggestion]) -> dict[str, Any]:
    return {
        "claim": claim,
        "candidates": [
            {
                "event": item.label,
                "rank": item.rank,
                "score": item.score,
                "reasons": item.reasons,
                "id": item.id,
                "title": item.title,
                "when": item.when,
                "link": _link_label(desk, item),
            }
            for item in found
        ],
    }


def _card(desk: Desk, claim: ClaimView, found: list[Suggestion]) -> Iterator[str]:
    from factcheck.cli.tables import PAGE, wrapped
    from factcheck.cli.wording import listed

    yield from wrapped(f"{claim.head.label}  “{claim.words}”", hang="  ")
    if not found:
        yield "  Nothing of the record fits it."
    for item in found:
        link = _link_label(desk, item)
        known = listed(item.when_said, ", ".join(item.who), f"linked as {link}" if link else None)
        yield from wrapped(f"{item.rank}. {item.label}  {item.title}", PAGE, indent="  ", hang="   ")
        yield from wrapped(known, PAGE, indent="     ")
        yield from wrapped(listed(*item.reasons), PAGE, indent="     ")
