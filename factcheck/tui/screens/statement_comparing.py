"""Comparing the texts of the statement in focus, reached from the Bench."""

from __future__ import annotations

from factcheck.tui.messages import OpenSource
from factcheck.tui.screens.bench_focus import BenchFocus


class ComparingActs(BenchFocus):
    """The statement is that of the claim in focus, or the one on the record's side."""

    def action_statement_compare(self) -> None:
        from factcheck.tui.comparing import compare  # late: nobody waits for it at the start

        pair = self.focused_pair()
        if self.on_record() and pair.statement is not None:
            statement = pair.statement.head.id
        else:
            statement = pair.claim.statement.id
        compare(self.app, self.desk, self.keys, statement, self._and_open)

    def _and_open(self, place: tuple[str, int, int] | None) -> None:
        self.reload()
        if place is not None:
            self.post_message(OpenSource(*place))
