"""The body of Sources: the list chooses, the reader shows; each source is found again where it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from factcheck.core.views.sources import SourceView
from factcheck.errors import FactcheckError
from factcheck.tui import rows
from factcheck.tui.acts import Keys
from factcheck.tui.differing import turned_words
from factcheck.tui.list_view import PagedList
from factcheck.tui.pages import Pages
from factcheck.tui.reader import Reader, Spot
from factcheck.tui.safe import said
from factcheck.tui.screens.desk_screen import DeskScreen
from factcheck.tui.source_card import source_card
from factcheck.tui.telling import tell, telling
from factcheck.tui.text_pane import TextPane
from factcheck.tui.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.tui.desk import Desk
    from factcheck.workbench.readings.corrected import Correction

EMPTY = "No sources yet: A adds a file, a folder or an address"


class SourceReading(DeskScreen):
    """What the acts of Sources are about: the source in the reader, and the place of its caret."""

    def __init__(self, desk: Desk, keys: Keys) -> None:
        super().__init__(desk, keys)
        self._sources: Sequence[SourceView] = ()
        self._spots: dict[str, Spot] = {}
        self._asked: tuple[str, int, int] | None = None
        self._heading = ""

    def body(self) -> Iterator[Widget]:
        both = Container(id="source-and-text")
        left = Container(id="list-and-card")
        left.compose_add_child(PagedList[SourceView](rows.source_row, height=2, empty=EMPTY, id="sources"))
        left.compose_add_child(TextPane(id="card"))
        both.compose_add_child(left)
        text = Container(id="text")
        text.compose_add_child(Reader(self.desk, id="reader"))
        text.compose_add_child(Static(id="proposed"))
        both.compose_add_child(text)
        yield both

    @property
    def list(self) -> PagedList[SourceView]:
        return self.query_one("#sources", PagedList)

    @property
    def reader(self) -> Reader:
        return self.query_one(Reader)

    def on_mount(self) -> None:
        self.query_one("#card").can_focus = False
        self._read()
        self.list.show(
            Pages(lambda: len(self._sources), lambda first, count: self._sources[first : first + count])
        )
        self._follow()

    def reload(self) -> None:
        self.show_title()
        before = self.reader.source
        self._read()
        at = next((n for n, source in enumerate(self._sources) if source.head.id == before), None)
        self.list.reload(at)
        self.reader.reload()
        self._follow()

    def open_at(self, source: str, start: int, end: int) -> None:
        """Show a stretch of a source, by its id or its label, lit."""
        self._asked = (source, start, end)
        if self.is_mounted:
            self._follow()

    def _read(self) -> None:
        with telling(self):
            self._sources = self.desk.sources()
            self.list.border_title = said(counted(len(self._sources), "source"))

    def _follow(self) -> None:
        """The reader shows what was asked for, or what is chosen in the list."""
        if self.reader.source is not None:
            self._spots[self.reader.source] = self.reader.spot
        if self._asked is not None:
            (source, start, end), self._asked = self._asked, None
            at = next(
                (n for n, one in enumerate(self._sources) if source in (one.head.id, one.head.label)), None
            )
            if at is not None:
                source = self._sources[at].head.id
            self.reader.open(source, focus=(start, end))
            if at is not None:
                self.list.move_to(at)
            self.reader.focus()
        elif (row := self.list.row) is not None and row.head.id != self.reader.source:
            self.reader.open(row.head.id, self._spots.get(row.head.id))
        self._title()

    @property
    def source(self) -> SourceView | None:
        """The source in the reader."""
        return next((one for one in self._sources if one.head.id == self.reader.source), None)

    def source_in_focus(self) -> SourceView:
        """The same; refused in words where there is none."""
        if self.source is None:
            raise FactcheckError("No source is in focus", "Choose one in the list, or add one.")
        return self.source

    def _title(self) -> None:
        source = self.source
        if source is None:
            return
        self._heading = f"{source.head.label} {source.title}"
        self.reader.border_title = said(self._heading)
        waiting = self.desk.proposals_in(source.head.id)
        self.query_one("#card", TextPane).show(source_card(source, len(waiting)), source.head.id)

    def on_paged_list_moved(self, message: PagedList.Moved) -> None:
        message.stop()
        self._follow()

    def on_paged_list_chosen(self, message: PagedList.Chosen) -> None:
        message.stop()
        self.reader.focus()

    def on_reader_page_caret_moved(self, message: Reader.CaretMoved) -> None:
        message.stop()
        line = f"line {message.line + 1:,} of {message.lines:,}"
        turn = message.turn
        speaks = listed(turn.speaker or "nobody named", turn.role) if turn is not None else ""
        self.reader.border_title = said(listed(speaks, self._heading))
        self.reader.border_subtitle = said(listed(message.place, line))
        self._say_below(message)

    def _say_below(self, message: Reader.CaretMoved) -> None:
        """What is proposed at the caret, or corrected by an errata sheet; or that a page has no words."""
        below = self.query_one("#proposed", Static)
        image = (
            message.blank
            and self.source is not None
            and any(what == "image" for what, *_ in self.source.holes)
        )
        below.display = image or message.proposal is not None or message.correction is not None
        if message.correction is not None:
            below.update(correction_line(message.correction))
        elif image:
            outside, pages = self.keys.shown("source.outside"), self.keys.shown("source.pages")
            below.update(
                said(f" An image, without text. {outside} opens it, {pages} lists the pages to type from.")
            )
        elif message.proposal is not None:
            keys = f"{self.keys.shown('reader.accept')} accepts, {self.keys.shown('reader.reject')} rejects"
            what = said(f" Proposed {message.proposal.entity}: {keys}. ", "bold")
            below.update(what.append(said(message.proposal.basis, "$dim")))

    def made(self, title: str) -> None:
        """Tells what was done, and shows the case as it is now."""
        tell(self, title, f"{self.keys.shown('undo.last')} takes it back.")
        self.reader.drop_selection()
        self.reload()

    def show_added(self, label: str | None) -> None:
        """A source came, or none."""
        self.reload()
        at = next((n for n, one in enumerate(self._sources) if one.head.label == label), None)
        if at is not None:
            self.list.move_to(at)
            self._follow()  # at once: the screen that comes back reads anew, and stays at what is shown


def correction_line(one: Correction) -> Content:
    """Both readings of corrected words: as they were given, and as the errata sheet has them."""
    was = f"“{one.was}”" if one.was else "nothing here"
    now = f"“{one.now}”" if one.now else "struck"
    turned = turned_words(one.turned)
    return Content.assemble(
        said(f" Errata {one.sheet} at {one.place}: ", "bold $contradiction"),
        said(f"as given {was}, corrected {now}", "bold"),
        said(f" · {turned}" if turned else "", "bold $contradiction"),
        said(" · " + listed(f"{one.original}, corrected by {one.later}", one.reason), "$dim"),
    )
