"""Acts that make and change records: forms, evidence, explanations, sameness, sets, searches."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.tui.screens.bench_remarks import RemarkActs
from factcheck.tui.telling import tell, telling
from factcheck.tui.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.forms import RecordForm
    from factcheck.core.views.records import Made
    from factcheck.core.views.searching import Hit


class RecordActs(RemarkActs):
    """What is about one record is about the side of the pair that has the keys."""

    def action_record_edit(self) -> None:
        head = self.head_in_focus()
        self._open(self.desk.form(head.id), follow=head.entity == "proposal")

    def action_record_edit_part(self) -> None:
        parts = self._parts()
        if len(parts) == 1:
            self._open(self.desk.form(parts[0].id))
            return

        def chosen(hit: Hit | None) -> None:
            if hit is not None:
                with telling(self):
                    self._open(self.desk.form(hit.id))

        self._choose("Edit which part?", parts, chosen)

    def _parts(self) -> list[Hit]:
        """What belongs to the side in focus and has a form of its own."""

        from factcheck.core.views.searching import Hit

        pair = self.focused_pair()
        if pair.claim.proposed is not None or (pair.event and pair.event.proposed is not None):
            raise FactcheckError("A proposal has no parts yet", "Accept it first.")
        parts: list[Hit] = []
        if not self.on_record():
            head = pair.claim.statement
            parts.append(Hit("statement", head.id, head.label, pair.claim.words, ()))
            parts += [Hit("note", note.head.id, "", note.text, ()) for note in pair.claim.notes]
        elif pair.event is not None:
            parts += [
                Hit("evidence", one.head.id, "", one.words or next((c.cite for c in one.citations), ""), ())
                for one in pair.event.evidence
            ]
            parts += [Hit("note", note.head.id, "", note.text, ()) for note in pair.event.notes]
        parts += [Hit("explanation", one.head.id, one.head.label, one.words, ()) for one in pair.explanations]
        if pair.link is not None:
            parts += [Hit("note", note.head.id, "", note.text, ()) for note in pair.link.notes]
        if not parts:
            raise FactcheckError("There is nothing to edit here", "E adds evidence, X an explanation.")
        return parts

    def action_record_new(self) -> None:
        from factcheck.core.views.searching import Hit

        kinds = [
            Hit("statement", "statement", "", "words that no document holds: a reviewer's entry", ()),
            Hit("event", "event", "", "what happened, with evidence to follow", ()),
        ]
        if self.on_record():
            kinds.reverse()

        def chosen(hit: Hit | None) -> None:
            if hit is not None:
                with telling(self):
                    self._open(self.desk.new_form(hit.id), follow=True)

        self._choose("Make what?", kinds, chosen)

    def action_evidence_add(self) -> None:
        pair, target = self.both()
        if pair.event is None:
            raise FactcheckError("Evidence supports an event", "Move to an event of the record.")
        if pair.event.proposed is not None:
            raise FactcheckError("This event is only proposed", "Accept it first; evidence follows.")
        self._open(self.desk.new_form("evidence", target))

    def action_explanation_add(self) -> None:
        pair = self.focused_pair()
        if pair.claim.proposed is not None:
            raise FactcheckError("This statement is only proposed", "Accept it first.")
        self._open(self.desk.new_form("explanation", (pair.link or pair.claim).head.id))

    def _open(self, form: RecordForm, *, follow: bool = False) -> None:
        from factcheck.tui.forms import open_form

        def done(made: Made) -> None:
            tell(self, f"Saved {made.label or form.title}", self.undo_hint())
            if follow and form.entity == "event" and self._claim is not None:
                self._targets[self._claim] = made.id
            self.reload()
            if follow and form.entity == "statement":
                at = self.desk.bench_position(made.id, self.wanted["statements"])
                if at is not None:
                    self.statements.move_to(at)

        open_form(self, form, done)

    def action_record_same(self) -> None:
        from factcheck.core.views.searching import Hit
        from factcheck.tui.seek import Seek

        refs = self._mergeable()
        if len(refs) > 1:
            made = self.desk.same(refs)
            tell(self, f"{counted(len(refs), 'record')} are {made.label}", self.undo_hint())
            self.unmark()
            self.reload()
            return
        ref = refs[0]
        proposed = self.head_in_focus().entity == "proposal"
        merged = [] if proposed else self.desk.merged(ref)
        apart = [
            Hit("separate", id, label, f"not the same after all: {words}", ()) for id, label, words in merged
        ]

        def look(typed: str) -> Sequence[Hit]:
            return [*([] if typed.strip() else apart), *self.desk.resembling(ref, typed)]

        def chosen(hit: Hit | None) -> None:
            if hit is None:
                return
            with telling(self):
                if hit.entity == "separate":
                    made = self.desk.separate(hit.id)
                    tell(self, f"{made.label} stands for itself again", self.undo_hint())
                elif proposed:
                    made = self.desk.accept_into(ref, hit.id)
                    tell(self, f"Accepted into {made.label}", self.undo_hint())
                    if self.on_record() and self._claim is not None:
                        self._targets[self._claim] = made.id
                else:
                    made = self.desk.same([hit.id, ref])
                    tell(self, f"The same as {made.label}", self.undo_hint())
                self.reload()

        title = "Accept into which record?" if proposed else "The same as which record?"
        self.app.push_screen(
            Seek(
                title,
                look,
                hint="a label, or words of it; below: those most like it",
                nothing="No other record is like it.",
            ),
            chosen,
        )

    def _mergeable(self) -> list[str]:
        """The events, or the statements of the claims, that are meant."""
        pair = self.focused_pair()
        refs = self.refs_in_focus()
        if self.on_record() or pair.claim.proposed is not None:
            return refs or [self.both()[1]]
        if len(refs) < 2:
            return [pair.claim.statement.id]
        return list(dict.fromkeys(self.desk.pair(ref, None).claim.statement.id for ref in refs))

    def action_event_group(self) -> None:
        events = [row.id for row in self.record.marked.values() if row.row == "event"]
        if len(events) < 2:
            raise FactcheckError(
                "A set has two events at least", "Mark events of the record with Space, then make the set."
            )

        def done(title: str) -> None:
            made = self.desk.group(events, title or None)
            tell(self, f"Made {made.label}", f"A set of {len(events)}. {self.undo_hint()}")
            self.unmark()
            if self._claim is not None:
                self._targets[self._claim] = made.id
            self.reload()

        key = "group:" + ",".join(events)
        self.ask(f"A set of {counted(len(events), 'event')}", "What is it called?", key, done)

    def action_search_record(self) -> None:
        sources = self.desk.sources()
        if not sources:
            raise FactcheckError("There are no sources to search", "Add a file in Sources.")
        labels = {source.head.label.casefold(): source.head.id for source in sources}

        def done(text: str) -> None:
            query, _, chosen = text.rpartition(" in ") if " in " in text else (text, "", "")
            named = [part.strip().casefold() for part in chosen.split(",") if part.strip()]
            if chosen and not all(name in labels for name in named):
                query, named = text, []
            searched = [labels[name] for name in named] or [source.head.id for source in sources]
            hits, made = self.desk.searched(query, searched)
            if made is not None:
                tell(self, f"Nothing found: recorded as {made.label}", self.undo_hint())
                if self._claim is not None:
                    self._targets[self._claim] = made.id
                self.reload()
            else:
                self.show_hits(f"Found {counted(len(hits), 'time')}: nothing is recorded", hits)

        detail = (
            "Words to look for in all sources, or in some: envoy in D1, D3\n"
            "Where nothing is found, that is recorded as an event, with what was searched."
        )
        self.ask("Search on the record", detail, "searched", done)

    @abstractmethod
    def show_hits(self, title: str, hits: Sequence[Hit]) -> None:
        """Hits to choose from; the one chosen is opened."""
