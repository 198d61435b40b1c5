"""Settling a link, or dissenting from what was settled: the grades side by side, codes, and why.

What is typed is kept with every key, so that Esc, or a crash, loses nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from factcheck.tui.grade_lines import open_lines
from factcheck.tui.grading import Typed, from_grade, remarks
from factcheck.tui.judged import judgements, latest_grades
from factcheck.tui.line import Line
from factcheck.tui.safe import said
from factcheck.tui.text_pane import TextPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.core.views.pairs import LinkView, Pair

_KEYS = "type codes   ↑ ↓ take a grade's   PgUp PgDn read   Tab why   Enter saves   Esc keeps the draft"


class Codes(Widget, can_focus=True):
    """The codes, typed as on the grade strip; what is odd about them is said below."""

    def __init__(self, title: str, pair: Pair, typed: Typed) -> None:
        super().__init__()
        self._title, self._pair = title, pair
        self.typed, self.trouble = typed, ""

    def render(self) -> Content:
        lines = open_lines(
            replace(self.typed, reason=self.typed.rationale),
            self._pair,
            self._title,
            room=max(self.size.width, 20),
            lit=0,
            defining=False,
            trouble=self.trouble,
        )
        return Content("\n").join(lines)

    def say(self, typed: Typed, trouble: str = "") -> None:
        self.typed, self.trouble = typed, trouble
        self.refresh(layout=True)


class Settling(ModalScreen[tuple[Typed, str | None] | None]):
    """Gives what was typed, the reason as its rationale, and the id of the grade whose codes were taken. With
    `needs_codes` False the codes may be left out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "keep", show=False),
        Binding("up", "take(-1)", "the grade before", show=False, priority=True),
        Binding("down", "take(1)", "the next grade", show=False, priority=True),
        Binding("pageup", "read(-1)", "page up", show=False, priority=True),
        Binding("pagedown", "read(1)", "page down", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        pair: Pair,
        link: LinkView,
        typed: Typed,
        keep: Callable[[Typed], None],
        *,
        needs_codes: bool,
        why: str,
    ) -> None:
        super().__init__()
        self._title, self._pair, self._link = title, pair, link
        self._typed, self._keep, self._needs_codes, self._why = typed, keep, needs_codes, why
        self._grades = latest_grades(link)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog page judged") as dialog:
            dialog.border_title = said(self._title)
            yield TextPane()
            yield Codes(
                "CODES" if self._needs_codes else "CODES, if you have others", self._pair, self._typed
            )
            yield Line(self._typed.rationale, placeholder=self._why)
            yield Static(_KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        self._paint()
        pane, codes, line = self.query_one(TextPane), self.query_one(Codes), self.query_one(Line)
        pane.can_focus = False
        (codes if self._needs_codes else line).focus()

    @property
    def _chosen(self) -> int | None:
        """The grade that has just these codes; of several the first."""
        found = (n for n, one in enumerate(self._grades) if from_grade(one).keys == self._typed.keys)
        return next(found, None) if self._typed.whole() else None

    def _paint(self, trouble: str = "") -> None:
        chosen = self._chosen
        marked = None if chosen is None else self._grades[chosen].head.id
        self.query_one(TextPane).show(judgements(self._link, marked), self._title)
        self.query_one(Codes).say(self._typed, trouble)

    def _put(self, typed: Typed) -> None:
        self._typed = typed
        self._keep(typed)
        self._paint()

    def action_take(self, step: int) -> None:
        if not self._grades:
            return
        at = self._chosen
        first = 0 if step > 0 else len(self._grades) - 1
        taken = self._grades[first if at is None else (at + step) % len(self._grades)]
        self._put(replace(self._typed, keys=from_grade(taken).keys))

    def action_read(self, step: int) -> None:
        pane = self.query_one(TextPane)
        pane.scroll_to(y=pane.scroll_y + step * (pane.size.height - 1), animate=False, immediate=True)

    def on_key(self, event: events.Key) -> None:
        if not isinstance(self.focused, Codes):
            return
        if event.key == "enter":
            self._save()
        elif event.key == "backspace":
            self._put(self._typed.back())
        elif event.character and event.is_printable:
            typed = self._typed.type(event.character.lower())
            if typed is None:
                self.app.bell()
            else:
                self._put(typed)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self._typed.rationale:
            self._put(replace(self._typed, rationale=event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._save()

    def _save(self) -> None:
        typed = self._typed.completed()
        codes, line = self.query_one(Codes), self.query_one(Line)
        if not typed.whole() and (typed.keys or self._needs_codes):
            codes.focus()
            self._paint("The codes are not all there yet.")
        elif not typed.rationale.strip():
            line.focus()
            self._paint("It needs its reason." if self._needs_codes else "It needs words.")
        elif not any(
            remark.severity == "block"
            for remark in remarks(replace(typed, reason=typed.rationale), self._pair)
        ):
            at = self._chosen
            self.dismiss((typed, None if at is None else self._grades[at].head.id))
        else:
            codes.focus()

    def action_leave(self) -> None:
        self.dismiss(None)
