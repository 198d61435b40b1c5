"""Ways about a source's text: to a place as people name it, and to words."""

from __future__ import annotations

from factcheck.errors import FactcheckError
from factcheck.tui.dialogs import Prompt
from factcheck.tui.screens.source_reading import SourceReading
from factcheck.tui.telling import tell, telling
from factcheck.tui.words import counted

PLACES = (
    "Page and line (45:12), a page (p. 45), a paragraph (12), a cell (B12), a time (12:34), an offset "
    "(@1200); or a Bates number, of any source."
)


class SourcePlaces(SourceReading):
    """From the list as from the text."""

    def action_reader_goto(self) -> None:
        source = self.source_in_focus().head.id

        def go(typed: str | None) -> None:
            if typed is not None:
                with telling(self):
                    self._go(source, typed)

        keys = "Enter goes there   Esc leaves"
        self.app.push_screen(Prompt("Go to", PLACES, "", _nothing, keys=keys), go)

    def _go(self, source: str, typed: str) -> None:
        """To a place of this source; a Bates number leads to the source that bears it."""
        elsewhere = self.desk.numbered(typed)
        if elsewhere is not None and elsewhere[0] != source:
            self.open_at(*elsewhere)
        else:
            self.reader.go(self.desk.place_typed(source, typed))
            self.reader.focus()

    def action_reader_find(self) -> None:
        source = self.source_in_focus().head.id

        def find(words: str | None) -> None:
            if words is not None:
                with telling(self):
                    self._find(source, words)

        hint, keys = "Letter case and spacing do not matter.", "Enter finds   Esc leaves"
        self.app.push_screen(Prompt("Find in the text", hint, "", _nothing, keys=keys), find)

    def _find(self, source: str, words: str) -> None:
        found = list(self.desk.occurrences(source, words))
        self.reader.show_found(found)
        if not found:
            tell(self, f"“{words}” is not here")
            return
        self.reader.focus()
        back, on = self.keys.shown("reader.find_previous"), self.keys.shown("reader.find_next")
        tell(
            self,
            f"“{words}” stands here {counted(len(found), 'time')}",
            f"{on} goes to the next, {back} back.",
        )

    def action_reader_find_next(self) -> None:
        self.reader.to_found(1)

    def action_reader_find_previous(self) -> None:
        self.reader.to_found(-1)

    def action_source_outside(self) -> None:
        """The page at the caret; of a source without text, or of several pages without any, the list."""
        from factcheck.tui.outside import show_outside

        source = self.source_in_focus()
        caret = self.reader.spot.caret
        pages = self.desk.pages(source.head.id)
        here = [one for one in pages if one.start is not None and one.start <= caret]
        if not here and len(pages) > 1:
            self.action_source_pages()
        else:
            show_outside(self.app, self.desk, source.head.id, here[-1].page if here else None)

    def action_source_pages(self) -> None:
        """Of a source that was typed from an image, the pages of the image."""
        from factcheck.tui.source_pages import SourcePages  # late: nobody waits for it at the start

        source, at = self.source_in_focus(), None
        if source.typed_by is not None and source.variant_of is not None:
            at = next((one.page for one in self.desk.pages(source.head.id)), None)
            image = next((one for one in self._sources if one.head.label == source.variant_of), None)
            if image is None:
                raise FactcheckError(f"The image of {source.head.label} is gone", source.variant_of)
            source = image
        else:
            caret = self.reader.spot.caret
            before = [one for one in self.desk.pages(source.head.id) if (one.start or 0) <= caret]
            at = before[-1].page if before and before[-1].start is not None else None

        if not self.desk.pages(source.head.id):
            raise FactcheckError(
                f"{source.head.label} has no pages", "There is nothing to open or to type from."
            )

        def done(place: tuple[str, int, int] | None) -> None:
            self.reload()
            if place is not None:
                self.open_at(*place)

        self.app.push_screen(SourcePages(self.desk, self.keys, source.head.id, source.head.label, at), done)


def _nothing(typed: str) -> None:
    """What is typed here is short and needs no draft."""
