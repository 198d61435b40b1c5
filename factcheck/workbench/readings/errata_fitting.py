"""An errata sheet held against a transcript before it is recorded: which entries stand where they say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.extract.errata import read_sheet
from factcheck.match.turning import turned
from factcheck.store import rows, texts
from factcheck.workbench.erratum_places import place_of
from factcheck.workbench.readings.cited import source_name
from factcheck.workbench.readings.corrected import corrections

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.extract.errata import Sheet
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `was` is empty where words are put in, `now` where they are struck; `turned` is what it
    turns over, `why` says why it has no place in the transcript, `known` that it was recorded before."""

    place: str
    was: str
    now: str
    reason: str
    turned: tuple[str, ...]
    why: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True)
class ErrataFit:
    """A sheet beside a transcript, both by their labels. `unread` are lines that look like entries and are
    not understood; `witness` is who answers most in the transcript, None where its turns do not tell."""

    sheet: str
    transcript: str
    entries: tuple[Entry, ...]
    unread: tuple[str, ...]
    sworn: bool
    signed: str | None
    witness: str | None

    @property
    def whole(self) -> bool:
        """Whether the sheet can be applied: it is, whole, or not at all."""
        return bool(self.entries) and not self.unread and not any(entry.why for entry in self.entries)


def errata_fit(case: CaseFile, viewer: Viewer, transcript: str, sheet: str) -> ErrataFit:
    """What applying a sheet to a transcript would record, and what stands in its way."""
    with case.reading() as db:
        said, page = (rows.of_sort(db, viewer, ref, "source") for ref in (transcript, sheet))
        read = _read(db, page)
        recorded = {
            (one.place, one.was, one.now)
            for one in corrections(case, viewer, said.id, 0, said.get("length"))
            if one.sheet == page.label
        }
        entries = []
        for one in read.errata:
            place = place_of(db, said.id, one)
            entries.append(
                Entry(
                    one.place,
                    one.was,
                    one.now,
                    one.reason,
                    turned(one.was, one.now),
                    why=place if isinstance(place, str) else "",
                    known=(one.place, one.was, one.now) in recorded,
                )
            )
        return ErrataFit(
            page.label,
            said.label,
            tuple(entries),
            read.unread,
            read.oath is not None,
            page.get("published"),
            witness_of(db, said.id),
        )


def errata_transcripts(case: CaseFile, viewer: Viewer, sheet: str) -> list[tuple[str, str, bool]]:
    """The sources with printed lines to which a sheet may belong: label, title, and whether the words of its
    first entry stand in it; those come first. None where the sheet has no entries."""
    with case.reading() as db:
        page = rows.of_sort(db, viewer, sheet, "source")
        first = next(iter(_read(db, page).errata), None)
        if first is None:
            return []
        found = [
            (one.label, source_name(one), not isinstance(place_of(db, one.id, first), str))
            for one in rows.every(db, viewer, "source")
            if one.id != page.id and texts.place_at(db, one.id, one.get("length")).line
        ]
        return sorted(found, key=lambda one: not one[2])


def witness_of(db: Db, source: str) -> str | None:
    """Who answers most in a transcript; None where its turns do not tell."""
    answers = Counter(
        turn.speaker for turn in texts.turns(db, source) if turn.role == "answer" and turn.speaker
    )
    return answers.most_common(1)[0][0] if answers else None


def _read(db: Db, page: Stored) -> Sheet:
    return read_sheet(texts.slice_of(db, page.id, 0, page.get("length")))
