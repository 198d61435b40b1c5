"""Errata sheets: each entry becomes a later statement of the witness, beside the answer as it was given.

The transcript and what was recorded from it stay as they are. A sheet is applied whole or not at all: where
an entry's words do not stand at its page and line, it was made for other pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.core import records as r
from factcheck.core.anchors import cite_place
from factcheck.core.views.records import Made
from factcheck.errors import FactcheckError
from factcheck.extract.errata import Erratum, Sheet, read_sheet
from factcheck.match.turning import turned
from factcheck.store import rows, texts
from factcheck.workbench import dates, reading
from factcheck.workbench.acts.named import in_use
from factcheck.workbench.acts.people import Cast
from factcheck.workbench.acts.sources import record_source
from factcheck.workbench.acts.statements import captured, record_statement
from factcheck.workbench.erratum_places import place_of
from factcheck.workbench.readings.errata_fitting import witness_of
from factcheck.workbench.readings.source_texts import anchors_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored

REVERSED = "polarity reversed"
"""The tag of a correction that turns a denial into an affirmation, or the other way round."""

_TOLD = 12


@dataclass(frozen=True, slots=True)
class Corrected:
    """One entry of the sheet: the answer as it was recorded and the statement that corrects it, by their
    labels. `turned` is what the change turns over; `known` says that it was recorded before."""

    place: str
    was: str
    now: str
    reason: str
    original: str
    later: str
    turned: tuple[str, ...]
    known: bool = False


@dataclass(frozen=True, slots=True)
class Errata:
    """What became of a sheet: its source and its entries in order. `sworn` says whether the sheet itself has
    the words by which the witness swears to it."""

    made: Made
    sworn: bool
    corrected: tuple[Corrected, ...]


@dataclass(frozen=True, slots=True)
class _Fits:
    """An entry with the place of its words in the transcript."""

    erratum: Erratum
    start: int
    end: int


def apply_errata(
    case: CaseFile,
    viewer: Viewer,
    transcript: str,
    sheet: str | Path,
    *,
    witness: str | None = None,
    published: str | None = None,
) -> Errata:
    """Records the entries of an errata sheet (a file, or a source of the case) of a transcript, all in one
    act. `published` is the day on which it was signed; the witness is who answers in the transcript unless
    said. Refused whole, naming each entry, where words do not stand where the sheet says."""
    with case.act(viewer) as act:
        said = in_use(act, viewer, transcript, "source")
        page = _sheet(act, viewer, sheet, published)
        read = read_sheet(texts.slice_of(act.projected(), page.id, 0, page.get("length")))
        fitting = _fitting(act.db, said, page, read)
        writer = _Writer(act, viewer, said, page, read, witness or witness_of(act.db, said.id))
        done = tuple(writer.corrected(one) for one in fitting)
        return Errata(Made(page.id, page.label, act.batch), read.oath is not None, done)


def _sheet(act: Act, viewer: Viewer, sheet: str | Path, published: str | None) -> Stored:
    """The sheet as a source: the one that is named, or the file's, added unless its bytes are here."""
    if isinstance(sheet, str) and not Path(sheet).is_file():
        return in_use(act, viewer, sheet, "source")
    when = dates.understood(published) if published else None
    data, document = reading.read_source(Path(sheet), kind=None, published=when, title=None)
    known = rows.where(act.db, viewer, "source", "bytes_sha", document.sha256)
    if known:
        return known[0]
    added = record_source(act, viewer, data, document, None, {})
    if added.made is None:
        raise FactcheckError("The sheet could not be added", f"{sheet}")
    return rows.get(act.projected(), viewer, added.made.id)


def _fitting(db: Db, said: Stored, page: Stored, read: Sheet) -> list[_Fits]:
    if read.unread or not read.errata:
        lines = [f"“{' '.join(words.split())}”" for words in read.unread[:_TOLD]]
        raise FactcheckError(
            f"{page.label} is not understood as an errata sheet",
            "\n".join(lines) or "No line of it names a page, a line, and words that are changed.",
            'A line is, for example: Page 45, line 12: change "I did" to "I did not". Reason: misheard.\n'
            "A table names its columns: page, line, from, to, reason.",
        )
    found: list[_Fits] = []
    faults: list[str] = []
    for erratum in read.errata:
        place = place_of(db, said.id, erratum)
        if isinstance(place, str):
            faults.append(f"{erratum.place}: {place}")
        else:
            found.append(_Fits(erratum, *place))
    if faults:
        more = [f"and {len(faults) - _TOLD} more"] if len(faults) > _TOLD else []
        raise FactcheckError(
            f"{page.label} does not fit {said.label}: {len(faults)} of {len(read.errata)} entries",
            "\n".join([*faults[:_TOLD], *more]),
            "Nothing was recorded. If the sheet was made for other pages (the certified transcript, say, and "
            f"{said.label} is a rough one), add those as a version of it and apply the sheet there.",
        )
    return found


