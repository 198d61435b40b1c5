"""Acts on a pair: linking and grading it, and going on to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from factcheck.errors import FactcheckError
from factcheck.tui.bars import KeyBar
from factcheck.tui.grade_form import GradeForm
from factcheck.tui.grading import Typed, from_draft, from_grade
from factcheck.tui.screens.bench_focus import BenchFocus
from factcheck.tui.telling import tell, telling
from factcheck.tui.ungraded import previous_ungraded

if TYPE_CHECKING:
    from factcheck.core.views.pairs import Pair
    from factcheck.tui.acts import Keys
    from factcheck.tui.desk import Desk
    from factcheck.tui.grade_strip import GradeStrip


class JudgingActs(BenchFocus):
    """Link, grade, grade again, next and previous ungraded."""

    def __init__(self, desk: Desk, keys: Keys) -> None:
        super().__init__(desk, keys)
        self._last: Typed | None = None
        self._before: Widget | None = None

    def action_link_make(self) -> None:
        pair, target = self.both()
        row = self.record.row
        if pair.claim.proposed is not None or (pair.event is not None and pair.event.proposed is not None):
            made = self.desk.accept_pair(pair.claim.head.id, target)
            claim, target = self.desk.link_ends(made.id)
            done = "Accepted and linked"
        else:
            claim = pair.claim.head.id
            made = self.desk.link(claim, target, row.reasons if row is not None else None)
            done = "Linked"
        self.settle_on(claim, target)
        tell(self, f"{done} {self.pair_title()}", f"{made.label}. {self.undo_hint()}")

    def settle_on(self, claim: str, target: str) -> None:
        """Read the case anew with this pair in focus."""
        self._claim, self._targets[claim] = claim, target
        self.reload()

    def action_grade_open(self) -> None:
        self._open_grade(again=False)

    def action_grade_again(self) -> None:
        if self._last is None:
            raise FactcheckError("No grade to repeat", "Nothing was graded since the program started.")
        self._open_grade(again=True)

    def _open_grade(self, *, again: bool) -> None:
        pair, _ = self.both()
        typed = from_draft(self.desk.draft(self._grade_key(pair)))
        if typed is None and pair.link is not None:
            mine = next((grade for grade in pair.link.grades if grade.reviewer == self.desk.who), None)
            typed = from_grade(mine) if mine is not None else None
        typed = typed or Typed()
        if again and self._last is not None:
            typed = Typed(keys=self._last.keys, rationale=typed.rationale)
        self._before = self.focused
        self.strip.begin(typed, self._last)
        self.query_one(KeyBar).show(list(self.keys.footer("grading")), "GRADE")

    def _grade_key(self, pair: Pair) -> str:
        other = self.other_head()
        return f"grade:{pair.claim.head.id}:{other.id if other else ''}"

    def on_grade_strip_edited(self, message: GradeStrip.Edited) -> None:
        if self.pair is not None:
            with telling(self):
                self.desk.save_draft(self._grade_key(self.pair), message.typed.as_draft())

    def on_grade_strip_wanted(self, message: GradeStrip.Wanted) -> None:
        typed = message.typed
        try:
            pair, target = self.both()
            claim, key = pair.claim.head.id, self._grade_key(pair)
            made = self.desk.grade(claim, target, typed.keys, typed.rationale.strip() or None, typed.extras())
            self.desk.drop_draft(key)
            if pair.claim.proposed is not None or (pair.event and pair.event.proposed is not None):
                claim, target = self.desk.link_ends(made.id)
        except FactcheckError as error:
            self.strip.refuse(f"Not saved. {error.title}: {error.detail}")
            return
        self._last = typed
        self.strip.close()
        self.settle_on(claim, target)
        tell(self, f"Graded {self.pair_title()}", f"{made.label or 'Saved'}. {self.undo_hint()}")

    def on_grade_strip_form_wanted(self, message: GradeStrip.FormWanted) -> None:
        key = self._grade_key(self.pair) if self.pair is not None else ""

        def keep(typed: Typed) -> None:
            with telling(self):
                self.desk.save_draft(key, typed.as_draft())

        def back(typed: Typed | None) -> None:
            if typed is not None:
                self.strip.put(typed)

        self.app.push_screen(GradeForm(f"Grade {self.pair_title()}", message.typed, keep), back)

    def on_grade_strip_closed(self) -> None:
        self.query_one(KeyBar).show(self.key_bar())
        if self.focused is None or self.focused is self.strip or self.strip in self.focused.ancestors:
            self.set_focus(self._before or self.statements)
        self.strip.can_focus = False
        self.strip.show(self.pair, self.pair_title(), self.desk.who)

    def action_ungraded_next(self) -> None:
        claim = self.pair.claim.head.id if self.pair and self.pair.claim.proposed is None else None
        self._go(self.desk.next_ungraded(claim))

    def action_ungraded_previous(self) -> None:
        self._go(previous_ungraded(self.desk, self.statements.cursor))

    def _go(self, found: tuple[str, str] | None) -> None:
        if found is None:
            tell(self, "Every link is graded", "Nothing is left ungraded in this direction.")
        else:
            self.go_to(*found)
