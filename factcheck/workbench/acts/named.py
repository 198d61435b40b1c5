"""The records that an act names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.store import rows
from factcheck.workbench.registering.taking_up import taken_up

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.rows import Stored


def in_use(act: Act, viewer: Viewer, ref: str, *entities: str) -> Stored:
    """The record of one of these sorts that a label or an id names; one that is withdrawn is refused: what is
    built on it would count for nothing and be shown nowhere. Where a row will do, a register's row becomes a
    record by being named."""
    found = rows.of_sort(act.db, viewer, taken_up(act, viewer, ref) if "row" in entities else ref, *entities)
    if found.head.withdrawn:
        raise FactcheckError(
            f"{found.label or ref} is withdrawn", f"{found.head.withdrawn_reason}.", "Reinstate it first."
        )
    return found
