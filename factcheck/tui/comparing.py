"""The texts of one utterance over the screen: the primary one at the left, another at the right, each word
that only one of them has marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.errors import FactcheckError
from factcheck.tui.acts import Keys, bindings
from factcheck.tui.cards import Block
from factcheck.tui.differing import changed_words, turned_words
from factcheck.tui.list_view import PagedList
from factcheck.tui.pages import Pages
from factcheck.tui.rows import between
from factcheck.tui.safe import said, unwrapped
from factcheck.tui.seek import Seek
from factcheck.tui.telling import tell, telling
from factcheck.tui.text_pane import TextPane
from factcheck.tui.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.core.views.searching import Hit
    from factcheck.tui.desk import Desk
    from factcheck.workbench.readings.comparing import TextOf

ALONE = "No other text of these words is known. Versions (V, in Sources) says of what a source is a variant."
PRIMARY = "This is the primary text: the statement quotes it."


class ComparingPage(ModalScreen[tuple[str, int, int] | None]):
    """Gives the place to open in a source, if one was chosen: its label, start and end."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("comparing")

    def __init__(self, desk: Desk, keys: Keys, statement: str) -> None:
        super().__init__()
        self.desk, self.keys = desk, keys
        self._found = desk.comparison(statement)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog page comparing"):
            yield PagedList["TextOf"](text_row, id="texts")
            with Horizontal():
                yield TextPane(id="primary")
                yield TextPane(id="other")
            yield Static(id="reason")
            shown = "   ".join(f"{key} {label}" for key, label in self.keys.footer("comparing"))
            yield Static(said(f"Enter opens   {shown}   Tab scrolls"), classes="keys")

    def on_mount(self) -> None:
        self._show(at=1)
        self.list.focus()

    @property
    def list(self) -> PagedList[TextOf]:
        return self.query_one("#texts", PagedList)

    def _show(self, at: int) -> None:
        found = self._found
        texts = found.texts
        self.list.show(Pages(lambda: len(texts), lambda first, count: texts[first : first + count]))
        self.list.move_to(at)
        title = listed(found.label, found.speaker, counted(len(texts), "text"))
        self.query_one(Vertical).border_title = said(title)
        self.query_one("#reason", Static).update(said(ALONE if len(texts) < 2 else found.reason, "$dim"))
        self._beside()

    def _beside(self) -> None:
        """The primary text and the one in focus."""
        first, other = self._found.texts[0], self.list.row
        if other is None:
            return
        left, right = self.query_one("#primary", TextPane), self.query_one("#other", TextPane)
        left.border_title, right.border_title = said(text_name(first)), said(text_name(other))
        left.show(primary_words(first, other), (first.source, other.source))
        right.show(other_words(other), (other.label, other.source))

    def on_paged_list_moved(self, message: PagedList.Moved) -> None:
        message.stop()
        self._beside()

    def on_paged_list_chosen(self, message: PagedList.Chosen) -> None:
        message.stop()
        row: TextOf = message.row
        if row.source is None or row.start is None or row.end is None:
            self.app.bell()
        else:
            self.dismiss((row.source, row.start, row.end))

    def action_comparing_primary(self) -> None:
        row = self.list.row
        if row is None or row.source is None:
            raise FactcheckError("No source has this text", "A reviewer typed it; it cannot be quoted.")
        made = self.desk.make_primary(self._found.label, row.source)
        self._found = self.desk.comparison(made.id)
        self._show(at=0)
        undo = self.keys.shown("undo.last")
        tell(self, f"{made.label} quotes {row.source}", f"{undo} takes it back, on the screen below.")

    def action_comparing_close(self) -> None:
        self.dismiss(None)


Then = Callable[[tuple[str, int, int] | None], None]
"""What is done with the place that was chosen."""


def compare(app: App[Any], desk: Desk, keys: Keys, statement: str, then: Then) -> None:
    """Opens the comparison of a statement's texts."""
    app.push_screen(ComparingPage(desk, keys, statement), then)


def choose_and_compare(app: App[Any], desk: Desk, keys: Keys, source: str, then: Then) -> None:
    """The same for a statement to be chosen among those that quote a source, or a variant of it."""
    quoted = desk.quoted_in(source)
    if not quoted:
        raise FactcheckError(
            "No statement quotes this source", "Its words are compared once one is captured."
        )
    if len(quoted) == 1:
        compare(app, desk, keys, quoted[0].label, then)
        return

    def look(typed: str) -> Sequence[Hit]:
        wanted = typed.casefold().split()
        return [
            hit for hit in quoted if all(word in f"{hit.label} {hit.snippet}".casefold() for word in wanted)
        ]

    def chosen(hit: Hit | None) -> None:
        if hit is not None:
            with telling(app):
                compare(app, desk, keys, hit.label, then)

    app.push_screen(
        Seek("Compare the texts of which statement?", look, hint="its words or its label"), chosen
    )


def text_name(text: TextOf) -> str:
    """Where a text stands, in a title."""
    return listed(text.source or "typed by a reviewer", text.place)


def text_row(text: TextOf, width: int) -> list[Content]:
    """A text as one line: its source, whether it is the primary one, and how it differs."""
    if text.primary:
        how = "primary"
    elif text.words is None:
        how = "not found there"
    else:
        how = "differs" if text.differs else "the same words"
    left = Content.assemble(
        " ",
        said(f"{text.source or '-':<6}", "bold"),
        said(f"{text.label or 'not recorded':<13}", "$dim"),
        said(listed(how, turned_words(text.turned)), "bold $contradiction" if text.turned else ""),
    )
    what = listed("captions" if text.captions else f"tier {text.tier}" if text.tier else None, text.title)
    return [between(left, said(what + " ", "$dim"), width)]


def primary_words(first: TextOf, other: TextOf) -> Iterator[Block]:
    """The words of the primary text; those that the other has not are marked."""
    if other.changes:
        yield Block(changed_words(other.changes, without="come"))
    else:
        yield Block(said(unwrapped(first.words or "")))


def other_words(other: TextOf) -> Iterator[Block]:
    """The words of another text; those that the primary one has not are marked."""
    if other.primary:
        yield Block(said(PRIMARY, "$dim"))
    elif other.words is None:
        yield Block(said(f"Not found there: {other.why}", "$dim"))
    elif other.changes:
        yield Block(changed_words(other.changes, without="gone"))
    else:
        yield Block(said(unwrapped(other.words)))
        yield Block(said("The same words.", "$dim"))
    if other.turned:
        yield Block(said(turned_words(other.turned), "bold $contradiction"))
