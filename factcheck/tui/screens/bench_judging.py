"""Acts on a pair: linking and grading it, settling it, dissenting, and going on to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from factcheck.errors import FactcheckError
from factcheck.tui.bars import KeyBar
from factcheck.tui.screens.bench_focus import BenchFocus
from factcheck.tui.telling import tell, telling

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.core.views.pairs import Pair
    from factcheck.tui.acts import Keys
    from factcheck.tui.desk import Desk
    from factcheck.tui.grade_strip import GradeStrip
    from factcheck.tui.grading import Typed


class JudgingActs(BenchFocus):
    """Link, grade, grade again, settle, dissent, next and previous ungraded."""

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
        beside = self.record.row
        if beside is not None:
            self.became(beside.id, target)
        if self._claim is not None:
            self.became(self._claim, claim)
        self._claim, self._targets[claim] = claim, target
        self.reload()

    def action_grade_open(self) -> None:
        self._open_grade(again=False)

    def action_grade_again(self) -> None:
        if self._last is None:
            raise FactcheckError("No grade to repeat", "Nothing was graded since the program started.")
        self._open_grade(again=True)

    def _open_grade(self, *, again: bool) -> None:
        from factcheck.tui.grading import Typed, from_draft, from_grade

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
        from factcheck.tui.grade_form import GradeForm

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

    def action_link_settle(self) -> None:
        if not self.desk.may_settle:
            raise FactcheckError(
                "Only a lead or an adjudicator settles",
                f"{self.desk.who} is neither.",
                f"{self.keys.shown('grade.open')} grades, {self.keys.shown('link.dissent')} dissents.",
            )

        def done(link: str, typed: Typed, chosen: str | None) -> None:
            self.desk.settle(link, typed.keys, typed.rationale.strip(), chosen)
            tell(self, f"Settled {self.pair_title()}", self.undo_hint())

        self._judge("Settle", "settle", done, needs_codes=True, why="why: the reason is printed")

    def action_link_dissent(self) -> None:
        def done(link: str, typed: Typed, chosen: str | None) -> None:
            self.desk.dissent(link, typed.rationale.strip(), typed.keys or None)
            tell(self, f"Dissent on {self.pair_title()}", self.undo_hint())

        self._judge("Dissent from", "dissent", done, needs_codes=False, why="what you hold against it")

    def _judge(
        self,
        what: str,
        draft: str,
        done: Callable[[str, Typed, str | None], None],
        *,
        needs_codes: bool,
        why: str,
    ) -> None:
        from factcheck.tui.grading import Typed, from_draft
        from factcheck.tui.settling import Settling

        pair, _ = self.both()
        link = pair.link
        if link is None:
            raise FactcheckError(
                "Nothing links these two",
                f"{self.pair_title()} is not linked.",
                f"{self.keys.shown('link.make')} links them, {self.keys.shown('grade.open')} grades as well.",
            )
        if link.hidden:
            raise FactcheckError(
                "The round is blind",
                "What others judge of this link is open to you once you have graded it.",
                f"{self.keys.shown('grade.open')} grades it.",
            )
        key = f"{draft}:{link.head.id}"

        def keep(typed: Typed) -> None:
            with telling(self):
                self.desk.save_draft(key, typed.as_draft())

        def answered(given: tuple[Typed, str | None] | None) -> None:
            if given is not None:
                with telling(self):
                    done(link.head.id, *given)
                    self.desk.drop_draft(key)
                    self.reload()

        typed = from_draft(self.desk.draft(key)) or Typed()
        title = f"{what} {self.pair_title()}"
        self.app.push_screen(
            Settling(title, pair, link, typed, keep, needs_codes=needs_codes, why=why), answered
        )

    def action_ungraded_next(self) -> None:
        self._go(self.desk.next_ungraded(self._standing_on()))

    def action_ungraded_previous(self) -> None:
        self._go(self.desk.next_ungraded(self._standing_on(), back=True))

    def _standing_on(self) -> str | None:
        """The link in focus, or the claim of a pair that is not linked."""
        if self.pair is None or self.pair.claim.proposed is not None:
            return None
        return (self.pair.link or self.pair.claim).head.id

    def _go(self, found: tuple[str, str] | None) -> None:
        if found is None:
            tell(self, "Every link is graded", "Nothing is left ungraded in this direction.")
        else:
            self.go_to(*found)
