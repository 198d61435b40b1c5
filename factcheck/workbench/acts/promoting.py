"""Rows of registers that become events, with their people and their evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factcheck.core import records as r
from factcheck.core.views.records import Made
from factcheck.errors import FactcheckError
from factcheck.store import rows
from factcheck.workbench.acts.events import record_event
from factcheck.workbench.acts.people import Cast
from factcheck.workbench.readings.registers import row_at, standing
from factcheck.workbench.registering.anchoring import row_anchors
from factcheck.workbench.registering.citations import Citing
from factcheck.workbench.registering.taking_up import put_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.anchors import Anchor
    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile
    from factcheck.store.registers import RowAt

FINDING_AID = "finding aid"
"""What the evidence of a chronology's own row says of itself: it leads to the record, and is none."""


@dataclass(slots=True)
class Promoted:
    """The events made, in order of the rows; `known` are those that rows had become before. `unnamed` are
    names that were not entered as people, each with its row: they may be several, or several people's.
    `unresolved` are citations that name nothing the case has, `unanchored` rows whose words were not found in
    the text of their source."""

    made: list[Made] = field(default_factory=list)
    known: list[Made] = field(default_factory=list)
    unnamed: list[tuple[str, str]] = field(default_factory=list)
    unresolved: list[tuple[str, str]] = field(default_factory=list)
    unanchored: list[str] = field(default_factory=list)


def promote(case: CaseFile, viewer: Viewer, refs: Sequence[str]) -> Promoted:
    """Makes events of rows, in one act: when, where, title, who of a row that names single people, and as
    evidence the row itself in its register's mode, or what a chronology's row cites."""
    if not refs:
        raise FactcheckError("No row was named", "Rows are named as D7:4512, or by their label.", exit_code=2)
    done = Promoted()
    with case.act(viewer) as act:
        found = [_row(act, viewer, ref) for ref in dict.fromkeys(refs)]
        promoting = _Promoting(act, viewer, done)
        promoting.anchor([at for at in found if at.event is None])
        for at in {(at.register, at.n): at for at in found}.values():
            promoting.take(at)
    return done


def _row(act: Act, viewer: Viewer, ref: str) -> RowAt:
    at = row_at(act.db, viewer, rows.get(act.db, viewer, ref).id if not _is_place(ref) else ref)
    if at is None:
        found = rows.get(act.db, viewer, ref)
        raise FactcheckError(
            f"“{ref}” is a {found.head.entity}"
            if found.head.entity != "row"
            else f"{ref} has no register here",
            "Here a row of a register is needed.",
            exit_code=2,
        )
    if at.row.gone:
        raise FactcheckError(f"{at.label} is gone from its register", "A later import no longer has it.")
    return at


def _is_place(ref: str) -> bool:
    return ":" in ref


@dataclass(slots=True)
class _Promoting:
    """One act of promoting, row by row."""

    act: Act
    viewer: Viewer
    done: Promoted
    cast: Cast = field(init=False)
    citing: Citing | None = None
    anchors: dict[tuple[str, int], Anchor] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.cast = Cast(self.act, self.viewer)

    def anchor(self, found: Sequence[RowAt]) -> None:
        """Finds the rows in the texts of their sources."""
        for source in dict.fromkeys(at.source for at in found):
            stored = rows.get(self.act.db, self.viewer, source)
            held = [at for at in found if at.source == source]
            self.anchors.update(row_anchors(self.act.db, stored, held))

    def take(self, at: RowAt) -> None:
        """Makes the event of one row, unless it has become one."""
        if at.event:
            self.done.known.append(Made(at.event, self.act.label_of(at.event), self.act.batch))
            return
        row = at.row
        people, others = self._people(at)
        given = {
            "when": row.when,
            "place": row.place,
            "description": _description(at),
            "established": "documented" if at.mode != "reported" and row.cite is None else None,
        }
        made = record_event(self.act, self.viewer, self.cast, row.title, people, given)
        self._evidence(at, made.id, others)
        record = at.record or put_record(self.act, self.viewer, at)
        self.act.put("row.promoted", record, {"event": made.id})
        self.done.made.append(made)

    def _people(self, at: RowAt) -> tuple[list[tuple[str, str | None]], list[str]]:
        """The row's people as participants, and the names that are not entered as people."""
        people: list[tuple[str, str | None]] = []
        others: list[str] = []
        for name in at.row.people:
            try:
                if not is_one_person(name):
                    raise FactcheckError("More than one name")
                self.cast.look_up([name])
            except FactcheckError:
                others.append(name)
                self.done.unnamed.append((at.ref, name))
            else:
                people.append((name, None))
        return people, others

    def _evidence(self, at: RowAt, event: str, others: Sequence[str]) -> None:
        cites = at.row.cite is not None
        anchor = self.anchors.get((at.register, at.n))
        if anchor is None:
            self.done.unanchored.append(at.ref)
        self._put(
            at,
            event,
            source=at.source,
            anchors=(anchor,) if anchor else (),
            cited=None if anchor else standing(at),
            says_who="; ".join(others) or None,
            origin=FINDING_AID if cites else None,
        )
        if not cites:
            return
        self.citing = self.citing or Citing(self.act.db, self.viewer)
        for cited in self.citing.resolved(at.row.cite or ""):
            if not cited.resolved:
                self.done.unresolved.append((at.ref, cited.typed))
                continue
            by_source: dict[str, list[Anchor]] = {cited.source: []} if cited.source else {}
            for one in cited.anchors:
                by_source.setdefault(one.source, []).append(one)
            for source, anchors in by_source.items():
                self._put(
                    at,
                    event,
                    source=source,
                    anchors=tuple(sorted(anchors, key=lambda one: one.start)),
                    cited=None if anchors else cited.typed,
                )

    def _put(
        self,
        at: RowAt,
        event: str,
        *,
        source: str,
        anchors: tuple[Anchor, ...],
        cited: str | None,
        says_who: str | None = None,
        origin: str | None = None,
    ) -> None:
        whole: dict[str, Any] = {"says_when": at.row.when, "says_place": at.row.place} if not cited else {}
        record = r.Evidence(
            event=event,
            mode=at.mode,  # type: ignore[arg-type]  # one of the modes: its register was checked
            source=source,
            segments=[anchor.as_fields() for anchor in anchors] or None,
            cited=cited,
            says_who=says_who,
            origin=origin,
            **(whole if source == at.source else {}),
        )
        self.act.make("evidence", record)


def _description(at: RowAt) -> str | None:
    parts = (at.row.organisation, at.row.note if at.row.note != at.row.title else None)
    return "\n".join(part for part in parts if part and part != at.row.title) or None


_SEVERAL = re.compile(r"[,;/|&\d()\[\]]|\band\b|\bet al\b", re.IGNORECASE)


def is_one_person(name: str) -> bool:
    """Whether a cell's words can be one person's name: what may be a list, a company or an office is not
    entered as somebody."""
    return not _SEVERAL.search(name) and 2 <= len(name.split()) <= 6 and len(name) <= 80
