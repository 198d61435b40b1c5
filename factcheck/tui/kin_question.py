"""A new source that has most words of another, or is a part of it: a new version of it, another text of the
same words, or neither?"""

from __future__ import annotations

from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.tui.safe import said

Kin = Literal["version", "variant", "separate"]


class KinQuestion(ModalScreen[Kin]):
    """Gives what it is; Esc leaves it a source of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "answer('version')", "version", show=False),
        Binding("t", "answer('variant')", "variant", show=False),
        Binding("s,escape", "answer('separate')", "separate", show=False),
    ]

    def __init__(self, other: str, told: str) -> None:
        """`told` says in words what the two have in common."""
        super().__init__()
        self._other, self._told = other, told

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(said(f"{self._told}."))
            yield Static(said(f"v  a new version of {self._other}: its passages are carried over"))
            yield Static(said("t  a variant: another text of the same words, or an excerpt"))
            yield Static(said("s  separate: a source of its own (Esc too)"))

    def action_answer(self, kin: Kin) -> None:
        self.dismiss(kin)
