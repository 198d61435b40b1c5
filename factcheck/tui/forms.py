"""The form of any record: a line a field, typed as people write, echoed as understood, kept as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from factcheck.core.views.records import Made
from factcheck.errors import FactcheckError
from factcheck.tui.filling import HELP, Filling
from factcheck.tui.line import Line
from factcheck.tui.safe import said, shown
from factcheck.tui.words import moment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.core.forms import FormField, RecordForm
    from factcheck.tui.desk import Desk
    from factcheck.tui.screens.desk_screen import DeskScreen

NAMES_SHOWN = 6

NEXT = "\t"
"""Between what was typed for one field and for the next before the form stood."""


class FormScreen(ModalScreen[Made | None]):
    """Gives what was saved; None where it was left, and then the draft is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "keep the draft", show=False),
        Binding("ctrl+s", "save", "save", show=False),
        Binding("tab,enter", "step(1)", "next", show=False),
        Binding("shift+tab", "step(-1)", "back", show=False),
        Binding("down", "choose(1)", "choose", show=False),
        Binding("up", "choose(-1)", "choose", show=False),
        Binding("ctrl+r", "forget", "as it stands", show=False),
    ]

    def __init__(self, desk: Desk, form: RecordForm) -> None:
        super().__init__()
        self._desk = desk
        self._form = form
        self._had_draft = False
        self._filling = Filling.of(form, None)
        self._choices: Sequence[str] = ()
        self._lit = -1
        self._ahead = ""
        self._stands = False

    def compose(self) -> ComposeResult:
        draft = self._desk.draft(self._form.key)
        self._filling = Filling.of(self._form, draft)
        self._had_draft = self._filling.changed()
        with Vertical(classes="dialog record-form") as dialog:
            dialog.border_title = said(self._form.title)
            if self._had_draft:
                dialog.border_subtitle = said("your draft; ^r drops it")
            with VerticalScroll(can_focus=False), Horizontal(classes="fields"):
                yield Static(id="labels")
                with Vertical():
                    for field in self._form.fields:
                        yield Line(
                            self._filling.typed[field.name],
                            placeholder=field.fixed,
                            id=f"field-{field.name}",
                            disabled=bool(field.fixed),
                        )
            yield Static(id="echo")
            yield Static(
                "Tab next   ↑ ↓ choose   ^s saves   Esc keeps a draft",
                classes="keys",
                markup=False,
            )

    def on_mount(self) -> None:
        lines = [line for line in self.query(Line) if not line.disabled]
        contested = [field.name for field in self._form.fields if field.contested]
        first = self._line(contested[0]) if contested else lines[0] if lines else None
        if first is not None:
            at = lines.index(first)
            for line, typed in zip(lines[at:], self._ahead.split(NEXT), strict=False):
                self.set_focus(line)
                if typed:
                    line.insert_text_at_cursor(typed)
        self._ahead, self._stands = "", True
        self._paint()

    def type_ahead(self, event: events.Key) -> bool:
        """Take a key that was on its way elsewhere when the form opened; whether it did."""
        if not event.character or not event.is_printable:
            return False
        if self._here is not None:
            self._line(self._here.name).insert_text_at_cursor(event.character)
        else:
            self._ahead += event.character
        return True

    def on_descendant_focus(self) -> None:
        self._choices, self._lit = self._offered(), -1
        self._paint()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        name = (event.input.id or "").removeprefix("field-")
        if self._filling.typed.get(name) == event.value:
            return
        self._filling.typed[name] = event.value
        self._keep()
        if not (0 <= self._lit < len(self._choices) and self._value_of(self._lit, name) == event.value):
            self._choices, self._lit = self._offered(), -1
        self._paint()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        last = [field for field in self._form.fields if not field.fixed][-1]
        if event.input.id == f"field-{last.name}":
            self.action_save()
        else:
            self.action_step(1)

    def action_step(self, step: int) -> None:
        if not self._stands:
            self._ahead += NEXT if step > 0 else ""
            return
        self._complete()
        if step > 0:
            self.focus_next(Line)
        else:
            self.focus_previous(Line)

    def action_choose(self, step: int) -> None:
        """The next thing on offer for this field; where nothing is, the next field."""
        field = self._here
        if field is None or not self._choices:
            self.action_step(step)
            return
        here = self._lit if self._lit >= 0 or step > 0 else 0
        self._lit = (here + step) % len(self._choices)
        if field.contested:
            self._filling.chosen.add(field.name)
        line = self._line(field.name)
        value = self._value_of(self._lit, field.name)
        if line.value == value:
            self._keep()
            self._paint()
        line.value = value
        line.cursor_position = len(value)

    def action_save(self) -> None:
        self._complete()
        try:
            made = self._desk.save_form(self._form, dict(self._filling.typed), tuple(self._filling.chosen))
            self._desk.drop_draft(self._form.key)
        except FactcheckError as error:
            self._trouble(error)
            return
        self.dismiss(made)

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_forget(self) -> None:
        """Everything as it stands in the case."""
        self._desk.drop_draft(self._form.key)
        self._filling = Filling.of(self._form, None)
        for field in self._form.fields:
            line = self._line(field.name)
            with line.prevent(Input.Changed):
                line.value = field.text
        self.query_one(".record-form", Vertical).border_subtitle = None
        self._paint()

    @property
    def _here(self) -> FormField | None:
        focused = self.focused
        name = (focused.id or "").removeprefix("field-") if focused is not None else ""
        return next((field for field in self._form.fields if field.name == name), None)

    def _line(self, name: str) -> Line:
        return self.query_one(f"#field-{name}", Line)

    def _keep(self) -> None:
        try:
            if self._filling.changed():
                self._desk.save_draft(self._form.key, self._filling.as_draft())
            else:
                self._desk.drop_draft(self._form.key)
        except FactcheckError as error:
            self._trouble(error)

    def _complete(self) -> None:
        """The code that the beginning stands for takes its place."""
        field = self._here
        if field is not None and field.options:
            line = self._line(field.name)
            completed = field.completed(line.value)
            if completed != line.value:
                line.value = completed
                line.cursor_position = len(completed)

    def _offered(self) -> Sequence[str]:
        """What can be chosen for the field in focus: sides of a conflict, codes, names."""
        field = self._here
        if field is None:
            return ()
        if field.contested:
            return tuple(side.text for side in field.contested)
        typed = self._filling.typed[field.name]
        if field.options:
            return field.matching(typed) if field.shape != "names" else ()
        beginning = typed.rpartition(";")[2].strip() if field.shape == "people" else typed.strip()
        if (field.shape == "people" or field.entity == "person") and beginning:
            try:
                return self._desk.names_like(beginning)[:NAMES_SHOWN]
            except FactcheckError:
                return ()
        return ()

    def _value_of(self, number: int, name: str) -> str:
        """The field's text once this is chosen."""
        choice = self._choices[number]
        field = next(field for field in self._form.fields if field.name == name)
        if field.shape != "people" or field.contested:
            return choice
        before = self._filling.typed[name].rpartition(";")[0]
        return f"{before}; {choice}" if before else choice

    def _trouble(self, error: FactcheckError) -> None:
        words = " ".join(part for part in (error.title + ".", error.detail, error.hint) if part)
        self.query_one("#echo", Static).update(said(words, "bold $contradiction"))

    def _paint(self) -> None:
        here = self._here
        lines = []
        for field in self._form.fields:
            mark = "‡" if field.contested else "*" if field.required else " "
            style = "bold $statement" if field is here else "$contradiction" if field.contested else "$dim"
            lines.append(said(f"{mark} {field.label:<20}"[:22], style))
        self.query_one("#labels", Static).update(Content("\n").join(lines))
        self.query_one("#echo", Static).update(self._echo(here) if here is not None else Content(""))

    def _echo(self, field: FormField) -> Content:
        """What the field in focus takes, or how what was typed is understood."""
        typed = self._filling.typed[field.name].strip()
        if field.contested:
            sides = "   ".join(f"“{side.text}” {side.by} {moment(side.at)}" for side in field.contested)
            return said(f"Changed by two at once: {sides}.  ↓ chooses one", "$contradiction")
        if field.options:
            fitting = field.matching(typed)
            if typed and field.completed(typed) in field.options and field.completed(typed) != typed:
                return said(f"→ {field.completed(typed)}", "bold $support")
            items = [
                Content.assemble((f"{number} ", "bold"), (shown(option), "" if option in fitting else "$dim"))
                for number, option in enumerate(field.options, 1)
            ]
            return Content("   ").join(items)
        if field.shape == "edtf" and typed:
            try:
                return said(f"→ {self._desk.date_said(typed)}", "bold $support")
            except FactcheckError as error:
                return said(f"{error.title}. {error.detail or error.hint}", "$statement")
        if self._choices:
            return Content.assemble(
                ("known: ", "$dim"), said("   ".join(self._choices)), ("   ↓ chooses", "$dim")
            )
        return said(HELP.get(field.shape if field.entity != "person" else "person", ""), "$dim")


def open_form(screen: DeskScreen, form: RecordForm, done: Callable[[Made], None]) -> None:
    """Opens a form over a screen; `done` is told what was saved."""

    def closed(made: Made | None) -> None:
        if made is not None:
            done(made)

    screen.app.push_screen(FormScreen(screen.desk, form), closed)
