"""The fuller form of a grade: scope slots, two readings, awareness, more kinds, why one cannot tell.

Nothing in it is required. What is typed stays when it is closed, by Enter or by Esc.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from factcheck.core.codes import SCOPE_SLOTS
from factcheck.core.rubric import AWARENESS, SVR1
from factcheck.tui.grading import READINGS, Typed, find_code
from factcheck.tui.safe import said

if TYPE_CHECKING:
    from collections.abc import Callable

_MATCHES = {"y": "yes", "n": "no", "?": "open"}
_KINDS = SVR1.dimension("kind")


@dataclass(frozen=True, slots=True)
class Slot:
    """A line of the form that one key fills: what it asks, and the keys that answer it."""

    id: str
    label: str
    help: str
    read: Callable[[Typed], str]
    put: Callable[[Typed, str], Typed | None]


def _scope(slot: str) -> Slot:
    def put(typed: Typed, key: str) -> Typed | None:
        return replace(typed, scope={**typed.scope, slot: key}) if key in _MATCHES else None

    return Slot(
        slot, f"scope: {slot}", "y matches  n does not  ? open", lambda typed: typed.scope.get(slot, ""), put
    )


def _reading(name: str, help: str) -> Slot:
    def put(typed: Typed, key: str) -> Typed | None:
        if find_code(SVR1.dimension("degree"), key) is None:
            return None
        before = typed.readings.get(name, {})
        return replace(typed, readings={**typed.readings, name: {**before, "degree": key}})

    return Slot(
        name, f"reading {name}", help, lambda typed: str(typed.readings.get(name, {}).get("degree", "")), put
    )


def _put_awareness(typed: Typed, key: str) -> Typed | None:
    return replace(typed, awareness=key) if key in AWARENESS else None


def _put_kind(typed: Typed, key: str) -> Typed | None:
    if find_code(_KINDS, key) is None or key in {"0", "u"}:
        return None
    kept = tuple(kind for kind in typed.also if kind != key)
    return replace(typed, also=kept if key in typed.also else tuple(sorted((*typed.also, key))))


SLOTS: tuple[Slot, ...] = (
    *(_scope(slot) for slot in SCOPE_SLOTS),
    _reading("A", "degree 0-4 or u on the plain reading"),
    _reading("B", "degree 0-4 or u on the speaker's reading"),
    Slot(
        "awareness",
        "awareness",
        "  ".join(f"{key} {words}" for key, words in AWARENESS.items()),
        lambda typed: typed.awareness,
        _put_awareness,
    ),
    Slot(
        "also",
        "also kinds",
        "  ".join(f"{code.key} {code.label}" for code in _KINDS.codes if code.key not in {"0", "u"}),
        lambda typed: " ".join(typed.also),
        _put_kind,
    ),
)


def cleared(typed: Typed, slot: Slot) -> Typed:
    """The form with a slot emptied."""
    if slot.id in SCOPE_SLOTS:
        return replace(typed, scope={key: value for key, value in typed.scope.items() if key != slot.id})
    if slot.id in READINGS:
        return replace(
            typed, readings={key: value for key, value in typed.readings.items() if key != slot.id}
        )
    return replace(typed, awareness="") if slot.id == "awareness" else replace(typed, also=())


class Slots(Widget, can_focus=True):
    """The lines that one key fills each."""

    @dataclass
    class Edited(Message):
        """A slot was filled or emptied."""

        typed: Typed

    def __init__(self, typed: Typed) -> None:
        super().__init__()
        self.typed = typed
        self._at = 0

    def render(self) -> Content:
        lines = []
        for number, slot in enumerate(SLOTS):
            here = number == self._at and self.has_focus
            value = slot.read(self.typed) or "–"
            line = Content.assemble(
                ("▌" if here else " ", "$statement"),
                (f"{slot.label:<19}", "bold" if here else ""),
                (f" {value} ", "reverse bold" if here else "bold"),
                "  ",
                (slot.help if here else "", "$dim"),
            )
            lines.append(line.truncate(max(self.size.width, 1), ellipsis=True))
        return Content("\n").join(lines)

    def on_key(self, event: events.Key) -> None:
        slot = SLOTS[self._at]
        if event.key in {"up", "down"}:
            step = 1 if event.key == "down" else -1
            if not 0 <= self._at + step < len(SLOTS):
                if step > 0:
                    self.screen.focus_next()
            else:
                self._at += step
            self.refresh()
        elif event.key in {"backspace", "delete"}:
            self._put(cleared(self.typed, slot))
        elif event.character and event.is_printable:
            filled = slot.put(self.typed, event.character.lower())
            if filled is None:
                self.app.bell()
            else:
                self._put(filled)
                if slot.id != "also":
                    self._at = min(self._at + 1, len(SLOTS) - 1)
        else:
            return
        event.stop()
        event.prevent_default()

    def _put(self, typed: Typed) -> None:
        self.typed = typed
        self.refresh()
        self.post_message(self.Edited(typed))


class GradeForm(ModalScreen[Typed]):
    """Everything beyond the four keys. `keep` is called with every change."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "back", show=False)]

    def __init__(self, title: str, typed: Typed, keep: Callable[[Typed], None]) -> None:
        super().__init__()
        self._title, self._typed, self._keep = title, typed, keep

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog form") as dialog:
            dialog.border_title = said(self._title)
            yield Slots(self._typed)
            for name, hint in (
                ("A", "reading A: the plain one, in words"),
                ("B", "reading B: the speaker's, in words"),
            ):
                text = str(self._typed.readings.get(name, {}).get("text", ""))
                yield Input(text, placeholder=hint, id=f"reading-{name}", select_on_focus=False)
            yield Input(
                self._typed.reason,
                placeholder="reason, if one cannot tell",
                id="reason",
                select_on_focus=False,
            )
            yield Static(
                "↑ ↓ Tab move   Backspace empties   Enter or Esc goes back", classes="keys", markup=False
            )

    def on_mount(self) -> None:
        self.query_one(Slots).focus()

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            self.action_leave()

    def on_slots_edited(self, message: Slots.Edited) -> None:
        self._typed = replace(
            message.typed,
            reason=self._typed.reason,
            readings={
                name: {**self._typed.readings.get(name, {}), **dict(reading)}
                if "degree" in reading
                else dict(self._typed.readings.get(name, {}))
                for name, reading in message.typed.readings.items()
            },
        )
        self._keep(self._typed)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        typed = self._typed
        if event.input.id == "reason":
            typed = replace(typed, reason=event.value)
        else:
            name = (event.input.id or "").removeprefix("reading-")
            before = typed.readings.get(name, {})
            if before.get("text", "") == event.value:
                return
            typed = replace(typed, readings={**typed.readings, name: {**before, "text": event.value}})
        self._typed = typed
        self.query_one(Slots).typed = typed
        self._keep(typed)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_leave()

    def action_leave(self) -> None:
        self.dismiss(self._typed)
