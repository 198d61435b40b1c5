"""People: everybody in the case, found as one types, and the dossier of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget
from textual.widgets import Input

from factcheck.core.views.rows import PersonRow
from factcheck.core.views.searching import Hit
from factcheck.errors import FactcheckError
from factcheck.tui import person_rows
from factcheck.tui.acts import Keys, Where, bindings
from factcheck.tui.dialogs import Prompt
from factcheck.tui.forms import open_form
from factcheck.tui.line import Line
from factcheck.tui.list_view import PagedList
from factcheck.tui.messages import GoTo, Return
from factcheck.tui.pages import Pages
from factcheck.tui.person_rows import DossierLine
from factcheck.tui.safe import said
from factcheck.tui.screens.desk_screen import DeskScreen
from factcheck.tui.seek import Seek
from factcheck.tui.telling import tell, telling
from factcheck.tui.text_pane import TextPane
from factcheck.tui.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.core.views.people import Dossier
    from factcheck.core.views.records import Made
    from factcheck.tui.desk import Desk

MOST = 2_000
"""People listed at once; to find another, one types a name."""

EMPTY = "Nobody yet: people come with statements and events, or by  N"
NOTHING = "The case holds nothing that names this person."


class PeopleScreen(DeskScreen):
    """The list chooses a person, the dossier shows what the case holds of them; Enter goes there."""

    MODE = "people"
    PLACES: ClassVar[tuple[Where, ...]] = ("people", "everywhere")
    CSS_PATH = "people.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("people")
    AUTO_FOCUS = "#people"

    def __init__(self, desk: Desk, keys: Keys) -> None:
        super().__init__(desk, keys)
        self._people: Sequence[PersonRow] = ()
        self._wanted = ""
        self._dossier: Dossier | None = None
        self._behind = False

    def body(self) -> Iterator[Widget]:
        both = Container(id="people-and-dossier")
        names = Container(id="names")
        names.compose_add_child(Line(placeholder=f"{self.keys.shown('person.find')} finds a name", id="name"))
        names.compose_add_child(PagedList[PersonRow](person_rows.person_row, empty=EMPTY, id="people"))
        dossier = Container(id="dossier")
        dossier.compose_add_child(TextPane(id="person"))
        dossier.compose_add_child(
            PagedList[DossierLine](
                person_rows.dossier_row,
                height=2,
                rests_on=lambda line: line.item is not None,
                empty=NOTHING,
                id="items",
            )
        )
        both.compose_add_child(names)
        both.compose_add_child(dossier)
        yield both

    @property
    def list(self) -> PagedList[PersonRow]:
        return self.query_one("#people", PagedList)

    @property
    def items(self) -> PagedList[DossierLine]:
        return self.query_one("#items", PagedList)

    @property
    def line(self) -> Line:
        return self.query_one("#name", Line)

    def on_mount(self) -> None:
        self.query_one("#person").can_focus = False
        self._read()
        self.list.show(
            Pages(lambda: len(self._people), lambda first, count: self._people[first : first + count])
        )
        self._follow()

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        tall = self.has_class("-wide")
        paint = person_rows.person_row_tall if tall else person_rows.person_row
        self.list.paint_as(paint, 2 if tall else 1)

    def reload(self) -> None:
        self.show_title()
        before = self._dossier.head.id if self._dossier is not None else None
        self._read()
        self._to(before)
        self._follow(anew=True)

    def open_at(self, person: str) -> None:
        """Put a person in focus, whatever was looked for before."""
        self._wanted = ""
        with self.line.prevent(Input.Changed):
            self.line.value = ""
        self._read()
        self._to(person)
        self._follow()
        self.list.focus()

    def _read(self) -> None:
        with telling(self):
            self._people = self.desk.people(self._wanted, 0, MOST)
        many = "+" if len(self._people) == MOST else ""
        self.list.border_title = said(
            f"{len(self._people):,}{many} people" if many else counted(len(self._people), "person", "people")
        )

    def _to(self, person: str | None) -> None:
        at = next((n for n, one in enumerate(self._people) if one.id == person), None)
        self.list.reload(at if at is not None else min(self.list.cursor, max(len(self._people) - 1, 0)))

    def _follow(self, *, anew: bool = False) -> None:
        """The dossier of who is in focus."""
        self._behind = False
        row = self.list.row
        same = row is not None and self._dossier is not None and self._dossier.head.id == row.id
        if same and not anew:
            return
        self._dossier = None
        if row is not None:
            with telling(self):
                self._dossier = self.desk.dossier(row.id)
        lines = person_rows.dossier_lines(self._dossier) if self._dossier is not None else []
        pages: Pages[DossierLine] = Pages(
            lambda: len(lines), lambda first, count: lines[first : first + count]
        )
        card = self.query_one("#person", TextPane)
        if self._dossier is not None:
            card.show(person_rows.person_card(self._dossier), self._dossier.head.id)
        else:
            card.show((), None)
        self.query_one("#dossier").border_title = said(row.label if row is not None else "Dossier")
        if same:
            self.items.pages = pages
            self.items.reload()
        else:
            self.items.show(pages)

    def on_paged_list_moved(self, message: PagedList.Moved) -> None:
        message.stop()
        if message.list is self.list and not self._behind:
            self._behind = True
            self.call_after_refresh(self._follow)

    def on_paged_list_chosen(self, message: PagedList.Chosen) -> None:
        message.stop()
        if message.list is self.list:
            self.items.focus()
        elif (item := message.row.item) is not None:
            self.post_message(GoTo(item.entity, item.id))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._wanted = event.value.strip()
        self._read()
        self._to(None)
        self._follow()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.list.focus()

    def action_person_find(self) -> None:
        self.line.focus()

    def action_person_pane(self) -> None:
        (self.items if self.list.has_focus or self.line.has_focus else self.list).focus()

    def action_person_leave(self) -> None:
        """Out of the line, then everybody again, then back."""
        if self.line.has_focus or self.items.has_focus:
            self.list.focus()
        elif self.line.value:
            self.line.value = ""
        else:
            self.post_message(Return())

    def action_person_edit(self) -> None:
        def saved(made: Made) -> None:
            tell(self, f"Saved {made.label}", self._undo_hint())
            self.reload()

        open_form(self, self.desk.form(self._one().head.id), saved)

    def action_person_new(self) -> None:
        key = "person:new"

        def keep(text: str) -> None:
            with telling(self):
                self.desk.save_draft(key, text)

        def done(name: str | None) -> None:
            if name is None:
                return
            with telling(self):
                made = self.desk.new_person(name)
                self.desk.drop_draft(key)
                tell(self, f"{made.label} {name}", self._undo_hint())
                self._wanted = self.line.value = ""
                self._read()
                self._to(made.id)
                self._follow(anew=True)

        detail = "The name as it is written in full. A person who is known already is found again."
        self.app.push_screen(Prompt("New person", detail, self.desk.draft(key) or "", keep), done)

    def action_person_same(self) -> None:
        """Another record of the same person; what was merged before can be taken apart again."""
        person = self._one()
        merged = self.desk.merged(person.head.id)

        def look(typed: str) -> Sequence[Hit]:
            apart = [Hit("separate", id, label, words, ()) for id, label, words in merged]
            return [*([] if typed.strip() else apart), *self.desk.resembling(person.head.id, typed)]

        def done(hit: Hit | None) -> None:
            if hit is None:
                return
            with telling(self):
                if hit.entity == "separate":
                    self.desk.separate(hit.id)
                    tell(self, f"{hit.label} stands for itself again", self._undo_hint())
                else:
                    self.desk.same([person.head.id, hit.about or hit.id])
                    tell(self, f"{hit.label} is {person.head.label}", self._undo_hint())
                self.reload()

        title = f"Who is the same person as {person.head.label} {person.name}?"
        hint = "Type a name. “separate” takes apart what was said to be the same."
        self.app.push_screen(Seek(title, look, hint=hint, nothing="Nobody else is like it."), done)

    def _one(self) -> Dossier:
        if self._dossier is None:
            raise FactcheckError("Nobody is in focus", "Choose a person in the list, or make one.")
        return self._dossier

    def _undo_hint(self) -> str:
        return f"{self.keys.shown('undo.last')} takes it back."
