"""A list of any length: it paints the lines that are seen and asks its pages for no more than those."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Generic

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from factcheck.tui.acts import bindings
from factcheck.tui.pages import Pages, Row
from factcheck.tui.safe import said

Paint = Callable[[Row, int], list[Content]]
"""A row and a width in cells to the row's lines."""

_PAINTED = 512
MARK = "✓"


class PagedList(ScrollView, Generic[Row], can_focus=True, inherit_bindings=False):
    """Rows of `height` lines each. The cursor rests where `rests_on` allows and passes over other rows."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--cursor", "list--resting"}

    @dataclass
    class Moved(Message):
        """The cursor came to another row (None: the list is empty)."""

        list: PagedList[Any]
        row: Any

        @property
        def control(self) -> PagedList[Any]:
            return self.list

    @dataclass
    class Chosen(Message):
        """Enter, or a second click, on a row."""

        list: PagedList[Any]
        row: Any

        @property
        def control(self) -> PagedList[Any]:
            return self.list

    @dataclass
    class Marked(Message):
        """A row was marked for an act in bulk, or is no more."""

        list: PagedList[Any]

        @property
        def control(self) -> PagedList[Any]:
            return self.list

    def __init__(
        self,
        paint: Paint[Row],
        *,
        height: int = 1,
        rests_on: Callable[[Row], bool] = lambda row: True,
        key: Callable[[Row], str] | None = None,
        empty: str = "",
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._paint = paint
        self._row_height = height
        self._rests_on = rests_on
        self._painted: dict[tuple[int, int], list[Content]] = {}
        self.pages: Pages[Row] = Pages(lambda: 0, lambda offset, limit: ())
        self.cursor = 0
        self.empty = empty
        self._key = key
        self.marked: dict[str, Row] = {}
        """Rows marked for an act in bulk, by key, in the order of their marking."""

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        found = self.pages.row(self.cursor)
        return found if found is not None and self._rests_on(found) else None

    def show(self, pages: Pages[Row], at: int = 0) -> None:
        """Other rows altogether, the cursor at one of them."""
        self.pages = pages
        self.cursor = at
        self.scroll_to(y=0, animate=False, immediate=True)
        self._measure()

    def reload(self, at: int | None = None) -> None:
        """The same rows, read anew. The cursor stays at its row, or goes `at` where that row is now."""
        self.pages.forget()
        if at is not None:
            self.cursor = at
        self._measure()

    def paint_as(self, paint: Paint[Row], height: int) -> None:
        """Paint the rows another way from now on, with `height` lines each."""
        self._paint, self._row_height = paint, height
        self._measure()

    def move_to(self, index: int) -> None:
        """Put the cursor on a row, or on the nearest after (then before) it that it can rest on."""
        step = 1 if index >= self.cursor else -1
        index = min(max(index, 0), max(len(self.pages) - 1, 0))
        found = self._resting(index, step)
        if found is None:
            found = self._resting(index, -step)
        if found is None or found == self.cursor:
            self._into_view()
            return
        self.cursor = found
        self._into_view()
        self.refresh()
        self.post_message(self.Moved(self, self.row))

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        index, line = divmod(y + self.scroll_offset.y, self._row_height)
        plain = self.visual_style
        if len(self.pages) == 0:
            words = self.pages.trouble.title if self.pages.trouble else self.empty
            lines = Content(" ").append(said(words, "$dim")).wrap(max(width, 1))
            content = lines[y] if y < len(lines) else Content("")
            return self._strip(content, width, plain)
        if index >= len(self.pages):
            return Strip.blank(width, plain.rich_style)
        content = self._lines(index, width)[line]
        if line == 0 and self.marked and self._is_marked(index):
            content = Content.styled(MARK, "bold $statement").append(content[1:])
        if index == self.cursor:
            name = "list--cursor" if self.has_focus else "list--resting"
            mark = (MARK if self._is_marked(index) else "▌") if line == 0 else " "
            words = content.plain
            return self._strip(Content(mark + words[1:]), width, self.get_visual_style(name))
        return self._strip(content, width, plain)

    def on_resize(self, event: events.Resize) -> None:
        self._measure()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = (offset.y + self.scroll_offset.y) // self._row_height
        if index < len(self.pages):
            self.move_to(index)
            if event.chain > 1:
                self.action_list_choose()

    def action_list_up(self) -> None:
        self._step(-1)

    def action_list_down(self) -> None:
        self._step(1)

    def action_list_page_up(self) -> None:
        self.move_to(self.cursor - self._rows_seen())

    def action_list_page_down(self) -> None:
        self.move_to(self.cursor + self._rows_seen())

    def action_list_top(self) -> None:
        self.move_to(0)
        self.scroll_to(y=0, animate=False, immediate=True)

    def action_list_bottom(self) -> None:
        self.move_to(len(self.pages) - 1)

    def action_list_mark(self) -> None:
        """Mark the row, or take its mark away, and go on to the next."""
        if self._key is None or self.row is None:
            self.app.bell()
            return
        key = self._key(self.row)
        if key in self.marked:
            del self.marked[key]
        else:
            self.marked[key] = self.row
        self._step(1)
        self.refresh()
        self.post_message(self.Marked(self))

    def unmark(self) -> bool:
        """Take every mark away; whether there were any."""
        had = bool(self.marked)
        self.marked.clear()
        self.refresh()
        return had

    def _is_marked(self, index: int) -> bool:
        row = self.pages.row(index)
        return self._key is not None and row is not None and self._key(row) in self.marked

    def action_list_choose(self) -> None:
        if self.row is not None:
            self.post_message(self.Chosen(self, self.row))

    def _step(self, step: int) -> None:
        found = self._resting(self.cursor + step, step)
        if found is not None:
            self.move_to(found)
        elif step < 0:  # nothing to rest on above: show the headings there
            self.scroll_to(y=0, animate=False, immediate=True)

    def _resting(self, index: int, step: int) -> int | None:
        while 0 <= index < len(self.pages):
            row = self.pages.row(index)
            if row is None:
                return None
            if self._rests_on(row):
                return index
            index += step
        return None

    def _rows_seen(self) -> int:
        return max(self.scrollable_content_region.height // self._row_height - 1, 1)

    def _measure(self) -> None:
        self._painted.clear()
        count = len(self.pages)
        self.virtual_size = Size(0, count * self._row_height)
        self.cursor = min(max(self.cursor, 0), max(count - 1, 0))
        found = self._resting(self.cursor, 1)
        if found is None:
            found = self._resting(self.cursor, -1)
        if found is not None:
            self.cursor = found
        self._into_view()
        self.refresh()

    def _into_view(self) -> None:
        height = self.scrollable_content_region.height
        if height <= 0:
            return
        top, bottom = self.cursor * self._row_height, (self.cursor + 1) * self._row_height
        if self.cursor and self._heads(self.cursor - 1):
            top -= self._row_height  # the heading above comes along
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif bottom > self.scroll_offset.y + height:
            self.scroll_to(y=bottom - height, animate=False, immediate=True)

    def _heads(self, index: int) -> bool:
        row = self.pages.row(index)
        return row is not None and not self._rests_on(row)

    def _lines(self, index: int, width: int) -> list[Content]:
        lines = self._painted.get((index, width))
        if lines is None:
            row = self.pages.row(index)
            lines = [Content("  …")] if row is None else self._paint(row, width)
            lines += [Content("")] * (self._row_height - len(lines))
            if len(self._painted) > _PAINTED:
                self._painted.clear()
            self._painted[index, width] = lines
        return lines

    def _strip(self, content: Content, width: int, style: Any) -> Strip:
        strips = Visual.to_strips(self, content.truncate(max(width, 1)), width, 1, style, pad=True)
        return strips[0] if strips else Strip.blank(width, style.rich_style)
