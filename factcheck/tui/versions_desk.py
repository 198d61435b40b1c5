"""What the list of a source's versions, and the comparison of texts, ask of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.views.records import Made
    from factcheck.core.views.searching import Hit
    from factcheck.workbench.acts import Carried, Errata
    from factcheck.workbench.readings.comparing import Comparison
    from factcheck.workbench.readings.corrected import Correction
    from factcheck.workbench.readings.errata_fitting import ErrataFit
    from factcheck.workbench.readings.versions import Versions


class VersionsDesk(Protocol):
    """Versions and variants as one person sees them; a unit is called as `Passage.unit` says."""

    def versions(self, source: str) -> Versions:
        """The family of a source, and what became of the passages of its earlier versions."""
        ...

    def carry(self, source: str, units: Sequence[str]) -> Carried:
        """Carries over to a source what has the same words, or with units what a person accepts."""
        ...

    def keep_there(self, source: str, units: Sequence[str]) -> None:
        """Leaves these in the earlier version."""
        ...

    def anchor_by_hand(self, source: str, record: str, typed: str, part: str) -> Made:
        """Re-anchors a record at a place as people name it: its words, `45:12-46:3`, `START:END`."""
        ...

    def set_version(self, source: str, of: str) -> None:
        """Says that a source is a later version of another."""
        ...

    def set_variant(self, source: str, of: str) -> None:
        """Says that a source is another text of the same words."""
        ...

    def resembling_sources(self, source: str) -> Sequence[tuple[str, str]]:
        """The labels of sources that it resembles, with words on how."""
        ...

    def comparison(self, ref: str) -> Comparison:
        """The words of a statement, or of a claim's statement, in every text that the case has of them."""
        ...

    def make_primary(self, statement: str, source: str) -> Made:
        """Lets a statement quote another text of its words."""
        ...

    def quoted_in(self, source: str) -> Sequence[Hit]:
        """The statements that quote a source or a variant of it."""
        ...

    def errata_transcripts(self, sheet: str) -> Sequence[tuple[str, str, bool]]:
        """The transcripts to which an errata sheet may belong: label, title, whether it seems made for it."""
        ...

    def errata_fit(self, transcript: str, sheet: str) -> ErrataFit:
        """What applying a sheet to a transcript would record."""
        ...

    def apply_errata(self, transcript: str, sheet: str, witness: str | None) -> Errata:
        """Records the entries of a sheet in one act; `witness` is who signs it, where nothing tells."""
        ...

    def corrections(self, source: str, start: int, end: int) -> Sequence[Correction]:
        """What errata sheets change in a stretch of a transcript."""
        ...
