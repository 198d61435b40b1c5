"""A register on its way in: what each column means, shown beside its values and put right by key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.worker import Worker, get_current_worker

from factcheck.core.registers import FIELDS
from factcheck.errors import FactcheckError
from factcheck.tui.acts import Keys, bindings
from factcheck.tui.cards import Block
from factcheck.tui.list_view import PagedList
from factcheck.tui.pages import Pages
from factcheck.tui.safe import said
from factcheck.tui.telling import tell, telling
from factcheck.tui.text_pane import TextPane
from factcheck.tui.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.tui.desk import Desk
    from factcheck.workbench.acts import Asked, RowsImported
    from factcheck.workbench.registering.survey import Survey

CHOICES: tuple[str, ...] = ("", *FIELDS)
"""What a column may be, in the order in which the keys go through them."""

NOT_SAID = "not said yet"
EMPTY = "This table has no columns."


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column: the field it is, "" for none, and some of its values."""

    name: str
    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person settled on: how to read the table, and what it shows."""

    path: str
    asked: Asked
    mode: str


class MappingPage(ModalScreen[Chosen | None]):
    """Every column with its meaning; the first rows as they are understood stand below. Gives what was
    chosen, once nothing that must be said is missing."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("mapping")

    def __init__(self, desk: Desk, keys: Keys, path: str, survey: Survey) -> None:
        super().__init__()
        self.desk, self.keys, self._path, self._survey = desk, keys, path, survey
        self._mode = ""
        self._order: str | None = None
        self._rows = _rows(survey)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog page versions"):
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
            date_order=self._order,  # type: ignore[arg-type]  # one of the orders, or none
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
        self.query_one("#family", TextPane).show(standing(survey, self._mode, self._order), survey.name)
        self.query_one("#passage", TextPane).show(understood(survey), survey.name)

    def _again(self) -> None:
        """Reads the table as it is asked for now, and shows what that gives."""
        with telling(self):
            self._survey = self.desk.survey_rows(self._path, self.asked)
        self._show()

    def _turn(self, step: int) -> None:
        row = self.list.row
        if row is None:
            return
        field = CHOICES[(CHOICES.index(row.field) + step) % len(CHOICES)]
        self._rows = [replace(one, field=field) if one is row else one for one in self._rows]
        self._again()

    def action_mapping_next(self) -> None:
        self._turn(1)

    def action_mapping_previous(self) -> None:
        self._turn(-1)

    def action_mapping_nothing(self) -> None:
        row = self.list.row
        if row is not None:
            self._turn(-CHOICES.index(row.field))

    def action_mapping_mode(self) -> None:
        from factcheck.workbench.acts import MODES

        self._mode = MODES[(MODES.index(self._mode) + 1) % len(MODES)] if self._mode else MODES[0]
        self._show()

    def action_mapping_order(self) -> None:
        orders = (None, "dmy", "mdy", "ymd")
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._again()

    def action_mapping_take(self) -> None:
        from factcheck.workbench.registering.survey import hindrance

        if problem := hindrance(self._survey):
            tell(self, problem.title, problem.detail, "error")
        elif not self._mode:
            key = self.keys.shown("mapping.mode")
            tell(self, "Say what the register shows", f"{key} goes through the modes.", "error")
        else:
            self.dismiss(Chosen(self._path, self.asked, self._mode))

    def on_paged_list_chosen(self, message: PagedList.Chosen) -> None:
        message.stop()
        self.action_mapping_take()

    def on_paged_list_moved(self, message: PagedList.Moved) -> None:
        message.stop()

    def action_mapping_leave(self) -> None:
        self.dismiss(None)


def _rows(survey: Survey) -> list[ColumnRow]:
    meant = {column: field for field, columns in survey.fields.items() for column in columns}
    return [
        ColumnRow(column, meant.get(column, ""), survey.samples.get(column, ())) for column in survey.columns
    ]


_FIELD, _NAME = 14, 24


