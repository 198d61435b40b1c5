"""Sources: the list of documents, and the text of one with its anchors, to read and to capture from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from factcheck.tui.acts import Where, bindings
from factcheck.tui.bars import KeyBar
from factcheck.tui.forms import open_form
from factcheck.tui.messages import Return
from factcheck.tui.screens.register_importing import RegisterImporting
from factcheck.tui.screens.source_adding import SourceAdding
from factcheck.tui.screens.source_capturing import SourceCapturing
from factcheck.tui.screens.source_errata import SourceErrata
from factcheck.tui.screens.source_kin import SourceKin
from factcheck.tui.screens.source_places import SourcePlaces

if TYPE_CHECKING:
    from factcheck.core.views.records import Made


class SourcesScreen(SourceCapturing, SourcePlaces, SourceKin, SourceErrata, SourceAdding, RegisterImporting):
    """Every act is about the source in the reader, or about what is at its caret."""

    MODE = "sources"
    PLACES: ClassVar[tuple[Where, ...]] = ("reader", "sources", "everywhere")
    CSS_PATH = "sources.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("sources")
    AUTO_FOCUS = "#sources"

    def on_descendant_focus(self) -> None:
        self.show_keys()

    def on_descendant_blur(self) -> None:
        self.show_keys()

    def show_keys(self) -> None:
        """The keys of the text only while they work."""
        places = self.PLACES if self.reader.has_focus else self.PLACES[1:]
        self.query_one(KeyBar).show(list(self.keys.footer(*places)))

    def action_source_edit(self) -> None:
        def saved(made: Made) -> None:
            self.made(f"Saved {made.label}")

        open_form(self, self.desk.form(self.source_in_focus().head.id), saved)

    def action_source_pane(self) -> None:
        (self.list if self.reader.has_focus else self.reader).focus()

    def action_source_leave(self) -> None:
        if not self.reader.drop_selection():
            self.post_message(Return())
