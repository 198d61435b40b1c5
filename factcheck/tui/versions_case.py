"""The versions and texts of a real case, as `versions_desk.VersionsDesk` asks for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.tui.case_part import CasePart
from factcheck.tui.safe import unwrapped
from factcheck.workbench import acts, readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.views.records import Made
    from factcheck.core.views.searching import Hit
    from factcheck.workbench.acts import Carried, Errata
    from factcheck.workbench.readings.comparing import Comparison
    from factcheck.workbench.readings.corrected import Correction
    from factcheck.workbench.readings.errata_fitting import ErrataFit
    from factcheck.workbench.readings.versions import Versions

_TO_THE_END = 2**62
_OFFSETS = re.compile(r"@?\s*(\d+)\s*:\s*(\d+)")


class CaseVersions(CasePart):
    """A part of `case_desk.CaseDesk`."""

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

    def resembling_sources(self, source: str) -> Sequence[tuple[str, str]]:
        from factcheck.workbench import kinship  # late: sketches cost time that a start need not spend

        found = kinship.resemblances(self._case, self._actor, source)
        return [(one.label, one.told(label)) for label, others in found.items() for one in others]

    def comparison(self, ref: str) -> Comparison:
        return readings.compare(self._case, self._actor, ref)

    def make_primary(self, statement: str, source: str) -> Made:
        return acts.make_primary(self._case, self._actor, statement, source)

    def quoted_in(self, source: str) -> Sequence[Hit]:
        from factcheck.core.views.searching import Hit

        case, viewer = self._case, self._actor
        found: dict[str, Hit] = {}
        for kin in readings.versions_of(case, viewer, source).family:
            if kin.relation in {"itself", "variant"}:
                for start, end, entity, label in readings.marks_in(case, viewer, kin.id, 0, _TO_THE_END):
                    if entity == "statement" and label not in found:
                        words = readings.text_of(case, viewer, kin.id, start, end)
                        found[label] = Hit("statement", label, label, unwrapped(words), ())
        return list(found.values())

    def errata_transcripts(self, sheet: str) -> Sequence[tuple[str, str, bool]]:
        return readings.errata_transcripts(self._case, self._actor, sheet)

    def errata_fit(self, transcript: str, sheet: str) -> ErrataFit:
        return readings.errata_fit(self._case, self._actor, transcript, sheet)

    def apply_errata(self, transcript: str, sheet: str, witness: str | None) -> Errata:
        return acts.apply_errata(self._case, self._actor, transcript, sheet, witness=witness)

    def corrections(self, source: str, start: int, end: int) -> Sequence[Correction]:
        return readings.corrections(self._case, self._actor, source, start, end)