def column_row(row: ColumnRow, width: int) -> list[Content]:
    """A column as one line: field, name, values."""
    name = row.name if len(row.name) <= _NAME else row.name[: _NAME - 1] + "…"
    values = " | ".join(row.values)
    return [
        Content.assemble(
            said(f" {row.field or '-':<{_FIELD - 1}}", "$record bold" if row.field else "$dim"),
            said(f"{name:<{_NAME + 2}}", "bold"),
            said(values[: max(0, width - _FIELD - _NAME - 2)], "$dim"),
        )
    ]


def standing(survey: Survey, mode: str, order: str | None) -> Iterator[Block]:
    """What is settled, and what has still to be said."""
    from factcheck.workbench.acts import MODE_MEANS
    from factcheck.workbench.registering.survey import dates_said, hindrance

    means = f"{mode}: {MODE_MEANS[mode]}" if mode else NOT_SAID
    yield Block(said(means, "" if mode else "bold $contradiction"), said("shows  ", "bold"))
    told = [dates_said(date) for date in survey.dates if dates_said(date)]
    if problem := hindrance(survey):
        yield Block(said(f"{problem.title}. {problem.detail}", "$contradiction"), said("dates  ", "bold"))
    elif told or order:
        yield Block(said(" ".join(told)), said("dates  ", "bold"))
    if survey.remembered:
        yield Block(said(f"The columns are read as those of {survey.remembered}.", "$dim"))
    for note in survey.notes:
        yield Block(said(note, "$dim"))


def understood(survey: Survey) -> Iterator[Block]:
    """The first rows as they are read."""
    for row in survey.first[:3]:
        words = listed(row.when or "no date", ", ".join(row.people), row.place, row.organisation)
        yield Block(said(words, "$dim"), said(f"{row.number:,}  {row.title}  ", "bold"))


class _Cancelled(Exception):
    """Raised from the progress of an import that a person stopped."""


@dataclass(frozen=True, slots=True)
class RowsEnd:
    """The end of an import: what it did, or what was refused, or that it was stopped."""

    done: RowsImported | None = None
    refused: FactcheckError | None = None


class RowsProgress(ModalScreen[RowsEnd]):
    """Imports in a thread and counts the rows; Esc stops, and then nothing was imported."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", "stop", show=False)]

    def __init__(self, desk: Desk, chosen: Chosen) -> None:
        super().__init__()
        self._desk, self._chosen = desk, chosen
        self._worker: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = said("Importing rows")
            yield Static(said(self._chosen.path), id="step")
            yield Static("Esc stops; then nothing was imported", classes="keys", markup=False)

    def on_mount(self) -> None:
        self._worker = self.run_worker(self._import, thread=True, exclusive=True)

    def action_stop(self) -> None:
        if self._worker is not None:
            self._worker.cancel()
            self.query_one("#step", Static).update(said("Stopping…"))

    def _import(self) -> None:
        worker, chosen = get_current_worker(), self._chosen

        def progress(count: int) -> None:
            if worker.is_cancelled:
                raise _Cancelled
            self.app.call_from_thread(self._say, f"{count:,} rows read")

        try:
            end = RowsEnd(self._desk.import_rows(chosen.path, chosen.asked, chosen.mode, progress))
        except FactcheckError as error:
            end = RowsEnd(refused=error)
        except _Cancelled:
            end = RowsEnd()
        self.app.call_from_thread(self.dismiss, end)

    def _say(self, words: str) -> None:
        for step in self.query("#step").results(Static):
            step.update(said(words))


def end_words(done: RowsImported) -> str:
    """What an import did, in a line."""
    if done.same_as:
        return f"the same bytes as {done.same_as}, whose rows are here; nothing was imported"
    return listed(
        f"{counted(done.kept, 'row')} of {done.rows:,}",
        f"{done.undated:,} without a date" if done.undated else None,
        f"{done.unresolved:,} with citations that name nothing here" if done.unresolved else None,
        *_faults(done),
    )


def _faults(done: RowsImported) -> Sequence[str]:
    return [
        f"{count:,} {what}: {why} ({', '.join(faults.first[why][:2])})"
        for what, faults in (("skipped", done.skipped), ("kept as they are", done.open))
        for why, count in faults.counts.items()
    ]
