"""The prompt that accepts proposals by how sure they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from factcheck.tui.dialogs import Prompt
from factcheck.tui.words import counted

if TYPE_CHECKING:
    from factcheck.core.views.proposals import ProposalView

SUGGESTED = "70"
"""The confidence, in hundredths, that is offered first."""


class ConfidencePrompt(Prompt):
    """From which confidence on everything is accepted; says how many that are."""

    def __init__(self, entity: str, waiting: list[ProposalView]) -> None:
        def refuse(text: str) -> str:
            return "" if sure(waiting, text) else "No proposal is as sure as that."

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
        found = len(sure(self._waiting, text))
        least = _percent(text)
        words = f"at {least} % and above" if least is not None else "type a whole number from 0 to 100"
        self.tell_detail(f"{found} of {counted(len(self._waiting), self._entity)} {words}")


def _percent(text: str) -> int | None:
    digits = text.strip().rstrip("%").strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 4 else None


def sure(waiting: list[ProposalView], text: str) -> list[ProposalView]:
    least = _percent(text)
    return [one for one in waiting if least is not None and round(one.confidence * 100) >= least]
