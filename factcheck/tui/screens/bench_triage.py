"""Acts on proposals, one or many: accept, accept into, split, reject; and what is set aside for a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.tui.screens.bench_focus import BenchFocus
from factcheck.tui.telling import tell, telling
from factcheck.tui.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.views.records import Made
    from factcheck.core.views.rows import BenchRow, RecordRow


class TriageActs(BenchFocus):
    """Each of them is one undo step, however many rows are marked."""

    def action_proposal_accept(self) -> None:
        refs = self._proposed()
        made = self.desk.accept(refs)
        labels = ", ".join(one.label for one in made[:8]) + (" …" if len(made) > 8 else "")
        tell(self, f"Accepted {counted(len(made), 'proposal')}", f"{labels}. {self.undo_hint()}")
        self._follow(refs, made)

    def _follow(self, refs: Sequence[str], made: Sequence[Made]) -> None:
        """Read anew and stay with what became of the proposals in focus."""
        now = {ref: one.id for ref, one in zip(refs, made, strict=True)}
        claim, beside = self._claim, self.record.row
        self.unmark()
        if claim is not None and beside is not None and beside.id in now:
            self._targets[claim] = now[beside.id]
            self.became(beside.id, now[beside.id])
        if claim in now:
            self._stay_with_statement(now[claim])
        else:
            self.reload()

    def _stay_with_statement(self, statement: str) -> None:
        """A statement is a heading; the focus goes to the claim below."""
        before = self._claim
        at = self.desk.bench_position(statement, self.wanted["statements"])
        if at is not None:
            self._claim = None
            self.statements.reload(at)
        self.reload()
        if before is not None and self._claim is not None:
            self.became(before, self._claim)

    def action_proposal_reject(self) -> None:
        from factcheck.core.views.rows import RecordRow

        rows = self._rows()
        if not self.on_record():
            refs = self._proposed()
            self.desk.reject(refs)
            tell(
                self, f"Rejected {counted(len(refs), 'proposal')}", f"They stay rejected. {self.undo_hint()}"
            )
        else:
            linked = next((row for row in rows if isinstance(row, RecordRow) and row.link), None)
            if linked is not None:
                raise FactcheckError(
                    f"{linked.label} is linked to this claim",
                    "What is linked is not set aside.",
                    "Withdraw the link first, or grade it as “does not bear”.",
                )
            if not rows or self._claim is None:
                raise FactcheckError("Nothing of the record is in focus", "↑ ↓ choose there.")
            made = self.desk.turn_down(self._claim, [row.id for row in rows])
            proposed = sum(row.row == "proposal" for row in rows)
            words = [
                f"{counted(proposed, 'proposal')} rejected" if proposed else "",
                f"{len(made) - proposed} set aside for this claim" if len(made) > proposed else "",
            ]
            tell(self, ", ".join(filter(None, words)), self.undo_hint())
        self.unmark()
        self.reload()

    def action_proposal_accept_all(self) -> None:
        from factcheck.tui.confidence import ConfidencePrompt, sure

        entity = "event" if self.on_record() else "statement"
        waiting = [one for one in self.desk.proposals() if one.entity == entity]
        if not waiting:
            raise FactcheckError(f"No proposed {entity} is waiting", "Tab goes to the other list.")

        def answered(text: str | None) -> None:
            if text is not None:
                with telling(self):
                    refs = [one.id for one in sure(waiting, text)]
                    made = self.desk.accept(refs)
                    tell(self, f"Accepted {counted(len(made), entity)}", f"One act: {self.undo_hint()}")
                    self._follow(refs, made)

        self.app.push_screen(ConfidencePrompt(entity, waiting), answered)

    def action_claim_split(self) -> None:
        from factcheck.tui.splitting import Split

        pair = self.focused_pair()
        claim = pair.claim

        def done(parts: list[tuple[int, int]] | None) -> None:
            if parts is None:
                return
            with telling(self):
                if claim.proposed is not None:
                    statement, *made = self.desk.accept_split(claim.head.id, parts)
                    tell(
                        self,
                        f"Accepted {statement.label}",
                        f"{counted(len(made), 'claim')}. {self.undo_hint()}",
                    )
                    self._stay_with_statement(statement.id)
                    return
                made = list(self.desk.split(claim.head.id, parts))
                labels = ", ".join(one.label for one in made)
                tell(self, f"Split {claim.head.label}", f"{labels}. {self.undo_hint()}")
                self.reload()

        self.app.push_screen(Split(claim), done)

    def _rows(self) -> list[BenchRow | RecordRow]:
        """The marked rows of the list that has the keys, else the row in focus."""
        if self.on_record():
            row: BenchRow | RecordRow | None = self.record.row
            marked: list[BenchRow | RecordRow] = list(self.record.marked.values())
        else:
            row, marked = self.statements.row, list(self.statements.marked.values())
        return marked or ([row] if row is not None else [])

    def _proposed(self) -> list[str]:
        """The proposals that are meant; refused where there are none."""
        found = [row.id for row in self._rows() if row.row == "proposal"]
        if not found:
            raise self.no_proposal()
        return found
