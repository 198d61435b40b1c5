"""What is in focus on the Bench: what an act is about, and how it asks and is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.tui.screens.bench_lists import BenchLists
from factcheck.tui.telling import telling

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.core.views.pairs import Pair
    from factcheck.core.views.records import Head
    from factcheck.core.views.rows import BenchRow, RecordRow
    from factcheck.tui.list_view import PagedList


class BenchFocus(BenchLists):
    """The base of the acts of the Bench."""

    def focused_pair(self) -> Pair:
        """The pair, perhaps without its other side; refused in words where there is no claim."""
        if self.pair is None:
            self.follow_claim()  # a key that was faster than the first paint
        if self.pair is None:
            raise FactcheckError("No claim is in focus", "Move to a claim in the list on the left.")
        return self.pair

    def both(self) -> tuple[Pair, str]:
        """The pair and its target; refused in words where there is none."""
        pair, other = self.focused_pair(), self.other_head()
        if other is None:
            raise FactcheckError(
                "Nothing of the record is in focus", "Tab goes to the record; ↑ ↓ choose there."
            )
        return pair, other.id

    def on_record(self) -> bool:
        """Whether acts are about the record's side."""
        return self.record.has_focus or self.query_one("#target").has_focus

    def head_in_focus(self) -> Head:
        """The record that acts on one record are about: of a link's two sides the one that has the keys."""
        pair = self.focused_pair()
        if not self.on_record():
            return pair.claim.head
        other = self.other_head()
        if other is None:
            raise FactcheckError("Nothing of the record is in focus", "↑ ↓ choose there.")
        return other

    def refs_in_focus(self) -> list[str]:
        """What an act on several rows is about: the marked rows of the list, else the row in focus."""
        found: PagedList[BenchRow] | PagedList[RecordRow] = (
            self.record if self.on_record() else self.statements
        )
        if found.marked:
            return list(found.marked)
        return [found.row.id] if found.row is not None else []

    def unmark(self) -> bool:
        """Take all marks away; whether there were any."""
        had = [found.unmark() for found in (self.statements, self.record)]
        self.titles()
        return any(had)

    def ask(
        self,
        title: str,
        detail: str,
        key: str,
        done: Callable[[str], None],
        *,
        text: str | None = None,
    ) -> None:
        """Ask for one line, kept as a draft under `key`; `done` is told what was typed."""

        from factcheck.tui.dialogs import Prompt

        def keep(words: str) -> None:
            with telling(self):
                self.desk.save_draft(key, words)

        def answered(words: str | None) -> None:
            if words is None:
                return
            with telling(self):
                done(words)
                self.desk.drop_draft(key)

        self.app.push_screen(Prompt(title, detail, self.desk.draft(key) or text or "", keep), answered)

    def undo_hint(self) -> str:
        return f"{self.keys.shown('undo.last')} takes it back."
