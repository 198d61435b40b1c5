"""Several judgements of one link side by side: who gave which codes, and why."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.content import Content

from factcheck.core.light import dataclass
from factcheck.core.rubric import SVR1
from factcheck.tui.cards import BLANK, NOTHING, Block
from factcheck.tui.grading import find_code
from factcheck.tui.safe import said, unwrapped
from factcheck.tui.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.core.views.judgements import GradeView
    from factcheck.core.views.pairs import LinkView

NARROWEST = 32
"""Cells that a column has at least; where there is no room for all, they stand below one another."""

GAP = " │ "


@dataclass(frozen=True, slots=True)
class Columns(Block):
    """Blocks beside one another, as many columns as there is room for."""

    columns: tuple[tuple[Block, ...], ...] = ()

    def lines(self, width: int) -> list[Content]:
        abreast = max(1, min(len(self.columns), (width + len(GAP)) // (NARROWEST + len(GAP))))
        each = (width - len(GAP) * (abreast - 1)) // abreast
        lines: list[Content] = []
        for first in range(0, len(self.columns), abreast):
            group = self.columns[first : first + abreast]
            wrapped = [[line for block in column for line in block.lines(each)] for column in group]
            lines += [_abreast(cells, each) for cells in zip_longest(*wrapped, fillvalue=NOTHING)]
            lines.append(NOTHING)
        return lines[:-1]


def _abreast(cells: Sequence[Content], width: int) -> Content:
    padded = [cell.truncate(width, ellipsis=True, pad=True) for cell in cells]
    return Content.styled(GAP, "$dim").join(padded)


def latest_grades(link: LinkView) -> list[GradeView]:
    """Each reviewer's latest grade that is open to the viewer, by reviewer."""
    latest = {grade.reviewer: grade for grade in sorted(link.grades, key=lambda g: (g.round, g.as_of))}
    return [latest[reviewer] for reviewer in sorted(latest)]


def judgements(link: LinkView, marked: str | None = None) -> Iterator[Block]:
    """What was settled, and who dissents; then the grades side by side, with their reasons. `marked` is the
    grade that is chosen."""
    for settled in link.adjudications:
        yield Block(said(settled.said, "bold"), said(f"settled by {settled.reviewer}  ", "$statement"))
        chosen = f"chose the grade of {settled.chosen}" if settled.chosen else ""
        yield Block(said(listed(chosen, unwrapped(settled.reason)), "$dim"))
        yield BLANK
    for dissent in link.dissents:
        words = listed(SVR1.say(dissent.codes) if dissent.codes else "", unwrapped(dissent.text))
        yield Block(said(words), said(f"{dissent.reviewer} dissents  ", "$contradiction"))
        yield BLANK
    grades = latest_grades(link)
    if not grades:
        yield Block(said("Nobody has graded this link yet.", "$dim"))
        return
    differing = {
        dimension.key
        for dimension in SVR1.dimensions
        if len({grade.codes.get(dimension.key) for grade in grades}) > 1
    }
    columns = tuple(tuple(_grade(grade, differing, grade.head.id == marked)) for grade in grades)
    yield Columns(NOTHING, columns=columns)


def _grade(grade: GradeView, differing: set[str], chosen: bool) -> Iterator[Block]:
    mark = Content.styled("▌" if chosen else " ", "$statement")
    yield Block(said(grade.reviewer, "reverse bold" if chosen else "bold"), mark)
    for dimension in SVR1.dimensions:
        differs = dimension.key in differing
        lead = Content.assemble(mark, ("≠ " if differs else "  ", "bold $statement"))
        words = Content.assemble(
            (f"{dimension.label} ", "$dim"), said(_code(dimension.key, grade.codes), "bold")
        )
        yield Block(words, lead)
    how = listed(
        f"round {grade.round}", f"as of {grade.as_of}", "blind" if grade.blind else "not blind",
        "older than its evidence" if grade.stale else None,
    )  # fmt: skip
    yield Block(said(how, "$dim"), mark)
    if grade.rationale:
        yield Block(said(f"“{unwrapped(grade.rationale)}”"), mark)
    if grade.reason:
        yield Block(said(f"cannot tell: {unwrapped(grade.reason)}"), mark)


def _code(dimension: str, codes: Mapping[str, str]) -> str:
    key = codes.get(dimension, "")
    code = find_code(SVR1.dimension(dimension), key)
    return f"{key} {code.label}" if code else key or "–"
