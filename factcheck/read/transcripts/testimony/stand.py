"""Who is on the stand at each place of the testimony, and in which examination."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from factcheck.read.transcripts.testimony.appearances import Appearances
from factcheck.read.transcripts.testimony.oaths import Witness
from factcheck.read.transcripts.testimony.running_heads import Heads
from factcheck.read.transcripts.testimony.spelt_names import surname, written

_LATE = 4_000
"""Code points within which a witness who speaks is named by the oath that follows."""


class Stand:
    """The witnesses of one document. `deponent` is whom the cover of the present sitting names, `heading`
    where the last heading of an examination stood and the kind that it names."""

    def __init__(
        self, text: str, appearances: Appearances, heads: Heads, witnesses: Sequence[Witness]
    ) -> None:
        self._text, self._appearances, self._heads, self._witnesses = text, appearances, heads, witnesses
        self._sworn_at = [witness.start for witness in witnesses]
        self._by_surname = {surname(witness.name): witness.name for witness in witnesses}
        self.deponent: str | None = None
        self.heading: tuple[int, str | None] = (-1, None)

    def witness_at(self, offset: int) -> str | None:
        """The witness on the stand: the last one sworn in, or whom the page's running head names since."""
        k = bisect_right(self._sworn_at, offset) - 1
        sworn = self._witnesses[k] if k >= 0 else None
        since, head = self._heads.at(offset) or (-1, None)
        if head is not None and (sworn is None or since > sworn.start):
            last = surname(written(head.witness))
            if self.deponent and surname(self.deponent) == last:
                return self.deponent
            return self._by_surname.get(last) or self._appearances.witness_called(head.witness, self._text)
        if sworn:
            return sworn.name
        if self.deponent:
            return self.deponent
        if k + 1 < len(self._witnesses) and self._witnesses[k + 1].start - offset < _LATE:
            return self._witnesses[k + 1].name
        return None

    def examination_at(self, offset: int) -> tuple[str, ...]:
        """The flag of the kind of examination that a heading or a running head gives, whichever came last."""
        begun, kind = self.heading
        since, head = self._heads.at(offset) or (-1, None)
        if head is not None and since > begun and head.examination != "examination":
            kind = head.examination
        return (f"{kind.replace(' ', '-')}-examination",) if kind else ()
