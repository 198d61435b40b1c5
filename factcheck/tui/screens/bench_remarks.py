"""Acts on a record as it is: tags, notes, withdrawal, history; and choosing one of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.tui.safe import said
from factcheck.tui.screens.bench_focus import BenchFocus
from factcheck.tui.telling import tell, telling
from factcheck.tui.words import counted, moment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.core.views.searching import Hit


class RemarkActs(BenchFocus):
    """What is about one record is about the side of the pair that has the keys."""

    def action_record_tag(self) -> None:
        refs = [ref for ref in self.refs_in_focus() if not self._is_proposal(ref)]
        if not refs:
            raise FactcheckError("A proposal is not tagged", "Accept it first.")
        what = self.head_in_focus().label if len(refs) == 1 else counted(len(refs), "record")

        def done(name: str) -> None:
            self.desk.tag(refs, name)
            tell(self, f"Tagged {what} “{name}”", self.undo_hint())
            self.unmark()
            self.reload()

        self.ask(f"Tag {what}", "One tag, as it is to be found again.", "tag:" + ",".join(refs[:20]), done)

    def _is_proposal(self, ref: str) -> bool:
        found = self.record if self.on_record() else self.statements
        row = found.marked.get(ref) or found.row
        return row is not None and row.id == ref and row.row == "proposal"

    def action_note_add(self) -> None:
        from factcheck.tui.noting import NotePrompt

        pair = self.focused_pair()
        if pair.claim.proposed is not None:
            raise FactcheckError("This statement is only proposed", "Accept it first, then note on it.")
        if pair.link is not None:
            head, notes = pair.link.head, pair.link.notes
        elif self.on_record() and pair.event is not None and pair.event.proposed is None:
            head, notes = pair.event.head, pair.event.notes
        else:
            head, notes = pair.claim.head, pair.claim.notes
        key = f"note:{head.id}"

        def keep(text: str) -> None:
            with telling(self):
                self.desk.save_draft(key, text)

        def done(text: str | None) -> None:
            if text is None:
                return
            with telling(self):
                self.desk.note(head.id, text, prompt.scope, prompt.parent_note)
                self.desk.drop_draft(key)
                tell(self, f"Noted on {head.label}", self.undo_hint())
                self.reload()

        prompt = NotePrompt(f"Note on {head.label}", notes, self.desk.draft(key) or "", keep)
        self.app.push_screen(prompt, done)

    def action_record_withdraw(self) -> None:
        from factcheck.core.views.searching import Hit

        pair = self.focused_pair()
        choices = [Hit("claim", pair.claim.head.id, pair.claim.head.label, pair.claim.words, ())]
        if pair.claim.proposed is not None:
            choices = []
        if pair.link is not None:
            choices.insert(0, Hit("link", pair.link.head.id, pair.link.head.label, self.pair_title(), ()))
        if pair.event is not None and pair.event.proposed is None:
            event = Hit("event", pair.event.head.id, pair.event.head.label, pair.event.title, ())
            choices.insert(0 if self.on_record() else len(choices), event)
        if not choices:
            raise FactcheckError("A proposal is not withdrawn", "x rejects it.")

        def chosen(hit: Hit | None) -> None:
            if hit is not None:
                self.ask(f"Withdraw {hit.label}", "Why? It stays in the case and can be restored.",
                         f"withdraw:{hit.id}", lambda reason: self._withdrawn(hit, reason))  # fmt: skip

        self._choose("Withdraw what?", choices, chosen)

    def _withdrawn(self, hit: Hit, reason: str) -> None:
        self.desk.withdraw(hit.id, reason)
        tell(self, f"Withdrawn {hit.label}", self.undo_hint())
        self.reload()

    def action_history_show(self) -> None:
        from factcheck.tui.cards import Block
        from factcheck.tui.dialogs import Page

        pair = self.focused_pair()
        head = self.head_in_focus()
        if self.on_record() and pair.link is not None:
            head = pair.link.head
        if head.entity == "proposal":
            raise FactcheckError("A proposal has no history yet", "Accept it first.")
        lines = [
            Block(
                said(
                    line.sentence + (" (undone)" if line.undone else ""), "$dim strike" if line.undone else ""
                ),
                said(f"{moment(line.at):<17}{line.by:<10} ", "$dim"),
            )
            for line in self.desk.log(head.id)
        ]
        self.app.push_screen(Page(f"History of {head.label}", lines or [Block(said("Nothing yet."))]))

    def _choose(self, title: str, hits: Sequence[Hit], chosen: Callable[[Hit | None], None]) -> None:
        """Choose one of a few; typing narrows them."""

        from factcheck.tui.seek import Seek

        def look(typed: str) -> Sequence[Hit]:
            words = typed.casefold().split()
            return [hit for hit in hits if all(word in _words(hit) for word in words)]

        self.app.push_screen(Seek(title, look, hint="type to narrow"), chosen)


def _words(hit: Hit) -> str:
    return f"{hit.entity} {hit.label} {hit.snippet}".casefold()
