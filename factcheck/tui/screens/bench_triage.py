"""Acts on proposals, one or many: accept, accept into, split, reject; and what is set aside for a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from factcheck.core.views.rows import BenchRow, RecordRow
from factcheck.errors import FactcheckError
from factcheck.tui.dialogs import Prompt
from factcheck.tui.screens.bench_focus import BenchFocus
from factcheck.tui.splitting import Split
from factcheck.tui.telling import tell, telling
from factcheck.tui.words import counted

if TYPE_CHECKING:
    from factcheck.core.views.proposals import ProposalView

SUGGESTED = "70"
"""The confidence, in hundredths, that is offered first."""


class TriageActs(BenchFocus):
    """Each of them is one undo step, however many rows are marked."""

    def action_proposal_accept(self) -> None:
        refs = self._proposed()
        made = self.desk.accept(refs)
        labels = ", ".join(one.label for one in made[:8]) + (" …" if len(made) > 8 else "")
        tell(self, f"Accepted {counted(len(made), 'proposal')}", f"{labels}. {self.undo_hint()}")
        self._follow(made[0].id if len(made) == 1 else None)

    def _follow(self, made: str | None) -> None:
        """Read anew and stay with what became of the proposal."""
        self.unmark()
        if made is None:
            self.reload()
        elif self.on_record():
            if self._claim is not None:
                self._targets[self._claim] = made
            self.reload()
        else:
            self._stay_with_statement(made)

    def _stay_with_statement(self, statement: str) -> None:
        """A statement is a heading; the focus goes to the claim below."""
        at = self.desk.bench_position(statement, self.wanted["statements"])
        if at is not None:
            self._claim = None
            self.statements.reload(at)
        self.reload()

    def action_proposal_reject(self) -> None:
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
        entity = "event" if self.on_record() else "statement"
        waiting = [one for one in self.desk.proposals() if one.entity == entity]
        if not waiting:
            raise FactcheckError(f"No proposed {entity} is waiting", "Tab goes to the other list.")

        def answered(text: str | None) -> None:
            if text is not None:
                with telling(self):
                    made = self.desk.accept([one.id for one in _sure(waiting, text)])
                    tell(self, f"Accepted {counted(len(made), entity)}", f"One act: {self.undo_hint()}")
                    self.unmark()
                    self.reload()

        self.app.push_screen(ConfidencePrompt(entity, waiting), answered)

    def action_claim_split(self) -> None:
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


class ConfidencePrompt(Prompt):
    """From which confidence on everything is accepted; says how many that are."""

    def __init__(self, entity: str, waiting: list[ProposalView]) -> None:
        def refuse(text: str) -> str:
            return "" if _sure(waiting, text) else "No proposal is as sure as that."

        super().__init__(
            f"Accept proposed {entity}s",
            "",
            SUGGESTED,
            lambda text: None,
            refuse=refuse,
            keys="type a percentage   Enter accepts   Esc leaves",
        )
        self._entity, self._waiting = entity, waiting

    def on_mount(self) -> None:
        self._count(SUGGESTED)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._count(event.value)

    def _count(self, text: str) -> None:
        found = len(_sure(self._waiting, text))
        least = _percent(text)
        words = f"at {least} % and above" if least is not None else "type a whole number from 0 to 100"
        self.tell_detail(f"{found} of {counted(len(self._waiting), self._entity)} {words}")


def _percent(text: str) -> int | None:
    digits = text.strip().rstrip("%").strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 4 else None


def _sure(waiting: list[ProposalView], text: str) -> list[ProposalView]:
    least = _percent(text)
    return [one for one in waiting if least is not None and round(one.confidence * 100) >= least]
