"""A source's versions and variants over the screen: its family, and what became of the earlier passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.tui.acts import Keys, bindings
from factcheck.tui.cards import NOTHING, Block
from factcheck.tui.dialogs import Prompt
from factcheck.tui.differing import changed_words, turned_words
from factcheck.tui.list_view import PagedList
from factcheck.tui.pages import Pages
from factcheck.tui.rows import between
from factcheck.tui.safe import said, unwrapped
from factcheck.tui.telling import tell, telling
from factcheck.tui.text_pane import TextPane
from factcheck.tui.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.tui.desk import Desk
    from factcheck.workbench.readings.versions import Passage, Versions

STATES = {
    "carried": "carried over",
    "ready": "same words: to be carried",
    "waits": "waits for you",
    "kept": "left there",
    "orphan": "no place",
}
_ORDER = ("waits", "orphan", "ready", "kept", "carried")
EMPTY = "No passage of an earlier version. v says that it is a version, t a variant."
BY_HAND = "The exact words, page and line (45:12-46:3), or START:END."


class VersionsPage(ModalScreen[tuple[str, int, int] | None]):
    """Gives the place to open in the text, if one was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("versions")

    def __init__(self, desk: Desk, keys: Keys, source: str) -> None:
        super().__init__()
        self.desk, self.keys, self._source = desk, keys, source
        self._rows: Sequence[Passage] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog page versions"):
            yield TextPane(id="family")
            yield PagedList["Passage"](passage_row, empty=EMPTY, id="passages")
            yield TextPane(id="passage")
            shown = "   ".join(f"{key} {label}" for key, label in self.keys.footer("versions"))
            yield Static(said(shown), classes="keys")

    def on_mount(self) -> None:
        for pane in self.query(TextPane):
            pane.can_focus = False
        self.read()
        self.list.focus()

    @property
    def list(self) -> PagedList[Passage]:
        return self.query_one("#passages", PagedList)

    def read(self) -> None:
        """Asks the case anew; the cursor stays where it was, or goes to what comes after."""
        with telling(self):
            self._fill(self.desk.versions(self._source))

    def _fill(self, found: Versions) -> None:
        at = self.list.cursor
        self._rows = sorted(_without_wholes(found.passages), key=_urgency)
        rows = self._rows
        self.list.show(Pages(lambda: len(rows), lambda first, count: rows[first : first + count]), at)
        self.list.move_to(min(at, max(len(rows) - 1, 0)))
        counts = ", ".join(f"{count} {outcome}" for outcome, count in found.counts.items() if count)
        self.query_one(Vertical).border_title = said(listed(f"Versions of {found.label}", counts))
        self.query_one("#family", TextPane).show(family(found), found.source)
        self._show()

    def _show(self) -> None:
        row = self.list.row
        self.query_one("#passage", TextPane).show(details(row) if row is not None else (), row)

    def on_paged_list_moved(self, message: PagedList.Moved) -> None:
        message.stop()
        self._show()

    def on_paged_list_chosen(self, message: PagedList.Chosen) -> None:
        """Enter goes to the place in the later version."""
        message.stop()
        if message.row.start is None or message.row.end is None:
            self.app.bell()
        else:
            self.dismiss((self._source, message.row.start, message.row.end))

    def action_versions_carry(self) -> None:
        with telling(self):
            done = self.desk.carry(self._source, ())
            self._told(f"{counted(done.carried, 'passage')} carried over")

    def action_versions_accept(self) -> None:
        row = self.list.row
        if row is not None:
            with telling(self):
                self.desk.carry(self._source, (row.unit,))
                self._told(f"{row.unit} has the words of this version now")

    def action_versions_leave_there(self) -> None:
        row = self.list.row
        if row is not None:
            with telling(self):
                self.desk.keep_there(self._source, (row.unit,))
                self._told(f"{row.unit} stays in {row.source}")

    def action_versions_anchor(self) -> None:
        row = self.list.row
        if row is None:
            return

        def done(typed: str | None) -> None:
            if typed is not None:
                with telling(self):
                    self.desk.anchor_by_hand(self._source, row.record, typed, row.part)
                    self._told(f"{row.label} is anchored there")

        self.app.push_screen(Prompt(f"Where do the words of {row.label} stand?", BY_HAND, "", _nothing), done)

    def action_versions_compare(self) -> None:
        """Of the passage's statement, else of one that quotes this source or a variant of it."""
        from factcheck.tui.comparing import choose_and_compare, compare

        row = self.list.row
        if row is not None and row.entity in {"statement", "claim"}:
            compare(self.app, self.desk, self.keys, row.record, self._and_open)
        else:
            choose_and_compare(self.app, self.desk, self.keys, self._source, self._and_open)

    def _and_open(self, place: tuple[str, int, int] | None) -> None:
        if place is not None:
            self.dismiss(place)
        else:
            self.read()

    def action_versions_of(self) -> None:
        self._ask("Of which source is it a later version?", self.desk.set_version, "is a version of")

    def action_versions_variant(self) -> None:
        self._ask(
            "Of which source is it another text of the same words?", self.desk.set_variant, "is a variant of"
        )

    def _ask(self, title: str, act: Callable[[str, str], None], told: str) -> None:
        def done(typed: str | None) -> None:
            if typed is not None:
                with telling(self):
                    act(self._source, typed)
                    self._told(f"It {told} {typed}")

        near = [("", "")]
        with telling(self):
            near = list(self.desk.resembling_sources(self._source)) or near
        hint = "; ".join(told for _, told in near if told)
        self.app.push_screen(Prompt(title, hint or "Its label, as D3.", near[0][0], _nothing), done)

    def _told(self, words: str) -> None:
        tell(self, words, f"{self.keys.shown('undo.last')} takes it back, on the screen below.")
        self.read()

    def action_versions_close(self) -> None:
        self.dismiss(None)


