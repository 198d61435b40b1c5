"""A grade in words: at rest, its remarks, and what the fuller form added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from factcheck.core.rubric import SVR1
from factcheck.tui.safe import said
from factcheck.tui.words import listed, moment

if TYPE_CHECKING:
    from factcheck.core.checks import Remark
    from factcheck.core.views.judgements import GradeView
    from factcheck.core.views.pairs import Pair
    from factcheck.tui.grading import Typed


def remark_line(remark: Remark) -> Content:
    """A remark of the checks: what blocks, what to look at again, what is owed."""
    style = {"block": "bold $contradiction", "warn": "$statement", "owed": "$dim"}[remark.severity]
    word = {"block": "Cannot be saved: ", "warn": "Look again: ", "owed": ""}[remark.severity]
    return said(word + remark.text, style)


def extras(typed: Typed) -> str:
    """What the fuller form added, on one line."""
    scope = " ".join(f"{slot} {value}" for slot, value in typed.scope.items())
    readings = " ".join(
        f"{name} {reading.get('text', '')} {reading.get('degree', '')}".replace("  ", " ")
        for name, reading in sorted(typed.readings.items())
    )
    return listed(
        f"scope: {scope}" if scope else None,
        f"readings: {readings}" if readings else None,
        f"awareness {typed.awareness}" if typed.awareness else None,
        f"also kinds {' '.join(typed.also)}" if typed.also else None,
        f"reason: {typed.reason}" if typed.reason else None,
    )


def resting(pair: Pair | None, title: str, me: str) -> list[Content]:
    """How a pair is graded, as far as I may see it: the verdict, then who gave it and why."""
    if pair is None or (pair.event is None and pair.statement is None and pair.row is None):
        return [
            Content.styled("Choose something of the record to grade the claim against.", "$dim"),
            Content(""),
        ]
    head = said(title + "  ", "bold")
    if pair.claim.proposed is not None or (pair.event is not None and pair.event.proposed is not None):
        return [
            Content.assemble(head, ("proposed: l accepts and links, g grades as well", "$dim")),
            Content(""),
        ]
    if pair.link is None:
        return [
            Content.assemble(head, ("not linked: l links them, g grades them and links", "$dim")),
            Content(""),
        ]
    settled = pair.link.adjudications
    if settled:
        why = listed(f"settled by {settled[-1].reviewer}", settled[-1].reason)
        return [Content.assemble(head, said(settled[-1].said)), said(why, "$dim")]
    grades = pair.link.grades
    if not grades:
        return [Content.assemble(head, ("linked, not graded: g grades", "$dim")), Content("")]
    mine = next((grade for grade in grades if grade.reviewer == me), grades[0])
    others = [_other(grade) for grade in grades if grade is not mine]
    rationale = f"“{mine.rationale}”" if mine.rationale else ""
    when = f"{mine.reviewer} {moment(mine.head.changed_at)}"
    differ = (
        Content.styled("≠ reviewers differ  ", "bold $statement")
        if pair.link.state == "range"
        else Content("")
    )
    return [Content.assemble(head, differ, said(mine.said)), said(listed(when, *others, rationale), "$dim")]


def _other(grade: GradeView) -> str:
    codes = " ".join(grade.codes.get(dimension.key, "") for dimension in SVR1.dimensions)
    return f"{grade.reviewer}: {codes}"
