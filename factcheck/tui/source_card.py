"""The card of a source: what it is, where it came from, what could not be read, what waits to be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.cards import Block
from factcheck.tui.safe import said
from factcheck.tui.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.core.views.sources import SourceView

HASH = 12
"""Digits of the hash that are shown; the whole is in the record."""


def source_card(source: SourceView, waiting: int) -> Iterator[Block]:
    """Its fields, a line each, holes said plainly."""
    yield Block(said(source.title, "bold $statement"), said(f"{source.head.label} ", "$dim"))
    if waiting:
        yield Block(said(f"{counted(waiting, 'proposal')} to decide: n goes to the next", "$statement"))
    for what, where, count in source.holes:
        yield Block(
            said(listed(f"{counted(count, 'place')} could not be read: {what}", where)),
            said("! ", "$contradiction"),
        )
    yield Block(
        said(
            listed(
                source.kind,
                source.published_said or source.published or "no date",
                f"tier {source.tier}" if source.tier else "no tier",
            )
        )
    )
    for lead, words in (
        ("by ", listed(source.author, source.publisher)),
        ("at ", source.address or ""),
        ("cite as ", source.cite_as or ""),
        ("version of ", source.version_of or ""),
        ("variant of ", source.variant_of or ""),
        ("Bates ", source.bates or ""),
        ("typed by ", source.typed_by or ""),
        ("checked by ", source.checked_by or ("nobody yet" if source.typed_by else "")),
        ("file ", listed(source.name, f"{source.size:,} bytes", source.encoding)),
        ("SHA-256 ", source.hash[:HASH] + "…"),
    ):
        if words:
            yield Block(said(words), said(lead, "$dim"))
    if source.sealed:
        yield Block(said("Sealed: left out of reports, exports and handouts.", "$contradiction"))
