"""Where a record's words stand, as a reader cites it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.light import dataclass

if TYPE_CHECKING:
    from factcheck.core.anchors import Anchor


@dataclass(frozen=True, slots=True)
class Citation:
    """A quotation with its place: the source's id and label, the pin cite, and the anchor (None: no stored
    source). `record` is the id of the record that quotes, so that the check of the quotation is found."""

    source: str | None
    source_label: str | None
    cite: str
    """Ready to print, e.g. `newspaper transcript, 2017-01-10, ¶212`."""
    tier: str | None
    anchor: Anchor | None
    record: str | None = None
