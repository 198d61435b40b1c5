"""The desk over a real case: every call goes to the workbench, with the case and the viewer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.core.viewer import Viewer
from factcheck.tui.adding_case import CaseAdding
from factcheck.tui.pages_case import CasePages
from factcheck.tui.people_case import CasePeople
from factcheck.tui.registers_case import CaseRegisters
from factcheck.tui.sources_case import CaseSources
from factcheck.tui.versions_case import CaseVersions
from factcheck.workbench import acts, cases, readings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.core.codes import NoteScope
    from factcheck.core.forms import RecordForm
    from factcheck.core.views.history import LogLine, UndoOffer
    from factcheck.core.views.pairs import Pair
    from factcheck.core.views.proposals import ProposalView
    from factcheck.core.views.records import Made, Summary
    from factcheck.core.views.rows import BenchRow, RecordRow
    from factcheck.core.views.searching import Hit
    from factcheck.core.views.sources import SourceView, TextLine
    from factcheck.tui.desk import Order, Passage, Spans


class CaseDesk(CaseAdding, CasePages, CasePeople, CaseRegisters, CaseSources, CaseVersions):
    """See `desk.Desk`."""

    @property
    def who(self) -> str:
        return self._viewer.name

    def recent(self) -> Sequence[str]:
        here = self._case.path.absolute()
        return [str(path) for path in cases.recent_cases() if path != here]

    def other(self, path: str) -> CaseDesk:
        case = cases.open_case(Path(path).expanduser())
        cases.remember_case(case.path)
        return CaseDesk(case, cases.viewer_for(case, self.who) if self.who else Viewer(None, ""))

    def close(self) -> None:
        self._case.close()

    def changed(self) -> bool:
        return self._case.changed()

    def title(self) -> tuple[str, bool]:
        return readings.title(self._case, self._actor)

    def summary(self) -> Summary:
        return readings.summary(self._case, self._actor)

    def bench_count(self, wanted: str = "") -> int:
        return readings.bench_count(self._case, self._actor, wanted)

    def bench_rows(self, offset: int, limit: int, wanted: str = "") -> Sequence[BenchRow]:
        return readings.bench_rows(self._case, self._actor, offset, limit, wanted)

    def bench_position(self, id: str, wanted: str = "") -> int | None:
        return readings.bench_position(self._case, self._actor, id, wanted)

    def record_count(self, claim: str, wanted: str = "", order: Order = "date") -> int:
        return readings.record_count(self._case, self._actor, claim, wanted, order)

    def record_rows(
        self, claim: str, offset: int, limit: int, wanted: str = "", order: Order = "date"
    ) -> Sequence[RecordRow]:
        return readings.record_rows(self._case, self._actor, claim, offset, limit, wanted, order)

    def pair(self, claim: str, target: str | None) -> Pair:
        return readings.pair(self._case, self._actor, claim, target)

    def matched(self, said: str, beside: str) -> tuple[Spans, Spans]:
        from factcheck.workbench import marking  # late: matching costs time that a start need not spend

        return marking.matched(said, beside)

    def next_ungraded(self, after: str | None, *, back: bool = False) -> tuple[str, str] | None:
        return readings.next_ungraded(self._case, self._actor, after, back=back)

    def look_up(self, typed: str) -> Sequence[Hit]:
        return readings.look_up(self._case, self._actor, typed)

    def resembling(self, ref: str, typed: str) -> Sequence[Hit]:
        return readings.resembling(self._case, self._actor, ref, typed)

    def merged(self, ref: str) -> Sequence[tuple[str, str, str]]:
        return readings.merged(self._case, self._actor, ref)

    def place_of(self, ref: str) -> readings.Place:
        return readings.place_of(self._case, self._actor, ref)

    def proposals(self) -> Sequence[ProposalView]:
        return readings.proposals(self._case, self._actor)

    def link_ends(self, link: str) -> tuple[str, str]:
        found = readings.link_view(self._case, self._actor, link)
        return found.claim, found.target

    def sources(self) -> Sequence[SourceView]:
        return readings.sources(self._case, self._actor)

    def line_count(self, source: str) -> int:
        return readings.line_count(self._case, self._actor, source)

    def line_of(self, source: str, offset: int) -> int:
        return readings.line_of(self._case, self._actor, source, offset)

    def text_lines(self, source: str, first: int, count: int) -> Sequence[TextLine]:
        return readings.text_lines(self._case, self._actor, source, first, count)

    def marks_in(self, source: str, start: int, end: int) -> Sequence[tuple[int, int, str, str]]:
        return readings.marks_in(self._case, self._actor, source, start, end)

    def log(self, ref: str) -> Sequence[LogLine]:
        return readings.log(self._case, self._actor, ref)

    def draft(self, key: str) -> str | None:
        return readings.draft(self._case, self._actor, key)

    def form(self, ref: str) -> RecordForm:
        from factcheck.workbench import forms

        return forms.form_of(self._case, self._actor, ref)

    def new_form(self, entity: str, about: str | None = None, passage: Passage | None = None) -> RecordForm:
        from factcheck.workbench import forms

        return forms.new_form(self._case, self._actor, entity, about, passage)

    def date_said(self, typed: str) -> str:
        from factcheck.workbench import forms

        return forms.date_said(typed)

    def names_like(self, beginning: str) -> Sequence[str]:
        from factcheck.workbench import forms

        return forms.names_like(self._case, self._actor, beginning)

    def link(self, claim: str, target: str, reasons: str | None) -> Made:
        return acts.link(self._case, self._actor, claim, target, reasons=reasons)

    def grade(
        self, claim: str, target: str, codes: str, rationale: str | None, extras: Mapping[str, Any]
    ) -> Made:
        return acts.grade_pair(self._case, self._actor, claim, target, codes, rationale=rationale, **extras)

    @property
    def may_settle(self) -> bool:
        return self._actor.sees_all

    def settle(self, link: str, codes: str, reason: str, chosen: str | None) -> Made:
        return acts.adjudicate(self._case, self._actor, link, codes, reason, chosen=chosen)

    def dissent(self, link: str, text: str, codes: str | None) -> Made:
        return acts.dissent(self._case, self._actor, link, text, codes)

    def note(self, target: str, text: str, scope: NoteScope = "team", parent: str | None = None) -> Made:
        return acts.note(self._case, self._actor, target, text, scope=scope, parent=parent)

    def tag(self, targets: Sequence[str], name: str) -> Sequence[Made]:
        return acts.tag_all(self._case, self._actor, targets, name)

    def split(self, claim: str, pieces: Sequence[tuple[int, int]]) -> Sequence[Made]:
        return acts.split(self._case, self._actor, claim, pieces)

    def capture(self, source: str, spans: Sequence[tuple[int, int]], speaker: str) -> Made:
        return acts.capture(self._case, self._actor, source, spans, speaker=speaker)

    def accept(self, proposals: Sequence[str]) -> Sequence[Made]:
        return acts.accept(self._case, self._actor, proposals)

    def reject(self, proposals: Sequence[str]) -> Made:
        return acts.reject(self._case, self._actor, proposals)

    def accept_into(self, proposal: str, ref: str) -> Made:
        return acts.accept_into(self._case, self._actor, proposal, ref)

    def accept_pair(self, statement: str, event: str) -> Made:
        return acts.accept_pair(self._case, self._actor, statement, event)

    def accept_split(self, proposal: str, pieces: Sequence[tuple[int, int]]) -> Sequence[Made]:
        return acts.accept_split(self._case, self._actor, proposal, pieces)

    def turn_down(self, claim: str, refs: Sequence[str]) -> Sequence[Made]:
        return acts.turn_down(self._case, self._actor, claim, refs)

    def withdraw(self, ref: str, reason: str) -> Made:
        return acts.withdraw(self._case, self._actor, ref, reason)

    def same(self, refs: Sequence[str]) -> Made:
        return acts.same(self._case, self._actor, refs)

    def separate(self, ref: str) -> Made:
        return acts.separate(self._case, self._actor, ref)

    def group(self, events: Sequence[str], title: str | None) -> Made:
        return acts.group(self._case, self._actor, events, title=title)

    def searched(self, query: str, sources: Sequence[str]) -> tuple[Sequence[Hit], Made | None]:
        found = acts.searched(self._case, self._actor, query, sources)
        return found.hits, found.made

    def save_form(self, form: RecordForm, typed: Mapping[str, str], chosen: Sequence[str] = ()) -> Made:
        from factcheck.workbench import forms

        return forms.save_form(self._case, self._actor, form, typed, chosen)

    def save_draft(self, key: str, text: str) -> None:
        acts.save_draft(self._case, self._actor, key, text)

    def drop_draft(self, key: str) -> None:
        acts.drop_draft(self._case, self._actor, key)

    def undo_offer(self) -> UndoOffer | None:
        return readings.undo_offer(self._case, self._actor)

    def undo(self, even_earlier: bool) -> UndoOffer:
        return acts.undo(self._case, self._actor, even_earlier=even_earlier)

    def redo(self) -> UndoOffer | None:
        return acts.redo(self._case, self._actor) if readings.redo_offer(self._case, self._actor) else None
