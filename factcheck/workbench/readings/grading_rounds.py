"""The rounds of grading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.light import dataclass
from factcheck.store import rows

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.core.views.records import Head
    from factcheck.store.case import CaseFile


@dataclass(frozen=True, slots=True)
class RoundView:
    """One round. The last one is the round in which grades are given now."""

    head: Head
    number: int
    blind: bool


def rounds(case: CaseFile, viewer: Viewer) -> list[RoundView]:
    """The rounds that were opened, in order; none while grades are given in the first, open one."""
    with case.reading() as db:
        found = [
            RoundView(item.head, item.get("number"), item.get("blind"))
            for item in rows.every(db, viewer, "round")
        ]
    return sorted(found, key=lambda item: (item.number, item.head.made_at))
