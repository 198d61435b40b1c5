"""Sources: the list of documents, and the text of one with its anchors, to read and to capture from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget
from textual.widgets import Static

from factcheck.core.views.sources import SourceView
from factcheck.errors import FactcheckError
from factcheck.tui import rows
from factcheck.tui.acts import Keys, Where, bindings
from factcheck.tui.dialogs import Prompt
from factcheck.tui.forms import open_form
from factcheck.tui.list_view import PagedList
from factcheck.tui.messages import Return
from factcheck.tui.pages import Pages
from factcheck.tui.reader import Reader, Spot
from factcheck.tui.safe import said, shown
from factcheck.tui.screens.register_importing import RegisterImporting
from factcheck.tui.screens.source_adding import SourceAdding
from factcheck.tui.seek import Seek
from factcheck.tui.source_card import source_card
from factcheck.tui.telling import tell, telling
from factcheck.tui.text_pane import TextPane
from factcheck.tui.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.core.views.records import Made
    from factcheck.core.views.searching import Hit
    from factcheck.tui.desk import Desk

EMPTY = "No sources yet: A adds a file, a folder or an address"


class SourcesScreen(RegisterImporting, SourceAdding):
    """The list chooses, the reader shows; each source is left and found again at the same place."""

    MODE = "sources"
    PLACES: ClassVar[tuple[Where, ...]] = ("reader", "sources", "everywhere")
    CSS_PATH = "sources.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("sources")
    AUTO_FOCUS = "#sources"

    def __init__(self, desk: Desk, keys: Keys) -> None:
        super().__init__(desk, keys)
        self._sources: Sequence[SourceView] = ()
        self._spots: dict[str, Spot] = {}
        self._asked: tuple[str, int, int] | None = None
        self._speaker = ""
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
        """Show a stretch of a source, lit."""
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
            at = next((n for n, one in enumerate(self._sources) if one.head.id == source), None)
            self.reader.open(source, focus=(start, end))
            if at is not None:
                self.list.move_to(at)
            self.reader.focus()
        elif (row := self.list.row) is not None and row.head.id != self.reader.source:
            self.reader.open(row.head.id, self._spots.get(row.head.id))
        self._title()

    def _title(self) -> None:
        source = next((one for one in self._sources if one.head.id == self.reader.source), None)
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
        below, proposal = self.query_one("#proposed", Static), message.proposal
        below.display = proposal is not None
        if proposal is not None:
            keys = f"{self.keys.shown('reader.accept')} accepts, {self.keys.shown('reader.reject')} rejects"
            what = said(f" Proposed {proposal.entity}: {keys}. ", "bold")
            below.update(what.append(said(proposal.basis, "$dim")))

    def on_reader_copy_wanted(self, message: Reader.CopyWanted) -> None:
        message.stop()
        source = next((one for one in self._sources if one.head.id == self.reader.source), None)
        name = (source.cite_as or source.title) if source is not None else ""
        cite = listed(name, message.place, between=", ")
        self.app.copy_to_clipboard(shown(f"“{message.words}” ({cite})"))
        tell(self, "Copied with its citation", cite)

    def on_reader_capture_wanted(self, message: Reader.CaptureWanted) -> None:
        message.stop()
        if message.evidence:
            self._evidence(message)
        else:
            self._statement(message)

    def _statement(self, message: Reader.CaptureWanted) -> None:
        def done(speaker: str | None) -> None:
            if speaker is None:
                return
            with telling(self):
                made = self.desk.capture(message.source, [(message.start, message.end)], speaker)
                self.desk.drop_draft(key)
                self._speaker = speaker
                self._made(f"Captured {made.label}")

        key = f"capture:{message.source}:{message.start}-{message.end}"
        words = message.words if len(message.words) < 300 else message.words[:300] + "…"
        turn = self.desk.turn_at(message.source, message.start)
        speaker = turn.speaker if turn is not None and turn.speaker else self._speaker
        self._ask("Who says this?", f"“{words}”", key, done, speaker)

    def _evidence(self, message: Reader.CaptureWanted) -> None:
        """For which event, then the form of the evidence."""

        def look(typed: str) -> Sequence[Hit]:
            return [hit for hit in self.desk.look_up(typed) if hit.entity == "event"] if typed.strip() else []

        def saved(made: Made) -> None:
            self._made("Evidence added")

        def done(hit: Hit | None) -> None:
            if hit is not None:
                passage = (message.source, [(message.start, message.end)])
                with telling(self):
                    form = self.desk.new_form("evidence", hit.about or hit.id, passage)
                    open_form(self, form, saved)

        self.app.push_screen(Seek("Evidence for which event?", look, hint="Type its title or label."), done)

    def on_reader_decided(self, message: Reader.Decided) -> None:
        message.stop()
        with telling(self):
            if message.accepted:
                made = self.desk.accept([message.proposal])
                self._made("Accepted " + ", ".join(one.label for one in made))
            else:
                self.desk.reject([message.proposal])
                self._made("Rejected; it stays rejected")

    def _made(self, title: str) -> None:
        tell(self, title, f"{self.keys.shown('undo.last')} takes it back.")
        self.reader.drop_selection()
        self.reload()

    def on_reader_asked(self, message: Reader.Asked) -> None:
        message.stop()
        source = self.reader.source
        if source is None:
            return

        def go(typed: str | None) -> None:
            if typed is not None:
                with telling(self):
                    elsewhere = self.desk.numbered(typed)
                    if elsewhere is not None and elsewhere[0] != source:
                        self.open_at(*elsewhere)
                    else:
                        self.reader.go(self.desk.place_typed(source, typed))

        def find(words: str | None) -> None:
            if words is None:
                return
            with telling(self):
                found = list(self.desk.occurrences(source, words))
                self.reader.show_found(found)
                back, on = self.keys.shown("reader.find_previous"), self.keys.shown("reader.find_next")
                times = counted(len(found), "time")
                tell(self, f"“{words}” stands here {times}" if found else f"“{words}” is not here",
                     f"{on} goes to the next, {back} back." if found else "")  # fmt: skip

        if message.find:
            self._ask("Find in the text", "Letter case and spacing do not matter.", "find", find)
        else:
            places = (
                "A paragraph (12), page and line (45:12), a page (p. 45), an offset (@1200), a Bates number."
            )
            self._ask("Go to", places, "goto", go)

    def _ask(
        self, title: str, detail: str, key: str, done: Callable[[str | None], None], text: str = ""
    ) -> None:
        def keep(typed: str) -> None:
            if key.startswith("capture:"):
                with telling(self):
                    self.desk.save_draft(key, typed)

        with telling(self):
            text = (self.desk.draft(key) if key.startswith("capture:") else None) or text
            self.app.push_screen(Prompt(title, detail, text, keep), done)

    def added(self, label: str | None) -> None:
        self.reload()
        at = next((n for n, one in enumerate(self._sources) if one.head.label == label), None)
        if at is not None:
            self.list.move_to(at)

    def action_source_edit(self) -> None:
        source = next((one for one in self._sources if one.head.id == self.reader.source), None)
        if source is None:
            raise FactcheckError("No source is in focus", "Choose one in the list, or add one.")

        def saved(made: Made) -> None:
            self._made(f"Saved {made.label}")

        open_form(self, self.desk.form(source.head.id), saved)

    def action_source_versions(self) -> None:
        from factcheck.tui.versions import VersionsPage  # late: nobody waits for it at the start

        source = self.reader.source
        if source is None:
            raise FactcheckError("No source is in focus", "Choose one in the list, or add one.")

        def done(place: tuple[str, int, int] | None) -> None:
            self.reload()
            if place is not None:
                self.open_at(*place)

        self.app.push_screen(VersionsPage(self.desk, self.keys, source), done)

    def action_source_pane(self) -> None:
        (self.list if self.reader.has_focus else self.reader).focus()

    def action_source_leave(self) -> None:
        if not self.reader.drop_selection():
            self.post_message(Return())
