"""A register on its way in: what each column means, shown beside its values and put right by key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.core.light import dataclass
from factcheck.core.registers import FIELDS
from factcheck.tui.acts import Keys, bindings
from factcheck.tui.dialogs import Prompt
from factcheck.tui.list_view import PagedList
from factcheck.tui.mapping_rows import ColumnRow, Settled, column_row, column_rows, standing, understood
from factcheck.tui.pages import Pages
from factcheck.tui.safe import said
from factcheck.tui.telling import tell, telling
from factcheck.tui.text_pane import TextPane
from factcheck.tui.words import listed

if TYPE_CHECKING:
    from factcheck.tui.desk import Desk
    from factcheck.workbench.acts import Asked
    from factcheck.workbench.registering.date_cells import Order
    from factcheck.workbench.registering.survey import Survey

CHOICES: tuple[str, ...] = ("", *FIELDS)
"""What a column may be, in the order in which the keys go through them."""

ORDERS: tuple[Order | None, ...] = (None, "dmy", "mdy", "ymd", "serial")
"""How dates in numbers may be said to be written, in the order in which the key goes through them."""

EMPTY = "This table has no columns."


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person settled on: how to read the table, what it shows, and whose rows it replaces."""

    path: str
    asked: Asked
    mode: str
    updates: str | None


class MappingPage(ModalScreen[Chosen | None]):
    """Every column with its meaning; the first rows as they are understood stand below. Gives what was
    chosen, once nothing that must be said is missing."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("mapping")

    def __init__(self, desk: Desk, keys: Keys, path: str, survey: Survey, earlier: str | None) -> None:
        """`earlier` is the source whose register the table looks like a later file of."""
        super().__init__()
        self.desk, self.keys, self._path, self._survey = desk, keys, path, survey
        self._settled = Settled(earlier=earlier)
        self._rows = column_rows(survey)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog page versions mapping"):
            yield TextPane(id="family")
            yield PagedList["ColumnRow"](column_row, empty=EMPTY, id="columns")
            yield TextPane(id="passage")
            shown = "   ".join(f"{key} {label}" for key, label in self.keys.footer("mapping"))
            yield Static(said(shown), classes="keys")

    def on_mount(self) -> None:
        for pane in self.query(TextPane):
            pane.can_focus = False
        self._show()
        self.list.focus()

    @property
    def list(self) -> PagedList[ColumnRow]:
        return self.query_one("#columns", PagedList)

    @property
    def asked(self) -> Asked:
        """How the table is to be read, as it stands on the screen: every column's meaning is said."""
        from factcheck.workbench.acts import Asked

        fields: dict[str, list[str]] = {field: [] for field in FIELDS}
        for row in self._rows:
            if row.field:
                fields[row.field].append(row.name)
        pairs = [(field, column) for field, columns in fields.items() for column in columns or [""]]
        return Asked(
            mapping=tuple(pairs),
            date_order=self._settled.order,
            fill=tuple(row.name for row in self._rows if row.filled),
            sheet=self._survey.sheet,
            header=self._survey.has_header,
            delimiter=self._survey.delimiter,
        )

    def _show(self) -> None:
        rows, at = self._rows, self.list.cursor
        self.list.show(Pages(lambda: len(rows), lambda first, count: rows[first : first + count]), at)
        self.list.move_to(min(at, max(len(rows) - 1, 0)))
        survey = self._survey
        more = "" if survey.whole else " and more"
        self.query_one(Vertical).border_title = said(
            listed(f"Rows of {survey.name}", f"{survey.rows:,}{more} rows")
        )
        self.query_one("#family", TextPane).show(standing(survey, self._settled), survey.name)
        self.query_one("#passage", TextPane).show(understood(survey), survey.name)

    def _again(self) -> None:
        """Reads the table as it is asked for now, and shows what that gives."""
        with telling(self):
            self._survey = self.desk.survey_rows(self._path, self.asked, self._settled.updates or None)
            filled = self._survey.understanding.fill  # in an update, what was said of its register too
            self._rows = [replace(row, filled=row.name in filled) for row in self._rows]
        self._show()

    def _turn(self, step: int) -> None:
        row = self.list.row
        if row is None:
            return
        field = CHOICES[(CHOICES.index(row.field) + step) % len(CHOICES)]
        self._put(row, replace(row, field=field))

    def _put(self, row: ColumnRow, instead: ColumnRow) -> None:
        self._rows = [instead if one is row else one for one in self._rows]
        self._again()

    def action_mapping_next(self) -> None:
        self._turn(1)

    def action_mapping_previous(self) -> None:
        self._turn(-1)

    def action_mapping_nothing(self) -> None:
        row = self.list.row
        if row is not None:
            self._turn(-CHOICES.index(row.field))

    def action_mapping_fill(self) -> None:
        """An empty cell of the column means the one above, or is empty after all."""
        row = self.list.row
        if row is not None:
            self._put(row, replace(row, filled=not row.filled))

    def action_mapping_mode(self) -> None:
        from factcheck.workbench.acts import MODES

        modes = MODES if self._settled.mode else ("", *MODES)
        at = modes.index(self._settled.mode)
        self._settled = replace(self._settled, mode=modes[(at + 1) % len(modes)])
        self._show()

    def action_mapping_order(self) -> None:
        at = ORDERS.index(self._settled.order)
        self._settled = replace(self._settled, order=ORDERS[(at + 1) % len(ORDERS)])
        self._again()

    def action_mapping_updates(self) -> None:
        from factcheck.workbench.acts import Asked

        def answered(typed: str | None) -> None:
            if typed is None:
                return
            with telling(self):
                asked = self.asked if not typed else Asked(date_order=self.asked.date_order)
                self._survey = self.desk.survey_rows(self._path, asked, typed or None)
                self._rows = column_rows(self._survey)
                self._settled = replace(self._settled, updates=typed)
            self._show()

        known = self._settled.updates if self._settled.updates is not None else self._settled.earlier
        words = "The label of its source, as D7; an empty line: it is a register of its own."
        keys = "Enter takes it   Esc leaves it as it is"
        prompt = Prompt("Whose rows do these replace?", words, known or "", _nothing, blank=True, keys=keys)
        self.app.push_screen(prompt, answered)

    def action_mapping_take(self) -> None:
        from factcheck.workbench.registering.survey import hindrance

        settled = self._settled
        if settled.owes_updates:
            key = self.keys.shown("mapping.updates")
            tell(self, f"Say whether it replaces the rows of {settled.earlier}", f"{key} asks.", "error")
        elif problem := hindrance(self._survey):
            tell(self, problem.title, problem.detail, "error")
        elif settled.owes_mode:
            key = self.keys.shown("mapping.mode")
            tell(self, "Say what the register shows", f"{key} goes through the modes.", "error")
        else:
            self.dismiss(Chosen(self._path, self.asked, settled.mode, settled.updates or None))

    def on_paged_list_chosen(self, message: PagedList.Chosen) -> None:
        message.stop()
        self.action_mapping_take()

    def on_paged_list_moved(self, message: PagedList.Moved) -> None:
        message.stop()

    def action_mapping_leave(self) -> None:
        self.dismiss(None)


def _nothing(typed: str) -> None:
    """A label is short and needs no draft."""
