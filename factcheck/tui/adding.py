"""What is to be added: a path or an address, and what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, get_args

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from factcheck.core import codes
from factcheck.core.forms import FormField
from factcheck.errors import FactcheckError
from factcheck.tui.adding_desk import Wanted
from factcheck.tui.line import Line
from factcheck.tui.safe import said

if TYPE_CHECKING:
    from factcheck.tui.desk import Desk

FIELDS = (
    FormField("what", "file, folder, address", "path", "", required=True),
    FormField("kind", "kind", "text", "", options=get_args(codes.SourceKind)),
    FormField("published", "published", "edtf", ""),
    FormField("bates", "Bates numbers", "text", "", options=("from-name", "stamp")),
    FormField("version_of", "new version of", "ref", ""),
    FormField("variant_of", "variant of", "ref", ""),
)

HELP = {
    "what": "A path, or https://…; of a folder or an archive all that is in it, listed first.",
    "kind": "Empty: it is guessed by its content.",
    "published": "2017-01-10, January 2017, spring 2016~; empty: as the document says.",
    "bates": "Empty: none. Or the path of a load file (DAT, OPT, CSV).",
    "version_of": "The source (D3) of which this is a later version; its passages are carried over.",
    "variant_of": "The source (D3) of whose words this is another text.",
}


class AddForm(ModalScreen[Wanted | None]):
    """A line a field; all but the first may stay empty."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", show=False),
        Binding("down,tab", "step(1)", "next", show=False),
        Binding("up,shift+tab", "step(-1)", "back", show=False),
    ]

    def __init__(self, desk: Desk, before: Wanted) -> None:
        """`before` is what was typed the last time."""
        super().__init__()
        self._desk, self._before, self._ahead = desk, before, ""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog adding") as dialog:
            dialog.border_title = said("Add a source")
            with Horizontal(classes="fields"):
                yield Static(id="labels")
                with Vertical():
                    for field in FIELDS:
                        yield Line(getattr(self._before, field.name), id=field.name)
            yield Static(id="echo")
            yield Static("Enter adds   ↑ ↓ fields   Esc leaves", classes="keys", markup=False)

    def on_mount(self) -> None:
        first = self._line("what")
        first.focus()
        first.insert_text_at_cursor(self._ahead)
        self._paint()

    def type_ahead(self, event: events.Key) -> bool:
        """Take a key that was on its way elsewhere when this opened; whether it did."""
        if not event.character or not event.is_printable:
            return False
        if self.query(Line):
            self._line(self._here.name).insert_text_at_cursor(event.character)
        else:
            self._ahead += event.character
        return True

    def on_descendant_focus(self) -> None:
        self._paint()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._paint()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._complete()
        wanted = Wanted(**{field.name: self._line(field.name).value.strip() for field in FIELDS})
        if wanted.what:
            self.dismiss(wanted)
        else:
            self._line("what").focus()

    def action_step(self, step: int) -> None:
        self._complete()
        if step > 0:
            self.focus_next(Line)
        else:
            self.focus_previous(Line)

    def action_leave(self) -> None:
        self.dismiss(None)

    @property
    def _here(self) -> FormField:
        name = self.focused.id if self.focused is not None else None
        return next((field for field in FIELDS if field.name == name), FIELDS[0])

    def _line(self, name: str) -> Line:
        return self.query_one(f"#{name}", Line)

    def _complete(self) -> None:
        """The code that the beginning stands for takes its place."""
        field = self._here
        line = self._line(field.name)
        if field.options and (completed := field.completed(line.value)) != line.value:
            line.value = completed

    def _paint(self) -> None:
        here = self._here
        labels = [said(field.label, "bold $statement" if field is here else "$dim") for field in FIELDS]
        self.query_one("#labels", Static).update(Content("\n").join(labels))
        self.query_one("#echo", Static).update(self._echo(here))

    def _echo(self, field: FormField) -> Content:
        """What the field in focus takes, or how what was typed is understood."""
        typed = self._line(field.name).value.strip()
        if field.shape == "edtf" and typed:
            try:
                return said(f"→ {self._desk.date_said(typed)}", "bold $support")
            except FactcheckError as error:
                return said(f"{error.title}. {error.detail or error.hint}", "$statement")
        if typed and field.completed(typed) != typed:
            return said(f"→ {field.completed(typed)}", "bold $support")
        choices = "  ".join(f"{number} {option}" for number, option in enumerate(field.options, 1))
        return said(" ".join(part for part in (HELP[field.name], choices) if part), "$dim")
