"""How a row of the statements list, of the record and of the sources is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from factcheck.tui.safe import said, unwrapped
from factcheck.tui.verdicts import verdict
from factcheck.tui.words import counted, distance, listed, status

if TYPE_CHECKING:
    from factcheck.core.views.rows import BenchRow, RecordRow
    from factcheck.core.views.sources import SourceView

DATE = 10


def between(left: Content, right: Content, width: int) -> Content:
    """Left words and right words on one line; the left give way with an ellipsis."""
    room = width - right.cell_length - 1
    if room < 4:
        return left.truncate(max(width, 1), ellipsis=True)
    return Content.assemble(left.truncate(room, ellipsis=True, pad=True), " ", right)


def bench_row(row: BenchRow, width: int) -> list[Content]:
    """A heading (of a statement, or of proposals), a claim with its mark, or a proposal, dimmed, with its
    speaker and how sure."""
    if row.row == "statement":
        dim = " $dim strike" if row.withdrawn else " bold"
        left = said(
            listed(row.label, row.said_on or "no date", row.speaker or "speaker unknown", between="  ")
        )
        return [
            between(
                Content(" ").append(left.stylize(dim.strip())), said(f"{status(row.status)} ", "bold"), width
            )
        ]
    if row.row == "group":
        left = said(f" {listed(row.label, row.said_on, unwrapped(row.words), between='  ')}", "$dim bold")
        return [between(left, said(f"{row.waiting:,} proposed ", "$dim bold"), width)]
    if row.row == "proposal":
        words = Content.assemble("   ", said(f"proposed “{unwrapped(row.words)}”", "$dim italic"))
        whose = listed(row.speaker, f"{row.confidence} %") if row.speaker else row.basis or ""
        return [between(words, said(f"{whose} ", "$dim"), width)]
    style = "$dim" if not row.links or row.withdrawn else ""
    if row.withdrawn:
        style += " strike"
    mark = verdict(row.mark)
    words = Content.assemble("   ", said(f"{row.label} “{unwrapped(row.words)}”", style.strip()))
    return [between(words, Content.styled(f"{mark.glyph} {mark.code} ", mark.style), width)]


def _when(row: RecordRow) -> str:
    """The date in the room there is: a season in words, a long interval as it is written."""
    said_so = row.when_said if row.when and len(row.when_said) <= DATE + 1 else None
    season = row.when is not None and row.when[5:7] > "12"
    return (said_so if season and said_so else row.when) or "no date"


def record_row(row: RecordRow, width: int) -> list[Content]:
    """An event of the record on one line, with its verdict in words."""
    mark = verdict(row.mark)
    dim = "" if row.link else "$dim"
    date = said(f"{_when(row):<{DATE}} ", dim)
    title = f"scheduled for: {row.title}" if row.scheduled_only else row.title
    if row.row == "proposal":
        title, dim = f"proposed: {title}", "$dim italic"
    left = Content.assemble(
        " ",
        (mark.glyph if row.link else " ", mark.style),
        " ",
        said(row.label, dim),
        " ",
        date,
        said(title, dim),
    )
    return [between(left, said(row.verdict + " ", "" if row.link else "$dim"), width)]


def record_row_tall(row: RecordRow, width: int) -> list[Content]:
    """The same on two lines: below, who took part and the verdict in words."""
    mark = verdict(row.mark)
    dim = "" if row.link else "$dim"
    title = f"scheduled for: {row.title}" if row.scheduled_only else row.title
    if row.row == "proposal":
        title, dim = f"proposed: {title}", "$dim italic"
    first = Content.assemble(
        " ",
        (mark.glyph if row.link else " ", mark.style),
        " ",
        said(f"{row.label:<4}", dim),
        said(f"{_when(row):<{DATE}} ", dim),
        said(title, dim),
    )
    below = said("       " + listed(", ".join(row.who), row.reasons, row.basis), "$dim")
    verdict_words = said(row.verdict + " ", mark.style if row.link else "$dim")
    return [
        between(first, said(distance(row.days) + " " if row.days is not None else "", "$dim"), width),
        between(below, verdict_words, width),
    ]


def source_row(source: SourceView, width: int) -> list[Content]:
    """A source: its label, title and date; below, kind, size, and what could not be read."""
    holes = sum(count for _, _, count in source.holes)
    style = "$dim strike" if source.head.withdrawn else ""
    title = "[sealed] " + source.title if source.sealed else source.title
    first = Content.assemble(" ", said(f"{source.head.label:<4}", style), said(title, style))
    detail = listed(
        source.kind,
        f"tier {source.tier}" if source.tier else "no tier",
        counted(source.length, "character"),
        f"{counted(holes, 'hole')}" if holes else None,
    )
    return [
        between(first, said((source.published or "no date") + " ", style), width),
        Content.assemble("      ", said(detail, "$dim")),
    ]
