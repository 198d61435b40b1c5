"""The grade strip: at rest it says how the pair is graded; open, it owns every key until Enter or Esc."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from factcheck.tui.grade_lines import open_lines
from factcheck.tui.grade_words import resting
from factcheck.tui.grading import Typed, remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.core.rubric import Code
    from factcheck.core.views.pairs import Pair
    from factcheck.tui.acts import Keys

LEAVES = frozenset({"ctrl+q", "ctrl+c"})
"""What the open strip lets through: the ways out of the program. Nothing is lost by them."""


class GradeStrip(Vertical, can_focus=True):
    """One grade. Codes are typed on the strip itself, the rationale in its one line."""

    @dataclass
    class Edited(Message):
        """Something was typed: it is to be kept as the draft of this pair."""

        typed: Typed

    @dataclass
    class Wanted(Message):
        """Enter on a whole grade that no check blocks: it is to be saved."""

        typed: Typed

    @dataclass
    class FormWanted(Message):
        """The fuller form is to be opened on what is typed."""

        typed: Typed

    @dataclass
    class Closed(Message):
        """The strip gave the keys back. The draft stays."""

    def __init__(self, keys: Keys, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys = keys
        self._pair: Pair | None = None
        self._title = ""
        self._last: Typed | None = None
        self._defining = False
        self._lit = 0
        self._trouble = ""
        self._resting: list[Content] = []
        self.typed = Typed()
        self.open = False
        self.can_focus = False

    def compose(self) -> ComposeResult:
        yield Static(id="strip-words")
        yield Input(placeholder="why: one line", id="rationale", select_on_focus=False)

    def show(self, pair: Pair | None, title: str, me: str) -> None:
        """At rest: how this pair is graded, as far as I may see it."""
        self._pair, self._title = pair, title
        if not self.open:
            self._resting = resting(pair, title, me)
            self._rest()

    def on_resize(self) -> None:
        if self.open:
            self._paint()
        else:
            self._rest()

    def begin(self, typed: Typed, last: Typed | None) -> None:
        """Open the strip on what was typed before; `last` is what `.` repeats."""
        self.typed, self._last = typed, last
        self.open = self.can_focus = True
        self._defining, self._trouble, self._lit = False, "", 0
        self.add_class("-open")
        line = self.query_one(Input)
        with line.prevent(Input.Changed):
            line.value = typed.rationale
        self.screen.set_focus(self)
        self._paint()

    def put(self, typed: Typed) -> None:
        """Go on with what the form made of it."""
        self.typed = typed
        self._paint()
        if self.open:
            self.post_message(self.Edited(typed))

    def refuse(self, why: str) -> None:
        """Say why the grade was not saved."""
        self._trouble = why
        self._paint()

    def close(self) -> None:
        """Give the keys back."""
        if self.open:
            self.open = False
            self.remove_class("-open")
            self.post_message(self.Closed())

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """While open, no key reaches the screen's or the program's bindings."""
        return self.open and key not in LEAVES

    def on_key(self, event: events.Key) -> None:
        if not self.open or event.key in LEAVES:
            return
        typing = self._writing
        act = self._keys.act("grading", event.key)
        name = act.id.removeprefix("grading.") if act else ""
        if typing:
            self._while_writing(name, event)
        else:
            event.stop()
            event.prevent_default()
            self._while_coding(name, event)

    def type_ahead(self, event: events.Key) -> bool:
        """Take a key that was on its way elsewhere when the strip opened; whether it did."""
        if not self.open or event.key in LEAVES or (self._writing and not event.is_printable):
            return False
        self.on_key(event)
        return True

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self.typed.rationale:
            self._edit(replace(self.typed, rationale=event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._save()

    def on_descendant_blur(self) -> None:
        self.call_after_refresh(self._left)

    def on_blur(self) -> None:
        self.call_after_refresh(self._left)

    @property
    def _writing(self) -> bool:
        """Whether the line has the keys. The screen knows it at once, the line only after its Focus event."""
        return self.screen.focused is self.query_one(Input)

    def _left(self) -> None:
        """A click elsewhere closes the strip; another window in front of the terminal does not."""
        focused = self.screen.focused
        if self.open and focused is not None and focused is not self and self not in focused.ancestors:
            self.close()

    def _while_writing(self, name: str, event: events.Key) -> None:
        back = name == "back" and not self.query_one(Input).value
        if name == "keep":
            self.close()
        elif name == "rationale":
            self.post_message(self.FormWanted(self.typed))
        elif event.character and event.is_printable:  # on its way here when the line took the focus
            self.query_one(Input).insert_text_at_cursor(event.character)
        elif back or event.key in {"up", "shift+tab"}:
            self.screen.set_focus(self)
            if back:
                self._edit(self.typed.back())
        else:
            return
        event.stop()
        event.prevent_default()

    def _while_coding(self, name: str, event: events.Key) -> None:
        if name == "keep":
            self.close()
        elif name == "save":
            self._save()
        elif name == "back":
            self._edit(self.typed.back())
        elif name == "form":
            self.post_message(self.FormWanted(self.typed))
        elif name == "define":
            self._defining = not self._defining
            self._paint()
        elif name == "again" and self._last is not None:
            self._edit(replace(self.typed, keys=self._last.keys))
            self._write()
        elif name == "rationale" or event.key == "down":
            self._write()
        elif event.key in {"left", "right"}:
            self._lit = (self._lit + (1 if event.key == "right" else -1)) % len(self._codes())
            self._paint()
        elif event.key == "space":
            self._code(self._codes()[self._lit].key)
        elif event.character and event.is_printable:
            self._code(event.character)

    def _code(self, key: str) -> None:
        typed = self.typed.type(key)
        if typed is None:
            self.app.bell()
            return
        self._edit(typed)
        if typed.whole():
            self._write()

    def _codes(self) -> Sequence[Code]:
        return self.typed.at().codes

    def _write(self) -> None:
        line = self.query_one(Input)
        self.screen.set_focus(line)
        self.call_after_refresh(self._show_end)  # when the line has its width

    def _show_end(self) -> None:
        """The line scrolls only when its cursor moves."""
        line = self.query_one(Input)
        if line.cursor_at_end:
            line.action_home()
            line.action_end()

    def _edit(self, typed: Typed) -> None:
        self._trouble = ""
        if typed.keys != self.typed.keys:
            self._lit = 0
        self.typed = typed
        self._paint()
        self.post_message(self.Edited(typed))

    def _save(self) -> None:
        if self._pair is None:
            return
        typed = self.typed.completed()
        if not typed.whole():
            self.refuse(f"Not saved yet: the {typed.at().label} is missing.")
            self.screen.set_focus(self)
            return
        blocks = [remark.text for remark in remarks(typed, self._pair) if remark.severity == "block"]
        if blocks:
            self.refuse("Not saved. " + " ".join(blocks))
            self.screen.set_focus(self)
            return
        self.typed = typed
        self.post_message(self.Wanted(typed))

    def _rest(self) -> None:
        """Two lines, cut to the width: what is long stands in full beside the evidence."""
        self._say(line.truncate(self._room, ellipsis=True) for line in self._resting)

    @property
    def _room(self) -> int:
        return max(self.scrollable_content_region.width, 20)

    def _say(self, lines: Iterable[Content]) -> None:
        self.query_one("#strip-words", Static).update(Content("\n").join(lines))

    def _paint(self) -> None:
        if not self.open or self._pair is None:
            return
        self._say(
            open_lines(
                self.typed,
                self._pair,
                self._title,
                room=self._room,
                lit=self._lit,
                defining=self._defining,
                trouble=self._trouble,
            )
        )
