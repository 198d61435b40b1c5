"""The versions of a real case, as `versions_desk.VersionsDesk` asks for them."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from factcheck.workbench import acts, readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.core.views.records import Made
    from factcheck.workbench.acts import Carried
    from factcheck.workbench.cases import OpenCase
    from factcheck.workbench.readings.versions import Versions

_OFFSETS = re.compile(r"@?\s*(\d+)\s*:\s*(\d+)")


class CaseVersions(ABC):
    """A part of `case_desk.CaseDesk`, which has the case and knows who acts."""

    _case: OpenCase

    @property
    @abstractmethod
    def _actor(self) -> Viewer:
        """Who acts: the case's viewer."""

    def versions(self, source: str) -> Versions:
        return readings.versions_of(self._case, self._actor, source)

    def carry(self, source: str, units: Sequence[str]) -> Carried:
        return acts.carry(self._case, self._actor, source, units)

    def keep_there(self, source: str, units: Sequence[str]) -> None:
        acts.keep(self._case, self._actor, source, units)

    def anchor_by_hand(self, source: str, record: str, typed: str, part: str) -> Made:
        viewer = self._actor
        span = readings.stretch_typed(self._case, viewer, source, typed)
        if span is None and (offsets := _OFFSETS.fullmatch(typed.strip())):
            span = int(offsets[1]), int(offsets[2])
        if span is None:
            span = readings.find_words(self._case, viewer, source, typed)
        return acts.anchor_by_hand(self._case, viewer, source, record, [span], part)

    def set_version(self, source: str, of: str) -> None:
        acts.set_version(self._case, self._actor, source, of)

    def set_variant(self, source: str, of: str) -> None:
        acts.set_variant(self._case, self._actor, source, of)

    def resembling_sources(self, source: str) -> Sequence[tuple[str, float]]:
        from factcheck.workbench import kinship  # late: sketches cost time that a start need not spend

        found = kinship.resemblances(self._case, self._actor, source)
        return [(one.label, one.share) for others in found.values() for one in others]
