"""Splitting a claim: cuts between its words, moved and set with the arrows."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.tui.safe import said, shown
from factcheck.tui.text_rows import words

if TYPE_CHECKING:
    from factcheck.core.views.claims import ClaimView


def pieces(text: str, offset: int, cuts: set[int]) -> list[tuple[int, int]]:
    """The parts of `text` between the cuts, as offsets + `offset`, without white space and commas around."""
    edges = [0, *sorted(cuts), len(text)]
    found = []
    for start, end in pairwise(edges):
        part = text[start:end]
        lead = len(part) - len(part.lstrip(" \t\n,;"))
        kept = part.strip(" \t\n,;")
        if kept:
            found.append((offset + start + lead, offset + start + lead + len(kept)))
    return found


class Split(ModalScreen[list[tuple[int, int]] | None]):
    """Gives the pieces of the claim as offsets in the statement's words; None when nothing was cut."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "leave", show=False),
        Binding("enter", "split", "split", show=False),
    ]

    def __init__(self, claim: ClaimView) -> None:
        super().__init__()
        self._claim = claim
        self._starts = [start for start, _ in words(claim.words)][1:]
        self._at = 0
        self._cuts: set[int] = set()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = said(f"Split {self._claim.head.label}")
            yield Static(id="split-words")
            yield Static(id="split-parts")
            yield Static(
                "← → word by word   Space cuts here   Enter splits   Esc leaves", classes="keys", markup=False
            )

    def on_mount(self) -> None:
        self._paint()

    def on_key(self, event: events.Key) -> None:
        last = len(self._starts) - 1
        if event.key in {"right", "w"}:
            self._at = min(self._at + 1, max(last, 0))
        elif event.key in {"left", "b"}:
            self._at = max(self._at - 1, 0)
        elif event.key in {"home", "end"}:
            self._at = 0 if event.key == "home" else max(last, 0)
        elif event.key == "space" and self._starts:
            self._cuts ^= {self._starts[self._at]}
        else:
            return
        event.stop()
        self._paint()

    def action_split(self) -> None:
        cuts = self._cuts or ({self._starts[self._at]} if self._starts else set())
        found = pieces(self._claim.words, len(self._claim.before), cuts)
        self.dismiss(found if len(found) > 1 else None)

    def action_leave(self) -> None:
        self.dismiss(None)

    def _paint(self) -> None:
        text = shown(self._claim.words)
        here = self._starts[self._at] if self._starts else len(text)
        line = Content("")
        edges = sorted({0, len(text), here, *self._cuts})
        for start, end in pairwise(edges):
            if start in self._cuts:
                line = line.append(Content.styled(" ✂ ", "bold $statement"))
            if start == here and start not in self._cuts:
                line = line.append(Content.styled("┊", "bold $record"))
            under = start == here
            line = line.append(
                Content.styled(text[start:end], "underline") if under else Content(text[start:end])
            )
        self.query_one("#split-words", Static).update(line)
        cuts = self._cuts or {here}
        parts = pieces(self._claim.words, 0, cuts)
        self.query_one("#split-parts", Static).update(
            Content("\n").join([said(f"  “{self._claim.words[a:b]}”", "$dim") for a, b in parts])
        )
