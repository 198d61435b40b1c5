"""A pane of wrapped paragraphs that scrolls: it wraps when its width changes and paints what is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.tui.cards import Block


class TextPane(ScrollView, can_focus=True):
    """Blocks of text. The place stays when the same thing is shown again, and is the top for another."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set()

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blocks: tuple[Block, ...] = ()
        self._lines: list[Content] = []
        self._shows: object = None
        self._kept = 0

    def show(self, blocks: Iterable[Block], what: object) -> None:
        """Show blocks; `what` says what they are about."""
        self._blocks = tuple(blocks)
        self._wrap()
        if what != self._shows:
            self._shows = what
            self._first()

    def plain_lines(self, width: int) -> list[str]:
        """The whole text in lines of so many cells, without styles."""
        return [line.plain.rstrip() for block in self._blocks for line in block.lines(width)]

    def on_resize(self, event: events.Resize) -> None:
        self._wrap()
        self._first()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._say_more()

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if number >= len(self._lines):
            return Strip.blank(width, self.visual_style.rich_style)
        line = self._lines[number]
        strips = Visual.to_strips(self, line, width, 1, self.visual_style, pad=True)
        return strips[0] if strips else Strip.blank(width, self.visual_style.rich_style)

    def _wrap(self) -> None:
        width = self.scrollable_content_region.width
        if width > 0:
            self._lines, self._kept = [], 0
            for block in self._blocks:
                self._lines += block.lines(width - 1)
                if block.keep:
                    self._kept = len(self._lines)
            self.virtual_size = Size(0, len(self._lines))
            self._say_more()
        self.refresh()

    def _first(self) -> None:
        """Where reading begins: at the top, or so far down that what must be seen is seen."""
        height = self.scrollable_content_region.height
        self.scroll_to(y=max(self._kept - height, 0), animate=False, immediate=True)

    def _say_more(self) -> None:
        """How many lines stand above and below what is seen."""
        above = self.scroll_offset.y
        below = max(len(self._lines) - above - self.scrollable_content_region.height, 0)
        parts = [f"{arrow}{lines}" for arrow, lines in (("↑", above), ("↓", below)) if lines]
        self.border_subtitle = Content(" ".join(parts))
