"""Duplicates: records that turn out to be one, and what was taken for one that is not.

Nothing is moved or deleted: the other record points to the one that stands for both, its label still
resolves, and what belongs to it is shown there too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.views.records import Made
from factcheck.errors import FactcheckError
from factcheck.store import rows
from factcheck.store.standing import MERGED
from factcheck.workbench.acts.named import in_use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile


def same(case: CaseFile, viewer: Viewer, refs: Sequence[str]) -> Made:
    """Says that these records are one: the first, or what it was merged into, stands for all of them from
    now on."""
    if len(refs) < 2:
        raise FactcheckError("Two records at least are said to be the same", exit_code=2)
    with case.act(viewer) as act:
        named = [in_use(act, viewer, ref, *MERGED) for ref in refs]
        first = rows.standing(act.db, viewer, named[0])
        if first.head.withdrawn:
            raise FactcheckError(
                f"{first.label}, which stands for {named[0].label}, is withdrawn",
                f"{first.head.withdrawn_reason}.",
                "Put it back first, or name another record first.",
            )
        for other in named[1:]:
            if other.head.entity != first.head.entity:
                raise FactcheckError(
                    "Only records of one sort can be the same",
                    f"{first.label} is a {first.head.entity}, {other.label} a {other.head.entity}.",
                    exit_code=2,
                )
        others = {other.id: other for other in (rows.standing(act.db, viewer, item) for item in named[1:])}
        for other in others.values():
            if other.id != first.id:
                act.put(f"{first.head.entity}.same", other.id, {"same_as": first.id})
        return Made(first.id, first.label, act.batch)


def separate(case: CaseFile, viewer: Viewer, ref: str) -> Made:
    """Says that a record is not the same as another after all: it stands for itself again."""
    with case.act(viewer) as act:
        merged = rows.of_sort(act.db, viewer, ref, *MERGED)
        if not merged.get("same_as"):
            raise FactcheckError(
                f"{merged.label} stands for itself",
                "It was not said to be the same as another.",
                "Name the record that was merged into the other one.",
                2,
            )
        act.put(f"{merged.head.entity}.separate", merged.id, {"same_as": None})
        return Made(merged.id, merged.label, act.batch)
