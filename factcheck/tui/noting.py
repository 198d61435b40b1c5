"""Writing a note: one line; Tab chooses who will read it, the arrows what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, get_args

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from factcheck.core.codes import NoteScope
from factcheck.tui.dialogs import Prompt
from factcheck.tui.safe import said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.core.views.judgements import NoteView

READERS = {"mine": "only you see it", "team": "your team sees it", "report": "it is printed in the report"}
SHOWN = 6


class NotePrompt(Prompt):
    """Gives the text; `scope` and `parent` hold what was chosen beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,shift+tab", "scope", "who reads it", show=False),
        Binding("up", "answer(-1)", "answers", show=False),
        Binding("down", "answer(1)", "answers", show=False),
    ]

    def __init__(self, title: str, notes: Sequence[NoteView], text: str, keep: Callable[[str], None]) -> None:
        super().__init__(
            title, "", text, keep, keys="Tab who reads it   ↑ ↓ answers one   Enter saves   Esc keeps"
        )
        self._notes = list(notes)[-SHOWN:]
        self._at = -1
        self._scopes: tuple[NoteScope, ...] = get_args(NoteScope)
        self.scope: NoteScope = "team"

    @property
    def parent_note(self) -> str | None:
        """The id of the note that this one answers."""
        return self._notes[self._at].head.id if self._at >= 0 else None

    def on_mount(self) -> None:
        self._paint()

    def action_scope(self) -> None:
        self.scope = self._scopes[(self._scopes.index(self.scope) + 1) % len(self._scopes)]
        self._paint()

    def action_answer(self, step: int) -> None:
        """Up goes to the last note, and on to the earlier ones; down comes back to answering none."""
        count = len(self._notes)
        if step < 0:
            self._at = count - 1 if self._at < 0 else max(self._at - 1, 0)
        else:
            self._at = -1 if self._at in {-1, count - 1} else self._at + 1
        self._paint()

    def _paint(self) -> None:
        lines = [
            Content.assemble(
                ("▌" if number == self._at else " ", "$statement"),
                said(f"{note.reviewer}, {note.scope}: ", "$dim"),
                said(note.text, "bold" if number == self._at else ""),
            ).truncate(max(self.size.width * 3 // 4, 20), ellipsis=True)
            for number, note in enumerate(self._notes)
        ]
        choices = Content.assemble(
            *(
                Content.assemble((f" {scope} ", "reverse bold" if scope == self.scope else "$dim"), " ")
                for scope in self._scopes
            ),
            (f" {READERS[self.scope]}", "$dim"),
            ("   an answer" if self._at >= 0 else "", "$statement"),
        )
        self.query_one("#prompt-detail", Static).update(Content("\n").join([*lines, choices]))
        self.query_one(Vertical).refresh(layout=True)
