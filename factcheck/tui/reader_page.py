"""The text of a source on the screen: read by the page, wrapped as it is seen, its anchors lit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from factcheck.tui.pages import Pages
from factcheck.tui.reader_marks import Marks, lit
from factcheck.tui.safe import said
from factcheck.tui.telling import telling
from factcheck.tui.wrapped import Wrapped

if TYPE_CHECKING:
    from factcheck.core.views.proposals import ProposalView
    from factcheck.core.views.sources import TextLine, TurnView
    from factcheck.tui.desk import Desk
    from factcheck.workbench.readings.corrected import Correction

PLACE = 8
"""Cells that the place (`¶12`, `45:12`) takes at the left."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the reader stands in a source, to return to: the caret, and the first line and row seen."""

    caret: int = 0
    line: int = 0
    row: int = 0


class ReaderPage(Widget, can_focus=True):
    """One source at a time. Offsets are code points of its reading text."""

    @dataclass
    class CaretMoved(Message):
        """The caret stands elsewhere: line number and place in words, whether nothing stands on the line,
        and the proposal, the correction and the turn that it is in."""

        line: int
        lines: int
        place: str
        blank: bool
        proposal: ProposalView | None
        correction: Correction | None
        turn: TurnView | None

    def __init__(self, desk: Desk, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._desk = desk
        self.source: str | None = None
        self._text = Wrapped(Pages(lambda: 0, lambda first, count: ()), 0)
        self._marks = Marks(desk, "")
        self._top = (0, 0)
        self._caret = 0
        self._line = 0
        self._mark: int | None = None
        self._focus: tuple[int, int] | None = None
        self._wanted_column: int | None = None

    def open(self, source: str, spot: Spot | None = None, focus: tuple[int, int] | None = None) -> None:
        """Show a source where one left it, or at a stretch that is asked for."""
        desk = self._desk
        self.source = source
        lines: Pages[TextLine] = Pages(
            lambda: desk.line_count(source), lambda first, count: desk.text_lines(source, first, count)
        )
        self._text = Wrapped(lines, self.size.width - PLACE - 1)
        self._marks = Marks(desk, source)
        self._mark = None
        self._focus = focus
        with telling(self):
            self._marks.read()
        spot = spot or Spot()
        self._top = (spot.line, spot.row)
        self._caret = focus[0] if focus else spot.caret
        self._line = 0
        with telling(self):
            self._line = desk.line_of(source, self._caret) if len(lines) else 0
        if focus:
            self._frame()
        self._moved()

    @property
    def _lines(self) -> Pages[TextLine]:
        return self._text.lines

    @property
    def spot(self) -> Spot:
        return Spot(self._caret, *self._top)

    @property
    def selection(self) -> tuple[int, int] | None:
        """The selected stretch."""
        if self._mark is None or self._mark == self._caret:
            return None
        return min(self._mark, self._caret), max(self._mark, self._caret)

    def drop_selection(self) -> bool:
        """Whether there was one."""
        had, self._mark = self.selection is not None, None
        self.refresh()
        return had

    def reload(self) -> None:
        """Marks may have changed; the text never does."""
        if self.source is not None:
            with telling(self):
                self._marks.read()
        self._moved()

    @property
    def proposal(self) -> ProposalView | None:
        """The proposal in which the caret stands; of two, the shorter."""
        return self._marks.proposal_at(self._caret)

    @property
    def turn(self) -> TurnView | None:
        """Whose turn of a transcript the caret is in."""
        return self._desk.turn_at(self.source, self._caret) if self.source is not None else None

    def show_found(self, found: list[tuple[int, int]]) -> None:
        """Light what was found and go to the first place from the caret on."""
        self._marks.found = found
        after = next((start for start, _ in found if start >= self._caret), found[0][0] if found else None)
        if after is not None:
            self.go(after)
        self.refresh()

    def go(self, place: int) -> None:
        """Put the caret at a place, and a third down where it was out of sight."""
        if self.source is None:
            return
        with telling(self):
            before = self._top
            self._to(self._desk.line_of(self.source, place), place)
            if self._top != before:
                self._frame()

    def text(self, start: int, end: int) -> str:
        """The text of a stretch, newlines between its lines."""
        if self.source is None:
            return ""
        first = self._desk.line_of(self.source, start)
        last = self._desk.line_of(self.source, max(end - 1, start))
        lines = self._desk.text_lines(self.source, first, last - first + 1)
        if not lines:
            return ""
        return "\n".join(line.text for line in lines)[start - lines[0].start : end - lines[0].start]

    def render_lines(self, crop: Region) -> list[Strip]:
        self._look_up_marks()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        if self._lines.trouble is not None:
            return self._strip(said(self._lines.trouble.title if y == 0 else "", "$contradiction"))
        if self.source is None:
            return self._strip(Content.styled(" Choose a source." if y == 0 else "", "$dim"))
        if not len(self._lines):
            return self._strip(Content.styled(" This source has no text." if y == 0 else "", "$dim"))
        at = self._text.below(self._top, y)
        if at is None:
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        line = self._lines.row(at[0])
        if line is None:
            return self._strip(Content(" …"))
        place = f"{line.place[: PLACE - 2]:>{PLACE - 2}}  " if at[1] == 0 else " " * PLACE
        return self._strip(said(place, "$dim").append(self._lit(line, *self._text.rows_of(at[0])[at[1]])))

    def on_resize(self, event: events.Resize) -> None:
        self._text.set_width(self.size.width - PLACE - 1)
        if self._focus and self._caret == self._focus[0]:
            self._frame()
        else:
            self._top = (self._top[0], 0)
            self._follow()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._top = self._text.below(self._top, 3) or self._top
        self.refresh()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._top = self._text.above(self._top, 3)
        self.refresh()

    def _lit(self, line: TextLine, start: int, end: int) -> Content:
        first, last = line.start + start, line.start + end
        spans = self._marks.spans(first, last)
        if self._focus:
            spans.append((*self._focus, "focus"))
        if self.selection:
            spans.append((*self.selection, "selection"))
        if self.has_focus and first <= self._caret < last + (end == len(line.text)):
            spans.append((self._caret, self._caret + 1, "selection"))
        words = lit(line, start, end, spans)
        if self.has_focus and self._caret == last == line.start + len(line.text):
            return words.append(Content.styled(" ", "reverse"))
        return words

    def _strip(self, content: Content) -> Strip:
        width = self.size.width
        strips = Visual.to_strips(
            self, content.truncate(max(width, 1)), width, 1, self.visual_style, pad=True
        )
        return strips[0] if strips else Strip.blank(width, self.visual_style.rich_style)

    def _frame(self) -> None:
        """Put the caret's line a third down, so that what stands before it is seen."""
        self._top = self._text.above((self._line, 0), self.size.height // 3)
        self.refresh()

    def _to(self, number: int, place: int, *, selecting: bool = False) -> None:
        if selecting and self._mark is None:
            self._mark = self._caret
        elif not selecting:
            self._mark = None
        self._line, self._caret = number, place
        self._wanted_column = None
        self._follow()
        self._moved()

    def _moved(self) -> None:
        line = self._lines.row(self._line)
        self.refresh()
        turn = correction = None
        with telling(self):
            turn = self.turn
            correction = self._marks.correction_at(self._caret, line) if line else None
        place, blank = (line.place, not line.text.strip()) if line else ("", True)
        moved = self.CaretMoved(self._line, len(self._lines), place, blank, self.proposal, correction, turn)
        self.post_message(moved)

    def _follow(self) -> None:
        """Scroll so that the caret is seen."""
        line = self._lines.row(self._line)
        height = self.size.height
        if line is None or height <= 0:
            return
        at = (self._line, self._text.row_holding(self._line, self._caret - line.start))
        last = self._text.below(self._top, height - 1)
        if at < self._top:
            self._top = at
        elif last is not None and at > last:
            self._top = self._text.above(at, height - 1)
        self.refresh()

    def _look_up_marks(self) -> None:
        """The anchors of what is seen, once for each stretch of lines."""
        if self.source is None or not len(self._lines):
            return
        last = self._text.below(self._top, max(self.size.height - 1, 0)) or self._text.last
        first_line, last_line = self._lines.row(self._top[0]), self._lines.row(last[0])
        if first_line is not None and last_line is not None:
            with telling(self):
                self._marks.look_up(first_line.start, last_line.start + len(last_line.text))
