"""The open grade strip in lines: codes so far, the codes there are, a definition, what the checks say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from factcheck.core.rubric import SVR1
from factcheck.tui.grade_words import extras, remark_line
from factcheck.tui.grading import Typed, find_code, remarks
from factcheck.tui.safe import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.views.pairs import Pair

ROOMY = 100


def open_lines(
    typed: Typed, pair: Pair, title: str, *, room: int, lit: int, defining: bool, trouble: str
) -> list[Content]:
    """All lines in a room of so many cells. `lit` is the code that the arrows stand on."""
    lines = flow(_so_far(typed, title), "   " if room > ROOMY else " ", room)
    if not typed.whole():
        lines += flow(_choices(typed, lit), "  ", room)
    if defining:
        lines.append(_definition(typed, lit))
    if further := extras(typed):
        lines.append(said(further, "$dim").truncate(room, ellipsis=True))
    if trouble:
        lines.append(said(trouble, "bold $contradiction"))
    else:
        lines += [remark_line(remark) for remark in remarks(typed, pair)]
    return lines


def flow(items: Sequence[Content], gap: str, room: int) -> list[Content]:
    """The items in lines, none of them broken."""
    lines = [Content("")]
    for item in items:
        if lines[-1] and lines[-1].cell_length + len(gap) + item.cell_length > room:
            lines.append(Content(""))
        lines[-1] = lines[-1].append(gap if lines[-1] else "").append(item)
    return lines


def _so_far(typed: Typed, title: str) -> list[Content]:
    items = [said(title, "bold")]
    codes = typed.codes()
    for dimension in SVR1.dimensions:
        name = (f"{dimension.label} ", "$dim")
        if key := codes.get(dimension.key):
            items.append(Content.assemble(name, (f"{key} {dimension.code(key).label}", "bold")))
        else:
            here = dimension is typed.at()
            items.append(Content.assemble(name, ("_", "bold reverse" if here else "$dim")))
    return items


def _choices(typed: Typed, lit: int) -> list[Content]:
    return [
        Content.assemble((code.key, "bold"), " ", (code.label, "underline" if number == lit else "$dim"))
        for number, code in enumerate(typed.at().codes)
    ]


def _definition(typed: Typed, lit: int) -> Content:
    codes = typed.codes()
    if lit == 0 and codes:
        dimension = SVR1.dimensions[len(codes) - 1]
        code = find_code(dimension, codes[dimension.key])
    else:
        code = typed.at().codes[lit]
    if code is None:
        return Content("")
    example = f" For example: {code.example}" if code.example else ""
    return Content.assemble((f"{code.label}: ", "bold $record"), (code.definition + example, ""))