def _nothing(typed: str) -> None:
    """What is typed here is short and needs no draft."""


def _urgency(one: Passage) -> tuple[int, bool]:
    """What waits comes first, and of that what is the reason for it."""
    return _ORDER.index(one.state), one.outcome in {"same", "moved"}


def _without_wholes(passages: Sequence[Passage]) -> list[Passage]:
    """The passages but for claims that are the whole of their statement: they say the same again."""
    whole = {(one.unit, one.words, one.words_now) for one in passages if one.entity != "claim"}
    return [
        one for one in passages if one.entity != "claim" or (one.unit, one.words, one.words_now) not in whole
    ]


def family(found: Versions) -> Iterator[Block]:
    """A line for each source of the family."""
    for kin in found.family:
        words = listed(kin.title, kin.published, counted(kin.passages, "passage"))
        style = "bold" if kin.relation == "itself" else ""
        what = "captions" if kin.captions and kin.relation == "variant" else kin.relation
        yield Block(said(words, style), said(f"{kin.label:<5}{what:<16}", "$dim"))


def passage_row(row: Passage, width: int) -> list[Content]:
    """What a passage is of, what became of it, and its words."""
    name = row.label if row.entity == "claim" else row.unit
    style = "$dim" if row.state in {"carried", "kept"} else ""
    alarm = "$contradiction" if row.turned or row.outcome == "orphaned" else style
    left = Content.assemble(
        " ",
        said(f"{name:<12}", style or "bold"),
        said(f"{row.outcome:<9}", alarm),
        said(unwrapped(row.words), style),
    )
    return [between(left, said(STATES[row.state] + " ", style), width)]


def details(row: Passage) -> Iterator[Block]:
    """A passage in full: where it stood and stands, why it waits, and the difference of its words."""
    places = listed(
        f"{row.source} {row.place}".strip(), f"now {row.place_now}" if row.place_now else None, row.why
    )
    yield Block(said(listed(f"{row.unit} {row.part}", places), "$dim"))
    if row.turned:
        yield Block(said(turned_words(row.turned), "bold $contradiction"))
    if row.changes:
        yield Block(changed_words(row.changes))
        return
    yield Block(
        said(unwrapped(row.words)), said("was  ", "$dim") if row.words_now or row.instead else NOTHING
    )
    if row.instead:
        yield Block(said(unwrapped(row.instead)), said("there  ", "$dim"))
    elif row.words_now:
        yield Block(said(unwrapped(row.words_now)), said("now  ", "$dim"))
