"""The sources of a real case, as `sources_desk.SourcesDesk` asks for them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from factcheck.workbench import readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.core.views.proposals import ProposalView
    from factcheck.core.views.sources import TurnView
    from factcheck.workbench.cases import OpenCase


class CaseSources(ABC):
    """A part of `case_desk.CaseDesk`, which has the case and knows who acts."""

    _case: OpenCase

    @property
    @abstractmethod
    def _actor(self) -> Viewer:
        """Who acts: the case's viewer."""

    def proposals_in(self, source: str) -> Sequence[ProposalView]:
        return readings.proposals(self._case, self._actor, source)

    def occurrences(self, source: str, words: str) -> Sequence[tuple[int, int]]:
        return readings.occurrences(self._case, self._actor, source, words)

    def turn_at(self, source: str, offset: int) -> TurnView | None:
        return readings.turn_at(self._case, self._actor, source, offset)

    def questions(self, source: str) -> Sequence[tuple[int, int | None]]:
        return readings.questions(self._case, self._actor, source)

    def place_typed(self, source: str, typed: str) -> int:
        return readings.place_typed(self._case, self._actor, source, typed)

    def numbered(self, typed: str) -> tuple[str, int, int] | None:
        return readings.numbered(self._case, self._actor, typed)
