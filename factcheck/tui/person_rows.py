"""Lines of the People screen: a person in the list, the card, and what the case holds of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from factcheck.core.light import dataclass
from factcheck.tui.cards import Block
from factcheck.tui.rows import between
from factcheck.tui.safe import said
from factcheck.tui.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.core.views.people import Dossier, Mentioned
    from factcheck.core.views.rows import PersonRow


@dataclass(frozen=True, slots=True)
class DossierLine:
    """A heading (no `item`), or something of the record that names the person."""

    heading: str = ""
    item: Mentioned | None = None


def person_row(row: PersonRow, width: int) -> list[Content]:
    """A person on one line: label, name, and how much the case has of them."""
    left = Content.assemble(" ", said(f"{row.label:<4} ", "$dim"), said(row.name))
    return [between(left, said(f"{_amount(row)} ", "$dim"), width)]


def person_row_tall(row: PersonRow, width: int) -> list[Content]:
    """The same on two lines: below, in words, with other names."""
    first = Content.assemble(" ", said(f"{row.label:<4} ", "$dim"), said(row.name))
    also = f"also {', '.join(row.aliases)}" if row.aliases else None
    parts = [
        f"said {row.said}" if row.said else None,
        f"asked {row.asked}" if row.asked else None,
        f"took part {row.took_part}" if row.took_part else None,
        also,
    ]
    below = said("      " + (listed(*parts) or "only named"), "$dim")
    return [first, below.truncate(width, ellipsis=True)]


def _amount(row: PersonRow) -> str:
    return listed(
        f"said {row.said}" if row.said else None,
        f"asked {row.asked}" if row.asked else None,
        f"took part {row.took_part}" if row.took_part else None,
    )


def person_card(dossier: Dossier) -> Iterator[Block]:
    """Names, dated roles, note, notes, tags, and who was found to be the same."""
    yield Block(said(dossier.name, "bold $statement"), said(f"{dossier.head.label} ", "$dim"))
    for lead, words in (
        ("also called ", ", ".join(dossier.aliases)),
        ("role ", "; ".join(listed(title, when, between=", ") for title, when in dossier.roles)),
        ("about ", dossier.note or ""),
        ("same person ", ", ".join(dossier.merged)),
        ("tags ", ", ".join(dossier.tags)),
    ):
        if words:
            yield Block(said(words), said(lead, "$dim"))
    for note in dossier.notes:
        yield Block(said(note.text), said(f"note by {note.reviewer} ", "$dim"))
    if not (dossier.aliases or dossier.roles or dossier.note):
        yield Block(said("No other names and no roles are recorded yet.", "$dim"))


def dossier_lines(dossier: Dossier) -> list[DossierLine]:
    """What they said, were asked by them, took part in and explained, under headings."""
    lines: list[DossierLine] = []
    for heading, items in (
        ("Said", dossier.said),
        ("Asked", dossier.asked),
        ("Took part", dossier.took_part),
        ("Explained", dossier.explained),
    ):
        if items:
            lines.append(DossierLine(f"{heading} · {counted(len(items), 'time')}"))
            lines += [DossierLine(item=item) for item in items]
    return lines


def dossier_row(line: DossierLine, width: int) -> list[Content]:
    """A heading, or an item with its words below."""
    item = line.item
    if item is None:
        return [Content(""), said(f" {line.heading}", "bold $record")]
    first = Content.assemble(" ", said(f"{item.label:<4} ", "$dim"), said(item.when_said or "no date"))
    return [
        between(first, said(f"{item.how or ''} ", "$dim"), width),
        said(f"      {item.words}").truncate(width, ellipsis=True),
    ]
