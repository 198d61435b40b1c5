"""The sources of a real case, as `sources_desk.SourcesDesk` asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.case_part import CasePart
from factcheck.workbench import readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.views.proposals import ProposalView
    from factcheck.core.views.sources import TurnView


class CaseSources(CasePart):
    """A part of `case_desk.CaseDesk`."""

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
