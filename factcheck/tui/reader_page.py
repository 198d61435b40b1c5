"""The text of a source on the screen: read by the page, wrapped as it is seen, its anchors lit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from factcheck.tui.pages import Pages
from factcheck.tui.safe import said, shown
from factcheck.tui.telling import telling
from factcheck.tui.text_rows import sweep, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.views.proposals import ProposalView
    from factcheck.core.views.sources import TextLine, TurnView
    from factcheck.tui.desk import Desk

PLACE = 8
"""Cells that the place (`¶12`, `45:12`) takes at the left."""

_STYLES = {
    "selection": "reverse",
    "focus": "bold underline",
    "found": "bold $background on $record",
    "event": "$record underline",
    "proposed statement": "$dim underline",
    "proposed event": "$dim underline",
}


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
        """The caret stands elsewhere: line number and place in words, and the proposal and the turn that it
        is in."""

        line: int
        lines: int
        place: str
        proposal: ProposalView | None
        turn: TurnView | None

    def __init__(self, desk: Desk, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._desk = desk
        self.source: str | None = None
        self._lines: Pages[TextLine] = Pages(lambda: 0, lambda first, count: ())
        self._rows: dict[int, list[tuple[int, int]]] = {}
        self._marks: list[tuple[int, int, str]] = []
        self._proposals: Sequence[ProposalView] = ()
        self._found: list[tuple[int, int]] = []
        self._marks_of: tuple[int, int] | None = None
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
        self._lines = Pages(
            lambda: desk.line_count(source), lambda first, count: desk.text_lines(source, first, count)
        )
        self._rows.clear()
        self._marks_of = None
        self._mark = None
        self._focus = focus
        self._found = []
        self._read_proposals()
        spot = spot or Spot()
        self._top = (spot.line, spot.row)
        self._caret = focus[0] if focus else spot.caret
        self._line = 0
        with telling(self):
            self._line = desk.line_of(source, self._caret) if len(self._lines) else 0
        if focus:
            self._frame()
        self._moved()

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
        self._marks_of = None
        self._read_proposals()
        self._moved()

    def _read_proposals(self) -> None:
        self._proposals = ()
        if self.source is not None:
            with telling(self):
                self._proposals = self._desk.proposals_in(self.source)

    @property
    def proposal(self) -> ProposalView | None:
        """The proposal in which the caret stands; of two, the shorter."""
        here = [one for one in self._proposals if one.start <= self._caret < one.end]
        return min(here, key=lambda one: one.end - one.start, default=None)

    @property
    def turn(self) -> TurnView | None:
        """Whose turn of a transcript the caret is in."""
        return self._desk.turn_at(self.source, self._caret) if self.source is not None else None

    def show_found(self, found: list[tuple[int, int]]) -> None:
        """Light what was found and go to the first place from the caret on."""
        self._found = found
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

    def render_lines(self, crop: Region) -> list[Strip]:
        self._look_up_marks()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        style = self.visual_style
        if self._lines.trouble is not None:
            words = said(self._lines.trouble.title if y == 0 else "", "$contradiction")
            return self._strip(words)
        if self.source is None:
            return self._strip(Content.styled(" Choose a source." if y == 0 else "", "$dim"))
        if not len(self._lines):
            return self._strip(Content.styled(" This source has no text." if y == 0 else "", "$dim"))
        at = self._row_below(self._top, y)
        if at is None:
            return Strip.blank(width, style.rich_style)
        line = self._lines.row(at[0])
        if line is None:
            return self._strip(Content(" …"))
        start, end = self._rows_of(at[0])[at[1]]
        place = said(f"{line.place[: PLACE - 2]:>{PLACE - 2}}  " if at[1] == 0 else " " * PLACE, "$dim")
        return self._strip(Content.assemble(place, self._lit(line, start, end)))

    def on_resize(self, event: events.Resize) -> None:
        self._rows.clear()
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
        self._scroll(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._scroll(-3)

    def text(self, start: int, end: int) -> str:
        """The text of a stretch, newlines between its lines."""
        if self.source is None:
            return ""
        first, last = (
            self._desk.line_of(self.source, start),
            self._desk.line_of(self.source, max(end - 1, start)),
        )
        lines = self._desk.text_lines(self.source, first, last - first + 1)
        if not lines:
            return ""
        return "\n".join(line.text for line in lines)[start - lines[0].start : end - lines[0].start]

    def _lit(self, line: TextLine, start: int, end: int) -> Content:
        first, last = line.start + start, line.start + end
        proposed = [(one.start, one.end, f"proposed {one.entity}") for one in self._proposals]
        found = [(start, end, "found") for start, end in self._found]
        spans = [mark for mark in [*self._marks, *proposed, *found] if mark[0] < last and mark[1] > first]
        if self._focus:
            spans.append((*self._focus, "focus"))
        if self.selection:
            spans.append((*self.selection, "selection"))
        if self.has_focus and first <= self._caret < last + (end == len(line.text)):
            spans.append((self._caret, self._caret + 1, "selection"))
        parts: list[Content] = []
        for left, right, names in sweep(first, last, spans):
            style = " ".join(dict.fromkeys(_STYLES.get(name, "$statement underline") for name in names))
            parts.append(said(line.text[left - line.start : right - line.start], style))
        if self.has_focus and self._caret == last == line.start + len(line.text):
            parts.append(Content.styled(" ", "reverse"))
        return Content.assemble(*parts)

    def _strip(self, content: Content) -> Strip:
        width = self.size.width
        strips = Visual.to_strips(
            self, content.truncate(max(width, 1)), width, 1, self.visual_style, pad=True
        )
        return strips[0] if strips else Strip.blank(width, self.visual_style.rich_style)

    def _rows_of(self, number: int) -> list[tuple[int, int]]:
        rows = self._rows.get(number)
        if rows is None:
            line = self._lines.row(number)
            rows = wrap(shown(line.text), self.size.width - PLACE - 1, cell_len) if line else [(0, 0)]
            if len(self._rows) > 2_000:
                self._rows.clear()
            self._rows[number] = rows
        return rows

    def _row_below(self, at: tuple[int, int], rows: int) -> tuple[int, int] | None:
        line, row = at
        rows += row
        while line < len(self._lines):
            here = len(self._rows_of(line))
            if rows < here:
                return line, rows
            rows -= here
            line += 1
        return None

    def _back_rows(self, rows: int) -> None:
        line, row = self._top
        while rows and (line, row) != (0, 0):
            if row:
                row -= 1
            else:
                line -= 1
                row = len(self._rows_of(line)) - 1
            rows -= 1
        self._top = (line, row)

    def _frame(self) -> None:
        """Put the caret's line a third down, so that what stands before it is seen."""
        self._top = (self._line, 0)
        self._back_rows(self.size.height // 3)
        self.refresh()

    def _scroll(self, rows: int) -> None:
        if rows < 0:
            self._back_rows(-rows)
        else:
            self._top = self._row_below(self._top, rows) or self._top
        self.refresh()

    def _row_above(self, at: tuple[int, int], rows: int) -> tuple[int, int]:
        keep, self._top = self._top, at
        self._back_rows(rows)
        found, self._top = self._top, keep
        return found

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
        place = line.place if line else ""
        turn = None
        with telling(self):
            turn = self.turn
        self.post_message(self.CaretMoved(self._line, len(self._lines), place, self.proposal, turn))

    def _follow(self) -> None:
        """Scroll so that the caret is seen."""
        line = self._lines.row(self._line)
        height = self.size.height
        if line is None or height <= 0:
            return
        spans = self._rows_of(self._line)
        inside = self._caret - line.start
        row = next((n for n, (_, end) in enumerate(spans) if inside < end), len(spans) - 1)
        at = (self._line, row)
        if at < self._top:
            self._top = at
        else:
            last = self._row_below(self._top, height - 1)
            if last is not None and at > last:
                self._top = at
                self._back_rows(height - 1)
        self.refresh()

    def _look_up_marks(self) -> None:
        """The anchors of what is seen, once for each stretch of lines."""
        if self.source is None or not len(self._lines):
            return
        last = self._row_below(self._top, max(self.size.height - 1, 0)) or (len(self._lines) - 1, 0)
        first_line, last_line = self._lines.row(self._top[0]), self._lines.row(last[0])
        if first_line is None or last_line is None:
            return
        stretch = (first_line.start, last_line.start + len(last_line.text))
        if stretch != self._marks_of:
            self._marks_of = stretch
            with telling(self):
                found: Sequence[tuple[int, int, str, str]] = self._desk.marks_in(self.source, *stretch)
                self._marks = [
                    (start, end, "event" if entity == "evidence" else entity)
                    for start, end, entity, _ in found
                ]
