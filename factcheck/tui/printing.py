"""What is on the screen as plain text: every pane under its heading, texts whole, lists as far as seen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.widget import Widget

from factcheck.tui.dialogs import Prompt
from factcheck.tui.telling import tell, telling
from factcheck.tui.text_pane import TextPane
from factcheck.workbench.printing import free_name, write_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.tui.screens.desk_screen import DeskScreen

_PANES = "PagedList, TextPane, Reader, GradeStrip #strip-words"
_WIDTH = 78
"""Cells of a line of text; lists are as wide as they are shown."""

_LONGEST = 40


def ask_to_print(screen: DeskScreen) -> None:
    """Asks for the file, with a free name offered, and writes the view there."""
    text = view_of(screen)
    title, _ = screen.desk.title()
    offered = free_name(Path(), f"{_file_name(title)}-{screen.MODE}")

    def answered(path: str | None) -> None:
        if path is not None:
            with telling(screen):
                written = write_view(path, text)
                tell(screen, f"Printed {written.name}", f"in {written.parent}")

    def forget(typed: str) -> None:
        """A file's name is no work to be kept."""

    detail = "A text file: every pane of this screen, long texts in full."
    keys = "Enter writes the file   Esc goes back"
    screen.app.push_screen(Prompt("Print the view", detail, str(offered), forget, keys=keys), answered)


def view_of(screen: DeskScreen) -> str:
    """The view in lines: what it is of, then the panes from the top, from left to right."""
    title, sample = screen.desk.title()
    named = f"{title}{' (SAMPLE)' if sample else ''}"
    head = [f"{named} · {screen.MODE} · as {screen.desk.who or 'nobody'} sees it"]
    panes = sorted(
        (pane for pane in screen.query(_PANES) if pane.is_on_screen and pane.region.area),
        key=lambda pane: (pane.region.y, pane.region.x),
    )
    return "\n".join([*head, *(line for pane in panes for line in _section(pane))]) + "\n"


def _section(pane: Widget) -> Iterator[str]:
    yield ""
    heading = _plain(pane.border_title)
    if heading:
        yield heading
        yield "-" * len(heading)
    yield from _lines(pane)


def _plain(title: object) -> str:
    """A pane's heading without its styles."""
    return Content.from_markup(str(title)).plain.strip() if title else ""


def _lines(pane: Widget) -> list[str]:
    if isinstance(pane, TextPane):
        lines = pane.plain_lines(_WIDTH)
    elif isinstance(pane, ScrollView):
        height = pane.scrollable_content_region.height
        lines = [pane.render_line(y).text.rstrip() for y in range(height)]
    else:
        lines = [strip.text.rstrip() for strip in pane.render_lines(Region(0, 0, *pane.size))]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _file_name(title: str) -> str:
    letters = "".join(letter if letter.isalnum() else " " for letter in title.lower())
    return "-".join(letters.split())[:_LONGEST].strip("-") or "view"