@dataclass(slots=True)
class _Writer:
    """Records the entries of one sheet, one by one, within an act."""

    act: Act
    viewer: Viewer
    said: Stored
    page: Stored
    sheet: Sheet
    witness: str | None

    def corrected(self, fits: _Fits) -> Corrected:
        one = fits.erratum
        original = self._original(fits)
        over = turned(one.was, one.now)
        known = self._known(original, one)
        later = known.label if known else self._record(original, fits, over)
        return Corrected(
            one.place, one.was, one.now, one.reason, original.label, later, over, known is not None
        )

    def _original(self, fits: _Fits) -> Stored:
        """The statement that holds the words which are corrected, the shortest; recorded now where nobody has
        taken them up."""
        db = self.act.projected()
        holding = [
            record
            for id_, entity, _, part, anchor in rows.passages(db, self.said.id, fits.start, fits.end)
            if entity == "statement" and part == "segments"
            and anchor.start <= fits.start and fits.end <= anchor.end
            and (record := rows.find(db, self.viewer, id_)) is not None and not record.head.withdrawn
        ]  # fmt: skip
        if holding:
            return min(holding, key=lambda record: (len(record.get("words")), record.label))
        made = captured(self.act, self.viewer, self.said, [self._whole(fits)], None, (), {})
        return rows.get(self.act.projected(), self.viewer, made.id)

    def _whole(self, fits: _Fits) -> tuple[int, int]:
        """The turn in which the words stand, else the words themselves."""
        turn = texts.turn_at(self.act.db, self.said.id, fits.start)
        if turn is None or turn.end < fits.end:
            return fits.start, fits.end
        words = texts.slice_of(self.act.db, self.said.id, turn.start, turn.end)
        return turn.start + len(words) - len(words.lstrip()), turn.start + len(words.rstrip())

    def _known(self, original: Stored, one: Erratum) -> Stored | None:
        """The statement that records this entry already."""
        for other in rows.where(self.act.db, self.viewer, "statement", "regarding", original.id):
            anchors = other.anchors["segments"]
            if anchors and (anchors[0].source, anchors[0].start) == (self.page.id, one.start):
                return other
        return None

    def _record(self, original: Stored, fits: _Fits, over: Sequence[str]) -> str:
        act, one = self.act, fits.erratum
        segments = anchors_for(act.db, self.page, [(one.start, one.end)])
        claim = (
            (one.now_at[0] - one.start, one.now_at[1] - one.start) if one.now_at else (0, one.end - one.start)
        )
        speaker = self.witness or self._speaker(original)
        given: dict[str, Any] = {
            "source": self.page.id,
            "said_on": self.page.get("published"),
            "said_basis": "the date of the errata sheet" if self.page.get("published") else None,
            "speaker_basis": f"errata sheet of {self.said.label}",
            "forum": "errata sheet",
            "context": self._context(fits),
            "status": "to confirm",
            "quotation": "direct",
            "regarding": original.id,
            "afterwards": ["corrected"],
        }
        if self.sheet.oath:
            sworn = anchors_for(act.db, self.page, [self.sheet.oath])
            given |= {
                "status": "sworn written",
                "status_basis": "the sheet is sworn to",
                "oath": [anchor.as_fields() for anchor in sworn],
            }
        made = record_statement(
            act, self.viewer, Cast(act, self.viewer), segments[0].exact, segments, speaker, [claim], given
        )
        if "polarity" in over:
            act.make("tag", r.Tag(target=made.id, reviewer=act.actor, name=REVERSED))
        return made.label

    def _speaker(self, original: Stored) -> str:
        found = rows.find(self.act.db, self.viewer, original.get("speaker") or "")
        if found is None:
            raise FactcheckError(
                f"{self.said.label} does not tell who the witness is",
                "An errata sheet is the witness's own statement.",
                "Say who it is with --witness NAME.",
                2,
            )
        return str(found.get("name"))

    def _context(self, fits: _Fits) -> str:
        one = fits.erratum
        (anchor,) = anchors_for(self.act.db, self.said, [(fits.start, fits.end)])
        place = cite_place(anchor.place, anchor.place_end) or one.place
        change = (
            f"“{one.was}” to “{one.now}”"
            if one.was and one.now
            else (f"strike “{one.was}”" if one.was else f"insert “{one.now}”")
        )
        reason = f" Reason given: {one.reason}" if one.reason else " No reason given."
        return f"Errata to {self.said.label} at {place}: {change}.{reason}"
